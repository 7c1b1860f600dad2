import type { Voice } from '../../core/follow-up/feedback/voice.js'
import { eachLead } from '../../core/follow-up/leads/lead.js'
import type { Day } from '../../core/values/business-date.js'
import type { LeadsReportInput } from '../leads-view.js'

/** What tells since when customers are known. */
interface KnownBy extends Pick<LeadsReportInput, 'snapshot' | 'leads'> {
  readonly calendar: { readonly asOf: Day }
  readonly voice: () => Voice
  readonly listedOn?: (() => ReadonlyMap<number, Day>) | undefined
}

/**
 * Whom a ledger knew by the end of a period, 1 by customer index: who had an order, a contact, a lead, a rating or a complaint by then, or
 * stood in a list read, or was typed, by then. Who was imported in one go with what came later is none of the customers of the time. Whom
 * nothing dates is known to a report of its own day, as to `crm tier`.
 */
export function customersKnown(input: KnownBy, isOver: boolean): Uint8Array {
  const { snapshot } = input
  // Where the newest order's day stands in for today, what was recorded since is known too.
  const by = input.calendar.asOf
  const first = firstDays(input)
  const listed = isOver ? input.listedOn?.() : undefined
  return Uint8Array.from(snapshot.customers, (_, customer) => {
    const isUndated = first[customer] === Number.POSITIVE_INFINITY
    const listedDay = listed === undefined ? (isUndated ? by : first[customer]!) : (listed.get(customer) ?? by + 1)
    return Math.min(first[customer]!, listedDay) <= by ? 1 : 0
  })
}

/** The day of the first dated record of each customer; Infinity without one. */
function firstDays({ snapshot, leads, voice }: KnownBy): Float64Array {
  const { orders, customers, contacts } = snapshot
  const first = new Float64Array(customers.length).fill(Number.POSITIVE_INFINITY)
  const tell = (customer: number, on: Day | null) => {
    if (on !== null && on < first[customer]!) first[customer] = on
  }
  for (let customer = 0; customer < customers.length; customer++) {
    const start = orders.start[customer]!
    if (start < orders.start[customer + 1]!) tell(customer, orders.day[start]!)
  }
  for (const { customer, on } of contacts) tell(customer, on)
  for (const { customer, openedOn } of eachLead(leads)) tell(customer, openedOn)
  const { scores, feedback } = voice()
  for (const { customer, on } of scores) tell(customer, on)
  for (const { customer, opened } of feedback) tell(customer, opened?.on ?? null)
  return first
}
