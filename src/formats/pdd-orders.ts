import type { Format, RowTexts } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * Pinduoduo's order export: the seller picks its columns, one row an order, tabs behind the values, and no buyer at all:
 * who bought is not in the file and none is invented. The order number begins with its day (`260607-…`).
 */
export const pddOrders: Format = {
  name: 'pdd-orders',
  platform: 'pdd',
  kind: 'orders',
  title: bilingual('Pinduoduo orders export', '拼多多订单导出'),
  must: [['订单号'], ['商家实收金额', '用户实付金额'], ['商品数量', '商家编码规格维度', '样式id', '是否抽奖或0元试用']],
  any: ['商品总价', '店铺优惠折扣', '平台优惠折扣', '多多支付立减金额', '售后状态', '订单成交时间', '团id'],
  not: ['主订单编号', '京东价'],
  weight: 2,
  fields: {
    orderId: ['订单号'],
    placedAt: ['订单成交时间', '支付时间'],
    paidAt: ['支付时间'],
    shippedAt: ['发货时间'],
    deliveredAt: ['确认收货时间'],
    status: ['订单状态'],
    refundStatus: ['售后状态'],
    channel: ['订单来源'],
    note: ['商家备注', '买家留言'],
    orderTotal: ['用户实付金额', '商家实收金额'],
    discount: ['店铺优惠折扣', '平台优惠折扣', '多多支付立减金额'],
    shipping: ['邮费'],
    itemAmount: ['商品总价'],
    quantity: ['商品数量'],
    sku: ['商家编码规格维度', '商家编码商品维度'],
    productName: ['商品'],
    productCategory: ['商品一级类目'],
  },
  levels: { orderTotal: 'order', discount: 'order', shipping: 'order' },
  sums: ['discount'],
  buyerScope: 'platform',
  currency: 'CNY',
  country: 'CN',
  dateOrder: 'ymd',
  statuses: {
    待付款: 'pending',
    待支付: 'pending',
    待成团: 'pending',
    待发货: 'paid',
    '已发货,待签收': 'paid',
    '已发货,待收货': 'paid',
    已发货待签收: 'paid',
    已签收: 'paid',
    已收货: 'paid',
    已取消: 'cancelled',
    '未成交,退款成功': 'refunded',
    '已取消,退款成功': 'refunded',
    '未发货,退款成功': 'refunded',
    '已发货,退款成功': 'refunded',
    '已签收,退款成功': 'refunded',
    '已收货,退款成功': 'refunded',
  },
  refundStatuses: {
    无售后或售后取消: null,
    '无售后/取消售后': null,
    售后处理中: null,
    待商家处理: null,
    平台处理中: null,
    待消费者处理: null,
    退款成功: 'refunded',
    部分退款成功: 'partially_refunded',
  },
  dateText: dayInNumber,
}

/** 260607-… is of 2026-06-07. */
function dayInNumber(row: RowTexts): string {
  const day = /^(\d{2})(\d{2})(\d{2})-/.exec(row.text('orderId'))
  return day === null ? '' : `20${day[1]}-${day[2]}-${day[3]}`
}
