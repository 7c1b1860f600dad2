import { civilDate, civilDay, type Day } from '../../values/calendar.js'
import { bilingual, type Lang } from '../../values/lang.js'
import { dayInYear, type LunarCalendar, type YearlyDay } from './yearly.js'

/** A festival customers are greeted on, and in which countries (R21). Qingming is a day of mourning and never greeted. */
export interface Festival {
  readonly key: string
  readonly words: Readonly<Record<Lang, string>>
  /** The days of one solar year; none where it does not fall into it. */
  inYear(year: number, lunar: LunarCalendar, country: string): Day | null
  /** ISO codes; null for all. */
  readonly countries: readonly string[] | null
  /** Needs the Chinese calendar. */
  readonly isLunar: boolean
}

/** Where the days of the Chinese calendar are kept. */
const CHINESE = ['CN', 'HK', 'MO', 'TW', 'SG', 'MY']
/** Where Mother's Day is the second Sunday of May. */
const MAY_MOTHERS = [
  ...['CN', 'HK', 'MO', 'TW', 'SG', 'MY', 'PH', 'JP', 'IN', 'US', 'CA', 'AU', 'NZ', 'ZA', 'BR', 'CL', 'PE', 'TR'],
  ...['DE', 'AT', 'CH', 'IT', 'NL', 'BE', 'DK', 'FI', 'GR', 'CZ', 'LV', 'EE', 'UA'],
]
const CHRISTIAN = [
  ...['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'ZA', 'DE', 'AT', 'CH', 'FR', 'BE', 'NL', 'LU', 'IT', 'ES', 'PT', 'DK', 'NO'],
  ...['SE', 'FI', 'IS', 'PL', 'CZ', 'SK', 'HU', 'SI', 'HR', 'RO', 'GR', 'EE', 'LV', 'LT', 'MT', 'CY', 'BR', 'MX', 'AR'],
  ...['CL', 'CO', 'PE', 'PH'],
]
/** Where the first of May is Labour Day and a greeting is usual. */
const MAY_LABOUR = ['CN', 'HK', 'MO', 'TW', 'SG', 'MY']

/** A festival on the same day of each solar year. */
function solar(
  key: string,
  month: number,
  day: number,
  en: string,
  zh: string,
  countries: readonly string[] | null,
): Festival {
  return { key, words: { en, zh }, countries, isLunar: false, inYear: (year) => civilDay(year, month, day) }
}

/** A festival on the same day of each lunar year. */
function lunarDay(key: string, month: number, day: number, en: string, zh: string): Festival {
  const yearly: YearlyDay = { month, day, isLunar: true, isLeapMonth: false }
  return {
    ...{ key, words: { en, zh }, countries: CHINESE, isLunar: true },
    // All of them lie in the first nine months, which fall into the solar year of the same number.
    inYear: (year, lunar) => dayInYear(yearly, year, lunar),
  }
}

/** 1 January 1970 was a Thursday; 0 is Sunday. */
function weekday(day: Day): number {
  return (((day + 4) % 7) + 7) % 7
}

/** The nth such weekday of a month. */
function nthWeekday(year: number, month: number, wanted: number, nth: number): Day {
  const first = civilDay(year, month, 1)!
  return first + ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1)
}

const thanksgiving = (year: number, country: string): Day =>
  country === 'CA' ? nthWeekday(year, 10, 1, 2) : nthWeekday(year, 11, 4, 4)

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
export function easter(year: number): Day {
  const golden = year % 19
  const [century, rest] = [Math.floor(year / 100), year % 100]
  const leapCenturies = Math.floor(century / 4)
  const moon = Math.floor((century + 8) / 25)
  const epact = (19 * golden + century - leapCenturies - Math.floor((century - moon + 1) / 3) + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * late + 114
  return civilDay(year, Math.floor(sum / 31), (sum % 31) + 1)!
}

/** Mothering Sunday is the fourth Sunday of Lent, three weeks before Easter. */
const mothersDay = (year: number, country: string): Day =>
  country === 'GB' || country === 'IE' ? easter(year) - 21 : nthWeekday(year, 5, 0, 2)

/** All festivals there are greetings for, in the order of a year. */
export const festivals: readonly Festival[] = [
  solar('new-year', 1, 1, 'New Year', '元旦', null),
  lunarDay('spring-festival', 1, 1, 'Spring Festival', '春节'),
  lunarDay('lantern', 1, 15, 'Lantern Festival', '元宵节'),
  solar('labour-day', 5, 1, 'Labour Day', '劳动节', MAY_LABOUR),
  {
    ...{ key: 'mothers-day', words: bilingual<string>('Mother’s Day', '母亲节'), isLunar: false },
    countries: [...MAY_MOTHERS, 'GB', 'IE'],
    inYear: (year, _lunar, country) => mothersDay(year, country),
  },
  lunarDay('dragon-boat', 5, 5, 'Dragon Boat Festival', '端午节'),
  lunarDay('mid-autumn', 8, 15, 'Mid-Autumn Festival', '中秋节'),
  solar('national-day', 10, 1, 'National Day', '国庆节', ['CN', 'HK', 'MO']),
  solar('singles-day', 11, 11, 'Singles’ Day', '双十一', ['CN', 'HK', 'MO', 'TW', 'SG', 'MY']),
  {
    ...{ key: 'thanksgiving', words: bilingual<string>('Thanksgiving', '感恩节'), isLunar: false },
    countries: ['US', 'CA'],
    inYear: (year, _lunar, country) => thanksgiving(year, country),
  },
  {
    ...{ key: 'black-friday', words: bilingual<string>('Black Friday', '黑色星期五'), isLunar: false },
    countries: CHRISTIAN,
    inYear: (year) => nthWeekday(year, 11, 4, 4) + 1,
  },
  solar('christmas', 12, 25, 'Christmas', '圣诞节', CHRISTIAN),
]

/** A festival on its day. */
export interface FestivalDay {
  readonly festival: Festival
  readonly on: Day
}

/** Whether customers in a country are greeted on a festival. */
export function isGreeted({ countries }: Festival, country: string): boolean {
  return countries === null || countries.includes(country)
}

/** The festivals of a country from a day to another, both included, in order of days. */
export function festivalsBetween(
  among: readonly Festival[],
  [from, to]: readonly [Day, Day],
  country: string,
  lunar: LunarCalendar,
): readonly FestivalDay[] {
  const found: FestivalDay[] = []
  for (const festival of among.filter((one) => isGreeted(one, country)))
    for (let year = civilDate(from).year; year <= civilDate(to).year; year++) {
      const on = festival.inYear(year, lunar, country)
      if (on !== null && on >= from && on <= to) found.push({ festival, on })
    }
  return found.sort((a, b) => a.on - b.on)
}
