import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * Stripe's payments export: one row a charge. `Amount` is in the currency the buyer paid; the converted columns and the fee
 * are in that of the payout, so they are never added to it.
 */
export const stripePayments: Format = {
  name: 'stripe-payments',
  platform: 'stripe',
  kind: 'orders',
  title: bilingual('Stripe payments', 'Stripe 收款记录'),
  must: [['amount refunded'], ['created date (utc)', 'created (utc)']],
  any: ['id', 'amount', 'captured', 'converted amount', 'statement descriptor', 'customer email', 'card brand'],
  weight: 2,
  tells: 'payments',
  fields: {
    orderId: ['id'],
    placedAt: ['created date (utc)', 'created (utc)'],
    updatedAt: ['refunded date (utc)'],
    status: ['status'],
    effect: ['captured'],
    currency: ['currency'],
    feeCurrency: ['converted currency'],
    note: ['description'],
    buyerId: ['customer id'],
    buyerName: ['card name', 'shipping name'],
    email: ['customer email'],
    phone: ['customer phone'],
    consent: ['checkout promotional consent'],
    country: ['shipping address country', 'card address country'],
    region: ['shipping address state', 'card address state'],
    city: ['shipping address city', 'card address city'],
    address: ['shipping address line1', 'card address line1'],
    postcode: ['shipping address postal code', 'card address zip'],
    orderTotal: ['amount'],
    refundAmount: ['amount refunded'],
    tax: ['tax'],
    fee: ['fee'],
  },
  buyerScope: 'shop',
  dateOrder: 'ymd',
  statuses: {
    paid: 'paid',
    succeeded: 'paid',
    disputed: 'paid',
    failed: 'cancelled',
    canceled: 'cancelled',
    'requires payment method': 'pending',
    'requires action': 'pending',
    'requires confirmation': 'pending',
    'requires capture': 'pending',
    pending: 'pending',
    uncaptured: 'pending',
    refunded: 'refunded',
    'dispute lost': 'refunded',
    'partially refunded': 'partially_refunded',
  },
  settle(order, cells) {
    // Money held on the card and not yet taken.
    if (order.status !== 'paid' || cells.text('effect').toLowerCase() !== 'false') return
    order.status = 'pending'
    order.isPaid = false
  },
}
