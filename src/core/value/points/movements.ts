import type { EventFacts } from '../../events.js'
import type { OrderColumns } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import type { Movement, ToldBalance } from './account.js'
import type { EarningLevel, PointsScheme } from './scheme.js'

/** What the points of one customer come from. Orders and events are in the order of days. */
export interface PointsFacts {
  readonly orders: Pick<OrderColumns, 'day' | 'grossMinor' | 'netMinor' | 'counted'>
  /** The customer's own orders are those from here up to, not with, there. */
  readonly span: readonly [from: number, to: number]
  readonly told: readonly ToldBalance[]
  readonly events: readonly EventFacts[]
  /** The level that orders of a day earn by. */
  readonly levelOn: (day: Day) => EarningLevel
}

/**
 * What comes into an account up to a day, in the order of days. The newest balance a file tells begins the account anew: all that
 * happened up to its day is in it.
 */
export function movementsOf(facts: PointsFacts, scheme: PointsScheme, asOf: Day): Movement[] {
  const opening = openingOn(facts.told, asOf)
  const isLater = ({ on, batch }: EventFacts) =>
    opening === null || on > opening.on || (on === opening.on && batch > opening.batch)
  const start = opening === null ? Number.NEGATIVE_INFINITY : opening.on + 1
  const { earned, returned } = earnings(facts, scheme, Math.max(scheme.from ?? start, start))
  const opened = opening === null ? [] : opening.told.map(openingMovement)
  const events = facts.events.filter(isLater).map(eventMovement)
  // Stable: on one day the opening balance comes first, then orders, returns, and what was recorded by hand.
  const movements = [...opened, ...earned, ...returned, ...events]
  return withinEarned(movements.filter(({ on }) => on <= asOf).sort((a, b) => a.on - b.on))
}

interface Opening {
  readonly on: Day
  /** The largest first. */
  readonly told: readonly ToldBalance[]
  /** The import that told the last of them. */
  readonly batch: number
}

/** The balances of the newest day told; what one person had in several imports or rows is as the last says, several persons add up. */
function openingOn(told: readonly ToldBalance[], asOf: Day): Opening | null {
  const known = told.filter((balance) => balance.on <= asOf)
  if (known.length === 0) return null
  const on = Math.max(...known.map((balance) => balance.on))
  const ofDay = known.filter((balance) => balance.on === on)
  const newest = new Map<number, ToldBalance>()
  for (const balance of ofDay) {
    const before = newest.get(balance.person)
    if (before === undefined || before.place < balance.place) newest.set(balance.person, balance)
  }
  const inForce = [...newest.values()]
  const batch = Math.max(...inForce.map(({ firstBatch }) => firstBatch))
  return { on, told: inForce.sort((a, b) => b.points - a.points), batch }
}

function openingMovement(told: ToldBalance): Movement {
  return { on: told.on, what: 'opening', points: told.points, reversed: 0, told }
}

function eventMovement(event: EventFacts): Movement {
  const what = event.what === 'earn' || event.what === 'redeem' ? event.what : 'adjust'
  return { on: event.on, what, points: event.value ?? 0, reversed: 0, event }
}

/** What orders earn, less what their refunds take back in proportion; and what returns that name no order would take off. */
function earnings({ orders, span, levelOn }: PointsFacts, { pointsOf }: PointsScheme, since: Day) {
  const [earned, returned]: [Movement[], Movement[]] = [[], []]
  for (let at = span[0]; at < span[1]; at++) {
    const [on, netMinor] = [orders.day[at]!, orders.netMinor[at]!]
    const paidMinor = Math.max(orders.grossMinor[at]!, netMinor)
    if (on < since || (paidMinor === 0 && netMinor === 0)) continue
    const level = levelOn(on)
    const leftMinor = orders.counted[at] ? netMinor : 0
    const order = { at, paidMinor: Math.max(paidMinor, -netMinor), leftMinor, level }
    const points = pointsOf(order.paidMinor, level)
    if (points === 0) continue
    if (paidMinor > 0) earned.push({ on, what: 'order', points, reversed: points - pointsOf(leftMinor, level), order })
    else returned.push({ on, what: 'return', points: -points, reversed: 0, order })
  }
  return { earned, returned }
}

/** A return that names no order takes back no more than orders and an opening balance have brought: what never earned costs none. */
function withinEarned(movements: readonly Movement[]): Movement[] {
  let kept = 0
  return movements.flatMap((movement) => {
    const { what, points, reversed } = movement
    if (what === 'order' || what === 'opening') kept += Math.max(0, points - reversed)
    if (what !== 'return') return [movement]
    const back = Math.min(-points, kept)
    kept -= back
    return back === 0 ? [] : [{ ...movement, points: -back }]
  })
}
