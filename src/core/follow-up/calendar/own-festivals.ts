import { civilDate, civilDay } from '../../values/calendar.js'
import { type Birthday, readBirthday } from './birthday.js'
import type { Festival } from './festivals.js'
import { dayInYear } from './yearly.js'

/** Greeting on a day of mourning would hurt (R21). */
const NEVER_GREETED = /清明|qing\s*ming|tomb[ -]?sweeping/i

/** Why an entry of the own list is none. */
export type OwnFestivalFault = 'not-a-day' | 'no-name' | 'never-greeted'

/**
 * The seller's own days, `Anniversary sale=06-18, 店庆=农历八月十八, Fair=2027-03-05, Member day=28`: each year, in one year only, or
 * (a number alone) on that day of every month, the last one in shorter months. Greeted in all countries. The faults of what is none.
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
  const [name = '', day = ''] = entry.split(/[=＝:：]/, 2).map((part) => part.trim())
  if (name === '') return 'no-name'
  if (NEVER_GREETED.test(name)) return 'never-greeted'
  const monthly = /^(?:每月)?(\d{1,2})(?:日|号)?$/.exec(day)
  if (monthly !== null)
    return Number(monthly[1]) >= 1 && Number(monthly[1]) <= 31 ? memberDays(name, Number(monthly[1])) : 'not-a-day'
  const yearly = readBirthday(day)
  return yearly === null ? 'not-a-day' : [ownDay(name, yearly)]
}

function ownDay(name: string, day: Birthday): Festival {
  return {
    ...{ key: name, words: { en: name, zh: name }, countries: null, isLunar: day.isLunar },
    inYear: (year, lunar) => (day.year === null || day.year === year ? dayInYear(day, year, lunar) : null),
  }
}

function memberDays(name: string, date: number): Festival[] {
  return Array.from(
    { length: 12 },
    (_, index): Festival => ({
      ...{ key: `${name}-${index + 1}`, words: { en: name, zh: name }, countries: null, isLunar: false },
      inYear: (year) => civilDay(year, index + 1, Math.min(date, lastDate(year, index + 1)))!,
    }),
  )
}

/** The last day of a month: the one before the first of the next. */
function lastDate(year: number, month: number): number {
  return civilDate(civilDay(month === 12 ? year + 1 : year, (month % 12) + 1, 1)! - 1).date
}
