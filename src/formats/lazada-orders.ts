import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { lazadaStatuses } from './lazada-words.js'

/** Lazada's order export: one row a piece with its own state; `paidPrice` is what was paid for it after vouchers. */
export const lazadaOrders: Format = {
  name: 'lazada-orders',
  platform: 'lazada',
  kind: 'orders',
  title: bilingual('Lazada orders export', 'Lazada 订单导出'),
  must: [['orderitemid'], ['lazadasku', 'sellersku'], ['lazadaid', 'lazadasku', 'paidprice']],
  any: ['ordernumber', 'createtime', 'paidprice', 'unitprice', 'itemname', 'shippingfee', 'customername', 'lazadaid'],
  weight: 2,
  fields: {
    orderId: ['ordernumber'],
    lineId: ['orderitemid'],
    placedAt: ['createtime'],
    updatedAt: ['updatetime'],
    deliveredAt: ['delivereddate'],
    status: ['status'],
    closeReason: ['buyerfaileddeliveryreason'],
    buyerName: ['customername'],
    recipientName: ['shippingname'],
    email: ['customeremail'],
    phone: ['shippingphone', 'shippingphone2'],
    country: ['shippingcountry'],
    region: ['shippingregion'],
    city: ['shippingcity'],
    address: ['shippingaddress'],
    postcode: ['shippingpostcode'],
    shipping: ['shippingfee'],
    discount: ['sellerdiscounttotal'],
    refundAmount: ['refundamount'],
    itemAmount: ['paidprice', 'unitprice'],
    sku: ['sellersku', 'lazadasku'],
    productName: ['itemname'],
  },
  levels: { shipping: 'line', discount: 'line', refundAmount: 'line' },
  // The discount is out of the price paid already.
  extras: ['shipping'],
  buyerScope: 'platform',
  dateOrder: 'dmy',
  statuses: lazadaStatuses,
  hasLineStatus: true,
  isUnitRow: true,
}
