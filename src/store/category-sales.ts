import type { Snapshot } from '../core/snapshot.js'
import type { Window } from '../core/value/aggregate.js'
import type { CategorySales } from '../core/value/grades/facts.js'
import type { VipSales } from '../core/value/grades/vip.js'
import { netOfCategories, partsByCategory, type SoldLine } from '../core/value/groups/category-parts.js'
import { type Sales, sumSales } from '../core/value/groups/sales.js'
import type { Day } from '../core/values/business-date.js'
import { fold } from '../core/values/filter.js'
import { nearest } from '../core/values/nearest.js'
import { chargesOf } from './charges.js'
import { type Ledger, read } from './ledger.js'
import { type LedgerLines, ledgerLines } from './ledger-lines.js'
import { type PlacedSale, readPlacedSales } from './placed-sales.js'
import { productCategories } from './product-categories.js'

/** What each customer of a snapshot bought of each category within a window, in the snapshot's currency (R4); UserError `rate.missing`. */
export function loadCategorySales(ledger: Ledger, snapshot: Snapshot, window: Window): Sales<string> {
  return read(ledger, () => {
    const lines = ledgerLines(ledger)
    const { names, of } = productCategories(ledger, lines)
    const sold = soldLines(ledger, lines, of)
    return sumSales(names, (add) =>
      readPlacedSales(ledger, snapshot, window, (sale) => {
        for (const part of partsByCategory(sale, sold(sale))) add(part.place, part)
      }),
    )
  })
}

/**
 * The orders and returns of each customer of a snapshot within a window as far as they are of some categories, by day, in the
 * snapshot's currency (R4); names are compared without regard to case and width. UserError `rate.missing`.
 */
export function loadSalesOf(
  ledger: Ledger,
  snapshot: Snapshot,
  window: Window,
  categories: readonly string[],
): CategorySales {
  return read(ledger, () => {
    const lines = ledgerLines(ledger)
    const { names, of } = productCategories(ledger, lines)
    const asked = new Set(categories.map(fold))
    const places = new Set(names.flatMap((name, place) => (name !== '' && asked.has(fold(name)) ? [place] : [])))
    const sold = soldLines(ledger, lines, of)
    const sales: VipSale[] = []
    readPlacedSales(ledger, snapshot, window, (sale) => {
      const netMinor = netOfCategories(sale, sold(sale), (place) => places.has(place))
      if (netMinor !== null) sales.push({ customer: sale.customer, day: sale.day, counted: sale.orders, netMinor })
    })
    const known = new Set(names.map(fold))
    const unknown = categories.filter((name) => !known.has(fold(name)))
    return {
      sales: byCustomer(sales, snapshot.customers.length),
      unknown: unknown.map((name) => ({ name, near: nearest(name, names) })),
    }
  })
}

interface VipSale {
  readonly customer: number
  readonly day: Day
  readonly counted: number
  readonly netMinor: number
}

/** Sales as columns, by customer, then by day, then by amount, so that arrival never shows. */
function byCustomer(sales: readonly VipSale[], customers: number): VipSales {
  const sorted = sales.toSorted((a, b) => a.customer - b.customer || a.day - b.day || a.netMinor - b.netMinor)
  const start = new Int32Array(customers + 1)
  for (const { customer } of sorted) start[customer + 1]!++
  for (let customer = 0; customer < customers; customer++) start[customer + 1]! += start[customer]!
  return {
    start,
    day: Int32Array.from(sorted, ({ day }) => day),
    counted: Uint8Array.from(sorted, ({ counted }) => counted),
    netMinor: Float64Array.from(sorted, ({ netMinor }) => netMinor),
  }
}

/** The lines of an order, postage and other charges left out. */
function soldLines(ledger: Ledger, lines: LedgerLines, categories: Int32Array) {
  const charges = chargesOf(ledger)
  const said = (value: number) => (Number.isNaN(value) ? null : value)
  return ({ firstLine, lineCount }: PlacedSale): SoldLine[] => {
    const sold: SoldLine[] = []
    for (let line = firstLine ?? 0; firstLine !== null && line < firstLine + lineCount; line++) {
      const product = lines.product[line]!
      if (charges.has(product)) continue
      const [quantity, amountMinor] = [said(lines.quantity[line]!), said(lines.amountMinor[line]!)]
      sold.push({ category: categories[product]!, quantity, amountMinor })
    }
    return sold
  }
}
