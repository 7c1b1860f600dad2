import { linesUpTo, type Product, type Purchases } from '../purchases.js'
import type { Day } from '../values/business-date.js'

/** A product needs this many gaps between its own purchases before it says when it is used up. */
const FEWEST_INTERVALS = 2
/** What lasts longer than ten years is no refill. */
const LONGEST_COVER_DAYS = 3650
/** A refill is waited for at least this long after the day it was expected. */
const LEAST_PATIENCE_DAYS = 14

/** A product a customer keeps buying, and when the last purchase should be used up. */
export interface Refill {
  readonly product: Product
  /** Days a piece lasts: the median of days between purchases per piece bought. */
  readonly perUnitDays: number
  readonly lastOn: Day
  /** Pieces bought on the last day. */
  readonly lastQuantity: number
  /** `lastOn` and as many days as the last pieces last, at least one. */
  readonly expectedOn: Day
  /** Gaps behind it. */
  readonly n: number
}

/** What a customer buys again and again, the earliest to be used up first (R19, ALGORITHMS §3): at least two gaps between days of the same SKU. */
export function refillsOf(purchases: Purchases, customer: number, asOf: Day): readonly Refill[] {
  return refillReader(purchases, asOf)(customer)
}

/** The same for many customers, of whom most buy nothing so often: theirs is told by counting. */
export function refillReader(purchases: Purchases, asOf: Day): (customer: number) => readonly Refill[] {
  const { products, start, product } = purchases
  const counts = new Int32Array(products.length)
  return (customer) => {
    const [from, to] = [start[customer]!, linesUpTo(purchases, customer, asOf)]
    let most = 0
    for (let line = from; line < to; line++) most = Math.max(most, ++counts[product[line]!]!)
    for (let line = from; line < to; line++) counts[product[line]!] = 0
    return most > FEWEST_INTERVALS ? refillsAmong(purchases, customer, asOf) : NONE
  }
}

const NONE: readonly Refill[] = []

function refillsAmong(purchases: Purchases, customer: number, asOf: Day): readonly Refill[] {
  const lines = linesByProduct(purchases, customer, asOf)
  const refills: Refill[] = []
  for (let from = 0, to = 0; from < lines.length; from = to) {
    const product = purchases.product[lines[from]!]!
    while (to < lines.length && purchases.product[lines[to]!] === product) to++
    if (to - from <= FEWEST_INTERVALS) continue
    const refill = refillOf(purchases, lines.subarray(from, to))
    if (refill) refills.push(refill)
  }
  return refills.sort((a, b) => a.expectedOn - b.expectedOn || b.n - a.n || compare(a.product, b.product))
}

/** A customer's lines up to a day by product, each product's in order of days. */
function linesByProduct(purchases: Purchases, customer: number, asOf: Day): Float64Array {
  const start = purchases.start[customer]!
  const count = linesUpTo(purchases, customer, asOf) - start
  // One number a line, product before position, so that they are sorted without a comparator.
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) keys[i] = purchases.product[start + i]! * count + i
  keys.sort()
  for (let i = 0; i < count; i++) keys[i] = start + (keys[i]! % count)
  return keys
}

/** The pieces bought on a day last until the next purchase. */
function refillOf({ products, product, day, quantity }: Purchases, lines: Float64Array): Refill | null {
  const days: Day[] = []
  const pieces: number[] = []
  for (const line of lines) {
    if (days[days.length - 1] === day[line]) pieces[pieces.length - 1]! += quantity[line]!
    else {
      days.push(day[line]!)
      pieces.push(quantity[line]!)
    }
  }
  const n = days.length - 1
  if (n < FEWEST_INTERVALS) return null
  const perUnitDays = median(Array.from({ length: n }, (_, i) => (days[i + 1]! - days[i]!) / pieces[i]!))
  const [lastOn, lastQuantity] = [days[n]!, pieces[n]!]
  const coverDays = Math.max(1, Math.round(perUnitDays * lastQuantity))
  if (coverDays > LONGEST_COVER_DAYS) return null
  return {
    product: products[product[lines[0]!]!]!,
    perUnitDays,
    lastOn,
    lastQuantity,
    expectedOn: lastOn + coverDays,
    n,
  }
}

function median(values: number[]): number {
  values.sort((a, b) => a - b)
  const middle = values.length >> 1
  return values.length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2
}

function compare(a: Product, b: Product): number {
  return a.sku < b.sku || (a.sku === b.sku && a.name < b.name) ? -1 : 1
}

/** The last day on which the refill is still waited for: twice the time the last pieces last, at least 14 days past it (as R9 has it for all orders). */
export function refillLapsesAfter({ lastOn, expectedOn }: Refill): Day {
  return expectedOn + Math.max(expectedOn - lastOn, LEAST_PATIENCE_DAYS)
}
