import { foldName } from '../import/told/identity.js'

/** One way a customer is written, as twins are sought by; '' says blank. */
export interface TwinRecord {
  /** Index of the customer in the snapshot. */
  readonly customer: number
  readonly platform: string
  readonly shop: string
  readonly buyerId: string
  readonly name: string
  /** As `spellingsOf` gives them. */
  readonly spellings: readonly string[]
  readonly email: string
  readonly phone: string
  readonly city: string
  readonly address: string
  readonly postcode: string
}

/** A phone or e-mail that joins nobody (R7), and the customers who carry it. */
export interface SharedContact {
  readonly contact: string
  readonly customers: readonly number[]
}

/** What twins are sought in. */
export interface TwinFacts {
  readonly records: readonly TwinRecord[]
  readonly shared: readonly SharedContact[]
  /** Pairs the seller told to be two, as `pairName` writes them. */
  readonly apart: ReadonlySet<string>
}

/** What two customers have in common, strongest first. */
export const evidenceKinds = ['buyer', 'email', 'phone', 'address', 'name', 'place', 'spelling'] as const

export type Evidence = (typeof evidenceKinds)[number]

export const strengths = ['strong', 'likely', 'weak'] as const

/** How much speaks for two customers being one. */
export type Strength = (typeof strengths)[number]

/** Two customers who may be one, the smaller index first. */
export interface TwinPair {
  readonly customer: number
  readonly other: number
  readonly evidence: readonly Evidence[]
  readonly score: number
  readonly strength: Strength
}

export interface Twins {
  /** Strongest first. */
  readonly pairs: readonly TwinPair[]
  /** Names and contact points so common that those who have them were not compared with each other. */
  readonly common: number
}

/** A pair of indices as text, in either order the same. */
export function pairName(a: number, b: number): string {
  return a < b ? `${a}+${b}` : `${b}+${a}`
}

const points: Readonly<Record<Evidence, number>> = {
  ...{ buyer: 40, email: 25, phone: 25, address: 30, name: 20, place: 20, spelling: 15 },
}
/** An address without the name is a household, an office or a forwarder. */
const addressAlone = 5
const strongFrom = 45
const likelyFrom = 35

/** How many customers may have something in common and still be compared with each other: more than that is no evidence. */
const mostWith = { contact: 20, place: 8, name: 4 } as const

/**
 * Pairs of customers who may be one person, ranked by what speaks for it. Customers are compared only where they have
 * something in common, so that time grows with their number and not with its square.
 */
export function findTwins({ records, apart }: Pick<TwinFacts, 'records' | 'apart'>): Twins {
  const { pairs, common } = candidates(records)
  const byCustomer = new Map<number, TwinRecord[]>()
  for (const record of records) listUnder(byCustomer, record.customer).push(record)
  const twins: TwinPair[] = []
  for (const [a, b] of pairs.values()) {
    if (apart.has(pairName(a, b))) continue
    const twin = judge(a, b, byCustomer.get(a)!, byCustomer.get(b)!)
    if (twin !== null) twins.push(twin)
  }
  return { pairs: twins.sort((a, b) => b.score - a.score || a.customer - b.customer || a.other - b.other), common }
}

/** Pairs that have anything in common by which twins are sought. */
function candidates(records: readonly TwinRecord[]) {
  const blocks = new Map<string, Set<number>>()
  for (const record of records) {
    for (const block of blocksOf(record)) {
      const known = blocks.get(block)
      if (known) known.add(record.customer)
      else blocks.set(block, new Set([record.customer]))
    }
  }
  const pairs = new Map<string, readonly [number, number]>()
  let common = 0
  for (const [block, customers] of blocks) {
    const most = mostWith[block.slice(0, block.indexOf(':')) as keyof typeof mostWith]
    if (customers.size > most) common++
    else for (const [a, b] of pairsAmong([...customers].sort((x, y) => x - y))) pairs.set(pairName(a, b), [a, b])
  }
  return { pairs, common }
}

function* pairsAmong(customers: readonly number[]): IterableIterator<readonly [number, number]> {
  for (let a = 0; a < customers.length; a++)
    for (let b = a + 1; b < customers.length; b++) yield [customers[a]!, customers[b]!]
}

/** A hand-kept sheet numbers its buyers from 1, and so does the next one: such a number alone proposes nobody. */
const isOwnNumber = ({ platform, buyerId }: TwinRecord): boolean => buyerId === '' || platform === 'sheet'

function blocksOf(record: TwinRecord): string[] {
  const { email, phone, spellings, platform, buyerId } = record
  const address = addressOf(record)
  return [
    ...(email === '' ? [] : [`contact:e:${email}`]),
    ...(phone === '' ? [] : [`contact:p:${phone}`]),
    ...(isOwnNumber(record) ? [] : [`contact:b:${platform}:${buyerId}`]),
    ...(address === '' ? [] : [`name:a:${address}`]),
    ...spellings.flatMap((name) => [
      `name:n:${name}`,
      ...(address === '' ? [] : [`place:${name}|${address}`]),
      ...placesOf(record).map((place) => `place:${name}|${place}`),
    ]),
  ]
}

function addressOf({ address, city }: TwinRecord): string {
  return address === '' ? '' : `${foldPlace(address)}|${foldPlace(city)}`
}

function placesOf({ city, postcode }: TwinRecord): string[] {
  return [city, postcode].map(foldPlace).filter((place) => place !== '')
}

function foldPlace(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,.，。、-]+/g, '')
}

function judge(
  customer: number,
  other: number,
  ones: readonly TwinRecord[],
  others: readonly TwinRecord[],
): TwinPair | null {
  const has = new Set<Evidence>()
  for (const one of ones) for (const two of others) for (const found of compare(one, two)) has.add(found)
  const evidence = evidenceKinds.filter((kind) => has.has(kind))
  if (evidence.length === 0) return null
  // Many Chinese names sound alike; that alone says nothing where both are written in characters.
  if (evidence.join() === 'spelling' && [...ones, ...others].every(({ name }) => isHan(name))) return null
  const isNamed = has.has('name') || has.has('spelling')
  const score = evidence.reduce((sum, kind) => sum + (kind === 'address' && !isNamed ? addressAlone : points[kind]), 0)
  const strength = score >= strongFrom ? 'strong' : score >= likelyFrom ? 'likely' : 'weak'
  return { customer, other, evidence, score, strength }
}

/** Equal but for the dress of letters and spaces; a Chinese name padded to the width of another is the same without them. */
function sameName(one: string, other: string): boolean {
  const [a, b] = [foldName(one), foldName(other)]
  return a === b || (isHan(a) && a.replaceAll(' ', '') === b.replaceAll(' ', ''))
}

const isHan = (name: string): boolean => name === '' || /\p{Script=Han}/u.test(name)

/** What two writings have in common; a place only beside a name. */
function* compare(a: TwinRecord, b: TwinRecord): IterableIterator<Evidence> {
  if (a.email !== '' && a.email === b.email) yield 'email'
  if (a.phone !== '' && a.phone === b.phone) yield 'phone'
  if (a.buyerId !== '' && a.buyerId === b.buyerId && a.platform === b.platform && a.shop !== b.shop) yield 'buyer'
  const address = addressOf(a)
  const isSamePlace = address !== '' && address === addressOf(b)
  if (isSamePlace) yield 'address'
  const isSameName = a.name !== '' && sameName(a.name, b.name)
  const isSameSpelling = !isSameName && a.spellings.some((spelling) => b.spellings.includes(spelling))
  if (isSameName) yield 'name'
  if (isSameSpelling) yield 'spelling'
  if (!(isSameName || isSameSpelling) || isSamePlace) return
  const places = placesOf(b)
  if (placesOf(a).some((place) => places.includes(place))) yield 'place'
}

function listUnder<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
