import { placesById } from '../core/customer-places.js'
import type { Snapshot } from '../core/snapshot.js'
import { readNumbers } from './bulk-read.js'
import type { Ledger } from './ledger.js'

/** The customer of a snapshot, by index, of each party by its id; -1 for nobody's. */
export function buyersOf(ledger: Ledger, { customers }: Snapshot): Int32Array {
  const positions = placesById(customers)
  const { db } = ledger
  const named = db.prepare('SELECT c.id, k.public_id FROM customer c JOIN key k ON k.id = c.key_id').raw().all()
  const indexOf = new Map((named as [number, string][]).map(([id, name]) => [id, positions.get(name) ?? -1]))
  const most = (db.prepare('SELECT max(id) FROM party').pluck().get() as number | null) ?? 0
  const buyers = new Int32Array(most + 1).fill(-1)
  const query = { values: ['p.id', 'p.customer_id'], table: 'party p', id: 'p.id', where: 'p.customer_id IS NOT NULL' }
  readNumbers(ledger, query, (row) => {
    buyers[row[0]!] = indexOf.get(row[1]!) ?? -1
  })
  return buyers
}
