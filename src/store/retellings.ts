import { comparedName } from '../core/import/told/identity.js'
import type { CurrentOrder } from '../core/import/told/order-version.js'
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

/** A way an order is told: by whom it is from, and of which day. */
type Telling = Pick<CurrentOrder, 'partyId' | 'placedOn'>

/**
 * Records those of an order's versions in force who tell it under the name of its buyer, when there are others than he. Who
 * tells it of another day or by another buyer id may tell another order of that number.
 */
export function retellingWriter({
  db,
}: Ledger): (orderId: number, order: Telling, versions: readonly Telling[]) => void {
  const partyOf = db.prepare('SELECT name, buyer_id AS buyerId FROM party WHERE id = ?')
  const insert = db.prepare('INSERT INTO retelling (order_id, party_id, is_buyer) VALUES (?, ?, ?)')
  return (orderId, { partyId: buyer, placedOn }, versions) => {
    const alike = versions.filter((version) => (version.placedOn ?? placedOn) === (placedOn ?? version.placedOn))
    const parties = new Set([buyer, ...alike.map(({ partyId }) => partyId)].filter((id) => id !== null))
    if (buyer === null || parties.size < 2) return
    const written = (id: number) => {
      const { name, buyerId } = partyOf.get(id) as { name: string; buyerId: string }
      return { name: comparedName(name), buyerId }
    }
    const own = written(buyer)
    const isOwn = ({ name, buyerId }: typeof own) =>
      name === own.name && (buyerId === '' || own.buyerId === '' || buyerId === own.buyerId)
    const tellers = own.name === '' ? [] : [...parties].filter((party) => isOwn(written(party)))
    if (tellers.length > 1) for (const party of tellers) insert.run(orderId, party, Number(party === buyer))
  }
}
