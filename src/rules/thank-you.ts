import type { DueFacts, DueOrder } from '../core/follow-up/facts.js'
import type { Rule } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { quantile7 } from '../core/value/rfm.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

type ThankYouCause = {
  readonly orderedOn: string
  readonly netMinor: number
  readonly because: 'vip-size' | 'largest' | 'among-largest'
}

/** An own P90 needs this many orders (R20). */
const FEWEST_ORDERS = 5

/**
 * Why an order is thanked for, by what returns have left of what was bought from its day on, as VIP candidates are sought; null where it
 * is one like others.
 */
function largeness(facts: DueFacts, { on, netMinor }: DueOrder): ThankYouCause['because'] | null {
  const keptMinor = Math.min(netMinor, facts.leftSince(on))
  if (facts.vipOrderMinor !== null && keptMinor >= facts.vipOrderMinor) return 'vip-size'
  const own = Float64Array.from(facts.ordersBefore(on + 1), (order) => order.netMinor).sort()
  if (own.length < FEWEST_ORDERS || keptMinor <= quantile7(own, 90)) return null
  return keptMinor >= own.at(-1)! ? 'largest' : 'among-largest'
}

/** The largest order of each day: one thank-you speaks for all of a day, and where the largest is like others, so are the rest. */
function largestByDay(orders: readonly DueOrder[]): readonly DueOrder[] {
  const largest = new Map<Day, DueOrder>()
  for (const order of orders) if (order.netMinor > (largest.get(order.on)?.netMinor ?? 0)) largest.set(order.on, order)
  return [...largest.values()]
}

const because = bilingual(
  {
    'vip-size': (day: string) => `large order on ${day}`,
    largest: (day: string) => `largest order so far, on ${day}`,
    'among-largest': (day: string) => `one of the largest orders so far, on ${day}`,
  } satisfies Record<ThankYouCause['because'], (day: string) => string>,
  {
    'vip-size': (day) => `${day}下了大单`,
    largest: (day) => `${day}下了目前最大的一单`,
    'among-largest': (day) => `${day}这一单是目前最大的几单之一`,
  },
)

/** Thank-you (R20): an order of VIP size, or above the customer's own P90 with at least five orders, within seven days; once for all of a day. */
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
      reason: (cause: ThankYouCause) => because.en[cause.because](cause.orderedOn),
      advice: () => 'thank them for the order and say when it leaves',
    },
    {
      label: '大单致谢',
      reason: (cause) => because.zh[cause.because](cause.orderedOn),
      advice: () => '感谢支持，告知发货安排',
    },
  ),
  propose(facts, asOf, [withinDays = 0]) {
    const standing = Math.min(asOf, facts.putOffSince ?? asOf)
    if (facts.level === null || facts.lastOrderOn === null || facts.lastOrderOn + withinDays < standing) return []
    return largestByDay(facts.ordersSince(standing - withinDays)).flatMap((order) => {
      const subject = dateOf(order.on)
      const days = { dueOn: order.on, lastSensibleOn: order.on + withinDays }
      if (facts.standsUntil(this.name, { subject, ...days }) < asOf) return []
      const why = facts.closedOn(this.name, subject) === null ? largeness(facts, order) : null
      if (why === null) return []
      const cause = { orderedOn: subject, netMinor: order.netMinor, because: why }
      return [{ subject, ...days, cause }]
    })
  },
}
