import type { Format, PackedItem } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { withoutGuestId } from './guest.js'
import { packedPairs } from './packed-pairs.js'
import { wooOrderFields, wooStatuses } from './woocommerce.js'

/**
 * WooCommerce orders by SkyVerge's Customer/Order CSV Export: one row an order with all its items in `line_items`, or one row
 * an item with the order's columns on each.
 */
export const woocommerceSkyverge: Format = {
  name: 'woocommerce-skyverge',
  platform: 'woocommerce',
  kind: 'orders',
  title: bilingual('WooCommerce orders (SkyVerge Order CSV Export)', 'WooCommerce 订单（SkyVerge 插件导出）'),
  must: [['order number formatted'], ['line items', 'item name', 'item sku']],
  any: ['order number', 'date', 'status', 'order total', 'refunded total', 'customer id', 'billing email', 'refunds'],
  weight: 2,
  owns: ['total', 'lines'],
  fields: {
    ...wooOrderFields,
    orderId: ['order number', 'order number formatted'],
    placedAt: ['date', 'order date'],
    paidAt: ['paid date', 'date paid'],
    status: ['status'],
    email: ['billing email'],
    phone: ['billing phone', 'shipping phone'],
    refundAmount: ['refunded total'],
    packedItems: ['line items'],
    sku: ['item sku'],
    productName: ['item name'],
    quantity: ['item quantity'],
    itemAmount: ['item total'],
  },
  levels: { orderTotal: 'order', discount: 'order', shipping: 'order', tax: 'order', refundAmount: 'order' },
  // What an item comes to has its share of the discount taken off already.
  extras: ['shipping', 'tax'],
  buyerScope: 'shop',
  statuses: wooStatuses,
  buyer: withoutGuestId,
  unpack(row) {
    const packed = row.text('packedItems')
    return packed === '' ? null : packed.split(/;(?=(?:id|name):)/).map(item)
  },
}

/** `id:7|name:Mug|product_id:12|sku:MUG|quantity:1|subtotal:12.00|total:12.00|refunded:0.00` */
function item(text: string): PackedItem {
  const pairs = packedPairs(text)
  const of = (key: string) => pairs.get(key) ?? ''
  return { sku: of('sku'), name: of('name'), quantity: of('quantity'), amount: of('total') }
}
