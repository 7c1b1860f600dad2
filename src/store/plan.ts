import { currentOrder, type FieldChange, fieldChanges } from '../core/import/told/current-order.js'
import { leaveForgotten } from './forgotten.js'
import { asNewest, type Judged, judgeKnown, judgeTogether, stagedWith } from './judge-orders.js'
import type { Ledger } from './ledger.js'
import { countOrders, type OrderCounts } from './order-counter.js'
import { liveVersions } from './versions.js'

/** One order of the plan that the ledger already has and that the import changes. */
export interface PlannedUpdate {
  readonly source: number
  readonly number: string
  readonly row: number
  readonly changes: readonly FieldChange[]
  /** ISO codes of the amounts before and after. */
  readonly currency: { readonly from: string; readonly to: string }
}

/** What applying the staged records would do, order by order; nothing of the ledger is touched by making it. */
export interface ImportPlan extends Judged {
  counts(source: number): OrderCounts
  updates(): IterableIterator<PlannedUpdate>
}

/**
 * Compares what is staged with the ledger as it stands. May be made again: the answer is written beside the staged orders
 * (`change`: insert, update, unchanged, conflict, and older: nothing new now, kept for an undo).
 */
export function planImport(ledger: Ledger): ImportPlan {
  leaveForgotten(ledger)
  matchKnown(ledger)
  const known = judgeKnown(ledger)
  const together = judgeTogether(ledger)
  return {
    counts: (source) => countOrders(ledger, source),
    *updates() {
      for (const { staged, known } of stagedWith(ledger, 'update')) {
        const after = currentOrder([...known, asNewest(staged)])
        const before = known.length === 0 ? after : currentOrder(known)
        const changes = fieldChanges(before, after)
        const currency = { from: before.currency, to: after.currency }
        yield { source: staged.source, number: staged.number, row: staged.row, changes, currency }
      }
    },
    conflicts: [...known.conflicts, ...together.conflicts],
    ties: [...known.ties, ...together.ties],
    moved: [...known.moved, ...together.moved],
    otherItems: [...known.otherItems, ...together.otherItems],
  }
}

/** Finds the order, party and unchanged version each staged record already has in the ledger. */
function matchKnown(ledger: Ledger): void {
  ledger.db.exec(`
    UPDATE staged_party SET party_id = (SELECT p.id FROM party p WHERE p.digest_a = staged_party.digest_a AND p.digest_b = staged_party.digest_b);
    UPDATE staged_shop SET shop_id = (SELECT shop.id FROM shop WHERE shop.platform = staged_shop.platform AND shop.name = staged_shop.name);
    UPDATE staged_order SET order_id = (SELECT k.id FROM staged_shop JOIN order_key k ON k.shop_id = staged_shop.shop_id AND k.number = staged_order.number
      WHERE staged_shop.id = staged_order.shop) WHERE EXISTS (SELECT 1 FROM order_key);`)
  matchUnnumbered(ledger)
  ledger.db.exec(`
    UPDATE staged_order SET change = CASE
      WHEN order_id IS NULL OR NOT EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = staged_order.order_id) THEN 'insert'
      WHEN EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = staged_order.order_id AND v.content = staged_order.content
        AND s.aspects = (SELECT aspects FROM staged_source WHERE id = staged_order.source)) THEN 'unchanged'
      ELSE 'known' END WHERE order_id IS NOT NULL OR change <> 'insert';
    -- Several files of one import may tell the same order.
    UPDATE staged_order SET change = CASE WHEN again.is_same THEN 'unchanged' ELSE 'update' END FROM (
      SELECT o.id AS at, row_number() OVER w AS nth, o.content = first_value(o.content) OVER w AND s.aspects = first_value(s.aspects) OVER w AS is_same
      FROM staged_order o JOIN staged_source s ON s.id = o.source
      WHERE (SELECT count(*) FROM staged_source) > 1 WINDOW w AS (PARTITION BY o.shop, o.number ORDER BY o.id)) AS again
      WHERE again.at = staged_order.id AND again.nth > 1 AND change = 'insert';
  `)
}

/**
 * An order without a number is the same whether its currency is stated or not: what one file states another may leave to
 * assumption. Two stated currencies make two orders (R3).
 */
function matchUnnumbered({ db }: Ledger): void {
  if (db.prepare('SELECT NOT EXISTS (SELECT 1 FROM staged_order WHERE stem IS NOT NULL)').pluck().get() === 1) return
  db.exec(`
    -- A key that only voided imports bear says nothing of what the order is known as now.
    UPDATE staged_order SET order_id = NULL WHERE stem IS NOT NULL AND order_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = staged_order.order_id);
    UPDATE staged_order SET order_id = known.id, number = known.number FROM (
      SELECT o.id AS at, k.id, min(k.number) AS number, row_number() OVER (PARTITION BY o.source, k.id ORDER BY o.id) AS taker
      FROM staged_order o JOIN staged_shop h ON h.id = o.shop
      JOIN order_key k ON k.shop_id = h.shop_id AND k.number > o.stem AND k.number < o.stem || '~~' AND k.number LIKE '%~' || o.nth
      WHERE o.order_id IS NULL AND (o.is_currency_assumed OR k.number = o.stem || '~' || o.nth)
        AND EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = k.id)
        AND (o.is_currency_assumed OR NOT EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = k.id AND NOT v.is_currency_assumed AND v.currency <> o.currency))
        AND (o.source, k.id) NOT IN (SELECT source, order_id FROM staged_order WHERE order_id IS NOT NULL) GROUP BY o.id) AS known
      WHERE known.at = staged_order.id AND known.taker = 1;
    -- A sheet that holds both keeps them apart.
    UPDATE staged_order SET number = other.number FROM (
      WITH both AS MATERIALIZED (SELECT shop, stem, nth FROM staged_order WHERE stem IS NOT NULL GROUP BY source, shop, stem, nth
        HAVING min(is_currency_assumed) <> max(is_currency_assumed))
      SELECT a.id AS at, min(b.number) AS number FROM staged_order a JOIN staged_order b ON b.stem = a.stem AND b.nth = a.nth AND b.shop = a.shop
      WHERE (SELECT count(*) FROM staged_source) > 1 AND a.is_currency_assumed AND NOT b.is_currency_assumed AND b.source <> a.source
        AND a.order_id IS NULL AND b.order_id IS NULL AND (a.shop, a.stem, a.nth) NOT IN (SELECT shop, stem, nth FROM both) GROUP BY a.id) AS other
      WHERE other.at = staged_order.id;`)
}
