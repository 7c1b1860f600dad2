import { COUNTS_USUALLY, orderFigures } from '../core/order-figures.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Window } from '../core/value/aggregate.js'
import type { SaleSums } from '../core/value/groups/sales.js'
import type { Day } from '../core/values/business-date.js'
import { type BulkQuery, readNumbers } from './bulk-read.js'
import { buyersOf } from './buyers.js'
import type { Ledger } from './ledger.js'
import { isInFigures } from './order-figures.js'
import { currenciesOfOrders, rateReader } from './settings.js'
import { factsOf, factValues } from './snapshot-orders.js'

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
  const { convert } = rateReader(ledger, base ?? '')
  readNumbers(ledger, queryOf(currencies, window), (row) => {
    const [buyer, shop, day, currency] = [buyers[row[0]!]!, row[1]!, row[2]!, currencies[row[3]!]!]
    if (buyer < 0) return
    const inBase = (minor: number) => (currency === base ? minor : convert(minor, currency, day))
    const figures = orderFigures(factsOf(row, 6), counts)
    const netMinor = inBase(figures.netMinor)
    each({
      customer: buyer,
      shop,
      day,
      firstLine: Number.isNaN(row[4]) ? null : row[4]!,
      lineCount: row[5]!,
      netMinor,
      grossMinor: inBase(figures.grossMinor),
      profitMinor: figures.costsMinor === null ? netMinor : netMinor - inBase(figures.costsMinor),
      orders: figures.isCounted ? 1 : 0,
    })
  })
}

/** Party, shop, day, place of the currency in the list, lines, and the facts of orders as numbers. */
function queryOf(currencies: readonly string[], { from, to }: Window): BulkQuery {
  const places = currencies.map((code, place) => `WHEN '${code.replaceAll("'", "''")}' THEN ${place}`)
  const currency = places.length > 1 ? `CASE o.currency ${places.join(' ')} END` : '0'
  const since = from === null ? '' : `AND o.placed_on > ${from}`
  return {
    values: ['o.party_id', 'ok.shop_id', 'o.placed_on', currency, 'o.first_line', 'o.line_count', ...factValues],
    table: 'sales_order o',
    id: 'o.order_id',
    joins: 'JOIN order_key ok ON ok.id = o.order_id',
    where: `${isInFigures} AND o.party_id IS NOT NULL AND o.placed_on <= ${to} ${since}`,
  }
}
