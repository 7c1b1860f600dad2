import { linesUpTo, type Purchases } from '../purchases.js'
import type { Day } from '../values/business-date.js'

/**
 * Baskets of more different products are left out: a reseller who takes the whole range says little of what goes together,
 * and pairs grow with the square of a basket.
 */
export const MOST_IN_BASKET = 200

/** What was bought together: by one order, or by one customer. */
export interface Baskets {
  readonly count: number
  /** Left out for holding more than 200 products. */
  readonly skipped: number
  /** The different products of a basket. */
  itemsOf(basket: number): Int32Array
  /** The baskets a product stands in. */
  holding(product: number): Int32Array
}

/** The baskets of orders, or of customers, up to a day. */
export function basketsOf(purchases: Purchases, asOf: Day, by: 'order' | 'customer'): Baskets {
  const { start, order, product, products } = purchases
  const items: number[] = []
  const ends: number[] = []
  const seenIn = new Int32Array(products.length).fill(-1)
  let opened = 0
  let skipped = 0
  for (let customer = 0; customer + 1 < start.length; customer++) {
    const end = linesUpTo(purchases, customer, asOf)
    for (let from = start[customer]!, to = from; from < end; from = to) {
      const before = items.length
      while (to < end && (by === 'customer' || order[to] === order[from])) {
        if (seenIn[product[to]!] !== opened) items.push(product[to]!)
        seenIn[product[to]!] = opened
        to++
      }
      opened++
      if (items.length - before <= MOST_IN_BASKET) ends.push(items.length)
      else {
        items.length = before
        skipped++
      }
    }
  }
  return indexed(Int32Array.from(items), ends, products.length, skipped)
}

function indexed(items: Int32Array, ends: readonly number[], products: number, skipped: number): Baskets {
  const start = new Int32Array(products + 1)
  for (const product of items) start[product + 1]!++
  for (let product = 0; product < products; product++) start[product + 1]! += start[product]!
  const next = start.slice()
  const holders = new Int32Array(items.length)
  const startOf = (basket: number) => (basket === 0 ? 0 : ends[basket - 1]!)
  for (let basket = 0; basket < ends.length; basket++)
    for (let i = startOf(basket); i < ends[basket]!; i++) holders[next[items[i]!]!++] = basket
  return {
    count: ends.length,
    skipped,
    itemsOf: (basket) => items.subarray(startOf(basket), ends[basket]),
    holding: (product) => holders.subarray(start[product], start[product + 1]),
  }
}
