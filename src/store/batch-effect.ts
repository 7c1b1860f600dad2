import { type FieldChange, fieldChanges, shownFields } from '../core/import/told/current-order.js'
import { orderNumber } from '../core/import/told/order-key.js'
import type { CurrentOrder } from '../core/import/told/order-version.js'
import { spreadOverKeys } from './identity.js'
import { decidedKeys, inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { customersOfKey } from './parties.js'
import { liveVersions } from './versions.js'

/** A customer as people are told of one. */
export interface NamedCustomer {
  readonly id: string
  readonly name: string
}

/** An order that is told otherwise than before. */
export interface ChangedOrder {
  /** Null for one without a number. */
  readonly order: string | null
  /** None where only its lines or its buyer differ. */
  readonly changes: readonly FieldChange[]
  /** Who is said to have bought it, before and now; null where that is the same. */
  readonly buyer: { readonly from: string; readonly to: string } | null
  readonly hasOtherLines: boolean
  readonly currency: { readonly from: string; readonly to: string }
}

/** Decisions in force and whom they are about now. */
export interface StayingDecision {
  readonly batch: number
  readonly command: string
  readonly customer: NamedCustomer
}

/** One customer who became several, or the other way round. */
export interface Regrouped {
  readonly whole: NamedCustomer
  readonly parts: readonly NamedCustomer[]
}

/** What taking a batch back, or putting it into force again, changed of what the ledger says now. */
export interface BatchEffect {
  readonly orders: {
    readonly removed: number
    readonly inserted: number
    readonly updated: readonly ChangedOrder[]
    readonly unchanged: number
    /** Other batches in force that have the unchanged ones too, and how many of them. */
    readonly alsoIn: readonly { readonly batch: number; readonly orders: number }[]
  }
  readonly customers: {
    readonly removed: readonly NamedCustomer[]
    readonly inserted: readonly NamedCustomer[]
    readonly updated: number
    /** Customers only this batch had joined. */
    readonly separated: readonly Regrouped[]
    readonly joined: readonly Regrouped[]
  }
  /** Decisions about customers that were separated or joined, by batch. */
  readonly decisions: readonly StayingDecision[]
}

const snake = (name: string) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)

const orderFacts = `json_object(${shownFields.map((field) => `'${field}', o.${snake(field)}`).join(', ')})`

const customerFacts =
  'json_array(c.name, c.company, c.email, c.phone, c.country, c.region, c.city, c.address, c.postcode, c.platform_key)'

/**
 * Notes what the touched orders and parties say before they are derived anew; gives the function that compares them with
 * what they say then. Only orders that other batches tell too are noted in full. Runs inside a write.
 */
export function watchBatch(ledger: Ledger, batch: number): () => BatchEffect {
  const { db } = ledger
  spreadOverKeys(ledger)
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS former_order (id INTEGER PRIMARY KEY, facts TEXT, party INTEGER, first_line INTEGER, line_count INTEGER);
    CREATE TEMP TABLE IF NOT EXISTS former_customer (party INTEGER PRIMARY KEY, key INTEGER, name TEXT, facts TEXT);
    CREATE TEMP TABLE IF NOT EXISTS later_customer (party INTEGER PRIMARY KEY, key INTEGER, name TEXT, facts TEXT);
    CREATE TEMP TABLE IF NOT EXISTS changed_order (id INTEGER PRIMARY KEY);
    DELETE FROM former_order; DELETE FROM former_customer; DELETE FROM later_customer; DELETE FROM changed_order;
    INSERT INTO former_order SELECT o.order_id, ${orderFacts}, o.party_id, o.first_line, o.line_count FROM touched_order t JOIN sales_order o ON o.order_id = t.id
      WHERE EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = o.order_id);
    INSERT INTO former_customer ${touchedCustomers};`)
  const before = touchedOrders(ledger)
  return () => {
    db.exec(`INSERT INTO later_customer ${touchedCustomers}`)
    return {
      orders: orderEffect(ledger, batch, before),
      customers: customerEffect(ledger),
      decisions: decisionsOf(ledger),
    }
  }
}

const touchedCustomers = `SELECT p.id, c.key_id, c.name, ${customerFacts} FROM touched_party t JOIN party p ON p.id = t.id JOIN customer c ON c.id = p.customer_id`

function touchedOrders({ db }: Ledger): number {
  return db
    .prepare('SELECT count(*) FROM touched_order t JOIN sales_order o ON o.order_id = t.id')
    .pluck()
    .get() as number
}

const linesFrom = (
  order: string,
) => `(SELECT json_group_array(line) FROM (SELECT json_array(product_id, quantity, amount_minor) AS line FROM line
  WHERE id >= ${order}.first_line AND id < ${order}.first_line + ${order}.line_count ORDER BY 1))`

const otherLines = `(f.first_line IS NOT o.first_line AND ${linesFrom('f')} <> ${linesFrom('o')})`

/** A party as an order has it: the name, else what else there is to call it by; '' for nobody. */
const buyerOf = (party: string) =>
  `coalesce((SELECT coalesce(nullif(name, ''), nullif(buyer_id, ''), nullif(phone, ''), email) FROM party WHERE id = ${party}), '')`

function orderEffect(ledger: Ledger, batch: number, before: number): BatchEffect['orders'] {
  const { db } = ledger
  db.exec(`INSERT INTO changed_order SELECT f.id FROM former_order f JOIN sales_order o ON o.order_id = f.id
    WHERE f.facts <> ${orderFacts} OR f.party IS NOT o.party_id OR ${otherLines}`)
  const stayed = db.prepare('SELECT count(*) FROM former_order').pluck().get() as number
  const updated = changedOrders(ledger)
  const alsoIn = db
    .prepare(`SELECT s.batch_id AS batch, count(DISTINCT v.order_id) AS orders FROM ${liveVersions}
      WHERE s.batch_id <> ? AND v.order_id IN (SELECT id FROM former_order EXCEPT SELECT id FROM changed_order) GROUP BY 1 ORDER BY 1`)
    .all(batch) as { batch: number; orders: number }[]
  const unchanged = stayed - updated.length
  return { removed: before - stayed, inserted: touchedOrders(ledger) - stayed, updated, unchanged, alsoIn }
}

interface ChangedRow {
  readonly number: string
  readonly before: string
  readonly after: string
  readonly hasOtherLines: 0 | 1
  readonly isOther: 0 | 1
  readonly from: string
  readonly to: string
}

function changedOrders({ db }: Ledger): ChangedOrder[] {
  const rows = db
    .prepare(`SELECT k.number, f.facts AS before, ${orderFacts} AS after, ${otherLines} AS hasOtherLines,
        f.party IS NOT o.party_id AS isOther, ${buyerOf('f.party')} AS "from", ${buyerOf('o.party_id')} AS "to" FROM changed_order c JOIN former_order f ON f.id = c.id
      JOIN sales_order o ON o.order_id = c.id JOIN order_key k ON k.id = c.id ORDER BY o.placed_on, k.number`)
    .all() as ChangedRow[]
  return rows.map((row) => {
    const [before, after] = [JSON.parse(row.before) as CurrentOrder, JSON.parse(row.after) as CurrentOrder]
    const currency = { from: before.currency, to: after.currency }
    const buyer = row.isOther === 1 ? { from: row.from, to: row.to } : null
    const changes = fieldChanges(before, after)
    return { order: orderNumber(row.number), changes, currency, buyer, hasOtherLines: row.hasOtherLines === 1 }
  })
}

/** Parties (`f` before, `l` now) that somebody bears before and now. */
const both = 'former_customer f JOIN later_customer l ON l.party = f.party'

/** Keys of one side whose parties are several customers on the other. */
const several = (one: 'f' | 'l', other: 'f' | 'l') =>
  `SELECT ${one}.key FROM ${both} GROUP BY ${one}.key HAVING count(DISTINCT ${other}.key) > 1`

function customerEffect({ db }: Ledger): BatchEffect['customers'] {
  const named = (table: string, condition: string) =>
    db
      .prepare(
        `SELECT DISTINCT k.public_id AS id, x.name FROM ${table} x JOIN key k ON k.id = x.key WHERE x.key NOT IN (${condition}) ORDER BY x.name, k.public_id`,
      )
      .all() as NamedCustomer[]
  const updated = db
    .prepare(`SELECT count(*) FROM (SELECT f.key FROM ${both} GROUP BY f.key HAVING count(DISTINCT l.key) = 1 AND max(f.facts <> l.facts)
      EXCEPT SELECT f.key FROM ${both} WHERE l.key IN (${several('l', 'f')}))`)
    .pluck()
    .get() as number
  return {
    removed: named('former_customer', `SELECT f.key FROM ${both}`),
    inserted: named('later_customer', `SELECT l.key FROM ${both}`),
    updated,
    separated: regrouped(db, 'f', 'l'),
    joined: regrouped(db, 'l', 'f'),
  }
}

/** Customers of one side whose parties are several customers on the other. */
function regrouped(db: Ledger['db'], whole: 'f' | 'l', part: 'f' | 'l'): Regrouped[] {
  const rows = db
    .prepare(`SELECT DISTINCT w.public_id AS wholeId, ${whole}.name AS wholeName, k.public_id AS id, ${part}.name AS name
      FROM ${both} JOIN key w ON w.id = ${whole}.key JOIN key k ON k.id = ${part}.key WHERE ${whole}.key IN (${several(whole, part)})
      ORDER BY 2, 1, 4, 3`)
    .all() as { wholeId: string; wholeName: string; id: string; name: string }[]
  const groups = new Map<string, { whole: NamedCustomer; parts: NamedCustomer[] }>()
  for (const { wholeId, wholeName, id, name } of rows) {
    const group = groups.get(wholeId) ?? { whole: { id: wholeId, name: wholeName }, parts: [] }
    groups.set(wholeId, group)
    group.parts.push({ id, name })
  }
  return [...groups.values()]
}

/** Decisions about customers who were several before or are several now. */
function decisionsOf({ db }: Ledger): StayingDecision[] {
  const regroupedNow = `SELECT l.key FROM ${both} WHERE f.key IN (${several('f', 'l')}) UNION ${several('l', 'f')}`
  const rows = db
    .prepare(`SELECT DISTINCT b.id AS batch, b.command, name.public_id AS id, who.name
      FROM (${decidedKeys}) d
      ${inForce('d')} JOIN key k ON k.text = d.key ${customersOfKey} JOIN key name ON name.id = who.key_id
      WHERE who.key_id IN (${regroupedNow}) ORDER BY b.id, who.name, name.public_id`)
    .all() as (NamedCustomer & { batch: number; command: string })[]
  return rows.map(({ batch, command, id, name }) => ({ batch, command, customer: { id, name } }))
}
