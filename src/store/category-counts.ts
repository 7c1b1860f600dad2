import { COUNTS_USUALLY, orderFigures } from '../core/order-figures.js'
import type { Snapshot } from '../core/snapshot.js'
import { isWithin, type Window } from '../core/value/aggregate.js'
import { readNumbers } from './bulk-read.js'
import { buyersOf } from './buyers.js'
import { chargesOf } from './charges.js'
import { type Ledger, read } from './ledger.js'
import { ledgerLines } from './ledger-lines.js'
import { isInFigures } from './order-figures.js'
import { factsOf, factValues } from './order-numbers.js'
import { productCategories } from './product-categories.js'

/**
 * Of how many categories the counted orders of each customer of a snapshot are within a window, by customer index, those who
 * bought of any; null where no line of goods names one.
 */
export function loadCategoryCounts(ledger: Ledger, snapshot: Snapshot, window: Window): Map<number, number> | null {
  return read(ledger, () => {
    const charges = chargesOf(ledger)
    const named = ledger.db.prepare("SELECT id FROM product WHERE category <> ''").pluck().all() as number[]
    if (named.every((product) => charges.has(product))) return null
    const lines = ledgerLines(ledger)
    const { names, of } = productCategories(ledger, lines)
    const { counts = COUNTS_USUALLY } = snapshot
    const buyers = buyersOf(ledger, snapshot)
    // A number for each customer and category, as often as there are lines.
    const bought = new Float64Array(lines.product.length)
    let size = 0
    const values = ['o.party_id', 'o.placed_on', 'o.first_line', 'o.line_count', ...factValues]
    const where = `${isInFigures} AND o.party_id IS NOT NULL AND o.first_line IS NOT NULL AND o.line_count > 0`
    readNumbers(ledger, { values, table: 'sales_order o', id: 'o.order_id', where }, (row) => {
      const buyer = buyers[row[0]!]!
      if (buyer < 0 || !isWithin(row[1]!, window) || !orderFigures(factsOf(row, 4), counts).isCounted) return
      for (let line = row[2]!; line < row[2]! + row[3]!; line++) {
        const product = lines.product[line]!
        const category = of[product]!
        if (names[category] !== '' && !charges.has(product)) bought[size++] = buyer * names.length + category
      }
    })
    return countDistinct(bought.subarray(0, size).sort(), names.length)
  })
}

/** How many different numbers there are of each customer, in rising numbers of customer × width + category. */
function countDistinct(ascending: Float64Array, width: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (let at = 0; at < ascending.length; at++) {
    if (ascending[at] === ascending[at - 1]) continue
    const customer = Math.floor(ascending[at]! / width)
    counts.set(customer, (counts.get(customer) ?? 0) + 1)
  }
  return counts
}
