import type { RowIssue } from '../core/import/order-sink.js'
import { type StatusClass, statusClasses } from '../core/import/record.js'
import { restate } from '../core/import/told/order-version.js'
import { UserError } from '../core/values/failure.js'
import { minorDigits } from '../core/values/money.js'
import type { Ledger } from './ledger.js'
import { changesOf } from './order-counter.js'
import { isPaidIn } from './order-figures.js'
import { ledgerSetting } from './settings.js'
import { liveVersions } from './versions.js'

/** What the staged records of one sheet come to, for the import's report. Amounts are integer minor units. */
export interface StagedSummary {
  readonly orders: number
  readonly lines: number
  readonly profiles: number
  /** Orders that neither this sheet nor another names the buyer of. */
  readonly nobody: number
  readonly totals: readonly StagedTotal[]
  /** Of the orders; what waits for one has none yet. */
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

/** The current order (`c`) of a staged one (`o`). */
const current = `FROM staged_shop h JOIN order_key k ON k.shop_id = h.shop_id AND k.number = o.number JOIN sales_order c ON c.order_id = k.id WHERE h.id = o.shop`

/** A staged record (`o`) that is, or adds to, an order of the ledger now: it neither waits for one nor stands beside them. */
const isOrder = `(o.kind = 'order' OR EXISTS (SELECT 1 ${current} AND c.kind IN ('order', 'return')))`

/** A staged record (`o`) of an order that no file names the buyer of. */
const isNobodys = `(o.party IS NULL AND EXISTS (SELECT 1 ${current} AND c.kind IN ('order', 'return') AND c.party_id IS NULL))`

/** A staged refund (`o`) that nothing is taken off for, once the import is applied. */
const isWaiting = `(o.kind = 'refund' AND o.is_paid AND EXISTS (SELECT 1 ${current}
  AND (c.kind NOT IN ('order', 'return', 'payment') OR (NOT o.is_currency_assumed AND c.currency <> o.currency))))`

/** A staged part of an order (`o`) whose order is not here. */
const isWaitingPart = `(o.kind = 'part' AND EXISTS (SELECT 1 ${current} AND c.kind NOT IN ('order', 'return', 'payment')))`

/** A staged payment (`o`) of which another export tells the sale itself (R3). */
const isEnriching = `(o.kind = 'payment' AND EXISTS (SELECT 1 ${current} AND (SELECT kind FROM order_version v WHERE v.id = c.version_id) <> 'payment'))`

/** A staged payment, or what it gives back (`o`), that is not counted: other exports tell of its day (R3). */
const isBeside = `(o.kind IN ('payment', 'return', 'refund') AND EXISTS (SELECT 1 ${current} AND c.kind = 'payment'))`

/** Sums up what a sheet staged; rejected orders are in nothing. */
export function stagedSummary(ledger: Ledger, source: number): StagedSummary {
  const { db } = ledger
  const taken = "FROM staged_order o WHERE source = ? AND change <> 'conflict'"
  const totals = stagedTotals(ledger, taken, source)
  const status = db
    .prepare(
      `SELECT ${statusClasses.map((name) => `count(*) FILTER (WHERE status = '${name}') AS ${name}`)} ${taken} AND ${isOrder}`,
    )
    .get(source) as StagedSummary['status']
  const counts = db
    .prepare(`SELECT count(*) AS orders, coalesce(sum(line_count), 0) AS lines, count(*) FILTER (WHERE ${isNobodys}) AS nobody, min(placed_on) AS firstOn,
      max(placed_on) AS lastOn ${taken}`)
    .get(source) as Pick<StagedSummary, 'orders' | 'lines' | 'nobody' | 'firstOn' | 'lastOn'>
  const profiles = db.prepare('SELECT count(*) FROM staged_profile WHERE source = ?').pluck().get(source) as number
  return { ...counts, profiles, totals, status }
}

/** Sums of all sheets of an import. */
export interface StagedTogether extends Pick<StagedSummary, 'totals' | 'lines' | 'firstOn' | 'lastOn'> {
  /** Each once, however many sheets tell it: new where the ledger did not have it before. */
  readonly orders: { readonly inserted: number; readonly updated: number; readonly unchanged: number }
}

/** What the orders that all sheets tell are in the ledger now, each once. */
export function stagedTogether(ledger: Ledger): StagedTogether {
  const { db } = ledger
  const told = `FROM sales_order c WHERE c.kind IN ('order', 'return') AND c.order_id IN (SELECT k.id FROM staged_order o JOIN staged_shop h ON h.id = o.shop
    JOIN order_key k ON k.shop_id = h.shop_id AND k.number = o.number WHERE o.change <> 'conflict')`
  const counts = db
    .prepare(
      `SELECT coalesce(sum(line_count), 0) AS lines, min(placed_on) AS firstOn, max(placed_on) AS lastOn ${told}`,
    )
    .get() as Pick<StagedSummary, 'lines' | 'firstOn' | 'lastOn'>
  const sums = db
    .prepare(`SELECT currency, coalesce(sum(total_minor) FILTER (WHERE kind = 'order'), 0) AS grossMinor, coalesce(sum(refund_minor), 0) AS refundMinor
      ${told} AND ${isPaidIn('c')} GROUP BY currency ORDER BY currency`)
    .all() as (Sums & { readonly currency: string })[]
  const orders = ordersTogether(ledger)
  return { ...counts, orders, totals: sums.map((sum) => ({ ...sum, netMinor: sum.grossMinor - sum.refundMinor })) }
}

/** A shop that one sheet names and another does not is the same once the import is applied. */
function ordersTogether({ db }: Ledger): StagedTogether['orders'] {
  return db
    .prepare(`WITH told AS (SELECT max(o.change = 'insert') AS isNew, max(o.change = 'update') AS isChanged
        FROM staged_order o JOIN staged_shop h ON h.id = o.shop
        WHERE o.change <> 'conflict' AND (o.kind IN ('order', 'part') OR ${isOrder}) GROUP BY h.shop_id, o.number)
      SELECT count(*) FILTER (WHERE isNew) AS inserted, count(*) FILTER (WHERE NOT isNew AND isChanged) AS updated,
        count(*) FILTER (WHERE NOT isNew AND NOT isChanged) AS unchanged FROM told`)
    .get() as StagedTogether['orders']
}

interface Sums {
  grossMinor: number
  refundMinor: number
}

/** Totals by currency; what a file does not name the currency of is in the one the seller decided for such files. */
function stagedTotals(ledger: Ledger, taken: string, source: number): StagedTotal[] {
  const { db } = ledger
  const shopCurrency = ledgerSetting(ledger, 'shop.currency')
  // By currency rather than grouped: grouping sorts all rows, which takes longer and tens of megabytes.
  const kinds = db.prepare(`SELECT DISTINCT currency, is_currency_assumed AS isAssumed ${taken}`).all(source) as {
    currency: string
    isAssumed: 0 | 1
  }[]
  const isSale = `${isPaidIn('o')} AND (kind = 'order' OR (kind = 'payment' AND NOT ${isEnriching} AND NOT ${isBeside}))`
  const isRefund = `${isPaidIn('o')} AND kind <> 'part' AND NOT ${isWaiting} AND NOT ${isEnriching} AND NOT ${isBeside}`
  const ofKind = `${taken} AND currency = ? AND is_currency_assumed = ?`
  const total = db.prepare(`SELECT coalesce(sum(total_minor) FILTER (WHERE ${isSale}), 0) AS grossMinor,
      coalesce(sum(refund_minor) FILTER (WHERE ${isRefund}), 0) AS refundMinor ${ofKind}`)
  const each = db.prepare(`SELECT CASE WHEN ${isSale} THEN total_minor ELSE 0 END AS grossMinor,
      CASE WHEN ${isRefund} THEN coalesce(refund_minor, 0) ELSE 0 END AS refundMinor ${ofKind}`)
  const sums = new Map<string, Sums>()
  for (const { currency, isAssumed } of kinds) {
    const shown = isAssumed === 1 ? (shopCurrency ?? currency) : currency
    const sum = sums.get(shown) ?? { grossMinor: 0, refundMinor: 0 }
    // Rounded order by order where the minor units differ, as the ledger does.
    const amounts = minorDigits(currency) === minorDigits(shown) ? total : each
    for (const { grossMinor, refundMinor } of amounts.iterate(source, currency, isAssumed) as Iterable<Sums>) {
      sum.grossMinor += restate(grossMinor, currency, shown)
      sum.refundMinor += restate(refundMinor, currency, shown)
    }
    if (!Number.isSafeInteger(sum.grossMinor + sum.refundMinor)) throw new UserError('failed', 'figures.too-large')
    sums.set(shown, sum)
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum, netMinor: sum.grossMinor - sum.refundMinor }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
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

/** What of a staged sheet is in no figure of its own. */
export interface StagedBeside {
  /** Refunds whose order is not here yet, or in another currency (R2). */
  readonly waitingRefunds: number
  /** Orders of which only items or payments are here (R2). */
  readonly waitingParts: number
  /** Payments, shipments or invoices of orders that another export tells: they only add to them (R3). */
  readonly enriching: number
  /** Payments, shipments or invoices that are not counted, since other exports tell of the same days (R3). */
  readonly notCounted: number
}

/** Records of a staged sheet that are no orders, by what the plan says of them: refunds that wait for theirs, and payments beside orders (R2, R3). */
export interface ApartCounts {
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  readonly older: number
}

export function apartCounts(ledger: Ledger, source: number): ApartCounts {
  const count = (...changes: readonly string[]) =>
    `count(*) FILTER (WHERE change IN (${changes.map((change) => `'${change}'`)}))`
  return ledger.db
    .prepare(`SELECT ${count('insert')} AS inserted, ${count('update')} AS updated, ${count('unchanged', 'older')} AS unchanged,
      ${count('older')} AS older FROM (${changesOf(ledger, source, `o.kind NOT IN ('order', 'part') AND NOT ${isOrder}`)})`)
    .get(source) as ApartCounts
}

export function stagedBeside(ledger: Ledger, source: number): StagedBeside {
  const count = (what: string) => `count(*) FILTER (WHERE ${what})`
  return ledger.db
    .prepare(`SELECT ${count(isWaiting)} AS waitingRefunds, ${count(isWaitingPart)} AS waitingParts, ${count(isEnriching)} AS enriching,
      ${count(isBeside)} AS notCounted FROM staged_order o WHERE o.source = ? AND o.change <> 'conflict' AND o.kind IN ('refund', 'return', 'part', 'payment')`)
    .get(source) as StagedBeside
}

/** A refund that waits for its order. */
export interface WaitingRefund {
  /** As in the ledger (order-key.ts). */
  readonly number: string
  readonly row: number
  readonly refundMinor: number
  readonly currency: string
  /** Of the order, where it is here and in another one. */
  readonly orderCurrency: string | null
}

/** The first of the refunds of a staged sheet that wait (R2), as they stand in it. */
export function waitingRefunds(ledger: Ledger, source: number, limit: number): readonly WaitingRefund[] {
  return ledger.db
    .prepare(`SELECT o.number, o.row, coalesce(o.refund_minor, 0) AS refundMinor, o.currency,
        (SELECT c.currency ${current} AND c.kind IN ('order', 'return', 'payment')) AS orderCurrency
      FROM staged_order o WHERE o.source = ? AND o.change <> 'conflict' AND ${isWaiting} ORDER BY o.id LIMIT ?`)
    .all(source, limit) as WaitingRefund[]
}

/** Refunds that waited for orders of a sheet and come off them now. */
export interface FoundRefunds {
  readonly currency: string
  readonly orders: number
  readonly refundMinor: number
}

/** What earlier imports gave back of orders that a staged sheet is the first to tell (R2), by currency; none, most often. */
export function foundRefunds(ledger: Ledger, source: number): readonly FoundRefunds[] {
  const earlier = (
    kinds: string,
  ) => `EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = c.order_id AND v.kind IN (${kinds})
    AND v.source_id NOT IN (SELECT source_id FROM staged_source))`
  const came =
    'coalesce(c.refund_minor, 0) - CASE WHEN c.currency = o.currency THEN coalesce(o.refund_minor, 0) ELSE 0 END'
  return ledger.db
    .prepare(`SELECT c.currency, count(*) AS orders, sum(${came}) AS refundMinor
      FROM staged_order o JOIN sales_order c ON c.order_id = o.order_id
      WHERE o.source = ? AND o.change = 'insert' AND c.kind = 'order' AND ${isPaidIn('c')} AND ${came} > 0
        AND ${earlier("'refund'")} AND NOT ${earlier("'payment', 'order'")} GROUP BY c.currency ORDER BY c.currency`)
    .all(source) as FoundRefunds[]
}

/** Currency of a ledger in which only one is used, as its files state or assume it. */
export function onlyCurrency(ledger: Ledger): string | undefined {
  const isRestated = ledgerSetting(ledger, 'shop.currency') !== null
  const told = isRestated ? 'order_version v JOIN sales_order o ON o.version_id = v.id' : 'sales_order v'
  const found = ledger.db.prepare(`SELECT DISTINCT v.currency FROM ${told} LIMIT 2`).pluck().all() as string[]
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
