import type { ContactFacts, Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import { asOfDay } from './aggregate.js'

/** Facts of a ledger and the day they are looked at from. */
export interface DayView {
  readonly snapshot: Snapshot
  readonly asOf: Day
}

/** The ledger's facts and the as-of day. */
export interface AsOfView extends DayView {
  /** The newest order's day stands in for today, because no order counts in the year before today. */
  readonly isAsOfMoved: boolean
  /** The same by days of the calendar, where nothing stands in for today: what the seller records does not wait for orders. */
  readonly calendar: DayView
}

/** What a seller sees who names a day. */
export function viewOn(snapshot: Snapshot, asOf: Day): AsOfView {
  return { snapshot, asOf, isAsOfMoved: false, calendar: { snapshot, asOf } }
}

/**
 * What a seller sees who names no day. When the as-of day is moved back, contacts made since are looked at as if made on
 * that day, and dates reached since as reached: what was closed today is closed, what was put off until today is back.
 */
export function viewToday(snapshot: Snapshot, today: Day): AsOfView {
  const { asOf, moved } = asOfDay(snapshot, today)
  const view = { snapshot, asOf, isAsOfMoved: moved, calendar: { snapshot, asOf: moved ? today : asOf } }
  if (!moved || asOf >= today) return view
  const contacts = snapshot.contacts.map(
    (contact): ContactFacts => ({
      ...contact,
      on: reached(contact.on, view),
      nextOn: contact.nextOn === null ? null : reached(contact.nextOn, view),
    }),
  )
  return { ...view, snapshot: { ...snapshot, contacts } }
}

/** A day as a view sees it: where the as-of day is moved back, one that has come since is that day; those to come stay. */
export function reached(day: Day, { asOf, calendar }: Pick<AsOfView, 'asOf' | 'calendar'>): Day {
  return day > asOf && day <= calendar.asOf ? asOf : day
}
