import { type Day, dateOf, parseUserDate } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'

/** A day typed for `--against`, before the as-of day; `30d` is 30 days before it. UserError `cli.bad-date`, `against.not-earlier`. */
export function earlierDay(typed: string, asOf: Day): Day {
  const day = parseUserDate(typed, asOf)
  if (day === null) throw new UserError('usage', 'cli.bad-date', { value: typed })
  if (day < asOf) return day
  const swapped = day > asOf ? dateOf(day) : ''
  throw new UserError('usage', 'against.not-earlier', { day: dateOf(day), asOf: dateOf(asOf), swapped })
}
