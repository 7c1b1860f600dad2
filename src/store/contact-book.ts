import { type BookEntry, type ContactBook, EMPTY_ENTRY } from '../core/contact-book.js'
import type { Snapshot } from '../core/snapshot.js'
import { isRelayEmail } from '../core/values/text.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { customersOfKey } from './parties.js'

type Filling = { -readonly [K in keyof BookEntry]: BookEntry[K] }

/** Further ways to reach each customer, and where; of the delisted nothing is in it (R30). */
export function loadContactBook(ledger: Ledger, { customers }: Snapshot): ContactBook {
  return read(ledger, () => {
    const entries = places(ledger)
    addFurther(ledger, 'phone', entries)
    addFurther(ledger, 'email', entries)
    const found = new Map<number, BookEntry>()
    for (let index = 0; index < customers.length && entries.size > 0; index++) {
      const { id, blocked } = customers[index]!
      const entry = blocked ? undefined : entries.get(id)
      if (entry !== undefined) found.set(index, entry)
    }
    return found
  })
}

type PlaceRow = readonly [id: string, company: string, region: string, city: string, address: string, postcode: string]

function places({ db }: Ledger): Map<string, Filling> {
  const rows = db
    .prepare(`SELECT k.public_id, c.company, c.region, c.city, c.address, c.postcode FROM customer c JOIN key k ON k.id = c.key_id
      WHERE c.company || c.region || c.city || c.address || c.postcode <> ''`)
    .raw()
    .iterate() as Iterable<PlaceRow>
  const { phones, emails } = EMPTY_ENTRY
  const found = new Map<string, Filling>()
  for (const [id, company, region, city, address, postcode] of rows)
    found.set(id, { phones, emails, company, region, city, address, postcode })
  return found
}

/**
 * Phones or e-mails of the records joined in a customer, but for the one in use, for relays that reach nobody, and for those of a forwarder
 * or a switchboard. Where one was typed by hand the seller has said which it is.
 */
function addFurther({ db }: Ledger, field: 'phone' | 'email', entries: Map<string, Filling>): void {
  const rows = db
    .prepare(`SELECT k.public_id, p.${field} FROM party p JOIN customer c ON c.id = p.customer_id JOIN key k ON k.id = c.key_id
      WHERE p.${field} <> '' AND p.${field} <> c.${field}
        AND p.${field} NOT IN (SELECT substr(s.text, 3) FROM key s WHERE s.id IN (SELECT key_id FROM shared_key))
        AND c.id NOT IN (SELECT id FROM (SELECT who.id, h.value, row_number() OVER (PARTITION BY who.id ORDER BY h.id DESC) AS nth
          FROM hand_value h ${inForce('h')} JOIN key k ON k.text = h.key ${customersOfKey} WHERE h.field = '${field}') WHERE nth = 1 AND value IS NOT NULL)
      GROUP BY c.id, p.${field} ORDER BY max(p.is_profiled) DESC, max(p.seen_on) DESC, p.${field}`)
    .raw()
    .all() as [id: string, value: string][]
  for (const [id, value] of rows) {
    if (field === 'email' && isRelayEmail(value)) continue
    const entry = entries.get(id) ?? { ...EMPTY_ENTRY }
    entries.set(id, entry)
    if (field === 'phone') entry.phones = [...entry.phones, value]
    else entry.emails = [...entry.emails, value]
  }
}
