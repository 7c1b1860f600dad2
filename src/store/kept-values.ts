import type { Snapshot } from '../core/snapshot.js'
import { type Day, todayIn } from '../core/values/business-date.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { customersOfKey } from './parties.js'
import { liveProfiles } from './said-in-files.js'

/** A value of a customer's file, in the form it is kept in, and the day since when it is known here. */
export interface KeptValue {
  readonly value: string
  readonly on: Day
}

type Filling = Map<string, Map<string, KeptValue>>

/**
 * What is known of customers in some detail fields, by customer index and field: as typed by hand up to `until` (R14, null takes all), else
 * as the newest customer list that says it has it, known since the day it was imported. A field said to be empty is left out; what is about
 * a key that joins nobody is about nobody.
 */
export function loadKeptValues(
  ledger: Ledger,
  { customers }: Snapshot,
  fields: readonly string[],
  { until, zone }: { readonly until: Day | null; readonly zone: string },
): ReadonlyMap<number, ReadonlyMap<string, KeptValue>> {
  return read(ledger, () => {
    const known: Filling = new Map()
    addListed(ledger, fields, zone, known)
    addTyped(ledger, fields, until, known)
    const found = new Map<number, ReadonlyMap<string, KeptValue>>()
    for (let index = 0; index < customers.length && known.size > found.size; index++) {
      const values = known.get(customers[index]!.id)
      if (values !== undefined) found.set(index, values)
    }
    return found
  })
}

function valuesOf(known: Filling, customer: string): Map<string, KeptValue> {
  const values = known.get(customer) ?? new Map<string, KeptValue>()
  known.set(customer, values)
  return values
}

function addListed({ db }: Ledger, fields: readonly string[], zone: string, known: Filling): void {
  const rows = db
    .prepare(`SELECT k.public_id AS customer, j.key AS field, j.value, b.made_at AS madeAt FROM ${liveProfiles}
      JOIN customer c ON c.id = p.customer_id JOIN key k ON k.id = c.key_id JOIN json_each(f.details) j
      WHERE f.details <> '' AND j.key IN (SELECT value FROM json_each(@fields)) ORDER BY f.id`)
    .all({ fields: JSON.stringify(fields) }) as (TypedRow & { value: string; madeAt: string })[]
  for (const { customer, field, value, madeAt } of rows)
    valuesOf(known, customer).set(field, { value, on: todayIn(zone, Date.parse(madeAt)) })
}

/** A value given back to the files is theirs again. */
function addTyped({ db }: Ledger, fields: readonly string[], until: Day | null, known: Filling): void {
  const rows = db
    .prepare(`SELECT DISTINCT h.id, name.public_id AS customer, h.field, h.value, h.on_day AS "on" FROM hand_value h
      ${inForce('h')} JOIN key k ON k.text = h.key ${customersOfKey} JOIN key name ON name.id = who.key_id
      WHERE h.field IN (SELECT value FROM json_each(@fields)) AND h.on_day <= coalesce(@until, h.on_day)
        AND k.id NOT IN (SELECT key_id FROM shared_key) ORDER BY h.id`)
    .all({ fields: JSON.stringify(fields), until }) as TypedRow[]
  const newest = new Map(rows.map((row) => [`${row.customer}\u0001${row.field}`, row]))
  for (const { customer, field, value, on } of newest.values()) {
    if (value === '') valuesOf(known, customer).delete(field)
    else if (value !== null) valuesOf(known, customer).set(field, { value, on })
  }
}

interface TypedRow {
  readonly customer: string
  readonly field: string
  /** '' says that there is none, null that what the files say counts again. */
  readonly value: string | null
  readonly on: Day
}
