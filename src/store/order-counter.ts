import type { Ledger } from './ledger.js'

/** What will happen to the orders of an import. */
export interface OrderCounts {
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  /** Rejected by the plan: conflicts with what the ledger knows. */
  readonly rejected: number
  /** Of the unchanged: older states and ones that say nothing new, kept so that undoing another one brings them back. */
  readonly older: number
}

/** What becomes of the orders of a staged sheet (`?`), of some of its records (`o`) only where that is said: a query for one `change` each. */
export function changesOf({ db }: Ledger, source: number, which = 'true'): string {
  const told = `FROM staged_order o WHERE o.source = ? AND ${which}`
  const anyRefund = db.prepare("SELECT 1 FROM staged_order WHERE source = ? AND refund_number <> ''").get(source)
  if (anyRefund === undefined) return `SELECT o.change ${told}`
  // Refunds with numbers of their own are one with the order they name. Grouping sorts all rows, so only where it must be.
  const strongest = ['conflict', 'insert', 'update', 'older'].map(
    (change) => `WHEN max(change = '${change}') THEN '${change}'`,
  )
  return `SELECT CASE ${strongest.join(' ')} ELSE 'unchanged' END AS change ${told} GROUP BY o.shop, o.number`
}

/** Counts the orders of a sheet by what becomes of them. */
export function countOrders(ledger: Ledger, source: number): OrderCounts {
  return ledger.db
    .prepare(`SELECT
      count(*) FILTER (WHERE change = 'insert') AS inserted, count(*) FILTER (WHERE change = 'update') AS updated,
      count(*) FILTER (WHERE change IN ('unchanged', 'older')) AS unchanged,
      count(*) FILTER (WHERE change = 'conflict') AS rejected, count(*) FILTER (WHERE change = 'older') AS older FROM (${changesOf(ledger, source)})`)
    .get(source) as OrderCounts
}
