import { placesById } from '../core/customer-places.js'
import type { ContactNote } from '../core/follow-up/leads/unproven.js'
import { isContactMade } from '../core/follow-up/results.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { asItHappened } from './contact-records.js'
import { customerEntries } from './entries.js'
import { contactsInForce } from './fuller-rows.js'
import { type Ledger, read } from './ledger.js'
import { customersOfKey } from './parties.js'

/** What was written down of every contact up to a day, by hand or in files, oldest first; attempts and items put off or skipped are none. */
export function loadContactNotes(ledger: Ledger, { customers }: Snapshot, asOf: Day): ContactNote[] {
  const rows = read(ledger, () =>
    ledger.db
      .prepare(`SELECT customer, "on", text, result FROM (
        SELECT DISTINCT c.id, name.public_id AS customer, c.on_day AS "on", c.text, c.result, c.next_on AS nextOn, TRUE AS isTyped, c.id AS at FROM contact c ${contactsInForce('c')}
        JOIN key k ON k.text = c.key ${customersOfKey} JOIN key name ON name.id = who.key_id
        WHERE c.kind IN ('contact', 'done') AND c.on_day <= @asOf
        UNION ALL SELECT -e.id, name.public_id, e.on_day, e.text, coalesce(json_extract(e.details, '$.result'), ''), e.next_on, FALSE, e.row FROM ${customerEntries} e
        JOIN customer c ON c.id = e.customer_id JOIN key name ON name.id = c.key_id WHERE e.kind = 'contact' AND e.on_day <= @asOf
        ) ORDER BY ${asItHappened}`)
      .all({ asOf }),
  ) as (Omit<ContactNote, 'customer'> & { customer: string; result: string })[]
  if (rows.length === 0) return []
  const positions = placesById(customers)
  return rows.flatMap(({ customer, on, text, result }) => {
    const index = positions.get(customer)
    const isAttempt = result !== '' && !isContactMade(result)
    return index === undefined || isAttempt ? [] : [{ customer: index, on, text }]
  })
}
