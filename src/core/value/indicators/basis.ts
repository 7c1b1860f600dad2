import type { EntryFacts } from '../../entry-facts.js'
import type { Voice } from '../../follow-up/feedback/voice.js'
import type { ContactFacts, Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import type { Abc } from '../abc.js'
import { countedDays, firstCountedOn, NEVER } from '../aggregate.js'
import type { Lifecycle } from '../lifecycle.js'
import { classesOn, type ValueOptions } from '../standing.js'

/** What the indicators of all periods are worked out from. */
export interface IndicatorBasis {
  readonly snapshot: Snapshot
  readonly asOf: Day
  /** Length of the window that rates of customers, tiers and concentration look back on from a period's last day. */
  readonly options: ValueOptions
  readonly isFiltered: boolean
  includes(customer: number): boolean
  /** Leads among others, oldest first. */
  readonly entries: readonly EntryFacts[]
  /** Feedback and scores up to the as-of day. */
  readonly voice: Voice
  /** Customers of whom it is known who referred them, by index. */
  readonly referred: ReadonlySet<number>
  /** Contacts up to the as-of day, in order of days, by customer index. */
  readonly contactsOf: ReadonlyMap<number, readonly ContactFacts[]>
  readonly lifecycle: Lifecycle
  /** Day of each customer's first counted order ever, by customer index; NEVER without one. */
  readonly firstOn: Int32Array
  /** Day of the first counted order of the whole ledger, also one after the as-of day; null without one. */
  readonly openedOn: Day | null
  /** Classes of all customers on a day; those of the day asked for last are kept. */
  classesOn(day: Day): Abc
}

/** What they are asked of. */
interface IndicatorsInput {
  readonly snapshot: Snapshot
  readonly asOf: Day
  readonly value: ValueOptions
  readonly entries: readonly EntryFacts[]
  readonly voice: () => Voice
  readonly lifecycle: () => Lifecycle
  /** All customers without one. */
  readonly filter?: { includes(customer: number): boolean } | undefined
}

/** Prepares what every period asks for. */
export function indicatorBasis(input: IndicatorsInput, referred: ReadonlySet<number> = new Set()): IndicatorBasis {
  const { snapshot, asOf, value: options, entries, filter } = input
  const included = Uint8Array.from(snapshot.customers, (_, customer) => Number(filter?.includes(customer) ?? true))
  const { first } = countedDays(snapshot, 'all', asOf)
  let last: { readonly day: Day; readonly abc: Abc } | null = null
  return {
    ...{ snapshot, asOf, options, entries, referred },
    lifecycle: input.lifecycle(),
    voice: input.voice(),
    isFiltered: filter !== undefined,
    contactsOf: contactsByCustomer(snapshot, asOf),
    includes: (customer) => included[customer] === 1,
    firstOn: Int32Array.from(snapshot.customers, (_, customer) => firstCountedOn(snapshot.orders, customer)),
    openedOn: first === NEVER ? null : first,
    classesOn(day) {
      if (last?.day !== day) last = { day, abc: classesOn(snapshot, day, options) }
      return last.abc
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
