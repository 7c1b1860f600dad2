import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * Square's transactions export: one row a payment, what the buyer paid in `Total Collected`, tip and tax included. A refund is
 * a row of its own below zero under the number of its payment. Most rows name no customer.
 */
export const squareTransactions: Format = {
  name: 'square-transactions',
  platform: 'square',
  kind: 'orders',
  title: bilingual('Square transactions', 'Square 交易记录'),
  must: [['gross sales'], ['total collected']],
  any: ['transaction id', 'payment id', 'event type', 'net sales', 'tip', 'fees', 'net total', 'transaction status'],
  not: ['itemization type'],
  weight: 2,
  tells: 'payments',
  // Beside the item file of the same sales: that one knows no tip and no service charge.
  owns: ['total', 'refund', 'tax', 'discount'],
  fields: {
    orderId: ['transaction id'],
    lineId: ['payment id'],
    placedAt: ['date'],
    time: ['time'],
    status: ['transaction status', 'event type'],
    type: ['event type'],
    channel: ['location'],
    note: ['description'],
    buyerId: ['customer id'],
    buyerName: ['customer name'],
    orderTotal: ['total collected'],
    discount: ['discounts'],
    tax: ['tax'],
    fee: ['fees'],
  },
  levels: { orderTotal: 'line', discount: 'line', tax: 'line', fee: 'line' },
  buyerScope: 'shop',
  country: 'US',
  dateOrder: 'mdy',
  statuses: {
    complete: 'paid',
    completed: 'paid',
    payment: 'paid',
    voided: 'cancelled',
    canceled: 'cancelled',
    failed: 'cancelled',
    refund: 'refunded',
  },
  isRefund: (row) => row.text('type').toLowerCase() === 'refund',
  settle(order) {
    // Fees are below zero, and above where a refund gave them back.
    if (order.feeMinor !== null) order.feeMinor = Math.abs(order.feeMinor)
  },
}
