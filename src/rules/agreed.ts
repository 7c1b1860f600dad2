import { AGREED_RULE } from '../core/follow-up/history.js'
import type { Rule } from '../core/follow-up/rule.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

type AgreedCause = { readonly agreedOn: string }

/** A day agreed with the customer when the last contact was recorded: due on that day, before everything else (§5). */
export const agreed: Rule<AgreedCause, { readonly sensibleDays: number }> = {
  name: AGREED_RULE,
  isMarketing: false,
  isPromise: true,
  weightPercent: 100,
  defaults: { sensibleDays: 14 },
  words: bilingual(
    { label: 'Agreed date', reason: (cause: AgreedCause) => `next contact agreed for ${cause.agreedOn}` },
    { label: '约定日期', reason: (cause) => `约定${cause.agreedOn}再联系` },
  ),
  propose({ agreedOn }) {
    if (agreedOn === null) return null
    const lastSensibleOn = agreedOn + this.defaults.sensibleDays
    return { dueOn: agreedOn, lastSensibleOn, cause: { agreedOn: dateOf(agreedOn) }, expected: null }
  },
}
