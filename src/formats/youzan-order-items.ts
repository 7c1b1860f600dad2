import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { youzanRefundStatuses, youzanStatuses } from './youzan-words.js'

/**
 * Youzan's item export: one row an item, the order's amounts and buyer on each of them. It has no payment day and no state of
 * the order, which come from the order export.
 */
export const youzanOrderItems: Format = {
  name: 'youzan-order-items',
  platform: 'youzan',
  kind: 'orders',
  title: bilingual('Youzan order items export', '有赞订单商品导出'),
  must: [['订单号'], ['收货人提货人'], ['商品名称'], ['商品数量']],
  any: ['商品单价', '商品编码', '商品规格', '商品退款状态', '商品已退款金额', '订单商品状态'],
  not: ['全部商品名称'],
  weight: 2,
  owns: ['lines'],
  fields: {
    orderId: ['订单号'],
    placedAt: ['订单创建时间'],
    status: ['订单商品状态'],
    refundStatus: ['商品退款状态'],
    note: ['商家订单备注', '买家备注'],
    buyerName: ['买家姓名'],
    recipientName: ['收货人提货人'],
    phone: ['买家手机号', '收货人手机号提货人手机号'],
    address: ['详细收货地址提货地址'],
    orderTotal: ['订单实付金额'],
    shipping: ['运费'],
    refundAmount: ['商品已退款金额'],
    unitPrice: ['商品单价'],
    quantity: ['商品数量'],
    sku: ['商品编码'],
    productName: ['商品名称'],
    productCategory: ['商品类目'],
  },
  levels: { orderTotal: 'order', shipping: 'order', refundAmount: 'line' },
  buyerScope: 'shop',
  currency: 'CNY',
  country: 'CN',
  dateOrder: 'ymd',
  statuses: youzanStatuses,
  refundStatuses: youzanRefundStatuses,
  hasLineStatus: true,
}
