import type { Snapshot } from '../core/snapshot.js'
import { type Day, todayIn } from '../core/values/business-date.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { customersOfKey } from './parties.js'

/** From which day on customers stand in a list that was read, or were typed by hand, by customer index; those of orders and entries alone are left out. */
export function listedOn(ledger: Ledger, { customers }: Snapshot, zone: string): ReadonlyMap<number, Day> {
  const places = new Map(customers.map(({ id }, place) => [id, place]))
  const days = new Map<number, Day>()
  const tell = (id: string, on: Day) => {
    const place = places.get(id)
    if (place !== undefined) days.set(place, Math.min(on, days.get(place) ?? on))
  }
  read(ledger, () => {
    const listed = ledger.db.prepare(`SELECT k.public_id AS id, min(b.made_at) AS at FROM profile r
      JOIN source s ON s.id = r.source_id ${inForce('s')} JOIN party p ON p.id = r.party_id
      JOIN customer c ON c.id = p.customer_id JOIN key k ON k.id = c.key_id GROUP BY c.id`)
    for (const { id, at } of listed.all() as { id: string; at: string }[]) tell(id, todayIn(zone, Date.parse(at)))
    const typed = ledger.db.prepare(`SELECT own.public_id AS id, min(h.on_day) AS "on" FROM hand_value h ${inForce('h')}
      JOIN key k ON k.text = h.key ${customersOfKey} JOIN key own ON own.id = who.key_id GROUP BY who.id`)
    for (const { id, on } of typed.all() as { id: string; on: Day }[]) tell(id, on)
  })
  return days
}
