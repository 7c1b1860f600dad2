/**
 * Days that return each year (ALGORITHMS §9). 29 February falls on the 28th in common years; a day of a leap month falls in the
 * plain month in years without it; the 30th of a month of 29 days falls on its last day.
 */
import { civilDate, civilDay, type Day } from '../../values/calendar.js'
import type { Birthday } from './birthday.js'

/** A month of the Chinese calendar. */
export interface LunarMonth {
  readonly firstOn: Day
  readonly days: number
}

/** Tells the months of the Chinese calendar. */
export interface LunarCalendar {
  /** A month (1–12) of a lunar year, plain or leap; null where the year has no such leap month. */
  month(year: number, month: number, isLeap: boolean): LunarMonth | null
}

/** A day of the year without its year. */
export type YearlyDay = Pick<Birthday, 'month' | 'day' | 'isLunar' | 'isLeapMonth'>

/** The day in a year (of the calendar it is told in). */
export function dayInYear({ month, day, isLunar, isLeapMonth }: YearlyDay, year: number, lunar: LunarCalendar): Day {
  if (!isLunar) return civilDay(year, month, day) ?? civilDay(year, month, day - 1)!
  const found = (isLeapMonth ? lunar.month(year, month, true) : null) ?? lunar.month(year, month, false)!
  return found.firstOn + Math.min(day, found.days) - 1
}

/** The first such day from a day on. */
export function nextDay(yearly: YearlyDay, from: Day, lunar: LunarCalendar): Day {
  // A lunar year begins in January or February, so its last months lie in the next one.
  for (let year = civilDate(from).year - 1; ; year++) {
    const day = dayInYear(yearly, year, lunar)
    if (day >= from) return day
  }
}
