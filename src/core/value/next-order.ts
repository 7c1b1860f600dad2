import type { Day } from '../values/business-date.js'
import type { Cycles } from './cycle.js'

/** When the next order of a customer is expected: the days of the window, or by how many days it is over. */
export interface NextOrder {
  readonly fromOn: Day | null
  readonly toOn: Day | null
  /** Null while the window is not over. */
  readonly lateDays: number | null
}

const UNKNOWN: NextOrder = { fromOn: null, toOn: null, lateDays: null }

/**
 * The cycle's window counted from the last order; of a time that is over only by how many days is left, for no new one is made
 * up. All null without an order or a cycle.
 */
export function nextOrder({ days, window }: Cycles, customer: number): NextOrder {
  const found = window(customer)
  if (found === null) return UNKNOWN
  const last = days.day[days.start[customer + 1]! - 1]!
  const closesOn = last + found.closeDays
  if (closesOn < days.asOf) return { ...UNKNOWN, lateDays: days.asOf - closesOn }
  return { fromOn: last + found.openDays, toOn: closesOn, lateDays: null }
}
