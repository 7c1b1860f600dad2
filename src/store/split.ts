import { type Component, resolveCustomers } from '../core/import/told/identity.js'
import { compareKeys, type Key } from '../core/import/told/party-keys.js'
import { keysTakenOut, type WrittenParty } from '../core/import/told/split.js'
import {
  type IdentityDecision,
  isTakenOut,
  resolveTold,
  type ToldCustomers,
} from '../core/import/told/told-identity.js'
import { UserError } from '../core/values/failure.js'
import { publicId } from '../core/values/hash.js'
import type { NewIdentity } from './decisions.js'
import type { FoundCustomer } from './find-customer.js'
import { identityDecisions, partiesAround } from './identity.js'
import type { Ledger } from './ledger.js'
import { partyKeys } from './parties.js'

/** A split as it would be. */
export interface PlannedSplit {
  /** The split, and that the two are not to be proposed as one again. */
  readonly decisions: readonly NewIdentity[]
  readonly out: SplitSide
  readonly stay: SplitSide
}

/** One of the two customers a split makes. */
export interface SplitSide {
  readonly id: string
  readonly name: string
  readonly orders: number
}

/**
 * What taking the records of `words` (contact points, buyer ids, names, order numbers) out of a customer would do.
 * UserError `split.not-there`, `split.everything`, `split.undivided`.
 */
export function planSplit(ledger: Ledger, customer: FoundCustomer, words: readonly string[]): PlannedSplit {
  const around = partiesAround(ledger, [customer.key])
  const own = new Set(partyIds(ledger, customer))
  const all = around.map((party): WrittenParty => ({ ...partyKeys(party), written: party }))
  const parties = all.filter(({ id }) => own.has(id))
  const off = [...new Set(words.flatMap((word) => keysOff(ledger, customer, word, parties)))]
  const named = parties.filter((party) => isTakenOut(party, off))
  const stay = parties.filter((party) => !isTakenOut(party, off))
  if (stay.length === 0) throw new UserError('failed', 'split.everything', whoIs(customer))
  const decisions = identityDecisions(ledger)
  const sides = [keysOfRest(stay, named, customer, resolveTold(all, decisions).speakingOf), off]
  const decision: IdentityDecision = { batch: Number.MAX_SAFE_INTEGER, nth: 0, kind: 'split', sides }
  const { components, idle } = resolveTold(all, [...decisions, decision])
  if (idle.has(decision)) throw new UserError('failed', 'split.undivided', whoIs(customer))
  const outIds = new Set(named.map(({ id }) => id))
  const taken = components.find((component) => component.parties.some((id) => outIds.has(id)))!
  const left = components.find((component) => component.parties.includes(stay[0]!.id))!
  const sideOf = ({ key, parties: ids }: Component): SplitSide => ({
    id: publicId(key),
    name: all.find((party) => ids.includes(party.id) && party.written.name !== '')?.written.name ?? '',
    orders: orderCount(ledger, ids),
  })
  return {
    decisions: [
      { kind: 'split', sides },
      { kind: 'apart', sides: [[left.key], [taken.key]] },
    ],
    out: sideOf(taken),
    stay: sideOf(left),
  }
}

function whoIs({ id, name }: FoundCustomer) {
  return { who: name === '' ? id : `${name} (${id})`, id }
}

function partyIds({ db }: Ledger, { key }: FoundCustomer): number[] {
  return db
    .prepare(
      'SELECT p.id FROM key k JOIN customer c ON c.key_id = k.id JOIN party p ON p.customer_id = c.id WHERE k.text = ?',
    )
    .pluck()
    .all(key) as number[]
}

function keysOff(
  ledger: Ledger,
  customer: FoundCustomer,
  word: string,
  parties: readonly WrittenParty[],
): readonly Key[] {
  const text = word.trim()
  const off = keysTakenOut(text, parties, orderedBy(ledger, text))
  if (off.length > 0) return off
  const ordered = orderedBy(ledger, text)
  if (parties.some(({ id }) => ordered.has(id))) throw new UserError('failed', 'split.undivided', whoIs(customer))
  throw new UserError('failed', 'split.not-there', { ...whoIs(customer), text })
}

/** Parties that ordered under a number. */
function orderedBy({ db }: Ledger, number: string): ReadonlySet<number> {
  const found = db
    .prepare(
      `SELECT o.party_id FROM order_key k JOIN (SELECT order_id, party_id FROM sales_order UNION SELECT order_id, party_id FROM retelling) o
        ON o.order_id = k.id WHERE k.number = ? AND o.party_id IS NOT NULL`,
    )
    .pluck()
    .all(number) as number[]
  return new Set(found)
}

/**
 * The keys of those who stay: whom the customer's own key reaches without the records taken out, or the smallest key left.
 * Who is reached by neither goes along with what is taken out; so does who only tells its orders again.
 */
function keysOfRest(
  stay: readonly WrittenParty[],
  out: readonly WrittenParty[],
  { key }: FoundCustomer,
  speakingOf: ToldCustomers['speakingOf'],
): Key[] {
  const along = new Set(out.flatMap(({ told }) => told ?? []))
  const others = stay.filter(({ told }) => !told?.some((label) => along.has(label)))
  const own = others.length > 0 ? others : stay
  const smallest = resolveCustomers(own).components.reduce((a, b) => (compareKeys(a.key, b.key) <= 0 ? a : b))
  const first = own.find((party) => party.keys.includes(key))?.id ?? smallest.parties[0]!
  const kept = resolveCustomers(stay).components.find(({ parties }) => parties.includes(first))!
  return [...new Set(kept.parties.flatMap((id) => speakingOf({ id })))]
}

function orderCount({ db }: Ledger, parties: readonly number[]): number {
  const count = db.prepare('SELECT count(*) FROM sales_order WHERE party_id = ?').pluck()
  return parties.reduce((sum, id) => sum + (count.get(id) as number), 0)
}
