/** When customers are remembered (R21): birthdays, anniversaries, and the festivals of their countries. */
import type { Day } from '../../values/business-date.js'
import { type Festival, type FestivalDay, festivalsBetween, isGreeted } from '../calendar/festivals.js'
import { type LunarCalendar, nextDay, type YearlyDay } from '../calendar/yearly.js'
import type { Kept } from '../kept.js'
import type { Treatment } from './occasions.js'
import { type CaredLevel, type CarePlan, carePlan } from './plan.js'

/** How far ahead `crm care` looks. */
export const CARE_DAYS = 56

export type CareKind = 'birthday' | 'anniversary' | 'festival'

/** A day on which a customer is to be remembered. */
export interface CareDay {
  readonly kind: CareKind
  readonly on: Day
  readonly treatment: Exclude<Treatment, 'none'>
  /** What the gift may cost, in minor units; null for a greeting, and without a limit. */
  readonly limitMinor: number | null
  readonly festival: Festival | null
}

/** Whom care is for. */
export interface Cared {
  readonly level: CaredLevel
  readonly country: string | null
  readonly kept: Pick<Kept, 'birthday' | 'anniversary' | 'yearlyKnownOn'>
}

/** The days of care from one day to another, both included. */
export interface CareDays {
  /** What is planned of a customer, by kind; festivals in order of days. */
  of(cared: Cared, kind: CareKind): readonly CareDay[]
}

export interface CareCalendar {
  readonly plan: CarePlan
  readonly asOf: Day
  /** Where customers without a country are taken to be; null where nobody knows. */
  readonly shopCountry: string | null
  /** The next such day from a day on. */
  next(day: YearlyDay, from: Day): Day
  /** The day of a festival nearest to a day; null where it has none within a year. */
  nearest(festival: Festival, country: string | null, to: Day): Day | null
  /** The next day of a festival, in the shop's country where that matters; null where it has none within a year or so. */
  nextFestival(festival: Festival, from: Day): Day | null
  between(from: Day, to: Day): CareDays
  /** From the as-of day to another, worked out once for all who ask for the same day. */
  upTo(day: Day): CareDays
}

export interface CareCalendarBasis {
  readonly plan: CarePlan
  readonly shopCountry: string | null
  readonly asOf: Day
  readonly lunar: LunarCalendar
}

/** The calendar of care; the festivals of a country are worked out once for all its customers of a level. */
export function careCalendar({ plan, shopCountry, asOf, lunar }: CareCalendarBasis): CareCalendar {
  const between = (from: Day, to: Day): CareDays => {
    const levels = { A: new Map(), B: new Map(), C: new Map() } as Record<CaredLevel, Map<string, readonly CareDay[]>>
    const greeted = (level: CaredLevel, country: string) => {
      const known = levels[level].get(country)
      if (known !== undefined) return known
      const found = greetings(plan, level, festivalsBetween(plan.festivals, [from, to], country, lunar))
      levels[level].set(country, found)
      return found
    }
    return {
      of: ({ level, country, kept }, kind) => {
        if (kind === 'festival') return greeted(level, country ?? shopCountry ?? '')
        const yearly = kept[kind]
        const days = yearly === undefined ? [] : yearlyBetween(yearly, [from, to], lunar)
        return days.flatMap((on) => planned(plan, level, kind, on, null))
      },
    }
  }
  const spans = new Map<Day, CareDays>()
  return {
    ...{ plan, asOf, shopCountry, between },
    next: (day, from) => nextDay(day, from, lunar),
    nearest: (festival, country, to) => nearestDay(festival, country ?? shopCountry ?? '', to, lunar),
    nextFestival: (festival, from) =>
      daysNear(festival, shopCountry ?? '', [from, from + LONGEST_YEAR], lunar)[0] ?? null,
    upTo: (day) => {
      const known = spans.get(day) ?? between(asOf, day)
      spans.set(day, known)
      return known
    },
  }
}

function greetings(plan: CarePlan, level: CaredLevel, days: readonly FestivalDay[]): readonly CareDay[] {
  return days.flatMap(({ festival, on }) => planned(plan, level, 'festival', on, festival))
}

/** What the plan has for a day; none where it has nothing. */
function planned(plan: CarePlan, level: CaredLevel, kind: CareKind, on: Day, festival: Festival | null): CareDay[] {
  const treatment = plan.treatment(level, festival ?? (kind as 'birthday' | 'anniversary'))
  if (treatment === 'none') return []
  return [{ kind, on, treatment, limitMinor: treatment === 'gift' ? plan.giftMinor(level) : null, festival }]
}

function yearlyBetween(day: YearlyDay, [from, to]: readonly [Day, Day], lunar: LunarCalendar): Day[] {
  const days: Day[] = []
  for (let on = nextDay(day, from, lunar); on <= to; on = nextDay(day, on + 1, lunar)) days.push(on)
  return days
}

/** A lunar year has up to 384 days. */
const LONGEST_YEAR = 385

function nearestDay(festival: Festival, country: string, to: Day, lunar: LunarCalendar): Day | null {
  const days = daysNear(festival, country, [to - LONGEST_YEAR, to + LONGEST_YEAR], lunar)
  return days.sort((x, y) => Math.abs(x - to) - Math.abs(y - to))[0] ?? null
}

/** The days of a festival, also where it is not greeted. */
function daysNear(festival: Festival, country: string, span: readonly [Day, Day], lunar: LunarCalendar): Day[] {
  return festivalsBetween([{ ...festival, countries: null }], span, country, lunar).map(({ on }) => on)
}

/** The day of a yearly occasion nearest to a day. */
export function nearestYearly(calendar: CareCalendar, day: YearlyDay, to: Day): Day {
  let before = calendar.next(day, to - LONGEST_YEAR)
  const after = calendar.next(day, to)
  for (let on = before; on < to; on = calendar.next(day, on + 1)) before = on
  return after - to <= to - before ? after : before
}

/** Which of a rule's items stands for a day of care: the year's birthday, the year's festival. */
export function careSubject(on: string, festival: Festival | null): string {
  return festival === null ? on : `${festival.key}-${on}`
}

/** Whether the days of care can only be told by the Chinese calendar. */
export function needsLunar(
  { festivals }: CarePlan,
  countries: Iterable<string | null>,
  yearly: Iterable<Pick<Kept, 'birthday' | 'anniversary'>>,
): boolean {
  const lunar = festivals.filter(({ isLunar }) => isLunar)
  for (const country of countries) if (lunar.some((one) => isGreeted(one, country ?? ''))) return true
  for (const { birthday, anniversary } of yearly) if (birthday?.isLunar || anniversary?.isLunar) return true
  return false
}

/** Stands in for the Chinese calendar where no day needs it. */
export const NO_LUNAR: LunarCalendar = {
  month: () => {
    throw new Error('the Chinese calendar was not loaded')
  },
}

/** Nobody is cared for. */
export const NO_CARE: CareCalendar = careCalendar({
  plan: { ...carePlan(new Map(), null), festivals: [], treatment: () => 'none' },
  shopCountry: null,
  asOf: 0,
  lunar: NO_LUNAR,
})
