import { DETAIL_FIELDS, isOwnField } from '../core/customer-details.js'
import type { ContactEntry, CustomerFile, OrderEntry, SourcedValue, ValueField } from '../core/customer-file.js'
import { isPaidFor, type OrderFacts, type OrderFigures, orderFigures } from '../core/order-figures.js'
import { dateOf } from '../core/values/business-date.js'
import { compareText } from '../core/values/text.js'
import { valueFields } from './best-values.js'
import { asItHappened } from './contact-records.js'
import { customerEntries, entriesOfCustomer } from './entries.js'
import { contactsInForce } from './fuller-rows.js'
import { handRows } from './hand-values.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { furtherSaid } from './listed-values.js'
import { isInFigures } from './order-figures.js'
import { customersOfKey } from './parties.js'
import { type Place, sourceOf } from './place.js'
import { saidValues } from './said-in-files.js'
import { countRules } from './settings.js'

/** Ledger ids of the customers a public id names: one, or several in the once-in-a-million case that two share it. */
export function customerIds(ledger: Ledger, publicId: string): number[] {
  return ledger.db
    .prepare(`SELECT DISTINCT who.id FROM key k ${customersOfKey} WHERE k.public_id = ?`)
    .pluck()
    .all(publicId) as number[]
}

/** Everything the ledger holds of one customer beyond the snapshot. */
export function loadCustomerFile(ledger: Ledger, publicId: string): CustomerFile {
  return read(ledger, () => {
    const id = customerIds(ledger, publicId)[0] ?? -1
    const tags = saidValues(ledger, id, 'tags')
    const values = [...valuesOf(ledger, id), ...ownersOf(ledger, id), ...tags, ...furtherValues(ledger, id)]
    return {
      orders: ordersOf(ledger, id),
      values,
      contacts: contactsOf(ledger, id),
      entries: entriesOfCustomer(ledger, id),
    }
  })
}

/** Selects the number of an order (`k`) as its platform writes it, '' for one without. */
export const shownNumber = `CASE WHEN k.number LIKE '~~%' THEN substr(k.number, 2) WHEN k.number LIKE '~%' THEN '' ELSE k.number END`

type OrderRow = Omit<OrderEntry, 'source' | keyof OrderFigures | 'refundMinor'> & Place & OrderFacts

function ordersOf(ledger: Ledger, customer: number): OrderEntry[] {
  const rows = ledger.db
    .prepare(`SELECT ${shownNumber} AS "order", o.placed_on AS "on", o.delivered_on AS deliveredOn,
        s.platform, nullif(s.name, '') AS shop, o.kind, o.is_paid AS isPaid, o.status, o.currency, o.total_minor AS totalMinor,
        o.refund_minor AS refundMinor, o.fee_minor AS feeMinor, o.cost_minor AS costMinor, nullif(o.note, '') AS note, f.file, f.sheet, v.row
      FROM party p JOIN sales_order o ON o.party_id = p.id JOIN order_key k ON k.id = o.order_id JOIN shop s ON s.id = k.shop_id
      JOIN order_version v ON v.id = o.version_id JOIN source f ON f.id = v.source_id
      WHERE p.customer_id = ? AND ${isInFigures} ORDER BY o.placed_on, k.number`)
    .all(customer) as OrderRow[]
  const counts = countRules(ledger)
  return rows.map((row): OrderEntry => {
    const { order, kind, on, deliveredOn, platform, shop, status, currency, note } = row
    const figures = orderFigures(row, counts)
    // What was given back of what was paid: nothing of an order that was not.
    const refundMinor = isPaidFor(row, counts) ? (row.refundMinor ?? 0) : 0
    const said = { order, kind, on, deliveredOn, platform, shop, status, currency, note }
    return { ...said, ...figures, refundMinor, source: sourceOf(row) }
  })
}

const [nameField, ...otherFields] = valueFields

/** Fields of a party that say something of the customer, in the order they are shown. */
export const fields = [nameField, 'buyer_id', ...otherFields] as const

export const fieldOf = (column: (typeof fields)[number]): ValueField => (column === 'buyer_id' ? 'buyerId' : column)

/** What is said of a customer that is no part of a party. */
export const furtherFields = [...(['consent', 'note'] as const), ...DETAIL_FIELDS]

/** What was typed last of each field and is in force. */
function typedOf(ledger: Ledger, customer: number): ReadonlyMap<string, SourcedValue> {
  const newest = new Map(handRows(ledger, customer).map((row) => [row.field as string, row]))
  const rows = [...newest].flatMap(([field, { value, on, ...row }]) =>
    value === null ? [] : [[field, { field: row.field, value, source: null, on: dateOf(on) }] as const],
  )
  return new Map(rows)
}

/** Each value typed or given by a file, once, with the newest place that gives it; the value in use first. */
function valuesOf(ledger: Ledger, customer: number): SourcedValue[] {
  const parties = ledger.db
    .prepare(`SELECT p.id, ${fields.map((field) => `p.${field}`).join(', ')}, p.seen_on AS seenOn FROM party p WHERE p.customer_id = ?
      ORDER BY p.is_profiled DESC, p.seen_on DESC, p.id`)
    .all(customer) as ({ id: number; seenOn: number | null } & Record<string, string>)[]
  const place = placeReader(ledger)
  const typed = [...typedOf(ledger, customer).values()].filter(({ field }) =>
    valueFields.some((known) => known === field),
  )
  const seen = new Set(typed.map(({ field, value }) => `${field}\u0001${value}`))
  const typedFields = new Set<string>(typed.map(({ field }) => field))
  const given = parties.flatMap((party) =>
    fields.flatMap((field) => {
      const value = party[field]!
      if (value === '' || seen.has(`${field}\u0001${value}`)) return []
      const found = place(party.id)
      // What was typed when the customer was added stands until another is typed; the history has both (show --sources).
      if (!found?.file && typedFields.has(field)) return []
      seen.add(`${field}\u0001${value}`)
      return [
        {
          field: fieldOf(field),
          value,
          source: found?.file ? sourceOf(found) : null,
          on: party.seenOn === null ? null : dateOf(party.seenOn),
        },
      ]
    }),
  )
  const position = (value: SourcedValue) => fields.findIndex((column) => fieldOf(column) === value.field)
  return [...typed, ...given].sort((a, b) => position(a) - position(b))
}

/**
 * Finds where a party is written: in a customer list, in the order that is known as its own, else in any file, those in force
 * first: another file may tell its orders now, or the file may have been taken back.
 */
function placeReader({ db }: Ledger): (party: number) => Place | undefined {
  const anywhere = (table: string) => `SELECT * FROM (SELECT f.file, f.sheet, v.row FROM ${table} v
    JOIN source f ON f.id = v.source_id JOIN batch b ON b.id = f.batch_id WHERE v.party_id = @id
    ORDER BY b.voided_at IS NOT NULL, v.id DESC LIMIT 1)`
  const place =
    db.prepare(`SELECT f.file, f.sheet, v.row FROM profile v JOIN source f ON f.id = v.source_id ${inForce('f')}
      WHERE v.party_id = @id UNION ALL
    SELECT * FROM (SELECT f.file, f.sheet, v.row FROM sales_order o JOIN order_version v ON v.id = o.version_id JOIN source f ON f.id = v.source_id
      WHERE o.party_id = @id ORDER BY o.placed_on DESC, v.id DESC LIMIT 1) UNION ALL
    SELECT * FROM (SELECT f.file, f.sheet, v.row FROM retelling r JOIN order_version v ON v.order_id = r.order_id AND v.party_id = r.party_id
      JOIN source f ON f.id = v.source_id ${inForce('f')} WHERE r.party_id = @id ORDER BY v.id DESC LIMIT 1) UNION ALL
    ${['order_version', 'entry', 'profile'].map(anywhere).join(' UNION ALL ')} LIMIT 1`)
  return (id) => place.get({ id }) as Place | undefined
}

/** The owner typed by hand, then those files name, each once; the one in use first. */
function ownersOf(ledger: Ledger, customer: number): SourcedValue[] {
  const typed = typedOf(ledger, customer).get('owner')
  const said = saidValues(ledger, customer, 'owner')
  return typed === undefined ? said : [typed, ...said.filter(({ value }) => value !== typed.value)]
}

/**
 * Whether the customer agrees to be written to, notes, details and fields of the seller's own: of each what was typed, then what files
 * say, each once, the newest place first.
 */
function furtherValues(ledger: Ledger, customer: number): SourcedValue[] {
  const typed = typedOf(ledger, customer)
  const listed = furtherSaid(ledger, customer).filter(({ field, value }) => typed.get(field)?.value !== value)
  const own = [...typed.keys()].filter(isOwnField).sort(compareText)
  return [...furtherFields, ...own].flatMap((field) => [
    ...(typed.has(field) ? [typed.get(field)!] : []),
    ...listed.filter((one) => one.field === field),
  ])
}

function contactsOf(ledger: Ledger, customer: number): ContactEntry[] {
  return ledger.db
    .prepare(`SELECT id, "on", kind, rule, nextOn, text, channel, result, batch FROM (
        SELECT DISTINCT c.id, c.on_day AS "on", c.kind, c.rule, c.next_on AS nextOn, nullif(c.text, '') AS text, nullif(c.channel, '') AS channel, nullif(c.result, '') AS result, c.batch_id AS batch,
          TRUE AS isTyped, c.id AS at FROM contact c ${contactsInForce('c')} JOIN key k ON k.text = c.key ${customersOfKey}
          WHERE who.id = @customer
        UNION ALL SELECT -e.id, coalesce(e.on_day, 0), 'contact', NULL, e.next_on, nullif(e.text, ''), nullif(json_extract(e.details, '$.channel'), ''),
          nullif(json_extract(e.details, '$.result'), ''), -e.id, FALSE, e.row FROM ${customerEntries} e WHERE e.kind = 'contact' AND e.on_day IS NOT NULL AND e.customer_id = @customer
      ) ORDER BY ${asItHappened}`)
    .all({ customer }) as ContactEntry[]
}
