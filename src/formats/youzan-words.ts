import type { StatusWord } from '../core/import/record.js'

/** 订单状态 of Youzan; a closed order was given back if it was paid. */
export const youzanStatuses: Readonly<Record<string, StatusWord>> = {
  待付款: 'pending',
  待成团: 'pending',
  待接单: 'paid',
  待发货: 'paid',
  待自提: 'paid',
  已发货: 'paid',
  交易完成: 'paid',
  交易成功: 'paid',
  交易关闭: 'closed',
}

/** 订单退款状态 and 商品退款状态. */
export const youzanRefundStatuses: Readonly<Record<string, StatusWord | null>> = {
  退款中: null,
  全额退款: 'refunded',
  全额退款成功: 'refunded',
  部分退款: 'partially_refunded',
  部分退款成功: 'partially_refunded',
}
