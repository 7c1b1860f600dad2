import type { Format, PackedItem, RowTexts } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * AliExpress' order export in its layouts of 2016, 2019 and the 2020s: one row an order, its goods packed into 产品信息. The
 * buyer's login is not in it. 订单结束 stands for orders that were sold and for ones that never were paid.
 */
export const aliexpressOrders: Format = {
  name: 'aliexpress-orders',
  platform: 'aliexpress',
  kind: 'orders',
  title: bilingual('AliExpress orders export', '速卖通订单导出'),
  must: [
    ['订单号', 'order id'],
    ['产品信息*', 'product information'],
    ['买家选择物流', '收货国家', 'consignee name'],
  ],
  any: ['订单状态', '买家名称', '产品总金额', '物流费用', '收货人名称', '发货期限', 'product total', 'buyer name'],
  weight: 2,
  fields: {
    orderId: ['订单号', 'order id'],
    placedAt: ['下单时间', 'order date'],
    paidAt: ['付款时间', 'payment date'],
    shippedAt: ['发货时间'],
    deliveredAt: ['确认收货时间'],
    status: ['订单状态', 'order status'],
    note: ['订单备注', 'order remark'],
    buyerName: ['买家名称', 'buyer name'],
    recipientName: ['收货人名称', 'consignee name'],
    email: ['买家邮箱'],
    phone: ['手机', '联系电话', 'mobile', 'phone'],
    country: ['收货国家', 'country'],
    region: ['州省', 'state province'],
    city: ['城市', 'city'],
    address: ['地址', '收货地址', 'address', 'shipping address'],
    postcode: ['邮编', 'post code'],
    orderTotal: ['订单金额', 'order amount'],
    goodsTotal: ['产品总金额', 'product total'],
    discount: ['满立减', '店铺立减', '平台优惠券', 'discount'],
    shipping: ['物流费用', 'shipping cost'],
    refundAmount: ['退款金额'],
    fee: ['手续费', '联盟佣金'],
    packedItems: ['产品信息*', 'product information'],
  },
  levels: { orderTotal: 'order', discount: 'order', shipping: 'order', fee: 'order' },
  sums: ['discount', 'fee'],
  buyerScope: 'platform',
  currency: 'USD',
  dateOrder: 'ymd',
  statuses: {
    等待买家付款: 'pending',
    买家申请取消: 'pending',
    等待您确认金额: 'pending',
    风控24小时: 'pending',
    等待您发货: 'paid',
    等待卖家发货: 'paid',
    等待发货: 'paid',
    部分发货: 'paid',
    等待买家收货: 'paid',
    '买卖家达成一致,资金处理中': 'paid',
    资金处理中: 'paid',
    含纠纷的订单: 'paid',
    冻结中的订单: 'paid',
    交易完成: 'paid',
    已完成: 'paid',
    订单结束: 'ended',
    已结束的订单: 'ended',
    订单关闭: 'cancelled',
    已取消: 'cancelled',
    'awaiting payment': 'pending',
    'awaiting shipment': 'paid',
    'awaiting delivery': 'paid',
    'partially shipped': 'paid',
    completed: 'paid',
    'in dispute': 'paid',
    frozen: 'paid',
    finished: 'ended',
    closed: 'cancelled',
    canceled: 'cancelled',
    'place order success': 'pending',
    'in cancel': 'pending',
    'wait seller examine money': 'pending',
    'risk control': 'pending',
    'wait seller send goods': 'paid',
    'seller part send goods': 'paid',
    'wait buyer accept goods': 'paid',
    'fund processing': 'paid',
    'in issue': 'paid',
    'in frozen': 'paid',
    finish: 'ended',
  },
  unpack: packedGoods,
}

const found = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1]?.trim() ?? ''

/** `【1】Title` with its properties, seller code and pieces each in brackets on a line of its own; what one line came to is not told. */
function packedGoods(row: RowTexts): readonly PackedItem[] {
  return row
    .texts('packedItems')
    .flatMap((text) => text.split(/【(?=\d+】)/))
    .filter((item) => /^\d+】/.test(item))
    .map((item) => {
      const properties = found(item, /\((?:产品属性|product properties)\s*[:：]([^\n]*)\)/i)
      const title = found(item, /^\d+】([^\n]*)/)
      return {
        sku: found(item, /\((?:商家编码|seller sku)\s*[:：]([^\n)]*)\)/i),
        name: properties === '' ? title : `${title} (${properties})`,
        quantity: found(item, /\((?:产品数量|quantity)\s*[:：]\s*(\d+)/i),
        amount: '',
      }
    })
}
