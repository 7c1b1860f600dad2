import type { Format, OrderCells } from '../core/import/format.js'
import type { OrderRecord } from '../core/import/record.js'

/**
 * Taobao and Tmall's order list (ExportOrderList), GBK, one row an order, ids as `="1930…"`, `null` for missing. Gross is
 * 买家实际支付金额, what the buyer paid.
 */
export const taobaoOrderList: Format = {
  name: 'taobao-order-list',
  platform: 'taobao',
  kind: 'orders',
  words: { en: { title: 'Taobao / Tmall order list' }, zh: { title: '淘宝/天猫订单列表' } },
  must: [['订单编号'], ['买家会员名'], ['买家应付货款'], ['买家实际支付金额']],
  any: [
    '订单状态',
    '订单创建时间',
    '订单付款时间',
    '收货人姓名',
    '宝贝标题',
    '店铺名称',
    '订单关闭原因',
    '打款商家金额',
  ],
  not: ['子订单编号', '卖家会员名'],
  weight: 2,
  fields: {
    orderId: ['订单编号'],
    placedAt: ['订单创建时间', '订单付款时间'],
    paidAt: ['订单付款时间'],
    shippedAt: ['发货时间'],
    deliveredAt: ['确认收货时间'],
    status: ['订单状态'],
    closeReason: ['订单关闭原因'],
    shop: ['店铺名称'],
    note: ['商家备忘', '订单备注', '买家留言'],
    buyerId: ['买家会员名'],
    account: ['买家支付宝账号'],
    buyerName: ['收货人姓名'],
    phone: ['联系手机', '联系电话'],
    address: ['收货地址', '修改后的收货地址'],
    orderTotal: ['买家实际支付金额'],
    shipping: ['买家应付邮费'],
    refundAmount: ['退款金额'],
    fee: ['卖家服务费'],
    goodsTotal: ['买家应付货款'],
    payout: ['打款商家金额'],
  },
  buyerScope: 'platform',
  currency: 'CNY',
  country: 'CN',
  dateOrder: 'ymd',
  statuses: {
    等待买家付款: 'pending',
    没有创建支付宝交易: 'pending',
    '买家已付款,等待卖家发货': 'paid',
    卖家部分发货: 'paid',
    '卖家已发货,等待买家确认': 'paid',
    交易成功: 'paid',
    已收货: 'paid',
    买家已收货: 'paid',
    已签收: 'paid',
    交易完成: 'paid',
    已完成: 'paid',
    待评价: 'paid',
    已结算: 'paid',
    交易关闭: 'cancelled',
    退款成功: 'refunded',
    '付款以后用户退款成功,交易自动关闭': 'refunded',
    '付款以前,卖家或买家主动关闭交易': 'cancelled',
  },
  settle(order, cells) {
    settleClosed(order, cells)
    settlePayout(order, cells)
  },
}

/** 交易关闭 says nothing by itself: closed before payment is cancelled, closed after it is refunded. */
function settleClosed(order: OrderRecord, cells: OrderCells): void {
  if (cells.text('status') !== '交易关闭' || order.paidOn === null || cells.text('closeReason') === '买家未付款') return
  order.status = 'refunded'
  order.isPaid = true
  order.refundMinor = order.refundMinor || order.totalMinor
}

/** Layouts without 退款金额 show a part given back only in what was paid out to the seller. */
function settlePayout(order: OrderRecord, cells: OrderCells): void {
  const [goods, payout] = [cells.minor('goodsTotal'), cells.minor('payout')]
  if (order.status !== 'paid' || order.refundMinor !== null || cells.text('status') !== '交易成功') return
  if (goods === null || payout === null || payout <= 0 || payout >= goods) return
  order.refundMinor = goods - payout
  order.status = 'partially_refunded'
}
