import type { StatusWord } from '../core/import/record.js'

/** 订单状态 of Taobao and Tmall; 交易关闭 says nothing by itself: closed before payment is cancelled, closed after it is refunded. */
export const taobaoStatuses: Readonly<Record<string, StatusWord>> = {
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
  交易关闭: 'closed',
  退款成功: 'refunded',
  '付款以后用户退款成功,交易自动关闭': 'refunded',
  '付款以前,卖家或买家主动关闭交易': 'cancelled',
}

/** 退款状态: only a refund that succeeded changes anything. */
export const taobaoRefundStatuses: Readonly<Record<string, StatusWord | null>> = {
  没有申请退款: null,
  退款关闭: null,
  '买家已经申请退款,等待卖家同意': null,
  '卖家已经同意退款,等待买家退货': null,
  '买家已经退货,等待卖家确认收货': null,
  卖家拒绝退款: null,
  退款成功: 'refunded',
}
