import type { Ledger } from './ledger.js'

/** An order that is new to the ledger and looks like one another file told: by its row in the sheet, and that file. */
export interface ToldAgain {
  readonly row: number
  readonly file: string
  readonly batch: number
  /** What the other file says it came to, in minor units, where that is another amount. */
  readonly before: { readonly minor: number; readonly currency: string } | null
}

/** Fewer are chance: somebody may buy the same twice on one day. */
const fewest = 2

interface Found {
  readonly row: number
  readonly file: string
  readonly batch: number
  readonly minor: number
  readonly currency: string
}

/**
 * New orders of a staged sheet that have day, amount and customer of orders that came by other files, where at least half of
 * the new ones do: the same sales under other numbers, or with a column more (R3). Then those without a number whose customer
 * and day another file has with another amount, where the sheet tells that file's other rows again: it may have been
 * corrected. Asked inside the write, once the import is applied.
 */
export function toldAgain(ledger: Ledger, staged: number): ToldAgain[] {
  const { db } = ledger
  const source = db.prepare('SELECT source_id FROM staged_source WHERE id = ?').pluck().get(staged) as number
  const isFirst = db.prepare('SELECT NOT EXISTS (SELECT 1 FROM order_version WHERE source_id < ?)').pluck()
  if (isFirst.get(source) === 1) return []
  const fresh = takeFresh(ledger, staged)
  if (fresh === 0) return []
  const again = told(ledger, source, sameAmount)
  const isMany = again.length >= fewest && again.length * 2 >= fresh
  const corrected = goesOn(ledger, staged) ? told(ledger, source, otherAmount) : []
  return [
    ...(isMany ? again : []).map(({ row, file, batch }) => ({ row, file, batch, before: null })),
    ...corrected.map(({ row, file, batch, minor, currency }) => ({ row, file, batch, before: { minor, currency } })),
  ]
}

/** Notes the orders of a sheet that are new to the ledger; how many. */
function takeFresh({ db }: Ledger, staged: number): number {
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS fresh_order (id INTEGER PRIMARY KEY, row INTEGER, order_id INTEGER, is_numbered INTEGER, placed_on INTEGER, total_minor INTEGER,
      party_id INTEGER, customer_id INTEGER, name TEXT);
    CREATE INDEX IF NOT EXISTS temp.fresh_order_day ON fresh_order (placed_on, total_minor);
    DELETE FROM fresh_order;`)
  return db
    .prepare(`INSERT INTO fresh_order SELECT o.id, o.row, s.order_id, o.stem IS NULL, s.placed_on, s.total_minor, s.party_id, p.customer_id, p.name
      FROM staged_order o JOIN staged_shop h ON h.id = o.shop JOIN order_key k ON k.shop_id = h.shop_id AND k.number = o.number
      JOIN sales_order s ON s.order_id = k.id JOIN party p ON p.id = s.party_id
      WHERE o.source = ? AND o.change = 'insert' AND s.kind = 'order' AND s.total_minor > 0`)
    .run(staged).changes
}

/** Whether a sheet tells orders without numbers that the ledger has already. */
function goesOn({ db }: Ledger, staged: number): boolean {
  const known = "SELECT 1 FROM staged_order WHERE source = ? AND change = 'unchanged' AND stem IS NOT NULL"
  return db.prepare(`SELECT EXISTS (${known})`).pluck().get(staged) === 1
}

// Whichever table is larger, the day and amount of all orders are looked up among the new ones.
const sameAmount = `sales_order e CROSS JOIN fresh_order f ON f.placed_on = e.placed_on AND f.total_minor = e.total_minor
  JOIN party p ON p.id = e.party_id AND (p.customer_id = f.customer_id OR (p.name = f.name AND f.name <> ''))`

const otherAmount = `fresh_order f CROSS JOIN sales_order e ON e.party_id = f.party_id AND e.placed_on = f.placed_on AND e.total_minor <> f.total_minor AND NOT f.is_numbered
  JOIN order_key k ON k.id = e.order_id AND k.number LIKE '~%' AND k.number NOT LIKE '~~%'`

/** Each new order with one of an earlier file that the sheet does not tell itself. */
function told({ db }: Ledger, source: number, pairs: string): Found[] {
  // SQLite takes the other columns from the row of the maximum.
  return db
    .prepare(`SELECT max(v.source_id), f.row, s.file, s.batch_id AS batch, e.total_minor AS minor, e.currency FROM ${pairs}
      JOIN order_version v ON v.id = e.version_id AND v.source_id < @source JOIN source s ON s.id = v.source_id
      WHERE e.kind = 'order' AND NOT EXISTS (SELECT 1 FROM order_version o WHERE o.order_id = e.order_id AND +o.source_id = @source)
      GROUP BY f.id ORDER BY f.id`)
    .all({ source }) as Found[]
}
