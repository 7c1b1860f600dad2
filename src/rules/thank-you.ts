import type { DueFacts, DueOrder } from '../core/follow-up/facts.js'
import type { Rule } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { quantile7 } from '../core/value/rfm.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

type ThankYouCause = {
  readonly orderedOn: string
  readonly netMinor: number
  readonly because: 'vip-size' | 'largest'
}

/** An own P90 needs this many orders (R20). */
const FEWEST_ORDERS = 5

/** Why an order is thanked for; null where it is one like others. */
function largeness(facts: DueFacts, { on, netMinor }: DueOrder): ThankYouCause['because'] | null {
  if (facts.vipOrderMinor !== null && netMinor >= facts.vipOrderMinor) return 'vip-size'
  const own = Float64Array.from(facts.ordersBefore(on + 1), (order) => order.netMinor).sort()
  return own.length >= FEWEST_ORDERS && netMinor > quantile7(own, 90) ? 'largest' : null
}

/** Thank-you (R20): an order of VIP size, or above the customer's own P90 with at least five orders, within seven days. */
export const thankYou: Rule<ThankYouCause> = {
  name: 'thank-you',
  isMarketing: false,
  lapses: 'when-late',
  stakes: 'chance-lost',
  weightPercent: 10,
  setting: ruleSetting('thank-you', [7], {
    en: 'days within which a customer is thanked for a large order',
    zh: '大单之后多少天内要致谢',
  }),
  words: bilingual(
    {
      label: 'Thank-you',
      reason: ({ orderedOn, because }: ThankYouCause) =>
        because === 'vip-size' ? `large order on ${orderedOn}` : `unusually large order on ${orderedOn}`,
      advice: () => 'thank them for the order and say when it leaves',
    },
    {
      label: '大单致谢',
      reason: ({ orderedOn, because }) =>
        because === 'vip-size' ? `${orderedOn}下了大单` : `${orderedOn}这一单比平时大得多`,
      advice: () => '感谢支持，告知发货安排',
    },
  ),
  propose(facts, asOf, [withinDays = 0]) {
    const standing = Math.min(asOf, facts.putOffSince ?? asOf)
    if (facts.level === null || facts.lastOrderOn === null || facts.lastOrderOn + withinDays < standing) return []
    return facts.ordersSince(standing - withinDays).flatMap((order) => {
      const subject = dateOf(order.on)
      const days = { dueOn: order.on, lastSensibleOn: order.on + withinDays }
      if (facts.standsUntil(this.name, { subject, ...days }) < asOf) return []
      const because = facts.closedOn(this.name, subject) === null ? largeness(facts, order) : null
      if (because === null) return []
      const cause = { orderedOn: subject, netMinor: order.netMinor, because }
      return [{ subject, ...days, cause }]
    })
  },
}
