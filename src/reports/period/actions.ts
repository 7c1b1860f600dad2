import { missingFacts } from '../../core/completeness.js'
import { isOpen } from '../../core/follow-up/feedback/feedback.js'
import type { DueItem } from '../../core/follow-up/rule.js'
import { countedDays, NEVER } from '../../core/value/aggregate.js'
import { dateOf } from '../../core/values/business-date.js'
import { bilingual } from '../../core/values/lang.js'
import { reachOf } from '../due-contact.js'
import { reasonOf } from '../due-table.js'
import { hasOrders } from '../no-orders.js'
import { moneyText } from '../notes.js'
import type { PeriodView } from './view.js'

/** Things told at most. */
const MOST = 3
/** Days without a counted order after which newer ones are asked for. */
const STALE_DAYS = 30

const words = bilingual(
  {
    stale: (day: string, days: number) =>
      `The newest order is of ${day}, ${days} days ago: import newer ones, else all of this is out of date (crm import FILE).`,
    staleMoved: (day: string, days: number) =>
      `The newest order is of ${day}, ${days} days ago: import newer ones. Until then days are counted up to ${day} (crm import FILE).`,
    complaints: (count: number, who: string, subject: string, day: string) =>
      `${count === 1 ? 'A complaint is' : `${count} complaints are`} past the promised time: answer ${count === 1 ? 'that' : 'first the one'} of ${who}, promised by ${day} (crm feedback show ${subject}).`,
    call: (who: string, reason: string, stake: string) => `Call ${who}: ${reason}${stake}.`,
    contact: (who: string, reason: string, stake: string) => `Contact ${who}: ${reason}${stake}.`,
    stake: (amount: string) => `, ${amount} at stake`,
    fallen: (count: number, who: string, amount: string) =>
      count === 1
        ? `${who} fell out of tier A, with ${amount} left: ask what would bring the orders back (crm why CUSTOMER).`
        : `${count} customers fell out of tier A: ask ${who} first, with ${amount} left, what would bring the orders back.`,
    unreachable: (count: number, of: number) =>
      `${count} of ${of} A customers ${count === 1 ? 'has' : 'have'} no phone, e-mail or WeChat on file: ask with the next parcel (crm list tier:A missing:reach).`,
    waiting: (count: number) =>
      `${count} ${count === 1 ? 'refund waits for its order' : 'refunds wait for their orders'} and ${count === 1 ? 'is' : 'are'} in no figure: import the orders of those days (crm status).`,
    unclear: (count: number) =>
      `${count} ${count === 1 ? 'order has' : 'orders have'} no state or amount that is understood and ${count === 1 ? 'counts' : 'count'} nowhere: import the file again (crm imports).`,
    nothing: 'Nothing presses: nobody is due, no complaint is late, and nobody fell out of tier A for want of orders.',
    nothingNow: (day: string) => `Nothing presses on ${day}: nobody is due, and no complaint is late.`,
  },
  {
    stale: (day, days) =>
      `最新的订单在 ${day}，已经过了${days}天：请导入新订单，否则这些数字都是旧的（crm import 文件）。`,
    staleMoved: (day, days) =>
      `最新的订单在 ${day}，已经过了${days}天：请导入新订单；导入之前，天数都算到 ${day} 为止（crm import 文件）。`,
    complaints: (count, who, subject, day) =>
      `有${count}件投诉过了承诺时限：先答复${who}的那件，原承诺 ${day}（crm feedback show ${subject}）。`,
    call: (who, reason, stake) => `给${who}打电话：${reason}${stake}。`,
    contact: (who, reason, stake) => `联系${who}：${reason}${stake}。`,
    stake: (amount) => `，影响金额${amount}`,
    fallen: (count, who, amount) =>
      count === 1
        ? `${who}不再是A类客户，现为${amount}：问问怎样才会再下单（crm why 客户）。`
        : `有${count}位客户不再是A类：先问${who}（现为${amount}）怎样才会再下单。`,
    unreachable: (count, of) =>
      `${of}位A类客户中有${count}位没有电话、邮箱或微信：随下一个包裹问一下（crm list tier:A missing:reach）。`,
    waiting: (count) => `有${count}笔退款在等原订单，没有计入任何数字：请导入那几天的订单（crm status）。`,
    unclear: (count) => `有${count}笔订单的状态或金额看不懂，没有计入：请重新导入那个文件（crm imports）。`,
    nothing: '没有要紧的事：没有待跟进的客户，没有超时的投诉，也没有人因为少下单而不再是A类客户。',
    nothingNow: (day) => `${day} 没有要紧的事：没有待跟进的客户，也没有超时的投诉。`,
  },
)

/** A thing to do, and whom it is about. */
interface Action {
  readonly text: string
  readonly customer?: number
}

/** Proposes one thing to do, of a customer not named before; null for nothing. */
type Proposer = (view: PeriodView, isNamed: (customer: number) => boolean) => Action | null

/** The proposals, the most pressing first. A new one is one function and its place here. */
const proposers: readonly Proposer[] = [
  staleOrders,
  lateComplaints,
  promised,
  largestStake,
  fallenFromA,
  unclearOrders,
  waitingRefunds,
  unreachableBest,
  // Where little else presses, whom to contact next.
  largestStake,
  largestStake,
  ...[nextDue, nextDue, nextDue],
]

/** The three things to do first, as of the day the report is asked for, in words; without any a sentence that says so, but in a ledger without orders. */
export function actionsOf(view: PeriodView): readonly string[] {
  const { input, now, isOver } = view
  const named = new Set<number>()
  const found: string[] = []
  for (const propose of proposers) {
    const action = found.length < MOST ? propose(view, (customer) => named.has(customer)) : null
    if (action === null) continue
    found.push(action.text)
    if (action.customer !== undefined) named.add(action.customer)
  }
  if (found.length > 0 || !hasOrders(input.snapshot)) return found
  const say = words[input.lang]
  return [isOver ? say.nothingNow(dateOf(now.asOf)) : say.nothing]
}

/** Where orders have ceased to come in, everything else is told of an old state. */
function staleOrders({ now, input: { lang } }: PeriodView): Action | null {
  const today = now.calendar.asOf
  const { lastUpTo } = countedDays(now.snapshot, 'all', today)
  if (lastUpTo === NEVER || today - lastUpTo <= STALE_DAYS) return null
  const say = words[lang]
  // Where the newest order's day stands in for today, whoever is due is told in days up to that one.
  const sentence = now.isAsOfMoved && now.asOf === lastUpTo ? say.staleMoved : say.stale
  return { text: sentence(dateOf(lastUpTo), today - lastUpTo) }
}

/** Open complaints whose promised day is over. */
function lateComplaints(view: PeriodView): Action | null {
  const { now, input, includesNow } = view
  const late = now.voice().feedback.filter((one) => {
    const isLate = one.promisedOn !== null && one.promisedOn < now.asOf
    return one.kind === 'complaint' && isOpen(one) && isLate && includesNow(one.customer)
  })
  const [first] = late.toSorted((a, b) => a.promisedOn! - b.promisedOn! || (a.subject < b.subject ? -1 : 1))
  if (first === undefined) return null
  const { customer, subject, promisedOn } = first
  const text = words[input.lang].complaints(late.length, whoIs(view, customer), subject, dateOf(promisedOn!))
  return { text, customer }
}

/** What comes before everything else on the due list: an agreed day, a hot lead. */
function promised(view: PeriodView, isNamed: (customer: number) => boolean): Action | null {
  const line = view.lines.find(
    ({ customer, items: [first] }) => isForContact(first) && first.isUrgent === true && !isNamed(customer),
  )
  return line === undefined ? null : contactOf(view, line.items[0])
}

/** Of all that is due what has most at stake. */
function largestStake(view: PeriodView, isNamed: (customer: number) => boolean): Action | null {
  const [line] = view.lines
    .filter(({ customer, items: [first] }) => isForContact(first) && first.stakeMinor > 0 && !isNamed(customer))
    .toSorted((a, b) => b.items[0].stakeMinor - a.items[0].stakeMinor)
  return line === undefined ? null : contactOf(view, line.items[0])
}

/** Whom to contact next where nothing is at stake. */
function nextDue(view: PeriodView, isNamed: (customer: number) => boolean): Action | null {
  const line = view.lines.find(({ customer, items: [first] }) => isForContact(first) && !isNamed(customer))
  return line === undefined ? null : contactOf(view, line.items[0])
}

/** A step of a delisting is no reason to call. */
function isForContact({ rule }: DueItem): boolean {
  return rule.isAboutBlocked !== true
}

function contactOf(view: PeriodView, item: DueItem): Action {
  const { now, input } = view
  const { customer, stakeMinor } = item
  const say = words[input.lang]
  const { channel } = reachOf(now.snapshot.customers[customer]!, now.details().get(customer) ?? {})
  const stake = stakeMinor > 0 ? say.stake(moneyText(stakeMinor, now)) : ''
  const sentence = channel === 'phone' ? say.call : say.contact
  return { customer, text: sentence(whoIs(view, customer), reasonOf(item, input.lang), stake) }
}

/** Who was in tier A when the period began and is not any more for want of orders, the most valuable first; whom only others passed did nothing amiss. Of a period that is over it would be an old story. */
function fallenFromA(view: PeriodView, isNamed: (customer: number) => boolean): Action | null {
  const { input, moved, standing, isOver } = view
  if (isOver) return null
  const fallen = moved.movers.filter(({ customer, before, cause }) => {
    const isOwnDoing = cause === 'left-window' || cause === 'returned'
    return before === 'A' && isOwnDoing && !isNamed(customer) && !input.snapshot.customers[customer]!.blocked
  })
  const [first] = fallen
  if (first === undefined) return null
  const { customer } = first
  const left = moneyText(standing.sums.netMinor[customer]!, input)
  return { customer, text: words[input.lang].fallen(fallen.length, whoIs(view, customer), left) }
}

/** Orders that count nowhere because nobody understands them. */
function unclearOrders({ now, input: { lang, filter } }: PeriodView): Action | null {
  const count = filter === undefined ? (now.snapshot.uncounted?.().unclear ?? 0) : 0
  return count === 0 ? null : { text: words[lang].unclear(count) }
}

/** Refunds that count nowhere until their orders come. */
function waitingRefunds({ now, input: { lang, filter } }: PeriodView): Action | null {
  const count = filter === undefined ? (now.snapshot.uncounted?.().waitingRefunds ?? 0) : 0
  return count === 0 ? null : { text: words[lang].waiting(count) }
}

/** Customers of tier A nobody can reach, as `crm list` finds them on the day the report is asked for; of the blocked nothing is missing. */
function unreachableBest({ now, input, includesNow }: PeriodView): Action | null {
  const dues = now.dues()
  const best = [...now.snapshot.customers.entries()].filter(
    ([customer]) => dues.tier(customer) === 'A' && includesNow(customer),
  )
  const lost = best.filter(([customer, who]) => {
    return !who.blocked && missingFacts(['reach'], who, now.details().get(customer) ?? {}).length > 0
  })
  return lost.length === 0 ? null : { text: words[input.lang].unreachable(lost.length, best.length) }
}

function whoIs({ now }: PeriodView, customer: number): string {
  const { name, key, id } = now.snapshot.customers[customer]!
  return name ?? key ?? id
}
