import type { Format, OrderCells } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * TikTok Shop's order export: a row of explanations under the header, one row an SKU, the order's amounts on each of them.
 * Taxes are collected and remitted by the platform, in `Order Amount` and in refunds, and are no revenue.
 */
export const tiktokShopOrders: Format = {
  name: 'tiktok-shop-orders',
  platform: 'tiktok',
  kind: 'orders',
  title: bilingual('TikTok Shop orders export', 'TikTok Shop 订单导出'),
  must: [['order id'], ['seller sku'], ['sku unit original price']],
  any: [
    'order amount',
    'order refund amount',
    'sku subtotal after discount',
    'buyer username',
    'created time',
    'rts time',
  ],
  weight: 2,
  fields: {
    orderId: ['order id'],
    placedAt: ['created time', 'paid time'],
    paidAt: ['paid time'],
    shippedAt: ['shipped time'],
    deliveredAt: ['delivered time'],
    cancelledAt: ['cancelled time'],
    status: ['order status'],
    type: ['cancelation return type'],
    closeReason: ['cancel reason'],
    channel: ['creator handle', 'order channel'],
    note: ['seller note', 'buyer message'],
    buyerId: ['buyer username'],
    recipientName: ['recipient'],
    phone: ['phone #'],
    country: ['country'],
    region: ['state', 'province'],
    city: ['city', 'regency and city'],
    address: ['address line 1', 'detail address'],
    postcode: ['zipcode'],
    orderTotal: ['order amount'],
    collectedTax: ['taxes', 'retail delivery fee'],
    shipping: ['shipping fee after discount'],
    refundAmount: ['order refund amount'],
    itemAmount: ['sku subtotal after discount'],
    unitPrice: ['sku unit original price'],
    quantity: ['quantity'],
    sku: ['seller sku', 'sku id'],
    productName: ['product name'],
    productCategory: ['product category'],
  },
  levels: { orderTotal: 'order', collectedTax: 'order', shipping: 'order', refundAmount: 'order' },
  sums: ['collectedTax'],
  buyerScope: 'platform',
  regions: {
    'retail delivery fee': { currency: 'USD', country: 'US', dateOrder: 'mdy' },
    'regency and city': { currency: 'IDR', country: 'ID', dateOrder: 'dmy' },
  },
  statuses: {
    unpaid: 'pending',
    'belum dibayar': 'pending',
    'to ship': 'paid',
    'awaiting shipment': 'paid',
    'awaiting collection': 'paid',
    shipped: 'paid',
    'in transit': 'paid',
    delivered: 'paid',
    completed: 'paid',
    'perlu dikirim': 'paid',
    dikirim: 'paid',
    selesai: 'paid',
    cancelled: 'cancelled',
    canceled: 'cancelled',
    dibatalkan: 'cancelled',
  },
  total: (cells) => untaxed(cells, cells.minor('orderTotal')),
  refund: (cells) => untaxed(cells, cells.minor('refundAmount')),
}

/** An amount without its share of the order's taxes: all of them in all of the order, half of them in half of it. */
function untaxed(cells: OrderCells, amount: number | null): number | null {
  const [total, tax] = [cells.minor('orderTotal'), cells.minor('collectedTax')]
  if (amount === null || total === null || total <= 0 || tax === null) return amount
  return Math.round((amount * (total - tax)) / total)
}
