import { UTCDate } from '@date-fns/utc'
import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import { getDaysInYear } from 'date-fns/getDaysInYear'
import { civilDate, civilDay, type Day } from './calendar.js'
import { parseDay } from './parse-day.js'

const words = new Map([
  ['today', 0],
  ['今天', 0],
  ['今日', 0],
  ['yesterday', -1],
  ['昨天', -1],
  ['昨日', -1],
  ['前天', -2],
  ['tomorrow', 1],
  ['明天', 1],
  ['后天', 2],
])

/** A day or a span of days named on the command line: [from, to], equal for a single day. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/**
 * Reads a date as a seller types it: a year-first date, a month or a year (its days), `30d` or `30天` (that many days ago), `+7d`, or
 * today / yesterday / tomorrow in either language; null when it is none of them.
 */
export function parseUserSpan(text: string, today: Day): DaySpan | null {
  const typed = text.trim().toLowerCase()
  const shift = words.get(typed) ?? shiftOf(typed)
  if (shift !== null) return { from: today + shift, to: today + shift }
  const month = /^(\d{4})(?:[-/.](\d{1,2})|年(?:(\d{1,2})月(?:份)?)?)?$/.exec(typed)
  if (month !== null) return spanOf(Number(month[1]), month[2] ?? month[3])
  const day = /^\d{4}/.test(typed) ? parseDay(typed, 'ymd') : null
  return day === null || day.seconds !== null ? null : { from: day.day, to: day.day }
}

/** The first day a typed date names (see parseUserSpan); null when it names none. */
export function parseUserDate(text: string, today: Day): Day | null {
  return parseUserSpan(text, today)?.from ?? null
}

/** The same of a day to come: also `7天后`, `in 7 days`, and a day without its year (`12月1日`), which is the next one. */
export function parseLaterDate(text: string, today: Day): Day | null {
  const typed = text.trim().toLowerCase()
  const ahead = /^(?:in )?(\d{1,5}) ?(?:天后|日后|天以后| days?)$/.exec(typed)
  if (ahead !== null && (typed.startsWith('in ') || typed.includes('后'))) return today + Number(ahead[1])
  const own = /^(\d{1,2})月(\d{1,2})[日号]?$/.exec(typed)
  if (own === null) return parseUserDate(typed, today)
  const { year } = civilDate(today)
  const days = [year, year + 1].flatMap((one) => civilDay(one, Number(own[1]), Number(own[2])) ?? [])
  return days.find((day) => day > today) ?? null
}

function shiftOf(typed: string): number | null {
  const match = /^(\+?)(\d{1,5}) ?(?:d|days?|天|日)(?:前| ago)?$/.exec(typed)
  if (match === null) return null
  return match[1] === '+' ? Number(match[2]) : -Number(match[2])
}

function spanOf(year: number, month: string | undefined): DaySpan | null {
  const from = civilDay(year, month === undefined ? 1 : Number(month), 1)
  if (from === null || year < 1900) return null
  const first = new UTCDate(year, month === undefined ? 0 : Number(month) - 1, 1)
  const days = month === undefined ? getDaysInYear(first) : getDaysInMonth(first)
  return { from, to: from + days - 1 }
}
