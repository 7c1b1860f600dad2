import type { Snapshot } from '../core/snapshot.js'
import type { Ledger } from './ledger.js'

/** The regions of the customers in some countries, by customer index; those of whom none is known are left out. */
export function loadRegions(
  { db }: Ledger,
  { customers }: Snapshot,
  countries: readonly string[],
): ReadonlyMap<number, string> {
  const rows = db
    .prepare(`SELECT k.public_id, c.region FROM customer c JOIN key k ON k.id = c.key_id
      WHERE c.region <> '' AND c.country IN (SELECT value FROM json_each(?))`)
    .raw()
    .all(JSON.stringify(countries)) as [string, string][]
  const regions = new Map(rows)
  const found = new Map<number, string>()
  for (let index = 0; index < customers.length && regions.size > 0; index++) {
    const region = regions.get(customers[index]!.id)
    if (region !== undefined) found.set(index, region)
  }
  return found
}
