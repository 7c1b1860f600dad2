import type { EntryFacts } from '../core/entry-facts.js'
import type { Snapshot } from '../core/snapshot.js'
import { todayIn } from '../core/values/business-date.js'
import { customerEntries } from './entries.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'

interface EntryRow extends Omit<EntryFacts, 'customer' | 'details' | 'knownOn'> {
  readonly publicId: string
  readonly details: string
  /** Null where the file gives a day. */
  readonly importedAt: string | null
}

/** The moment an entry (`x`) was first imported, by an import in force. */
export const firstImportedAt = `(SELECT min(b.made_at) FROM entry t JOIN source s ON s.id = t.source_id ${inForce('s')}
  WHERE t.content = x.content AND t.nth = x.nth AND t.shop_id = x.shop_id)`

/**
 * Ratings, leads and complaints of the snapshot's customers, oldest first, those without a day before all others; days of
 * imports are those of the zone.
 */
export function loadEntryFacts(ledger: Ledger, { customers }: Snapshot, zone: string): EntryFacts[] {
  const positions = new Map(customers.map(({ id }, index) => [id, index]))
  const rows = read(ledger, () =>
    ledger.db
      .prepare(`SELECT k.public_id AS publicId, e.kind, e.on_day AS "on", e.value, e.details,
          CASE WHEN e.on_day IS NULL THEN ${firstImportedAt} END AS importedAt FROM ${customerEntries} e
        JOIN entry x ON x.id = e.id JOIN customer c ON c.id = e.customer_id JOIN key k ON k.id = c.key_id
        WHERE e.kind IN ('rating', 'lead', 'complaint') ORDER BY e.on_day, e.id`)
      .all(),
  ) as EntryRow[]
  return rows.flatMap(({ publicId, details, importedAt, ...entry }): EntryFacts[] => {
    const customer = positions.get(publicId)
    if (customer === undefined) return []
    const knownOn = entry.on ?? todayIn(zone, Date.parse(importedAt!))
    return [{ ...entry, knownOn, customer, details: JSON.parse(details) as EntryFacts['details'] }]
  })
}
