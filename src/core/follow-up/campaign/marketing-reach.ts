import type { ContactFacts } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { once } from '../../values/once.js'
import { contactHistories, NO_HISTORY } from '../history.js'
import { reachableOn } from '../reachable.js'
import type { Campaign } from './campaign.js'
import { heldOutUntil } from './held-out-until.js'

/** Whether marketing might reach a customer on a past day, as the due list of that day had it. */
export function marketingReach(
  contacts: readonly ContactFacts[],
  campaigns: readonly Campaign[],
): (customer: number, on: Day) => boolean {
  const own = once(() => contactsByCustomer(contacts))
  const heldOut = new Map<Day, ReadonlyMap<number, Day>>()
  return (customer, on) => {
    const held = heldOut.get(on) ?? heldOutUntil(campaigns, on)
    heldOut.set(on, held)
    const past = contactHistories(own().get(customer) ?? [], on).get(customer) ?? NO_HISTORY
    return reachableOn(past, on, held.get(customer)) <= on
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
