import { dayOf, isBusinessDate } from '../core/values/business-date.js'
import type { Lang } from '../core/values/lang.js'
import { formatMinor, formatMoney, minorDigits } from '../core/values/money.js'
import { type CellValue, finiteNumber, isNumeric, listMark, type Typed, textOf } from './value.js'
import { renderWords } from './words.js'

/** Excel's longest cell text. */
const LONGEST = 32_767
/** Excel shows text cells longer than this as ##### when their format is text. */
const LONGEST_TEXT_FORMAT = 255
/** Excel counts a day in 1900 that never was; before it its day numbers are wrong. */
const FIRST_DAY = '1900-03-01'

/** The font of cells that are set apart; a cell whose font has no name is shown with serifs. */
export const font = { name: 'Calibri', family: 2, size: 11 }

/** What a cell of a workbook may hold; never an object, which could become a formula or a link. */
export type SheetValue = string | number | Date | null

/** A value as a typed cell: money in major units, dates as UTC midnights, everything else as text. */
export function sheetValue(value: CellValue, column: Typed, lang: Lang): SheetValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' && !Number.isFinite(value)) return null
  const number = isNumeric(column.kind) ? finiteNumber(value) : null
  if (number !== null) return sheetNumber(number, column)
  const text = textOf(value, column, listMark(column, lang))
  return (column.kind === 'date' ? dateValue(text) : null) ?? sheetText(text)
}

/** Amounts in major units, differences of shares in percentage points; the rest as it is. */
function sheetNumber(number: number, { kind, currency }: Typed): number {
  if (kind === 'money') return majorUnits(number, currency)
  return kind === 'points' ? Number((number * 100).toFixed(6)) + 0 : number
}

/** Text without the characters that XML, and so a workbook, cannot hold; line ends are LF. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, '')
}

/** Text that a cell can hold: without control characters, at most 32,767 UTF-16 units, no `_xHHHH_` read as an escape. */
export function sheetText(text: string): string {
  const escaped = cleanText(text).replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
  if (escaped.length <= LONGEST) return escaped
  const cut = escaped.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$|_(?:x[0-9a-fA-F]{0,4})?$/, '')
  return `${cut}…`
}

/** The number format of a column (or of one key figure); text kinds are text, so that editing a cell starts no formula. */
export function numberFormat(column: Typed, lang: Lang): string {
  switch (column.kind) {
    case 'money':
      return moneyFormat(column.currency, lang)
    case 'percent':
    case 'bar':
      return '0.0%'
    case 'points':
      return `+0.0${renderWords(lang).pointsUnit};-0.0${renderWords(lang).pointsUnit};0.0${renderWords(lang).pointsUnit}`
    case 'count':
    case 'days':
    case 'score':
      return '#,##0'
    case 'number':
      return '#,##0.00'
    case 'date':
      return 'yyyy-mm-dd'
    default:
      return '@'
  }
}

/** True for text that Excel would show as ##### in a cell formatted as text. */
export function isTooLongForTextFormat(value: SheetValue): boolean {
  return typeof value === 'string' && value.length > LONGEST_TEXT_FORMAT
}

// Division by a power of ten gives the double nearest to the decimal amount, which is what Excel shows and computes with.
function majorUnits(minor: number, currency: string | undefined): number {
  return minor / 10 ** minorDigits(currency ?? '')
}

function moneyFormat(currency: string | undefined, lang: Lang): string {
  const digits = minorDigits(currency ?? '')
  const amount = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`
  const symbol = currency === undefined ? '' : formatMoney(0, currency, lang).replace(formatMinor(0, currency), '')
  const quoted = symbol === '' ? '' : `"${symbol.replaceAll('"', '')}"`
  return `${quoted}${amount};[Red]-${quoted}${amount}`
}

function dateValue(text: string): Date | null {
  return isBusinessDate(text) && text >= FIRST_DAY ? new Date(dayOf(text) * 86_400_000) : null
}
