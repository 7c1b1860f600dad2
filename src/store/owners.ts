import type { Snapshot } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { customersOfKey } from './parties.js'
import { saidInLists, saidInOrders } from './said-in-files.js'

/**
 * Who looks after each customer, by customer index: as typed by hand (R8), else as the newest customer list has it, else the newest order
 * that names one. What was typed, or ordered, after `until` is left out (R14), null takes all.
 */
export function loadOwners(ledger: Ledger, { customers }: Snapshot, until: Day | null): ReadonlyMap<number, string> {
  return read(ledger, () => {
    const owners = byPublicId(ledger, [...saidInOrders(ledger, 'owner', until), ...saidInLists(ledger, 'owner')])
    // A field given back to the files is theirs again; one said to be empty is empty.
    for (const [customer, typed] of typedOwners(ledger, until)) if (typed !== null) owners.set(customer, typed)
    const found = new Map<number, string>()
    for (let index = 0; index < customers.length && owners.size > 0; index++) {
      const owner = owners.get(customers[index]!.id)
      if (owner) found.set(index, owner)
    }
    return found
  })
}

/** The last word on each customer, by public id. */
function byPublicId(
  { db }: Ledger,
  said: readonly (readonly [customer: number, owner: string])[],
): Map<string, string> {
  if (said.length === 0) return new Map()
  const ids = db.prepare('SELECT c.id, k.public_id FROM customer c JOIN key k ON k.id = c.key_id').raw()
  const publicIds = new Map(ids.all() as [number, string][])
  return new Map(said.map(([customer, owner]) => [publicIds.get(customer)!, owner]))
}

/** What was typed last, by public id; what is about a key that joins nobody is about nobody. */
function typedOwners({ db }: Ledger, until: Day | null): Map<string, string | null> {
  const rows = db
    .prepare(`SELECT DISTINCT name.public_id AS customer, h.value, h.id FROM hand_value h
      ${inForce('h')} JOIN key k ON k.text = h.key ${customersOfKey} JOIN key name ON name.id = who.key_id
      WHERE h.field = 'owner' AND h.on_day <= coalesce(@until, h.on_day) AND k.id NOT IN (SELECT key_id FROM shared_key) ORDER BY h.id`)
    .raw()
    .all({ until }) as [string, string | null, number][]
  return new Map(rows.map(([customer, value]) => [customer, value]))
}
