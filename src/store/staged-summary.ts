import type { RowIssue } from '../core/import/order-sink.js'
import { type StatusClass, statusClasses } from '../core/import/record.js'
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
  const taken = "FROM staged_order WHERE source = ? AND change <> 'conflict'"
  // By currency rather than grouped: grouping sorts all rows, which takes longer and tens of megabytes.
  const currencies = db.prepare(`SELECT DISTINCT currency ${taken}`).pluck().all(source) as string[]
  const total =
    db.prepare(`SELECT coalesce(sum(total_minor) FILTER (WHERE is_paid AND kind = 'order'), 0) AS grossMinor,
      coalesce(sum(refund_minor) FILTER (WHERE is_paid), 0) AS refundMinor ${taken} AND currency = ?`)
  const totals = currencies.sort().map((currency) => {
    const { grossMinor, refundMinor } = total.get(source, currency) as Omit<StagedTotal, 'netMinor'>
    return { currency, grossMinor, refundMinor, netMinor: grossMinor - refundMinor }
  })
  const status = db
    .prepare(`SELECT ${statusClasses.map((name) => `count(*) FILTER (WHERE status = '${name}') AS ${name}`)} ${taken}`)
    .get(source) as StagedSummary['status']
  const counts = db
    .prepare(`SELECT count(*) AS orders, coalesce(sum(line_count), 0) AS lines, coalesce(sum(party IS NULL), 0) AS nobody, min(placed_on) AS firstOn,
      max(placed_on) AS lastOn ${taken}`)
    .get(source) as Pick<StagedSummary, 'orders' | 'lines' | 'nobody' | 'firstOn' | 'lastOn'>
  const profiles = db.prepare('SELECT count(*) FROM staged_profile WHERE source = ?').pluck().get(source) as number
  return { ...counts, profiles, totals, status }
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
      `SELECT count(*) FROM staged_order o JOIN staged_shop h ON h.id = o.shop JOIN order_key k ON k.shop_id = h.shop_id AND k.number = o.number
        JOIN sales_order c ON c.order_id = k.id AND c.kind = 'refund' WHERE o.source = ? AND o.kind = 'refund' AND o.change <> 'conflict'`,
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
