import type { Field } from '../core/import/field.js'
import type { Format } from '../core/import/format.js'
import { aliases } from '../core/import/words/aliases.js'
import { refundState, refundStateWords } from '../core/import/words/refund-state.js'
import { bilingual } from '../core/values/lang.js'

const words = (...fields: Field[]): string[] => fields.flatMap((field) => [...(aliases[field] ?? [])])

/** The day the money went back, else the day it was asked for. */
const days = [
  ...[
    '退款时间',
    '退款日期',
    '退款成功时间',
    '退款完成时间',
    '退款到账时间',
    '售后完结时间',
    '完结时间',
    '退货时间',
    '退货日期',
  ],
  ...['refund date', 'refunded at', 'refunded on', 'refund time', 'return date', 'returned on', 'date of return'],
  ...['售后申请时间', '退款申请时间', '申请退款时间', '申请时间', '申请日期', 'requested at', 'request date'],
]

/** A list of refunds a platform or a seller keeps: a row each, with the order it is of and what became of it. */
export const refundSheet: Format = {
  name: 'refund-sheet',
  platform: 'sheet',
  kind: 'orders',
  title: bilingual('List of refunds', '售后退款表'),
  must: [words('orderId'), words('refundAmount'), refundStateWords, [...days, ...words('placedAt')]],
  not: words('orderTotal', 'itemAmount', 'unitPrice'),
  weight: 1,
  fields: 'aliases',
  ownWords: {
    placedAt: days,
    refundStatus: refundStateWords,
    lineId: [
      '售后单号',
      '售后编号',
      '退款单号',
      '退款编号',
      '退款单编号',
      'refund no',
      'refund id',
      'refund number',
      'return no',
    ],
  },
  // Each row is a refund of its own.
  levels: { refundAmount: 'line' },
  buyerScope: 'shop',
  regions: Object.fromEntries(
    refundStateWords.filter((word) => /[后款货]状态$/.test(word)).map((key) => [key, { country: 'CN' }]),
  ),
  skip(row) {
    const state = refundState(row.text('refundStatus'))
    if (state === 'given') return null
    return state === 'closed' ? 'refund-closed' : 'refund-open'
  },
}
