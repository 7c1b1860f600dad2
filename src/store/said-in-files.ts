import type { SourcedValue } from '../core/customer-file.js'
import { aspectBit } from '../core/import/told/aspects.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { type Place, sourceOf } from './place.js'
import { inLiveSource } from './versions.js'

/** What a file may say of a customer that is no way of writing him: customer lists say it, and rows of orders. */
export type SaidField = 'owner' | 'tags' | 'consent'

/** Of which the newest list counts, also where it leaves a cell blank. */
type ListedField = Exclude<SaidField, 'consent'>

/** A customer list's row about a customer in use (`p`), from a batch not taken back; `f` is the row. */
export const liveProfiles = `profile f JOIN source s ON s.id = f.source_id ${inForce('s')}
      JOIN party p ON p.id = f.party_id AND p.customer_id IS NOT NULL`

/**
 * Selects what the newest list of each shop that has the column says of its customers: a later export says how it is now, also that there
 * is none any more.
 */
const inNewestLists = (field: ListedField, condition: string): string =>
  `WITH said AS (SELECT p.customer_id AS customer, f.${field} AS text, f.id, f.row, s.file, s.sheet, s.id AS source,
      max(s.id) OVER (PARTITION BY p.customer_id, p.shop_id) AS newest FROM ${liveProfiles} 
      WHERE f.source_id IN (SELECT id FROM source WHERE aspects & ${aspectBit(field)}) AND ${condition})
  SELECT customer, text, file, sheet, row FROM said WHERE source = newest AND text <> '' ORDER BY id`

/** What the newest customer lists say, by ledger customer, the newest last. */
export function saidInLists({ db }: Ledger, field: ListedField): [customer: number, text: string][] {
  return db.prepare(inNewestLists(field, 'TRUE')).raw().all() as [number, string][]
}

/** How texts of one moment are put, the one that counts last, so that arrival never decides; of consent the refusal counts. */
const upwards = (field: SaidField): 'ASC' | 'DESC' => (field === 'consent' ? 'DESC' : 'ASC')
const downwards = (field: SaidField): 'ASC' | 'DESC' => (field === 'consent' ? 'ASC' : 'DESC')

/** What each customer's newest order that says it has, of those up to a day, by ledger customer. */
export function saidInOrders({ db }: Ledger, field: SaidField, until: Day | null): Map<number, string> {
  if (db.prepare(`SELECT EXISTS (SELECT 1 FROM sales_order WHERE ${field} <> '')`).pluck().get() === 0) return new Map()
  // One look into the index for each party, however many orders it has.
  const newest = `SELECT x.order_id FROM sales_order x WHERE x.party_id = p.id AND x.${field} <> ''
      AND (@until IS NULL OR coalesce(x.placed_on, @until) <= @until) ORDER BY x.placed_on DESC, x.placed_time DESC, x.${field} ${downwards(field)} LIMIT 1`
  const rows = db
    .prepare(`SELECT p.customer_id, o.${field} FROM party p JOIN sales_order o ON o.order_id = (${newest})
      WHERE p.customer_id IS NOT NULL ORDER BY o.placed_on, o.placed_time, o.${field} ${upwards(field)}`)
    .raw()
    .all({ until }) as [number, string][]
  return new Map(rows)
}

interface SaidRow extends Place {
  readonly text: string
  readonly on?: Day | null
}

/** Each text the files give of one customer now, once, with the newest place that gives it: lists first, then orders, the newest first. */
export function saidValues(ledger: Ledger, customer: number, field: ListedField): SourcedValue[] {
  const inLists = ledger.db.prepare(inNewestLists(field, 'p.customer_id = ?')).all(customer).reverse() as SaidRow[]
  return eachTextOnce(field, [...inLists, ...rowsOfOrders(ledger, customer, field)])
}

/** Each text the orders of one customer give, once, with the newest place that gives it; the newest first. */
export function saidByOrders(ledger: Ledger, customer: number, field: SaidField): SourcedValue[] {
  return eachTextOnce(field, rowsOfOrders(ledger, customer, field))
}

function rowsOfOrders({ db }: Ledger, customer: number, field: SaidField): SaidRow[] {
  return db
    .prepare(`SELECT o.${field} AS text, o.placed_on AS "on", s.file, s.sheet, v.row, max(v.id) FROM party p JOIN sales_order o ON o.party_id = p.id
      JOIN order_version v ON v.order_id = o.order_id AND v.${field} = o.${field} ${inLiveSource}
      WHERE p.customer_id = ? AND o.${field} <> '' GROUP BY o.order_id ORDER BY o.placed_on DESC, o.placed_time DESC, o.${field} ${downwards(field)}`)
    .all(customer) as SaidRow[]
}

function eachTextOnce(field: SaidField, rows: readonly SaidRow[]): SourcedValue[] {
  const seen = new Set<string>()
  return rows.flatMap(({ text, on = null, ...place }) => {
    if (seen.has(text)) return []
    seen.add(text)
    return [{ field, value: text, source: sourceOf(place), on: on === null ? null : dateOf(on) }]
  })
}
