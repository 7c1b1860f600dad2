import type { Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import type { Abc } from './abc.js'
import { type Aggregate, isWithin } from './aggregate.js'
import { type Grading, gradeSums, type ValueOptions } from './standing.js'

/** What one order adds to a customer's figures; amounts in minor units of the base currency, as in `OrderColumns`. */
export interface OrderShare {
  /** Index of the customer in the snapshot. */
  readonly customer: number
  readonly day: Day
  readonly grossMinor: number
  readonly netMinor: number
  readonly profitMinor: number
  readonly isCounted: boolean
}

/** An order that imports changed after the ledger already spoke of it, or of its days; null where it stood in no figure. */
export interface Correction {
  /** The last import that changed what the order adds. */
  readonly batch: number
  /** That import was made between the two days compared. */
  readonly isRecent: boolean
  readonly before: OrderShare | null
  readonly after: OrderShare | null
}

/** An earlier day as the ledger had it before the corrections. */
export interface KnownThen {
  readonly abc: Abc
  /** The last correction that changed a customer's value, by customer index. */
  readonly correctionOf: ReadonlyMap<number, Correction>
}

/** Takes the corrections out of a grading of an earlier day (R14). */
export function knownThen(
  snapshot: Snapshot,
  earlier: Grading,
  corrections: readonly Correction[],
  options: ValueOptions,
): KnownThen {
  const sums = copyOf(earlier.sums)
  for (const { before, after } of corrections) {
    addShare(sums, after, -1)
    addShare(sums, before, 1)
  }
  const { abc } = gradeSums(snapshot, sums, options)
  const correctionOf = new Map<number, Correction>()
  for (const correction of corrections) {
    for (const customer of [correction.before?.customer, correction.after?.customer]) {
      if (customer === undefined || abc.value[customer] === earlier.abc.value[customer]) continue
      const known = correctionOf.get(customer)
      if (known === undefined || known.batch < correction.batch) correctionOf.set(customer, correction)
    }
  }
  return { abc, correctionOf }
}

function copyOf(sums: Aggregate): Aggregate {
  return {
    ...sums,
    orders: sums.orders.slice(),
    grossMinor: sums.grossMinor.slice(),
    netMinor: sums.netMinor.slice(),
    profitMinor: sums.profitMinor.slice(),
  }
}

function addShare(sums: Aggregate, share: OrderShare | null, sign: 1 | -1): void {
  if (share === null || !isWithin(share.day, sums.window)) return
  const { customer } = share
  sums.orders[customer]! += share.isCounted ? sign : 0
  sums.grossMinor[customer]! += sign * share.grossMinor
  sums.netMinor[customer]! += sign * share.netMinor
  sums.profitMinor[customer]! += sign * share.profitMinor
}
