import type { EntryFacts } from '../core/entry-facts.js'
import type { Snapshot } from '../core/snapshot.js'
import { customerEntries } from './entries.js'
import { type Ledger, read } from './ledger.js'

type EntryRow = Omit<EntryFacts, 'customer' | 'details'> & { readonly publicId: string; readonly details: string }

/** Ratings, leads and complaints of the snapshot's customers, oldest first, those without a day before all others. */
export function loadEntryFacts(ledger: Ledger, { customers }: Snapshot): EntryFacts[] {
  const positions = new Map(customers.map(({ id }, index) => [id, index]))
  const rows = read(ledger, () =>
    ledger.db
      .prepare(`SELECT k.public_id AS publicId, e.kind, e.on_day AS "on", e.value, e.details FROM ${customerEntries} e
        JOIN customer c ON c.id = e.customer_id JOIN key k ON k.id = c.key_id
        WHERE e.kind IN ('rating', 'lead', 'complaint') ORDER BY e.on_day, e.id`)
      .all(),
  ) as EntryRow[]
  return rows.flatMap(({ publicId, details, ...entry }): EntryFacts[] => {
    const customer = positions.get(publicId)
    return customer === undefined ? [] : [{ ...entry, customer, details: JSON.parse(details) as EntryFacts['details'] }]
  })
}
