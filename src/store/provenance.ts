import type { OrderPlace, Provenance, ValuePlace } from '../core/customer-file.js'
import type { StatusClass } from '../core/import/record.js'
import { type BusinessDate, dateOf, todayIn } from '../core/values/business-date.js'
import { customerIds, fieldOf, fields, shownNumber } from './customer-file.js'
import { handRows } from './hand-values.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
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
  const places = [...typedPlaces(ledger, customer, dayOf), ...filePlaces(ledger, customer, dayOf)]
  const marked = places.map((place) => ({ ...place, isInUse: inUse.get(place.field) === place.value }))
  const order = [...fields.map(fieldOf), ...saidColumns]
  const rank = ({ field, isInUse, source }: (typeof marked)[number]) =>
    order.indexOf(field) * 4 + (isInUse ? 0 : 2) + (source === null ? 0 : 1)
  const rowOf = ({ source }: (typeof marked)[number]) => source?.row ?? 0
  return marked.sort((a, b) => rank(a) - rank(b) || a.batch - b.batch || rowOf(a) - rowOf(b))
}

/** What the lists show of the customer, by field. */
function usedValues(ledger: Ledger, customer: number): Map<string, string> {
  const row = ledger.db
    .prepare(
      `SELECT platform_key AS buyer_id, name, company, email, phone, country, region, city, address, postcode FROM customer WHERE id = ?`,
    )
    .get(customer) as Record<(typeof fields)[number], string> | undefined
  const used = new Map(fields.map((field) => [fieldOf(field) as string, row?.[field] ?? '']))
  for (const field of ['owner', 'tags'] as const) used.set(field, saidValues(ledger, customer, field)[0]?.value ?? '')
  for (const { field, value } of handRows(ledger, customer)) if (value !== null) used.set(field, value)
  return used
}

/** What files say of a customer beside how he is written. */
const saidColumns = ['owner', 'tags', 'note'] as const

const isSaid = (column: string): column is (typeof saidColumns)[number] => saidColumns.some((one) => one === column)

type UnmarkedPlace = Omit<ValuePlace, 'isInUse'>

function typedPlaces(ledger: Ledger, customer: number, dayOf: DayOf): UnmarkedPlace[] {
  return handRows(ledger, customer).flatMap(({ field, value, batch, madeAt }) =>
    value === null ? [] : [{ field, value, source: null, batch, batchOn: dayOf(madeAt) }],
  )
}

function filePlaces(ledger: Ledger, customer: number, dayOf: DayOf): UnmarkedPlace[] {
  const rows = ledger.db
    .prepare(`SELECT ${fields.map((field) => `p.${field}`).join(', ')}, told.owner, told.tags, told.note, told.batch, told.madeAt, told.file, told.sheet, told.row FROM party p JOIN (
        SELECT v.party_id, v.source_id, max(v.row) AS row, v.owner, v.tags, '' AS note, b.id AS batch, b.made_at AS madeAt, s.file, s.sheet FROM ${liveVersions}
          WHERE v.party_id IN (SELECT id FROM party WHERE customer_id = @customer) GROUP BY v.party_id, v.source_id, v.owner, v.tags
        UNION ALL SELECT f.party_id, f.source_id, max(f.row), f.owner, f.tags, f.note, b.id, b.made_at, s.file, s.sheet FROM profile f JOIN source s ON s.id = f.source_id
          ${inForce('s')}
          WHERE s.file <> '' AND f.party_id IN (SELECT id FROM party WHERE customer_id = @customer) GROUP BY f.party_id, f.source_id, f.owner, f.tags, f.note
      ) told ON told.party_id = p.id ORDER BY told.source_id, told.row DESC`)
    .all({ customer }) as (Told & Record<(typeof fields)[number] | (typeof saidColumns)[number], string>)[]
  const seen = new Set<string>()
  return rows.flatMap((row) =>
    [...fields, ...saidColumns].flatMap((column) => {
      const field = isSaid(column) ? column : fieldOf(column)
      const value = row[column]
      const once = [row.batch, row.file, row.sheet, field, value].join('\u0001')
      if (value === '' || seen.has(once)) return []
      seen.add(once)
      return [{ field, value, source: sourceOf(row), batch: row.batch, batchOn: dayOf(row.madeAt) }]
    }),
  )
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
