import { AGREED_RULE } from '../core/follow-up/history.js'
import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { shortened } from '../core/values/text.js'

type AgreedCause = {
  readonly agreedOn: string
  /** What was written down when it was agreed; '' where nothing was. */
  readonly text: string
}

const LONGEST_TEXT = 60

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
      advice: ({ text }: AgreedCause) =>
        text === ''
          ? 'take up what was agreed at the last contact'
          : `take up what was noted: “${shortened(text, LONGEST_TEXT)}”`,
    },
    {
      label: '约定日期',
      reason: (cause) => `约定${cause.agreedOn}再联系`,
      advice: ({ text }) => (text === '' ? '接着上次约定的事谈' : `接着上次的事谈：“${shortened(text, LONGEST_TEXT)}”`),
    },
  ),
  propose({ agreedOn, agreedText: text }) {
    if (agreedOn === null) return []
    const cause = { agreedOn: dateOf(agreedOn), text }
    return [{ dueOn: agreedOn, lastSensibleOn: agreedOn + SENSIBLE_DAYS, cause, isUrgent: true }]
  },
}
