import type { Product } from '../core/purchases.js'
import type { Snapshot } from '../core/snapshot.js'
import { isWithin, type Window } from '../core/value/aggregate.js'
import { partsByCategory, type SoldLine } from '../core/value/groups/category-parts.js'
import { chargesOf } from './charges.js'
import { type Ledger, read } from './ledger.js'
import { type LedgerLines, ledgerLines } from './ledger-lines.js'
import { type PlacedSale, readPlacedSales } from './placed-sales.js'

/** What was sold of a product in two windows; amounts in minor units of the snapshot's currency. */
interface SoldProduct {
  readonly product: Product
  /** Counted orders of the first window it is in. */
  readonly orders: number
  readonly netMinor: number
  /** Net revenue of the second window. */
  readonly beforeMinor: number
}

/** The windows, and whose orders are looked at. */
export interface ProductsAsked {
  readonly now: Window
  readonly before: Window
  includes(customer: number): boolean
}

/**
 * What the customers of a snapshot bought of each product in two windows, orders in parts by their lines as for categories; orders without
 * lines of goods are in none. UserError `rate.missing`.
 */
export function loadProductSales(ledger: Ledger, snapshot: Snapshot, asked: ProductsAsked): SoldProduct[] {
  return read(ledger, () => {
    const { products, placeOf } = namedProducts(ledger)
    const sums = products.map((product) => ({ product, orders: 0, netMinor: 0, beforeMinor: 0 }))
    const { now, before } = asked
    const span = { from: lowest(now.from, before.from), to: Math.max(now.to, before.to) }
    const sold = soldLines(ledgerLines(ledger, span), placeOf)
    readPlacedSales(ledger, snapshot, span, (sale) => {
      const isNow = isWithin(sale.day, now)
      if ((!isNow && !isWithin(sale.day, before)) || !asked.includes(sale.customer)) return
      for (const { place, orders, netMinor } of partsByCategory(sale, sold(sale))) {
        const sum = sums[place - 1]
        if (sum === undefined) continue
        if (isNow) sum.orders += orders
        sum[isNow ? 'netMinor' : 'beforeMinor'] += netMinor
      }
    })
    return sums.filter(({ orders, netMinor, beforeMinor }) => orders > 0 || netMinor !== 0 || beforeMinor !== 0)
  })
}

function lowest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.min(a, b)
}

interface ProductRow extends Product {
  readonly id: number
}

/** One product for each SKU, or name where there is none, by the name that was last given; places count from 1, charges have 0. */
function namedProducts(ledger: Ledger): { readonly products: readonly Product[]; readonly placeOf: Int32Array } {
  const rows = ledger.db.prepare('SELECT id, sku, name FROM product ORDER BY id').all() as ProductRow[]
  const charges = chargesOf(ledger)
  const placeOf = new Int32Array(rows.reduce((last, { id }) => Math.max(last, id), 0) + 1)
  const places = new Map<string, number>()
  const products: Product[] = []
  for (const { id, sku, name } of rows) {
    if (charges.has(id) || (sku === '' && name === '')) continue
    const key = sku === '' ? `\u0001${name}` : sku
    const place = places.get(key) ?? products.length + 1
    places.set(key, place)
    const known = products[place - 1]?.name ?? ''
    products[place - 1] = { sku, name: name || known }
    placeOf[id] = place
  }
  return { products, placeOf }
}

/** The lines of an order that are goods; the product stands where a category would. */
function soldLines(lines: LedgerLines, placeOf: Int32Array) {
  const said = (value: number) => (Number.isNaN(value) ? null : value)
  return ({ firstLine, lineCount }: PlacedSale): SoldLine[] => {
    const sold: SoldLine[] = []
    for (let line = firstLine ?? 0; firstLine !== null && line < firstLine + lineCount; line++) {
      const category = placeOf[lines.product[line]!] ?? 0
      if (category === 0) continue
      sold.push({
        category,
        quantity: said(lines.quantity[line]!),
        amountMinor: said(lines.amountMinor[line]!),
      })
    }
    return sold
  }
}
