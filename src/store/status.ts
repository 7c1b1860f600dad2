import { waitingCount } from './entries.js'
import type { Ledger } from './ledger.js'
import { schemaVersion } from './schema.js'
import { sharedKeys } from './shared-keys.js'

/** What is in a ledger, at a glance. */
export interface LedgerStatus {
  readonly schema: number
  readonly customers: number
  readonly orders: number
  readonly lines: number
  readonly withoutCustomer: number
  readonly firstOn: number | null
  readonly lastOn: number | null
  readonly currencies: readonly string[]
  readonly shops: readonly { readonly platform: string; readonly name: string; readonly orders: number }[]
  readonly sharedKeys: number
  /** Shared keys a block, a tag or a contact is about. */
  readonly decidedSharedKeys: number
  /** Refunds whose order is not here yet (R2). */
  readonly waitingRefunds: number
  /** Orders of which only items, parcels or payments are here (R2). */
  readonly waitingParts: number
  /** Ratings, complaints and the like that name nobody but an order that is not here yet. */
  readonly waitingEntries: number
  /** Payments, shipments and invoices that are not counted beside the orders of their days (R3). */
  readonly notCounted: number
  readonly lastBatch: { readonly id: number; readonly command: string; readonly madeAt: string } | null
}

/** What of it waits or is unclear, and a report cannot tell from orders and customers. */
export function heldIn(ledger: Ledger): Pick<LedgerStatus, 'sharedKeys' | 'notCounted' | 'waitingEntries'> {
  return {
    sharedKeys: sharedKeys(ledger).count,
    notCounted: countOf(ledger, 'payment'),
    waitingEntries: waitingCount(ledger),
  }
}

function countOf({ db }: Ledger, kind: string): number {
  return db.prepare('SELECT count(*) FROM sales_order WHERE kind = ?').pluck().get(kind) as number
}

export function ledgerStatus(ledger: Ledger): LedgerStatus {
  const { db } = ledger
  const one = <T>(sql: string): T => db.prepare(sql).pluck().get() as T
  const span = db
    .prepare(
      "SELECT min(placed_on) AS firstOn, max(placed_on) AS lastOn, count(*) AS orders, coalesce(sum(line_count), 0) AS lines, coalesce(sum(party_id IS NULL), 0) AS withoutCustomer FROM sales_order WHERE kind IN ('order', 'return')",
    )
    .get() as Pick<LedgerStatus, 'firstOn' | 'lastOn' | 'orders' | 'lines' | 'withoutCustomer'>
  const shared = sharedKeys(ledger)
  return {
    schema: schemaVersion,
    customers: one('SELECT count(*) FROM customer'),
    ...span,
    currencies: db.prepare('SELECT DISTINCT currency FROM sales_order ORDER BY currency').pluck().all() as string[],
    shops: db
      .prepare(
        "SELECT s.platform, s.name, count(*) AS orders FROM sales_order o JOIN order_key k ON k.id = o.order_id JOIN shop s ON s.id = k.shop_id WHERE o.kind IN ('order', 'return') GROUP BY s.id ORDER BY s.platform, s.name",
      )
      .all() as LedgerStatus['shops'],
    sharedKeys: shared.count,
    decidedSharedKeys: shared.decided,
    waitingRefunds: one("SELECT count(*) FROM sales_order WHERE kind = 'refund' AND is_paid"),
    waitingParts: countOf(ledger, 'part'),
    waitingEntries: waitingCount(ledger),
    notCounted: countOf(ledger, 'payment'),
    lastBatch:
      (db
        .prepare('SELECT id, command, made_at AS madeAt FROM batch WHERE voided_at IS NULL ORDER BY id DESC LIMIT 1')
        .get() as LedgerStatus['lastBatch'] | undefined) ?? null,
  }
}
