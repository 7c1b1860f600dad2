import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { olist } from './olist-shop.js'

/** Olist's payments: one row a way of paying, several to an order. They bear no day. */
export const olistPayments: Format = {
  ...olist,
  name: 'olist-payments',
  kind: 'orders',
  title: bilingual('Olist payments', 'Olist 付款'),
  must: [['payment value'], ['order id']],
  any: ['payment sequential', 'payment type', 'payment installments'],
  tells: 'payments',
  fields: { orderId: ['order id'], lineId: ['payment sequential'], orderTotal: ['payment value'] },
  levels: { orderTotal: 'line' },
}
