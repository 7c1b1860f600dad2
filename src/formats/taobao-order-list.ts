import type { Format, OrderCells } from '../core/import/format.js'
import type { OrderRecord } from '../core/import/record.js'
import { bilingual } from '../core/values/lang.js'
import { taobaoStatuses } from './taobao-words.js'

/**
 * Taobao and Tmall's order list (ExportOrderList), GBK, one row an order, ids as `="1930…"`, `null` for missing. Gross is
 * 买家实际支付金额, what the buyer paid. Titles are joined in one cell, so the lines come from the item exports.
 */
export const taobaoOrderList: Format = {
  name: 'taobao-order-list',
  platform: 'taobao',
  kind: 'orders',
  title: bilingual('Taobao / Tmall order list', '淘宝/天猫订单列表'),
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
  owns: ['party', 'total', 'shipping', 'note'],
  fields: {
    orderId: ['订单编号'],
    placedAt: ['订单创建时间', '订单付款时间'],
    paidAt: ['订单付款时间'],
    shippedAt: ['发货时间'],
    deliveredAt: ['确认收货时间'],
    status: ['订单状态'],
    closeReason: ['订单关闭原因'],
    shop: ['店铺名称'],
    channel: ['是否手机订单'],
    note: ['商家备忘', '商家备注', '订单备注', '买家留言'],
    buyerId: ['买家会员名'],
    account: ['买家支付宝账号'],
    buyerName: ['收货人姓名'],
    phone: ['联系手机', '联系电话'],
    phoneUntil: ['虚拟号*', '隐私号*'],
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
  statuses: taobaoStatuses,
  buyer: (text) => (isVirtual(text('phone'), text('phoneUntil')) ? { phone: '' } : {}),
  settle(order, cells) {
    settleUnpaid(order, cells)
    settlePayout(order, cells)
  },
}

/** A number lent to the buyer for one parcel reaches somebody else later: `13800000000-1234`, or one with a day on which it ends. */
function isVirtual(phone: string, until: string): boolean {
  return until !== '' || /^1\d{10}-\d{3,4}$/.test(phone)
}

/** Some closed orders bear a payment time although 订单关闭原因 says that nobody paid. */
function settleUnpaid(order: OrderRecord, cells: OrderCells): void {
  if (cells.text('status') !== '交易关闭' || cells.text('closeReason') !== '买家未付款') return
  order.status = 'cancelled'
  order.isPaid = false
}

/** Layouts without 退款金额 show a part given back only in what was paid out to the seller. */
function settlePayout(order: OrderRecord, cells: OrderCells): void {
  const [goods, payout] = [cells.minor('goodsTotal'), cells.minor('payout')]
  if (order.status !== 'paid' || order.refundMinor !== null || cells.text('status') !== '交易成功') return
  if (goods === null || payout === null || payout <= 0 || payout >= goods) return
  order.refundMinor = goods - payout
  order.status = 'partially_refunded'
}
