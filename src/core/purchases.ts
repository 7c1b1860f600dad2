import type { Day } from './values/business-date.js'
import { shortened } from './values/text.js'

/** Something the shop sells: known by its SKU, without one by its name; either may be '', never both. */
export interface Product {
  readonly sku: string
  /** The name on the newest line that has one. */
  readonly name: string
}

/**
 * What was bought: the lines of counted orders (R1) that name a product and a quantity above zero, grouped by customer as in
 * OrderColumns and in order of days, the lines of one order together. Lines that name no quantity count as one piece.
 */
export interface Purchases {
  /** In order of SKU, so that the smaller index is the smaller SKU. */
  readonly products: readonly Product[]
  readonly start: Int32Array
  readonly day: Int32Array
  /** Index into `products`. */
  readonly product: Int32Array
  /** Pieces, or whatever the product is measured in; not always whole. */
  readonly quantity: Float64Array
  /** The order a line is of, counted from 0 over the whole ledger. */
  readonly order: Int32Array
}

/** What a reader calls a product. */
export function productLabel({ sku, name }: Product): string {
  return name || sku
}

const LONGEST_IN_SENTENCE = 40

/** What a sentence calls a product: names of whole lines are cut short. */
export function shortLabel(label: string): string {
  return shortened(label, LONGEST_IN_SENTENCE)
}

/** The position after a customer's last line up to a day. */
export function linesUpTo({ start, day }: Purchases, customer: number, asOf: Day): number {
  let end = start[customer + 1]!
  while (end > start[customer]! && day[end - 1]! > asOf) end--
  return end
}
