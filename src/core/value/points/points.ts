import type { EventFacts } from '../../events.js'
import type { Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { isWithin, windowOf } from '../aggregate.js'
import { type PointsAccount, pointsAccount, type ToldBalance } from './account.js'
import type { LevelReader } from './levels.js'
import { movementsOf, type PointsFacts } from './movements.js'
import type { PointsScheme } from './scheme.js'

/** What the points of a ledger come from besides its orders, by customer index; events are of the kind points, oldest first. */
export interface PointsRecords {
  readonly told: ReadonlyMap<number, readonly ToldBalance[]>
  readonly events: ReadonlyMap<number, readonly EventFacts[]>
}

/** The points of a ledger on a day. */
export interface PointsBasis extends PointsRecords {
  readonly snapshot: Pick<Snapshot, 'orders'>
  readonly asOf: Day
  readonly scheme: PointsScheme
  readonly levelOn: LevelReader
}

/** A customer's account; other orders may stand in for those of the snapshot, or other events for those recorded. */
export function accountOf(
  { snapshot: { orders }, asOf, scheme, levelOn, told, events }: PointsBasis,
  customer: number,
  changes: Partial<Pick<PointsFacts, 'orders' | 'span' | 'events'>> = {},
): PointsAccount {
  const facts: PointsFacts = {
    orders,
    span: [orders.start[customer]!, orders.start[customer + 1]!],
    told: told.get(customer) ?? [],
    events: events.get(customer) ?? [],
    levelOn: (day) => levelOn(customer, day),
    ...changes,
  }
  return pointsAccount(movementsOf(facts, scheme, asOf), scheme.expiryDays, asOf)
}

/** Points that expire soon; `firstOn` is null where none do. */
export interface Expiring {
  readonly points: number
  readonly firstOn: Day | null
}

/** The points that expire after a day, within so many days. */
export function expiringSoon({ lots }: PointsAccount, asOf: Day, days: number): Expiring {
  const soon = lots.filter(({ expiresOn }) => expiresOn <= asOf + days)
  return { points: soon.reduce((sum, { left }) => sum + left, 0), firstOn: soon[0]?.expiresOn ?? null }
}

/** What an account did within a year: points earned by orders and by hand less those refunds took back, the others each by itself. */
export interface PointsYear {
  readonly earned: number
  readonly redeemed: number
  readonly adjusted: number
  readonly expired: number
}

/** The days a list of accounts looks back. */
export const POINTS_DAYS = 365

/** What happened in the year that ends with a day. */
export function pointsYear({ entries }: PointsAccount, asOf: Day): PointsYear {
  const sums = { earned: 0, redeemed: 0, adjusted: 0, expired: 0 }
  const window = windowOf(asOf, POINTS_DAYS)
  for (const { on, what, points } of entries) {
    if (!isWithin(on, window) || what === 'opening') continue
    if (what === 'redeem') sums.redeemed -= points
    else if (what === 'expire') sums.expired -= points
    else if (what === 'adjust') sums.adjusted += points
    else sums.earned += points
  }
  return sums
}

/** What was recorded by hand that one account no longer covers, and another did, in the order of days. */
export function newlyUncovered(
  before: Pick<PointsAccount, 'entries'>,
  after: Pick<PointsAccount, 'entries'>,
): EventFacts[] {
  const lacking = new Map(before.entries.flatMap(({ event, uncovered }) => (event ? [[event.id, uncovered]] : [])))
  return after.entries.flatMap(({ event, uncovered }) =>
    event !== undefined && uncovered > (lacking.get(event.id) ?? 0) ? [event] : [],
  )
}
