import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { lazadaStatuses } from './lazada-words.js'

/** Zalora's order export: one row a piece with its own state, and no buyer; the tax is in the price. */
export const zaloraOrders: Format = {
  name: 'zalora-orders',
  platform: 'zalora',
  kind: 'orders',
  title: bilingual('Zalora orders export', 'Zalora 订单导出'),
  must: [['order item id'], ['zalora sku', 'zalora id']],
  any: ['order number', 'seller sku', 'paid price', 'unit price', 'wallet credits', 'item name', 'created at'],
  weight: 2,
  fields: {
    orderId: ['order number'],
    lineId: ['order item id'],
    placedAt: ['created at'],
    updatedAt: ['updated at'],
    status: ['status'],
    closeReason: ['reason'],
    shipping: ['shipping fee'],
    tax: ['tax amount'],
    itemAmount: ['paid price', 'unit price'],
    sku: ['seller sku', 'zalora sku'],
    productName: ['item name'],
  },
  levels: { shipping: 'line', tax: 'line' },
  extras: ['shipping'],
  buyerScope: 'platform',
  statuses: lazadaStatuses,
  hasLineStatus: true,
  isUnitRow: true,
}
