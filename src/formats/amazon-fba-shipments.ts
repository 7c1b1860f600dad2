import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { amazonAddress, amazonAmounts, amazonBuyer, amazonExtras, skipOtherChannels } from './amazon.js'

/**
 * Amazon's shipments of what it ships for the seller (FBA): one row a shipped item, the same order item once a shipment. It
 * tells of sales that All Orders tells too, and adds the buyer to them.
 */
export const amazonFbaShipments: Format = {
  name: 'amazon-fba-shipments',
  platform: 'amazon',
  kind: 'orders',
  title: bilingual('Amazon FBA shipments', '亚马逊 FBA 发货报告'),
  must: [['amazon order id'], ['shipment item id']],
  any: ['shipment id', 'amazon order item id', 'shipment date', 'buyer email', 'quantity shipped', 'tracking number'],
  weight: 2,
  tells: 'shipments',
  fields: {
    ...amazonAmounts.fields,
    ...amazonAddress,
    ...amazonBuyer,
    orderId: ['amazon order id'],
    lineId: ['shipment item id'],
    placedAt: ['purchase date'],
    paidAt: ['payments date'],
    shippedAt: ['shipment date'],
    updatedAt: ['reporting date'],
    channel: ['sales channel'],
    quantity: ['quantity shipped'],
    sku: ['sku'],
    productName: ['product name'],
  },
  levels: amazonAmounts.levels,
  sums: amazonAmounts.sums,
  extras: amazonExtras,
  buyerScope: 'platform',
  skip: skipOtherChannels,
}
