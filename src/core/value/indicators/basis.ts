import type { EntryFacts } from '../../entry-facts.js'
import type { ContactFacts, Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { firstCountedOn } from '../aggregate.js'
import { cyclesOn } from '../cycle.js'
import { type Lead, leadsOf } from '../leads.js'
import { type Lifecycle, lifecycleOf } from '../lifecycle.js'
import { type Grading, gradingOn, type Standing, standingOn, usualOptions, type ValueOptions } from '../standing.js'

/** What the indicators of all periods are worked out from. */
export interface IndicatorBasis {
  readonly snapshot: Snapshot
  readonly asOf: Day
  /** Length of the window that rates of customers, tiers and concentration look back on from a period's last day. */
  readonly options: ValueOptions
  readonly isFiltered: boolean
  includes(customer: number): boolean
  /** Ratings, leads and complaints, oldest first. */
  readonly entries: readonly EntryFacts[]
  readonly leads: ReadonlyMap<number, Lead>
  /** Customers of whom it is known who referred them, by index. */
  readonly referred: ReadonlySet<number>
  /** Contacts up to the as-of day, in order of days, by customer index. */
  readonly contactsOf: ReadonlyMap<number, readonly ContactFacts[]>
  /** How cycles see the customers on the as-of day. */
  readonly standing: Standing
  readonly lifecycle: Lifecycle
  /** Day of each customer's first counted order ever, by customer index; NEVER without one. */
  readonly firstOn: Int32Array
  /** Day of the first counted order of the whole ledger, also one after the as-of day; null without one. */
  readonly openedOn: Day | null
  /** Tiers of all customers on a day, worked out once a day asked for. */
  gradingOn(day: Day): Grading
}

/** Prepares what every period asks for. `filter` null takes all customers. */
export function indicatorBasis(
  snapshot: Snapshot,
  asOf: Day,
  options: ValueOptions,
  entries: readonly EntryFacts[],
  filter: { includes(customer: number): boolean } | null,
  referred: ReadonlySet<number> = new Set(),
): IndicatorBasis {
  const standing = standingOn(snapshot, asOf, usualOptions(options))
  const cycles = cyclesOn(snapshot, standing)
  const leads = leadsOf(entries, cycles.days)
  const lifecycle = lifecycleOf(cycles, leads)
  const included = Uint8Array.from(snapshot.customers, (_, customer) => Number(filter?.includes(customer) ?? true))
  const gradings = new Map<Day, Grading>()
  return {
    ...{ snapshot, asOf, options, entries, leads, standing, lifecycle, referred },
    isFiltered: filter !== null,
    contactsOf: contactsByCustomer(snapshot, asOf),
    includes: (customer) => included[customer] === 1,
    firstOn: Int32Array.from(snapshot.customers, (_, customer) => firstCountedOn(snapshot.orders, customer)),
    openedOn: firstDayOfSales(snapshot),
    gradingOn(day) {
      const found = gradings.get(day) ?? gradingOn(snapshot, day, options)
      gradings.set(day, found)
      return found
    },
  }
}

function contactsByCustomer({ contacts }: Snapshot, asOf: Day): ReadonlyMap<number, readonly ContactFacts[]> {
  const found = new Map<number, ContactFacts[]>()
  for (const contact of contacts) {
    if (contact.on > asOf) continue
    const own = found.get(contact.customer)
    if (own) own.push(contact)
    else found.set(contact.customer, [contact])
  }
  return found
}

function firstDayOfSales({ orders, unassigned }: Snapshot): Day | null {
  let first = Number.POSITIVE_INFINITY
  for (const { day, counted } of unassigned ? [orders, unassigned] : [orders]) {
    for (let i = 0; i < day.length; i++) if (counted[i] && day[i]! < first) first = day[i]!
  }
  return Number.isFinite(first) ? first : null
}
