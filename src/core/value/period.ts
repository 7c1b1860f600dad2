import type { Day } from '../values/business-date.js'
import { firstDayOf, lastDayOf, type Month, monthOfDay, sameDayOf } from '../values/month.js'
import type { Window } from './aggregate.js'
import type { PeriodKind } from './choices.js'

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 }

/** A calendar month, quarter or year, or the days of it up to the as-of day. As a window it holds the days `(from, to]`. */
export interface Period extends Window {
  readonly kind: PeriodKind
  /** Its first month. */
  readonly month: Month
  readonly from: Day
  /** False where the as-of day cuts it off. */
  readonly isWhole: boolean
}

/** The period of a kind that a month lies in, as far as it has come by the as-of day. */
export function periodOf(kind: PeriodKind, month: Month, asOf: Day): Period {
  const first = month - (month % MONTHS[kind])
  const end = lastDayOf(first + MONTHS[kind] - 1)
  return { kind, month: first, from: firstDayOf(first) - 1, to: Math.min(end, asOf), isWhole: end <= asOf }
}

/**
 * A period some months earlier, like with like: the whole of it for a whole period, else its days up to the same day of
 * the month (1 to 12 August beside 1 to 12 July; 31 March beside 28 February).
 */
export function earlierPeriod(period: Period, months: number): Period {
  const month = period.month - months
  const end = lastDayOf(month + MONTHS[period.kind] - 1)
  const to = period.isWhole ? end : sameDayOf(monthOfDay(period.to) - months, period.to)
  return { ...period, month, from: firstDayOf(month) - 1, to }
}

/** The period before, and the same one a year before. */
export function comparedWith(period: Period): { readonly previous: Period; readonly yearBefore: Period } {
  return { previous: earlierPeriod(period, MONTHS[period.kind]), yearBefore: earlierPeriod(period, 12) }
}

/** Months up to the period's last, newest first, of which the newest may be cut off by the as-of day. */
export function monthsUpTo({ to }: Window, count: number, asOf: Day): readonly Period[] {
  const last = monthOfDay(to)
  return Array.from({ length: count }, (_, back) => periodOf('month', last - back, asOf))
}
