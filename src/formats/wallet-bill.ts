import type { Field } from '../core/import/field.js'
import type { Format, Region, RowTexts } from '../core/import/format.js'
import { aliases } from '../core/import/words/aliases.js'
import { bilingual } from '../core/values/lang.js'
import { cleanId } from '../core/values/text.js'

const words = (...fields: Field[]): string[] => fields.flatMap((field) => [...(aliases[field] ?? [])])

const income = /^(收入|已收入|收|收款|入账|进账|income|in|incoming|money in|credit)$/i
const expense = /^(支出|已支出|支|付|付款|出账|expense|expenses|out|outgoing|money out|debit)$/i

/** Numbers a wallet gives each of its rows, the refund of a sale as well; any other number is the sale's on both. */
const rowNumbers = ['交易单号', '交易订单号', '交易号', '流水号', 'transaction id']
const merchantNumbers = ['商户单号', '商户订单号', '商家订单号', 'merchant order no', 'merchant order number']
const saleNumbers = [...merchantNumbers, ...words('orderId').filter((word) => !rowNumbers.includes(word))]

/** Money that goes back, by its type or its item; the state of an expense tells of what the shop's owner bought. */
function isMoneyBack(row: RowTexts): boolean {
  return /退款|退还|退货|refund/i.test(row.text('type')) || beginsWithRefund.test(row.text('productName'))
}

const beginsWithRefund = /^(退款|退还|退货|refund)/i

/** The number of the sale a row is of, '' where it has none that can be read. */
function saleOf(row: RowTexts): string {
  const { id, damaged } = cleanId(row.text('reference'))
  return damaged ? '' : id
}

/** Among expenses a note is believed as well; on a sale it is the owner's own remark. */
const isGivenBack = (row: RowTexts): boolean =>
  expense.test(row.text('effect')) && (isMoneyBack(row) || beginsWithRefund.test(row.text('note')))

const failed = /失败|关闭|取消|failed|declined|cancel/i

const china: Region = { country: 'CN' }

/** The bill of a wallet or a till: one column says which way the money of a row went, and only what came in is a sale. */
export const walletBill: Format = {
  name: 'wallet-bill',
  platform: 'sheet',
  kind: 'orders',
  // What the shop's orders were paid with; where no orders are kept, it is the sales.
  tells: 'payments',
  title: bilingual('Bill of a wallet or till', '收支账单（微信、支付宝等）'),
  must: [words('effect'), words('placedAt', 'paidAt'), words('orderTotal', 'itemAmount', 'unitPrice')],
  any: words('effect'),
  weight: 1,
  fields: 'aliases',
  ownWords: {
    reference: saleNumbers,
    orderId: rowNumbers,
    refundAmount: ['成功退款', '成功退款金额', ...words('refundAmount')],
    type: ['交易类型', '交易分类', '类型', '分类', '类别', 'type', 'transaction type', 'category'],
    status: ['当前状态', ...words('status')],
  },
  levels: { orderTotal: 'line' },
  buyerScope: 'shop',
  regions: Object.fromEntries(['收支', '收支类型', '收支方向'].map((key) => [key, china])),
  statuses: {
    ...{ 支付成功: 'paid', 已存入零钱: 'paid', 已收钱: 'paid', 对方已收钱: 'paid', 已到账: 'paid', 已入账: 'paid' },
    ...{ 已全额退款: 'refunded', 对方已退还: 'refunded', 已退还: 'refunded' },
  },
  skip(row) {
    if (isGivenBack(row)) {
      if (failed.test(row.text('status'))) return 'not-a-sale'
      return saleOf(row) === '' ? 'refund' : null
    }
    if (!income.test(row.text('effect'))) return 'not-a-sale'
    // What the owner bought and was given the money back for.
    return isMoneyBack(row) && !/^[-−(]/.test(row.text('orderTotal')) ? 'not-a-sale' : null
  },
  isRefund: isGivenBack,
  orderOf: (row) => saleOf(row) || (isGivenBack(row) ? '' : row.text('orderId')),
}
