import type { CustomerEntry } from '../core/customer-file.js'
import type { EntryKind } from '../core/import/record.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { isCalled, orderNumbered } from './order-of-row.js'

/** Entries that imports not taken back have given. */
const liveEntries = `entry e JOIN source s ON s.id = e.source_id ${inForce('s')}`

/** A staged entry (`f`) the ledger has already, in its shop (`h`). */
const isKnown = `EXISTS (SELECT 1 FROM ${liveEntries} WHERE e.content = f.content AND e.nth = f.nth AND e.shop_id = h.shop_id)`

/** How many of one kind of entry a sheet brings. */
export interface EntryCount {
  readonly kind: EntryKind
  readonly inserted: number
  readonly unchanged: number
}

/** Entries of each kind in a staged sheet: new ones, and those the ledger has. Asked before they are copied. */
export function countEntries({ db }: Ledger): Map<number, EntryCount[]> {
  const rows = db
    .prepare(`SELECT f.source, f.kind, count(*) FILTER (WHERE NOT ${isKnown}) AS inserted, count(*) FILTER (WHERE ${isKnown}) AS unchanged
      FROM staged_entry f JOIN staged_shop h ON h.id = f.shop GROUP BY f.source, f.kind ORDER BY f.source, f.kind`)
    .all() as (EntryCount & { source: number })[]
  const counts = new Map<number, EntryCount[]>()
  for (const { source, ...count } of rows) counts.set(source, [...(counts.get(source) ?? []), count])
  return counts
}

/**
 * Copies the staged entries into the ledger, those it knows too, so that they stay when the import that said them first is
 * taken back (R36). Inside a write. A platform's entry belongs to its order there; a hand-kept one to whichever order bears its number.
 */
export function copyEntries({ db }: Ledger): void {
  db.exec(`INSERT OR IGNORE INTO order_key (shop_id, number) SELECT h.shop_id, f.number FROM staged_entry f JOIN staged_shop h ON h.id = f.shop
      WHERE f.number IS NOT NULL AND h.platform <> 'sheet' ORDER BY f.id;
    INSERT INTO entry (source_id, row, kind, shop_id, party_id, order_id, number, content, nth, on_day, next_on, value, text, details)
      SELECT s.source_id, f.row, f.kind, h.shop_id, p.party_id, CASE WHEN h.platform <> 'sheet' THEN k.id END, f.number, f.content, f.nth, f.on_day, f.next_on, f.value, f.text, f.details
      FROM staged_entry f JOIN staged_source s ON s.id = f.source JOIN staged_shop h ON h.id = f.shop LEFT JOIN staged_party p ON p.id = f.party
      LEFT JOIN order_key k ON k.shop_id = h.shop_id AND k.number = f.number ORDER BY f.id`)
}

/** Where an entry of the import at hand stands: its sheet among the staged ones, and its row. */
export interface StagedPlace {
  readonly source: number
  readonly row: number
}

/** The leads the import at hand has told, by the numbers they have in the ledger. Inside its write. */
export function stagedLeads({ db }: Ledger): ReadonlyMap<number, StagedPlace> {
  const rows = db
    .prepare(`SELECT e.id, f.id AS source, e.row FROM staged_source f JOIN entry e ON e.source_id = f.source_id
      WHERE e.kind = 'lead'`)
    .all() as (StagedPlace & { readonly id: number })[]
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}

/** How many entries of a staged sheet wait, because they name nobody but an order that is not here, by kind. */
export function waitingEntries(
  { db }: Ledger,
  source: number,
): { readonly kind: EntryKind; readonly waiting: number }[] {
  return db
    .prepare(`SELECT f.kind, count(*) AS waiting FROM staged_entry f JOIN staged_shop h ON h.id = f.shop
      WHERE f.source = ? AND f.party IS NULL AND f.number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sales_order o WHERE o.order_id =
        CASE WHEN h.platform = 'sheet' THEN ${orderNumbered('f.number')} ELSE (SELECT k.id FROM order_key k WHERE k.shop_id = h.shop_id AND k.number = f.number) END)
      GROUP BY f.kind ORDER BY f.kind`)
    .all(source) as { kind: EntryKind; waiting: number }[]
}

/** The order an entry (`e`) is about: its own, else the only one of all shops with its number. */
const orderOf = `coalesce(e.order_id, CASE WHEN e.number IS NOT NULL THEN ${orderNumbered('e.number')} END)`

/** Whether an entry is of whom its row names: a sheet about customers does, and its order is not of a buyer who is only named by it. */
const isOfNamed = `e.order_id IS NULL AND own.is_profiled AND NOT (own.email = '' AND own.phone = '' AND buyer.id IS NOT NULL AND ${isCalled('buyer', 'own')})`

/** How many live entries wait, because they name nobody but an order that is not here. */
export function waitingCount({ db }: Ledger): number {
  return db
    .prepare(`SELECT count(*) FROM (SELECT 1 FROM ${liveEntries} WHERE e.party_id IS NULL AND e.number IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM sales_order o WHERE o.order_id = ${orderOf}) GROUP BY e.shop_id, e.content, e.nth)`)
    .pluck()
    .get() as number
}

const customerOf = `CASE WHEN ${isOfNamed} THEN coalesce(own.customer_id, buyer.customer_id) ELSE coalesce(buyer.customer_id, own.customer_id) END`

/** When an entry (`e`) was first told by an import in force. */
const firstTold = `(SELECT min(x.id) FROM entry x JOIN source xs ON xs.id = x.source_id ${inForce('xs', 'xb')}
  WHERE x.content = e.content AND x.nth = e.nth AND x.shop_id = e.shop_id)`

const isOrderRating = "e.kind = 'rating' AND e.order_id IS NOT NULL"

/**
 * Each live entry once (`e`), as the newest import says it, with the customer it is about (`customer_id`): whom its row names in a
 * sheet about customers, else the buyer of its order. One of an order that is not here waits where it names nobody; of one order only
 * the newest rating counts: that of the latest day, then what was first told last, so that telling it again makes none newer.
 */
export const customerEntries = `(SELECT e.id, e.kind, e.on_day, e.next_on, e.value, e.text, e.details, e.row, s.file, s.sheet,
    ${customerOf} AS customer_id, e.number,
    max(format('%08d %012d %012d', coalesce(e.on_day, 0), CASE WHEN ${isOrderRating} THEN ${firstTold} ELSE 0 END, e.id)) AS newest
  FROM ${liveEntries} LEFT JOIN sales_order o ON o.order_id = ${orderOf}
  LEFT JOIN party own ON own.id = e.party_id LEFT JOIN party buyer ON buyer.id = o.party_id
  WHERE ${customerOf} IS NOT NULL
  GROUP BY CASE WHEN ${isOrderRating} THEN 'order ' || e.order_id ELSE e.shop_id || ' ' || e.content || ' ' || e.nth END)`

type EntryRow = Omit<CustomerEntry, 'details' | 'source'> & {
  readonly details: string
  readonly file: string
  readonly sheet: string
  readonly row: number
}

/** What imports tell of one customer besides sales and contacts, oldest first. `customer` is the ledger's own id. */
export function entriesOfCustomer({ db }: Ledger, customer: number): CustomerEntry[] {
  const rows = db
    .prepare(`SELECT e.kind, e.on_day AS "on", e.value, nullif(e.text, '') AS text, e.number AS "order", e.details, e.file, e.sheet, e.row FROM ${customerEntries} e
      WHERE e.customer_id = ? AND e.kind <> 'contact' ORDER BY e.on_day, e.id`)
    .all(customer) as EntryRow[]
  return rows.map(({ details, file, sheet, row, ...entry }) => ({
    ...entry,
    details: JSON.parse(details) as CustomerEntry['details'],
    source: { file, row, ...(sheet ? { sheet } : {}) },
  }))
}
