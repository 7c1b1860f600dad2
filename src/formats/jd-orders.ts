import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/** JD's order list: one row an SKU, what the order came to on each of them. 京东价 is the price of one piece. */
export const jdOrders: Format = {
  name: 'jd-orders',
  platform: 'jd',
  kind: 'orders',
  title: bilingual('JD orders export', '京东订单导出'),
  must: [['订单号'], ['京东价'], ['订购数量']],
  any: ['商品id', '结算金额', '应付金额', '下单帐号', '客户姓名', '付款确认时间', '商家备注'],
  weight: 2,
  fields: {
    orderId: ['订单号'],
    placedAt: ['下单时间', '付款确认时间'],
    paidAt: ['付款确认时间'],
    deliveredAt: ['订单完成时间'],
    status: ['订单状态'],
    shop: ['店铺名称'],
    channel: ['订单渠道', '订单来源'],
    note: ['商家备注', '订单备注'],
    buyerId: ['下单帐号', '下单账号'],
    buyerName: ['客户姓名'],
    phone: ['联系电话'],
    address: ['客户地址'],
    orderTotal: ['应付金额', '订单金额'],
    goodsTotal: ['订单金额'],
    shipping: ['运费金额'],
    unitPrice: ['京东价'],
    quantity: ['订购数量'],
    sku: ['货号', '商品id'],
    productName: ['商品名称'],
  },
  levels: { orderTotal: 'order', goodsTotal: 'order', shipping: 'order' },
  buyerScope: 'platform',
  currency: 'CNY',
  country: 'CN',
  dateOrder: 'ymd',
  statuses: {
    等待付款: 'pending',
    暂停: 'pending',
    等待出库: 'paid',
    等待发货: 'paid',
    等待确认收货: 'paid',
    完成: 'paid',
    已完成: 'paid',
    锁定: 'paid',
    '(锁定)等待出库': 'paid',
    取消: 'cancelled',
    已取消: 'cancelled',
    '(删除)等待出库': 'cancelled',
    '(删除)锁定': 'cancelled',
    '(删除)等待确认收货': 'refunded',
  },
  settle(order, cells) {
    const [before, after] = [cells.minor('goodsTotal'), cells.minor('orderTotal')]
    if (before !== null && after !== null && before > after) order.discountMinor = before - after
  },
}
