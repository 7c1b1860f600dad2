import { quantile7 } from '../../value/rfm.js'
import type { Day } from '../../values/business-date.js'
import { type Month, monthOfDay } from '../../values/month.js'
import { type Feedback, hoursBetween, isOpen } from './feedback.js'
import { FEEDBACK_KINDS, type FeedbackKind } from './kinds.js'

/** Feedback of one kind and category in a month; medians are null where nothing was answered or closed. */
export interface FeedbackMonth {
  readonly month: Month
  readonly kind: FeedbackKind
  /** Null where nobody named one. */
  readonly category: string | null
  /** Opened in the month, and of these still open. */
  readonly opened: number
  readonly stillOpen: number
  /** Closed in the month, whenever opened. */
  readonly closed: number
  /** Hours to the first answer, of those opened in the month and answered. */
  readonly responseHours: number | null
  /** Days from opening to closing, of those closed in the month. */
  readonly closeDays: number | null
}

/** Counts and median times by month, kind and category (R26), the newest month first; feedback without a day is in none. */
export function feedbackMonths(feedback: readonly Feedback[]): FeedbackMonth[] {
  const cells = new Map<string, { month: Month; opened: Feedback[]; closed: Feedback[] }>()
  const add = (one: Feedback, day: Day, what: 'opened' | 'closed') => {
    const month = monthOfDay(day)
    const key = JSON.stringify([month, one.kind, one.category])
    const cell = cells.get(key) ?? { month, opened: [], closed: [] }
    cell[what].push(one)
    cells.set(key, cell)
  }
  for (const one of feedback) {
    if (one.opened !== null) add(one, one.opened.on, 'opened')
    if (one.closed !== null) add(one, one.closed.on, 'closed')
  }
  return [...cells.values()].map(monthOf).sort(byMonth)
}

function monthOf({
  month,
  opened,
  closed,
}: {
  month: Month
  opened: readonly Feedback[]
  closed: readonly Feedback[]
}) {
  const { kind, category } = (opened[0] ?? closed[0])!
  return {
    ...{ month, kind, category, opened: opened.length, closed: closed.length },
    stillOpen: opened.filter(isOpen).length,
    responseHours: medianOf(opened.flatMap(responseHoursOf)),
    closeDays: medianOf(closed.flatMap(closeDaysOf)),
  }
}

function byMonth(a: FeedbackMonth, b: FeedbackMonth): number {
  const kinds = FEEDBACK_KINDS.indexOf(a.kind) - FEEDBACK_KINDS.indexOf(b.kind)
  const [first, second] = [a.category ?? '\uffff', b.category ?? '\uffff']
  return b.month - a.month || kinds || b.opened - a.opened || (first < second ? -1 : Number(first > second))
}

/** Hours from opening to the first answer; none where either is not known. */
export function responseHoursOf({ opened, responded }: Feedback): number[] {
  return opened === null || responded === null ? [] : [hoursBetween(opened, responded)]
}

/** Days from opening to the last closing, as calendar days; none where either is not known. */
export function closeDaysOf({ opened, closed }: Feedback): number[] {
  return opened === null || closed === null ? [] : [closed.on - opened.on]
}

/** The median; null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : quantile7(Float64Array.from(values).sort(), 50)
}
