import { placesById } from '../core/customer-places.js'
import type { EntryFacts } from '../core/entry-facts.js'
import { readExpected } from '../core/import/expected-amount.js'
import type { Snapshot } from '../core/snapshot.js'
import { type Day, todayIn } from '../core/values/business-date.js'
import { publicId } from '../core/values/hash.js'
import { toMinor } from '../core/values/money.js'
import { customerEntries } from './entries.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { ledgerSetting, rateReader } from './settings.js'

interface EntryRow extends Omit<EntryFacts, 'customer' | 'details' | 'knownOn' | 'subject' | 'importedOn'> {
  readonly publicId: string
  readonly details: string
  /** Null where nothing asks for it: the file gives a day, and it is no complaint. */
  readonly importedAt: string | null
  /** What tells a complaint from all others, but for its state; null of another kind. */
  readonly identity: string | null
}

/** What tells an entry (`x`) from others of its kind: where it is from, its order or else whom it names, its day and its words. */
const identity = `json_array(h.platform, h.name, x.number, CASE WHEN x.number IS NULL THEN coalesce(nullif(w.buyer_id, ''), nullif(w.email, ''), nullif(w.phone, ''), w.name) END,
  x.on_day, x.text, x.nth)`

/** The moment an entry (`x`) was first imported, by an import in force. */
export const firstImportedAt = `(SELECT min(b.made_at) FROM entry t JOIN source s ON s.id = t.source_id ${inForce('s')}
  WHERE t.content = x.content AND t.nth = x.nth AND t.shop_id = x.shop_id)`

/**
 * Ratings, leads and complaints of the snapshot's customers, oldest first, those without a day before all others; days of
 * imports are those of the zone.
 */
export function loadEntryFacts(
  ledger: Ledger,
  { customers, currency }: Pick<Snapshot, 'customers' | 'currency'>,
  zone: string,
): EntryFacts[] {
  const expected = expectedReader(ledger, currency)
  const rows = read(ledger, () =>
    ledger.db
      .prepare(`SELECT k.public_id AS publicId, e.id AS entry, e.kind, e.on_day AS "on", e.value, e.text, e.number AS "order", e.details,
          CASE WHEN e.on_day IS NULL OR e.kind = 'complaint' THEN ${firstImportedAt} END AS importedAt,
          CASE WHEN e.kind = 'complaint' THEN ${identity} END AS identity FROM ${customerEntries} e
        JOIN entry x ON x.id = e.id JOIN shop h ON h.id = x.shop_id LEFT JOIN party w ON w.id = x.party_id JOIN customer c ON c.id = e.customer_id JOIN key k ON k.id = c.key_id
        WHERE e.kind IN ('rating', 'lead', 'complaint') ORDER BY e.on_day, e.id`)
      .all(),
  ) as EntryRow[]
  return rows.flatMap(({ publicId: id, details, importedAt, identity: told, ...entry }): EntryFacts[] => {
    const customer = placesById(customers).get(id)
    if (customer === undefined) return []
    const importedOn = importedAt === null ? null : todayIn(zone, Date.parse(importedAt))
    const knownOn = entry.on ?? importedOn!
    const complaint = told === null ? {} : { subject: subjectOf(told), importedOn: importedOn! }
    const said = JSON.parse(details) as EntryFacts['details']
    return [{ ...entry, ...complaint, ...expected(said, knownOn), knownOn, customer, details: said }]
  })
}

type Expected = Pick<EntryFacts, 'amountMinor' | 'unratedAmount'>

/** Reads what sales may bring in the base currency, by the rate of the lead's day; for a currency that was assumed the seller may have said another one (R4). */
function expectedReader(ledger: Ledger, base: string | null) {
  const rates = base === null ? null : rateReader(ledger, base)
  const shop = ledgerSetting(ledger, 'shop.currency')
  return ({ expectedAmount }: EntryFacts['details'], on: Day): Expected => {
    const told = expectedAmount === undefined ? null : readExpected(expectedAmount)
    if (told === null) return {}
    const own = told.isAssumed ? (shop ?? told.currency) : told.currency
    if (rates === null || !rates.has(own, on)) return { unratedAmount: expectedAmount!.replace(/ .*/, ` ${own}`) }
    return { amountMinor: rates.convert(toMinor(told.amount, own).minor, own, on) }
  }
}

/** `F-` and nine characters, as ids of customers are made. */
function subjectOf(text: string): string {
  return `F-${publicId(text).slice(1)}`
}
