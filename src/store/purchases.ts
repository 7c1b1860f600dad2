import { isGoods } from '../core/goods.js'
import { type CountRules, orderFigures } from '../core/order-figures.js'
import type { Product, Purchases } from '../core/purchases.js'
import type { Day } from '../core/values/business-date.js'
import { compareText } from '../core/values/text.js'
import { readNumbers } from './bulk-read.js'
import type { Ledger } from './ledger.js'
import { pieces } from './ledger-lines.js'
import { isInFigures } from './order-figures.js'
import type { Buyers } from './snapshot-customers.js'
import { factsOf, factValues } from './snapshot-orders.js'

/** Whose lines are read, and of which orders. */
interface Reckoning {
  readonly counts: CountRules
  readonly buyers: Buyers
  /** Customers in the snapshot. */
  readonly size: number
}

/** The lines of counted orders of known customers, postage and other charges left out. */
export function loadPurchases(ledger: Ledger, reckoning: Reckoning): Purchases {
  const customers = reckoning.size
  const orders = countedOrders(ledger, reckoning)
  const lines = loadLines(ledger)
  const { products, indexOf } = nameProducts(ledger, orders, lines)
  let size = 0
  for (let at = 0; at < orders.day.length; at++) size += orders.lines[at]!
  const bought = {
    start: new Int32Array(customers + 1),
    day: new Int32Array(size),
    product: new Int32Array(size),
    quantity: new Float64Array(size),
    order: new Int32Array(size),
  }
  let end = 0
  let ordinal = 0
  for (let customer = 0; customer < customers; customer++) {
    for (let at = orders.start[customer]!; at < orders.start[customer + 1]!; at++) {
      const before = end
      const first = orders.firstLine[at]!
      for (let line = first; line < first + orders.lines[at]!; line++) {
        const product = indexOf[lines.product[line]!] ?? -1
        if (product < 0 || !(lines.quantity[line]! > 0)) continue
        bought.day[end] = orders.day[at]!
        bought.product[end] = product
        bought.quantity[end] = lines.quantity[line]!
        bought.order[end++] = ordinal
      }
      if (end > before) ordinal++
    }
    bought.start[customer + 1] = end
  }
  const cut = <T extends Int32Array | Float64Array>(column: T) => column.subarray(0, end) as T
  const { start, day, product, quantity, order } = bought
  return { products, start, day: cut(day), product: cut(product), quantity: cut(quantity), order: cut(order) }
}

/** Counted orders that have lines, grouped by customer and in order of days. */
interface LinedOrders {
  readonly start: Int32Array
  readonly day: Int32Array
  readonly firstLine: Int32Array
  readonly lines: Int32Array
}

interface LinedOrder {
  readonly customer: number
  readonly day: Day
  readonly firstLine: number
  readonly lines: number
}

function countedOrders(ledger: Ledger, { counts, buyers, size }: Reckoning): LinedOrders {
  const found: LinedOrder[] = []
  const values = ['o.party_id', 'o.placed_on', 'o.first_line', 'o.line_count', ...factValues]
  const where = `${isInFigures} AND o.party_id IS NOT NULL AND o.first_line IS NOT NULL AND o.line_count > 0`
  readNumbers(ledger, { values, table: 'sales_order o', id: 'o.order_id', where }, (row) => {
    const customer = buyers.buyerOf(row[0]!)
    if (customer < 0 || !orderFigures(factsOf(row, 4), counts).isCounted) return
    found.push({ customer, day: row[1]!, firstLine: row[2]!, lines: row[3]! })
  })
  const { start, order } = byCustomer(found, size)
  const column = (of: (order: LinedOrder) => number) => order.map((at) => of(found[at]!))
  return {
    start,
    day: column(({ day }) => day),
    firstLine: column(({ firstLine }) => firstLine),
    lines: column(({ lines }) => lines),
  }
}

/** Positions of orders grouped by customer, each customer's in order of days; those of customer `i` from `start[i]` on. */
function byCustomer(orders: readonly LinedOrder[], customers: number) {
  const start = new Int32Array(customers + 1)
  for (const { customer } of orders) start[customer + 1]!++
  for (let customer = 0; customer < customers; customer++) start[customer + 1]! += start[customer]!
  const next = start.slice()
  const order = new Int32Array(orders.length)
  for (let at = 0; at < orders.length; at++) order[next[orders[at]!.customer]!++] = at
  const byDay = (a: number, b: number) => orders[a]!.day - orders[b]!.day || orders[a]!.firstLine - orders[b]!.firstLine
  for (let customer = 0; customer < customers; customer++) {
    const [from, to] = [start[customer]!, start[customer + 1]!]
    if (to - from > 1) order.subarray(from, to).sort(byDay)
  }
  return { start, order }
}

/** Every line of the ledger by its id: the id of its product (0 without one) and the quantity (1 where it names none). */
interface NamedLines {
  readonly product: Int32Array
  readonly quantity: Float64Array
}

function loadLines(ledger: Ledger): NamedLines {
  const last = (ledger.db.prepare('SELECT max(id) FROM line').pluck().get() as number | null) ?? 0
  const lines = { product: new Int32Array(last + 1), quantity: new Float64Array(last + 1) }
  const query = { values: ['l.id', 'l.product_id', pieces], table: 'line l', id: 'l.id' }
  readNumbers(ledger, { ...query, where: 'l.product_id IS NOT NULL' }, (row) => {
    lines.product[row[0]!] = row[1]!
    lines.quantity[row[0]!] = Number.isNaN(row[2]) ? 1 : row[2]!
  })
  return lines
}

interface ProductRow extends Product {
  readonly id: number
}

/** One product for each SKU, or name where there is none, by the name on its newest line; charges have the index -1. */
function nameProducts({ db }: Ledger, orders: LinedOrders, lines: NamedLines) {
  const rows = db.prepare('SELECT id, sku, name FROM product').all() as ProductRow[]
  const seenOn = newestDays(orders, lines, rows)
  const named = new Map<string, ProductRow>()
  const keyOf = ({ sku, name }: Product) => (sku === '' ? `n${name}` : `s${sku}`)
  for (const row of rows) {
    if (seenOn[row.id] === undefined || (row.sku === '' && row.name === '')) continue
    const known = named.get(keyOf(row))
    if (!known || isBetterName(row, known, seenOn)) named.set(keyOf(row), row)
  }
  const products = [...named.values()]
    .filter(({ name }) => isGoods(name))
    .sort((a, b) => compareText(a.sku, b.sku) || compareText(a.name, b.name))
  const byKey = new Map(products.map((product, index) => [keyOf(product), index]))
  const indexOf = new Int32Array(rows.reduce((last, { id }) => Math.max(last, id), 0) + 1).fill(-1)
  for (const row of rows) indexOf[row.id] = byKey.get(keyOf(row)) ?? -1
  return { products: products.map(({ sku, name }): Product => ({ sku, name })), indexOf }
}

/** The newest day of a counted order on which each product row stands; undefined for one on no such line. */
function newestDays(orders: LinedOrders, { product }: NamedLines, rows: readonly ProductRow[]): (Day | undefined)[] {
  const newest: (Day | undefined)[] = new Array(rows.length + 1).fill(undefined)
  for (let at = 0; at < orders.day.length; at++) {
    const end = orders.firstLine[at]! + orders.lines[at]!
    for (let line = orders.firstLine[at]!; line < end; line++) {
      const known = newest[product[line]!]
      if (known === undefined || orders.day[at]! > known) newest[product[line]!] = orders.day[at]!
    }
  }
  return newest
}

/** A name is better than none, then the newer one, then the first in the alphabet. */
function isBetterName(row: ProductRow, known: ProductRow, seenOn: readonly (Day | undefined)[]): boolean {
  if ((row.name === '') !== (known.name === '')) return known.name === ''
  return seenOn[row.id]! - seenOn[known.id]! > 0 || (seenOn[row.id] === seenOn[known.id] && row.name < known.name)
}
