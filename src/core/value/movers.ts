import type { Snapshot } from '../snapshot.js'
import { TIERS, type Tier } from './abc.js'
import { type Aggregate, aggregate, firstCountedOn } from './aggregate.js'
import type { Grading } from './standing.js'

/**
 * Why a tier changed between two days: a first order, more orders, money taken back, orders (or a return) that grew too old for
 * the window, or only the others' figures (the own value stayed).
 */
export type MoverCause = 'first-order' | 'ordered' | 'returned' | 'left-window' | 'others'

export interface Mover {
  readonly customer: number
  readonly before: Tier
  readonly now: Tier
  readonly cause: MoverCause
}

/** Customers whose tier differs between two gradings of the same ledger, largest value (then or now) first. */
export function moversBetween(snapshot: Snapshot, earlier: Grading, later: Grading): readonly Mover[] {
  const between = aggregate(snapshot, { from: earlier.sums.window.to, to: later.sums.window.to })
  const movers: Mover[] = []
  for (let customer = 0; customer < snapshot.customers.length; customer++) {
    const before = TIERS[earlier.abc.tier[customer]!]!
    const now = TIERS[later.abc.tier[customer]!]!
    if (before !== now)
      movers.push({ customer, before, now, cause: causeOf(snapshot, customer, earlier, later, between) })
  }
  const size = (i: number) => Math.max(earlier.abc.value[i]!, later.abc.value[i]!)
  const id = (i: number) => snapshot.customers[i]!.id
  return movers.sort((a, b) => size(b.customer) - size(a.customer) || (id(a.customer) < id(b.customer) ? -1 : 1))
}

function causeOf(
  snapshot: Snapshot,
  customer: number,
  earlier: Grading,
  later: Grading,
  between: Aggregate,
): MoverCause {
  const change = later.abc.value[customer]! - earlier.abc.value[customer]!
  if (change === 0) return 'others'
  if (change < 0) return between.netMinor[customer]! < 0 ? 'returned' : 'left-window'
  if (between.orders[customer] === 0) return 'left-window'
  return firstCountedOn(snapshot.orders, customer) > earlier.sums.window.to ? 'first-order' : 'ordered'
}
