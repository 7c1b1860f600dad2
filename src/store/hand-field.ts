import type { Snapshot } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { customersOfKey } from './parties.js'

/**
 * What was typed last of one field, by customer index: those typed after `until` are left out (R14), null takes all. What is about
 * a key that joins nobody is about nobody; a field given back to the files, or said to be empty, is not there.
 */
export function loadHandField(
  ledger: Ledger,
  { customers }: Snapshot,
  field: string,
  until: Day | null,
): ReadonlyMap<number, string> {
  const rows = ledger.db
    .prepare(`SELECT DISTINCT h.id, name.public_id AS customer, h.value FROM hand_value h
      ${inForce('h')} JOIN key k ON k.text = h.key ${customersOfKey} JOIN key name ON name.id = who.key_id
      WHERE h.field = @field AND h.on_day <= coalesce(@until, h.on_day) AND k.id NOT IN (SELECT key_id FROM shared_key) ORDER BY h.id`)
    .all({ field, until }) as { customer: string; value: string | null }[]
  const newest = new Map(rows.map(({ customer, value }) => [customer, value]))
  const values = new Map<number, string>()
  for (let index = 0; index < customers.length && newest.size > 0; index++) {
    const value = newest.get(customers[index]!.id)
    if (value) values.set(index, value)
  }
  return values
}
