import type { Format, RowTexts } from '../core/import/format.js'
import type { OrderRecord } from '../core/import/record.js'
import { type DocumentKind, documentKind, isOfSales } from '../core/import/words/document-words.js'
import { saysYes } from '../core/import/words/yes-no.js'
import { cleanId } from '../core/values/text.js'

const voidWords =
  /^(?!未|非|没|不|not |un|non).*(?:void|delet|cancel|annul|anulad|revers|作废|作廢|废单|無效|无效|取消|撤销|撤銷|冲销|红冲|冲红|storn)/i

const saysVoid = ({ text }: Pick<RowTexts, 'text'>): boolean =>
  saysYes(text('isCancelled')) === true || voidWords.test(text('status'))

/** What is only prepared may be given back later. */
const isDraft = ({ text }: Pick<RowTexts, 'text'>): boolean => /draft|草稿|entwurf|brouillon/i.test(text('status'))

/** Between the number of a sale and that of a return of it, where rows are put together. */
const ofSale = ' < '

/** Below zero, with the minus before or behind, or in brackets. */
const isBelowZero = (amount: string): boolean => /^\D*[-−–(（]\D*\d|\d\s*[-−–]$/.test(amount)

const isNothing = (amount: string): boolean => !/[1-9]/.test(amount)

/** A return that was put together under its sale's number and its own is a refund of that sale. */
function nameSale(order: OrderRecord): void {
  const [sale = '', own] = (order.number ?? '').split(ofSale)
  if (own === undefined) return
  order.number = cleanId(sale).id
  order.refundNumber = own
}

/** What the rows of documents are, by their kind: sales, what is given back, what was voided, and what is no sale. */
export type SlipRules = Required<Pick<Format, 'skip' | 'isRefund' | 'isVoid' | 'unknownKind' | 'orderOf' | 'settle'>>

/** The rules for documents whose kind is told so; those of kinds that nobody knows are sales where `countsUnknown`. */
export function slipRules(kindOf: (row: RowTexts) => DocumentKind | null, countsUnknown: boolean): SlipRules {
  /** Of an exchange counts what was paid besides or, below zero, what was given back. */
  const givesBack = (row: RowTexts): boolean => {
    const kind = kindOf(row)
    return kind === 'credit' || (kind === 'exchange' && isBelowZero(row.text('orderTotal')))
  }

  /** By its state, or by its kind; a slip that says by its kind that it was voided may have been a sale or a return. */
  const isVoid = (row: RowTexts): boolean => kindOf(row) === 'void' || (givesBack(row) && saysVoid(row))

  const isNothingPaid = (row: RowTexts): boolean =>
    kindOf(row) === 'exchange' &&
    (['orderTotal', 'itemAmount', 'unitPrice'] as const).every((field) => isNothing(row.text(field)))

  const isNoSale = (row: RowTexts): boolean => {
    const kind = kindOf(row)
    // Which slip was voided only its number says, and among invoices such a row is an entry of the books.
    if (kind === 'void') return !countsUnknown || row.text('orderId') === ''
    return (kind !== null && !isOfSales(kind)) || isNothingPaid(row) || (givesBack(row) && isDraft(row))
  }

  const unknownKind = (row: RowTexts): string => (kindOf(row) === null ? row.text('type') : '')

  return {
    isVoid,
    unknownKind,
    isRefund: (row) => givesBack(row) || isVoid(row),
    // Rows that name no kind go on with the one above.
    skip: (row) => (isNoSale(row) || (!countsUnknown && unknownKind(row) !== '') ? 'not-a-sale' : null),
    /** What a row belongs to: a return that names its sale is a document of its own where it has a number too. */
    orderOf(row) {
      const own = row.text('orderId')
      const sale = givesBack(row) || isVoid(row) ? row.text('reference') : ''
      if (sale === '' || sale === own) return own
      const isWhole = (number: string) => number !== '' && !cleanId(number).damaged
      // Of nothing there is no refund.
      const isOfNothing = !isVoid(row) && /^[^1-9]*0[^1-9]*$/.test(row.text('orderTotal'))
      return isWhole(sale) && isWhole(own) && !isOfNothing ? `${sale}${ofSale}${own}` : sale
    },
    settle(order, cells) {
      const { kind } = order
      const row: RowTexts = { text: cells.text, texts: () => [] }
      const isReturn = kind === 'refund' || kind === 'return' || (order.totalMinor ?? 0) < 0
      if (!isReturn && !givesBack(row) && !isVoid(row)) return
      // It has a number of its own and names no invoice; "applied" or "open" says when it is used, not whether it was given.
      const isNamed = isOfReturns(kindOf(row)) && cells.text('reference') !== ''
      order.kind = isNamed ? 'refund' : 'return'
      if (isNamed) nameSale(order)
      order.isPaid = givesBack(row) || !saysVoid(cells)
      if (kindOf(row) === 'void' && !isNamed) voidSlip(order)
    },
  }
}

const isOfReturns = (kind: DocumentKind | null): boolean => kind === 'credit' || kind === 'exchange' || kind === 'void'

/** A slip of which nothing is known but that it was voided: what was told under its number has not happened. */
function voidSlip(order: OrderRecord): void {
  order.kind = 'order'
  order.totalMinor = Math.abs(order.totalMinor || (order.refundMinor ?? 0))
  order.refundMinor = null
}

/** The kind of document a row says it is; null for one that is not known. */
export const kindOfRow = (row: Pick<RowTexts, 'text'>): DocumentKind | null => documentKind(row.text('type'))
