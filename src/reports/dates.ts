import { type Day, dateOf } from '../core/values/business-date.js'

/** Days written before: a list of a hundred thousand customers names the same few hundred. */
const written = new Map<Day, string>()

/** A day for a cell: `YYYY-MM-DD`, or null where there is none. */
export function dateOrNull(day: Day | null): string | null {
  if (day === null) return null
  const known = written.get(day)
  if (known !== undefined) return known
  const text = dateOf(day)
  written.set(day, text)
  return text
}
