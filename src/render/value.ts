import type { Fact } from '../core/report/model.js'
import type { Column, ColumnKind, TableRow } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { formatMinor, formatMoney } from '../core/values/money.js'
import { readablePhone } from './phone.js'
import { sparkline } from './sparkline.js'
import { renderWords } from './words.js'

/** What may stand in a cell of a report's table. */
export type CellValue = TableRow[string] | undefined

/** The part of a column (or a fact) that says how its values are written. */
export type Typed = Pick<Column, 'kind' | 'currency' | 'words' | 'isStacked' | 'most'>

const numericKinds: ReadonlySet<ColumnKind> = new Set([
  ...(['count', 'number', 'money', 'percent', 'points', 'days', 'score', 'bar'] as const),
])

const decimal = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** True for kinds whose values are numbers; those stand right-aligned. */
export function isNumeric(kind: ColumnKind): boolean {
  return numericKinds.has(kind)
}

/** The value as a number that may be written as one; null for text, blanks, NaN and infinities. */
export function finiteNumber(value: CellValue): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value + 0 : null
}

/** 4338 as '4,338', at most two decimals. */
export function groupDigits(value: number): string {
  return decimal.format(value === 0 ? 0 : value)
}

/** A fraction as a percentage with one decimal: 0.256 is '25.6%'. */
export function formatPercent(fraction: number): string {
  const text = (fraction * 100).toFixed(1)
  return `${text === '-0.0' ? '0.0' : text}%`
}

/** A difference of fractions in percentage points, with its sign: 0.1 is '+10.0 pp'. */
function formatPoints(difference: number, lang: Lang): string {
  const text = (difference * 100).toFixed(1)
  return renderWords(lang).points(Number(text) === 0 ? '0.0' : difference > 0 ? `+${text}` : text)
}

/** A value as people read it in a table whose heading names it; '' for a blank. */
export function formatValue(value: CellValue, column: Typed, lang: Lang): string {
  if (!isNumeric(column.kind)) return textOf(value, column, listMark(column, lang))
  const number = finiteNumber(value)
  return number === null ? textOf(value, column, listMark(column, lang)) : formatNumber(number, column, lang)
}

/** What stands between the entries of a list on one line; sentences have commas of their own. */
export function listMark({ isStacked }: Typed, lang: Lang): string {
  return isStacked === true ? renderWords(lang).stacked : renderWords(lang).list
}

/** A key figure as people read it: days carry their unit, a missing figure is '-'. */
export function formatFact(fact: Fact, lang: Lang): string {
  const text = formatValue(fact.value, fact, lang)
  if (text === '') return '-'
  return fact.kind === 'days' && finiteNumber(fact.value) !== null ? renderWords(lang).days(text) : text
}

/** A value as text in the reader's words: lists joined, codes spelled out, phones readable, blanks and NaN ''. */
export function textOf(value: CellValue, column: Typed, listMark: string): string {
  if (column.kind === 'trend' && Array.isArray(value)) return sparkline(value, column.most)
  if (Array.isArray(value)) return value.map((each: string) => textOf(each, column, listMark)).join(listMark)
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' && !Number.isFinite(value)) return ''
  const text = String(value)
  const { kind, words } = column
  if (words !== undefined && Object.hasOwn(words, text)) return words[text]!
  return kind === 'phone' ? readablePhone(text) : text
}

function formatNumber(value: number, { kind, currency }: Typed, lang: Lang): string {
  if (kind === 'money') return currency === undefined ? formatMinor(value, '') : formatMoney(value, currency, lang)
  if (kind === 'points') return formatPoints(value, lang)
  return kind === 'percent' || kind === 'bar' ? formatPercent(value) : groupDigits(value)
}

/** True where every value of a column is blank or a fraction from 0 to 1, so that bars on one scale tell the truth. */
export function holdsShares(values: Iterable<CellValue>): boolean {
  let seen = false
  for (const value of values) {
    if (value === null || value === undefined) continue
    const number = finiteNumber(value)
    if (number === null || number < 0 || number > 1) return false
    seen = true
  }
  return seen
}
