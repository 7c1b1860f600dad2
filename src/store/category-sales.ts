import { isGoods } from '../core/goods.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Window } from '../core/value/aggregate.js'
import { partsByCategory, type SoldLine } from '../core/value/groups/category-parts.js'
import { type Sale, type Sales, sumSales } from '../core/value/groups/sales.js'
import { type Ledger, read } from './ledger.js'
import { type LedgerLines, ledgerLines } from './ledger-lines.js'
import { type PlacedSale, placedSales } from './placed-sales.js'
import { productCategories } from './product-categories.js'

/** What each customer of a snapshot bought of each category within a window, in the snapshot's currency (R4); UserError `rate.missing`. */
export function loadCategorySales(ledger: Ledger, snapshot: Snapshot, window: Window): Sales<string> {
  return read(ledger, () => {
    const lines = ledgerLines(ledger)
    const { names, of } = productCategories(ledger, lines)
    const sold = soldLines(ledger, lines, of)
    return sumSales(names, parts(placedSales(ledger, snapshot, window), sold))
  })
}

function* parts(sales: Iterable<PlacedSale>, sold: (sale: PlacedSale) => readonly SoldLine[]): Iterable<Sale> {
  for (const sale of sales) yield* partsByCategory(sale, sold(sale))
}

/** The lines of an order, postage and other charges left out. */
function soldLines({ db }: Ledger, lines: LedgerLines, categories: Int32Array) {
  const named = db.prepare('SELECT id, name FROM product').all() as { id: number; name: string }[]
  const charges = new Set(named.flatMap(({ id, name }) => (isGoods(name) ? [] : [id])))
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
