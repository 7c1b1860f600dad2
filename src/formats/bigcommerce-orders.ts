import type { Format, PackedItem } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { withoutGuestId } from './guest.js'

/** BigCommerce's orders: one row an order, its items packed into `Product Details`; dates as the shop has set them. */
export const bigcommerceOrders: Format = {
  name: 'bigcommerce-orders',
  platform: 'bigcommerce',
  kind: 'orders',
  title: bilingual('BigCommerce orders', 'BigCommerce 订单'),
  must: [['order total (inc tax)'], ['product details']],
  any: [
    'order id',
    'customer id',
    'customer name',
    'order date',
    'order status',
    'order currency code',
    'date shipped',
  ],
  weight: 2,
  fields: {
    orderId: ['order id'],
    placedAt: ['order date'],
    shippedAt: ['date shipped'],
    status: ['order status'],
    currency: ['order currency code'],
    note: ['customer message', 'order notes'],
    buyerId: ['customer id'],
    buyerName: ['customer name'],
    firstName: ['billing first name', 'shipping first name'],
    lastName: ['billing last name', 'shipping last name'],
    company: ['billing company', 'shipping company'],
    email: ['customer email', 'billing email'],
    phone: ['customer phone', 'billing phone', 'shipping phone'],
    country: ['shipping country', 'billing country'],
    region: ['shipping state', 'billing state'],
    city: ['shipping suburb', 'billing suburb'],
    address: ['shipping street 1', 'billing street 1'],
    postcode: ['shipping zip', 'billing zip'],
    orderTotal: ['order total (inc tax)'],
    shipping: ['shipping cost (inc tax)'],
    tax: ['tax total'],
    refundAmount: ['refund amount'],
    packedItems: ['product details'],
  },
  buyerScope: 'shop',
  statuses: {
    pending: 'pending',
    'awaiting payment': 'pending',
    incomplete: 'pending',
    'manual verification required': 'pending',
    'awaiting fulfillment': 'paid',
    'awaiting shipment': 'paid',
    'awaiting pickup': 'paid',
    'partially shipped': 'paid',
    shipped: 'paid',
    completed: 'paid',
    disputed: 'paid',
    cancelled: 'cancelled',
    declined: 'cancelled',
    refunded: 'refunded',
    'partially refunded': 'partially_refunded',
  },
  buyer: withoutGuestId,
  unpack: (row) =>
    row
      .text('packedItems')
      .split(/\|(?=\s*Product ID:)/)
      .flatMap(item),
}

/** `Product ID: 7, Product Qty: 2, Product SKU: X, Product Name: Y, Z, …, Product Total Price: 9.00`; a name may hold commas. */
function item(text: string): PackedItem[] {
  const pairs = new Map(
    text.split(/,\s*(?=Product [A-Z])/).map((pair): [string, string] => {
      const at = pair.indexOf(':')
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    }),
  )
  const of = (key: string) => pairs.get(`Product ${key}`) ?? ''
  const found = { sku: of('SKU'), name: of('Name'), quantity: of('Qty'), amount: of('Total Price') }
  return found.sku === '' && found.name === '' ? [] : [found]
}
