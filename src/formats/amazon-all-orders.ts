import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { amazonAddress, amazonAmounts, amazonExtras, skipOtherChannels } from './amazon.js'

/**
 * Amazon's All Orders report: one row an item, no order total and nobody's name. Beside the order report or the FBA shipments
 * it gives status, amounts and lines, those give the buyer.
 */
export const amazonAllOrders: Format = {
  name: 'amazon-all-orders',
  platform: 'amazon',
  kind: 'orders',
  title: bilingual('Amazon All Orders report', '亚马逊所有订单报告'),
  must: [['amazon order id'], ['order status']],
  any: [
    'merchant order id',
    'purchase date',
    'last updated date',
    'asin',
    'item status',
    'item price',
    'sales channel',
  ],
  not: ['shipment item id'],
  weight: 2,
  owns: ['status', 'total', 'discount', 'shipping', 'lines'],
  fields: {
    ...amazonAmounts.fields,
    ...amazonAddress,
    orderId: ['amazon order id'],
    placedAt: ['purchase date'],
    updatedAt: ['last updated date'],
    status: ['order status'],
    refundStatus: ['item status'],
    channel: ['sales channel'],
    quantity: ['quantity'],
    sku: ['sku'],
    productName: ['product name'],
  },
  levels: amazonAmounts.levels,
  sums: amazonAmounts.sums,
  extras: amazonExtras,
  buyerScope: 'platform',
  hasLineStatus: true,
  statuses: {
    shipped: 'paid',
    'shipped delivered to buyer': 'paid',
    'shipped picked up': 'paid',
    'shipped out for delivery': 'paid',
    shipping: 'paid',
    complete: 'paid',
    unshipped: 'paid',
    partiallyshipped: 'paid',
    pending: 'pending',
    'pending waiting for pick up': 'pending',
    pendingavailability: 'pending',
    cancelled: 'cancelled',
    canceled: 'cancelled',
    unfulfillable: 'cancelled',
    'shipped returned to seller': 'refunded',
    'shipped returning to seller': 'refunded',
    'shipped rejected by buyer': 'refunded',
    'shipped lost in transit': 'refunded',
    'shipped damaged': 'refunded',
  },
  // The state of the row itself speaks only of what was cancelled in an order that goes on.
  refundStatuses: { cancelled: 'cancelled', canceled: 'cancelled' },
  skip: skipOtherChannels,
}
