import { civilDate, civilDay, type Day } from '../../values/calendar.js'
import { type ByLang, bilingual } from '../../values/lang.js'
import { lunarNewYear, newYearCountries } from './lunar-new-year.js'
import { motherCountries, mothersDay, thanksgiving } from './movable-days.js'
import { dayInYear, type LunarCalendar, type YearlyDay } from './yearly.js'

/** A festival customers are greeted on, and in which countries (R21). Qingming is a day of mourning and never greeted. */
export interface Festival {
  readonly key: string
  readonly words: ByLang<string>
  /**
   * The day of a year of the calendar it is told in, null for none: the last months of a lunar year lie in the solar year after, so
   * whoever looks for the days of a span begins a year before it.
   */
  inYear(year: number, lunar: LunarCalendar, country: string): Day | null
  /** ISO codes; null for all. */
  readonly countries: readonly string[] | null
  /** Needs the Chinese calendar. */
  readonly isLunar: boolean
}

/** Where the days of the Chinese calendar are kept. */
const CHINESE = ['CN', 'HK', 'MO', 'TW', 'SG', 'MY']
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
  words: ByLang<string>,
  countries: readonly string[] | null,
): Festival {
  return { key, words, countries, isLunar: false, inYear: (year) => civilDay(year, month, day) }
}

/** A festival on the same day of each lunar year. */
function lunarDay(key: string, month: number, day: number, words: ByLang<string>): Festival {
  const yearly: YearlyDay = { month, day, isLunar: true, isLeapMonth: false }
  return {
    ...{ key, words, countries: CHINESE, isLunar: true },
    inYear: (year, lunar) => dayInYear(yearly, year, lunar),
  }
}

/** All festivals there are greetings for, in the order of a year. */
export const festivals: readonly Festival[] = [
  solar('new-year', 1, 1, bilingual('New Year', '元旦'), null),
  {
    ...{ key: 'spring-festival', words: bilingual('Spring Festival', '春节'), isLunar: true },
    countries: [...CHINESE, ...newYearCountries],
    inYear: (year, lunar, country) => lunarNewYear(year, lunar, country),
  },
  lunarDay('lantern', 1, 15, bilingual('Lantern Festival', '元宵节')),
  solar('labour-day', 5, 1, bilingual('Labour Day', '劳动节'), MAY_LABOUR),
  {
    ...{ key: 'mothers-day', words: bilingual('Mother’s Day', '母亲节'), isLunar: false },
    countries: motherCountries,
    inYear: (year, _lunar, country) => mothersDay(year, country),
  },
  lunarDay('dragon-boat', 5, 5, bilingual('Dragon Boat Festival', '端午节')),
  lunarDay('mid-autumn', 8, 15, bilingual('Mid-Autumn Festival', '中秋节')),
  solar('national-day', 10, 1, bilingual('National Day', '国庆节'), ['CN', 'HK', 'MO']),
  solar('singles-day', 11, 11, bilingual('Singles’ Day', '双十一'), ['CN', 'HK', 'MO', 'TW', 'SG', 'MY']),
  {
    ...{ key: 'thanksgiving', words: bilingual('Thanksgiving', '感恩节'), isLunar: false },
    countries: ['US', 'CA'],
    inYear: (year, _lunar, country) => thanksgiving(year, country),
  },
  {
    ...{ key: 'black-friday', words: bilingual('Black Friday', '黑色星期五'), isLunar: false },
    countries: CHRISTIAN,
    inYear: (year) => thanksgiving(year, 'US') + 1,
  },
  solar('christmas', 12, 25, bilingual('Christmas', '圣诞节'), CHRISTIAN),
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
    for (let year = civilDate(from).year - 1; year <= civilDate(to).year; year++) {
      const on = festival.inYear(year, lunar, country)
      if (on !== null && on >= from && on <= to) found.push({ festival, on })
    }
  return found.sort((a, b) => a.on - b.on)
}
