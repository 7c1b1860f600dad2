import { isOwnField } from '../core/customer-details.js'
import type { OrderPlace, Provenance, ValueField, ValuePlace } from '../core/customer-file.js'
import type { StatusClass } from '../core/import/record.js'
import { type BusinessDate, dateOf, todayIn } from '../core/values/business-date.js'
import { compareText } from '../core/values/text.js'
import { customerIds, fieldOf, fields, furtherFields, shownNumber } from './customer-file.js'
import { handRows } from './hand-values.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { furtherSaid, listedFields } from './listed-values.js'
import { customersOfKey } from './parties.js'
import { type Place, sourceOf } from './place.js'
import { saidValues } from './said-in-files.js'
import { liveVersions } from './versions.js'

/** Where everything known of a customer came from; days of batches begin in `zone`. */
export function loadProvenance(ledger: Ledger, publicId: string, zone: string): Provenance {
  return read(ledger, () => {
    const id = customerIds(ledger, publicId)[0] ?? -1
    const dayOf = (instant: string) => dateOf(todayIn(zone, Date.parse(instant)))
    return { values: valuePlaces(ledger, id, dayOf), orders: orderPlaces(ledger, id, dayOf) }
  })
}

type DayOf = (instant: string) => BusinessDate

interface Told extends Place {
  readonly batch: number
  readonly madeAt: string
}

/** Each value once for each sheet that gives it, with its last row there; the value in use first, then by batch. */
function valuePlaces(ledger: Ledger, customer: number, dayOf: DayOf): ValuePlace[] {
  const inUse = usedValues(ledger, customer)
  const given = [...typedPlaces(ledger, customer, dayOf), ...filePlaces(ledger, customer, dayOf)]
  const places = given.map((place) => ({ ...place, isInUse: inUse.get(place.field) === place.value }))
  const marked = [...places, ...tagPlaces(ledger, customer, dayOf)]
  const own = marked.map(({ field }) => field).filter(isOwnField)
  const order: readonly ValueField[] = [
    ...fields.map(fieldOf),
    'owner',
    'tags',
    ...furtherFields,
    ...own.sort(compareText),
  ]
  const rank = ({ field, isInUse, source }: ValuePlace) =>
    order.indexOf(field) * 4 + (isInUse ? 0 : 2) + (source === null ? 0 : 1)
  const rowOf = ({ source }: ValuePlace) => source?.row ?? 0
  return marked.sort((a, b) => rank(a) - rank(b) || a.batch - b.batch || rowOf(a) - rowOf(b))
}

/** What the lists show of the customer, by field. */
function usedValues(ledger: Ledger, customer: number): Map<string, string> {
  const row = ledger.db
    .prepare(
      `SELECT platform_key AS buyer_id, name, company, email, phone, country, region, city, address, postcode FROM customer WHERE id = ?`,
    )
    .get(customer) as Record<(typeof fields)[number], string> | undefined
  const used = new Map(
    furtherSaid(ledger, customer)
      .reverse()
      .map(({ field, value }) => [field as string, value]),
  )
  for (const field of fields) used.set(fieldOf(field), row?.[field] ?? '')
  for (const field of ['owner', 'tags'] as const) used.set(field, saidValues(ledger, customer, field)[0]?.value ?? '')
  const typed = new Map(handRows(ledger, customer).map(({ field, value }) => [field as string, value]))
  for (const [field, value] of typed) if (value !== null) used.set(field, value)
  return used
}

type UnmarkedPlace = Omit<ValuePlace, 'isInUse'>

function typedPlaces(ledger: Ledger, customer: number, dayOf: DayOf): UnmarkedPlace[] {
  return handRows(ledger, customer).flatMap(({ field, value, batch, madeAt }) =>
    value === null ? [] : [{ field, value, source: null, batch, batchOn: dayOf(madeAt) }],
  )
}

/** Tags put on by hand and taken off (`−`); in use is the last word on each tag. */
function tagPlaces({ db }: Ledger, customer: number, dayOf: DayOf): ValuePlace[] {
  const rows = db
    .prepare(`SELECT DISTINCT m.rowid, m.kind, m.value, b.id AS batch, b.made_at AS madeAt FROM mark m ${inForce('m')}
      JOIN key k ON k.text = m.key ${customersOfKey} WHERE who.id = ? AND m.kind IN ('tag', 'untag') ORDER BY m.rowid`)
    .all(customer) as { kind: 'tag' | 'untag'; value: string; batch: number; madeAt: string }[]
  const last = new Map(rows.map((row) => [row.value, row]))
  return rows.map((row) => ({
    ...{ field: 'tags', value: row.kind === 'tag' ? row.value : `−${row.value}`, source: null },
    ...{ isInUse: last.get(row.value) === row, batch: row.batch, batchOn: dayOf(row.madeAt) },
  }))
}

interface ToldRow
  extends Told,
    Record<(typeof fields)[number] | 'owner' | 'tags' | 'note' | 'consent' | 'details', string> {
  readonly batch: number
  readonly row: number
}

function filePlaces(ledger: Ledger, customer: number, dayOf: DayOf): UnmarkedPlace[] {
  const rows = ledger.db
    .prepare(`SELECT ${fields.map((field) => `p.${field}`).join(', ')}, told.owner, told.tags, told.note, told.consent, told.details, told.batch, told.madeAt, told.file, told.sheet, told.row FROM party p JOIN (
        SELECT v.party_id, v.source_id, max(v.row) AS row, v.owner, v.tags, '' AS note, v.consent, '' AS details, b.id AS batch, b.made_at AS madeAt, s.file, s.sheet FROM ${liveVersions}
          WHERE v.party_id IN (SELECT id FROM party WHERE customer_id = @customer) GROUP BY v.party_id, v.source_id, v.owner, v.tags, v.consent
        UNION ALL SELECT f.party_id, f.source_id, max(f.row), f.owner, f.tags, f.note, f.consent, f.details, b.id, b.made_at, s.file, s.sheet FROM profile f JOIN source s ON s.id = f.source_id
          ${inForce('s')}
          WHERE s.file <> '' AND f.party_id IN (SELECT id FROM party WHERE customer_id = @customer) GROUP BY f.party_id, f.source_id, f.owner, f.tags, f.note, f.consent, f.details
      ) told ON told.party_id = p.id ORDER BY told.source_id, told.row DESC`)
    .all({ customer }) as ToldRow[]
  const seen = new Set<string>()
  return rows.flatMap((row) =>
    saidIn(row).flatMap(([field, value]) => {
      const once = [row.batch, row.file, row.sheet, field, value].join('\u0001')
      if (value === '' || seen.has(once)) return []
      seen.add(once)
      return [{ field, value, source: sourceOf(row), batch: row.batch, batchOn: dayOf(row.madeAt) }]
    }),
  )
}

/** Every field a row has, with what it says of it. */
function saidIn(row: ToldRow): (readonly [ValueField, string])[] {
  const party = fields.map((column) => [fieldOf(column), row[column]] as const)
  return [...party, ['owner', row.owner], ['tags', row.tags], ...listedFields(row)]
}

type VersionRow = Told & Omit<OrderPlace, 'order' | 'source' | 'batchOn'> & { order: string; status: StatusClass }

function orderPlaces(ledger: Ledger, customer: number, dayOf: DayOf): OrderPlace[] {
  const rows = ledger.db
    .prepare(`SELECT ${shownNumber} AS "order", v.status, v.currency, v.total_minor AS totalMinor, v.refund_minor AS refundMinor, s.file, s.sheet, v.row,
        b.id AS batch, b.made_at AS madeAt FROM ${liveVersions} JOIN order_key k ON k.id = v.order_id JOIN sales_order o ON o.order_id = v.order_id
      JOIN party p ON p.id = o.party_id WHERE p.customer_id = ? ORDER BY o.placed_on DESC, k.number, v.id`)
    .all(customer) as VersionRow[]
  return rows.map(({ file, sheet, row, madeAt, order, ...told }) => ({
    ...told,
    order: order || null,
    batchOn: dayOf(madeAt),
    source: sourceOf({ file, sheet, row }),
  }))
}
