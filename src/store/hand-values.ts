import type { OwnField } from '../core/customer-details.js'
import type { HandField } from '../core/hand-values.js'
import type { Day } from '../core/values/business-date.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { furtherSaid } from './listed-values.js'
import { customersOfKey } from './parties.js'
import { saidValues } from './said-in-files.js'

/** One value as typed by hand; '' says that there is none, null that what the files say counts again. */
export interface NewValue {
  readonly field: HandField | OwnField
  readonly value: string | null
}

/** Records values typed by hand about the customer of a key, for a batch. Runs inside a decision. */
export function insertHandValues(
  ledger: Ledger,
  batch: number,
  key: string,
  on: Day,
  values: readonly NewValue[],
): void {
  const insert = ledger.db.prepare(
    'INSERT INTO hand_value (batch_id, key, field, value, on_day) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { field, value } of values) insert.run(batch, key, field, value, on)
}

/** A value typed by hand that is in force, with its place among all that were typed. */
export interface HandValue extends NewValue {
  readonly id: number
}

/** Values typed by hand in force, by the key they are about, oldest first. */
export function handValues(ledger: Ledger): ReadonlyMap<string, readonly HandValue[]> {
  const rows = ledger.db
    .prepare(`SELECT h.id, h.key, h.field, h.value FROM hand_value h ${inForce('h')} ORDER BY h.id`)
    .all() as (HandValue & { key: string })[]
  const byKey = new Map<string, HandValue[]>()
  for (const { key, ...typed } of rows) {
    const list = byKey.get(key)
    if (list) list.push(typed)
    else byKey.set(key, [typed])
  }
  return byKey
}

/** What was typed last of each field, of a customer who carries these keys; a field given back to the files is not among them. */
export function valuesByHand(
  typed: ReadonlyMap<string, readonly HandValue[]>,
  keys: Iterable<string>,
): Map<string, string> {
  const values = [...keys].flatMap((key) => typed.get(key) ?? []).sort((a, b) => a.id - b.id)
  const newest = new Map(values.map(({ field, value }) => [field as string, value]))
  return new Map([...newest].filter((entry): entry is [string, string] => entry[1] !== null))
}

/** What is known of a customer now, by field, and which of it was typed by hand; what is not known is absent. */
export interface KnownValues {
  readonly values: Readonly<Partial<Record<HandField | OwnField, string>>>
  readonly byHand: ReadonlySet<string>
}

/** What is known of the customer of a key now. */
export function knownValues(ledger: Ledger, key: string): KnownValues {
  const { customer, ...row } = ledger.db
    .prepare(`SELECT c.id AS customer, c.name, c.company, c.email, c.phone, c.country, c.region, c.city, c.address, c.postcode
      FROM customer c JOIN key k ON k.id = c.key_id WHERE k.text = ?`)
    .get(key) as Record<string, string> & { customer: number }
  const newest = new Map(handRows(ledger, customer).map(({ field, value }) => [field as string, value]))
  const byHand = new Map([...newest].filter((entry): entry is [string, string] => entry[1] !== null))
  const said = [...saidValues(ledger, customer, 'owner').slice(0, 1), ...furtherSaid(ledger, customer)]
  const told = said.reverse().map(({ field, value }) => [field, value] as const)
  return {
    values: { ...Object.fromEntries(told), ...row, ...Object.fromEntries(byHand) },
    byHand: new Set(byHand.keys()),
  }
}

/** A value typed by hand with its day and batch. */
export interface HandRow extends HandValue {
  readonly on: Day
  readonly batch: number
  /** ISO instant. */
  readonly madeAt: string
}

/** What was typed by hand about a customer and is in force, oldest first; what is about a key that joins nobody is about nobody. */
export function handRows(ledger: Ledger, customer: number): HandRow[] {
  return ledger.db
    .prepare(`SELECT DISTINCT h.id, h.field, h.value, h.on_day AS "on", b.id AS batch, b.made_at AS madeAt FROM hand_value h
      ${inForce('h')} JOIN key k ON k.text = h.key ${customersOfKey}
      WHERE who.id = ? AND k.id NOT IN (SELECT key_id FROM shared_key) ORDER BY h.id`)
    .all(customer) as HandRow[]
}
