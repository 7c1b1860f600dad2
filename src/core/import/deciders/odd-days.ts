import { type DateOrder, type Day, dateOf, dayOf, parseDay } from '../../values/business-date.js'
import { isBuddhist } from '../../values/eras.js'
import { monthOfWord } from '../../values/month-names.js'
import { withPlainDigits } from '../../values/parse-day.js'
import { possibleOrders } from './date-column.js'

/** What is wrong with the days of a whole column: day and month of its true dates are swapped, or its years are Buddhist. */
export type DayFault = 'turned' | 'buddhist'

/** `open` where nobody can tell whether the true dates are swapped; with some of them and of the texts beside. */
export type FaultDecision = DayFault | { readonly open: readonly string[] } | null

export interface DayFaultEvidence {
  add(text: string): void
  /** `order` is that of the column's dates; one the seller has said settles what is open. */
  decide(order: DateOrder | null, isSaid: boolean): FaultDecision
}

/** As spreadsheet programs write a date they have understood: year first, `3-May-24`, or the number of its day. */
const understood =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)|\d{1,2}-[a-z]{3}-(?:\d{4}|\d{2})(?!\d)|[3-6]\d{4}(?:\.\d+)?$)/i

/** The day a spreadsheet program has understood a cell as; null for a text it has left as it was. */
export function understoodDay(text: string): Day | null {
  return understood.test(text) ? (parseDay(text, 'ymd', { serial: true })?.day ?? null) : null
}

/** The day with its day and month swapped back; null where the day is no month. */
export function turnedBack(day: Day): Day | null {
  const [year, month, date] = dateOf(day).split('-')
  return Number(date) > 12 ? null : dayOf(`${year}-${date}-${month}`)
}

/** First and last of some days. */
interface Span {
  from: Day
  to: Day
}

const emptySpan = (): Span => ({ from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY })

function widen(span: Span, day: Day): void {
  if (day < span.from) span.from = day
  if (day > span.to) span.to = day
}

/** Whether days come in order, the first or the last on top. */
function course() {
  let last: Day | null = null
  let rises = false
  let falls = false
  return {
    add(day: Day): void {
      rises ||= last !== null && day > last
      falls ||= last !== null && day < last
      last = day
    },
    isInOrder: (): boolean => !(rises && falls),
  }
}

const fourDigits = /(?<!\d)\d{4}(?!\d)/

/** So many different days, none after the 12th, are no chance. */
const MANY = 5

/**
 * Excel turns the texts of a column into dates in its own order of day and month and leaves what cannot be read so: under
 * month first `17/03/2024` stays a text while `05/03/2024` becomes the 3rd of May. Such a column has true dates with days up
 * to 12 only, beside texts that can be read in one order only.
 */
export function dayFaultEvidence(): DayFaultEvidence {
  let mayBeTurned = true
  let hasYears = false
  let areBuddhist = true
  const asWritten = emptySpan()
  const asTurned = emptySpan()
  const days = new Set<Day>()
  const daysOfMonth = new Set<number>()
  const rowsWritten = course()
  const cells: string[] = []
  const texts: string[] = []
  const orders = new Set<DateOrder>()

  function addText(text: string): void {
    const [only, other] = possibleOrders(text).filter((order) => order !== 'ymd')
    // With points no program of another country reads any of them.
    if (only === undefined || text.includes('.')) return
    const day = other === undefined ? (parseDay(text, only)?.day ?? null) : null
    if (day === null) {
      // Read either way, and yet left as it was: nothing was turned here. The same number twice says nothing.
      mayBeTurned &&= /^(\d+)\D\1\D/.test(text)
      return
    }
    orders.add(only)
    if (texts.length < 2) texts.push(text)
    rowsWritten.add(day)
    widen(asWritten, day)
    widen(asTurned, day)
  }

  function addCell(text: string): void {
    const day = understoodDay(text)
    if (day === null) {
      addText(text)
      return
    }
    const back = turnedBack(day)
    mayBeTurned &&= back !== null
    if (back === null) return
    if (days.size < MANY) days.add(day)
    daysOfMonth.add(Number(dateOf(day).slice(8)))
    rowsWritten.add(day)
    if (cells.length < 2 && back !== day) cells.push(text)
    widen(asWritten, day)
    widen(asTurned, back)
  }

  return {
    add(text) {
      if (!mayBeTurned && !areBuddhist) return
      const plain = withPlainDigits(text)
      if (areBuddhist && fourDigits.test(plain)) {
        hasYears = true
        areBuddhist = isBuddhist(plain)
      }
      if (mayBeTurned) addCell(plain)
    },
    decide(order, isSaid) {
      if (hasYears && areBuddhist) return 'buddhist'
      const isMeant = order !== null && orders.size === 1 && orders.has(order)
      if (!mayBeTurned || !isMeant || cells.length === 0) return null
      if (isSaid) return 'turned'
      // Rows that stand in order as they are, or all of one day of the month, were not swapped.
      if (rowsWritten.isInOrder() || (daysOfMonth.size === 1 && days.size > 1)) return null
      const [written, turned] = [asWritten.to - asWritten.from, asTurned.to - asTurned.from]
      const isCloser = turned * 2 <= written
      const isFarther = written * 2 <= turned
      if (isFarther) return null
      return isCloser || days.size >= MANY ? 'turned' : { open: [...cells, ...texts] }
    },
  }
}

const yearless =
  /^(?:(\d{1,2})月\d|(\d{1,2})[./-]\d{1,2}$|(?:\d{1,2}(?:\.|st|nd|rd|th)?[ -]?)?(\p{L}{3,9})\.?(?: \d{1,2})?(?!\p{L}|.*\d{4}))/iu

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** The month (1–12) of a date without a year; null for any other text. */
export function monthWithoutYear(text: string): number | null {
  // Nearly all dates have four digits in front.
  if (isDigit(text.charCodeAt(2)) && isDigit(text.charCodeAt(3))) return null
  const [, chinese, numeric, word] = yearless.exec(text) ?? []
  const month = word === undefined ? Number(chinese ?? numeric ?? 0) : (monthOfWord(word) ?? 0)
  return month >= 1 && month <= 12 ? month : null
}

/** Whether months written without a year (bits, 0 is January) are those around the month of their sheet, also across the new year. */
export function isOfMonth(months: number, sheet: number | undefined): boolean {
  if (sheet === undefined) return false
  const around = [-2, -1, 0, 1, 2].map((by) => (sheet - 1 + by + 12) % 12)
  return (months & ~around.reduce((bits, at) => bits | (1 << at), 0)) === 0
}
