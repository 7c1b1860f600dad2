import type { Day } from '../values/business-date.js'
import type { DueItem, DueLine } from './rule.js'

/** How late something due is on a day; 0 on its day and before. What is prepared for a day of its own is not late before that is over. */
export function overdueDays({ rule, dueOn, lastSensibleOn }: DueItem, asOf: Day): number {
  return Math.max(0, asOf - (rule.lapses === 'on-its-day' ? Math.max(dueOn, lastSensibleOn) : dueOn))
}

/** Whether something is late: past its day, or on it where it is asked for at once (R16: leads of level H). */
export function isOverdue(item: DueItem, asOf: Day): boolean {
  return overdueDays(item, asOf) > 0 || (item.isLateAtOnce === true && item.dueOn === asOf)
}

/** Since which day of the calendar a line asks for its customer, and how late the latest of its reasons is. */
export function lateness(items: DueLine['items'], asOf: Day): { readonly dueOn: Day; readonly overdueDays: number } {
  const { dueOn, calendarAheadDays } = items.reduce((first, item) => (item.dueOn < first.dueOn ? item : first))
  return {
    dueOn: dueOn + calendarAheadDays,
    overdueDays: Math.max(...items.map((item) => overdueDays(item, asOf))),
  }
}
