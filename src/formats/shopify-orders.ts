import type { Format, OrderCells } from '../core/import/format.js'
import type { OrderRecord } from '../core/import/record.js'
import { bilingual } from '../core/values/lang.js'

/**
 * Shopify's orders export: one row a line item, the order's amounts and states on its first row only. `Total` is never
 * recomputed and not reduced by refunds; the numeric `Id` is no key, Excel destroys it. Shops cut columns away, the
 * line items too, so the fingerprint needs three only.
 */
export const shopifyOrders: Format = {
  name: 'shopify-orders',
  platform: 'shopify',
  kind: 'orders',
  title: bilingual('Shopify orders export', 'Shopify 订单导出'),
  must: [['name'], ['financial status'], ['lineitem name', 'created at']],
  any: [
    'lineitem price',
    'lineitem sku',
    'created at',
    'paid at',
    'fulfillment status',
    'total',
    'subtotal',
    'billing name',
    'shipping name',
  ],
  not: ['lineitem variant'],
  weight: 2,
  fields: {
    orderId: ['name'],
    placedAt: ['created at'],
    paidAt: ['paid at'],
    shippedAt: ['fulfilled at'],
    cancelledAt: ['cancelled at'],
    status: ['financial status'],
    channel: ['source'],
    currency: ['currency'],
    note: ['notes', 'note attributes'],
    buyerName: ['billing name'],
    recipientName: ['shipping name'],
    company: ['billing company', 'shipping company'],
    email: ['email'],
    phone: ['phone', 'billing phone', 'shipping phone'],
    consent: ['accepts marketing', 'buyer accepts marketing'],
    country: ['shipping country', 'billing country'],
    region: ['shipping province name', 'shipping province', 'billing province name', 'billing province'],
    city: ['shipping city', 'billing city'],
    address: ['shipping address1', 'shipping street', 'billing address1', 'billing street'],
    postcode: ['shipping zip', 'billing zip'],
    orderTotal: ['total'],
    discount: ['discount amount'],
    shipping: ['shipping'],
    tax: ['taxes'],
    refundAmount: ['refunded amount'],
    unitPrice: ['lineitem price'],
    quantity: ['lineitem quantity'],
    lineDiscount: ['lineitem discount'],
    sku: ['lineitem sku'],
    productName: ['lineitem name'],
  },
  buyerScope: 'shop',
  country: 'US',
  statuses: {
    paid: 'paid',
    'partially paid': 'pending',
    pending: 'pending',
    authorized: 'pending',
    unpaid: 'pending',
    expired: 'cancelled',
    voided: 'cancelled',
    refunded: 'refunded',
    'partially refunded': 'partially_refunded',
  },
  settle: cancelUnpaid,
}

/** An order nobody paid for is a cancelled one once it has a cancelling date. */
export function cancelUnpaid(order: OrderRecord, cells: OrderCells): void {
  if (order.status !== 'pending' || cells.text('cancelledAt') === '') return
  order.status = 'cancelled'
  order.isPaid = false
}
