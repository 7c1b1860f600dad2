import type { Gift } from '../follow-up/care/gifts.js'
import type { Feedback } from '../follow-up/feedback/feedback.js'
import type { FeedbackKind } from '../follow-up/feedback/kinds.js'
import type { Promised } from '../follow-up/feedback/promise.js'
import type { Lead } from '../follow-up/leads/lead.js'
import type { CustomerFacts } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import type { RowFinding, RowRecords } from './records.js'

/** How things stand with the customer of a row, with what the rows before it say; worked out when it is asked for. */
export interface Standing {
  /** The customer's newest lead, also with what a row would record; null where there is none. */
  lead(more?: RowRecords): Lead | null
  facts(): Pick<CustomerFacts, 'phone'>
  /** Why nothing of the customer comes up in the due list; null where it does. */
  offLists(): 'blocked' | 'no-consent' | null
  /** The feedback of a number; null where it was taken back. */
  feedback(subject: string): Feedback | null
  /** By when an answer is promised to feedback opened on a day. */
  promise(kind: FeedbackKind, on: Day): Promised
  /** The customer's gifts on record, in the order they were given. */
  gifts(): readonly Gift[]
  /** Where a gift is more than the plan has for it. */
  giftWarnings(gift: Pick<Gift, 'occasion' | 'valueMinor'>, on: Day): readonly RowFinding[]
  /** The base currency; null where the ledger has none yet. */
  readonly currency: string | null
}
