import { civilDay, type Day } from './calendar.js'
import { type EraOptions, withCommonYear } from './eras.js'
import { monthOfWord } from './month-names.js'
import { type DaySeconds, parseTime } from './parse-time.js'
import { wallClock } from './zone.js'

/** Which part of a numeric date comes first; a four-digit year in front is understood under every order. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/** A day and, where the cell has a time, the seconds since midnight. */
export interface DayTime {
  readonly day: Day
  readonly seconds: number | null
}

export interface DayOptions extends EraOptions {
  /** The year of dates written without one (`5月3日`). */
  readonly year?: number
  /** The month (1–12) of bare days (`5日`, `5`) of that year, as month sheets have them. */
  readonly month?: number
  /** Whether December in a sheet of January is that of the year before, and January in one of December the next one's. */
  readonly crossesYear?: boolean
  /** Whether `10.6`, `10/6` and `10-6` are a month and a day of that year, as Chinese sellers write them. */
  readonly monthDay?: boolean
  /** The IANA zone that times with an offset are turned into; without it the written wall clock counts. */
  readonly zone?: string
  /** Whether bare numbers are Excel serials of the 1900 system (45415, 45384.347). */
  readonly serial?: boolean
  /** Whether bare numbers of 10 or 13 digits are Unix seconds or milliseconds; in `zone`, else UTC. */
  readonly unix?: boolean
}

const none: DayOptions = {}

/**
 * Reads a date cell, with or without a time. Numeric dates follow `order`; null when the text is no date, or one the
 * calendar does not have, or one outside the years 1900–2999.
 */
export function parseDay(text: string, order: DateOrder, options: DayOptions = none): DayTime | null {
  const first = digitsEnd(text, 0)
  const separator = text.charCodeAt(first)
  if (first === 0 || first > 4 || first === 3 || !isSeparator(separator)) return parseWritten(text, order, options)
  const second = digitsEnd(text, first + 1)
  if (text.charCodeAt(second) !== separator) return parseWritten(text, order, options)
  const third = digitsEnd(text, second + 1)
  const day = numericDay(text, first, second, third, order)
  return day === null ? null : withTime(day, text, third, options)
}

function digitsEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (!(code >= 48 && code <= 57)) return at
    at++
  }
}

/** `-`, `.` or `/`. */
function isSeparator(code: number): boolean {
  return code >= 45 && code <= 47
}

/** The number of the digits in [from, to); callers know that there are digits only. */
function numberAt(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48
  return value
}

function numericDay(text: string, first: number, second: number, third: number, order: DateOrder): Day | null {
  const a = numberAt(text, 0, first)
  const b = numberAt(text, first + 1, second)
  const c = numberAt(text, second + 1, third)
  const bWidth = second - first - 1
  const cWidth = third - second - 1
  if (bWidth < 1 || bWidth > 2 || cWidth < 1) return null
  if (first === 4) return cWidth <= 2 ? dayInRange(a, b, c) : null
  if (order === 'ymd') return first === 2 && cWidth <= 2 ? dayInRange(fullYear(a), b, c) : null
  if (cWidth !== 4 && cWidth !== 2) return null
  const year = cWidth === 4 ? c : fullYear(c)
  return order === 'dmy' ? dayInRange(year, b, a) : dayInRange(year, a, b)
}

/** Two-digit years lie in 1970–2069. */
function fullYear(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year
}

function dayInRange(year: number, month: number, date: number): Day | null {
  return year < 1900 || year > 2999 ? null : civilDay(year, month, date)
}

function withTime(day: Day, text: string, at: number, options: DayOptions): DayTime | null {
  if (at === text.length) return { day, seconds: null }
  const time = parseTime(text, at)
  return time === null ? null : inZone(day, time, options.zone)
}

function inZone(day: Day, time: DaySeconds, zone: string | undefined): DayTime {
  if (time.offset !== null && zone !== undefined) return wallClock(zone, day * 86_400 + time.seconds - time.offset)
  return time.seconds === 86_400 ? { day: day + 1, seconds: 0 } : { day, seconds: time.seconds }
}

const chinese = /^(?:(\d{4}|\d{2})年)?(\d{1,2})月(\d{1,2})[日号]?(?:\s*(?:星期|周|礼拜)[一二三四五六日天])?/
const bareDay = /^\d{1,2}[日号]?$/
const monthDay = /^(\d{1,2})[./-](\d{1,2})$/
const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?(?!\d)/
const weekday = '(?:\\p{L}{2,10}\\.?,? +)?'
const monthFirst = new RegExp(
  `^${weekday}(\\p{L}{3,9})\\.?[ -](\\d{1,2})(?:st|nd|rd|th)?,?[ -] ?(\\d{4}|\\d{2})(?!\\d)`,
  'iu',
)
const dayFirst = new RegExp(
  `^${weekday}(\\d{1,2})(?:\\.|st|nd|rd|th)?[ -]?(\\p{L}{3,9})\\.?,?[ -](\\d{4}|\\d{2})(?!\\d)`,
  'iu',
)
const yearFirst = /^(\d{4})[ -](\p{L}{3,9})[ -](\d{1,2})(?!\d)/u

const wide = /[\u3000\uff01-\uff5e]/

/** Digits and marks of full width, as Asian keyboards write them, in their usual form. */
export function withPlainDigits(text: string): string {
  return wide.test(text) ? text.normalize('NFKC') : text
}

/** Dates with words, runs of digits, serials. */
function parseWritten(text: string, order: DateOrder, options: DayOptions): DayTime | null {
  if (wide.test(text)) return parseDay(withPlainDigits(text), order, options)
  const common = withCommonYear(text, options)
  if (common !== null) return parseDay(common, 'ymd', none)
  if (options.month !== undefined && bareDay.test(text)) return parseBareDay(text, options)
  if (options.serial === true && /^\d{1,7}(?:\.\d+)?$/.test(text)) return dayOfSerial(Number(text))
  if (options.unix === true && /^(?:\d{10}|\d{13})$/.test(text)) {
    return wallClock(options.zone ?? 'UTC', text.length === 13 ? Number(text) / 1000 : Number(text))
  }
  return (
    parseChinese(text, options) ??
    parseMonthDay(text, options) ??
    parseCompact(text, options) ??
    parseNamed(text, options)
  )
}

function parseChinese(text: string, options: DayOptions): DayTime | null {
  const match = chinese.exec(text)
  if (match === null) return null
  const [whole, year, month, date] = match
  const fullest =
    year === undefined ? yearOf(Number(month), options) : year.length === 2 ? fullYear(Number(year)) : Number(year)
  if (fullest === undefined) return null
  const day = dayInRange(fullest, Number(month), Number(date))
  return day === null ? null : withTime(day, text, whole.length, options)
}

function parseBareDay(text: string, { year, month }: DayOptions): DayTime | null {
  const day = year === undefined ? null : dayInRange(year, month!, Number.parseInt(text, 10))
  return day === null ? null : { day, seconds: null }
}

/** The year of a month that is written without one; undefined where none is known. */
function yearOf(month: number, { year, month: sheet, crossesYear }: DayOptions): number | undefined {
  if (year === undefined || sheet === undefined || crossesYear !== true) return year
  return month - sheet >= FAR ? year - 1 : sheet - month >= FAR ? year + 1 : year
}

/** Months so far apart are neighbours across the new year. */
const FAR = 10

function parseMonthDay(text: string, options: DayOptions): DayTime | null {
  const match = options.year === undefined || options.monthDay !== true ? null : monthDay.exec(text)
  const day = match === null ? null : dayInRange(yearOf(Number(match[1]), options)!, Number(match[1]), Number(match[2]))
  return day === null ? null : { day, seconds: null }
}

function parseCompact(text: string, options: DayOptions): DayTime | null {
  const match = compact.exec(text)
  if (match === null) return null
  const [whole, year, month, date, hour, minute, second] = match
  const day = dayInRange(Number(year), Number(month), Number(date))
  if (day === null) return null
  if (hour === undefined) return withTime(day, text, whole.length, options)
  return whole.length === text.length ? withTime(day, `${hour}:${minute}:${second}`, 0, options) : null
}

function parseNamed(text: string, options: DayOptions): DayTime | null {
  const match = monthFirst.exec(text)
  if (match !== null) return named(text, match, [3, 1, 2], options)
  const dated = dayFirst.exec(text)
  const day = dated === null ? null : named(text, dated, [3, 2, 1], options)
  if (day !== null) return day
  const yeared = yearFirst.exec(text)
  if (yeared !== null) return named(text, yeared, [1, 2, 3], options)
  return options.year === undefined ? null : parseYearless(text, options)
}

// `Mar-24` is a month of 2024 as spreadsheet programs show it.
const dayOfMonth = /^(\d{1,2})(?:\.|st|nd|rd|th)?[ -]?(\p{L}{3,9})\.?(?![\p{L}\d])/iu
const monthAndDay = /^(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?!\d)/iu

function parseYearless(text: string, options: DayOptions): DayTime | null {
  const dated = dayOfMonth.exec(text)
  const match = dated ?? monthAndDay.exec(text)
  const month = match === null ? null : monthOfWord(match[dated === null ? 1 : 2]!)
  if (match === null || month === null) return null
  const day = dayInRange(yearOf(month, options)!, month, Number(match[dated === null ? 2 : 1]))
  return day === null ? null : withTime(day, text, match[0].length, options)
}

function named(
  text: string,
  match: RegExpExecArray,
  [y, m, d]: readonly [number, number, number],
  options: DayOptions,
) {
  const month = monthOfWord(match[m]!)
  if (month === null) return null
  const year = match[y]!.length === 2 ? fullYear(Number(match[y])) : Number(match[y])
  const day = dayInRange(year, month, Number(match[d]))
  return day === null ? null : withTime(day, text, match[0].length, options)
}

/** The day and time of an Excel serial (1900 system); null outside 1900–2999 and for the 29 February 1900 that never was. */
export function dayOfSerial(serial: number): DayTime | null {
  const whole = Math.floor(serial)
  if (!(whole >= 1 && whole < 401_769) || whole === 60) return null
  const seconds = Math.round((serial - whole) * 86_400)
  const day = whole - (whole < 60 ? 25_568 : 25_569)
  if (Number.isInteger(serial)) return { day, seconds: null }
  return seconds === 86_400 ? { day: day + 1, seconds: 0 } : { day, seconds }
}
