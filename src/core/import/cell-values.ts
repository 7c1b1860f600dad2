import { type DayTime, dateOf, parseDay } from '../values/business-date.js'
import { shifted } from '../values/decimal.js'
import { fromBuddhist, looksRepublican } from '../values/eras.js'
import { type Decimal, numberToDecimal, parseAmount, plainAmount } from '../values/money.js'
import { cellText, errorIn, isError, isPlain, valueColumn } from './cells.js'
import { scaledColumns } from './columns/amount-unit.js'
import { hasChinese, hasTraditional } from './columns/header.js'
import { isOfMonth, turnedBack, understoodDay } from './deciders/odd-days.js'
import type { ReportIssue, SheetMapping } from './order-sink.js'
import type { Cell } from './sheet.js'

/** Reads the first non-blank of some columns as what it should be; null when all are blank or the cell does not say it. */
export interface CellValues {
  amount(cells: readonly Cell[], columns: readonly number[], row: number): Decimal | null
  /** An amount the order can do without: null where the cell does not say it, and nothing is reported. */
  optionalAmount(cell: Cell, column: number): Decimal | null
  /** A day that must be right is an error, any other a warning. */
  moment(cells: readonly Cell[], columns: readonly number[], row: number, isRequired: boolean): DayTime | null
  /** The day some text names, year first; null when it names none. */
  dayIn(text: string): DayTime | null
}

/** An amount kept by hand from memory: 约500, ~500, ca. 500, 500左右. */
const about = /^(?:大?约|大概|about|approx\.?|circa|ca\.|[~～≈])\s*|\s*(?:左右|上下)$/gi

const withoutAbout = (text: string): string => text.trim().replace(about, '')

const memoLimit = 50_000

/** A day from 1982 to 2091 as Excel counts it, in a file saved again without its date formats. */
const serialText = /^[3-6]\d{4}(?:\.\d+)?$/

const yearless = /^\d{1,2}\s*(?:月\s*\d{1,2}\s*[日号]?|[./-]\s*\d{1,2}|[日号])$/
const yearlessWord = /^(?:\d{1,2}\D{0,3}\p{L}{3,9}\.?|\p{L}{3,9}\.? \d{1,2}\D{0,2})$/u

/** A month and a day want a year from the sheet's or the file's name; three digits may be a year of Taiwan. */
function wrongDate(text: string, year: number | undefined): string {
  if (looksRepublican(text)) return 'date.republican'
  const isYearless = yearless.test(text) || (yearlessWord.test(text) && parseDay(text, 'ymd', anyYear) !== null)
  return year === undefined && isYearless ? 'date.no-year' : 'date.invalid'
}

const anyYear = { year: 2000 }

/** What an order or an entry can do without is left out. */
const codeOf = (wrong: ReturnType<typeof wrongDate>, isRequired: boolean) => {
  if (isRequired) return wrong
  return wrong === 'date.no-year' ? 'date.ignored-no-year' : 'date.ignored'
}

/** The cell readers of one sheet; they remember what they read, since written-out amounts and dates repeat from row to row. */
export function cellValues({ match, reading, period, zone }: SheetMapping, report: ReportIssue): CellValues {
  const amounts = new Map<string, Decimal | null>()
  const monthDay = hasChinese(match.header)
  const texts = {
    ...(period === undefined ? {} : { year: period.year, monthDay }),
    ...(period?.month === undefined ? {} : { month: period.month }),
    ...(zone === undefined ? {} : { zone }),
    ...{ unix: true, letterEras: true },
    ...(hasTraditional(match.header) ? { republican: true } : {}),
    ...(isOfMonth(reading.yearlessMonths, period?.month) ? { crossesYear: true } : {}),
  }
  const serials = { ...texts, serial: true }
  const shifts = new Map(scaledColumns(match).map(({ column, shift }) => [column, shift]))
  let last = { text: '', column: -1, value: null as DayTime | null }
  /** Days that were put right: each row is told of. */
  let righted = 0

  function parsed(text: string, column: number): Decimal | null {
    const mark = reading.marks.get(column) ?? '.'
    const plain = plainAmount(text, mark)
    if (plain !== null) return plain
    const key = mark === '.' ? text : `,${text}`
    const found = amounts.get(key)
    if (found !== undefined) return found
    const cleaned = cellText(text)
    const amount = parseAmount(cleaned, mark) ?? parseAmount(withoutAbout(cleaned), mark)
    if (amounts.size > memoLimit) amounts.clear()
    amounts.set(key, amount)
    return amount
  }

  /** A day of a column whose days are to be put right, or of a sheet of another year; the seller is told of both. */
  function putRight(value: DayTime, text: string, row: number, column: number): DayTime {
    if (period?.month !== undefined && !dateOf(value.day).startsWith(String(period.year))) {
      const own = parseDay(text, reading.dateOrders.get(column) ?? 'ymd', { ...texts, crossesYear: false })
      if (own !== null && own.day !== value.day) {
        righted++
        report('warning', 'date.other-year', row, column, { value: text, day: dateOf(value.day) })
      }
    }
    const back =
      reading.dayFaults.get(column) === 'turned' && understoodDay(text) !== null ? turnedBack(value.day) : null
    if (back === null || back === value.day) return value
    righted++
    report('warning', 'date.turned', row, column, { value: dateOf(value.day), day: dateOf(back) })
    return { ...value, day: back }
  }

  function optionalAmount(cell: Cell, column: number): Decimal | null {
    if (isError(cell)) return null
    const amount = typeof cell === 'number' ? numberToDecimal(cell) : parsed(cell, column)
    if (amount === null || shifts.size === 0) return amount
    return shifted(amount, shifts.get(column) ?? 0)
  }

  return {
    optionalAmount,
    dayIn: (text) => (text === '' ? null : parseDay(text, 'ymd', texts)),
    amount(cells, columns, row) {
      const column = valueColumn(cells, columns)
      if (column < 0) return null
      const cell = cells[column]!
      const amount = optionalAmount(cell, column)
      const error = amount === null ? errorIn(cell) : null
      if (error !== null) report('error', 'cell.error', row, column, { error })
      else if (amount === null) report('error', 'amount.invalid', row, column, { value: String(cell) })
      else if (typeof cell === 'string' && !isPlain(cell) && withoutAbout(cell) !== cell.trim())
        report('warning', 'amount.about', row, column, { value: cell.trim() })
      return amount
    },
    moment(cells, columns, row, isRequired) {
      const column = valueColumn(cells, columns)
      if (column < 0) return null
      const cell = cells[column]!
      const severity = isRequired ? 'error' : 'warning'
      const text = cellText(cell)
      if (text === last.text && column === last.column) return last.value
      const order = reading.dateOrders.get(column) ?? 'ymd'
      const isSerial = typeof cell === 'number' || serialText.test(text)
      const common = reading.dayFaults.get(column) === 'buddhist' ? fromBuddhist(text) : text
      const value = parseDay(common, order, isSerial ? serials : texts)
      const error = value === null ? errorIn(cell) : null
      if (error !== null) report(severity, 'cell.error', row, column, { error })
      else if (value === null)
        report(severity, codeOf(wrongDate(text, period?.year), isRequired), row, column, { value: text })
      if (value === null) return value
      const before = righted
      const right = putRight(value, text, row, column)
      if (righted === before) last = { text, column, value }
      return right
    },
  }
}
