import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * Wix's orders: one row an item, all columns of the order on each, the total too. A cancelled order is told by its
 * fulfilment alone. Older files write the billing address under the delivery's headers once more.
 */
export const wixOrders: Format = {
  name: 'wix-orders',
  platform: 'wix',
  kind: 'orders',
  title: bilingual('Wix orders', 'Wix 订单'),
  must: [['total order quantity'], ['contact email']],
  any: ['order number', 'date created', 'item', 'variant', 'qty', 'payment status', 'fulfillment status', 'net amount'],
  weight: 2,
  fields: {
    orderId: ['order number'],
    placedAt: ['date created'],
    time: ['time'],
    status: ['payment status'],
    closeReason: ['fulfillment status'],
    currency: ['currency'],
    note: ['note from customer', 'additional checkout info'],
    buyerName: ['billing name'],
    recipientName: ['recipient name'],
    company: ['billing company name', 'recipient company name'],
    email: ['contact email'],
    phone: ['billing phone', 'recipient phone'],
    country: ['delivery country', 'billing country'],
    region: ['delivery state name', 'delivery state', 'billing state name', 'billing state'],
    city: ['delivery city', 'billing city'],
    address: ['delivery address', 'billing address'],
    postcode: ['delivery zip postal code', 'billing zip postal code'],
    orderTotal: ['total'],
    shipping: ['shipping rate'],
    tax: ['total tax'],
    refundAmount: ['refunded amount'],
    unitPrice: ['price'],
    quantity: ['qty'],
    sku: ['sku'],
    productName: ['item'],
  },
  levels: { orderTotal: 'order', shipping: 'order', tax: 'order', refundAmount: 'order' },
  hasTwinHeaders: true,
  buyerScope: 'shop',
  statuses: {
    paid: 'paid',
    unpaid: 'pending',
    pending: 'pending',
    'partially paid': 'pending',
    authorized: 'pending',
    'partially refunded': 'partially_refunded',
    refunded: 'refunded',
    'fully refunded': 'refunded',
    chargeback: 'refunded',
    declined: 'cancelled',
    voided: 'cancelled',
  },
  settle(order, cells) {
    const isCancelled = /^cancell?ed$/i.test(cells.text('closeReason'))
    if (!isCancelled || !['paid', 'pending', 'unknown'].includes(order.status)) return
    order.status = 'cancelled'
    order.isPaid = false
  },
}
