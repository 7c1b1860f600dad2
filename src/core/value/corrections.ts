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

/** What some imports changed of an order the ledger already spoke of, or of whose days it did; null where it stood in no figure. */
export interface Correction {
  /** The last of these imports that changed what the order adds. */
  readonly batch: number
  readonly before: OrderShare | null
  readonly after: OrderShare | null
}

/** Corrections of orders up to an earlier day. */
export interface Corrections {
  /** By every import made since. */
  readonly since: readonly Correction[]
  /** By the imports made between the two days compared. */
  readonly between: readonly Correction[]
}

/** An earlier day without some corrections. */
export interface KnownThen {
  readonly abc: Abc
  /** The last import that changed a customer's value, by customer index. */
  readonly batchOf: ReadonlyMap<number, number>
}

/** Takes the corrections out of a grading of an earlier day (R14). */
export function knownThen(
  snapshot: Snapshot,
  earlier: Grading,
  corrections: readonly Correction[],
  options: ValueOptions,
): KnownThen {
  if (corrections.length === 0) return { abc: earlier.abc, batchOf: new Map() }
  const sums = copyOf(earlier.sums)
  for (const { before, after } of corrections) {
    addShare(sums, after, -1)
    addShare(sums, before, 1)
  }
  const { abc } = gradeSums(snapshot, sums, options)
  const batchOf = new Map<number, number>()
  for (const { batch, before, after } of corrections) {
    for (const customer of [before?.customer, after?.customer]) {
      if (customer === undefined || abc.value[customer] === earlier.abc.value[customer]) continue
      batchOf.set(customer, Math.max(batch, batchOf.get(customer) ?? 0))
    }
  }
  return { abc, batchOf }
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
