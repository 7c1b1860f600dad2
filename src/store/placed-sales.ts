import { COUNTS_USUALLY, type OrderFacts, orderFigures } from '../core/order-figures.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Window } from '../core/value/aggregate.js'
import type { SaleSums } from '../core/value/groups/sales.js'
import type { Ledger } from './ledger.js'
import { isInFigures } from './order-figures.js'
import { rateReader } from './settings.js'

/** What an order or return adds, where it was placed, and the lines it has. */
export interface PlacedSale extends SaleSums {
  /** Id of the shop. */
  readonly shop: number
  readonly firstLine: number | null
  readonly lineCount: number
}

/** An order, whose it is and where it was placed. */
interface PlacedOrder extends OrderFacts, Pick<PlacedSale, 'shop' | 'firstLine' | 'lineCount'> {
  readonly customer: string
  readonly day: number
  readonly currency: string
}

const placedOrders = `SELECT name.public_id AS customer, ok.shop_id AS shop, o.placed_on AS day, o.currency, o.kind, o.is_paid AS isPaid, o.status,
    o.total_minor AS totalMinor, o.refund_minor AS refundMinor, o.fee_minor AS feeMinor, o.cost_minor AS costMinor,
    o.first_line AS firstLine, o.line_count AS lineCount
  FROM sales_order o JOIN order_key ok ON ok.id = o.order_id JOIN party p ON p.id = o.party_id
  JOIN customer c ON c.id = p.customer_id JOIN key name ON name.id = c.key_id
  WHERE ${isInFigures} AND o.placed_on <= @to AND o.placed_on > coalesce(@from, o.placed_on - 1)`

/** The orders and returns of a snapshot's customers within a window, in its currency (R4); UserError `rate.missing`. */
export function* placedSales(
  ledger: Ledger,
  { customers, currency: base, counts = COUNTS_USUALLY }: Snapshot,
  { from, to }: Window,
): Iterable<PlacedSale> {
  const positions = new Map(customers.map(({ id }, index) => [id, index]))
  const { convert } = rateReader(ledger, base ?? '')
  const orders = ledger.db.prepare(placedOrders).iterate({ from, to }) as Iterable<PlacedOrder>
  for (const order of orders) {
    const customer = positions.get(order.customer)
    if (customer === undefined) continue
    const inBase = (minor: number) => (order.currency === base ? minor : convert(minor, order.currency, order.day))
    const figures = orderFigures(order, counts)
    const netMinor = inBase(figures.netMinor)
    const { shop, firstLine, lineCount } = order
    yield {
      ...{ customer, shop, firstLine, lineCount, netMinor },
      grossMinor: inBase(figures.grossMinor),
      profitMinor: figures.costsMinor === null ? netMinor : netMinor - inBase(figures.costsMinor),
      orders: figures.isCounted ? 1 : 0,
    }
  }
}
