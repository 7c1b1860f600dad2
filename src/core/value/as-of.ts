import type { ContactFacts, Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import { asOfDay } from './aggregate.js'

/** The ledger's facts and the day they are looked at from. */
export interface AsOfView {
  readonly snapshot: Snapshot
  readonly asOf: Day
  /** The newest order's day stands in for today, because no order counts in the year before today. */
  readonly isAsOfMoved: boolean
}

/**
 * What a seller sees who names no day. When the as-of day is moved back, contacts made since are looked at as if made on
 * that day, and dates reached since as reached: what was closed today is closed, what was put off until today is back.
 */
export function viewToday(snapshot: Snapshot, today: Day): AsOfView {
  const { asOf, moved } = asOfDay(snapshot, today)
  if (!moved || asOf >= today) return { snapshot, asOf, isAsOfMoved: moved }
  const reached = (day: Day) => (day > asOf && day <= today ? asOf : day)
  const contacts = snapshot.contacts.map(
    (contact): ContactFacts => ({
      ...contact,
      on: reached(contact.on),
      nextOn: contact.nextOn === null ? null : reached(contact.nextOn),
    }),
  )
  return { snapshot: { ...snapshot, contacts }, asOf, isAsOfMoved: true }
}
