import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { cancelUnpaid } from './shopify-orders.js'

/**
 * Squarespace's orders: like Shopify's, one row a line item with the order's amounts on its first row only; told apart by
 * `Order ID` and `Lineitem variant`. Shops add columns of their own (`Product Form: …`).
 */
export const squarespaceOrders: Format = {
  name: 'squarespace-orders',
  platform: 'squarespace',
  kind: 'orders',
  title: bilingual('Squarespace orders', 'Squarespace 订单'),
  must: [['order id'], ['lineitem name'], ['lineitem variant']],
  any: ['email', 'financial status', 'created at', 'total', 'amount refunded', 'channel type', 'lineitem price'],
  weight: 2,
  fields: {
    orderId: ['order id'],
    placedAt: ['created at'],
    paidAt: ['paid at'],
    shippedAt: ['fulfilled at'],
    cancelledAt: ['cancelled at'],
    status: ['financial status'],
    channel: ['channel name', 'channel type'],
    currency: ['currency'],
    note: ['private notes'],
    buyerName: ['billing name'],
    recipientName: ['shipping name'],
    email: ['email'],
    phone: ['billing phone', 'shipping phone'],
    country: ['shipping country', 'billing country'],
    region: ['shipping province', 'billing province'],
    city: ['shipping city', 'billing city'],
    address: ['shipping address1', 'billing address1'],
    postcode: ['shipping zip', 'billing zip'],
    orderTotal: ['total'],
    discount: ['discount amount'],
    shipping: ['shipping'],
    tax: ['taxes'],
    refundAmount: ['amount refunded'],
    unitPrice: ['lineitem price'],
    quantity: ['lineitem quantity'],
    sku: ['lineitem sku'],
    productName: ['lineitem name'],
  },
  buyerScope: 'shop',
  statuses: {
    paid: 'paid',
    pending: 'pending',
    refunded: 'refunded',
    'partially refunded': 'partially_refunded',
    voided: 'cancelled',
  },
  settle: cancelUnpaid,
}
