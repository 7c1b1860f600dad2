import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { olist } from './olist-shop.js'

/** Olist's orders: who, when and what became of it. The customer is one of this order only, and amounts stand in other files. */
export const olistOrders: Format = {
  ...olist,
  name: 'olist-orders',
  kind: 'orders',
  title: bilingual('Olist orders', 'Olist 订单'),
  must: [['order purchase timestamp'], ['order id']],
  any: ['customer id', 'order status', 'order approved at', 'order delivered customer date'],
  hasAmountsElsewhere: true,
  fields: {
    orderId: ['order id'],
    placedAt: ['order purchase timestamp'],
    paidAt: ['order approved at'],
    shippedAt: ['order delivered carrier date'],
    deliveredAt: ['order delivered customer date'],
    status: ['order status'],
    accountId: ['customer id'],
  },
  dateOrder: 'mdy',
  statuses: {
    delivered: 'paid',
    shipped: 'paid',
    invoiced: 'paid',
    processing: 'paid',
    approved: 'paid',
    created: 'pending',
    unavailable: 'cancelled',
    canceled: 'cancelled',
  },
}
