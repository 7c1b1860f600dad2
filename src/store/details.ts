import { type CustomerDetails, DETAIL_FIELDS } from '../core/customer-details.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { customersOfKey } from './parties.js'
import { liveProfiles } from './said-in-files.js'

/** Details of a customer while they come together, by field. */
type Filling = Record<string, string>

/**
 * What is known of each customer besides how to reach him, by customer index: as typed by hand up to `until` (R14, null takes all), else as
 * the newest customer list that says it has it (R8). Customers of whom nothing is known are left out.
 */
export function loadDetails(
  ledger: Ledger,
  { customers }: Snapshot,
  until: Day | null,
): ReadonlyMap<number, CustomerDetails> {
  return read(ledger, () => {
    const known = new Map<string, Filling>()
    const of = (id: string) => known.get(id) ?? known.set(id, {}).get(id)!
    addListed(ledger, of)
    addTyped(ledger, until, of)
    const found = new Map<number, CustomerDetails>()
    for (let index = 0; index < customers.length && known.size > 0; index++) {
      const details = known.get(customers[index]!.id)
      if (details === undefined) continue
      // R30: sealed from view in every list.
      if (customers[index]!.blocked) for (const field of ['contacts', 'wechat']) delete details[field]
      found.set(index, details)
    }
    return found
  })
}

function addListed({ db }: Ledger, of: (id: string) => Filling): void {
  const rows = db
    .prepare(`SELECT k.public_id AS id, f.note, f.details FROM ${liveProfiles} JOIN customer c ON c.id = p.customer_id
      JOIN key k ON k.id = c.key_id WHERE f.note || f.details <> '' ORDER BY f.id`)
    .all() as { id: string; note: string; details: string }[]
  for (const { id, note, details } of rows) {
    if (details !== '') Object.assign(of(id), JSON.parse(details))
    if (note !== '') of(id).note = note
  }
}

/** What is about a key that joins nobody is about nobody; a value given back to the files is theirs again, an empty one is none. */
function addTyped({ db }: Ledger, until: Day | null, of: (id: string) => Filling): void {
  const rows = db
    .prepare(`SELECT DISTINCT h.id, name.public_id AS customer, h.field, h.value FROM hand_value h
      ${inForce('h')} JOIN key k ON k.text = h.key ${customersOfKey} JOIN key name ON name.id = who.key_id
      WHERE (h.field IN (SELECT value FROM json_each(@fields)) OR h.field GLOB 'field.*') AND h.on_day <= coalesce(@until, h.on_day)
        AND k.id NOT IN (SELECT key_id FROM shared_key) ORDER BY h.id`)
    .all({ fields: JSON.stringify([...DETAIL_FIELDS, 'note']), until }) as TypedRow[]
  const newest = new Map(rows.map((row) => [`${row.customer}\u0001${row.field}`, row]))
  for (const { customer, field, value } of newest.values()) {
    if (value === '') delete of(customer)[field]
    else if (value !== null) of(customer)[field] = value
  }
}

interface TypedRow {
  readonly customer: string
  readonly field: string
  /** '' says that there is none, null that what the files say counts again. */
  readonly value: string | null
}
