import { comparedName } from '../core/import/told/identity.js'
import type { Ledger } from './ledger.js'

/** A new customer of whom a file says the name alone, and the one who was known by it; by their public ids. */
export interface Namesake {
  readonly name: string
  readonly id: string
  readonly knownId: string
}

/** Customers whom the staged sheet alone made, of a name that exactly one customer had before: nothing says that they are one (R7). */
export function namesakes({ db }: Ledger, source: number): Namesake[] {
  const made = db
    .prepare(`SELECT DISTINCT c.name, k.public_id AS id FROM staged_profile f JOIN staged_party s ON s.id = f.party JOIN party p ON p.id = s.party_id
      JOIN derived_customer d ON d.id = p.customer_id AND d.change = 'inserted' JOIN customer c ON c.id = d.id JOIN key k ON k.id = c.key_id
      WHERE f.source = ? AND p.buyer_id = '' AND p.email = '' AND p.phone = '' AND c.name <> '' ORDER BY c.id`)
    .all(source) as Omit<Namesake, 'knownId'>[]
  if (made.length === 0) return []
  const wanted = new Set(made.map(({ name }) => comparedName(name)))
  const known = new Map<string, string[]>()
  const others = db.prepare(`SELECT c.name, k.public_id AS id FROM customer c JOIN key k ON k.id = c.key_id
    WHERE c.name <> '' AND c.id NOT IN (SELECT id FROM derived_customer WHERE change = 'inserted')`)
  for (const { name, id } of others.iterate() as Iterable<Omit<Namesake, 'knownId'>>) {
    const compared = comparedName(name)
    if (wanted.has(compared)) known.set(compared, [...(known.get(compared) ?? []), id])
  }
  return made.flatMap(({ name, id }) => {
    const ids = known.get(comparedName(name)) ?? []
    return ids.length === 1 ? [{ name, id, knownId: ids[0]! }] : []
  })
}
