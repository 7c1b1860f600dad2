import { placesById } from '../core/customer-places.js'
import type { EventFacts } from '../core/events.js'
import { disjointSets } from '../core/import/told/disjoint-sets.js'
import type { Snapshot } from '../core/snapshot.js'
import type { ToldBalance } from '../core/value/points/account.js'
import type { PointsRecords } from '../core/value/points/points.js'
import { type Day, todayIn } from '../core/values/business-date.js'
import { customerEntries } from './entries.js'
import { firstImportedAt } from './entry-facts.js'
import { loadEvents } from './events.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { type Place, sourceOf } from './place.js'

/** Balances told by files and points recorded by hand up to a day (null: all), by customer index; days of imports are those of the zone. */
export function loadPoints(ledger: Ledger, snapshot: Snapshot, zone: string, until: Day | null): PointsRecords {
  const events = loadEvents(ledger, snapshot, ['points'], until)
  return { told: loadToldBalances(ledger, snapshot, zone), events: grouped(events.toSorted(byDay)) }
}

function byDay(a: EventFacts, b: EventFacts): number {
  return a.on - b.on || a.id - b.id
}

interface BalanceRow extends Place, Omit<ToldBalance, 'on' | 'source' | 'person'>, Named {
  readonly publicId: string
  readonly onDay: Day | null
  /** Null where the file gives a day. */
  readonly importedAt: string | null
}

/** What was told first of an entry (`x`) by the imports in force: its number there, or the import. */
const firstTold = (
  what: 't.id' | 's.batch_id',
) => `(SELECT min(${what}) FROM entry t JOIN source s ON s.id = t.source_id ${inForce('s')}
  WHERE t.content = x.content AND t.nth = x.nth AND t.shop_id = x.shop_id)`

/** A balance without a day is of the day it was first imported. */
function loadToldBalances(ledger: Ledger, { customers }: Snapshot, zone: string): Map<number, ToldBalance[]> {
  const rows = read(ledger, () =>
    ledger.db
      .prepare(`SELECT k.public_id AS publicId, e.on_day AS onDay, e.value AS points, x.party_id AS party, s.batch_id AS batch,
          ${firstTold('s.batch_id')} AS firstBatch, ${firstTold('t.id')} AS place, p.shop_id || ' ' || nullif(p.buyer_id, '') AS buyer, p.phone, p.email, CASE WHEN e.on_day IS NULL THEN ${firstImportedAt} END AS importedAt, e.file, e.sheet, e.row FROM ${customerEntries} e
        JOIN entry x ON x.id = e.id JOIN source s ON s.id = x.source_id LEFT JOIN party p ON p.id = x.party_id JOIN customer c ON c.id = e.customer_id
        JOIN key k ON k.id = c.key_id WHERE e.kind = 'points' AND e.value IS NOT NULL ORDER BY e.id`)
      .all(),
  ) as BalanceRow[]
  if (rows.length === 0) return new Map()
  const positions = placesById(customers)
  const personOf = personsOf(rows)
  return grouped(
    rows.flatMap(({ publicId, onDay, importedAt, points, party, firstBatch, place, batch, ...row }) => {
      const customer = positions.get(publicId)
      if (customer === undefined) return []
      const on = onDay ?? todayIn(zone, Date.parse(importedAt!))
      return [{ customer, on, points, person: personOf(party), firstBatch, place, batch, source: sourceOf(row) }]
    }),
  )
}

/** Whom a file names, and what tells him from others. */
interface Named {
  readonly party: number
  readonly buyer: string | null
  readonly phone: string | null
  readonly email: string | null
}

/** Who is one person though the files write him otherwise: same buyer id, phone or e-mail. Those the seller merged stay several. */
function personsOf(named: readonly Named[]): (party: number) => number {
  const { find, join } = disjointSets(named.map(({ party }) => ({ id: party })))
  const first = new Map<string, number>()
  for (const { party, buyer, phone, email } of named)
    for (const key of [buyer && `b${buyer}`, phone && `p${phone}`, email && `e${email}`]) {
      if (!key) continue
      const known = first.get(key)
      if (known === undefined) first.set(key, party)
      else join([{ id: known }, { id: party }])
    }
  return find
}

function grouped<T extends { readonly customer: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(row.customer)
    if (group) group.push(row)
    else groups.set(row.customer, [row])
  }
  return groups
}
