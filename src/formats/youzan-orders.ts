import type { Format, PackedItem, RowTexts } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { youzanRefundStatuses, youzanStatuses } from './youzan-words.js'

/** Youzan's order export: one row an order, all its goods in one cell as `茶叶(2件)；茶杯(1件)`, the header 分销员 twice. */
export const youzanOrders: Format = {
  name: 'youzan-orders',
  platform: 'youzan',
  kind: 'orders',
  title: bilingual('Youzan orders export', '有赞订单导出'),
  must: [['订单号'], ['收货人提货人'], ['全部商品名称']],
  any: ['订单实付金额', '应收订单金额', '买家手机号', '归属店铺', '订单退款状态', '订单星级', '销售渠道'],
  weight: 2,
  owns: ['party', 'status', 'total', 'refund', 'discount', 'shipping', 'paid', 'note'],
  fields: {
    orderId: ['订单号'],
    placedAt: ['订单创建时间', '买家付款时间'],
    paidAt: ['买家付款时间'],
    deliveredAt: ['交易成功时间'],
    status: ['订单状态'],
    refundStatus: ['订单退款状态'],
    shop: ['归属店铺'],
    channel: ['销售渠道', '订单来源'],
    note: ['商家订单备注', '买家备注'],
    buyerName: ['买家姓名', '买家昵称'],
    recipientName: ['收货人提货人'],
    phone: ['买家手机号', '收货人手机号提货人手机号'],
    region: ['收货人省份'],
    city: ['收货人城市'],
    address: ['详细收货地址提货地址'],
    orderTotal: ['订单实付金额'],
    goodsTotal: ['商品金额合计'],
    discount: ['店铺优惠合计', '支付优惠合计'],
    shipping: ['运费'],
    refundAmount: ['订单已退款金额'],
    fee: ['订单佣金金额'],
    packedItems: ['全部商品名称'],
    rating: ['订单星级'],
  },
  levels: { orderTotal: 'order', refundAmount: 'order', shipping: 'order', discount: 'order' },
  sums: ['discount'],
  buyerScope: 'shop',
  currency: 'CNY',
  country: 'CN',
  dateOrder: 'ymd',
  statuses: youzanStatuses,
  refundStatuses: youzanRefundStatuses,
  unpack: joinedGoods,
}

/** `茶叶(2件)；茶杯(1件)`: names with their pieces; a name without pieces stands as it is written. */
function joinedGoods(row: RowTexts): readonly PackedItem[] {
  return row
    .text('packedItems')
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = part, quantity = ''] = /^(.*\S)\s*[(（](\d+)\s*[^\d()（）]{0,2}[)）]$/s.exec(part) ?? []
      return { sku: '', name, quantity, amount: '' }
    })
}
