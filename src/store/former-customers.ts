import type { Component } from '../core/import/told/identity.js'
import type { Ledger } from './ledger.js'

interface Former {
  readonly id: number
  readonly key: string
  /** JSON of the values. */
  readonly facts: string
}

/**
 * Remembers the customers of the touched parties before these are derived anew. Gives what notes in `derived_customer` of each
 * customer derived then whether he is new or told otherwise: he is one of them by his own key, or, when he has come to be known by
 * another, by one of his parties. Each of them is one customer afterwards, first of all the one of his key.
 */
export function formerCustomers({
  db,
}: Ledger): (id: number | bigint, component: Component, values: readonly string[]) => void {
  const touched = 'SELECT id FROM touched_party'
  const rows = db
    .prepare(`SELECT c.id, k.text AS key, json_array(c.name, c.company, c.email, c.phone, c.country, c.region, c.city, c.address, c.postcode, c.platform_key) AS facts
      FROM customer c JOIN key k ON k.id = c.key_id WHERE c.id IN (SELECT customer_id FROM party WHERE id IN (${touched}))`)
    .all() as Former[]
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ofParties = new Map(
    db
      .prepare(`SELECT id, customer_id FROM party WHERE id IN (${touched}) AND customer_id IS NOT NULL`)
      .raw()
      .all() as [number, number][],
  )
  const note = db.prepare('INSERT OR REPLACE INTO derived_customer VALUES (?, ?)')
  /** Who is a former one now. */
  const successors = new Map<number, number | bigint>()
  const formerOf = (parties: readonly number[]) =>
    parties.map((party) => ofParties.get(party) ?? -1).find((id) => byId.has(id) && !successors.has(id))
  return (id, { key, parties }, values) => {
    const former = byKey.get(key) ?? byId.get(formerOf(parties) ?? -1)
    if (former === undefined) {
      note.run(id, 'inserted')
      return
    }
    const other = successors.get(former.id)
    if (other !== undefined) note.run(other, 'inserted')
    successors.set(former.id, id)
    if (former.facts !== JSON.stringify(values)) note.run(id, 'updated')
  }
}
