import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { amazonAddress, amazonBuyer } from './amazon.js'

/** Amazon's report of orders not yet shipped: one row an item, with the buyer and without amounts. */
export const amazonUnshipped: Format = {
  name: 'amazon-unshipped',
  platform: 'amazon',
  kind: 'orders',
  title: bilingual('Amazon unshipped orders report', '亚马逊未发货订单报告'),
  must: [['order id'], ['order item id'], ['quantity to ship', 'days past promise']],
  any: ['purchase date', 'payments date', 'reporting date', 'promise date', 'buyer name', 'sku', 'quantity purchased'],
  weight: 2,
  fields: {
    ...amazonAddress,
    ...amazonBuyer,
    orderId: ['order id'],
    lineId: ['order item id'],
    placedAt: ['purchase date'],
    paidAt: ['payments date'],
    updatedAt: ['reporting date'],
    quantity: ['quantity purchased'],
    sku: ['sku'],
    productName: ['product name'],
  },
  buyerScope: 'platform',
  hasAmountsElsewhere: true,
}
