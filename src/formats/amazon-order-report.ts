import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { amazonAddress, amazonAmounts, amazonBuyer, amazonExtras, skipOtherChannels } from './amazon.js'

/** Amazon's order report of what the seller ships (FBM): one row an item, with the buyer; only paid orders are in it. */
export const amazonOrderReport: Format = {
  name: 'amazon-order-report',
  platform: 'amazon',
  kind: 'orders',
  title: bilingual('Amazon order report (seller-fulfilled)', '亚马逊订单报告（自发货）'),
  must: [['order id'], ['order item id'], ['buyer name', 'item price']],
  any: ['purchase date', 'payments date', 'buyer email', 'sku', 'quantity purchased', 'recipient name', 'ship country'],
  not: ['quantity to ship', 'days past promise', 'shipment item id'],
  weight: 2,
  fields: {
    ...amazonAmounts.fields,
    ...amazonAddress,
    ...amazonBuyer,
    orderId: ['order id'],
    lineId: ['order item id'],
    placedAt: ['purchase date'],
    paidAt: ['payments date'],
    channel: ['sales channel'],
    note: ['delivery instructions'],
    quantity: ['quantity purchased'],
    sku: ['sku'],
    productName: ['product name'],
  },
  levels: amazonAmounts.levels,
  sums: amazonAmounts.sums,
  extras: amazonExtras,
  buyerScope: 'platform',
  skip: skipOtherChannels,
}
