import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/** Magento's grid of orders: one row an order, addresses in one cell, no items; amounts as the buyer paid them. */
export const magentoOrders: Format = {
  name: 'magento-orders',
  platform: 'magento',
  kind: 'orders',
  title: bilingual('Magento / Adobe Commerce orders', 'Magento / Adobe Commerce 订单'),
  must: [['purchase point'], ['grand total (purchased)']],
  any: ['id', 'purchase date', 'bill to name', 'ship to name', 'status', 'customer email', 'total refunded'],
  weight: 2,
  fields: {
    orderId: ['id'],
    placedAt: ['purchase date'],
    status: ['status'],
    channel: ['purchase point'],
    buyerName: ['customer name', 'bill to name'],
    recipientName: ['ship to name'],
    email: ['customer email'],
    address: ['shipping address', 'billing address'],
    orderTotal: ['grand total (purchased)'],
    shipping: ['shipping and handling'],
    refundAmount: ['total refunded'],
  },
  buyerScope: 'shop',
  statuses: {
    pending: 'pending',
    'pending payment': 'pending',
    'payment review': 'pending',
    holded: 'pending',
    'on hold': 'pending',
    processing: 'paid',
    complete: 'paid',
    canceled: 'cancelled',
    fraud: 'cancelled',
    closed: 'refunded',
  },
}
