import type { Context } from '../context.js'
import type { NotePart } from '../core/batch-note.js'
import type { EventFacts } from '../core/events.js'
import { type Lead, lastStepOn } from '../core/follow-up/leads/lead.js'
import { type Holding, holdingOf } from '../core/follow-up/leads/pool.js'
import { leadWords } from '../core/follow-up/leads/words.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { leadSentences } from '../messages/leads.js'
import { addEvents, type NewEvent } from '../store/events.js'
import { carryOut, type DecisionBasis, recordAbout } from './decision.js'
import { pastClose } from './lead-options.js'
import { type LeadsView, leadsView } from './lead-view.js'
import { zoneOf } from './zone.js'

/** What a decision about a lead needs to know. */
export interface LeadBasis extends DecisionBasis {
  readonly view: LeadsView
  /** The customer's index in the view's snapshot. */
  readonly index: number
  readonly lead: Lead
  readonly holding: Holding
}

/** What is recorded of a lead, besides whom and when. */
export type LeadEvent = Pick<NewEvent, 'what'> & Partial<Pick<NewEvent, 'details' | 'value' | 'dueOn' | 'text'>>

/**
 * The open lead a decision is about. UserError `lead.none`; `lead.won`, `lead.closed` for one that is closed; `lead.later` for a day before it
 * was registered, `lead.too-early` for one before its last step; those of `decisionAbout`.
 */
export async function openLead(text: string, context: Context): Promise<LeadBasis> {
  const found = await leadAbout(text, context)
  const { lead, who, customer, on } = found
  const { outcome, closedOn, openedOn } = lead
  const params = { who, id: customer.id, day: closedOn === null ? '' : dateOf(closedOn) }
  if (outcome === 'won') throw new UserError('failed', 'lead.won', params)
  if (outcome !== 'open')
    throw new UserError('failed', 'lead.closed', { ...params, outcome: context.words(leadWords).outcomes[outcome] })
  if (openedOn !== null && openedOn > on)
    throw new UserError('usage', 'lead.later', { ...params, day: dateOf(openedOn) })
  const lastOn = lastStepOn(lead)
  if (lastOn !== null && lastOn > on) throw new UserError('usage', 'lead.too-early', { ...params, day: dateOf(lastOn) })
  return found
}

async function leadAbout(text: string, context: Context): Promise<LeadBasis> {
  const basis = await recordAbout(text, context)
  const { ledger, customer, who, on } = basis
  const view = leadsView(context, ledger, Math.max(on, context.today(zoneOf(context, ledger))))
  const index = view.snapshot.customers.findIndex(({ id }) => id === customer.id)
  const lead = view.leads.get(index)
  if (lead === undefined) throw new UserError('failed', 'lead.none', { who, id: customer.id })
  return { ...basis, view, index, lead, holding: holdingOf(lead, view.rules, view.asOf) }
}

const NOTHING = { details: {}, value: null, dueOn: null, text: '' }

/** The event as it would stand in the ledger. */
function recorded({ index, lead, on }: LeadBasis, event: LeadEvent): EventFacts {
  const last = { id: Number.MAX_SAFE_INTEGER, batch: Number.MAX_SAFE_INTEGER, at: 0 }
  return { ...NOTHING, ...last, ...event, kind: 'lead', subject: lead.subject, customer: index, on }
}

/** The lead as it is once an event is recorded. */
export function leadAfter(basis: LeadBasis, event: LeadEvent): Lead {
  return basis.view.leadWith(basis.index, { events: [recorded(basis, event)] })!
}

/** Records an event of a lead and tells it; `detail` is what its batch says of itself. */
export function recordLead(
  basis: LeadBasis,
  event: LeadEvent,
  told: { readonly sentences: readonly string[]; readonly detail: readonly NotePart[] },
  context: Context,
): number {
  const { ledger, customer, lead, on, madeAt } = basis
  const { what, details = {}, dueOn = null } = event
  const facts = { customer: customer.id, lead: lead.subject || null, action: what, on: dateOf(on), details }
  const sentences = [...told.sentences, ...pastClose(dueOn, on, context.words(leadSentences))]
  const written: NewEvent = { ...NOTHING, ...event, kind: 'lead', subject: lead.subject, key: customer.key, on }
  return carryOut(context, { command: 'lead', sentences, facts }, () =>
    addEvents(ledger, madeAt, 'lead', { customer: customer.id, detail: told.detail }, [written]),
  )
}
