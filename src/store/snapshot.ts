import type { ContactFacts, CustomerFacts, OrderColumns, Snapshot } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { customerEntries } from './entries.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { figureColumns, isInFigures } from './order-figures.js'
import { customersOfKey } from './parties.js'
import { baseCurrency, countRules, rateReader } from './settings.js'

/**
 * The facts analytics work on, read from one state of the ledger; amounts in the base currency (R4). Hand decisions count
 * from their date (R14): those made after `until` are left out, null takes all.
 */
export function loadSnapshot(ledger: Ledger, until: Day | null = null): Snapshot {
  return read(ledger, () => {
    const currency = baseCurrency(ledger)
    const { customers, indexOf } = loadCustomers(ledger, until)
    const { assigned, unassigned } = loadOrders(ledger, currency, indexOf)
    return {
      currency,
      customers,
      orders: groupByCustomer(assigned, customers.length),
      unassigned: byDay(unassigned),
      contacts: loadContacts(ledger, indexOf),
      counts: countRules(ledger),
    }
  })
}

/** Position of a ledger customer in the snapshot, -1 for ids no longer in use. */
type IndexOf = (customerId: number | null) => number

interface CustomerRow {
  readonly id: number
  readonly publicId: string
  readonly platformKey: string
  readonly name: string
  readonly country: string
  readonly email: string
  readonly phone: string
}

function loadCustomers(ledger: Ledger, until: Day | null): { customers: CustomerFacts[]; indexOf: IndexOf } {
  const rows = ledger.db
    .prepare(`SELECT c.id, k.public_id AS publicId, c.platform_key AS platformKey, c.name, c.country, c.email, c.phone FROM customer c JOIN key k ON k.id = c.key_id
      ORDER BY k.public_id, k.text`)
    .all() as CustomerRow[]
  const positions = new Map(rows.map((row, index) => [row.id, index]))
  const platforms = listsOf(
    ledger,
    'SELECT DISTINCT p.customer_id AS id, s.platform AS value FROM party p JOIN shop s ON s.id = p.shop_id WHERE p.customer_id IS NOT NULL ORDER BY 1, 2',
  )
  const tags = loadTags(ledger, until)
  const blocked = loadBlocked(ledger, until)
  const consent = loadConsent(ledger)
  const none: readonly string[] = []
  const customers = rows.map((row) => ({
    id: row.publicId,
    key: row.platformKey || null,
    name: row.name || null,
    country: row.country || null,
    email: row.email || null,
    phone: row.phone || null,
    platforms: platforms.get(row.id) ?? none,
    tags: tags.get(row.id) ?? none,
    blocked: blocked.has(row.id),
    consent: consent.get(row.id) ?? null,
  }))
  return { customers, indexOf: (id) => (id === null ? -1 : (positions.get(id) ?? -1)) }
}

function listsOf(ledger: Ledger, sql: string): Map<number, string[]> {
  const lists = new Map<number, string[]>()
  for (const { id, value } of ledger.db.prepare(sql).iterate() as Iterable<{ id: number; value: string }>) {
    const list = lists.get(id)
    if (list) list.push(value)
    else lists.set(id, [value])
  }
  return lists
}

/** A decision attaches to a key; it speaks of the customer who carries that key now. */
const markedCustomers = `FROM mark m ${inForce('m')} JOIN key k ON k.text = m.key ${customersOfKey}`

function loadTags(ledger: Ledger, until: Day | null): Map<number, string[]> {
  const tags = new Map<number, Set<string>>()
  const of = (id: number) => tags.get(id) ?? tags.set(id, new Set()).get(id)!
  for (const row of importedTags(ledger))
    for (const tag of row.tags.split(/[,，;；]/)) if (tag.trim()) of(row.id).add(tag.trim())
  const decided = ledger.db
    .prepare(
      `SELECT DISTINCT p.customer_id AS id, m.kind, m.value, m.rowid ${markedCustomers} WHERE m.kind IN ('tag', 'untag') AND m.on_day <= coalesce(@until, m.on_day) ORDER BY m.rowid`,
    )
    .all({ until }) as {
    id: number
    kind: string
    value: string
  }[]
  for (const row of decided) {
    if (row.kind === 'tag') of(row.id).add(row.value)
    else of(row.id).delete(row.value)
  }
  return new Map([...tags].map(([id, set]) => [id, [...set].sort()]))
}

/** A customer list's row about a customer in use (`p`), from a batch not taken back; `f` is the row. */
const liveProfiles = `profile f JOIN source s ON s.id = f.source_id ${inForce('s')}
      JOIN party p ON p.id = f.party_id AND p.customer_id IS NOT NULL`

/** The tags of the newest list of each shop that has any: a later export says what they are now, also that one is gone. */
function importedTags(ledger: Ledger): { id: number; tags: string }[] {
  return ledger.db
    .prepare(`WITH tagging AS (SELECT DISTINCT source_id AS id FROM profile WHERE tags <> ''),
      said AS (SELECT p.customer_id AS id, f.tags, s.id AS source, max(s.id) OVER (PARTITION BY p.customer_id, p.shop_id) AS newest
        FROM ${liveProfiles} WHERE s.id IN (SELECT id FROM tagging))
      SELECT id, tags FROM said WHERE source = newest`)
    .all() as { id: number; tags: string }[]
}

/** What the newest customer list that says anything of consent says of each customer. */
function loadConsent(ledger: Ledger): Map<number, 'yes' | 'no'> {
  const rows = ledger.db
    .prepare(`SELECT p.customer_id AS id, f.consent FROM ${liveProfiles} WHERE f.consent <> '' ORDER BY f.id`)
    .all() as { id: number; consent: 'yes' | 'no' }[]
  return new Map(rows.map(({ id, consent }) => [id, consent]))
}

function loadBlocked(ledger: Ledger, until: Day | null): Set<number> {
  const blocked = new Set<number>()
  const rows = ledger.db
    .prepare(
      `SELECT DISTINCT p.customer_id AS id, m.kind, m.rowid ${markedCustomers} WHERE m.kind IN ('block', 'unblock') AND m.on_day <= coalesce(@until, m.on_day) ORDER BY m.rowid`,
    )
    .all({ until }) as {
    id: number
    kind: string
  }[]
  for (const row of rows) {
    if (row.kind === 'block') blocked.add(row.id)
    else blocked.delete(row.id)
  }
  return blocked
}

/** Numbers of an order in `OrderRows`. */
const width = 7

/** Orders as they come, in one growing array. */
class OrderRows {
  values = new Float64Array(width * 4096)
  count = 0

  add(...order: OrderNumbers): void {
    const at = this.count++ * width
    if (at + width > this.values.length) {
      const larger = new Float64Array(this.values.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    for (let i = 0; i < width; i++) this.values[at + i] = order[i]!
  }
}

type OrderNumbers = [
  customer: number,
  day: number,
  gross: number,
  net: number,
  profit: number,
  counted: number,
  costed: number,
]

type OrderTuple = [
  customerId: number | null,
  day: number,
  currency: string,
  gross: number,
  net: number,
  costs: number | null,
  isCounted: number,
  costed: number,
]

const orderFigures = `SELECT p.customer_id, o.placed_on, o.currency, ${figureColumns}
  FROM sales_order o LEFT JOIN party p ON p.id = o.party_id WHERE ${isInFigures}`

function loadOrders(
  ledger: Ledger,
  base: string | null,
  indexOf: IndexOf,
): { assigned: OrderRows; unassigned: OrderRows } {
  const assigned = new OrderRows()
  const unassigned = new OrderRows()
  const { convert } = rateReader(ledger, base ?? '')
  for (const [id, day, currency, gross, net, costs, isCounted, costed] of ledger.db
    .prepare(orderFigures)
    .raw()
    .iterate() as Iterable<OrderTuple>) {
    const customer = indexOf(id)
    const inBase = (minor: number) => (currency === base ? minor : convert(minor, currency, day))
    const netMinor = inBase(net)
    const profit = costs === null ? netMinor : netMinor - inBase(costs)
    const rows = customer < 0 ? unassigned : assigned
    rows.add(customer, day, inBase(gross), netMinor, profit, isCounted, costed)
  }
  return { assigned, unassigned }
}

type Columns = Omit<OrderColumns, 'start'>

/** Copies rows into columns in the given order. */
function columnsOf(rows: OrderRows, order: Int32Array): Columns {
  const columns = {
    day: new Int32Array(rows.count),
    grossMinor: new Float64Array(rows.count),
    netMinor: new Float64Array(rows.count),
    profitMinor: new Float64Array(rows.count),
    counted: new Uint8Array(rows.count),
    costed: new Uint8Array(rows.count),
  }
  order.forEach((row, at) => {
    columns.day[at] = rows.values[row * width + 1]!
    columns.grossMinor[at] = rows.values[row * width + 2]!
    columns.netMinor[at] = rows.values[row * width + 3]!
    columns.profitMinor[at] = rows.values[row * width + 4]!
    columns.counted[at] = rows.values[row * width + 5]!
    columns.costed[at] = rows.values[row * width + 6]!
  })
  return columns
}

/** Order of rows by day; equal days by amount, so that arrival never shows. */
function sortedByDay(rows: OrderRows, members: Int32Array): Int32Array {
  const { values } = rows
  return members.sort(
    (a, b) =>
      values[a * width + 1]! - values[b * width + 1]! ||
      values[a * width + 3]! - values[b * width + 3]! ||
      values[a * width + 2]! - values[b * width + 2]!,
  )
}

function byDay(rows: OrderRows): Columns {
  return columnsOf(
    rows,
    sortedByDay(
      rows,
      Int32Array.from({ length: rows.count }, (_, row) => row),
    ),
  )
}

function groupByCustomer(rows: OrderRows, customers: number): OrderColumns {
  const start = new Int32Array(customers + 1)
  for (let row = 0; row < rows.count; row++) start[rows.values[row * width]! + 1]!++
  for (let customer = 0; customer < customers; customer++) start[customer + 1]! += start[customer]!
  const next = start.slice()
  const order = new Int32Array(rows.count)
  for (let row = 0; row < rows.count; row++) order[next[rows.values[row * width]!]!++] = row
  for (let customer = 0; customer < customers; customer++) {
    if (start[customer + 1]! - start[customer]! > 1)
      sortedByDay(rows, order.subarray(start[customer], start[customer + 1]))
  }
  return { start, ...columnsOf(rows, order) }
}

function loadContacts(ledger: Ledger, indexOf: IndexOf): ContactFacts[] {
  const rows = ledger.db
    .prepare(`SELECT DISTINCT c.id, p.customer_id AS customerId, c.on_day AS "on", c.kind, c.rule, c.next_on AS nextOn FROM contact c
      ${inForce('c')} JOIN key k ON k.text = c.key ${customersOfKey}
      UNION ALL SELECT -e.id, e.customer_id, e.on_day, 'contact', NULL, e.next_on FROM ${customerEntries} e WHERE e.kind = 'contact' AND e.on_day IS NOT NULL
      ORDER BY 3, 1`)
    .all() as (Omit<ContactFacts, 'customer'> & { customerId: number })[]
  return rows
    .map(({ customerId, on, kind, rule, nextOn }) => ({ customer: indexOf(customerId), on, kind, rule, nextOn }))
    .filter((contact) => contact.customer >= 0)
}
