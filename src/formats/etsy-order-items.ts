import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { etsyAddress, etsyBuyer } from './etsy.js'

/**
 * Etsy's order items (EtsySoldOrderItems): one row an item; the order's shipping stands on each, its discount is split over
 * them. Beside the orders file it gives the lines, without it the orders.
 */
export const etsyOrderItems: Format = {
  name: 'etsy-order-items',
  platform: 'etsy',
  kind: 'orders',
  title: bilingual('Etsy sold order items', 'Etsy 订单商品（Sold Order Items）'),
  must: [['sale date'], ['listing id'], ['item name']],
  any: [
    'buyer',
    'quantity',
    'price',
    'item total',
    'transaction id',
    'order id',
    'order shipping',
    'vat paid by buyer',
  ],
  weight: 2,
  owns: ['lines'],
  fields: {
    ...etsyAddress,
    orderId: ['order id'],
    lineId: ['transaction id'],
    placedAt: ['sale date'],
    paidAt: ['date paid'],
    shippedAt: ['date shipped'],
    channel: ['order type'],
    currency: ['currency'],
    account: ['buyer'],
    recipientName: ['ship name'],
    discount: ['discount amount'],
    shipping: ['order shipping'],
    tax: ['order sales tax'],
    collectedTax: ['vat paid by buyer'],
    itemAmount: ['item total'],
    unitPrice: ['price'],
    quantity: ['quantity'],
    sku: ['sku'],
    productName: ['item name'],
  },
  levels: { discount: 'line', shipping: 'order', tax: 'order', collectedTax: 'order' },
  // `Order Sales Tax` is beside the order, not part of it.
  extras: ['shipping', 'discount'],
  buyerScope: 'platform',
  dateOrder: 'mdy',
  buyer: etsyBuyer,
}
