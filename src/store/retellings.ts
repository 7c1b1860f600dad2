import { comparedName } from '../core/import/identity.js'
import type { Ledger } from './ledger.js'

/** Forgets who tells the touched orders with others, and touches them. */
export function forgetRetellings({ db }: Ledger): void {
  db.exec(`${touchTellers}
    DELETE FROM retelling WHERE order_id IN (SELECT id FROM touched_order);`)
}

/** Touches all who tell the touched orders with others. */
export function touchRetellings({ db }: Ledger): void {
  db.exec(touchTellers)
}

const touchTellers =
  'INSERT OR IGNORE INTO touched_party SELECT party_id FROM retelling WHERE order_id IN (SELECT id FROM touched_order);'

/** A way an order is told, by whom it is from. */
interface Telling {
  readonly partyId: number | null
}

/** Records those of an order's versions in force who tell it under the name of its buyer, when there are others than he. */
export function retellingWriter({
  db,
}: Ledger): (orderId: number, buyer: Telling, versions: readonly Telling[]) => void {
  const nameOf = db.prepare('SELECT name FROM party WHERE id = ?').pluck()
  const insert = db.prepare('INSERT INTO retelling (order_id, party_id) VALUES (?, ?)')
  return (orderId, { partyId: buyer }, versions) => {
    const parties = new Set(versions.flatMap(({ partyId }) => (partyId === null ? [] : [partyId])))
    if (buyer === null || parties.size < 2) return
    const named = (party: number) => comparedName(nameOf.get(party) as string)
    const name = named(buyer)
    const tellers = name === '' ? [] : [...parties].filter((party) => named(party) === name)
    if (tellers.length > 1) for (const party of tellers) insert.run(orderId, party)
  }
}
