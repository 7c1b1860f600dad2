import type { Day } from '../core/values/business-date.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { customersOfKey } from './parties.js'

/** A decision attaches to a key; it speaks of the customer who carries that key now. */
const markedCustomers = `FROM mark m ${inForce('m')} JOIN key k ON k.text = m.key ${customersOfKey}`

/** Tags by ledger customer, in order: those of customer lists, and those decided up to a day. */
export function loadTags(ledger: Ledger, until: Day | null): Map<number, string[]> {
  const tags = new Map<number, Set<string>>()
  const of = (id: number) => tags.get(id) ?? tags.set(id, new Set()).get(id)!
  for (const row of importedTags(ledger))
    for (const tag of row.tags.split(/[,，;；]/)) if (tag.trim()) of(row.id).add(tag.trim())
  const decided = ledger.db
    .prepare(
      `SELECT DISTINCT p.customer_id AS id, m.kind, m.value, m.rowid ${markedCustomers} WHERE m.kind IN ('tag', 'untag') AND m.on_day <= coalesce(@until, m.on_day) ORDER BY m.rowid`,
    )
    .all({ until }) as {
    id: number
    kind: string
    value: string
  }[]
  for (const row of decided) {
    if (row.kind === 'tag') of(row.id).add(row.value)
    else of(row.id).delete(row.value)
  }
  return new Map([...tags].map(([id, set]) => [id, [...set].sort()]))
}

/** A customer list's row about a customer in use (`p`), from a batch not taken back; `f` is the row. */
const liveProfiles = `profile f JOIN source s ON s.id = f.source_id ${inForce('s')}
      JOIN party p ON p.id = f.party_id AND p.customer_id IS NOT NULL`

/** The tags of the newest list of each shop that has any: a later export says what they are now, also that one is gone. */
function importedTags(ledger: Ledger): { id: number; tags: string }[] {
  return ledger.db
    .prepare(`WITH tagging AS (SELECT DISTINCT source_id AS id FROM profile WHERE tags <> ''),
      said AS (SELECT p.customer_id AS id, f.tags, s.id AS source, max(s.id) OVER (PARTITION BY p.customer_id, p.shop_id) AS newest
        FROM ${liveProfiles} WHERE s.id IN (SELECT id FROM tagging))
      SELECT id, tags FROM said WHERE source = newest`)
    .all() as { id: number; tags: string }[]
}

/** What the newest customer list that says anything of consent says of each customer. */
export function loadConsent(ledger: Ledger): Map<number, 'yes' | 'no'> {
  const rows = ledger.db
    .prepare(`SELECT p.customer_id AS id, f.consent FROM ${liveProfiles} WHERE f.consent <> '' ORDER BY f.id`)
    .all() as { id: number; consent: 'yes' | 'no' }[]
  return new Map(rows.map(({ id, consent }) => [id, consent]))
}

/** Customers blocked by a decision up to a day. */
export function loadBlocked(ledger: Ledger, until: Day | null): Set<number> {
  const blocked = new Set<number>()
  const rows = ledger.db
    .prepare(
      `SELECT DISTINCT p.customer_id AS id, m.kind, m.rowid ${markedCustomers} WHERE m.kind IN ('block', 'unblock') AND m.on_day <= coalesce(@until, m.on_day) ORDER BY m.rowid`,
    )
    .all({ until }) as {
    id: number
    kind: string
  }[]
  for (const row of rows) {
    if (row.kind === 'block') blocked.add(row.id)
    else blocked.delete(row.id)
  }
  return blocked
}
