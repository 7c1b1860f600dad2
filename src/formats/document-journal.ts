import { aliases } from '../core/import/aliases.js'
import { documentKind } from '../core/import/document-words.js'
import type { Field } from '../core/import/field.js'
import type { Format, RowTexts } from '../core/import/format.js'

const words = (...fields: Field[]): string[] => fields.flatMap((field) => [...(aliases[field] ?? [])])

const isVoid = (status: string): boolean => /void|delet|draft|cancel|作废|草稿|取消|storn/i.test(status)
const kindOf = (row: RowTexts) => documentKind(row.text('type'))

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
  must: [
    words('type'),
    words('placedAt'),
    words('orderTotal', 'itemAmount'),
    words('buyerName', 'buyerId', 'nickname', 'company', 'email', 'phone'),
  ],
  weight: 1,
  fields: 'aliases',
  buyerScope: 'shop',
  skip(row) {
    const kind = kindOf(row)
    // A kind of document that is not known is no sale until the seller says so; rows that name none go on with the one above.
    if (kind === null && row.text('type') !== '') return 'not-a-sale'
    return kind === 'other' || (kind === 'credit' && isVoid(row.text('status'))) ? 'not-a-sale' : null
  },
  isRefund: (row) => kindOf(row) === 'credit',
  settle(order, cells) {
    const { kind } = order
    // It has a number of its own and names no invoice; "applied" or "open" says when it is used, not whether it was given.
    if (kind !== 'refund' && (order.totalMinor ?? 0) >= 0) return
    order.kind = 'return'
    order.isPaid = !isVoid(cells.text('status'))
  },
}
