import type { Format, PackedItem } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { withoutGuestId } from './guest.js'
import { packedPairs } from './packed-pairs.js'
import { wooOrderFields, wooStatuses } from './woocommerce.js'

/** WooCommerce orders by WebToffee's Order Export: one row an order, its items in `line_item_1`, `line_item_2` and so on. */
export const woocommerceWebtoffee: Format = {
  name: 'woocommerce-webtoffee',
  platform: 'woocommerce',
  kind: 'orders',
  title: bilingual('WooCommerce orders (WebToffee Order Export)', 'WooCommerce 订单（WebToffee 插件导出）'),
  must: [['order key'], ['payment method title']],
  any: ['order id', 'order number', 'order date', 'paid date', 'order total', 'order subtotal', 'customer email'],
  weight: 2,
  owns: ['total', 'lines'],
  fields: {
    ...wooOrderFields,
    orderId: ['order number', 'order id'],
    placedAt: ['order date', 'date'],
    paidAt: ['paid date'],
    status: ['status'],
    email: ['customer email', 'billing email'],
    phone: ['billing phone', 'shipping phone'],
    packedItems: ['line item *'],
  },
  levels: { orderTotal: 'order', discount: 'order', shipping: 'order', tax: 'order' },
  extras: ['shipping', 'tax'],
  buyerScope: 'shop',
  statuses: wooStatuses,
  buyer: withoutGuestId,
  unpack: (row) => row.texts('packedItems').map(item),
}

/** `name:Mug|product_id:12|sku:MUG|quantity:2|total:20.00|sub_total:20.00` */
function item(text: string): PackedItem {
  const pairs = packedPairs(text)
  const of = (key: string) => pairs.get(key) ?? ''
  return { sku: of('sku'), name: of('name'), quantity: of('quantity'), amount: of('total') }
}
