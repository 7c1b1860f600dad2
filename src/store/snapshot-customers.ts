import type { CustomerFacts } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { readNumbers, readTexts, takeNumbers } from './bulk-read.js'
import type { Ledger } from './ledger.js'
import { loadBlocked, loadConsent, loadTags } from './snapshot-marks.js'

/** Who in the snapshot the ledger's numbers stand for. */
export interface Buyers {
  /** Position of a ledger customer in the snapshot, -1 for ids no longer in use. */
  indexOf(customerId: number): number
  /** Position of the customer a party belongs to, -1 for nobody's. */
  buyerOf(partyId: number): number
}

/** Customers in the order of their public ids, as files tell of them. */
export function loadCustomers(ledger: Ledger): { customers: CustomerFacts[]; buyers: Buyers } {
  const rows = customerRows(ledger)
  const positions = new Int32Array(rows.reduce((most, { ledgerId }) => Math.max(most, ledgerId), 0) + 1).fill(-1)
  rows.forEach(({ ledgerId }, position) => {
    positions[ledgerId] = position
  })
  const indexOf = (ledgerId: number) => positions[ledgerId] ?? -1
  const customers = rows.map(({ facts }) => facts)
  const buyerOf = addParties(ledger, indexOf, customers)
  return { customers, buyers: { indexOf, buyerOf } }
}

/** The same customers with tags, blocks and consent as they stand by what was decided up to a day; whoever has none of them is shared. */
export function markCustomers(
  ledger: Ledger,
  plain: readonly CustomerFacts[],
  { indexOf }: Buyers,
  until: Day | null,
): CustomerFacts[] {
  const customers: Filling[] = [...plain]
  const each = <T>(values: Iterable<readonly [number, T]>, add: (facts: Filling, value: T) => void) => {
    for (const [ledgerId, value] of values) {
      const at = indexOf(ledgerId)
      if (at < 0) continue
      if (customers[at] === plain[at]) customers[at] = { ...plain[at]! }
      add(customers[at]!, value)
    }
  }
  each(loadTags(ledger, until), (facts, tags) => {
    facts.tags = tags
  })
  each(loadBlocked(ledger, until).entries(), (facts) => {
    facts.blocked = true
    // R30: sealed from view in every list.
    facts.phone = null
    facts.email = null
  })
  each(loadConsent(ledger, until), (facts, consent) => {
    facts.consent = consent
  })
  return customers
}

const none: readonly string[] = []

/** A customer while his facts come together. */
type Filling = { -readonly [K in keyof CustomerFacts]: CustomerFacts[K] }

interface CustomerRow {
  readonly ledgerId: number
  readonly facts: Filling
}

function customerRows(ledger: Ledger): CustomerRow[] {
  const placeOf = keyPlaces(ledger)
  const rows: CustomerRow[] = new Array(placeOf.length)
  const values = ['c.id', 'c.key_id', 'k.public_id', 'c.platform_key', 'c.name', 'c.country', 'c.email', 'c.phone']
  const query = { values, table: 'customer c', id: 'c.id', joins: 'JOIN key k ON k.id = c.key_id' }
  readTexts(ledger, query, (texts, at) => {
    // One literal for all, so that a hundred thousand of them are alike to the machine too.
    const facts: Filling = {
      id: texts[at + 2]!,
      key: texts[at + 3] || null,
      name: texts[at + 4] || null,
      country: texts[at + 5] || null,
      email: texts[at + 6] || null,
      phone: texts[at + 7] || null,
      platforms: none,
      tags: none,
      blocked: false,
      consent: null,
    }
    const place = placeOf[Number(texts[at + 1])]!
    rows[rows[place] === undefined ? place : rows.length] = { ledgerId: Number(texts[at]), facts }
  })
  // In order but for equal ids: the sort has next to nothing to do.
  return rows.filter((row) => row !== undefined).sort((a, b) => byPublicId(a.facts, b.facts))
}

/** The place of each key in the order of the public ids, by the ledger's number of the key: an index knows it. */
function keyPlaces({ db }: Ledger): Int32Array {
  const most = (db.prepare('SELECT max(id) FROM key').pluck().get() as number | null) ?? 0
  const places = new Int32Array(most + 1)
  const ordered = db.prepare("SELECT group_concat(id, ' ') FROM (SELECT id FROM key ORDER BY public_id)").pluck().get()
  let place = 0
  takeNumbers((ordered as string | null) ?? '', new Float64Array(1), (row) => {
    places[row[0]!] = place++
  })
  return places
}

/** Once in a million two share an id: then by what else is known, never by when they came. */
function byPublicId(a: CustomerFacts, b: CustomerFacts): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  const rest = ({ key, name, email, phone }: CustomerFacts) => JSON.stringify([key, name, email, phone])
  return rest(a) < rest(b) ? -1 : 1
}

/** Gives customers the platforms of their parties, in order of their names; finds the customer of a party. */
function addParties(ledger: Ledger, indexOf: Buyers['indexOf'], customers: readonly Filling[]): Buyers['buyerOf'] {
  const { db } = ledger
  const platforms = new Map(db.prepare('SELECT id, platform FROM shop').raw().all() as [number, string][])
  const most = (db.prepare('SELECT max(id) FROM party').pluck().get() as number | null) ?? 0
  const buyers = new Int32Array(most + 1).fill(-1)
  const withPlatform = listsInCommon()
  const query = { values: ['p.id', 'p.customer_id', 'p.shop_id'], table: 'party p', id: 'p.id' }
  readNumbers(ledger, { ...query, where: 'p.customer_id IS NOT NULL' }, (row) => {
    const buyer = indexOf(row[1]!)
    if (buyer < 0) return
    buyers[row[0]!] = buyer
    const facts = customers[buyer]!
    facts.platforms = withPlatform(facts.platforms, platforms.get(row[2]!)!)
  })
  return (party) => buyers[party] ?? -1
}

/** Adds a word to a sorted list; equal lists are one and the same, since most customers have that of many others. */
function listsInCommon(): (list: readonly string[], word: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (list, word) => {
    if (list.includes(word)) return list
    const longer = [...list, word].sort()
    const key = longer.join(' ')
    return known.get(key) ?? known.set(key, longer).get(key)!
  }
}
