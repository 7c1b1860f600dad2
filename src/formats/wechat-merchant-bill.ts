import type { Format, RowTexts } from '../core/import/format.js'
import { refundState } from '../core/import/words/refund-state.js'
import { bilingual } from '../core/values/lang.js'

const isBack = (row: RowTexts): boolean => /refund|revoked|退款|撤销/i.test(row.text('status'))

/**
 * The bill WeChat Pay makes for merchants: every cell begins with a backtick, a refund is a row with the number of its sale and
 * its amount in columns of its own, and two rows under the list sum it up.
 */
export const wechatMerchantBill: Format = {
  name: 'wechat-merchant-bill',
  // Its order numbers are those the shop itself gave.
  platform: 'sheet',
  kind: 'orders',
  tells: 'payments',
  title: bilingual('WeChat Pay merchant bill', '微信支付商户账单'),
  must: [['交易时间'], ['商户订单号'], ['微信订单号'], ['应结订单金额', '总金额', '订单金额']],
  any: [
    '商户号',
    '用户标识',
    '交易类型',
    '交易状态',
    '货币种类',
    '退款金额',
    '手续费',
    '费率',
    '公众账号id',
    '付款银行',
  ],
  weight: 2,
  fields: {
    orderId: ['商户订单号', '微信订单号'],
    lineId: ['微信退款单号', '商户退款单号'],
    placedAt: ['交易时间'],
    status: ['交易状态'],
    refundStatus: ['退款状态'],
    currency: ['货币种类'],
    buyerId: ['用户标识'],
    note: ['商品名称'],
    orderTotal: ['应结订单金额', '总金额', '订单金额'],
    refundAmount: ['退款金额', '申请退款金额'],
    fee: ['手续费'],
  },
  levels: { orderTotal: 'order' },
  hasFixedLevels: true,
  buyerScope: 'shop',
  currency: 'CNY',
  country: 'CN',
  dateOrder: 'ymd',
  statuses: { success: 'paid', refund: 'refunded', revoked: 'refunded', 买家已支付: 'paid', 转入退款: 'refunded' },
  skip(row) {
    // Names of sums where the moment stands, and under them how many rows there were.
    if (/^(?:总|\d{1,9}$)/.test(row.text('placedAt'))) return 'total'
    if (!isBack(row)) return null
    const state = refundState(row.text('refundStatus'))
    if (state === 'given') return null
    return state === 'closed' ? 'refund-closed' : 'refund-open'
  },
  isRefund: isBack,
}
