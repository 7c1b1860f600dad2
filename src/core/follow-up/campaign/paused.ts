import type { ContactFacts } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { contactHistories, PAUSE_DAYS } from '../history.js'

/** Customers marketing may not reach yet, as they were contacted a short while ago (R24), by the day on which it may. */
export interface PausedUntil {
  readonly freeOn: Day
  readonly customers: readonly number[]
}

/** Those of some customers who are in the pause after a contact on a day, the first to come free first. */
export function pausedCustomers(
  contacts: readonly ContactFacts[],
  customers: readonly number[],
  asOf: Day,
): readonly PausedUntil[] {
  const histories = contactHistories(contacts, asOf)
  const groups = new Map<Day, number[]>()
  for (const customer of customers) {
    const lastContactOn = histories.get(customer)?.lastContactOn ?? null
    if (lastContactOn === null || lastContactOn + PAUSE_DAYS <= asOf) continue
    const freeOn = lastContactOn + PAUSE_DAYS
    groups.set(freeOn, [...(groups.get(freeOn) ?? []), customer])
  }
  return [...groups].sort(([a], [b]) => a - b).map(([freeOn, group]) => ({ freeOn, customers: group }))
}
