import type { ContactFacts } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { once } from '../../values/once.js'
import { contactHistories, PAUSE_DAYS } from '../history.js'
import type { Campaign } from './campaign.js'
import { heldOutUntil } from './held-out-until.js'

/**
 * Whether marketing might reach a customer on a past day, as the due list of that day had it (R22, R24): not in the pause after a contact, not
 * before a day agreed on, and not while the customer was held out of a campaign.
 */
export function marketingReach(
  contacts: readonly ContactFacts[],
  campaigns: readonly Campaign[],
): (customer: number, on: Day) => boolean {
  const own = once(() => contactsByCustomer(contacts))
  const heldOut = new Map<Day, ReadonlyMap<number, Day>>()
  return (customer, on) => {
    const held = heldOut.get(on) ?? heldOutUntil(campaigns, on)
    heldOut.set(on, held)
    if (held.has(customer)) return false
    const past = contactHistories(own().get(customer) ?? [], on).get(customer)
    if (past === undefined || past.lastContactOn === null) return true
    if (past.agreedOn !== null && past.agreedOn > on) return false
    return past.lastContactOn + PAUSE_DAYS <= on
  }
}

function contactsByCustomer(contacts: readonly ContactFacts[]): ReadonlyMap<number, readonly ContactFacts[]> {
  const by = new Map<number, ContactFacts[]>()
  for (const contact of contacts) {
    const own = by.get(contact.customer)
    if (own) own.push(contact)
    else by.set(contact.customer, [contact])
  }
  return by
}
