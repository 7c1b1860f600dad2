import type { ContactRecord } from '../core/contact-record.js'
import { isContactMade } from '../core/follow-up/results.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { customerEntries } from './entries.js'
import { contactsInForce } from './fuller-rows.js'
import { type Ledger, read } from './ledger.js'
import { customersOfKey } from './parties.js'

/**
 * The order of contacts with their day "on", `isTyped`, `at` (the ledger's number of a typed one, the row of one in a file), "nextOn" and `text`:
 * of one day files come first, and rows as they stand in them, in whatever order the files were imported.
 */
export const asItHappened = '"on", isTyped, at, nextOn, text, id'

interface ContactRow extends Omit<ContactRecord, 'customer' | 'isAttempt'> {
  readonly publicId: string
}

/** What was recorded of contacts on the days `(from, to]`, in files too, in order of days. */
export function loadContactRecords(
  ledger: Ledger,
  { customers }: Snapshot,
  window: { readonly from: Day; readonly to: Day },
): ContactRecord[] {
  const rows = read(ledger, () => contactRows(ledger, window))
  const wanted = new Set(rows.map(({ publicId }) => publicId))
  const positions = new Map<string, number>()
  customers.forEach(({ id }, index) => {
    if (wanted.has(id)) positions.set(id, index)
  })
  return rows.flatMap(({ publicId, ...row }): ContactRecord[] => {
    const customer = positions.get(publicId)
    const isAttempt = row.kind === 'contact' && row.result !== '' && !isContactMade(row.result)
    return customer === undefined ? [] : [{ ...row, customer, ...(isAttempt ? { isAttempt } : {}) }]
  })
}

/** Each row of a file is a batch of its own: nothing else was recorded with it. */
function contactRows({ db }: Ledger, window: { readonly from: Day; readonly to: Day }): ContactRow[] {
  const said = (field: string) => `coalesce(json_extract(e.details, '$.${field}'), '')`
  return db
    .prepare(`SELECT c.id, name.public_id AS publicId, c.on_day AS "on", c.kind, c.rule, c.channel, c.result, c.text, c.next_on AS nextOn,
        c.author, c.due_on AS dueOn, c.sensible_on AS sensibleOn, c.batch_id AS batch
      FROM contact c ${contactsInForce('c')} JOIN key k ON k.text = c.key ${customersOfKey} JOIN key name ON name.id = who.key_id
      WHERE c.on_day > @from AND c.on_day <= @to GROUP BY c.id, name.public_id
      UNION ALL SELECT -e.id, name.public_id, e.on_day, 'contact', NULL, ${said('channel')}, ${said('result')}, e.text, e.next_on,
        ${said('owner')}, NULL, NULL, -e.id
      FROM ${customerEntries} e JOIN customer who ON who.id = e.customer_id JOIN key name ON name.id = who.key_id
      WHERE e.kind = 'contact' AND e.on_day > @from AND e.on_day <= @to
      ORDER BY 3, 1`)
    .all(window) as ContactRow[]
}
