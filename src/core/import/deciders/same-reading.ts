import { statesCurrency } from './currency.js'
import type { Reading } from './reading.js'

/** Whether two readings would read every cell alike. */
export function sameReading(a: Reading, b: Reading): boolean {
  return (
    a.scattered.size === b.scattered.size &&
    a.currency.code === b.currency.code &&
    a.yen === b.yen &&
    a.discount === b.discount &&
    a.probability === b.probability &&
    a.isDiscountInItems === b.isDiscountInItems &&
    a.crown === b.crown &&
    statesCurrency(a) === statesCurrency(b) &&
    sameSet(a.minusCosts, b.minusCosts) &&
    a.yearlessMonths === b.yearlessMonths &&
    sameMap(a.dateOrders, b.dateOrders) &&
    sameMap(a.dayFaults, b.dayFaults) &&
    sameMap(a.marks, b.marks) &&
    sameSet(a.thousands, b.thousands) &&
    sameMap(a.levels, b.levels)
  )
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item))
}

function sameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)
}
