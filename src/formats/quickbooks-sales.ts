import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

const sales = /^(invoice|sales receipt)$/i
const refunds = /^(credit memo|refund receipt|refund)$/i

/**
 * QuickBooks' Sales by Customer Detail: titles above the header, each customer a heading row of one cell over its lines, a total
 * below them. Credit memos are below zero and name no invoice; payments, deposits and journals sell nothing.
 */
export const quickbooksSales: Format = {
  name: 'quickbooks-sales',
  platform: 'quickbooks',
  kind: 'orders',
  title: bilingual('QuickBooks sales by customer', 'QuickBooks 客户销售明细'),
  must: [['transaction type'], ['num', 'no'], ['product service', 'product service full name', 'amount']],
  any: ['memo description', 'sales price', 'balance', 'qty', 'transaction date', 'customer full name', 'date'],
  weight: 2,
  tells: 'invoices',
  headingField: 'buyerName',
  fields: {
    orderId: ['num', 'no'],
    placedAt: ['date', 'transaction date'],
    type: ['transaction type'],
    note: ['memo description', 'memo'],
    buyerName: ['customer full name', 'customer', 'name'],
    email: ['email', 'customer email'],
    currency: ['currency'],
    itemAmount: ['amount'],
    unitPrice: ['sales price'],
    quantity: ['qty', 'quantity'],
    sku: ['sku'],
    productName: ['product service', 'product service full name', 'memo description'],
  },
  buyerScope: 'shop',
  dateOrder: 'mdy',
  skip(row) {
    const type = row.text('type')
    return sales.test(type) || refunds.test(type) ? null : 'not-a-sale'
  },
  isRefund: (row) => refunds.test(row.text('type')),
  settle(order) {
    if (order.kind === 'refund' || (order.totalMinor ?? 0) < 0) order.kind = 'return'
  },
}
