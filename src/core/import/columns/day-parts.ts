import { monthOfWord } from '../../values/month-names.js'
import { cellText } from '../cells.js'
import { isSideLine } from '../orders/side-lines.js'
import type { Cell, RowBatch } from '../sheet.js'
import { aliases } from '../words/aliases.js'
import type { ColumnLook } from './column-look.js'
import { type Header, hasChinese } from './header.js'

/** Columns in which the parts of one day stand apart, by position; a year that no column has is -1. */
export interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const list = (text: string): ReadonlySet<string> => new Set(text.normalize('NFKC').split('|'))

const years = list('年|年份|年度|year|yr|yyyy|jahr|année|año|ano|anno|år|jaar|rok|tahun')
const months = list('月|月份|month|mon|mm|monat|mois|mes|mês|mese|måned|månad|maand|miesiąc|bulan')
const days = list('日|号|號|day|dd|tag|jour|día|dia|giorno|dag|dzień|hari')

const yearIn = (text: string): string => {
  const [, digits = ''] = /^((?:19|20)?\d\d) ?年?$/.exec(text) ?? []
  return digits.length === 2 ? `20${digits}` : digits
}

/** A month with its year, as `2024-03`, 2024年3月, `March 2024` and the first of March 2024. */
const datedMonths = [
  /^(?<year>(?:19|20)\d\d) ?[-/.年] ?(?<month>\d{1,2}) ?月?$/,
  /^(?<month>\p{L}{3,9})\.?[ -](?<year>20\d\d)$/u,
  // What spreadsheet programs make of a month that is typed.
  /^(?<year>(?:19|20)\d\d)-(?<month>\d\d)-01(?: 00:00(?::00)?)?$/,
]

/** What a cell of months says: the month, and the year where it stands there too. */
const monthParts = (text: string): { readonly month: string; readonly year: string } => {
  const found = datedMonths.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined)
  return { month: found?.month ?? text, year: found?.year ?? '' }
}

const monthIn = (text: string): number => {
  const said = monthParts(text).month
  const [, digits] = /^(\d{1,2}) ?月?(?:份)?$/.exec(said) ?? []
  const month = digits === undefined ? (monthOfWord(said.replace(/\.$/, '')) ?? 0) : Number(digits)
  return month <= 12 ? month : 0
}

const dayIn = (text: string): number => {
  const [, digits = '0'] = /^(\d{1,2}) ?(?:日|号|號|st|nd|rd|th)?$/i.exec(text) ?? []
  return Number(digits) <= 31 ? Number(digits) : 0
}

/** A whole day, as one is put into a row that was rejected. */
const isWhole = (text: string): boolean => /^\d{4}-/.test(text)

const isDate = (key: string): boolean => aliases.placedAt?.includes(key) === true

/** One value in ten may be a slip. */
const NEARLY_ALL = 0.9

/** The columns in which the year, the month and the day stand apart, told by their names and their values; null where they do not. */
export function dayPartsOf({ keys }: Pick<Header, 'keys'>, looks: readonly ColumnLook[]): DayParts | null {
  const find = (isNamed: (key: string) => boolean, isPart: (text: string) => boolean) =>
    keys.findIndex((key, at) => {
      const values = isNamed(key) ? (looks[at]?.texts.filter((text) => /\d|\p{L}{3}/u.test(text)) ?? []) : []
      return values.length > 0 && values.filter(isPart).length >= values.length * NEARLY_ALL
    })
  const parts = {
    year: find(
      (key) => years.has(key),
      (text) => yearIn(text) !== '',
    ),
    month: find(
      (key) => months.has(key),
      (text) => monthIn(text) > 0,
    ),
    day: find(
      (key) => days.has(key),
      (text) => dayIn(text) > 0 || isWhole(text),
    ),
  }
  // Beside a month, a column of days from 1 to 31 alone says which one of it.
  if (parts.day < 0) parts.day = find(isDate, (text) => dayIn(text) > 0)
  return parts.month < 0 || parts.day < 0 ? null : parts
}

/** The day the parts in a row make, as text; what makes none is told as it stands. */
function dayText(cells: readonly Cell[], { year, month, day }: DayParts): string {
  const [own, m, d] = [year, month, day].map((at) => cellText(cells[at]))
  const y = own || monthParts(m!).year
  // Words are the header once more, or the name of a total.
  if (!/\d/.test(`${y}${m}${d}`)) return ''
  if (isWhole(d!)) return d!
  const [monthNumber, dayNumber] = [monthIn(m!), dayIn(d!)]
  if (y === '' && monthNumber > 0 && dayNumber > 0)
    return /^[a-z]/i.test(m!) ? `${dayNumber} ${m}` : `${monthNumber}月${dayNumber}日`
  return `${yearIn(y) || y}-${monthNumber || m}-${dayNumber || d}`
}

/** The header under which the column of the day says the whole day. */
export function withWholeDay(header: Header, { day }: DayParts): Header {
  const word = hasChinese(header) ? '日期' : 'date'
  return { ...header, keys: header.keys.map((key, at) => (at === day ? word : key)) }
}

/** The rows of a sheet with the whole day in the column of the day; as they are where it stands in one column. */
export async function* withWholeDays(
  parts: DayParts | undefined,
  batches: AsyncIterable<RowBatch>,
): AsyncIterable<RowBatch> {
  for await (const batch of batches) yield parts === undefined ? batch : wholeDaysIn(batch, parts)
}

/** The same of a batch of rows. */
export function wholeDaysIn(batch: RowBatch, parts: DayParts): RowBatch {
  const whole = (cells: readonly Cell[]): readonly Cell[] => {
    const text = isSideLine(cells) ? '' : dayText(cells, parts)
    return text === '' ? cells : cells.map((cell, at) => (at === parts.day ? text : cell))
  }
  return { ...batch, rows: batch.rows.map(whole) }
}
