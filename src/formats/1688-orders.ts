import type { Format, OrderCells } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * 1688's order list, sold or bought: one row an item, the order's cells merged over its rows. 涨价或折扣 is a discount below
 * zero and a surcharge above it; 实付款 has both in it.
 */
export const orders1688: Format = {
  name: '1688-orders',
  platform: '1688',
  kind: 'orders',
  title: bilingual('1688 order list', '1688 订单列表'),
  must: [['订单编号'], ['货品总价'], ['买家会员名'], ['卖家会员名']],
  any: ['买家公司名', '卖家公司名', '涨价或折扣', '实付款', '货品标题', 'offer id', '单品货号'],
  weight: 2,
  fields: {
    orderId: ['订单编号'],
    placedAt: ['订单创建时间', '订单付款时间'],
    paidAt: ['订单付款时间'],
    status: ['订单状态'],
    channel: ['下游渠道'],
    note: ['买家留言'],
    buyerId: ['买家会员名'],
    sellerId: ['卖家会员名'],
    recipientName: ['收货人姓名'],
    company: ['买家公司名'],
    phone: ['联系手机', '联系电话'],
    address: ['收货地址'],
    postcode: ['邮编'],
    orderTotal: ['实付款'],
    goodsTotal: ['货品总价'],
    discount: ['涨价或折扣'],
    shipping: ['运费'],
    unitPrice: ['单价'],
    quantity: ['数量'],
    sku: ['单品货号', '货号'],
    productName: ['货品标题'],
  },
  levels: { orderTotal: 'order', goodsTotal: 'order', discount: 'order', shipping: 'order' },
  buyerScope: 'platform',
  currency: 'CNY',
  country: 'CN',
  dateOrder: 'ymd',
  statuses: {
    等待买家付款: 'pending',
    等待卖家发货: 'paid',
    等待买家收货: 'paid',
    等待买家确认收货: 'paid',
    已收货: 'paid',
    交易成功: 'paid',
    退款中: 'paid',
    交易取消: 'cancelled',
    交易关闭: 'closed',
    交易终止: 'refunded',
  },
  total: (cells) => cells.minor('orderTotal') ?? dueOf(cells),
  settle(order, cells) {
    if ((cells.minor('discount') ?? 0) > 0) order.discountMinor = 0
  },
}

/** What is to be paid, where nothing has been yet. */
function dueOf(cells: OrderCells): number | null {
  const goods = cells.minor('goodsTotal')
  return goods === null ? null : goods + (cells.minor('shipping') ?? 0) + (cells.minor('discount') ?? 0)
}
