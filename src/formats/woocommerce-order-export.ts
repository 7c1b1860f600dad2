import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { withoutGuestId } from './guest.js'
import { wooStatuses } from './woocommerce.js'

/**
 * WooCommerce orders by Advanced Order Export: one row an item, columns as the seller chose them, told by their
 * `(Billing)`. Order columns stand on each row or on the first only, as a setting has it; both come to the same.
 */
export const woocommerceOrderExport: Format = {
  name: 'woocommerce-order-export',
  platform: 'woocommerce',
  kind: 'orders',
  title: bilingual('WooCommerce orders (Advanced Order Export)', 'WooCommerce 订单（Advanced Order Export 插件）'),
  must: [
    ['order number'],
    [
      'first name (billing)',
      'last name (billing)',
      'full name (billing)',
      'email (billing)',
      'phone (billing)',
      'company (billing)',
      'city (billing)',
      'postcode (billing)',
      'country code (billing)',
    ],
  ],
  any: ['order status', 'order date', 'item #', 'item cost', 'order total amount', 'cart discount amount'],
  weight: 2,
  owns: ['total', 'lines'],
  fields: {
    orderId: ['order number'],
    placedAt: ['order date'],
    paidAt: ['paid date'],
    status: ['order status'],
    currency: ['currency', 'order currency'],
    note: ['customer note'],
    buyerId: ['customer user id'],
    buyerName: ['full name (billing)'],
    firstName: ['first name (billing)', 'first name (shipping)'],
    lastName: ['last name (billing)', 'last name (shipping)'],
    company: ['company (billing)', 'company (shipping)'],
    email: ['email (billing)'],
    phone: ['phone (billing)', 'phone (shipping)'],
    country: ['country code (shipping)', 'country code (billing)'],
    region: ['state code (shipping)', 'state code (billing)'],
    city: ['city (shipping)', 'city (billing)'],
    address: ['address 1&2 (shipping)', 'address 1&2 (billing)'],
    postcode: ['postcode (shipping)', 'postcode (billing)'],
    orderTotal: ['order total amount'],
    netTotal: ['order total amount ( refund)'],
    discount: ['cart discount amount'],
    shipping: ['order shipping amount'],
    tax: ['order total tax amount'],
    refundAmount: ['order refund amount'],
    itemAmount: ['order line (w o tax)', 'item total'],
    unitPrice: ['item cost'],
    quantity: ['quantity', 'quantity ( refund)'],
    sku: ['sku'],
    productName: ['item name', 'name'],
  },
  levels: {
    orderTotal: 'order',
    netTotal: 'order',
    discount: 'order',
    shipping: 'order',
    tax: 'order',
    refundAmount: 'order',
  },
  // What a line comes to has its share of the discount taken off already.
  extras: ['shipping', 'tax'],
  buyerScope: 'shop',
  statuses: wooStatuses,
  buyer: withoutGuestId,
  total({ minor }) {
    const net = minor('netTotal')
    return minor('orderTotal') ?? (net === null ? null : net + Math.abs(minor('refundAmount') ?? 0))
  },
}
