import type { Ledger } from './ledger.js'
import { liveVersions } from './versions.js'

/** Exports that tell sales once more: payments, shipments, invoices (R3). */
const isTold = "s.tells IN ('payments', 'shipments', 'invoices')"

/**
 * R3: what payments, shipments and invoices tell counts as a sale where no export of orders in force reaches over its day, and
 * stands beside the orders where one does. Decided anew for all of them with every change of the ledger, so that it does not
 * depend on which came first. Runs inside a write, when the current orders are derived.
 */
export function weighPayments({ db }: Ledger): void {
  const hasPayments = db.prepare(`SELECT EXISTS (SELECT 1 FROM source s WHERE ${isTold})`).pluck().get() === 1
  if (!hasPayments) return
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS told_span (first_on INTEGER, last_on INTEGER);
    DELETE FROM told_span;
    INSERT INTO told_span SELECT min(v.placed_on), max(v.placed_on) FROM ${liveVersions}
      WHERE NOT ${isTold} AND v.kind = 'order' AND v.placed_on IS NOT NULL GROUP BY s.id;
    UPDATE sales_order SET kind = CASE WHEN EXISTS (SELECT 1 FROM told_span t WHERE sales_order.placed_on BETWEEN t.first_on AND t.last_on)
      THEN 'payment' WHEN (SELECT kind FROM order_version WHERE id = sales_order.version_id) = 'return' THEN 'return' ELSE 'order' END
      WHERE kind IN ('payment', 'order', 'return')
        AND order_id IN (SELECT v.order_id FROM ${liveVersions} WHERE ${isTold} AND v.kind IN ('payment', 'return'))
        AND (SELECT kind FROM order_version WHERE id = sales_order.version_id) IN ('payment', 'return');`)
}
