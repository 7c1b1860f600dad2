import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { olist } from './olist-shop.js'

/** Olist's order items: one row a piece, its price and its freight; `shipping_limit_date` is the seller's and no order day. */
export const olistOrderItems: Format = {
  ...olist,
  name: 'olist-order-items',
  kind: 'orders',
  title: bilingual('Olist order items', 'Olist 订单明细'),
  must: [['freight value'], ['order id']],
  any: ['order item id', 'product id', 'seller id', 'shipping limit date', 'price'],
  tells: 'items',
  // What was bought, not what was paid for it with interest and vouchers.
  owns: ['total'],
  fields: {
    orderId: ['order id'],
    lineId: ['order item id'],
    itemAmount: ['price'],
    shipping: ['freight value'],
    sku: ['product id'],
  },
  levels: { shipping: 'line' },
  isUnitRow: true,
}
