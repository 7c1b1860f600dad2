import { type BusinessDate, dateOf } from './business-date.js'
import { civilDate, civilDay, type Day } from './calendar.js'

/** A calendar month as an integer, so that months are counted and subtracted: year × 12 + month − 1. */
export type Month = number

/** The month a day lies in. */
export function monthOfDay(day: Day): Month {
  const { year, month } = civilDate(day)
  return year * 12 + month - 1
}

/** The first day of a month; throws RangeError outside the years 1–9999. */
export function firstDayOf(month: Month): Day {
  const day = civilDay(Math.floor(month / 12), (month % 12) + 1, 1)
  if (day === null) throw new RangeError(`not a month: ${month}`)
  return day
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return firstDayOf(month + 1) - 1
}

/** The month as `YYYY-MM`. */
export function monthText(month: Month): string {
  return dateOf(firstDayOf(month)).slice(0, 7)
}

/** The same day of another month: the last day stays the last, and a day the month does not have is its last. */
export function sameDayOf(month: Month, day: Day): Day {
  const last = lastDayOf(month)
  if (day === lastDayOf(monthOfDay(day))) return last
  return Math.min(last, firstDayOf(month) + civilDate(day).date - 1)
}

/** The month and day of a day, `MM-DD`. */
export function monthDayText(day: Day): string {
  return (dateOf(day) satisfies BusinessDate).slice(5)
}
