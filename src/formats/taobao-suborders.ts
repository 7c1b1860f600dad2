import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { taobaoRefundStatuses, taobaoStatuses } from './taobao-words.js'

/**
 * Taobao's sub-orders (子订单), one row an item with its own state and refund; since about 2023 also called ExportOrderList.
 * 商品价格 is a list price: what a line came to is 买家实付金额.
 */
export const taobaoSuborders: Format = {
  name: 'taobao-suborders',
  platform: 'taobao',
  kind: 'orders',
  title: bilingual('Taobao / Tmall sub-orders', '淘宝/天猫子订单'),
  must: [['子订单编号'], ['主订单编号'], ['商品标题', '标题', '宝贝标题']],
  any: ['外部系统编号', '套餐信息', '买家应付货款', '退款状态', '退款金额', '支付单号'],
  not: ['选购商品'],
  weight: 2,
  owns: ['lines'],
  fields: {
    orderId: ['主订单编号'],
    lineId: ['子订单编号'],
    placedAt: ['订单创建时间', '订单付款时间'],
    paidAt: ['订单付款时间'],
    shippedAt: ['发货时间'],
    deliveredAt: ['确认收货时间'],
    status: ['订单状态'],
    refundStatus: ['退款状态'],
    closeReason: ['订单关闭原因'],
    shop: ['店铺名称'],
    note: ['商家备注', '备注'],
    buyerId: ['买家会员名'],
    refundAmount: ['退款金额'],
    itemAmount: ['买家实付金额', '买家实际支付金额', '买家应付货款'],
    quantity: ['购买数量'],
    sku: ['商家编码', '外部系统编号'],
    productName: ['商品标题', '标题', '宝贝标题'],
  },
  levels: { refundAmount: 'line' },
  extras: [],
  buyerScope: 'platform',
  currency: 'CNY',
  country: 'CN',
  dateOrder: 'ymd',
  statuses: taobaoStatuses,
  refundStatuses: taobaoRefundStatuses,
  hasLineStatus: true,
}
