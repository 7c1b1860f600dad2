import { AGREED_RULE } from '../../follow-up/history.js'
import type { ContactFacts } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'

/** The last sensible day of an agreed date is this many days after it (ALGORITHMS §5). */
const SENSIBLE_DAYS = 14

/** A day agreed with a customer for the next contact. */
export interface AgreedDate {
  readonly dueOn: Day
  /** Whether there was a contact by the last sensible day; null while there is still time. */
  readonly isKept: boolean | null
}

/** Whether a record says that the customer was in fact contacted. */
export function isMeeting({ kind }: ContactFacts): boolean {
  return kind === 'contact' || kind === 'done'
}

/**
 * The dates agreed in one customer's contacts (in order of days, none after the as-of day). One agreed anew before its day,
 * or skipped by hand, is left out; one put off is due when its sleep ends.
 */
export function agreedDates(contacts: readonly ContactFacts[], asOf: Day): AgreedDate[] {
  return contacts.flatMap((contact, at) => {
    if (contact.nextOn === null || !isMeeting(contact)) return []
    return settle(contact.nextOn, contacts.slice(at + 1), asOf) ?? []
  })
}

function settle(agreedOn: Day, later: readonly ContactFacts[], asOf: Day): AgreedDate | null {
  let dueOn = agreedOn
  for (const contact of later) {
    const { kind, rule, on, nextOn } = contact
    const isOfAgreement = rule === null || rule === AGREED_RULE
    if (isMeeting(contact) && on >= dueOn) return { dueOn, isKept: on <= dueOn + SENSIBLE_DAYS }
    if (kind === 'contact' && nextOn !== null) return null
    if (kind === 'done' && isOfAgreement) return { dueOn, isKept: true }
    if (kind === 'skip' && isOfAgreement) return null
    if (kind === 'snooze' && isOfAgreement && nextOn !== null) dueOn = Math.max(dueOn, nextOn)
  }
  return { dueOn, isKept: asOf > dueOn + SENSIBLE_DAYS ? false : null }
}
