import { possibleOrders } from '../import/deciders/date-column.js'
import { type DateOrder, type Day, dateOf, parseDay, parseUserDate } from '../values/business-date.js'

/** What reading a day takes besides the cell. */
export interface DayReading {
  readonly today: Day
  /** The day of the list, from which words like tomorrow count: when the seller wrote them nobody knows. */
  readonly listedOn: Day
  /** Null where the sheet's dates may be read either way. */
  readonly order: DateOrder | null
  /** The day is over, as that of a contact is; else it is one to come. */
  readonly isPast: boolean
}

/** A day as a seller writes it into a list; `isCounted` where it is told by its distance (tomorrow, +7d). */
export interface WrittenDay {
  readonly day: Day
  readonly isCounted: boolean
}

/** Reads a day of a list; `open` where day and month may be meant either way, null where it is no day. */
export function writtenDay(text: string, reading: DayReading): WrittenDay | 'open' | null {
  const { listedOn, order } = reading
  const typed = parseUserDate(text, listedOn)
  if (typed !== null) return { day: typed, isCounted: parseUserDate(text, listedOn + 1) !== typed }
  if (order === null && possibleOrders(text).length > 1) return 'open'
  const inYear = (year: number) =>
    parseDay(text, order ?? possibleOrders(text)[0] ?? 'ymd', { serial: true, year })?.day ?? null
  const day = reading.isPast ? newestOver(inYear, reading) : nextToCome(inYear, reading)
  return day === null ? null : { day, isCounted: false }
}

type DayInYear = (year: number) => Day | null

/** Written without its year, a day that is over is next year's. */
function nextToCome(inYear: DayInYear, { listedOn }: DayReading): Day | null {
  const year = yearOf(listedOn)
  const [day, next] = [inYear(year), inYear(year + 1)]
  return day !== null && day <= listedOn && next !== day ? next : day
}

/** Written without its year, the day of a contact is the newest that has been. */
function newestOver(inYear: DayInYear, { today }: DayReading): Day | null {
  const year = yearOf(today)
  const [day, last] = [inYear(year), inYear(year - 1)]
  return day !== null && day > today && last !== day ? last : day
}

const yearOf = (day: Day): number => Number(dateOf(day).slice(0, 4))
