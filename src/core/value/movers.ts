import type { OrderColumns, Snapshot } from '../snapshot.js'
import { TIERS, type Tier } from './abc.js'
import { firstCountedOn, isWithin } from './aggregate.js'
import { type Corrections, knownThen } from './corrections.js'
import type { Measure } from './measure.js'
import type { Grading, ValueOptions } from './standing.js'

/**
 * Why a tier changed between two days: a first order, more orders, money taken back, orders or returns that grew too old for
 * the window, the others' figures (the own value stayed, or went the other way), or an import that changed what is known of
 * the earlier day.
 */
export type MoverCause =
  | 'first-order'
  | 'ordered'
  | 'returned'
  | 'left-window'
  | 'returns-left-window'
  | 'others'
  | 'corrected'

export interface Mover {
  readonly customer: number
  readonly before: Tier
  readonly now: Tier
  readonly cause: MoverCause
  /** The import after the earlier day that changed the customer's value of that day; null where none did. */
  readonly correctedBy: number | null
}

/** Two gradings of one ledger, and what imports corrected of the earlier day. */
export interface TwoDays {
  readonly earlier: Grading
  readonly later: Grading
  readonly corrections: Corrections
}

/**
 * Customers whose tier differs between two days, largest value (then or now) first. Both days are as today's ledger tells
 * them (R14); whom only an import made between them put into another tier has moved by that correction.
 */
export function moversBetween(snapshot: Snapshot, days: TwoDays, options: ValueOptions): readonly Mover[] {
  const { earlier, later, corrections } = days
  const since = knownThen(snapshot, earlier, corrections.since, options)
  const between = knownThen(snapshot, earlier, corrections.between, options)
  const movers: Mover[] = []
  for (let customer = 0; customer < snapshot.customers.length; customer++) {
    const tierIn = ({ abc }: Pick<Grading, 'abc'>): Tier => TIERS[abc.tier[customer]!]!
    const [before, now] = [tierIn(earlier), tierIn(later)]
    const correctedBy = since.batchOf.get(customer) ?? null
    const movedBy = between.batchOf.get(customer)
    if (before !== now)
      movers.push({
        customer,
        before,
        now,
        cause: causeOf(snapshot.orders, customer, days, options.measure, isBetter(now, before)),
        correctedBy,
      })
    else if (movedBy !== undefined && tierIn(between) !== now)
      movers.push({ customer, before: tierIn(between), now, cause: 'corrected', correctedBy: movedBy })
  }
  const size = (i: number) => Math.max(earlier.abc.value[i]!, later.abc.value[i]!)
  const id = (i: number) => snapshot.customers[i]!.id
  return movers.sort((a, b) => size(b.customer) - size(a.customer) || (id(a.customer) < id(b.customer) ? -1 : 1))
}

function isBetter(tier: Tier, other: Tier): boolean {
  return TIERS.indexOf(tier) < TIERS.indexOf(other)
}

/** What moved a value most in the direction it went; its parts add up to the change. Who fell with more, or rose with less, was moved by the others. */
function causeOf(
  orders: OrderColumns,
  customer: number,
  { earlier, later }: TwoDays,
  measure: Measure,
  isUp: boolean,
): Exclude<MoverCause, 'corrected'> {
  const change = later.abc.value[customer]! - earlier.abc.value[customer]!
  if (change === 0 || change > 0 !== isUp) return 'others'
  const parts = { ordered: 0, returned: 0, 'left-window': 0 }
  for (let i = orders.start[customer]!; i < orders.start[customer + 1]!; i++) {
    const [was, is] = [isWithin(orders.day[i]!, earlier.sums.window), isWithin(orders.day[i]!, later.sums.window)]
    const value = measuredOrder(orders, i, measure)
    if (was && !is) parts['left-window'] -= value
    else if (is && !was) parts[value < 0 && !orders.counted[i] ? 'returned' : 'ordered'] += value
  }
  const sign = Math.sign(change)
  const causes = Object.keys(parts) as (keyof typeof parts)[]
  const cause = causes.reduce((most, other) => (sign * parts[other] > sign * parts[most] ? other : most))
  if (cause === 'left-window') return isUp ? 'returns-left-window' : cause
  return cause === 'ordered' && firstCountedOn(orders, customer) > earlier.sums.window.to ? 'first-order' : cause
}

/** What one order or return adds to the figure of a measure. */
function measuredOrder(orders: OrderColumns, i: number, measure: Measure): number {
  if (measure === 'orders') return orders.counted[i]!
  return { net: orders.netMinor, gross: orders.grossMinor, profit: orders.profitMinor }[measure][i]!
}

/** How many customers stood in each tier on the earlier day, by where they stand now: `of[before][now]`, as in TIERS. */
export function tierMoves(
  { earlier, later }: Pick<TwoDays, 'earlier' | 'later'>,
  movers: readonly Mover[],
  includes: (customer: number) => boolean,
): readonly (readonly number[])[] {
  const of = TIERS.map(() => TIERS.map(() => 0))
  const add = (before: number, now: number, count: number) => {
    of[before]![now]! += count
  }
  const { tier } = later.abc
  for (let customer = 0; customer < tier.length; customer++)
    if (includes(customer)) add(earlier.abc.tier[customer]!, tier[customer]!, 1)
  // By today's ledger those an import moved stood where they stand now.
  for (const { customer, before, cause } of movers) {
    if (cause !== 'corrected' || !includes(customer)) continue
    add(earlier.abc.tier[customer]!, tier[customer]!, -1)
    add(TIERS.indexOf(before), tier[customer]!, 1)
  }
  return of
}
