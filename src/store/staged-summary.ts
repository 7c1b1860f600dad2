import type { RowIssue } from '../core/import/order-sink.js'
import type { StatusClass } from '../core/import/record.js'
import type { Ledger } from './ledger.js'

/** What the staged records of one sheet come to, for the import's report. Amounts are integer minor units. */
export interface StagedSummary {
  readonly orders: number
  readonly lines: number
  readonly profiles: number
  /** Orders that name no buyer. */
  readonly nobody: number
  readonly totals: readonly StagedTotal[]
  readonly status: Readonly<Record<StatusClass, number>>
  readonly firstOn: number | null
  readonly lastOn: number | null
}

export interface StagedTotal {
  readonly currency: string
  /** Paid amounts of orders ever paid. */
  readonly grossMinor: number
  readonly refundMinor: number
  readonly netMinor: number
}

/** Sums up what a sheet staged; rejected orders are in nothing. */
export function stagedSummary(ledger: Ledger, source: number): StagedSummary {
  const { db } = ledger
  const totals = db
    .prepare(`SELECT currency, sum(CASE WHEN is_paid AND kind = 'order' THEN total_minor ELSE 0 END) AS grossMinor, sum(CASE WHEN is_paid THEN coalesce(refund_minor, 0) ELSE 0 END) AS refundMinor
      FROM staged_order WHERE source = ? AND change IS NOT 'conflict' GROUP BY currency ORDER BY currency`)
    .all(source) as Omit<StagedTotal, 'netMinor'>[]
  const statuses = db
    .prepare(
      "SELECT status, count(*) AS n FROM staged_order WHERE source = ? AND change IS NOT 'conflict' GROUP BY status",
    )
    .all(source) as {
    status: StatusClass
    n: number
  }[]
  const status = { paid: 0, pending: 0, cancelled: 0, refunded: 0, partially_refunded: 0, unknown: 0 }
  for (const row of statuses) status[row.status] = row.n
  const counts = db
    .prepare(`SELECT count(*) AS orders, coalesce(sum(line_count), 0) AS lines, coalesce(sum(party IS NULL), 0) AS nobody, min(placed_on) AS firstOn,
      max(placed_on) AS lastOn FROM staged_order WHERE source = ? AND change IS NOT 'conflict'`)
    .get(source) as Pick<StagedSummary, 'orders' | 'lines' | 'nobody' | 'firstOn' | 'lastOn'>
  const profiles = db.prepare('SELECT count(*) FROM staged_profile WHERE source = ?').pluck().get(source) as number
  return {
    ...counts,
    profiles,
    totals: totals.map((total) => ({ ...total, netMinor: total.grossMinor - total.refundMinor })),
    status,
  }
}

/** A row that was not taken, as text, and why. */
export interface StagedReject {
  readonly row: number
  readonly cells: readonly string[]
  readonly issue: RowIssue
}

/** Rows waiting to be written to the sheet of rejected rows, in file order. */
export function stagedRejects(ledger: Ledger, source: number): StagedReject[] {
  const rows = ledger.db
    .prepare('SELECT row, cells, issue FROM staged_reject WHERE source = ? ORDER BY row')
    .all(source) as { row: number; cells: string; issue: string }[]
  return rows.map(({ row, cells, issue }) => ({
    row,
    cells: JSON.parse(cells) as string[],
    issue: JSON.parse(issue) as RowIssue,
  }))
}

/** Changes whenever a batch is added or voided: a plan made before that is out of date. */
export function ledgerState(ledger: Ledger): string {
  return ledger.db
    .prepare("SELECT count(*) || '/' || coalesce(max(voided_at), '') || '/' || count(voided_at) FROM batch")
    .pluck()
    .get() as string
}

/** Stores what an import that was just applied says of a sheet, so that `imports` can tell it later. */
export function setStagedSummary(ledger: Ledger, source: number, summary: string): void {
  ledger.db
    .prepare('UPDATE source SET summary = ? WHERE id = (SELECT source_id FROM staged_source WHERE id = ?)')
    .run(summary, source)
}

/** Refunds of a staged sheet whose order is not here yet (R2). */
export function waitingRefunds(ledger: Ledger, source: number): number {
  return ledger.db
    .prepare(
      "SELECT count(*) FROM staged_order o JOIN sales_order c ON c.order_id = o.order_id AND c.kind = 'refund' WHERE o.source = ? AND o.kind = 'refund'",
    )
    .pluck()
    .get(source) as number
}

/** Phones and e-mails that more people carry than one person can be. */
export function sharedKeyCount(ledger: Ledger): number {
  return ledger.db.prepare('SELECT count(*) FROM shared_key').pluck().get() as number
}

/** Customers an import made, and those it changed. */
export interface CustomerCounts {
  readonly inserted: number
  readonly updated: number
}

/** Customers of one staged sheet that the import made or changed. */
export function customerCounts(ledger: Ledger, source: number): CustomerCounts {
  return ledger.db
    .prepare(`SELECT count(*) FILTER (WHERE d.change = 'inserted') AS inserted, count(*) FILTER (WHERE d.change = 'updated') AS updated FROM derived_customer d
      WHERE d.id IN (SELECT p.customer_id FROM party p JOIN staged_party s ON s.party_id = p.id
        WHERE s.id IN (SELECT party FROM staged_order WHERE source = @source) OR s.id IN (SELECT party FROM staged_profile WHERE source = @source))`)
    .get({ source }) as CustomerCounts
}

/** Customers the whole import made or changed. */
export function allCustomerCounts(ledger: Ledger): CustomerCounts {
  return ledger.db
    .prepare(
      "SELECT count(*) FILTER (WHERE change = 'inserted') AS inserted, count(*) FILTER (WHERE change = 'updated') AS updated FROM derived_customer",
    )
    .get() as CustomerCounts
}

/** Currency of a ledger in which only one is used. */
export function onlyCurrency(ledger: Ledger): string | undefined {
  const found = ledger.db.prepare('SELECT DISTINCT currency FROM sales_order LIMIT 2').pluck().all() as string[]
  return found.length === 1 ? found[0] : undefined
}

/** Names of a platform's shops that have orders or customers now, '' for the unnamed one. */
export function shopNames(ledger: Ledger, platform: string): readonly string[] {
  return ledger.db
    .prepare(`SELECT name FROM shop WHERE platform = ? AND (
      EXISTS (SELECT 1 FROM order_key k JOIN sales_order o ON o.order_id = k.id WHERE k.shop_id = shop.id)
      OR EXISTS (SELECT 1 FROM party p WHERE p.shop_id = shop.id AND p.customer_id IS NOT NULL)) ORDER BY name`)
    .pluck()
    .all(platform) as string[]
}
