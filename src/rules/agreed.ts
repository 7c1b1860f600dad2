import { AGREED_RULE } from '../core/follow-up/history.js'
import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

type AgreedCause = { readonly agreedOn: string }

/** A day agreed with the customer when the last contact was recorded: due on that day, before everything else (§5). */
export const agreed: Rule<AgreedCause> = {
  name: AGREED_RULE,
  isMarketing: false,
  isByCalendar: true,
  stakes: 'all',
  weightPercent: 100,
  setting: ruleSetting(AGREED_RULE, [], {
    en: 'whether a day agreed with a customer is due on that day',
    zh: '和客户约好的日子到了是否提醒',
  }),
  words: bilingual(
    {
      label: 'Agreed date',
      reason: (cause: AgreedCause) => `next contact agreed for ${cause.agreedOn}`,
      advice: () => 'take up what was agreed at the last contact',
    },
    {
      label: '约定日期',
      reason: (cause) => `约定${cause.agreedOn}再联系`,
      advice: () => '接着上次约定的事谈',
    },
  ),
  propose({ agreedOn }) {
    if (agreedOn === null) return []
    const cause = { agreedOn: dateOf(agreedOn) }
    return [{ dueOn: agreedOn, lastSensibleOn: agreedOn + SENSIBLE_DAYS, cause, isUrgent: true }]
  },
}
