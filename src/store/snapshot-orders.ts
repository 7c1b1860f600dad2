import type { CountRules, OrderFacts } from '../core/order-figures.js'
import { COSTED, FEED, type OrderColumns, type Snapshot } from '../core/snapshot.js'
import { readNumbers } from './bulk-read.js'
import type { Ledger } from './ledger.js'
import { isInFigures } from './order-figures.js'
import { currencyPlace, factsOf, factValues, figuresInBase, type Unrated } from './order-numbers.js'
import type { Buyers } from './snapshot-customers.js'

/** What orders are looked at with. */
interface Reckoning {
  /** The base currency. */
  readonly currency: string | null
  /** Those of the orders. */
  readonly currencies: readonly string[]
  readonly counts: CountRules
  readonly buyers: Buyers
  /** Customers in the snapshot. */
  readonly size: number
  readonly unrated: Unrated
}

/** Where the counted orders of customers stand in the columns, by the ledger's number of the order; -1 for all others. */
export type CountedPlaces = Int32Array

/** The orders of the customers and those of nobody, in the base currency (R4); UserError `rate.missing`. */
export function loadOrders(
  ledger: Ledger,
  { currency: base, currencies, counts, buyers, size, unrated }: Reckoning,
): Pick<Snapshot, 'orders' | 'unassigned'> & { readonly places: CountedPlaces } {
  const assigned = new OrderRows()
  const unassigned = new OrderRows()
  const figuresOf = figuresInBase(ledger, { base, currencies, counts, unrated })
  readNumbers(ledger, orderQuery(currencies), (row) => {
    const [day, buyer] = [row[1]!, buyers.buyerOf(row[0]!)]
    const order = factsOf(row, 4)
    const { grossMinor, netMinor, profitMinor, isCounted } = figuresOf(order, row[2]!, day)
    const costed = isCounted ? costedBits(order) : 0
    const rows = buyer < 0 ? unassigned : assigned
    rows.add(buyer, day, grossMinor, netMinor, profitMinor, isCounted ? 1 : 0, costed, row[3]!)
  })
  const order = groupByCustomer(assigned, size)
  return { orders: order.columns, unassigned: byDay(unassigned), places: countedPlaces(assigned, order.rows) }
}

/** Orders as numbers: party, day, place of the currency in the list, the order's own number, and the facts. */
function orderQuery(currencies: readonly string[]) {
  return {
    values: ['o.party_id', 'o.placed_on', currencyPlace(currencies), 'o.order_id', ...factValues],
    table: 'sales_order o',
    id: 'o.order_id',
    where: isInFigures,
  }
}

function costedBits({ costMinor, feeMinor }: OrderFacts): number {
  return (costMinor === null ? 0 : COSTED) + (feeMinor === null ? 0 : FEED)
}

/** Numbers of an order in `OrderRows`. */
const width = 8

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
  orderId: number,
]

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

/** Rows grouped by customer, each customer's by day, and which row stands where. */
function groupByCustomer(rows: OrderRows, customers: number): { columns: OrderColumns; rows: Int32Array } {
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
  return { columns: { start, ...columnsOf(rows, order) }, rows: order }
}

function countedPlaces({ values, count }: OrderRows, order: Int32Array): CountedPlaces {
  let most = 0
  for (let row = 0; row < count; row++) most = Math.max(most, values[row * width + 7]!)
  const places = new Int32Array(most + 1).fill(-1)
  for (let at = 0; at < count; at++) {
    const row = order[at]! * width
    if (values[row + 5] === 1) places[values[row + 7]!] = at
  }
  return places
}
