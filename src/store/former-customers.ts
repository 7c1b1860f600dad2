import type { Component } from '../core/import/identity.js'
import type { Ledger } from './ledger.js'

interface Former {
  readonly id: number
  readonly key: string
  /** JSON of the values. */
  readonly facts: string
}

/** What a customer is beside those there were: new, told otherwise, or as he was. */
type CustomerChange = 'inserted' | 'updated' | null

/**
 * Remembers the customers of the touched parties before these are derived anew. A customer derived then is one of them by his
 * own key, or, when he has come to be known by another, by one of his parties; each of them is one customer afterwards.
 */
export function formerCustomers({ db }: Ledger): (component: Component, values: readonly string[]) => CustomerChange {
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
  return ({ key, parties }, values) => {
    const ids = parties.map((party) => ofParties.get(party))
    const known = byKey.get(key) ?? byId.get(ids.find((id) => id !== undefined && byId.has(id)) ?? -1)
    if (known === undefined) return 'inserted'
    byId.delete(known.id)
    return known.facts === JSON.stringify(values) ? null : 'updated'
  }
}
