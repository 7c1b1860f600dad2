import type { ContactFacts } from '../../snapshot.js'
import { isMeeting } from '../../value/indicators/agreed-dates.js'
import type { Day } from '../../values/business-date.js'
import type { Feedback } from '../feedback/feedback.js'

/** A complaint as problem customers are told by it. */
export interface ComplaintFacts {
  readonly customer: number
  readonly on: Day
  /** Not answered in the promised time (R23). */
  readonly isLate: boolean
}

/** The dated complaints up to the as-of day; answered by what was recorded of them, or by the first contact with the customer since they were open. */
export function complaintsOf(
  feedback: readonly Feedback[],
  contacts: readonly ContactFacts[],
  asOf: Day,
): ComplaintFacts[] {
  const complaints = feedback.filter(({ kind, opened }) => kind === 'complaint' && opened !== null && opened.on <= asOf)
  const met = meetingDays(contacts, new Set(complaints.map(({ customer }) => customer)), asOf)
  return complaints.map((complaint) => {
    const { customer, opened, promisedOn } = complaint
    const waitedUntil = answeredOn(complaint, met.get(customer) ?? []) ?? asOf
    return { customer, on: opened!.on, isLate: promisedOn !== null && waitedUntil > promisedOn }
  })
}

/** Null while it waits for an answer; one that was opened again waits anew. */
function answeredOn({ opened, openSince, responded, closed, state }: Feedback, met: readonly Day[]): Day | null {
  const from = openSince ?? opened!.on
  const answers = [responded?.on, met.find((day) => day >= from)].filter((day) => day !== undefined && day >= from)
  if (answers.length > 0) return Math.min(...(answers as Day[]))
  return state === 'open' ? null : (closed?.on ?? from)
}

/** The days on which some customers were in fact contacted, in order. */
function meetingDays(contacts: readonly ContactFacts[], asked: ReadonlySet<number>, asOf: Day) {
  const found = new Map<number, Day[]>()
  for (const contact of contacts) {
    if (!asked.has(contact.customer) || contact.on > asOf || contact.isAttempt === true || !isMeeting(contact)) continue
    const own = found.get(contact.customer)
    if (own) own.push(contact.on)
    else found.set(contact.customer, [contact.on])
  }
  return found
}
