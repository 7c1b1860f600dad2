import type { EventFacts } from '../core/events.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { customersOfKey, namesCustomer } from './parties.js'

/** What opens a subject, as the unique index of the schema has it: no number is given twice. */
const opening = "e.what IN ('add', 'open', 'propose', 'new', 'give', 'plan')"

/** A step about a subject, with the key of the customer it was typed for. */
type Step = Pick<EventFacts, 'kind' | 'subject'> & { readonly key: string }

/**
 * The key a step is recorded under: that of what it is about, so that it stays with it when two customers who were made one are parted
 * again; its own where it is about nothing that was opened for somebody.
 */
export function keyOfSubject(ledger: Ledger, { kind, subject, key }: Step): string {
  const own = kind === 'lead' && subject === '' ? keyOfToldLead(ledger, key) : keyOfOpening(ledger, kind, subject)
  return own ?? key
}

function keyOfOpening({ db }: Ledger, kind: string, subject: string): string | undefined {
  const found = db.prepare(
    `SELECT e.key FROM event e WHERE e.kind = ? AND e.subject = ? AND ${opening} AND e.key <> ''`,
  )
  return found.pluck().get(kind, subject) as string | undefined
}

/** A key of whom the newest row about a lead names, among those who are the customer of a key now. */
function keyOfToldLead({ db }: Ledger, key: string): string | undefined {
  return db
    .prepare(`SELECT own.text FROM key k ${customersOfKey} JOIN party told ON told.customer_id = who.id
        JOIN entry e ON e.party_id = told.id AND e.kind = 'lead' JOIN source s ON s.id = e.source_id ${inForce('s')}
        JOIN party_key tk ON tk.party_id = told.id JOIN key own ON own.id = tk.key_id AND ${namesCustomer('own', 'tk', 'who')}
      WHERE k.text = ? AND own.id NOT IN (SELECT key_id FROM shared_key) ORDER BY e.id DESC, own.id LIMIT 1`)
    .pluck()
    .get(key) as string | undefined
}
