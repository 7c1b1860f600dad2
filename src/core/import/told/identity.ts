import { isPlaceholder, looksMojibake } from '../../values/text.js'
import type { Party } from '../record.js'
import { disjointSets } from './disjoint-sets.js'
import { compareKeys, type Key, keyOfLabel, kindOf, type PartyKeys } from './party-keys.js'
import { homes, retellings } from './retold.js'

/** Parties that are one customer, and the key its public id and every decision attach to. */
export interface Component {
  readonly parties: readonly number[]
  readonly key: Key
}

/** A phone or e-mail that more people carry than one person can be; it joins nobody. */
export interface SharedKey {
  readonly key: Key
  readonly parties: number
}

export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** A name as it may tell who somebody is; '' for a garbled one: those are alike that were not. */
export function comparedName(name: string): string {
  return looksMojibake(name) ? '' : foldName(name)
}

/** The keys of a party (R7). The name is a key only where there is no stronger one; with the address, when the file has one. */
export function keysOf(party: Party): Key[] {
  const scope = party.buyerScope === 'platform' ? party.platform : `${party.platform}/${party.shop}`
  const keys: Key[] = []
  if (party.buyerId) keys.push(`b:${scope}:${party.buyerId}`)
  if (party.accountId) keys.push(`a:${scope}:${party.accountId}`)
  if (party.email && !isPlaceholder(party.email)) keys.push(`e:${party.email}`)
  if (party.phone) keys.push(`p:${party.phone}`)
  const name = nameKey(party)
  if (name !== null) keys.push(name)
  return keys
}

/** The weakest key: the exact name; for a nameless buyer whose phone or e-mail turns out to be shared, that writing itself. */
function nameKey(party: Party): Key | null {
  const shop = `n:${party.platform}/${party.shop}:`
  const name = comparedName(party.name)
  if (name === '') return party.email || party.phone ? `${shop}:${party.email}${party.phone}` : null
  const address = [party.country, party.region, party.city, party.address].filter(Boolean).join(' ')
  return address ? `${shop}${name}|${foldName(address)}` : shop + name
}

/** How many names may carry one phone or e-mail before it is a shared key (R7). */
export const namesPerKey = 3

/** Whether more people carry a phone or e-mail than one can be; `personOf` gives those the seller told to be one the same number. */
function isShared(carriers: readonly PartyKeys[], personOf: (party: PartyKeys) => number): boolean {
  const names = new Map<number | string, string>()
  const buyers = new Map<
    string,
    { readonly id: string; readonly person: number; isSeveral: boolean; isOther: boolean }
  >()
  for (const party of carriers) {
    const { name, platform, buyerId } = party
    const person = personOf(party)
    if (name !== '') noteName(names, isDecided(party) ? person : name, name)
    if (buyerId === '') continue
    const first = buyers.get(platform)
    if (first === undefined) buyers.set(platform, { id: buyerId, person, isSeveral: false, isOther: false })
    else {
      first.isSeveral ||= first.id !== buyerId
      first.isOther ||= first.person !== person
      if (first.isSeveral && first.isOther) return true
    }
  }
  return new Set(names.values()).size > namesPerKey
}

function isDecided({ told }: PartyKeys): boolean {
  return told?.some((label) => kindOf(label) === 't') === true
}

/** One told to be one person counts by one of his names. */
function noteName(names: Map<number | string, string>, person: number | string, name: string): void {
  const known = names.get(person)
  if (known === undefined || name < known) names.set(person, name)
}

/** What joins a party under a key: the key itself, or the label of its side. */
function labelOf(party: PartyKeys, key: Key): Key {
  return party.cut?.get(key) ?? key
}

function byLabel(parties: readonly PartyKeys[]): Map<Key, PartyKeys[]> {
  const carriers = new Map<Key, PartyKeys[]>()
  const add = (label: Key, party: PartyKeys) => {
    const list = carriers.get(label)
    if (list) list.push(party)
    else carriers.set(label, [party])
  }
  for (const party of parties) {
    for (const key of party.keys) add(labelOf(party, key), party)
    for (const label of party.told ?? []) add(label, party)
  }
  return carriers
}

/** Customers among parties, the keys that join nobody, and the keys that stand for each party. */
export interface Resolved {
  readonly components: Component[]
  readonly shared: SharedKey[]
  /** The keys that name a party's customer: its strong ones, neither shared nor cut; without one its name. */
  speakingOf(party: Pick<PartyKeys, 'id'>): readonly Key[]
}

/**
 * Joins parties into customers (R7): by what the seller told, by buyer ids, by phone and e-mail unless shared, and, for
 * parties no strong key serves, by the exact name; and by orders several files tell under one name. Depends on the set of parties alone, not on their order.
 */
export function resolveCustomers(parties: readonly PartyKeys[]): Resolved {
  const { find, join } = disjointSets(parties)
  const carriers = byLabel(parties)
  for (const [label, list] of carriers) if ('bat'.includes(kindOf(label))) join(list)
  // Who is one person must be known of all before any phone is judged.
  const person = new Map(parties.some(isDecided) ? parties.map((party) => [party.id, find(party.id)]) : [])
  const tellings = retellings(carriers)
  const sharedLabels = new Map<Key, number>()
  for (const [label, list] of carriers) {
    const kind = kindOf(label)
    if (kind !== 'e' && kind !== 'p') continue
    const all = tellings.withBuyerIds(list)
    if (all.length > 1 && isShared(all, ({ id }) => person.get(id) ?? id)) sharedLabels.set(label, all.length)
    else join(list)
  }
  const speaking = new Map(parties.map((party) => [party.id, speakingKeys(party)]))
  const isSure = ({ id }: PartyKeys) => speaking.get(id)!.some((key) => kindOf(key) !== 'n')
  const leading = tellings.leading(parties, sharedLabels)
  for (const { teller, buyer } of leading) if (isSure(teller) && isSure(buyer)) join([teller, buyer])
  for (const [label, list] of carriers) {
    if (kindOf(label) === 'n') join(list.filter((party) => speaking.get(party.id)![0] === label))
  }
  for (const pair of homes(leading, find)) join(pair)
  return { components: components(), shared: shared(), speakingOf: ({ id }) => speaking.get(id) ?? [] }

  function speakingKeys(party: PartyKeys): Key[] {
    const strong = party.keys.filter((key) => kindOf(key) !== 'n' && !party.cut?.has(key) && !sharedLabels.has(key))
    return strong.length ? strong : party.keys.filter((key) => kindOf(key) === 'n')
  }
  function shared(): SharedKey[] {
    const most = new Map<Key, number>()
    for (const [label, count] of sharedLabels) {
      const key = keyOfLabel(label)
      most.set(key, Math.max(count, most.get(key) ?? 0))
    }
    return [...most].map(([key, count]) => ({ key, parties: count }))
  }
  function components(): Component[] {
    const found = new Map<number, { parties: number[]; key: Key }>()
    for (const party of parties) {
      const root = find(party.id)
      const own = speaking.get(party.id)!
      const key = (own.length > 0 ? own : party.keys).reduce((a, b) => (compareKeys(a, b) <= 0 ? a : b))
      const component = found.get(root)
      if (!component) found.set(root, { parties: [party.id], key })
      else {
        component.parties.push(party.id)
        if (compareKeys(key, component.key) < 0) component.key = key
      }
    }
    return [...found.values()]
  }
}
