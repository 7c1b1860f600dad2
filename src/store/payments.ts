import type { Ledger } from './ledger.js'
import { liveVersions } from './versions.js'

/** Exports that tell sales once more: payments, shipments, invoices (R3). */
const tellsAgain = "s.tells IN ('payments', 'shipments', 'invoices')"

/** Number of the order a wallet's bill names: Alipay writes that of a Taobao order 111 as `T200P111`. */
const namedNumber =
  "CASE WHEN k.number GLOB 'T[0-9]*P[0-9]*' THEN substr(k.number, instr(k.number, 'P') + 1) ELSE k.number END"

/** Sales in a wallet's bill whose number is that of an order of some shop, however long after it they were paid. */
const paysNamedOrder = `EXISTS (SELECT 1 FROM ${liveVersions} JOIN order_key k ON k.id = v.order_id
  CROSS JOIN shop h CROSS JOIN order_key o ON o.shop_id = h.id AND o.number = ${namedNumber} AND o.id <> k.id CROSS JOIN sales_order c ON c.order_id = o.id AND c.kind = 'order'
  WHERE v.order_id = sales_order.order_id AND s.format IN ('wallet-bill', 'wechat-merchant-bill')
    AND EXISTS (SELECT 1 FROM order_version v JOIN source s ON s.id = v.source_id WHERE v.id = c.version_id AND s.tells = 'orders'))`

/**
 * R3: what payments, shipments and invoices tell counts as a sale on days that no shop's exports of orders reach over, from
 * its first order told to its last, and stands beside the orders on the others. Decided anew for all of them with every change of the ledger, so that it does not
 * depend on which came first. Runs inside a write, when the current orders are derived.
 */
export function weighPayments({ db }: Ledger): void {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS weighed (id INTEGER PRIMARY KEY, kind TEXT); DELETE FROM weighed;')
  const hasPayments = db.prepare(`SELECT EXISTS (SELECT 1 FROM source s WHERE ${tellsAgain})`).pluck().get() === 1
  if (!hasPayments) return
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS told_span (first_on INTEGER, last_on INTEGER);
    DELETE FROM told_span;
    INSERT INTO told_span SELECT min(v.placed_on), max(v.placed_on) FROM ${liveVersions} JOIN order_key k ON k.id = v.order_id
      WHERE s.tells = 'orders' AND v.kind = 'order' AND v.placed_on IS NOT NULL GROUP BY k.shop_id;
    INSERT INTO weighed SELECT o.order_id, o.kind FROM sales_order o JOIN order_version v ON v.id = o.version_id
      WHERE v.kind = 'payment' AND o.order_id NOT IN (SELECT id FROM touched_order);
    UPDATE sales_order SET kind = CASE WHEN EXISTS (SELECT 1 FROM told_span t WHERE sales_order.placed_on BETWEEN t.first_on AND t.last_on) OR ${paysNamedOrder}
      THEN 'payment' WHEN (SELECT kind FROM order_version WHERE id = sales_order.version_id) = 'return' THEN 'return' ELSE 'order' END
      WHERE kind IN ('payment', 'order', 'return')
        AND order_id IN (SELECT v.order_id FROM ${liveVersions} WHERE ${tellsAgain} AND v.kind IN ('payment', 'return'))
        AND (SELECT kind FROM order_version WHERE id = sales_order.version_id) IN ('payment', 'return');`)
  weighReturns(db)
}

/**
 * What was given back on a later day is of the sales before it: it counts where the buyer's last sale that was told again
 * counts, or for a buyer who has none, the last one of the shop.
 */
function weighReturns(db: Ledger['db']): void {
  const hasReturns = db.prepare("SELECT EXISTS (SELECT 1 FROM sales_order WHERE kind = 'return')").pluck().get() === 1
  if (!hasReturns) return
  const lastSale = (of: string) =>
    `(SELECT a.kind FROM told_again a WHERE ${of} AND a.placed_on <= sales_order.placed_on ORDER BY a.placed_on DESC, a.kind LIMIT 1)`
  const tellAgain = (kind: 'payment' | 'return') =>
    `(SELECT v.order_id FROM ${liveVersions} WHERE ${tellsAgain} AND v.kind = '${kind}')`
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS told_again (order_id INTEGER PRIMARY KEY, shop_id INTEGER, party_id INTEGER, placed_on INTEGER, kind TEXT);
    CREATE INDEX IF NOT EXISTS temp.told_again_party ON told_again (party_id, placed_on);
    CREATE INDEX IF NOT EXISTS temp.told_again_shop ON told_again (shop_id, placed_on);
    DELETE FROM told_again;
    INSERT INTO told_again SELECT o.order_id, k.shop_id, o.party_id, o.placed_on, o.kind FROM sales_order o JOIN order_key k ON k.id = o.order_id
      WHERE o.kind IN ('payment', 'order') AND o.order_id IN ${tellAgain('payment')}
        AND (SELECT kind FROM order_version WHERE id = o.version_id) = 'payment';
    UPDATE sales_order SET kind = 'payment' WHERE kind = 'return' AND order_id IN ${tellAgain('return')}
      AND (SELECT kind FROM order_version WHERE id = sales_order.version_id) = 'return'
      AND coalesce(${lastSale('a.party_id = sales_order.party_id')},
        ${lastSale('a.shop_id = (SELECT k.shop_id FROM order_key k WHERE k.id = sales_order.order_id)')}) = 'payment';`)
}

/** Sales that a change of the ledger turned into payments beside the orders, and the other way round. */
export interface Weighed {
  readonly stopped: number
  readonly started: number
}

/** What the last change turned of what was in the ledger before it. */
export function weighedPayments({ db }: Ledger): Weighed {
  return db
    .prepare(`SELECT count(*) FILTER (WHERE w.kind = 'order' AND o.kind = 'payment') AS stopped,
      count(*) FILTER (WHERE w.kind = 'payment' AND o.kind = 'order') AS started FROM weighed w JOIN sales_order o ON o.order_id = w.id`)
    .get() as Weighed
}
