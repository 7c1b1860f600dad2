import type { Format, PackedItem } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { wooStatuses } from './woocommerce.js'

/**
 * The orders report of WooCommerce Analytics: one row an order, no e-mail, and of its amounts net sales only, without
 * shipping; where a fuller export tells the same order, that one is believed. Items as `2× Mug, 1× Tea`.
 */
export const woocommerceAnalytics: Format = {
  name: 'woocommerce-analytics',
  platform: 'woocommerce',
  kind: 'orders',
  title: bilingual('WooCommerce Analytics orders', 'WooCommerce 分析：订单'),
  must: [['order #'], ['customer type']],
  any: ['date', 'status', 'customer', 'product(s)', 'items sold', 'coupon(s)', 'net sales', 'attribution'],
  weight: 2,
  fields: {
    orderId: ['order #'],
    placedAt: ['date'],
    status: ['status'],
    channel: ['attribution'],
    buyerName: ['customer'],
    orderTotal: ['net sales', 'n revenue', 'n revenue (formatted)'],
    packedItems: ['product(s)'],
  },
  buyerScope: 'shop',
  statuses: wooStatuses,
  unpack: (row) =>
    row
      .text('packedItems')
      .split(/,\s*(?=\d+\s*×)/)
      .flatMap(item),
}

function item(text: string): PackedItem[] {
  const [, quantity = '', name = text] = /^\s*(\d+)\s*×\s*(.*)$/s.exec(text) ?? []
  return name.trim() === '' ? [] : [{ sku: '', name: name.trim(), quantity, amount: '' }]
}
