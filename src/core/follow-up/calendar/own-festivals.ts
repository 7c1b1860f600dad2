import { civilDate, civilDay } from '../../values/calendar.js'
import { countryCode } from '../../values/country.js'
import { inEach } from '../../values/lang.js'
import { readBirthday } from './birthday.js'
import type { Festival } from './festivals.js'
import { dayInYear } from './yearly.js'

/** Greeting on a day of mourning would hurt (R21). */
const NEVER_GREETED = /清\s*明|(?:q|ch)ing[\s-]*ming|tomb[\s-]*sweeping|pure\s*brightness/i

/** Why an entry of the own list is none. */
export type OwnFestivalFault = 'not-a-day' | 'no-name' | 'never-greeted'

/**
 * The seller's own days, `Anniversary sale=06-18, 店庆=农历八月十八, Fair=2027-03-05, Member day=28`: each year, in one year only, or
 * (a number alone) on that day of every month, the last one in shorter months. Greeted in all countries, or in those whose codes
 * stand behind the day: `Canada Day=07-01 CA`. The faults of what is none.
 */
export function readOwnFestivals(text: string): {
  festivals: Festival[]
  faults: { entry: string; fault: OwnFestivalFault }[]
} {
  const entries = text
    .split(/[,，;；、]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  const festivals: Festival[] = []
  const faults: { entry: string; fault: OwnFestivalFault }[] = []
  for (const entry of entries) {
    const read = readOwn(entry)
    if (typeof read === 'string') faults.push({ entry, fault: read })
    else festivals.push(...read)
  }
  return { festivals, faults }
}

function readOwn(entry: string): OwnFestivalFault | Festival[] {
  const { name, day, countries } = partsOf(entry)
  if (name === '') return 'no-name'
  if (NEVER_GREETED.test(name)) return 'never-greeted'
  if (countries?.some((code) => code === null)) return 'not-a-day'
  const inYears = readMonthly(day) ?? readYearly(day)
  if (inYears === null) return 'not-a-day'
  const words = inEach(() => name)
  return inYears.map(({ isLunar, inYear }, index) => ({
    ...{ key: inYears.length === 1 ? name : `${name}-${index + 1}`, words, isLunar, inYear },
    countries: countries?.filter((code) => code !== null) ?? null,
  }))
}

/** What stands before and behind the equals sign (or the colon, where there is none); null for countries where none is named. */
function partsOf(entry: string): { name: string; day: string; countries: (string | null)[] | null } {
  const [, name = entry, value = ''] = /^([^=＝]*)[=＝](.*)$/.exec(entry) ?? /^([^:：]*)[:：](.*)$/.exec(entry) ?? []
  const [, day = value, codes = ''] = /^(.*?)((?:\s+[a-z]{2})+)\s*$/i.exec(value) ?? []
  const countries = codes === '' ? null : codes.trim().split(/\s+/).map(countryCode)
  return { name: name.trim(), day: day.trim(), countries }
}

type InYear = Pick<Festival, 'isLunar' | 'inYear'>

function readYearly(text: string): InYear[] | null {
  const day = readBirthday(text)
  if (day === null) return null
  const inYear: Festival['inYear'] = (year, lunar) =>
    day.year === null || day.year === year ? dayInYear(day, year, lunar) : null
  return [{ isLunar: day.isLunar, inYear }]
}

/** The day of each month; null where it is none. */
function readMonthly(text: string): InYear[] | null {
  const date = Number(/^(?:每月)?(\d{1,2})(?:日|号)?$/.exec(text)?.[1])
  if (!(date >= 1 && date <= 31)) return null
  return Array.from({ length: 12 }, (_, index) => ({
    isLunar: false,
    inYear: (year) => civilDay(year, index + 1, Math.min(date, lastDate(year, index + 1)))!,
  }))
}

/** The last day of a month: the one before the first of the next. */
function lastDate(year: number, month: number): number {
  return civilDate(civilDay(month === 12 ? year + 1 : year, (month % 12) + 1, 1)! - 1).date
}
