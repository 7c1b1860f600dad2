import type { CustomerFacts } from './snapshot.js'

type Customers = readonly Pick<CustomerFacts, 'id'>[]

const known = new WeakMap<Customers, ReadonlyMap<string, number>>()

/** Where each customer stands in the list, by public id: worked out once for each snapshot, since many parts of a command look it up. */
export function placesById(customers: Customers): ReadonlyMap<string, number> {
  const found = known.get(customers)
  if (found !== undefined) return found
  const places = new Map(customers.map(({ id }, place) => [id, place]))
  known.set(customers, places)
  return places
}
