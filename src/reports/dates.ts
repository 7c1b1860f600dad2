import { type Day, dateOf } from '../core/values/business-date.js'

/** A day for a cell: `YYYY-MM-DD`, or null where there is none. */
export function dateOrNull(day: Day | null): string | null {
  return day === null ? null : dateOf(day)
}
