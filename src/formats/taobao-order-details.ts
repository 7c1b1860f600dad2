import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/**
 * Taobao's item list of before 2020 (ExportOrderDetailList): no day, no buyer, and 价格 is the list price of one piece, so
 * that it tells lines only and waits for the order list.
 */
export const taobaoOrderDetails: Format = {
  name: 'taobao-order-details',
  platform: 'taobao',
  kind: 'orders',
  title: bilingual('Taobao / Tmall order items', '淘宝/天猫宝贝明细'),
  must: [['订单编号'], ['外部系统编号'], ['套餐信息']],
  any: ['标题', '价格', '购买数量', '商品属性', '商家编码'],
  not: ['子订单编号', '买家实际支付金额'],
  weight: 2,
  tells: 'items',
  owns: ['lines'],
  fields: {
    orderId: ['订单编号'],
    note: ['备注'],
    unitPrice: ['价格'],
    quantity: ['购买数量'],
    sku: ['商家编码', '外部系统编号'],
    productName: ['标题', '宝贝标题'],
  },
  buyerScope: 'platform',
  currency: 'CNY',
  country: 'CN',
}
