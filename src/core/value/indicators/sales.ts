import type { OrderColumns, Snapshot } from '../../snapshot.js'
import { isWithin, type Window } from '../aggregate.js'
import type { IndicatorBasis } from './basis.js'

/** Sales of a period; amounts in minor units, shares as fractions, null where they would divide by nothing. */
export interface Sales {
  readonly orders: number
  readonly netMinor: number
  readonly grossMinor: number
  readonly averageOrderMinor: number | null
  readonly refundsShare: number | null
  readonly buyers: number
  readonly newCustomers: number
  /** New customers with a referrer over new customers (ALGORITHMS §10). */
  readonly referralRate: number | null
  readonly newNetMinor: number
  readonly returningNetMinor: number
}

/** What sales are told from. */
export type SalesBasis = Pick<IndicatorBasis, 'snapshot' | 'isFiltered' | 'includes' | 'firstOn' | 'referred'>

/**
 * Sales of the customers of a filter in a period; orders that name no customer are part of orders, gross and net where
 * there is no filter. New is who has the first counted order ever in the period; all other net revenue is returning.
 */
export function salesOf(basis: SalesBasis, window: Window): Sales {
  const { snapshot, includes, firstOn, referred } = basis
  const all = { ...(basis.isFiltered ? { orders: 0, netMinor: 0, grossMinor: 0 } : unassigned(snapshot, window)) }
  let newReferred = 0
  const people = { buyers: 0, newCustomers: 0, newNetMinor: 0, returningNetMinor: 0 }
  const { start } = snapshot.orders
  for (let customer = 0; customer < snapshot.customers.length; customer++) {
    if (!includes(customer)) continue
    const isNew = isWithin(firstOn[customer]!, window)
    const before = { orders: all.orders, netMinor: all.netMinor }
    addOrders(all, snapshot.orders, start[customer]!, start[customer + 1]!, window)
    people[isNew ? 'newNetMinor' : 'returningNetMinor'] += all.netMinor - before.netMinor
    if (all.orders > before.orders) people.buyers++
    if (isNew) people.newCustomers++
    if (isNew && referred.has(customer)) newReferred++
  }
  const { orders, netMinor, grossMinor } = all
  return {
    ...all,
    averageOrderMinor: orders > 0 ? Math.round(netMinor / orders) : null,
    refundsShare: grossMinor > 0 ? (grossMinor - netMinor) / grossMinor : null,
    ...people,
    referralRate: people.newCustomers > 0 ? newReferred / people.newCustomers : null,
  }
}

function unassigned({ unassigned: columns }: Snapshot, window: Window) {
  const sums = { orders: 0, netMinor: 0, grossMinor: 0 }
  if (columns !== undefined) addOrders(sums, columns, 0, columns.day.length, window)
  return sums
}

type SoldColumns = Omit<OrderColumns, 'start'>

/** Adds the orders at `start` … `end - 1` of the columns that lie in the window. */
function addOrders(
  sums: { orders: number; netMinor: number; grossMinor: number },
  columns: SoldColumns,
  start: number,
  end: number,
  window: Window,
): void {
  for (let i = start; i < end; i++) {
    if (!isWithin(columns.day[i]!, window)) continue
    sums.orders += columns.counted[i]!
    sums.netMinor += columns.netMinor[i]!
    sums.grossMinor += columns.grossMinor[i]!
  }
}
