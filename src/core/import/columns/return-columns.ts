import type { Field } from '../field.js'
import { aliases } from '../words/aliases.js'
import type { ColumnLook } from './column-look.js'

/** Names of columns that number what a till took back. */
const ofSlips = [
  ...['退货单号', '退货单编号', '退货编号', '退货单', '退货单据号', '退单号', '销退单号', '销售退货单号', '退換貨單號'],
  ...['退货流水号', '退貨單號', '退貨編號', '銷退單號', '退换货单号', '返品番号', '返品伝票番号'],
  ...['return no', 'return number', 'return id', 'return #', 'return slip', 'return slip no', 'return receipt no'],
  ...['return order no', 'return ref', 'rma', 'rma no', 'rma number', 'rma #', 'retourennummer', 'retouren nr'],
  ...['retourennr', 'retournummer', 'rückgabenummer', 'numéro de retour', 'n° retour', 'número de devolución'],
]

/** Names of columns that number credit notes, which are of invoices. */
const ofInvoices = [
  ...['credit note no', 'credit note number', 'credit note #', 'credit note id', 'credit note', 'credit memo no'],
  ...['credit memo number', 'credit memo #', 'credit memo', 'cn no', 'cn number', '红字发票号', '红字发票号码'],
  ...['贷项通知单号', '贷项凭单号', 'gutschriftsnummer', 'gutschriftsnr', 'gutschrift nr', 'gutschriftnummer'],
  ...['gutschriftnr', 'numéro d avoir', "numéro d'avoir", 'n° avoir', 'número de nota de crédito'],
]

/** Normalised names of columns that number returns and credit notes. */
export const returnNumbers: readonly string[] = [...ofSlips, ...ofInvoices]

/** Normalised names of columns that hold the day of a return. */
export const returnDays: readonly string[] = [
  ...['退货日期', '退货时间', '退貨日期', '退貨時間', '退单日期', '退单时间', '销退日期', '返品日'],
  ...['return date', 'returned on', 'returned at', 'date of return', 'date returned', 'return time'],
  ...['credit note date', 'credit date', 'retourendatum', 'rückgabedatum', 'gutschriftsdatum', 'date de retour'],
  ...['退款日期', '退款时间', 'refund date', 'refunded on', 'refunded at', 'refund time'],
]

/** Normalised names of columns that hold what a return came to. */
export const returnAmounts: readonly string[] = [
  ...['退货金额', '退货总额', '退货总金额', '退货合计', '退单金额', '退貨金額', '退貨總額', '返品金額'],
  ...['return amount', 'return total', 'returned amount', 'amount returned', 'return value', 'credit amount'],
  ...['credit note amount', 'credit note total', 'credit total', 'gutschriftsbetrag', 'retourenbetrag'],
]

const hasAny = (keys: readonly string[], ...fields: readonly Field[]): boolean =>
  fields.some((field) => keys.some((key) => aliases[field]?.includes(key)))

/** One row in ten may lack it. */
const NEARLY_ALL = 0.8

/**
 * What the columns of a sheet say of all its rows, where they say it: that each is a credit note, or a return of a till. Nearly
 * each row has a number of a return, or the only day is that of one; a sale that came back has its own amount besides.
 */
export function returnsIn(keys: readonly string[], looks: readonly ColumnLook[]): 'credits' | 'returns' | null {
  const isFilled = (at: number) => {
    const texts = looks[at]?.texts ?? []
    return texts.filter((text) => text !== '').length >= texts.length * NEARLY_ALL
  }
  const has = (names: readonly string[]) => keys.some((key, at) => names.includes(key) && isFilled(at))
  const numbers = (names: readonly string[]) => keys.some((key, at) => names.includes(key) && holdsNumbers(looks[at]))
  const kinds = keys.map((key, at) => (aliases.type?.includes(key) ? looks[at]?.journal : null))
  const isOfSales = kinds.includes('slips') || kinds.includes('documents')
  const hasSale = hasAny(keys, 'orderTotal', 'itemAmount', 'unitPrice')
  const hasBack = hasAny(keys, 'refundAmount') || has(returnAmounts)
  if (isOfSales || (hasSale && hasBack) || !(hasSale || hasBack)) return null
  if (numbers(ofInvoices)) return 'credits'
  const others = keys.filter((key) => !returnDays.includes(key))
  // What was lent out comes back too, under the number of its order.
  const isLent = !hasBack && hasAny(others, 'orderId', 'productName', 'sku')
  const isDayOnly = !isLent && has(returnDays) && !hasAny(others, 'placedAt', 'paidAt')
  return numbers(ofSlips) || isDayOnly ? 'returns' : null
}

/** Whether nearly each row has a number of its own, and not a yes, a no or an amount of nothing. */
function holdsNumbers(look: ColumnLook | undefined): boolean {
  const texts = look?.texts ?? []
  const numbers = texts.filter((text) => /\d/.test(text) && !/^[^1-9]*$/.test(text) && !/^\d+[.,]\d{1,2}$/.test(text))
  return texts.length > 0 && numbers.length >= texts.length * NEARLY_ALL && new Set(numbers).size * 2 > numbers.length
}
