import type { Format, PackedItem, RowTexts } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * Douyin's order export: mostly one row a sub-order with its own state, sometimes one row an order with its sub-orders
 * joined by `;`. Cells begin with a tab, `-` is blank, buyers are ciphertext. 订单应付金额 has all discounts taken off.
 */
export const douyinOrders: Format = {
  name: 'douyin-orders',
  platform: 'douyin',
  kind: 'orders',
  title: bilingual('Douyin shop orders export', '抖店订单导出'),
  must: [['主订单编号'], ['子订单编号'], ['选购商品']],
  any: ['订单应付金额', '商品规格', '达人昵称', '售后状态', '订单提交时间', 'app渠道', '支付完成时间'],
  weight: 2,
  fields: {
    orderId: ['主订单编号'],
    lineId: ['子订单编号'],
    placedAt: ['订单提交时间', '支付完成时间'],
    paidAt: ['支付完成时间'],
    shippedAt: ['发货时间'],
    deliveredAt: ['订单完成时间'],
    status: ['订单状态'],
    refundStatus: ['售后状态'],
    closeReason: ['取消原因'],
    shop: ['店铺名称'],
    channel: ['达人昵称', '流量来源', 'app渠道'],
    note: ['商家备注', '买家留言'],
    recipientName: ['收件人'],
    phone: ['收件人手机号'],
    region: ['省'],
    city: ['市'],
    address: ['详细地址', '街道'],
    goodsTotal: ['订单应付金额'],
    discount: ['平台实际承担优惠金额', '商家实际承担优惠金额', '达人实际承担优惠金额'],
    shipping: ['运费'],
    itemAmount: ['订单应付金额', '商品金额'],
    quantity: ['商品数量'],
    sku: ['商家编码'],
    productName: ['选购商品'],
    packedItems: ['子订单编号'],
  },
  levels: { goodsTotal: 'line', discount: 'line' },
  sums: ['discount'],
  extras: ['shipping'],
  buyerScope: 'platform',
  currency: 'CNY',
  country: 'CN',
  dateOrder: 'ymd',
  statuses: {
    待支付: 'pending',
    待付款: 'pending',
    待发货: 'paid',
    备货中: 'paid',
    部分发货: 'paid',
    已发货: 'paid',
    已完成: 'paid',
    已关闭: 'closed',
    已取消: 'cancelled',
  },
  refundStatuses: {
    退款中: null,
    售后关闭: null,
    待商家处理: null,
    退款成功: 'refunded',
    '同意退款,退款成功': 'refunded',
  },
  hasLineStatus: true,
  unpack: joinedItems,
  // A row of joined sub-orders has one amount for all of them.
  total(cells) {
    const goods = cells.minor('goodsTotal')
    return goods === null ? null : goods + (cells.minor('shipping') ?? 0)
  },
}

const parts = (text: string): string[] => text.split(/[;；]/).map((part) => part.trim())

/** The sub-orders joined in one row; 商品数量 is that of all of them, so a piece each is known only where it says so. */
function joinedItems(row: RowTexts): readonly PackedItem[] | null {
  const count = parts(row.text('lineId')).filter((part) => part !== '').length
  if (count < 2) return null
  const [names, skus] = [parts(row.text('productName')), parts(row.text('sku'))]
  const quantity = row.text('quantity') === String(count) ? '1' : ''
  return Array.from({ length: count }, (_, at) => ({
    sku: skus.length === count && skus[at] !== '-' ? skus[at]! : '',
    name: names.length === count ? names[at]! : row.text('productName'),
    quantity,
    amount: '',
  }))
}
