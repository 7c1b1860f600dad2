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

/** Counts the orders of a sheet by what becomes of them; one that refunds of the sheet with numbers of their own name is one with them. */
export function orderCounter({ db }: Ledger): (source: number) => OrderCounts {
  const counting = (orders: string) =>
    db.prepare(`SELECT
      count(*) FILTER (WHERE change = 'insert') AS inserted, count(*) FILTER (WHERE change = 'update') AS updated,
      count(*) FILTER (WHERE change IN ('unchanged', 'older')) AS unchanged,
      count(*) FILTER (WHERE change = 'conflict') AS rejected, count(*) FILTER (WHERE change = 'older') AS older FROM ${orders}`)
  const anyRefund = db.prepare("SELECT 1 FROM staged_order WHERE source = ? AND refund_number <> ''")
  const each = counting('staged_order WHERE source = ?')
  // Only where it must be: grouping sorts all rows.
  const together =
    counting(`(SELECT CASE ${['conflict', 'insert', 'update', 'older'].map((change) => `WHEN max(change = '${change}') THEN '${change}'`).join(' ')}
    ELSE 'unchanged' END AS change FROM staged_order WHERE source = ? GROUP BY shop, number)`)
  return (source) => (anyRefund.get(source) === undefined ? each : together).get(source) as OrderCounts
}
