import type { Snapshot } from '../snapshot.js'
import { TIERS, type Tier } from './abc.js'
import { type Aggregate, aggregate, firstCountedOn } from './aggregate.js'
import { type Corrections, knownThen } from './corrections.js'
import { type Grading, measured, type ValueOptions } from './standing.js'

/**
 * Why a tier changed between two days: a first order, more orders, money taken back, orders (or a return) that grew too old for
 * the window, only the others' figures (the own value stayed), or an import that changed what is known of the earlier day.
 */
export type MoverCause = 'first-order' | 'ordered' | 'returned' | 'left-window' | 'others' | 'corrected'

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
  const sums = aggregate(snapshot, { from: earlier.sums.window.to, to: later.sums.window.to })
  const causeOf = causeFinder(snapshot, days, sums, options)
  const movers: Mover[] = []
  for (let customer = 0; customer < snapshot.customers.length; customer++) {
    const tierIn = ({ abc }: Pick<Grading, 'abc'>): Tier => TIERS[abc.tier[customer]!]!
    const [before, now] = [tierIn(earlier), tierIn(later)]
    const correctedBy = since.batchOf.get(customer) ?? null
    const movedBy = between.batchOf.get(customer)
    if (before !== now) movers.push({ customer, before, now, cause: causeOf(customer), correctedBy })
    else if (movedBy !== undefined && tierIn(between) !== now)
      movers.push({ customer, before: tierIn(between), now, cause: 'corrected', correctedBy: movedBy })
  }
  const size = (i: number) => Math.max(earlier.abc.value[i]!, later.abc.value[i]!)
  const id = (i: number) => snapshot.customers[i]!.id
  return movers.sort((a, b) => size(b.customer) - size(a.customer) || (id(a.customer) < id(b.customer) ? -1 : 1))
}

function causeFinder(
  snapshot: Snapshot,
  { earlier, later }: TwoDays,
  between: Aggregate,
  { measure }: ValueOptions,
): (customer: number) => Exclude<MoverCause, 'corrected'> {
  const added = measured(between, measure)
  return (customer) => {
    const change = later.abc.value[customer]! - earlier.abc.value[customer]!
    if (change === 0) return 'others'
    if (change < 0 && between.netMinor[customer]! < 0) return 'returned'
    // An order at a loss can lower the profit.
    if (between.orders[customer] === 0 || (change < 0 && added[customer]! >= 0)) return 'left-window'
    return firstCountedOn(snapshot.orders, customer) > earlier.sums.window.to ? 'first-order' : 'ordered'
  }
}
