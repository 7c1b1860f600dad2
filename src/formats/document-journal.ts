import { aliases } from '../core/import/aliases.js'
import { documentKind, isOfSales } from '../core/import/document-words.js'
import type { Field } from '../core/import/field.js'
import type { Format, RowTexts } from '../core/import/format.js'
import type { OrderRecord } from '../core/import/record.js'
import { refundStateWords } from '../core/import/refund-state.js'
import { saysYes } from '../core/import/yes-no.js'
import { cleanId } from '../core/values/text.js'

const words = (...fields: Field[]): string[] => fields.flatMap((field) => [...(aliases[field] ?? [])])

const isVoid = ({ text }: Pick<RowTexts, 'text'>): boolean =>
  saysYes(text('isCancelled')) === true ||
  /void|delet|draft|cancel|作废|作廢|废单|無效|无效|草稿|取消|storn/i.test(text('status'))
const kindOf = (row: RowTexts) => documentKind(row.text('type'))

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

/** Between the number of a sale and that of a return of it, where rows are put together. */
const ofSale = ' < '

/** What a row belongs to: a return that names its sale is a document of its own where it has a number too. */
function documentOf(row: RowTexts): string {
  const own = row.text('orderId')
  const sale = kindOf(row) === 'credit' ? row.text('reference') : ''
  if (sale === '' || sale === own) return own
  const isWhole = (number: string) => number !== '' && !cleanId(number).damaged
  // Of nothing there is no refund.
  const isOfNothing = /^[^1-9]*0[^1-9]*$/.test(row.text('orderTotal'))
  return isWhole(sale) && isWhole(own) && !isOfNothing ? `${sale}${ofSale}${own}` : sale
}

/** A return that was put together under its sale's number and its own is a refund of that sale. */
function nameSale(order: OrderRecord): void {
  const [sale = '', own] = (order.number ?? '').split(ofSale)
  if (own === undefined) return
  order.number = cleanId(sale).id
  order.refundNumber = own
}

/** Money that comes in for a sale, what was bought, and what was voided. */
const isNoSale = (row: RowTexts): boolean =>
  (kindOf(row) !== null && !isOfSales(kindOf(row))) || (kindOf(row) === 'credit' && isVoid(row))

/**
 * A journal of documents as bookkeeping programs write it, one row each: invoices sell, payments are the same money once more,
 * credit notes give some of it back, with a minus or without. Told by a column whose words are all kinds of documents.
 */
export const documentJournal: Format = {
  name: 'document-journal',
  platform: 'sheet',
  kind: 'orders',
  tells: 'invoices',
  words: { en: { title: 'Journal of invoices, payments and credit notes' }, zh: { title: '发票、收款、退款流水' } },
  slips: {
    tells: 'orders',
    words: { en: { title: 'Slips of a till: sales and returns' }, zh: { title: '销售单、退货单流水' } },
    skip: (row) => (isNoSale(row) ? 'not-a-sale' : null),
  },
  must: [words('type'), words('placedAt'), words('orderTotal', 'itemAmount')],
  any: words('type'),
  weight: 1,
  fields: 'aliases',
  ownWords: { reference: saleNumbers, refundStatus: refundStateWords },
  buyerScope: 'shop',
  // Words in simplified characters.
  regions: Object.fromEntries(words('type').flatMap((word) => (/类/.test(word) ? [[word, { country: 'CN' }]] : []))),
  skip(row) {
    // A kind of document that is not known is no sale until the seller says so; rows that name none go on with the one above.
    if (kindOf(row) === null && row.text('type') !== '') return 'not-a-sale'
    return isNoSale(row) ? 'not-a-sale' : null
  },
  isRefund: (row) => kindOf(row) === 'credit',
  orderOf: documentOf,
  settle(order, cells) {
    const { kind } = order
    const isReturn = kind === 'refund' || (order.totalMinor ?? 0) < 0
    if (!isReturn) return
    // It has a number of its own and names no invoice; "applied" or "open" says when it is used, not whether it was given.
    const isNamed = documentKind(cells.text('type')) === 'credit' && cells.text('reference') !== ''
    order.kind = isNamed ? 'refund' : 'return'
    if (isNamed) nameSale(order)
    order.isPaid = !isVoid(cells)
  },
}
