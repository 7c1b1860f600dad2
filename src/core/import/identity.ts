import { isPlaceholder, looksMojibake } from '../values/text.js'
import type { Party } from './record.js'

/** b: a platform's buyer id · a: another id of the buyer there · e: e-mail · p: phone · n: exact name within one shop, the weakest. */
export type KeyKind = 'b' | 'a' | 'e' | 'p' | 'n'

/** Kinds of keys, strongest first. */
export const keyKinds: readonly KeyKind[] = ['b', 'a', 'e', 'p', 'n']

/** A key as text, kind first: `b:shopify:17850`, `e:li@example.com`, `p:+8613800000001`, `n:sheet/:王芳|…`. */
export type Key = string

/** What resolving customers needs to know of one party. */
export interface PartyKeys {
  readonly id: number
  readonly platform: string
  readonly buyerId: string
  /** Name as compared: case and spaces folded. */
  readonly name: string
  readonly keys: readonly Key[]
}

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

export function kindOf(key: Key): KeyKind {
  return key[0] as KeyKind
}

export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
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
  // Garbled names are alike that were not.
  const name = looksMojibake(party.name) ? '' : foldName(party.name)
  if (name === '') return party.email || party.phone ? `${shop}:${party.email}${party.phone}` : null
  const address = [party.country, party.region, party.city, party.address].filter(Boolean).join(' ')
  return address ? `${shop}${name}|${foldName(address)}` : shop + name
}

/** How many names may carry one phone or e-mail before it is a shared key (R7). */
export const namesPerKey = 3

function isShared(carriers: readonly PartyKeys[]): boolean {
  const names = new Set<string>()
  const buyers = new Map<string, string>()
  for (const { name, platform, buyerId } of carriers) {
    if (name !== '') names.add(name)
    if (buyerId === '') continue
    const other = buyers.get(platform)
    if (other !== undefined && other !== buyerId) return true
    buyers.set(platform, buyerId)
  }
  return names.size > namesPerKey
}

function byKey(parties: readonly PartyKeys[]): Map<Key, PartyKeys[]> {
  const carriers = new Map<Key, PartyKeys[]>()
  for (const party of parties) {
    for (const key of party.keys) {
      const list = carriers.get(key)
      if (list) list.push(party)
      else carriers.set(key, [party])
    }
  }
  return carriers
}

/** Keys in the order in which a component's own key is chosen: kind, then text. */
export function compareKeys(a: Key, b: Key): number {
  const kinds = keyKinds.indexOf(kindOf(a)) - keyKinds.indexOf(kindOf(b))
  return kinds || (a < b ? -1 : a > b ? 1 : 0)
}

/**
 * Joins parties into customers (R7): by buyer id, by phone and e-mail unless shared, and, for parties no strong key serves,
 * by the exact name. Depends on the set of parties alone, not on their order.
 */
export function resolveCustomers(parties: readonly PartyKeys[]): { components: Component[]; shared: SharedKey[] } {
  const parent = new Map<number, number>()
  const find = (id: number): number => {
    let root = id
    while (parent.get(root) !== root) root = parent.get(root)!
    for (let at = id; at !== root; ) {
      const next = parent.get(at)!
      parent.set(at, root)
      at = next
    }
    return root
  }
  for (const party of parties) parent.set(party.id, party.id)
  const carriers = byKey(parties)
  const shared: SharedKey[] = []
  const sharedKeys = new Set<Key>()
  for (const [key, list] of carriers) {
    const kind = kindOf(key)
    if ((kind === 'e' || kind === 'p') && list.length > 1 && isShared(list)) {
      sharedKeys.add(key)
      shared.push({ key, parties: list.length })
    } else if (kind !== 'n') join(list)
  }
  const usable = new Map(parties.map((party) => [party.id, ownKeys(party)]))
  for (const [key, list] of carriers) {
    if (kindOf(key) === 'n') join(list.filter((party) => usable.get(party.id)![0] === key))
  }
  return { components: components(), shared }

  function join(list: readonly PartyKeys[]): void {
    for (let i = 1; i < list.length; i++) parent.set(find(list[i]!.id), find(list[0]!.id))
  }
  /** Keys that may join a party: its strong ones, or else its name. */
  function ownKeys(party: PartyKeys): Key[] {
    const strong = party.keys.filter((key) => kindOf(key) !== 'n' && !sharedKeys.has(key))
    return strong.length ? strong : party.keys.filter((key) => kindOf(key) === 'n')
  }
  function components(): Component[] {
    const found = new Map<number, { parties: number[]; key: Key }>()
    for (const party of parties) {
      const root = find(party.id)
      const key = usable.get(party.id)!.reduce((a, b) => (compareKeys(a, b) <= 0 ? a : b))
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
