import type { Format, RowTexts } from '../core/import/format.js'
import { documentKind, isOfSales } from '../core/import/words/document-words.js'
import { bilingual } from '../core/values/lang.js'

const kindOf = (row: RowTexts) => documentKind(row.text('type'))

/**
 * QuickBooks' journal: a document is a row with its kind, number and customer, and the amount in one of two columns; the rows
 * below it, without a kind or with its number again, are how the books split it. The first row is what it came to.
 */
export const quickbooksJournal: Format = {
  name: 'quickbooks-journal',
  platform: 'quickbooks',
  kind: 'orders',
  tells: 'invoices',
  title: bilingual('QuickBooks journal', 'QuickBooks 日记账'),
  must: [
    ['transaction type', 'type'],
    ['num', 'no', 'number', '#'],
    ['account', 'account name', 'full name', 'distribution account'],
    ['debit'],
    ['credit'],
    ['name', 'customer', 'customer full name'],
  ],
  any: ['memo description', 'memo', 'date', 'transaction date', 'trans #'],
  weight: 2,
  fields: {
    orderId: ['num', 'no', 'number', '#'],
    placedAt: ['date', 'transaction date'],
    type: ['transaction type', 'type'],
    note: ['memo description', 'memo'],
    buyerName: ['customer full name', 'customer', 'name'],
    email: ['email', 'customer email'],
    currency: ['currency'],
    orderTotal: ['debit', 'credit'],
  },
  levels: { orderTotal: 'order' },
  hasFixedLevels: true,
  buyerScope: 'shop',
  dateOrder: 'mdy',
  skip: (row) => (isOfSales(kindOf(row)) ? null : 'not-a-sale'),
  isRefund: (row) => kindOf(row) === 'credit',
  settle(order, cells) {
    // It has a number of its own and names no invoice.
    if (order.kind === 'refund' || documentKind(cells.text('type')) === 'credit') order.kind = 'return'
  },
}
