import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/** The third sheet of a Qianniu workbook (发货报表): which parcel an order went with. It sells nothing and waits for its order. */
export const taobaoShipments: Format = {
  name: 'taobao-shipments',
  platform: 'taobao',
  kind: 'orders',
  title: bilingual('Taobao / Tmall shipments', '淘宝/天猫发货报表'),
  must: [['订单编号'], ['发货时间'], ['物流单号', '运单号'], ['物流公司'], ['收货人姓名', '买家会员名']],
  any: ['收货地址', '联系手机', '物流状态', '发货状态'],
  not: ['买家应付货款', '买家实际支付金额', '货品总价', '外部系统编号', '单价', '订单金额', '实付款', '卖家会员名'],
  weight: 2,
  tells: 'shipments',
  fields: {
    orderId: ['订单编号'],
    shippedAt: ['发货时间'],
    buyerId: ['买家会员名'],
    buyerName: ['收货人姓名'],
    phone: ['联系手机', '联系电话'],
    address: ['收货地址'],
  },
  buyerScope: 'platform',
  hasAmountsElsewhere: true,
  currency: 'CNY',
  country: 'CN',
  dateOrder: 'ymd',
}
