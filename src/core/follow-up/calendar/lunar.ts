import { LunarYear } from 'lunar-typescript'
import type { LunarCalendar, LunarMonth } from './yearly.js'

/** The Julian day that begins on the noon of 1970-01-01. */
const EPOCH = 2_440_588

/**
 * The Chinese calendar from the tables of lunar-typescript; the months of a year are read once. Loading it takes some twenty
 * milliseconds, so commands import it only where a lunar date is asked for.
 */
export function lunarCalendar(): LunarCalendar {
  const years = new Map<number, ReadonlyMap<number, LunarMonth>>()
  const monthsOf = (year: number) => {
    const known = years.get(year)
    if (known !== undefined) return known
    const months = LunarYear.fromYear(year)
      .getMonths()
      .filter((month) => month.getYear() === year)
    const made = new Map(
      months.map((month) => [
        month.getMonth(),
        { firstOn: month.getFirstJulianDay() - EPOCH, days: month.getDayCount() },
      ]),
    )
    years.set(year, made)
    return made
  }
  // The library calls a leap month by the negative number of the month it follows.
  return { month: (year, month, isLeap) => monthsOf(year).get(isLeap ? -month : month) ?? null }
}
