import { placesById } from '../core/customer-places.js'
import type { Snapshot } from '../core/snapshot.js'
import { readNumbers, readTexts } from './bulk-read.js'
import type { Ledger } from './ledger.js'

/** The customer of a snapshot, by index, of each party by its id; -1 for nobody's. */
export function buyersOf(ledger: Ledger, { customers }: Snapshot): Int32Array {
  const positions = placesById(customers)
  const { db } = ledger
  const last = (db.prepare('SELECT max(id) FROM customer').pluck().get() as number | null) ?? 0
  const indexOf = new Int32Array(last + 1).fill(-1)
  const named = { values: ['c.id', 'k.public_id'], table: 'customer c', id: 'c.id' }
  readTexts(ledger, { ...named, joins: 'JOIN key k ON k.id = c.key_id' }, (texts, at) => {
    indexOf[Number(texts[at])] = positions.get(texts[at + 1]!) ?? -1
  })
  const most = (db.prepare('SELECT max(id) FROM party').pluck().get() as number | null) ?? 0
  const buyers = new Int32Array(most + 1).fill(-1)
  const query = { values: ['p.id', 'p.customer_id'], table: 'party p', id: 'p.id', where: 'p.customer_id IS NOT NULL' }
  readNumbers(ledger, query, (row) => {
    buyers[row[0]!] = indexOf[row[1]!] ?? -1
  })
  return buyers
}
