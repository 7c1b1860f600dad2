import type { Day } from '../../values/calendar.js'
import { dayInYear, type LunarCalendar, type YearlyDay } from './yearly.js'

const FIRST_DAY: YearlyDay = { month: 1, day: 1, isLunar: true, isLeapMonth: false }

/**
 * By how many days the new year lies off China's where the clock has passed midnight, or not yet, at the new moon: Seoul is an hour ahead of
 * Beijing, Hanoi an hour behind. All such years of 2020–2060, by the new moons of Meeus, Astronomical Algorithms, chapter 49.
 */
const OFF_BY: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  KR: { 2027: 1, 2028: 1 },
  VN: { 2030: -1, 2053: -1 },
}

/** Countries that keep the lunar new year by a clock of their own. */
export const newYearCountries: readonly string[] = Object.keys(OFF_BY)

/** The first day of a lunar year as a country keeps it: the Spring Festival, Seollal in Korea, Tết in Vietnam. */
export function lunarNewYear(year: number, lunar: LunarCalendar, country: string): Day {
  return dayInYear(FIRST_DAY, year, lunar) + (OFF_BY[country]?.[year] ?? 0)
}
