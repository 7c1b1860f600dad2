/**
 * What buyers of a product also bought (ALGORITHMS §7), item to item: counted on orders and on customers, for some shops sell
 * one thing an order. A pair is shown when at least 5 buyers share both, and in one of the two tables it comes together more
 * often than by chance (lift above 1) with a log-likelihood ratio above 10.83.
 */
import { linesUpTo, type Purchases } from '../purchases.js'
import type { Day } from '../values/business-date.js'
import { liftOf, logLikelihoodRatio } from './association.js'
import { type Baskets, basketsOf } from './baskets.js'

export const FEWEST_BUYERS = 5
/** Chance alone does this less than once in a thousand (χ² with one degree of freedom). */
export const LEAST_RATIO = 10.83
/** What nobody bought for so long is taken to be out of the range. */
const SOLD_WITHIN_DAYS = 365

/** How a pair stands in one of the two tables. */
export interface Support {
  /** Orders with both, or customers who bought both. */
  readonly both: number
  readonly lift: number
  /** Log-likelihood ratio. */
  readonly ratio: number
}

export interface Association {
  /** The other product. */
  readonly product: number
  readonly customers: Support
  readonly orders: Support
  /** The table that tells more, of those in which the pair is more than chance. */
  readonly basis: 'orders' | 'customers'
}

/** A product a customer has not bought, and the one he has that speaks for it most. */
export interface AlsoBought extends Association {
  readonly because: number
  readonly becauseOn: Day
}

export interface AlsoBoughtFinder {
  readonly orders: Baskets
  readonly customers: Baskets
  /** What goes with a product, the surest first. */
  associations(product: number): readonly Association[]
  /** What goes with what the customer bought and he has not bought yet, the surest `most` of it first. */
  of(customer: number, most: number): readonly AlsoBought[]
}

/** Counts pairs of the products that are asked after, each once; nothing is worked out before. */
export function alsoBoughtFinder(purchases: Purchases, asOf: Day): AlsoBoughtFinder {
  const [orders, customers] = [basketsOf(purchases, asOf, 'order'), basketsOf(purchases, asOf, 'customer')]
  const together = { orders: pairCounter(orders, purchases), customers: pairCounter(customers, purchases) }
  const known = new Map<number, readonly Association[]>()
  const isSold = soldLately(purchases, asOf)
  const associations = (product: number) => {
    const found = known.get(product) ?? associationsOf(product, { orders, customers }, together, isSold)
    known.set(product, found)
    return found
  }
  const of = (customer: number, most: number) => newTo(lastDays(purchases, customer, asOf), associations, most)
  return { orders, customers, associations, of }
}

/** How often each product stands in a basket with the given one. */
type PairCounter = (product: number) => { readonly others: readonly number[]; readonly counts: Int32Array }

/** The counts are in one array for all calls: only those of `others` hold, until the next call. */
function pairCounter(baskets: Baskets, { products }: Purchases): PairCounter {
  const counts = new Int32Array(products.length)
  let others: number[] = []
  return (product) => {
    for (const other of others) counts[other] = 0
    others = []
    for (const basket of baskets.holding(product)) {
      for (const other of baskets.itemsOf(basket)) {
        if (other === product) continue
        if (counts[other] === 0) others.push(other)
        counts[other]!++
      }
    }
    return { others, counts }
  }
}

interface Both<T> {
  readonly orders: T
  readonly customers: T
}

function associationsOf(
  product: number,
  baskets: Both<Baskets>,
  together: Both<PairCounter>,
  isSold: Uint8Array,
): readonly Association[] {
  const found: Association[] = []
  const [shared, ordered] = [together.customers(product), together.orders(product)]
  for (const other of shared.others) {
    if (shared.counts[other]! < FEWEST_BUYERS || !isSold[other]) continue
    const customers = supportOf(shared.counts[other]!, product, other, baskets.customers)
    const orders = supportOf(ordered.counts[other]!, product, other, baskets.orders)
    const basis = basisOf(orders, customers)
    if (basis) found.push({ product: other, customers, orders, basis })
  }
  return found.sort(bySureness)
}

function supportOf(both: number, first: number, second: number, baskets: Baskets): Support {
  const [onlyFirst, onlySecond] = [baskets.holding(first).length - both, baskets.holding(second).length - both]
  const table = { both, onlyFirst, onlySecond, neither: baskets.count - both - onlyFirst - onlySecond }
  return { both, lift: liftOf(table), ratio: logLikelihoodRatio(table) }
}

function basisOf(orders: Support, customers: Support): Association['basis'] | null {
  const isMore = ({ lift, ratio }: Support) => lift > 1 && ratio > LEAST_RATIO
  if (isMore(orders) && (!isMore(customers) || orders.ratio >= customers.ratio)) return 'orders'
  return isMore(customers) ? 'customers' : null
}

/** The surer first; equal ones by SKU. */
function bySureness(a: Association, b: Association): number {
  return b[b.basis].ratio - a[a.basis].ratio || a.product - b.product
}

/**
 * Of what goes with one product only the surest `most` new ones can be among the surest `most` of all: each before them is
 * at least as sure. So a customer with a hundred products is served without looking at every pair.
 */
function newTo(
  bought: ReadonlyMap<number, Day>,
  associations: AlsoBoughtFinder['associations'],
  most: number,
): readonly AlsoBought[] {
  const best = new Map<number, { association: Association; because: number }>()
  for (const because of bought.keys()) {
    let left = most
    for (const association of associations(because)) {
      if (bought.has(association.product)) continue
      if (left-- === 0) break
      const known = best.get(association.product)?.association
      if (!known || bySureness(association, known) < 0) best.set(association.product, { association, because })
    }
  }
  return [...best.values()]
    .sort((a, b) => bySureness(a.association, b.association))
    .slice(0, most)
    .map(({ association, because }) => ({ ...association, because, becauseOn: bought.get(because)! }))
}

/** What a customer bought up to a day, and when last; by SKU. */
function lastDays(purchases: Purchases, customer: number, asOf: Day): ReadonlyMap<number, Day> {
  const last = new Map<number, Day>()
  const end = linesUpTo(purchases, customer, asOf)
  for (let i = purchases.start[customer]!; i < end; i++) last.set(purchases.product[i]!, purchases.day[i]!)
  return new Map([...last].sort(([a], [b]) => a - b))
}

/** 1 for each product that somebody bought in the last year. */
function soldLately({ products, day, product }: Purchases, asOf: Day): Uint8Array {
  const isSold = new Uint8Array(products.length)
  for (let i = 0; i < day.length; i++) if (day[i]! <= asOf && day[i]! > asOf - SOLD_WITHIN_DAYS) isSold[product[i]!] = 1
  return isSold
}
