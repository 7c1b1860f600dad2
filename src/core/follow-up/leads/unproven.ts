import type { Day } from '../../values/business-date.js'
import { fold } from '../../values/filter.js'
import { eachLead, type Lead } from './lead.js'

/** One text written for so many leads proves none of them (R16). */
const LEADS_WITH_ONE_TEXT = 3

/** A contact with what was written down of it. */
export interface ContactNote {
  readonly customer: number
  readonly on: Day
  readonly text: string
}

/** A contact that proves nothing, or a lead lost without one. */
export interface Unproven {
  readonly customer: number
  readonly on: Day
  readonly why: 'blank' | 'repeated' | 'lost-without-contact'
  readonly text: string
}

/** What is listed as unproven of the leads' customers (R16), the oldest first; none of it counts as activity (R32). */
export function unprovenOf(leads: ReadonlyMap<number, Lead>, notes: readonly ContactNote[]): readonly Unproven[] {
  const own = notes.filter(({ customer }) => leads.has(customer))
  const customersWith = new Map<string, Set<number>>()
  for (const { customer, text } of own) {
    const said = plain(text)
    customersWith.set(said, (customersWith.get(said) ?? new Set()).add(customer))
  }
  const contacts = own.flatMap((note): Unproven[] => {
    const said = plain(note.text)
    if (said === '') return [{ ...note, why: 'blank' }]
    return customersWith.get(said)!.size >= LEADS_WITH_ONE_TEXT ? [{ ...note, why: 'repeated' }] : []
  })
  return [...contacts, ...lostUnseen(leads)].sort((a, b) => a.on - b.on || a.customer - b.customer)
}

/** Leads given up on before anybody was in touch. */
function lostUnseen(leads: ReadonlyMap<number, Lead>): Unproven[] {
  return [...eachLead(leads)].flatMap(({ customer, outcome, closedOn, contactDays, reason }) =>
    outcome === 'lost' && closedOn !== null && contactDays.length === 0
      ? [{ customer, on: closedOn, why: 'lost-without-contact' as const, text: reason }]
      : [],
  )
}

/** What is compared: letters and numbers alone. */
function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
