import { createHmac, randomBytes } from 'node:crypto'
import type { Party } from '../core/import/record.js'
import { keysOf } from '../core/import/told/identity.js'
import { type Key, kindOf } from '../core/import/told/party-keys.js'
import { personalPattern, withoutPerson } from '../core/personal-words.js'
import type { Day } from '../core/values/business-date.js'
import type { Ledger } from './ledger.js'
import { partyColumns } from './parties.js'

/** How many people were forgotten in a ledger. */
export function forgottenCount({ db }: Ledger): number {
  return db.prepare('SELECT count(*) FROM forgetting').pluck().get() as number
}

/** The secret with which a ledger keeps keys of people who were forgotten; of a ledger without one, null. */
export function saltOf({ db }: Ledger): Uint8Array | null {
  return (db.prepare('SELECT salt FROM forgetting ORDER BY id LIMIT 1').pluck().get() as Uint8Array | undefined) ?? null
}

/** A secret for a ledger in which nobody was forgotten yet. */
export function newSalt(): Uint8Array {
  return randomBytes(32)
}

/** Remembers keys of somebody as digests (HMAC-SHA-256), so that no import brings him back. Inside a write. */
export function rememberForgotten(
  { db }: Ledger,
  { keys, dropsOrders, on, salt }: { keys: readonly Key[]; dropsOrders: boolean; on: Day; salt: Uint8Array },
): void {
  db.prepare('INSERT INTO forgetting (forgotten_on, salt) VALUES (?, ?)').run(on, salt)
  const insert = db.prepare(
    'INSERT INTO forgotten (digest, drops_orders) VALUES (?, ?) ON CONFLICT DO UPDATE SET drops_orders = excluded.drops_orders',
  )
  for (const key of keys) insert.run(digestOf(salt, key), Number(dropsOrders))
}

function digestOf(salt: Uint8Array, key: Key): Uint8Array {
  return createHmac('sha256', salt).update(key).digest()
}

/**
 * The keys by which somebody is known again: a name without an address is one only of whom nothing else is known, since it is another
 * person's too.
 */
export function tellingKeys(party: Party): Key[] {
  const keys = keysOf(party)
  const isStrong = keys.some((key) => kindOf(key) !== 'n')
  return keys.filter((key) => kindOf(key) !== 'n' || !isStrong || (key.includes('|') && !/^n:[^:]*::/.test(key)))
}

/** Asks whether a key is one of somebody who was forgotten: whether his orders are left out too, or null for all others. */
export function forgottenKeys({ db }: Ledger, salt: Uint8Array): (key: Key) => boolean | null {
  const find = db.prepare('SELECT drops_orders FROM forgotten WHERE digest = ?').pluck()
  return (key) => {
    const found = find.get(digestOf(salt, key)) as number | undefined
    return found === undefined ? null : found === 1
  }
}

interface StagedParty extends Party {
  readonly id: number
}

/**
 * Makes staged rows about people who were forgotten rows about nobody: their orders stay without them, or are left out where they
 * were forgotten with them; what else is told of them is left out. Counted in `staged_forgotten`.
 */
export function leaveForgotten(ledger: Ledger): void {
  const salt = saltOf(ledger)
  if (salt === null) return
  const { db } = ledger
  const dropsOrders = forgottenKeys(ledger, salt)
  db.exec(`CREATE TEMP TABLE IF NOT EXISTS left_party (id INTEGER PRIMARY KEY, drops INTEGER); DELETE FROM left_party;`)
  const parties = db.prepare(`SELECT p.id, p.platform, p.shop, ${partyColumns} FROM staged_party p`).iterate()
  const found: [number, number][] = []
  const called: Party[] = []
  for (const party of parties as IterableIterator<StagedParty>) {
    const answers = tellingKeys(party).map(dropsOrders)
    const drops = answers.find((answer) => answer !== null)
    if (drops === undefined) continue
    found.push([party.id, Number(answers.includes(true))])
    called.push(party)
  }
  const leave = db.prepare('INSERT INTO left_party VALUES (?, ?)')
  for (const party of found) leave.run(party)
  if (found.length === 0) return
  leaveRows(ledger)
  sweepStaged(ledger, called)
}

/** What other rows of the files say does not name them either. */
function sweepStaged({ db }: Ledger, parties: readonly Party[]): void {
  const pattern = personalPattern({
    names: parties.map(({ name }) => name),
    texts: parties.map(({ email }) => email),
    phones: parties.map(({ phone }) => phone).filter((phone) => phone !== ''),
  })
  if (pattern === null) return
  db.function('without_forgotten', { deterministic: true }, (text) => withoutPerson(String(text), pattern))
  for (const [table, column] of STAGED_TEXTS)
    db.exec(`UPDATE OR IGNORE ${table} SET ${column} = without_forgotten(${column})
      WHERE ${column} <> '' AND ${column} <> without_forgotten(${column})`)
}

const STAGED_TEXTS = [
  ...(['sku', 'name', 'category'] as const).map((column) => ['staged_product', column] as const),
  ...(['staged_order', 'staged_profile'] as const).map((table) => [table, 'note'] as const),
  ['staged_entry', 'text'] as const,
]

const ofLeft = 'party IN (SELECT id FROM left_party)'

function leaveRows({ db }: Ledger): void {
  const add = db.prepare(
    'INSERT INTO staged_forgotten VALUES (?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
  )
  const dropped = 'party IN (SELECT id FROM left_party WHERE drops = 1)'
  db.exec(`DELETE FROM staged_line WHERE id IN (SELECT l.id FROM staged_order o JOIN staged_line l
      ON l.id >= o.first_line AND l.id < o.first_line + o.line_count WHERE o.${dropped})`)
  add.run('dropped', db.prepare(`DELETE FROM staged_order WHERE ${dropped}`).run().changes)
  const emptied = db.prepare(`UPDATE staged_order SET party = NULL, note = '', tags = '', consent = '' WHERE ${ofLeft}`)
  add.run('orders', emptied.run().changes)
  const profiles = db.prepare(`DELETE FROM staged_profile WHERE ${ofLeft}`).run().changes
  const isScore = "kind = 'rating' AND number IS NOT NULL"
  const entries = db.prepare(`DELETE FROM staged_entry WHERE ${ofLeft} AND NOT (${isScore})`).run().changes
  db.prepare(`UPDATE staged_entry SET party = NULL, text = '', details = '{}' WHERE ${ofLeft}`).run()
  add.run('rows', profiles + entries)
}

/** How much of an import was about people who were forgotten. */
export interface ForgottenRows {
  /** Orders taken as of nobody. */
  readonly orders: number
  /** Orders left out. */
  readonly dropped: number
  /** Other rows left out. */
  readonly rows: number
}

/** What of the staged rows was about people who were forgotten; null where nothing was. */
export function forgottenRows({ db }: Ledger): ForgottenRows | null {
  const rows = db.prepare('SELECT what, count FROM staged_forgotten').raw().all() as [keyof ForgottenRows, number][]
  const counts = { orders: 0, dropped: 0, rows: 0, ...Object.fromEntries(rows) }
  return counts.orders + counts.dropped + counts.rows > 0 ? counts : null
}
