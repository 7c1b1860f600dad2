import type { Format, OrderCells } from '../core/import/format.js'
import { statusKey } from '../core/import/words/status-words.js'
import { bilingual } from '../core/values/lang.js'
import { etsyAddress, etsyBuyer } from './etsy.js'

/**
 * Etsy's orders (EtsySoldOrders): one row an order, without items. `Order Total` holds sales tax that Etsy collects and is
 * never taken; `Adjusted …` columns are 0 where nothing was given back. `Adjusted Order Total` holds that tax too, so that it
 * says that something was given back and not how much.
 */
export const etsyOrders: Format = {
  name: 'etsy-orders',
  platform: 'etsy',
  kind: 'orders',
  title: bilingual('Etsy sold orders', 'Etsy 订单（Sold Orders）'),
  must: [['sale date'], ['buyer user id'], ['order value']],
  any: ['order id', 'full name', 'number of items', 'order total', 'order net', 'adjusted net order amount'],
  not: ['listing id'],
  weight: 2,
  owns: ['total', 'status', 'discount', 'shipping', 'tax', 'refund', 'fee'],
  fields: {
    ...etsyAddress,
    orderId: ['order id'],
    placedAt: ['sale date'],
    shippedAt: ['date shipped'],
    status: ['status'],
    channel: ['order type'],
    currency: ['currency'],
    buyerId: ['buyer user id'],
    account: ['buyer'],
    buyerName: ['full name'],
    firstName: ['first name'],
    lastName: ['last name'],
    goodsTotal: ['order value'],
    discount: ['discount amount'],
    shipping: ['shipping'],
    tax: ['sales tax'],
    fee: ['card processing fees'],
    netTotal: ['order net'],
    adjustedNet: ['adjusted net order amount'],
    adjustedTotal: ['adjusted order total'],
  },
  extras: ['shipping', 'discount'],
  buyerScope: 'platform',
  dateOrder: 'mdy',
  statuses: {
    paid: 'paid',
    completed: 'paid',
    canceled: 'cancelled',
    cancelled: 'cancelled',
    refunded: 'refunded',
    'fully refunded': 'refunded',
    'partially refunded': 'partially_refunded',
  },
  buyer: etsyBuyer,
  total({ minor }) {
    const goods = minor('goodsTotal')
    return goods === null ? null : goods - Math.abs(minor('discount') ?? 0) + (minor('shipping') ?? 0)
  },
  refund,
  settle(order, cells) {
    if (order.status === 'paid' && order.refundMinor === null && wasAdjusted(cells)) order.status = 'partially_refunded'
  },
}

/** Something was given back, and a column that says how much was cut out of the file. */
function wasAdjusted({ minor }: OrderCells): boolean {
  const adjusted = minor('adjustedNet')
  return adjusted === null ? (minor('adjustedTotal') ?? 0) > 0 : adjusted > 0 && minor('netTotal') === null
}

/** What fell away between the net and the adjusted net; an order given back whole leaves only fees there. */
function refund({ minor, text }: OrderCells): number | null {
  const [net, adjusted] = [minor('netTotal'), minor('adjustedNet')]
  if (net === null || adjusted === null || adjusted <= 0 || adjusted >= net) return null
  return /^(?:fully )?refunded$/.test(statusKey(text('status'))) ? null : net - adjusted
}
