import { type Component, keysOf, resolveCustomers } from '../core/import/told/identity.js'
import { type Key, kindOf, type PartyKeys } from '../core/import/told/party-keys.js'
import { leftBehind } from '../core/import/told/retold.js'
import { type IdentityDecision, resolveTold, type ToldCustomers } from '../core/import/told/told-identity.js'
import type { LiveParty } from './best-values.js'
import { carriesTied, identityDecisions } from './identity.js'
import { decidedKeys, inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { inPages } from './pages.js'
import { partyKeys, selectParties } from './parties.js'

/** A current order or a live customer row names the party. */
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
export function keepDecided(ledger: Ledger): void {
  ledger.db.exec(`
    INSERT OR IGNORE INTO kept_party SELECT pk.party_id FROM (
        SELECT DISTINCT k.id FROM (${decidedKeys}) d
        ${inForce('d')} JOIN key k ON k.text = d.key) decided
      JOIN party_key pk ON pk.key_id = decided.id
      WHERE pk.party_id IN (SELECT id FROM touched_party) AND ${isOwnKey('pk')} AND NOT EXISTS (
        SELECT 1 FROM party_key live JOIN party p ON p.id = live.party_id WHERE live.key_id = decided.id AND ${isNamed('p')} AND ${isOwnKey('live')});`)
}

/** A touched party (`t`) carries a key somebody else carries too. */
const sharesKey = `EXISTS (SELECT 1 FROM party_key own JOIN party_key other ON other.key_id = own.key_id AND other.party_id <> own.party_id
  WHERE own.party_id = t.id)`

/** Touched parties (`t`) in force of which the condition holds, in the order of their ids. */
const liveParties = (
  condition: string,
) => `SELECT x.*, seen.seen_on AS seenOn, seen.is_profiled AS isProfiled, kept.id IS NOT NULL AND x.retold IS NULL AS isKept,
    kept.id IS NULL AND NOT ${isNamed('seen')} AS isFormer
  FROM touched_party t CROSS JOIN (${selectParties}) x ON x.id = t.id JOIN party seen ON seen.id = x.id LEFT JOIN kept_party kept ON kept.id = x.id
  WHERE (kept.id IS NOT NULL OR x.retold IS NOT NULL OR ${isNamed('seen')}) AND ${condition} ORDER BY t.id`

/** A customer by its parties in force. */
export interface LiveCustomer {
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
export function ownKeys({ component, members, exceptions }: LiveCustomer): Set<Key> {
  const isOwn = (party: LiveParty, key: Key) =>
    exceptions.uses.get(linkOf(party.id, key)) ?? (kindOf(key) !== 'n' && !exceptions.shared.has(key))
  return new Set([component.key, ...members.flatMap((party) => keysOf(party).filter((key) => isOwn(party, key)))])
}

/**
 * The customers the touched parties in force are, in the order of their first parties. Only those who share a key with
 * somebody, or whom a decision may concern, are looked at together, so that memory does not grow with all the others;
 * records keys that join nobody, and what decisions change of keys.
 */
export function* liveCustomers(ledger: Ledger): IterableIterator<LiveCustomer> {
  const { db } = ledger
  const decisions = identityDecisions(ledger)
  const isTogether = `(x.retold IS NOT NULL OR ${sharesKey} OR ${decisions.length === 0 ? 0 : carriesTied})`
  const together = keyed(db.prepare(liveParties(isTogether)).iterate() as IterableIterator<LiveParty>)
  const { components, shared, uses, told } = resolvedThere(together, decisions)
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
  const apart = components.flatMap((component) => withoutBridges(component, together, told))
  const byFirst = new Map(apart.map((component) => [component.parties[0]!, component]))
  const written = db.prepare(liveParties('t.id = ?'))
  for (const party of inPages<LiveParty>(db.prepare(`${liveParties('t.id > ?')} LIMIT ?`))) {
    const component = together.has(party.id)
      ? byFirst.get(party.id)
      : resolveCustomers([partyKeys(party)]).components[0]
    if (component === undefined) continue
    const members = component.parties.map((id) => (id === party.id ? party : (written.get(id) as LiveParty)))
    yield { component, members, exceptions }
  }
}

/** What is remembered of a party looked at with others: not how it is written. */
interface KeyedParty extends Pick<LiveParty, 'isKept' | 'isFormer'> {
  readonly keys: PartyKeys
}

function keyed(parties: Iterable<LiveParty>): ReadonlyMap<number, KeyedParty> {
  const byId = new Map<number, KeyedParty>()
  for (const party of parties) {
    byId.set(party.id, { keys: partyKeys(party), isKept: party.isKept, isFormer: party.isFormer })
  }
  return byId
}

/** Customers among parties without those that are nobody any more, who join nobody either. */
function resolvedThere(
  together: ReadonlyMap<number, KeyedParty>,
  decisions: readonly IdentityDecision[],
): ToldCustomers {
  let parties = [...together.values()].map(({ keys }) => keys)
  const isFormer = (id: number) => together.get(id)!.isFormer === 1
  for (;;) {
    const resolved = resolveTold(parties, decisions)
    const left = leftBehind(resolved.components, (id) => together.get(id)!.keys, isFormer)
    if (left.size === 0) return resolved
    parties = parties.filter(({ id }) => !left.has(id))
  }
}

/**
 * What was taken back joins nobody whom the files in force keep apart: a party that lives by decisions alone stays with
 * the one customer it belongs to or, where it joined several, is one of its own.
 */
function withoutBridges(
  component: Component,
  byId: ReadonlyMap<number, KeyedParty>,
  told: ToldCustomers['told'],
): Component[] {
  const members = component.parties.map((id) => byId.get(id)!)
  if (members.every(({ isKept }) => isKept === members[0]!.isKept)) return [component]
  const resolve = (isKept: 0 | 1) =>
    resolveCustomers(members.filter((party) => party.isKept === isKept).map(({ keys }) => told.get(keys.id) ?? keys))
      .components
  const named = resolve(0)
  if (named.length === 1) return [component]
  const homes = named.map(({ key, parties }) => ({ key, parties: [...parties] }))
  const alone = resolve(1).filter(({ key, parties }) => {
    const home = homes.find((one) => one.parties.some((id) => byId.get(id)!.keys.keys.includes(key)))
    home?.parties.push(...parties)
    return home === undefined
  })
  return [...homes, ...alone]
}
