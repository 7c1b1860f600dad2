import type { Day } from '../values/business-date.js'
import { type ContactHistory, PAUSE_DAYS } from './history.js'

/**
 * The first day on which marketing may reach a customer, as it stands on a day (R22, R24): after the pause that follows a contact, not before a
 * day agreed on, and not while the customer is held out of a campaign. Minus infinity where nothing stands in the way.
 */
export function reachableOn(past: ContactHistory, asOf: Day, heldOutUntil: Day | undefined): Day {
  const comparedUntil = heldOutUntil === undefined ? Number.NEGATIVE_INFINITY : heldOutUntil + 1
  if (past.lastContactOn === null) return comparedUntil
  const pausedUntil = past.lastContactOn + PAUSE_DAYS
  if (past.agreedOn !== null && past.agreedOn > asOf) return Math.max(comparedUntil, past.agreedOn, pausedUntil)
  return pausedUntil > asOf ? Math.max(comparedUntil, pausedUntil) : comparedUntil
}
