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
  byHand: LeadsByHand = NOTHING,
): ReadonlyMap<number, Lead> {
  return foldLeads(entries, days, byHand).leads
}

/** Leads, and the events that make no sense among the others: a second registration, a step of a lead that is not there or has ended. */
export interface FoldedLeads {
  readonly leads: ReadonlyMap<number, Lead>
  readonly unfit: readonly EventFacts[]
  /** Rows of files that register anew what somebody else has: they change nothing (R17). */
  readonly second: readonly SecondRegistration[]
}

/** A row that registers a lead another has, with who that is and since when. */
export interface SecondRegistration extends Pick<Lead, 'registeredBy' | 'openedOn'> {
  readonly row: EntryFacts
}

/** The same with what does not fit. */
export function foldLeads(
  entries: readonly EntryFacts[],
  days: OrderDays,
  { events, contacts }: LeadsByHand,
): FoldedLeads {
  const told = stepsByCustomer(entries, events, days.asOf)
  const met = contactDays(contacts, told, days.asOf)
  const leads = new Map<number, Lead>()
  const apart: Apart = { unfit: [], second: [] }
  for (const [customer, steps] of told) {
    const lead = foldLead(customer, steps, days, met.get(customer) ?? [], apart)
    if (lead !== null) leads.set(customer, lead)
  }
  return { leads, ...apart }
}

/** What changes no lead. */
interface Apart {
  readonly unfit: EventFacts[]
  readonly second: SecondRegistration[]
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

/** Null where what was recorded is about a lead that is not there. What changes nothing is added to `apart`. */
function foldLead(
  customer: number,
  steps: readonly Step[],
  days: OrderDays,
  met: readonly Day[],
  { unfit, second }: Apart,
): Lead | null {
  const orders = days.day.subarray(days.start[customer]!, days.start[customer + 1]!)
  const drafts: LeadDraft[] = []
  for (const step of steps) {
    const current = drafts.at(-1)
    if ('row' in step) {
      const draft = current ?? opened(drafts, LeadDraft.ofRow(customer, step.row, orders))
      if (!draft.tell(step.row, days.asOf)) second.push({ row: step.row, ...draft.registration })
    } else if (!(step.event.what === 'add' ? register : record)(step.event, drafts, orders)) unfit.push(step.event)
  }
  let lead: Lead | null = null
  for (const draft of drafts) lead = draft.finish(met, lead)
  return lead
}

function opened(drafts: LeadDraft[], draft: LeadDraft): LeadDraft {
  drafts.push(draft)
  return draft
}

/** Whether a step fits: it is about a lead that is there and has not ended. One of a lead that a file told waits for the file. */
function record(event: EventFacts, drafts: readonly LeadDraft[]): boolean {
  const draft = drafts.find(({ subject }) => subject === event.subject)
  if (draft === undefined) return event.subject === ''
  const isOpen = !draft.endedBefore(event)
  draft.record(event)
  return isOpen
}

/** A registration opens a lead where none is open; of one that files tell it takes hold; a second one is a conflict (R17), which does not fit. */
function register(event: EventFacts, drafts: LeadDraft[], orders: Int32Array): boolean {
  const current = drafts.at(-1)
  if (current === undefined || current.isClosedBy(event.on))
    opened(drafts, LeadDraft.ofEvent(event, orders, current?.giveWay(event.on) ?? null)).record(event)
  else if (current.subject === '') current.takeUp(event)
  else {
    current.conflict(event.on, event.details.owner ?? '')
    return false
  }
  return true
}
