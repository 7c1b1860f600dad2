import { COUNTS_USUALLY, type OrderFacts, orderFigures } from '../core/order-figures.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Window } from '../core/value/aggregate.js'
import { type Sale, type Shop, type ShopSales, sumSales } from '../core/value/groups/sales.js'
import { type Ledger, read } from './ledger.js'
import { isInFigures } from './order-figures.js'
import { rateReader } from './settings.js'

/** What each customer of a snapshot bought in each shop within a window, in the snapshot's currency (R4); UserError `rate.missing`. */
export function loadShopSales(ledger: Ledger, snapshot: Snapshot, window: Window): ShopSales {
  return read(ledger, () => {
    const shops = ledger.db.prepare('SELECT id, platform, name FROM shop ORDER BY platform, name').all() as (Shop & {
      id: number
    })[]
    const positions = new Map(shops.map(({ id }, index) => [id, index]))
    const names = shops.map(({ platform, name }) => ({ platform, name }))
    return sumSales(names, salesWithin(ledger, snapshot, window, positions))
  })
}

/** An order, whose it is and where it was placed. */
interface PlacedOrder extends OrderFacts {
  readonly customer: string
  readonly shop: number
  readonly day: number
  readonly currency: string
}

const placedOrders = `SELECT name.public_id AS customer, ok.shop_id AS shop, o.placed_on AS day, o.currency, o.kind, o.is_paid AS isPaid, o.status,
    o.total_minor AS totalMinor, o.refund_minor AS refundMinor, o.fee_minor AS feeMinor, o.cost_minor AS costMinor
  FROM sales_order o JOIN order_key ok ON ok.id = o.order_id JOIN party p ON p.id = o.party_id
  JOIN customer c ON c.id = p.customer_id JOIN key name ON name.id = c.key_id
  WHERE ${isInFigures} AND o.placed_on <= @to AND o.placed_on > coalesce(@from, o.placed_on - 1)`

function* salesWithin(
  ledger: Ledger,
  { customers, currency: base, counts = COUNTS_USUALLY }: Snapshot,
  { from, to }: Window,
  shops: ReadonlyMap<number, number>,
): Iterable<Sale> {
  const positions = new Map(customers.map(({ id }, index) => [id, index]))
  const { convert } = rateReader(ledger, base ?? '')
  const orders = ledger.db.prepare(placedOrders).iterate({ from, to }) as Iterable<PlacedOrder>
  for (const order of orders) {
    const customer = positions.get(order.customer)
    if (customer === undefined) continue
    const inBase = (minor: number) => (order.currency === base ? minor : convert(minor, order.currency, order.day))
    const figures = orderFigures(order, counts)
    const netMinor = inBase(figures.netMinor)
    yield {
      ...{ customer, shop: shops.get(order.shop)!, netMinor },
      grossMinor: inBase(figures.grossMinor),
      profitMinor: figures.costsMinor === null ? netMinor : netMinor - inBase(figures.costsMinor),
      orders: figures.isCounted ? 1 : 0,
    }
  }
}
