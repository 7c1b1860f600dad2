import { normaliseEmail, normalisePhone } from '../core/values/contact-point.js'
import { UserError } from '../core/values/failure.js'
import { nearest } from '../core/values/text.js'
import type { Ledger } from './ledger.js'
import { namesCustomer } from './parties.js'
import { loadBlocked } from './snapshot-marks.js'

/** A customer as a command line names one. */
export interface FoundCustomer {
  readonly id: string
  readonly name: string
  /** The key decisions attach to. */
  readonly key: string
}

/** One of several a text may name, with what tells them apart. */
interface Candidate extends FoundCustomer {
  readonly customer: number
  /** Phone, else e-mail; '' without either. */
  readonly contact: string
}

const found = `SELECT DISTINCT k.public_id AS id, c.name, k.text AS key, c.id AS customer,
  coalesce(nullif(c.phone, ''), c.email, '') AS contact FROM customer c JOIN key k ON k.id = c.key_id`

/** The same with each of its keys (`own`). */
const keyed = `${found} JOIN party p ON p.customer_id = c.id JOIN party_key pk ON pk.party_id = p.id JOIN key own ON own.id = pk.key_id`

/** A way in which a text may name a customer. */
interface Way {
  readonly by: 'id' | 'platform-id' | 'contact' | 'name' | 'part'
  readonly sql: string
  readonly value: string
}

/** Ways a text may name a customer, surest first: any id it ever had, platform id, contact point, whole name, part of a name. */
function ways(text: string): readonly Way[] {
  const phone = normalisePhone(text, 'CN')
  const e164 = 'e164' in phone ? phone.e164 : ''
  const email = normaliseEmail(text) ?? ''
  const byKey = `${keyed} WHERE own.text = ?`
  return [
    byId(text),
    { by: 'platform-id', sql: `${found} JOIN party p ON p.customer_id = c.id WHERE p.buyer_id = ?`, value: text },
    { by: 'contact', sql: byKey, value: `e:${email}` },
    { by: 'contact', sql: byKey, value: `p:${e164}` },
    { by: 'contact', sql: `${found} WHERE c.email <> '' AND c.email = ?`, value: email },
    { by: 'contact', sql: `${found} WHERE c.phone <> '' AND c.phone = ?`, value: e164 },
    { by: 'name', sql: `${found} WHERE c.name = ? COLLATE NOCASE`, value: text },
    byPart(text),
  ]
}

function byId(text: string): Way {
  const sql = `${keyed} WHERE own.public_id = ? AND ${namesCustomer('own', 'pk', 'c')}`
  return { by: 'id', sql, value: text.toLowerCase() }
}

function byPart(text: string): Way {
  return { by: 'part', sql: `${found} WHERE instr(lower(c.name), lower(?)) > 0`, value: text }
}

/** The customer an id names, also one he had before a merge; null when it names nobody, or by a rare chance several. */
export function customerOfId(ledger: Ledger, id: string): FoundCustomer | null {
  const { sql, value } = byId(id)
  const rows = ledger.db.prepare(`${sql} LIMIT 2`).all(value) as Candidate[]
  return rows.length === 1 ? named(rows[0]!) : null
}

/** The customers who go by a name, whatever its letters' case; the first few. */
export function customersNamed({ db }: Ledger, name: string): FoundCustomer[] {
  return db.prepare(`${found} WHERE c.name = ? COLLATE NOCASE ORDER BY k.text LIMIT 6`).all(name) as FoundCustomer[]
}

/**
 * The one customer a text names. UserError `customer.unknown` with near names, `customer.ambiguous` with the candidates.
 */
export function findCustomer(ledger: Ledger, text: string): FoundCustomer {
  if (text.trim() === '') throw new UserError('failed', 'customer.unknown', { text, near: '' })
  for (const { sql, value } of ways(text.trim())) {
    const rows = candidatesOf(ledger, sql, value)
    if (rows.length === 1) return named(rows[0]!)
    if (rows.length > 1) throw ambiguous(text, rows, ledger)
  }
  throw new UserError('failed', 'customer.unknown', { text, near: near(ledger, text).join(', ') })
}

/** Whom a row of a file names: by marks that are one person's, and by a name. '' where it does not. */
interface Naming {
  readonly marks: readonly string[]
  readonly name: string
}

/** The customer meant, or those who may be, each as one would type him; none of either where nobody is near. */
export type Meant = { readonly customer: FoundCustomer } | { readonly candidates: () => readonly string[] }

/**
 * The customer a row of a file means: by an id of ours, a phone or an e-mail, else by the whole name, never by a part of it. Who goes by
 * the name is not meant where the row has a mark that nobody bears and he has others.
 */
export function customerMeant(ledger: Ledger, { marks, name }: Naming): Meant {
  const said = marks.filter((mark) => mark !== '')
  for (const { sql, value } of said.flatMap((mark) => ways(mark).filter(isMark))) {
    const rows = candidatesOf(ledger, sql, value)
    if (rows.length > 0) return oneOf(rows, ledger)
  }
  for (const { sql, value } of name === '' ? [] : ways(name).filter((way) => isWholeName(way, name))) {
    const rows = candidatesOf(ledger, sql, value)
    const isMarked = said.length > 0 && rows.some(({ contact }) => contact !== '')
    if (rows.length > 0) return isMarked ? { candidates: () => shown(rows, ledger) } : oneOf(rows, ledger)
  }
  return { candidates: () => nearOnes(ledger, name) }
}

function isMark({ by }: Way): boolean {
  return by === 'id' || by === 'contact'
}

/** A nickname of a platform is a name too; a number of one shop or platform is too often somebody else's at another. */
function isWholeName({ by }: Way, name: string): boolean {
  return by === 'name' || (by === 'platform-id' && !/^\d+$/.test(name))
}

function oneOf(rows: readonly Candidate[], ledger: Ledger): Meant {
  return rows.length === 1 ? { customer: named(rows[0]!) } : { candidates: () => shown(rows, ledger) }
}

/** Those of whose names it is a part, else whose names are like it. */
function nearOnes(ledger: Ledger, name: string): readonly string[] {
  const { sql, value } = byPart(name)
  const rows = name.length < 2 ? [] : candidatesOf(ledger, sql, value)
  return rows.length > 0 ? shown(rows, ledger) : near(ledger, name)
}

function candidatesOf(ledger: Ledger, sql: string, value: string): Candidate[] {
  return ledger.db.prepare(`${sql} ORDER BY c.name, k.text LIMIT 6`).all(value) as Candidate[]
}

function near(ledger: Ledger, text: string): string[] {
  const names = ledger.db
    .prepare("SELECT DISTINCT name FROM customer WHERE name <> '' ORDER BY name LIMIT 50000")
    .pluck()
    .all() as string[]
  const whole = nearest(text, names)
  return whole.length > 0 || text.length < LEAST_WORD ? whole : nearByWord(text, names)
}

/** Signs of a word below which too many others are like it. */
const LEAST_WORD = 4

/** Names of which one word is like what was typed: a first name or a family name. */
function nearByWord(text: string, names: readonly string[]): string[] {
  const namesWith = new Map<string, string[]>()
  for (const name of names) {
    const words = name.split(/\s+/)
    for (const word of words.length > 1 ? words : []) namesWith.set(word, [...(namesWith.get(word) ?? []), name])
  }
  return nearest(text, namesWith.keys())
    .flatMap((word) => namesWith.get(word) ?? [])
    .slice(0, 3)
}

function named({ id, name, key }: Candidate): FoundCustomer {
  return { id, name, key }
}

function ambiguous(text: string, rows: readonly Candidate[], ledger: Ledger): UserError {
  return new UserError('failed', 'customer.ambiguous', { text, list: shown(rows, ledger), id: rows[0]!.id })
}

/** Contacts of the delisted are sealed (R30). */
function shown(rows: readonly Candidate[], ledger: Ledger): string[] {
  const blocked = loadBlocked(ledger, null)
  const list = rows.slice(0, 5).map(({ id, name, customer, contact }) => {
    return [id, name, blocked.has(customer) ? '' : contact].filter((part) => part !== '').join(' ')
  })
  return rows.length > 5 ? [...list, '…'] : list
}
