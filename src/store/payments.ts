import type { Ledger } from './ledger.js'
import { liveVersions } from './versions.js'

/** Exports that tell sales once more: payments, shipments, invoices (R3). */
const tellsAgain = "s.tells IN ('payments', 'shipments', 'invoices')"

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
    UPDATE sales_order SET kind = CASE WHEN EXISTS (SELECT 1 FROM told_span t WHERE sales_order.placed_on BETWEEN t.first_on AND t.last_on)
      THEN 'payment' WHEN (SELECT kind FROM order_version WHERE id = sales_order.version_id) = 'return' THEN 'return' ELSE 'order' END
      WHERE kind IN ('payment', 'order', 'return')
        AND order_id IN (SELECT v.order_id FROM ${liveVersions} WHERE ${tellsAgain} AND v.kind IN ('payment', 'return'))
        AND (SELECT kind FROM order_version WHERE id = sales_order.version_id) IN ('payment', 'return');`)
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
