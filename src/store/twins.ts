import { placesById } from '../core/customer-places.js'
import type { Snapshot } from '../core/snapshot.js'
import { pairName, type SharedContact, type TwinFacts, type TwinRecord } from '../core/twins/twin.js'
import { isPlaceholder } from '../core/values/text.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { customersOfKey } from './parties.js'

/** What twins are sought in, by positions in the snapshot; `spellingsOf` says how a name is spelled. */
export function loadTwinFacts(
  ledger: Ledger,
  { customers }: Pick<Snapshot, 'customers'>,
  spellingsOf: (name: string) => readonly string[],
): TwinFacts {
  const indexOf = placesById(customers)
  return read(ledger, () => ({
    records: recordsOf(ledger, indexOf, spellingsOf),
    shared: sharedOf(ledger, indexOf),
    apart: apartOf(ledger, indexOf),
  }))
}

type Indices = ReadonlyMap<string, number>

/** Each different writing of a customer once. */
function recordsOf({ db }: Ledger, indexOf: Indices, spellingsOf: (name: string) => readonly string[]): TwinRecord[] {
  const rows = db
    .prepare(`SELECT DISTINCT k.public_id AS id, s.platform, s.name AS shop, p.buyer_id AS buyerId, p.name, p.email, p.phone, p.city, p.address, p.postcode
      FROM party p JOIN customer c ON c.id = p.customer_id JOIN key k ON k.id = c.key_id JOIN shop s ON s.id = p.shop_id ORDER BY p.id`)
    .iterate() as Iterable<Omit<TwinRecord, 'customer' | 'spellings'> & { id: string }>
  const spellings = new Map<string, readonly string[]>()
  const records: TwinRecord[] = []
  for (const { id, ...row } of rows) {
    let spelled = spellings.get(row.name)
    if (spelled === undefined) {
      spelled = isPlaceholder(row.name) ? [] : spellingsOf(row.name)
      spellings.set(row.name, spelled)
    }
    records.push({ ...row, customer: indexOf.get(id)!, spellings: spelled })
  }
  return records
}

function sharedOf({ db }: Ledger, indexOf: Indices): SharedContact[] {
  const rows = db
    .prepare(`SELECT DISTINCT k.text, own.public_id AS id FROM shared_key s JOIN key k ON k.id = s.key_id JOIN party_key pk ON pk.key_id = k.id
      JOIN party p ON p.id = pk.party_id JOIN customer c ON c.id = p.customer_id JOIN key own ON own.id = c.key_id ORDER BY 1, 2`)
    .all() as { text: string; id: string }[]
  const carriers = new Map<string, number[]>()
  for (const { text, id } of rows) {
    const contact = text.slice(2)
    carriers.set(contact, [...(carriers.get(contact) ?? []), indexOf.get(id)!])
  }
  return [...carriers].map(([contact, customers]) => ({ contact, customers }))
}

function apartOf(ledger: Ledger, indexOf: Indices): ReadonlySet<string> {
  const pairs = [...toldApart(ledger)].map((pair) => pair.split('+') as [string, string])
  return new Set(pairs.map(([one, other]) => pairName(indexOf.get(one)!, indexOf.get(other)!)))
}

/** Pairs of customers of whom the seller said that they are two: their ids, the smaller first, with a plus between. */
export function toldApart({ db }: Ledger): Set<string> {
  const pairs = db
    .prepare(`WITH told AS MATERIALIZED (SELECT DISTINCT i.batch_id AS batch, i.nth, i.side, own.public_id AS id FROM identity i
        ${inForce('i')} JOIN key k ON k.text = i.key ${customersOfKey}
        JOIN key own ON own.id = who.key_id WHERE i.kind = 'apart')
      SELECT DISTINCT min(a.id, z.id) || '+' || max(a.id, z.id) FROM told a JOIN told z ON z.batch = a.batch AND z.nth = a.nth AND z.side > a.side
      WHERE a.id <> z.id`)
    .pluck()
    .all() as string[]
  return new Set(pairs)
}
