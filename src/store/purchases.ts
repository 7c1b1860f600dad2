import { isGoods } from '../core/goods.js'
import type { Product, Purchases } from '../core/purchases.js'
import type { OrderColumns } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { compareText } from '../core/values/text.js'
import { readNumbered, readNumbers } from './bulk-read.js'
import type { Ledger } from './ledger.js'
import { pieces } from './ledger-lines.js'
import type { CountedPlaces } from './snapshot-orders.js'

/** The lines of counted orders of known customers, postage and other charges left out; `places` tells where an order stands. */
export function loadPurchases(ledger: Ledger, columns: OrderColumns, places: CountedPlaces): Purchases {
  const orders = loadSpans(ledger, columns, places)
  const lines = loadLines(ledger)
  const { products, indexOf } = nameProducts(ledger, orders, lines)
  const size = orders.lines.reduce((sum, count) => sum + count, 0)
  const customers = columns.start.length - 1
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
    for (let at = columns.start[customer]!; at < columns.start[customer + 1]!; at++) {
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

/** Beside the columns of orders: the first line of each counted one and how many it has, 0 for all others. */
interface LinedOrders extends Pick<OrderColumns, 'day'> {
  readonly firstLine: Int32Array
  readonly lines: Int32Array
}

function loadSpans(ledger: Ledger, { day }: OrderColumns, places: CountedPlaces): LinedOrders {
  const spans = { day, firstLine: new Int32Array(day.length), lines: new Int32Array(day.length) }
  const values = ['o.first_line', 'o.line_count']
  readNumbered(ledger, { values, table: 'sales_order o', id: 'o.order_id' }, (order, row) => {
    const at = places[order] ?? -1
    if (at < 0 || Number.isNaN(row[0])) return
    spans.firstLine[at] = row[0]!
    spans.lines[at] = row[1]!
  })
  return spans
}

/** Every line of the ledger by its id: the id of its product (0 without one) and the pieces bought (1 where it names none, 0 of what came back). */
interface NamedLines {
  readonly product: Int32Array
  readonly quantity: Float64Array
}

/** More pieces than these, or no whole number of them, do not fit beside the product in one number. */
const PIECES = 2 ** 12
/** A product and its pieces as one number, which SQLite writes and we read twice as fast as two; −1 where they do not fit. */
const packed = `CASE
  WHEN l.product_id > 0 AND l.quantity BETWEEN 1 AND ${PIECES - 1} AND l.quantity = CAST(l.quantity AS INTEGER)
    THEN l.product_id * ${PIECES} + CAST(l.quantity AS INTEGER)
  WHEN l.product_id IS NULL THEN 0
  WHEN l.quantity IS NULL THEN l.product_id * ${PIECES} + 1
  WHEN l.quantity <= 0 THEN l.product_id * ${PIECES}
  ELSE -1 END`

function loadLines(ledger: Ledger): NamedLines {
  const last = (ledger.db.prepare('SELECT max(id) FROM line').pluck().get() as number | null) ?? 0
  const lines = { product: new Int32Array(last + 1), quantity: new Float64Array(last + 1) }
  let isAllRead = true
  readNumbered(ledger, { values: [packed], table: 'line l', id: 'l.id' }, (line, row) => {
    if (row[0]! < 0) isAllRead = false
    lines.product[line] = Math.floor(row[0]! / PIECES)
    lines.quantity[line] = row[0]! % PIECES
  })
  if (!isAllRead) loadOddLines(ledger, lines)
  return lines
}

function loadOddLines(ledger: Ledger, lines: NamedLines): void {
  const values = ['l.id', 'l.product_id', pieces]
  readNumbers(ledger, { values, table: 'line l', id: 'l.id', where: `${packed} < 0` }, ([line, product, quantity]) => {
    lines.product[line!] = product!
    lines.quantity[line!] = quantity!
  })
}

interface ProductRow extends Product {
  readonly id: number
}

/** One product for each SKU, or name where there is none, by the name on its newest line; charges have the index -1. */
function nameProducts({ db }: Ledger, orders: LinedOrders, lines: NamedLines) {
  const rows = db
    .prepare("SELECT id, coalesce(sku, '') AS sku, coalesce(name, '') AS name FROM product")
    .all() as ProductRow[]
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
