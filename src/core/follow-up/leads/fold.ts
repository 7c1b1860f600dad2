/**
 * Leads as files and the seller tell them (R16, R17), one fold for stages, indicators and the follow-up of leads.
 *
 * A sheet of leads says on which day a lead was written down and how it stands, not the day it was closed: the customer's first
 * order since stands for the day it was won, the row's day for one lost or invalid, unless the row says when it ended. A sheet exported again tells the same lead anew,
 * so all rows of one customer are one lead and the newest says how it stands; a row without a day counts from the day it was imported.
 * What the seller records by hand outranks what files say, as everywhere (R8): level, stage, outcome. One lead of a customer is open at
 * a time; after it was closed the seller can register another, never a file.
 */
import type { EntryFacts } from '../../entry-facts.js'
import type { EventFacts } from '../../events.js'
import type { ContactFacts } from '../../snapshot.js'
import type { OrderDays } from '../../value/cycle-pools.js'
import type { Day } from '../../values/business-date.js'
import { LeadDraft } from './draft.js'
import type { Lead } from './lead.js'

/** What the seller records of leads, beside what files tell. */
export interface LeadsByHand {
  /** Events of kind `lead`; others are passed over. */
  readonly events: readonly EventFacts[]
  /** Contacts of all customers, in order of days. */
  readonly contacts: readonly ContactFacts[]
}

const NOTHING: LeadsByHand = { events: [], contacts: [] }

type Step = { readonly on: Day } & ({ readonly row: EntryFacts } | { readonly event: EventFacts })

/** The leads by customer index, as of the order days' day; of one day the later entry says how a lead stands, then the seller. */
export function leadsOf(
  entries: readonly EntryFacts[],
  days: OrderDays,
  { events, contacts }: LeadsByHand = NOTHING,
): ReadonlyMap<number, Lead> {
  const told = stepsByCustomer(entries, events, days.asOf)
  const met = contactDays(contacts, told, days.asOf)
  const leads = new Map<number, Lead>()
  for (const [customer, steps] of told) {
    const lead = foldLead(customer, steps, days, met.get(customer) ?? [])
    if (lead !== null) leads.set(customer, lead)
  }
  return leads
}

function stepsByCustomer(entries: readonly EntryFacts[], events: readonly EventFacts[], asOf: Day) {
  const rows = entries.filter(({ kind, knownOn }) => kind === 'lead' && knownOn <= asOf)
  const recorded = events.filter(({ kind, on, customer }) => kind === 'lead' && on <= asOf && customer >= 0)
  const steps: (Step & { readonly customer: number })[] = [
    ...rows.map((row) => ({ on: row.knownOn, customer: row.customer, row })),
    ...recorded.toSorted((a, b) => a.id - b.id).map((event) => ({ on: event.on, customer: event.customer, event })),
  ]
  const found = new Map<number, Step[]>()
  for (const step of steps.sort((a, b) => a.on - b.on)) {
    const own = found.get(step.customer)
    if (own) own.push(step)
    else found.set(step.customer, [step])
  }
  return found
}

/** The days on which those customers were in fact contacted, in order. */
function contactDays(contacts: readonly ContactFacts[], asked: ReadonlyMap<number, unknown>, asOf: Day) {
  const found = new Map<number, Day[]>()
  for (const { customer, on, kind, isAttempt } of contacts) {
    const isMet = (kind === 'contact' || kind === 'done') && isAttempt !== true
    if (on > asOf || !isMet || !asked.has(customer)) continue
    const own = found.get(customer)
    if (own) own.push(on)
    else found.set(customer, [on])
  }
  return found
}

/** Null where what was recorded is about a lead that is not there (its registration was taken back). */
function foldLead(customer: number, steps: readonly Step[], days: OrderDays, met: readonly Day[]): Lead | null {
  const orders = days.day.subarray(days.start[customer]!, days.start[customer + 1]!)
  const drafts: LeadDraft[] = []
  for (const step of steps) {
    const current = drafts.at(-1)
    if ('row' in step)
      (current ?? opened(drafts, LeadDraft.ofRow(customer, step.row, orders))).tell(step.row, days.asOf)
    else if (step.event.what === 'add') register(customer, step.event, drafts, orders)
    else drafts.find(({ subject }) => subject === step.event.subject)?.record(step.event)
  }
  let lead: Lead | null = null
  for (const draft of drafts) lead = draft.finish(met, lead)
  return lead
}

function opened(drafts: LeadDraft[], draft: LeadDraft): LeadDraft {
  drafts.push(draft)
  return draft
}

/** A registration opens a lead where none is open; of one that files tell it takes hold; a second one is a conflict (R17). */
function register(customer: number, event: EventFacts, drafts: LeadDraft[], orders: Int32Array): void {
  const current = drafts.at(-1)
  if (current === undefined || current.isClosedBy(event.on))
    opened(drafts, LeadDraft.ofEvent(customer, event, orders, current?.giveWay(event.on) ?? null)).record(event)
  else if (current.subject === '') current.takeUp(event)
  else current.conflict(event.on, event.details.owner ?? '')
}
