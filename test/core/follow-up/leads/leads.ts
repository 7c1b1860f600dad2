import type { EntryFacts } from '../../../../src/core/entry-facts.js'
import type { EventFacts } from '../../../../src/core/events.js'
import { leadsOf } from '../../../../src/core/follow-up/leads/fold.js'
import type { Lead } from '../../../../src/core/follow-up/leads/lead.js'
import type { ContactFacts } from '../../../../src/core/snapshot.js'

/** Days are counted from an arbitrary day 0 in these tests; the as-of day is 100 unless said. */
export const asOf = 100

let events = 0

/** What the seller records of the lead L1 of customer 0 on a day, unless said otherwise. */
export function event(on: number, what: string, given: Partial<EventFacts> = {}): EventFacts {
  const plain = { subject: 'L1', customer: 0, batch: 1, at: 0, dueOn: null, value: null, text: '', details: {} }
  events += 1
  return { kind: 'lead', id: events, ...plain, on, what, ...given }
}

/** A row of a lead sheet about customer 0, unless said otherwise. */
export function row(on: number, details: EntryFacts['details'] = {}, customer = 0): EntryFacts {
  return { kind: 'lead', customer, on, knownOn: on, value: null, details }
}

export function contact(on: number, customer = 0): ContactFacts {
  return { customer, on, kind: 'contact', rule: null, nextOn: null }
}

/** What a made-up ledger holds; `orders` are the order days of each customer. */
export interface Made {
  readonly rows?: readonly EntryFacts[]
  readonly events?: readonly EventFacts[]
  readonly contacts?: readonly ContactFacts[]
  readonly orders?: readonly (readonly number[])[]
}

/** The leads of a made-up ledger, by customer. */
export function leadsIn({ rows = [], events = [], contacts = [], orders = [[]] }: Made, on = asOf) {
  const known = orders.map((days) => days.filter((day) => day <= on))
  const start = new Int32Array(known.length + 1)
  for (const [i, days] of known.entries()) start[i + 1] = start[i]! + days.length
  return leadsOf(rows, { asOf: on, start, day: Int32Array.from(known.flat()) }, { events, contacts })
}

/** The lead of customer 0. */
export function leadIn(made: Made, on = asOf): Lead {
  return leadsIn(made, on).get(0)!
}
