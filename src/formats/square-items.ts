import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * Square's items export: one row an item, no total of the sale: net sales with their tax. An item given back is a row of its
 * own below zero under the number of its sale. Most rows name no customer.
 */
export const squareItems: Format = {
  name: 'square-items',
  platform: 'square',
  kind: 'orders',
  title: bilingual('Square items', 'Square 商品明细'),
  must: [['itemization type', 'price point name'], ['item']],
  any: ['transaction id', 'payment id', 'event type', 'net sales', 'gross sales', 'modifiers applied', 'qty'],
  not: ['total collected'],
  weight: 2,
  fields: {
    orderId: ['transaction id'],
    placedAt: ['date'],
    time: ['time'],
    status: ['event type'],
    type: ['event type'],
    channel: ['location'],
    note: ['notes'],
    buyerId: ['customer id'],
    buyerName: ['customer name'],
    itemAmount: ['net sales'],
    discount: ['discounts'],
    tax: ['tax'],
    quantity: ['qty'],
    sku: ['sku'],
    productName: ['item'],
    productCategory: ['category'],
  },
  levels: { discount: 'line', tax: 'line' },
  // Discounts are taken off the net sales already.
  extras: ['tax'],
  buyerScope: 'shop',
  country: 'US',
  dateOrder: 'mdy',
  statuses: { payment: 'paid', refund: 'refunded' },
  isRefund: (row) => row.text('type').toLowerCase() === 'refund',
}
