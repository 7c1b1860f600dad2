import { isRelayEmail } from '../core/values/text.js'
import type { PartyRow } from './parties.js'

/** A party in force, with what makes its word weigh more than another's. */
export interface LiveParty extends PartyRow {
  /** Lives by decisions alone. */
  readonly isKept: 0 | 1
  /** Lives only beside another that tells its orders now. */
  readonly isFormer: 0 | 1
  readonly seenOn: number | null
  readonly isProfiled: 0 | 1
}

/** What is said of a customer, in the order of the table's columns. */
export const valueFields = [
  'name',
  'company',
  'email',
  'phone',
  'country',
  'region',
  'city',
  'address',
  'postcode',
] as const

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
  const best = (among: readonly LiveParty[]) =>
    bestParty(among, (party) => (isUsable(party[field]) ? party[field] : ''))?.[field] ?? ''
  // Who is called by a nickname somewhere, for want of a name, may have one elsewhere.
  const named = field === 'name' ? parties.filter(({ name, buyerId }) => name !== buyerId) : parties
  return best(named) || best(parties)
}

/** Parts of an address, the finest first. */
const placeFields = ['address', 'city', 'postcode', 'region'] as const

/** Values of a customer. An address is taken whole from one place: parts of two would be nowhere. */
export function bestValues(parties: readonly LiveParty[]): string[] {
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

/** The first of some texts by their order, blanks left out; '' for none. */
export function smallest(texts: readonly string[]): string {
  return texts.reduce((a, b) => (b !== '' && (a === '' || b < a) ? b : a), '')
}
