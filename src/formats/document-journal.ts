import { returnAmounts, returnDays, returnNumbers } from '../core/import/columns/return-columns.js'
import type { Field } from '../core/import/field.js'
import type { Format } from '../core/import/format.js'
import { aliases } from '../core/import/words/aliases.js'
import { refundStateWords } from '../core/import/words/refund-state.js'
import { bilingual } from '../core/values/lang.js'
import { kindOfRow, slipRules } from './slip-rules.js'

const words = (...fields: Field[]): string[] => fields.flatMap((field) => [...(aliases[field] ?? [])])

/** What a return names of the sale it is of, beside its own number. */
const saleNumbers = [
  ...['原单号', '原单据号', '原单据编号', '原始单号', '原订单号', '原销售单号', '原小票号', '原发票号', '原单编号'],
  ...[
    '关联单号',
    '关联单据',
    '关联单据号',
    '关联单据编号',
    '关联订单号',
    '关联销售单',
    '关联销售单号',
    '源单号',
    '源单编号',
  ],
  ...['original order', 'original order no', 'original order number', 'original invoice', 'original invoice no'],
  ...[
    'original receipt',
    'original receipt no',
    'original sale',
    'original number',
    'related order',
    'related invoice',
  ],
]

/** Words for any number, which is that of the return where nothing else is. */
const anyNumber = [
  '单号',
  '单据编号',
  '单据号',
  '业务单号',
  '流水号',
  '编号',
  '單號',
  '單據號',
  'slip no',
  'slip number',
]
const orderNumbers = words('orderId').filter((word) => !anyNumber.includes(word))

/**
 * A journal of documents as bookkeeping programs write it, one row each: invoices sell, payments are the same money once more,
 * credit notes give some of it back, with a minus or without. Told by a column whose words are all kinds of documents.
 */
export const documentJournal: Format = {
  name: 'document-journal',
  platform: 'sheet',
  kind: 'orders',
  tells: 'invoices',
  title: bilingual('Journal of invoices, payments and credit notes', '发票、收款、退款流水'),
  // A kind of document that is not known is no sale until the seller says so; a till's slips are sales by whatever name.
  ...slipRules(kindOfRow, false),
  slips: {
    tells: 'orders',
    title: bilingual('Slips of a till: sales and returns', '销售单、退货单流水'),
    ...slipRules(kindOfRow, true),
  },
  returns: {
    title: bilingual('List of returns', '退货单列表'),
    ...slipRules((row) => kindOfRow(row) ?? 'credit', true),
    ownWords: {
      placedAt: returnDays,
      orderTotal: [...returnAmounts, ...words('refundAmount')],
      reference: [...saleNumbers, ...orderNumbers, ...anyNumber],
      orderId: [...returnNumbers, ...anyNumber],
      refundStatus: refundStateWords,
    },
  },
  must: [
    words('type'),
    [...words('placedAt'), ...returnDays],
    [...words('orderTotal', 'itemAmount', 'refundAmount'), ...returnAmounts],
  ],
  any: words('type'),
  weight: 1,
  fields: 'aliases',
  ownWords: { reference: saleNumbers, refundStatus: refundStateWords },
  buyerScope: 'shop',
  // Words in simplified characters.
  regions: Object.fromEntries(
    [...words('type'), ...returnNumbers, ...returnDays].flatMap((word) =>
      /类|货/.test(word) ? [[word, { country: 'CN' }]] : [],
    ),
  ),
}
