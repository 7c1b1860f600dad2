import { currentOrder } from '../core/import/current-order.js'
import { type Component, type Key, keysOf, kindOf, type PartyKeys, resolveCustomers } from '../core/import/identity.js'
import { resolveTold } from '../core/import/told-identity.js'
import { publicId } from '../core/values/hash.js'
import { isRelayEmail } from '../core/values/text.js'
import { handValues, valuesByHand } from './hand-values.js'
import { carriesTied, identityDecisions, spreadOverKeys } from './identity.js'
import type { Ledger } from './ledger.js'
import { inPages } from './pages.js'
import { type PartyRow, partyKeys, selectParties } from './parties.js'
import { weighPayments } from './payments.js'
import { ledgerSetting } from './settings.js'
import { liveVersions, versionReader } from './versions.js'

/**
 * Keys whose derived rows are out of date: fill `touched_order` and `touched_party`, then call `derive`. Deriving what was
 * touched and deriving everything give the same tables.
 */
export function prepareTouched(ledger: Ledger): void {
  ledger.db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS touched_order (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE IF NOT EXISTS touched_party (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE IF NOT EXISTS derived_customer (id INTEGER PRIMARY KEY, change TEXT);
    CREATE TEMP TABLE IF NOT EXISTS kept_party (id INTEGER PRIMARY KEY);
    DELETE FROM touched_order;
    DELETE FROM touched_party;
    DELETE FROM derived_customer;
    DELETE FROM kept_party;`)
}

/** Marks what a batch decided about: the parties that carry its keys, and orders of an assumed currency when it names another. */
export function touchDecided(ledger: Ledger, batch: number): void {
  const setsCurrency = ledger.db
    .prepare("SELECT 1 FROM setting WHERE batch_id = ? AND name = 'shop.currency'")
    .get(batch)
  if (setsCurrency !== undefined)
    ledger.db.exec(
      'INSERT OR IGNORE INTO touched_order SELECT order_id FROM order_version WHERE is_currency_assumed = 1',
    )
  ledger.db
    .prepare(`INSERT OR IGNORE INTO touched_party SELECT pk.party_id FROM party_key pk JOIN key k ON k.id = pk.key_id
      WHERE k.text IN (SELECT key FROM contact WHERE batch_id = @batch UNION SELECT key FROM mark WHERE batch_id = @batch
        UNION SELECT key FROM hand_value WHERE batch_id = @batch UNION SELECT key FROM identity WHERE batch_id = @batch)`)
    .run({ batch })
}

/** Marks everything as touched. */
export function touchAll(ledger: Ledger): void {
  prepareTouched(ledger)
  ledger.db.exec('INSERT INTO touched_order SELECT id FROM order_key; INSERT INTO touched_party SELECT id FROM party;')
}

/**
 * Brings current orders and customers up to date with the live versions of what was touched, and leaves the customers made
 * and changed in `derived_customer`. Runs inside a write.
 */
export function derive(ledger: Ledger): void {
  deriveOrders(ledger)
  weighPayments(ledger)
  deriveCustomers(ledger)
}

const orderColumns = `party_id, kind, placed_on, placed_time, paid_on, status, is_paid, currency, total_minor, refund_minor, discount_minor,
  shipping_minor, tax_minor, fee_minor, cost_minor, note, first_line, line_count`

function deriveOrders(ledger: Ledger): void {
  const { db } = ledger
  const orderVersionColumns = orderColumns.replace(/\w+/g, 'v.$&')
  const orAssumed = ledgerSetting(ledger, 'shop.currency') === null ? '' : 'OR max(v.is_currency_assumed) = 1'
  db.exec(`
    DELETE FROM sales_order WHERE order_id IN (SELECT id FROM touched_order);
    CREATE TEMP TABLE IF NOT EXISTS composed_order (id INTEGER PRIMARY KEY);
    DELETE FROM composed_order;
    INSERT INTO composed_order SELECT v.order_id FROM ${liveVersions} JOIN touched_order t ON t.id = v.order_id
      GROUP BY v.order_id HAVING count(*) > 1 ${orAssumed};
    INSERT INTO sales_order (order_id, version_id, ${orderColumns})
      SELECT v.order_id, v.id, ${orderVersionColumns} FROM ${liveVersions} JOIN touched_order t ON t.id = v.order_id
      WHERE t.id NOT IN (SELECT id FROM composed_order) ORDER BY v.order_id;`)
  const versions = versionReader(ledger)
  const insert =
    db.prepare(`INSERT INTO sales_order (order_id, version_id, ${orderColumns}) VALUES (@orderId, @versionId, @partyId, @kind, @placedOn,
    @placedTime, @paidOn, @status, @isPaid, @currency, @totalMinor, @refundMinor, @discountMinor, @shippingMinor, @taxMinor, @feeMinor, @costMinor,
    @note, @firstLine, @lineCount)`)
  for (const orderId of db.prepare('SELECT id FROM composed_order').pluck().all() as number[]) {
    insert.run({ orderId, ...currentOrder(versions(orderId)) })
  }
}

/** Whether a customer list that is in force names each touched party. */
function refreshProfiled(ledger: Ledger): void {
  ledger.db.exec(`
    UPDATE party SET is_profiled = EXISTS (SELECT 1 FROM profile f JOIN source s ON s.id = f.source_id JOIN batch b ON b.id = s.batch_id AND b.voided_at IS NULL
        WHERE f.party_id = party.id) WHERE id IN (SELECT id FROM touched_party);`)
}

/** A party's values are as old as its last order. */
function refreshSeen(ledger: Ledger): void {
  ledger.db.exec(`
    UPDATE party SET seen_on = (SELECT max(placed_on) FROM sales_order o WHERE o.party_id = party.id) WHERE id IN (SELECT id FROM touched_party);`)
}

/** A party lives while a current order or a live customer row names it. */
const isNamed = (party: string): string =>
  `(${party}.is_profiled = 1 OR EXISTS (SELECT 1 FROM sales_order o WHERE o.party_id = ${party}.id))`

/** A name is a key of those only who are known by nothing else (parties.ts, customersOfKey). */
const isOwnKey = (link: string): string =>
  `((SELECT substr(text, 1, 1) FROM key WHERE id = ${link}.key_id) <> 'n' OR NOT EXISTS (SELECT 1 FROM party_key other JOIN key s ON s.id = other.key_id
    WHERE other.party_id = ${link}.party_id AND substr(s.text, 1, 1) <> 'n'))`

/**
 * R36: a customer left only with decisions stays. A party that nothing in force names lives on while a decision in force is
 * on a key of its own that no other living party carries.
 */
function keepDecided(ledger: Ledger): void {
  ledger.db.exec(`
    INSERT OR IGNORE INTO kept_party SELECT pk.party_id FROM (
        SELECT DISTINCT k.id FROM (SELECT key, batch_id FROM contact UNION SELECT key, batch_id FROM mark UNION SELECT key, batch_id FROM hand_value) d
        JOIN batch b ON b.id = d.batch_id AND b.voided_at IS NULL JOIN key k ON k.text = d.key) decided
      JOIN party_key pk ON pk.key_id = decided.id
      WHERE pk.party_id IN (SELECT id FROM touched_party) AND ${isOwnKey('pk')} AND NOT EXISTS (
        SELECT 1 FROM party_key live JOIN party p ON p.id = live.party_id WHERE live.key_id = decided.id AND ${isNamed('p')} AND ${isOwnKey('live')});`)
}

interface LiveParty extends PartyRow {
  /** Lives by decisions alone. */
  readonly isKept: 0 | 1
  readonly seenOn: number | null
  readonly isProfiled: 0 | 1
}

const valueFields = ['name', 'company', 'email', 'phone', 'country', 'region', 'city', 'address', 'postcode'] as const

/** Who says something best: a customer list first, then the latest order; ties by the text, so that arrival never matters. */
function bestParty(parties: readonly LiveParty[], textOf: (party: LiveParty) => string): LiveParty | null {
  let best: LiveParty | null = null
  for (const party of parties) {
    const text = textOf(party)
    if (text === '') continue
    const order = best === null ? 1 : compareSources(party, best)
    if (order > 0 || (order === 0 && text < textOf(best!))) best = party
  }
  return best
}

type ValueField = (typeof valueFields)[number]

function bestValue(parties: readonly LiveParty[], field: ValueField): string {
  // A relay address is a key of its party and no address to write to.
  const isUsable = (text: string) => field !== 'email' || !isRelayEmail(text)
  return bestParty(parties, (party) => (isUsable(party[field]) ? party[field] : ''))?.[field] ?? ''
}

/** Parts of an address, the finest first. */
const placeFields = ['address', 'city', 'postcode', 'region'] as const

/** Values of a customer. An address is taken whole from one place: parts of two would be nowhere. */
function bestValues(parties: readonly LiveParty[]): string[] {
  const finest = placeFields.find((field) => parties.some((party) => party[field] !== ''))
  const wholeOf = (party: LiveParty) => placeFields.map((field) => party[field]).join('\u0001')
  const place = finest && bestParty(parties, (party) => (party[finest] === '' ? '' : wholeOf(party)))
  const isPlace = (field: ValueField) => placeFields.some((part) => part === field)
  return valueFields.map((field) => {
    if (place && (isPlace(field) || (field === 'country' && place.country !== ''))) return place[field]
    return bestValue(parties, field)
  })
}

function compareSources(a: LiveParty, b: LiveParty): number {
  return a.isProfiled - b.isProfiled || (a.seenOn ?? -1) - (b.seenOn ?? -1)
}

function smallest(texts: readonly string[]): string {
  return texts.reduce((a, b) => (b !== '' && (a === '' || b < a) ? b : a), '')
}

function deriveCustomers(ledger: Ledger): void {
  const { db } = ledger
  spreadOverKeys(ledger)
  refreshProfiled(ledger)
  refreshSeen(ledger)
  keepDecided(ledger)
  const before = new Map(
    (
      db
        .prepare(`SELECT k.text AS key, json_array(c.name, c.company, c.email, c.phone, c.country, c.region, c.city, c.address, c.postcode, c.platform_key) AS facts
        FROM customer c JOIN key k ON k.id = c.key_id WHERE c.id IN (SELECT customer_id FROM party WHERE id IN (SELECT id FROM touched_party))`)
        .all() as {
        key: string
        facts: string
      }[]
    ).map((row) => [row.key, row.facts]),
  )
  db.exec(`
    DELETE FROM customer WHERE id IN (SELECT customer_id FROM party WHERE id IN (SELECT id FROM touched_party) AND customer_id IS NOT NULL);
    DELETE FROM shared_key WHERE key_id IN (SELECT key_id FROM party_key WHERE party_id IN (SELECT id FROM touched_party));
    DELETE FROM key_use WHERE party_id IN (SELECT id FROM touched_party);
    UPDATE party SET customer_id = NULL WHERE id IN (SELECT id FROM touched_party) AND customer_id IS NOT NULL;`)
  const keyId = db.prepare('SELECT id FROM key WHERE text = ?').pluck()
  const insert = db.prepare(
    `INSERT INTO customer (key_id, platform_key, ${valueFields.join(', ')}) VALUES (?, ?, ${valueFields.map(() => '?').join(', ')})`,
  )
  const assign = db.prepare('UPDATE party SET customer_id = ? WHERE id = ?')
  const note = db.prepare('INSERT INTO derived_customer VALUES (?, ?)')
  const typed = handValues(ledger)
  for (const customer of liveCustomers(ledger)) {
    const { component, members } = customer
    // What was taken back says something only of whom nothing else speaks.
    const named = members.filter(({ isKept }) => isKept === 0)
    const parties = named.length > 0 ? named : members
    const byHand = typed.size === 0 ? typed : valuesByHand(typed, ownKeys(customer))
    const values = bestValues(parties).map((value, at) => byHand.get(valueFields[at]!) ?? value)
    const platformKey = smallest(parties.map((party) => party.buyerId))
    const id = insert.run(keyId.get(component.key), platformKey, ...values).lastInsertRowid
    for (const party of component.parties) assign.run(id, party)
    const known = before.get(component.key)
    if (known === undefined) note.run(id, 'inserted')
    else if (known !== JSON.stringify([...values, platformKey])) note.run(id, 'updated')
  }
}

/** A touched party (`t`) carries a key somebody else carries too. */
const sharesKey = `EXISTS (SELECT 1 FROM party_key own JOIN party_key other ON other.key_id = own.key_id AND other.party_id <> own.party_id
  WHERE own.party_id = t.id)`

/** Touched parties (`t`) in force of which the condition holds, in the order of their ids. */
const liveParties = (
  condition: string,
) => `SELECT x.*, seen.seen_on AS seenOn, seen.is_profiled AS isProfiled, kept.id IS NOT NULL AS isKept
  FROM touched_party t CROSS JOIN (${selectParties}) x ON x.id = t.id JOIN party seen ON seen.id = x.id LEFT JOIN kept_party kept ON kept.id = x.id
  WHERE (kept.id IS NOT NULL OR ${isNamed('seen')}) AND ${condition} ORDER BY t.id`

interface LiveCustomer {
  readonly component: Component
  readonly members: readonly LiveParty[]
  readonly exceptions: KeyExceptions
}

/** Keys that join nobody, and where decisions change whom a key of a party names. */
interface KeyExceptions {
  readonly shared: ReadonlySet<Key>
  readonly uses: ReadonlyMap<string, boolean>
}

const linkOf = (party: number, key: Key): string => `${party} ${key}`

/** The keys of a customer that name nobody else: what was typed by hand about one of them is about him. */
function ownKeys({ component, members, exceptions }: LiveCustomer): Set<Key> {
  const isOwn = (party: LiveParty, key: Key) =>
    exceptions.uses.get(linkOf(party.id, key)) ?? (kindOf(key) !== 'n' && !exceptions.shared.has(key))
  return new Set([component.key, ...members.flatMap((party) => keysOf(party).filter((key) => isOwn(party, key)))])
}

/**
 * The customers the touched parties in force are, in the order of their first parties. Only those who share a key with
 * somebody, or whom a decision may concern, are looked at together, so that memory does not grow with all the others;
 * records keys that join nobody, and what decisions change of keys.
 */
function* liveCustomers(ledger: Ledger): IterableIterator<LiveCustomer> {
  const { db } = ledger
  const decisions = identityDecisions(ledger)
  const isTogether = decisions.length === 0 ? sharesKey : `(${sharesKey} OR ${carriesTied})`
  const sharing = db.prepare(liveParties(isTogether)).all() as LiveParty[]
  const byId = new Map(sharing.map((party) => [party.id, party]))
  const { components, shared, uses, told } = resolveTold(sharing.map(partyKeys), decisions)
  const share = db.prepare('INSERT INTO shared_key (key_id, parties) VALUES ((SELECT id FROM key WHERE text = ?), ?)')
  for (const { key, parties } of shared) share.run(key, parties)
  const use = db.prepare(
    'INSERT INTO key_use (party_id, key_id, is_used) VALUES (?, (SELECT id FROM key WHERE text = ?), ?)',
  )
  for (const { party, key, isUsed } of uses) use.run(party, key, Number(isUsed))
  const exceptions = {
    shared: new Set(shared.map(({ key }) => key)),
    uses: new Map(uses.map(({ party, key, isUsed }) => [linkOf(party, key), isUsed])),
  }
  const keysAs = (party: LiveParty) => told.get(party.id) ?? partyKeys(party)
  const apart = components.flatMap((component) => withoutBridges(component, byId, keysAs))
  const byFirst = new Map(apart.map((component) => [component.parties[0]!, component]))
  for (const party of inPages<LiveParty>(db.prepare(`${liveParties('t.id > ?')} LIMIT ?`))) {
    const component = byId.has(party.id) ? byFirst.get(party.id) : resolveCustomers([partyKeys(party)]).components[0]
    if (component === undefined) continue
    yield { component, members: component.parties.map((id) => byId.get(id) ?? party), exceptions }
  }
}

/**
 * What was taken back joins nobody whom the files in force keep apart: a party that lives by decisions alone stays with
 * the one customer it belongs to or, where it joined several, is one of its own.
 */
function withoutBridges(
  component: Component,
  byId: ReadonlyMap<number, LiveParty>,
  keysAs: (party: LiveParty) => PartyKeys,
): Component[] {
  const members = component.parties.map((id) => byId.get(id)!)
  if (members.every(({ isKept }) => isKept === members[0]!.isKept)) return [component]
  const resolve = (isKept: 0 | 1) =>
    resolveCustomers(members.filter((party) => party.isKept === isKept).map(keysAs)).components
  const named = resolve(0)
  if (named.length === 1) return [component]
  const homes = named.map(({ key, parties }) => ({ key, parties: [...parties] }))
  const alone = resolve(1).filter(({ key, parties }) => {
    const home = homes.find((one) => one.parties.some((id) => keysOf(byId.get(id)!).includes(key)))
    home?.parties.push(...parties)
    return home === undefined
  })
  return [...homes, ...alone]
}

/** Records the keys of parties that have none yet. */
export function addPartyKeys(ledger: Ledger): void {
  const { db } = ledger
  const addKey = db.prepare('INSERT OR IGNORE INTO key (text, public_id) VALUES (?, ?)')
  const findKey = db.prepare('SELECT id FROM key WHERE text = ?').pluck()
  const keyAt = (key: string): unknown => {
    const { changes, lastInsertRowid } = addKey.run(key, publicId(key))
    return changes === 1 ? lastInsertRowid : findKey.get(key)
  }
  const link = db.prepare('INSERT OR IGNORE INTO party_key (party_id, key_id) VALUES (?, ?)')
  const fresh = db.prepare(`SELECT x.* FROM touched_party t CROSS JOIN (${selectParties}) x ON x.id = t.id
    WHERE NOT EXISTS (SELECT 1 FROM party_key k WHERE k.party_id = t.id) AND t.id > ? ORDER BY t.id LIMIT ?`)
  for (const party of inPages<PartyRow>(fresh)) for (const key of keysOf(party)) link.run(party.id, keyAt(key))
}
