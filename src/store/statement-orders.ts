import { isGoods } from '../core/goods.js'
import { isPaidFor, type OrderFacts, orderFigures } from '../core/order-figures.js'
import type { OrderedGoods, StatementOrder } from '../core/statement.js'
import { customerIds, shownNumber } from './customer-file.js'
import { type Ledger, read } from './ledger.js'
import { isInFigures } from './order-figures.js'
import { countRules } from './settings.js'

type OrderRow = Pick<StatementOrder, 'id' | 'order' | 'on' | 'kind' | 'status' | 'currency'> &
  OrderFacts & { readonly firstLine: number | null; readonly lineCount: number }

/** The orders and returns of a customer, oldest first, with what they were of; amounts in their own currency. */
export function loadStatementOrders(ledger: Ledger, publicId: string): StatementOrder[] {
  return read(ledger, () => {
    const counts = countRules(ledger)
    return orderRows(ledger, customerIds(ledger, publicId)[0] ?? -1).map((row): StatementOrder => {
      const { id, order, on, kind, status, currency, totalMinor } = row
      const { netMinor } = orderFigures(row, counts)
      const isReturn = kind === 'return'
      return {
        ...{ id, order, on, kind, status, currency, netMinor, goods: goodsOf(ledger, row) },
        totalMinor: isReturn ? 0 : (totalMinor ?? 0),
        refundMinor: isReturn ? 0 - netMinor : isPaidFor(row, counts) ? (row.refundMinor ?? 0) : 0,
      }
    })
  })
}

function orderRows({ db }: Ledger, customer: number): OrderRow[] {
  return db
    .prepare(`SELECT o.order_id AS id, ${shownNumber} AS "order", o.placed_on AS "on", o.kind, o.is_paid AS isPaid, o.status, o.currency, o.total_minor AS totalMinor,
        o.refund_minor AS refundMinor, o.fee_minor AS feeMinor, o.cost_minor AS costMinor, o.first_line AS firstLine, o.line_count AS lineCount
      FROM party p JOIN sales_order o ON o.party_id = p.id JOIN order_key k ON k.id = o.order_id
      WHERE p.customer_id = ? AND ${isInFigures} ORDER BY o.placed_on, k.number`)
    .all(customer) as OrderRow[]
}

/** The lines of an order by what is written on them; postage and other charges are no goods. */
function goodsOf({ db }: Ledger, { firstLine, lineCount }: OrderRow): OrderedGoods[] {
  if (firstLine === null || lineCount === 0) return []
  const lines = db
    .prepare(`SELECT coalesce(nullif(p.name, ''), p.sku) AS product, p.name, l.quantity FROM line l
      JOIN product p ON p.id = l.product_id WHERE l.id >= ? AND l.id < ? ORDER BY l.id`)
    .all(firstLine, firstLine + lineCount) as (OrderedGoods & { readonly name: string })[]
  return lines.filter(({ name }) => isGoods(name)).map(({ product, quantity }) => ({ product, quantity }))
}
