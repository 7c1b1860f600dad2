import { COUNTS_USUALLY } from '../core/order-figures.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Window } from '../core/value/aggregate.js'
import type { SaleSums } from '../core/value/groups/sales.js'
import type { Day } from '../core/values/business-date.js'
import { type BulkQuery, readNumbers } from './bulk-read.js'
import { buyersOf } from './buyers.js'
import type { Ledger } from './ledger.js'
import { isInFigures } from './order-figures.js'
import { currencyPlace, factsOf, factValues, figuresInBase } from './order-numbers.js'
import { currenciesOfOrders } from './settings.js'

/** What an order or return adds, where it was placed, and the lines it has. */
export interface PlacedSale extends SaleSums {
  /** Id of the shop. */
  readonly shop: number
  readonly day: Day
  readonly firstLine: number | null
  readonly lineCount: number
}

/** The orders and returns of a snapshot's customers within a window, one after the other, in its currency (R4); UserError `rate.missing`. */
export function readPlacedSales(
  ledger: Ledger,
  snapshot: Snapshot,
  window: Window,
  each: (sale: PlacedSale) => void,
): void {
  const { currency: base, counts = COUNTS_USUALLY } = snapshot
  const buyers = buyersOf(ledger, snapshot)
  const currencies = currenciesOfOrders(ledger)
  const figuresOf = figuresInBase(ledger, { base, currencies, counts })
  readNumbers(ledger, queryOf(currencies, window), (row) => {
    const [buyer, shop, day] = [buyers[row[0]!]!, row[1]!, row[2]!]
    if (buyer < 0) return
    const { netMinor, grossMinor, profitMinor, isCounted } = figuresOf(factsOf(row, 6), row[3]!, day)
    const [firstLine, lineCount] = [Number.isNaN(row[4]) ? null : row[4]!, row[5]!]
    const orders = isCounted ? 1 : 0
    each({ customer: buyer, shop, day, firstLine, lineCount, netMinor, grossMinor, profitMinor, orders })
  })
}

/** Party, shop, day, place of the currency in the list, lines, and the facts of orders as numbers. */
function queryOf(currencies: readonly string[], { from, to }: Window): BulkQuery {
  const since = from === null ? '' : `AND o.placed_on > ${from}`
  return {
    values: [
      'o.party_id',
      'ok.shop_id',
      'o.placed_on',
      currencyPlace(currencies),
      'o.first_line',
      'o.line_count',
      ...factValues,
    ],
    table: 'sales_order o',
    id: 'o.order_id',
    joins: 'JOIN order_key ok ON ok.id = o.order_id',
    where: `${isInFigures} AND o.party_id IS NOT NULL AND o.placed_on <= ${to} ${since}`,
  }
}
