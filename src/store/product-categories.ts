import type { Product } from '../core/purchases.js'
import { readNumbers } from './bulk-read.js'
import type { Ledger } from './ledger.js'
import { type LedgerLines, ledgerLines } from './ledger-lines.js'
import { inLiveSource } from './versions.js'

/** The category of each product. */
export interface ProductCategories {
  /** In order of name; the first is '' for what is in none. */
  readonly names: readonly string[]
  /** Index into `names` by the id of the product. */
  readonly of: Int32Array
}

interface ProductRow {
  readonly id: number
  readonly sku: string
  readonly name: string
  readonly category: string
}

/** Days of orders are below it: what an order says now is newer than what was said of any before. */
const NOW = 10_000_000

/**
 * A product's category is the newest that is known of its SKU, else of its name: a file that names none changes nothing. What
 * current orders say goes before what was said of them earlier, then the newer day, then the first in the alphabet.
 */
export function productCategories(ledger: Ledger, { product }: LedgerLines): ProductCategories {
  const rows = ledger.db.prepare('SELECT id, sku, name, category FROM product').all() as ProductRow[]
  const of = new Int32Array(rows.reduce((last, { id }) => Math.max(last, id), 0) + 1)
  if (rows.every(({ category }) => category === '')) return { names: [''], of }
  const seenOn = newestTelling(ledger, product, of.length)
  const told = rows.filter(({ id, category }) => category !== '' && seenOn[id]! > 0)
  told.sort((a, b) => seenOn[b.id]! - seenOn[a.id]! || (a.category < b.category ? -1 : 1))
  const bySku = firstBy(told, ({ sku }) => sku)
  const byName = firstBy(told, ({ name }) => name)
  const categoryOf = ({ sku, name, category }: ProductRow) =>
    bySku.get(sku) ?? byName.get(name) ?? (sku === '' && name === '' ? category : '')
  const names = [...new Set(['', ...rows.map(categoryOf)])].sort()
  const indexes = new Map(names.map((name, index) => [name, index]))
  for (const row of rows) of[row.id] = indexes.get(categoryOf(row))!
  return { names, of }
}

/** The category of the first of the rows with a key; rows without one have none. */
function firstBy(rows: readonly ProductRow[], keyOf: (row: ProductRow) => string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const row of rows) if (keyOf(row) !== '' && !found.has(keyOf(row))) found.set(keyOf(row), row.category)
  return found
}

/** By product, the newest day of an order that is said to have it, in a batch not taken back; 0 for one in none. */
function newestTelling(ledger: Ledger, product: Int32Array, products: number): Float64Array {
  const newest = new Float64Array(products)
  const take = (from: number) => (row: Float64Array) => {
    const rank = from + 1 + (Number.isNaN(row[0]) ? 0 : row[0]!)
    for (let line = row[1]!; line < row[1]! + row[2]!; line++)
      if (rank > newest[product[line]!]!) newest[product[line]!] = rank
  }
  const values = (of: string) => [`${of}.placed_on`, `${of}.first_line`, `${of}.line_count`]
  const lined = (of: string) => `${of}.line_count > 0 AND ${of}.first_line IS NOT NULL`
  const said = { values: values('v'), table: 'order_version v', id: 'v.id', joins: inLiveSource, where: lined('v') }
  readNumbers(ledger, said, take(0))
  readNumbers(ledger, { values: values('o'), table: 'sales_order o', id: 'o.order_id', where: lined('o') }, take(NOW))
  return newest
}

/** The category of each of some products, in their order; '' where nothing tells one. */
export function categoriesOf(ledger: Ledger, products: readonly Product[]): readonly string[] {
  const { names, of } = productCategories(ledger, ledgerLines(ledger))
  const rows = ledger.db.prepare('SELECT id, sku, name FROM product').all() as (Product & { readonly id: number })[]
  const keyOf = ({ sku, name }: Product) => `${sku}\u0001${name}`
  const known = new Map(rows.map((row) => [keyOf(row), names[of[row.id]!]!]))
  return products.map((product) => known.get(keyOf(product)) ?? '')
}
