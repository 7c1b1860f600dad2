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
const little = 5

interface Found {
  readonly row: number
  readonly customer: number
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
  const again = sameSales(ledger, source)
  const isMany = areTheSame(again, fresh)
  const corrected = goesOn(ledger, staged) ? otherAmounts(ledger, source) : []
  return [
    ...(isMany ? again : []).map(({ row, file, batch }) => ({ row, file, batch, before: null })),
    ...corrected.map(({ row, file, batch, minor, currency }) => ({ row, file, batch, before: { minor, currency } })),
  ]
}

/** Notes the orders of a sheet that are new to the ledger; how many. */
function takeFresh({ db }: Ledger, staged: number): number {
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS fresh_order (id INTEGER PRIMARY KEY, row INTEGER, order_id INTEGER, is_numbered INTEGER, placed_on INTEGER, total_minor INTEGER, currency TEXT,
      party_id INTEGER, customer_id INTEGER, name TEXT);
    CREATE INDEX IF NOT EXISTS temp.fresh_order_day ON fresh_order (placed_on, total_minor);
    DELETE FROM fresh_order;`)
  return db
    .prepare(`INSERT INTO fresh_order SELECT o.id, o.row, s.order_id, o.stem IS NULL, s.placed_on, s.total_minor, s.currency, s.party_id, p.customer_id, p.name
      FROM staged_order o JOIN staged_shop h ON h.id = o.shop JOIN order_key k ON k.shop_id = h.shop_id AND k.number = o.number
      JOIN sales_order s ON s.order_id = k.id JOIN party p ON p.id = s.party_id
      WHERE o.source = ? AND o.change = 'insert' AND ${isSold('s')} AND s.total_minor > 0`)
    .run(staged).changes
}

/** Whether a sheet tells orders without numbers that the ledger has already. */
function goesOn({ db }: Ledger, staged: number): boolean {
  const known = "SELECT 1 FROM staged_order WHERE source = ? AND change = 'unchanged' AND stem IS NOT NULL"
  return db.prepare(`SELECT EXISTS (${known})`).pluck().get(staged) === 1
}

/** Counts sales alone: what was cancelled or not paid is told twice without harm. */
const isSold = (order: string): string => `${order}.kind = 'order' AND ${order}.status NOT IN ('cancelled', 'pending')`

/** Of an earlier file, and not told again by the sheet itself. The source is looked up by its order: a sheet may have a million. */
const isEarlier = (order: string): string => `${isSold(order)}
  AND NOT EXISTS (SELECT 1 FROM order_version o WHERE o.order_id = ${order}.order_id AND +o.source_id = @source)`

/** New orders with the day, amount and customer of one that an earlier file told. */
function sameSales({ db }: Ledger, source: number): Found[] {
  // Put together by day, amount and customer first: a till has thousands alike.
  db.exec(`CREATE TEMP TABLE IF NOT EXISTS earlier_sale (placed_on INTEGER, total_minor INTEGER, currency TEXT, customer_id INTEGER, name TEXT, source_id INTEGER);
    CREATE INDEX IF NOT EXISTS temp.earlier_sale_day ON earlier_sale (placed_on, total_minor);
    DELETE FROM earlier_sale;`)
  db.prepare(`INSERT INTO earlier_sale SELECT e.placed_on, e.total_minor, e.currency, p.customer_id, p.name, max(v.source_id)
    FROM sales_order e JOIN order_version v ON v.id = e.version_id AND v.source_id < @source JOIN party p ON p.id = e.party_id
    WHERE EXISTS (SELECT 1 FROM fresh_order f WHERE f.placed_on = e.placed_on AND f.total_minor = e.total_minor) AND ${isEarlier('e')}
    GROUP BY 1, 2, 3, 4, 5`).run({ source })
  // SQLite takes the other columns from the row of the maximum.
  return db
    .prepare(`SELECT max(e.source_id), f.row, f.customer_id AS customer, s.file, s.batch_id AS batch, f.total_minor AS minor, f.currency
      FROM fresh_order f CROSS JOIN earlier_sale e ON e.placed_on = f.placed_on AND e.total_minor = f.total_minor AND e.currency = f.currency
        AND (e.customer_id = f.customer_id OR (e.name = f.name AND f.name <> ''))
      JOIN source s ON s.id = e.source_id GROUP BY f.id ORDER BY f.id`)
    .all() as Found[]
}

/** New orders without a number whose customer and day an earlier file has with another amount. */
function otherAmounts({ db }: Ledger, source: number): Found[] {
  return db
    .prepare(`SELECT max(v.source_id), f.row, f.customer_id AS customer, s.file, s.batch_id AS batch, e.total_minor AS minor, e.currency
      FROM fresh_order f CROSS JOIN sales_order e ON e.party_id = f.party_id AND e.placed_on = f.placed_on AND e.total_minor <> f.total_minor
      JOIN order_key k ON k.id = e.order_id AND k.number LIKE '~%' AND k.number NOT LIKE '~~%'
      JOIN order_version v ON v.id = e.version_id AND v.source_id < @source JOIN source s ON s.id = v.source_id
      WHERE NOT f.is_numbered AND ${isEarlier('e')} GROUP BY f.id ORDER BY f.id`)
    .all({ source }) as Found[]
}

/** Whether so many are no chance: half of what is new, nearly all where that is little, and of several customers where it is much. */
function areTheSame(again: readonly Found[], fresh: number): boolean {
  const customers = new Set(again.map(({ customer }) => customer)).size
  const isEnough = again.length * 4 >= fresh * (fresh < little ? 3 : 2)
  return again.length >= fewest && isEnough && customers * 10 >= again.length
}
