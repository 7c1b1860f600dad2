import { amountIssues } from './issues/amounts.js'
import { buyerIssues } from './issues/buyers.js'
import { giftRegisterIssues } from './issues/gift-registers.js'
import { leadIssues } from './issues/leads.js'
import { careListIssues } from './issues/list-care.js'
import { listCustomerIssues } from './issues/list-customers.js'
import { feedbackListIssues } from './issues/list-feedback.js'
import { leadListIssues } from './issues/list-leads.js'
import { listIssues } from './issues/lists.js'
import { orderIssues } from './issues/orders.js'
import { refundIssues } from './issues/refunds.js'
import type { Sayings } from './issues/saying.js'
import { valueIssues } from './issues/values.js'

/** What is wrong with the data and what to do about it, by the code of the issue. */
export const issueWords: Sayings = {
  ...valueIssues,
  ...leadIssues,
  ...buyerIssues,
  ...amountIssues,
  ...refundIssues,
  ...orderIssues,
  ...listIssues,
  ...listCustomerIssues,
  ...leadListIssues,
  ...feedbackListIssues,
  ...careListIssues,
  ...giftRegisterIssues,
}
