import type { DueFacts } from '../core/follow-up/facts.js'
import { type Proposal, type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

type AfterSaleCause = {
  readonly orderedOn: string
  readonly sinceDays: number
  /** Null where no file tells. */
  readonly deliveredOn: string | null
  /** Below zero where the day is still to come. */
  readonly deliveredDays: number | null
  readonly isFirst: boolean
}

/** Parcels that take longer are not waited for. */
const LONGEST_JOURNEY_DAYS = 60

/** After-sale call (R20): service level A after every order, others after the first, 7 days after delivery, 14 after the order where no file tells of one. */
export const afterSale: Rule<AfterSaleCause> = {
  name: 'after-sale',
  isMarketing: false,
  lapses: 'when-late',
  stakes: 'chance-lost',
  weightPercent: 30,
  setting: ruleSetting('after-sale', [7, 14], {
    en: 'days after delivery, and after the order where no delivery is told, at which the customer is asked how it was',
    zh: '收货多少天后做售后回访；没有收货日期的，下单多少天后回访',
  }),
  words: bilingual(
    {
      label: 'After-sale call',
      reason: (cause: AfterSaleCause) =>
        `${cause.isFirst ? 'first order' : 'order'} of ${cause.orderedOn}, ${sinceIn(english, cause)}`,
      advice: ({ isFirst }: AfterSaleCause) =>
        isFirst ? 'ask whether all arrived well, and how they came to you' : 'ask whether all arrived well',
    },
    {
      label: '售后回访',
      reason: (cause) => `${cause.orderedOn}${cause.isFirst ? '第一次' : ''}下单，${sinceIn(chinese, cause)}`,
      advice: ({ isFirst }) => (isFirst ? '问问货收到了没有、满不满意，怎么知道我们的' : '问问货收到了没有、满不满意'),
    },
  ),
  propose(facts, asOf, [afterDelivery = 0, afterOrder = 0]) {
    const found: Proposal<AfterSaleCause>[] = []
    for (const { dueOn, ...call } of callsOf(facts, asOf, afterDelivery, afterOrder)) {
      const subject = dateOf(call.orderedOn)
      const lastSensibleOn = dueOn + SENSIBLE_DAYS
      if (facts.closedOn(this.name, subject) === null) {
        // One that was put off stands longer than those after it that nobody made.
        if (facts.standsUntil(this.name, { subject, dueOn, lastSensibleOn }) < asOf) continue
        found.push({ subject, dueOn, lastSensibleOn, cause: causeOf(call, asOf) })
      }
      // One call is about all that had come by then.
      if (dueOn <= asOf) break
    }
    return found
  },
}

/** A day with orders that asks for a call. */
interface Call {
  readonly orderedOn: Day
  readonly deliveredOn: Day | null
  readonly isFirst: boolean
  readonly dueOn: Day
}

/** The calls that may still be sensible, the one due last first. */
function callsOf(facts: DueFacts, asOf: Day, afterDelivery: number, afterOrder: number): Call[] {
  const { level, lastOrderOn, putOffSince } = facts
  const standing = Math.min(asOf, putOffSince ?? asOf)
  const waitDays = Math.max(afterDelivery + LONGEST_JOURNEY_DAYS, afterOrder) + SENSIBLE_DAYS
  if (level === null || lastOrderOn === null || lastOrderOn + waitDays < standing) return []
  const days = [...new Set(facts.ordersSince(standing - waitDays).map(({ on }) => on))]
  const isFirst = (day: Day) => day === days[0] && days.length === facts.orderDays
  const called = days.filter((day) => level === 'A' || isFirst(day))
  if (called.length === 0) return []
  // Who had the goods before would not be called any more, by whichever of the two numbers.
  const delivered = facts.deliveredSince(standing - Math.max(afterDelivery, afterOrder) - SENSIBLE_DAYS)
  const calls = called.map((orderedOn): Call => {
    const deliveredOn = delivered.get(orderedOn) ?? null
    const dueOn = deliveredOn === null ? orderedOn + afterOrder : deliveredOn + afterDelivery
    return { orderedOn, deliveredOn, isFirst: isFirst(orderedOn), dueOn }
  })
  return calls.sort((a, b) => b.dueOn - a.dueOn || b.orderedOn - a.orderedOn)
}

function causeOf({ orderedOn, deliveredOn, isFirst }: Omit<Call, 'dueOn'>, asOf: Day): AfterSaleCause {
  const delivery = {
    deliveredOn: deliveredOn === null ? null : dateOf(deliveredOn),
    deliveredDays: deliveredOn === null ? null : asOf - deliveredOn,
  }
  return { orderedOn: dateOf(orderedOn), sinceDays: asOf - orderedOn, ...delivery, isFirst }
}

const english = {
  ordered: (days: number) => (days === 0 ? 'today' : `${plural(days, 'day')} ago`),
  delivered: ({ deliveredOn, deliveredDays }: AfterSaleCause) =>
    (deliveredDays ?? 0) < 0 ? `delivery on ${deliveredOn}` : `delivered ${english.ordered(deliveredDays ?? 0)}`,
}

const chinese = {
  ordered: (days: number) => (days === 0 ? '就在今天' : `已${days}天`),
  delivered: ({ deliveredOn, deliveredDays }: AfterSaleCause) => {
    if (deliveredDays === 0) return '今天收货'
    return (deliveredDays ?? 0) < 0 ? `${deliveredOn}收货` : `收货已${deliveredDays}天`
  },
}

/** How long the buyer has had the goods, else how long ago the order was. */
function sinceIn(words: typeof english, cause: AfterSaleCause): string {
  return cause.deliveredOn === null ? words.ordered(cause.sinceDays) : words.delivered(cause)
}
