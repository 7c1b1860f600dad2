import { civilDate, civilDay, type Day } from './calendar.js'

export type { Day } from './calendar.js'
export { type DateOrder, type DayOptions, type DayTime, parseDay } from './parse-day.js'
export { parseLaterDate, parseUserDate } from './user-date.js'
export { todayIn } from './zone.js'

/** A calendar day as text, `YYYY-MM-DD`. */
export type BusinessDate = string & { readonly __brand: 'BusinessDate' }

/** The number a run of digits spells; NaN when another character stands in it. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** The day of a `YYYY-MM-DD` text; null for any other text. */
export function dayOfText(text: string): Day | null {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null
  const [year, month, date] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)]
  return Number.isNaN(year + month + date) ? null : civilDay(year, month, date)
}

/** The day of a `YYYY-MM-DD` text; throws RangeError when it is not one or the calendar has no such day. */
export function dayOf(date: BusinessDate | string): Day {
  const day = dayOfText(date)
  if (day === null) throw new RangeError(`not a date: ${date}`)
  return day
}

/** Whether the text is a `YYYY-MM-DD` the calendar has. */
export function isBusinessDate(text: string): text is BusinessDate {
  return dayOfText(text) !== null
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** Days written before: reports write the same few hundred over and over. */
const written = new Map<Day, BusinessDate>()
const MOST_WRITTEN = 10_000

/** The day as `YYYY-MM-DD`; throws RangeError outside the years 1–9999 or when the day is no integer. */
export function dateOf(day: Day): BusinessDate {
  const known = written.get(day)
  if (known !== undefined) return known
  const date = dateText(day)
  if (written.size < MOST_WRITTEN) written.set(day, date)
  return date
}

function dateText(day: Day): BusinessDate {
  const { year, month, date } = civilDate(day)
  if (!Number.isInteger(day) || !(year >= 1 && year <= 9999)) throw new RangeError(`not a day: ${day}`)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` as BusinessDate
}

/** The day a number of days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return day + days
}

/** The month a day lies in, `YYYY-MM`. */
export function monthOf(day: Day): string {
  return dateOf(day).slice(0, 7)
}
