import type { Field } from '../core/import/field.js'
import type { Format } from '../core/import/format.js'
import { aliases, mainAliases } from '../core/import/words/aliases.js'
import { refundStateWords } from '../core/import/words/refund-state.js'
import { bilingual } from '../core/values/lang.js'

const han = /\p{Script=Han}/u
const words = (...fields: Field[]): string[] => fields.flatMap((field) => [...(aliases[field] ?? [])])
/** Simplified characters only: sheets in traditional ones or in Japanese are from elsewhere, with other phones. */
const chinese = (...fields: Field[]): string[] =>
  fields.flatMap((field) => [...(mainAliases[field] ?? [])]).filter((word) => han.test(word))
const latin = (...fields: Field[]): string[] => words(...fields).filter((word) => !han.test(word))

const buyer: Field[] = ['buyerName', 'buyerId', 'nickname', 'phone', 'email', 'firstName', 'lastName']
const amount: Field[] = ['orderTotal', 'itemAmount', 'unitPrice']
/** What is offered is not sold yet. */
const quotes = [
  ...[
    'quote no',
    'quote number',
    'quote #',
    'quote date',
    'quotation no',
    'quotation date',
    'estimate no',
    'estimate date',
  ],
  ...['报价单号', '报价单编号', '报价日期', '报价时间'],
]
/** What is bought; a sheet that names buyers as well may tell who delivers. */
const purchases = [
  'po number',
  'po no',
  'po #',
  'purchase order',
  'supplier',
  'supplier name',
  'vendor',
  'vendor name',
  '供应商',
  '供应商名称',
  '采购单号',
  '采购日期',
]

/** A hand-kept Chinese order sheet: a customer, a date and an amount in the words sellers use. */
export const handKeptChinese: Format = {
  name: 'hand-kept-zh',
  platform: 'sheet',
  kind: 'orders',
  title: bilingual('Hand-kept order sheet (Chinese)', '手工订单表'),
  must: [chinese(...buyer), chinese('placedAt', 'paidAt'), chinese(...amount)],
  not: quotes,
  weight: 1,
  fields: 'aliases',
  isPaidByDate: true,
  ownWords: { refundStatus: refundStateWords },
  buyerScope: 'shop',
  country: 'CN',
}

/** A plain order sheet in English: a customer, a date and an amount, as the R package `rfm` ships one. */
export const plainOrders: Format = {
  name: 'plain-orders',
  platform: 'sheet',
  kind: 'orders',
  title: bilingual('Plain order sheet', '普通订单表'),
  must: [latin(...buyer), latin('placedAt', 'paidAt'), latin(...amount)],
  not: quotes,
  weight: 1,
  fields: 'aliases',
  isPaidByDate: true,
  ownWords: { refundStatus: refundStateWords },
  buyerScope: 'shop',
}

/** Any sheet with a day and an amount in known words. */
export const orderSheet: Format = {
  name: 'order-sheet',
  platform: 'sheet',
  kind: 'orders',
  title: bilingual('Order sheet, understood column by column', '按列识别的订单表'),
  // Refunds alone have no other amount.
  must: [words('placedAt', 'paidAt'), words(...amount, 'refundAmount')],
  not: [...quotes, ...purchases],
  weight: 0,
  fields: 'aliases',
  isPaidByDate: true,
  ownWords: { refundStatus: refundStateWords },
  buyerScope: 'shop',
}

/** Any sheet that names customers and sells nothing. */
export const customerSheet: Format = {
  name: 'customer-sheet',
  platform: 'sheet',
  kind: 'customers',
  title: bilingual('Customer sheet, understood column by column', '按列识别的客户表'),
  must: [words(...buyer)],
  not: words('placedAt', 'orderId', 'quantity', ...amount, 'refundAmount'),
  weight: 0,
  fields: 'aliases',
  buyerScope: 'shop',
}
