import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * The order lines of the UCI "Online Retail" data sets: no order amount, no status, about a quarter of the lines without a
 * customer. An invoice number that begins with C is a return; it names no invoice, so it lowers its customer on its own day.
 */
export const uciOnlineRetail: Format = {
  name: 'uci-online-retail',
  platform: 'uci',
  kind: 'orders',
  title: bilingual('Online Retail order lines (UCI)', 'Online Retail 订单明细（UCI）'),
  must: [['invoiceno', 'invoice'], ['stockcode']],
  any: ['description', 'quantity', 'invoicedate', 'unitprice', 'price', 'customerid', 'customer id', 'country'],
  weight: 2,
  fields: {
    orderId: ['invoiceno', 'invoice'],
    placedAt: ['invoicedate'],
    buyerId: ['customerid', 'customer id'],
    country: ['country'],
    unitPrice: ['unitprice', 'price'],
    quantity: ['quantity'],
    sku: ['stockcode'],
    productName: ['description'],
  },
  buyerScope: 'shop',
  currency: 'GBP',
  country: 'GB',
  dateOrder: 'mdy',
  settle(order) {
    if (order.number?.startsWith('C') || (order.totalMinor ?? 0) < 0) order.kind = 'return'
  },
}
