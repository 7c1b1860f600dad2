import { disjointSets } from './disjoint-sets.js'
import { type Component, foldName, type Resolved, resolveCustomers, type SharedKey } from './identity.js'
import { type Key, kindOf, type PartyKeys, sideLabel } from './party-keys.js'

/**
 * What the seller told about who is whom, by keys. A merge has one side for each customer it joins; a split has the keys of
 * those who stay first, and what is taken out second: keys, or names as `nameMark` writes them.
 */
export interface IdentityDecision {
  readonly batch: number
  /** Which of the batch's decisions. */
  readonly nth: number
  readonly kind: 'merge' | 'split'
  readonly sides: readonly (readonly Key[])[]
}

/** Customers as keys and decisions make them. */
export interface ToldCustomers {
  readonly components: readonly Component[]
  readonly shared: readonly SharedKey[]
  /** Where the keys that name a party's customer are not those it would have without decisions. */
  readonly uses: readonly KeyUse[]
  /** Parties that decisions may concern, with what these put on them. */
  readonly told: ReadonlyMap<number, PartyKeys>
  /** The keys that name the customer of a party: its strong ones, neither shared nor cut; without one its name. */
  speakingOf(party: Pick<PartyKeys, 'id'>): readonly Key[]
  /** Decisions that join or part nobody: their records are not here, or are as they say already. */
  readonly idle: ReadonlySet<IdentityDecision>
}

/** A key of a party that names its customer though it is a name, or does not although it is a strong one. */
export interface KeyUse {
  readonly party: number
  readonly key: Key
  readonly isUsed: boolean
}

/** How a split says that records are told by the name alone, wherever they live. */
export function nameMark(name: string): Key {
  return `w:${foldName(name)}`
}

/**
 * Resolves customers (R7) and applies decisions to them, oldest first, each to what the ones before it made: the later one
 * wins. A merge joins the customers its keys name, with all who are one with them by then. A split takes the records that carry
 * certain keys or names out of the customer of the others: what both sides carry goes on joining within each side only. A
 * decision whose keys are absent does nothing.
 */
export function resolveTold(parties: readonly PartyKeys[], decisions: readonly IdentityDecision[]): ToldCustomers {
  if (decisions.length === 0) {
    const resolved = resolveCustomers(parties)
    return { ...resolved, uses: usesOf(parties, resolved), told: new Map(), idle: new Set() }
  }
  const ordered = [...decisions].sort((a, b) => a.batch - b.batch || a.nth - b.nth)
  const { others, neighbourhoods } = neighbours(parties, ordered)
  const plain = resolveCustomers(others)
  const told = neighbourhoods.map((near) => applied(near.parties, near.decisions))
  const active = new Set(told.flatMap((one) => one.active))
  const nearOf = new Map(told.flatMap((one) => one.parties.map(({ id }) => [id, one] as const)))
  return {
    components: [plain, ...told].flatMap(({ components }) => components),
    shared: [plain, ...told].flatMap(({ shared }) => shared),
    uses: [...usesOf(others, plain), ...told.flatMap(({ uses }) => uses)],
    told: new Map(told.flatMap((one) => one.parties.map((party) => [party.id, party] as const))),
    speakingOf: (party) => (nearOf.get(party.id) ?? plain).speakingOf(party),
    idle: new Set(decisions.filter((decision) => !active.has(decision))),
  }
}

interface Neighbourhood {
  readonly parties: PartyKeys[]
  readonly decisions: IdentityDecision[]
}

/** Sorts parties into those no decision can reach, and groups that no key and no decision connects: each is resolved alone. */
function neighbours(parties: readonly PartyKeys[], decisions: readonly IdentityDecision[]) {
  const { find, join } = disjointSets(parties)
  const carriers = new Map<Key, PartyKeys[]>()
  for (const party of parties)
    for (const key of [...party.keys, ...(party.told ?? [])]) listUnder(carriers, key).push(party)
  for (const list of carriers.values()) join(list)
  const meant = decisions.map(({ sides }) => sides.flat().flatMap((key) => carriers.get(key)?.[0] ?? []))
  for (const list of meant) join(list)
  const near = new Map<number, Neighbourhood>()
  for (const [at, decision] of decisions.entries()) {
    const first = meant[at]![0]
    if (first === undefined) continue
    const root = find(first.id)
    if (!near.has(root)) near.set(root, { parties: [], decisions: [] })
    near.get(root)!.decisions.push(decision)
  }
  const others = parties.filter((party) => near.get(find(party.id))?.parties.push(party) === undefined)
  return { others, neighbourhoods: [...near.values()] }
}

function listUnder<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

function applied(all: readonly PartyKeys[], decisions: readonly IdentityDecision[]) {
  let parties = all
  let resolved = resolveCustomers(parties)
  const active: IdentityDecision[] = []
  const covered = new Map<number, Key[]>()
  for (const decision of decisions) {
    // A split may part those whom one label joins: every label counts then.
    if (decision.kind === 'split') parties = uncovered(parties, covered)
    const changes =
      decision.kind === 'merge' ? merged(decision, parties, resolved) : parted(decision, parties, resolved)
    if (!changes.isIdle) active.push(decision)
    if (changes.parties.size === 0) continue
    if (decision.kind === 'merge') cover(parties, changes, covered)
    parties = parties.map((party) => changes.parties.get(party.id) ?? party)
    resolved = resolveCustomers(parties)
  }
  return { ...resolved, parties: uncovered(parties, covered), uses: usesOf(parties, resolved), active }
}

/** Keeps the labels a merge covers: whoever carries one of them carries the merge's own as well. */
function cover(parties: readonly PartyKeys[], changes: Changes, covered: Map<number, Key[]>): void {
  for (const { id, told = [] } of parties)
    if (changes.parties.has(id)) listUnder(covered, id).push(...told.filter(isOfDecision))
}

/** The parties with the labels that were covered, which are covered no more. */
function uncovered(parties: readonly PartyKeys[], covered: Map<number, Key[]>): readonly PartyKeys[] {
  const all = parties.map((party) => {
    const labels = covered.get(party.id)
    return labels === undefined ? party : { ...party, told: [...labels, ...(party.told ?? [])] }
  })
  covered.clear()
  return all
}

function usesOf(parties: readonly PartyKeys[], { components, speakingOf }: Resolved): KeyUse[] {
  const own = new Map(components.flatMap((component) => component.parties.map((id) => [id, component.key] as const)))
  return parties.flatMap((party) => {
    const cut = [...(party.cut?.keys() ?? [])].map((key) => ({ party: party.id, key, isUsed: false }))
    const names = speakingOf(party).filter((key) => key.startsWith('n:') && key !== own.get(party.id))
    return [...cut, ...names.map((key) => ({ party: party.id, key, isUsed: true }))]
  })
}

interface Changes {
  readonly parties: ReadonlyMap<number, PartyKeys>
  readonly isIdle: boolean
}

/** What tells a decision from all others of the ledger. */
export function decisionName({ batch, nth }: IdentityDecision): string {
  return `${batch}.${nth}`
}

/** The label that joins those a decision puts together. */
export function toldLabel(decision: IdentityDecision): Key {
  return `t:${decisionName(decision)}`
}

function merged(decision: IdentityDecision, parties: readonly PartyKeys[], resolved: Resolved): Changes {
  const componentOf = componentIndex(resolved)
  const named = decision.sides.map((side) => heldBy(side, parties, resolved)).filter((list) => list.length > 0)
  if (named.length < 2) return { parties: new Map(), isIdle: true }
  // By which of its keys a customer is named must not matter: a decision is about all of him.
  const meant = new Set(named.flat().map(({ id }) => componentOf.get(id)))
  const joined = parties.filter(({ id }) => meant.has(componentOf.get(id)))
  return {
    parties: new Map(joined.map((party) => [party.id, withOnly(party, toldLabel(decision))])),
    isIdle: meant.size < 2,
  }
}

function parted(decision: IdentityDecision, parties: readonly PartyKeys[], resolved: Resolved): Changes {
  const [rest = [], off = []] = decision.sides
  const { out, stay, componentOf } = sidesOf(rest, off, parties, resolved)
  if (stay.length === 0) return { parties: new Map(), isIdle: true }
  const held = new Set(stay.flatMap(labelsOf))
  const changed = out.map((party) => withTold(withoutSide(party, held, decisionName(decision)), toldLabel(decision)))
  const left = new Set(stay.map(({ id }) => componentOf.get(id)))
  const isIdle = !out.some(({ id }) => left.has(componentOf.get(id)))
  return { parties: new Map(changed.map((party) => [party.id, party])), isIdle }
}

/** Who a split takes out, and who stays: whom the keys of the rest reach without the records taken out. */
function sidesOf(rest: readonly Key[], off: readonly Key[], parties: readonly PartyKeys[], resolved: Resolved) {
  const componentOf = componentIndex(resolved)
  const seeds = new Set(heldBy(rest, parties, resolved))
  const meant = new Set([...seeds].map(({ id }) => componentOf.get(id)))
  const members = parties.filter(({ id }) => meant.has(componentOf.get(id)))
  const out = members.filter((party) => isTakenOut(party, off))
  const others = members.filter((party) => !isTakenOut(party, off))
  return {
    out,
    stay: reachedFrom(
      others.filter((party) => seeds.has(party)),
      others,
      resolved,
    ),
    componentOf,
  }
}

/** Whether a split that names these keys takes a record out. */
export function isTakenOut(party: PartyKeys, off: readonly Key[]): boolean {
  return off.some((key) => party.keys.includes(key)) || (party.name !== '' && off.includes(nameMark(party.name)))
}

/** Parties joined with the first ones by keys, among `parties` alone. */
function reachedFrom(first: readonly PartyKeys[], parties: readonly PartyKeys[], resolved: Resolved): PartyKeys[] {
  const shared = new Set(resolved.shared.map(({ key }) => key))
  const joinable = parties.map((party) => ({ ...party, keys: party.keys.filter((key) => !shared.has(key)) }))
  // Who had nothing but shared keys keeps them, for a key to be known by.
  const usable = joinable.map((party, at) => (party.keys.length > 0 ? party : parties[at]!))
  const componentOf = componentIndex(resolveCustomers(usable))
  const wanted = new Set(first.map(({ id }) => componentOf.get(id)))
  return parties.filter(({ id }) => wanted.has(componentOf.get(id)))
}

/**
 * The parties whose customer one of the keys names. Somebody known by his name alone may be known by more since: then the one
 * customer who bears the name there is meant.
 */
function heldBy(keys: readonly Key[], parties: readonly PartyKeys[], resolved: Resolved): PartyKeys[] {
  const named = parties.filter((party) => resolved.speakingOf(party).some((key) => keys.includes(key)))
  if (named.length > 0) return named
  const bearers = parties.filter((party) => party.keys.some((key) => key.startsWith('n:') && keys.includes(key)))
  const componentOf = componentIndex(resolved)
  return new Set(bearers.map(({ id }) => componentOf.get(id))).size === 1 ? bearers : []
}

function componentIndex({ components }: Resolved): ReadonlyMap<number, number> {
  return new Map(components.flatMap(({ parties }, at) => parties.map((id) => [id, at] as const)))
}

/** What joins a party: its strong keys under the labels they have now, what was told, and orders told again. */
function labelsOf(party: PartyKeys): Key[] {
  return [...party.keys.map((key) => party.cut?.get(key) ?? key), ...(party.told ?? [])]
}

function withTold(party: PartyKeys, label: Key): PartyKeys {
  return { ...party, told: [...(party.told ?? []), label] }
}

/** The party with one label in place of all that decisions put on it. */
function withOnly(party: PartyKeys, label: Key): PartyKeys {
  return { ...party, told: [...(party.told ?? []).filter((one) => !isOfDecision(one)), label] }
}

function isOfDecision(label: Key): boolean {
  return kindOf(label) === 't'
}

/** The party with everything that the other side holds too under labels of its own side. */
function withoutSide(party: PartyKeys, held: ReadonlySet<Key>, side: string): PartyKeys {
  const cut = new Map(party.cut)
  for (const key of party.keys) {
    const label = cut.get(key) ?? key
    if (!key.startsWith('n:') && held.has(label)) cut.set(key, sideLabel(label, side))
  }
  const told = party.told?.map((label) => (held.has(label) ? sideLabel(label, side) : label))
  return { ...party, ...(cut.size > 0 ? { cut } : {}), ...(told ? { told } : {}) }
}
