/** The spans of time that periodic reports tell of, and what each is set beside. */
import type { Day } from '../values/business-date.js'
import { civilDate, civilDay } from '../values/calendar.js'
import { monthOfDay, monthText } from '../values/month.js'
import { parseUserDate } from '../values/user-date.js'
import type { Window } from './aggregate.js'
import { comparedWith, type Period, periodOf } from './period.js'

/** The kinds of periodic reports. */
export type SpanKind = 'week' | 'month' | 'quarter'

/** Seven days, Monday to Sunday (ISO 8601) or those that end with a day; or as many of them as are over by the as-of day. */
export interface Week extends Window {
  readonly kind: 'week'
  readonly from: Day
  /** False where the as-of day cuts it off. */
  readonly isWhole: boolean
  /** Ends with the as-of day, on whatever day of the week that is. */
  readonly isTrailing: boolean
}

/** A week, month or quarter. As a window it holds the days `(from, to]`. */
export type Span = Week | (Period & { readonly kind: 'month' | 'quarter' })

/** The period before, and the one a year before: of weeks 52 weeks, so that the same days of the week stand beside each other. */
export interface Beside {
  readonly previous: Span
  readonly yearBefore: Span
}

const WEEK_DAYS = 7
const YEAR_OF_WEEKS = 52 * WEEK_DAYS

/** The seven days that end with a day. */
export function trailingWeek(asOf: Day): Week {
  return { kind: 'week', from: asOf - WEEK_DAYS, to: asOf, isWhole: true, isTrailing: true }
}

/** The period of a kind that holds a day, as far as it has come by the as-of day. */
export function spanOn(kind: SpanKind, day: Day, asOf: Day): Span {
  if (kind !== 'week') return { ...periodOf(kind, monthOfDay(day), asOf), kind }
  const from = mondayOf(day) - 1
  const end = from + WEEK_DAYS
  return { kind, from, to: Math.min(end, asOf), isWhole: end <= asOf, isTrailing: false }
}

/** The last period of a kind that is over by the as-of day. */
export function lastWholeSpan(kind: SpanKind, asOf: Day): Span {
  const running = spanOn(kind, asOf, asOf)
  return running.isWhole ? running : spanOn(kind, running.from, asOf)
}

/** What a period is set beside, like with like: as many days of those where it is not over. */
export function besideSpan(span: Span): Beside {
  if (span.kind === 'week') return { previous: shifted(span, WEEK_DAYS), yearBefore: shifted(span, YEAR_OF_WEEKS) }
  const { previous, yearBefore } = comparedWith(span)
  return { previous: { ...previous, kind: span.kind }, yearBefore: { ...yearBefore, kind: span.kind } }
}

function shifted(week: Week, days: number): Week {
  return { ...week, from: week.from - days, to: week.to - days }
}

/** A period as it is typed: `2026-W30`, `2026-07`, `2026-Q2`; of seven days that are no calendar week their last day. */
export function spanCode(span: Span): string {
  if (span.kind === 'month') return monthText(span.month)
  if (span.kind === 'quarter') return `${monthText(span.month).slice(0, 4)}-Q${(span.month % 12) / 3 + 1}`
  const { year, week } = isoWeek(span.from + 1)
  return `${year}-W${String(week).padStart(2, '0')}`
}

const RELATIVE: Readonly<Record<string, 'this' | 'last'>> = {
  ...{ this: 'this', last: 'last', 本: 'this', 上: 'last', 本期: 'this', 上期: 'last' },
  ...{ 本周: 'this', 上周: 'last', 本月: 'this', 上月: 'last', 上个月: 'last', 这个月: 'this' },
  ...{ 本季: 'this', 上季: 'last', 本季度: 'this', 上季度: 'last' },
}

/**
 * A period as typed: its code, any day or month in it (2026年7月, 2026-07-15), a quarter as `2026年第2季度` or `2026年二季度`, a week as `2026年第30周`,
 * or `this` and `last`; null for what is none.
 */
export function spanTyped(kind: SpanKind, typed: string, asOf: Day): Span | null {
  const word = typed.trim().toLowerCase()
  const relative = RELATIVE[word]
  if (relative === 'this') return spanOn(kind, asOf, asOf)
  if (relative === 'last') return spanOn(kind, spanOn(kind, asOf, asOf).from, asOf)
  const day = dayIn(kind, word, asOf)
  return day === null ? null : spanOn(kind, day, asOf)
}

/** A day of the period that is typed. */
function dayIn(kind: SpanKind, word: string, asOf: Day): Day | null {
  const quarter = /^(\d{4})(?:-?q|年?第?)([1-4一二三四])(?:季度?)?$/.exec(word)
  if (kind === 'quarter' && quarter !== null) return civilDay(Number(quarter[1]), numberOf(quarter[2]!) * 3 - 2, 1)
  const week = /^(\d{4})(?:-?w|年?第?)(\d{1,2})周?$/.exec(word)
  if (kind === 'week' && week !== null) return dayOfIsoWeek(Number(week[1]), Number(week[2]))
  // A whole year, or a month in place of a day, would name a week or quarter the seller did not mean.
  if (/^\d{4}年?$/.test(word) || (kind === 'week' && /^\d{4}(-\d{1,2}|年\d{1,2}月)$/.test(word))) return null
  return parseUserDate(word, asOf)
}

/** Which quarter it is by a digit, or by a Chinese numeral as reports title themselves. */
function numberOf(quarter: string): number {
  return '一二三四'.indexOf(quarter) + 1 || Number(quarter)
}

/** Monday of the week of a day; 1970-01-01 was a Thursday. */
function mondayOf(day: Day): Day {
  return day - ((((day + 3) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS)
}

/** ISO 8601: a week is of the year that holds its Thursday. */
function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = mondayOf(day) + 3
  const { year } = civilDate(thursday)
  return { year, week: Math.floor((thursday - civilDay(year, 1, 1)!) / WEEK_DAYS) + 1 }
}

/** Monday of an ISO week; null for one the year does not have. */
function dayOfIsoWeek(year: number, week: number): Day | null {
  const fourth = civilDay(year, 1, 4)
  if (fourth === null) return null
  const monday = mondayOf(fourth) + (week - 1) * WEEK_DAYS
  const found = isoWeek(monday)
  return found.year === year && found.week === week ? monday : null
}
