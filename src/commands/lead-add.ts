import type { Context } from '../context.js'
import { holdingOf } from '../core/follow-up/leads/pool.js'
import { keysOf } from '../core/import/told/identity.js'
import { compareKeys } from '../core/import/told/party-keys.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { normaliseEmail, normalisePhone } from '../core/values/contact-point.js'
import { UserError } from '../core/values/failure.js'
import { publicId } from '../core/values/hash.js'
import { leadSentences } from '../messages/leads.js'
import { type LeadCustomer, registerLead, sameCustomer } from '../store/by-hand.js'
import { type NewEvent, nextSubject } from '../store/events.js'
import { customerOfId } from '../store/find-customer.js'
import { knownValues, type NewValue } from '../store/hand-values.js'
import type { Ledger } from '../store/ledger.js'
import { ledgerSetting } from '../store/settings.js'
import { partyOf } from './add.js'
import { blockedWarning } from './blocked-warning.js'
import { carryOut, instant, refuseAhead } from './decision.js'
import { type HandOptions, readHandOptions } from './hand-options.js'
import type { LeadActionArgs } from './lead-args.js'
import { unborneLevel } from './lead-level-words.js'
import { pastClose, readLevel, readRecord, readStage } from './lead-options.js'
import { leadsView } from './lead-view.js'
import { ledgerToDecide } from './ledger.js'
import { zoneOf } from './zone.js'

/** A customer to be, with his public id and how sentences speak of him. */
interface Registered extends LeadCustomer {
  readonly id: string
  readonly name: string
}

/**
 * `crm lead add`: registers a lead, and its customer where there is none yet. UserError `lead.conflict` where the contact has an open lead:
 * who registered it first has it, and nothing changes (R17); `lead.before-end` for a day on which the lead before it was still open.
 */
export async function addLead(args: LeadActionArgs, context: Context): Promise<number> {
  const ledger = await ledgerToDecide(context)
  const zone = zoneOf(context, ledger)
  const on = context.on(zone) ?? context.today(zone)
  refuseAhead(on, ledger, context)
  const customer = customerOf(args, ledger)
  refuseSecond(customer, args.owner ?? '', on, ledger, context)
  const event = eventOf(args, ledger, on, context)
  const words = context.words(leadSentences)
  const who = `${customer.name} (${customer.id})`
  const sentences = [
    words.added(who, event.subject, event.details.owner ?? ''),
    ...(customer.party === null ? [] : [words.newCustomer(customer.name)]),
    ...pastClose(event.dueOn, on, words),
    ...levelWarning(customer, event, ledger, context),
    ...blockedWarning(ledger, customer.id, who, on, context),
  ]
  const { what, subject, details } = event
  const facts = {
    customer: customer.id,
    lead: subject,
    action: what,
    on: dateOf(on),
    isNew: customer.party !== null,
    details,
  }
  const note = { customer: customer.id, detail: [subject, event.details.owner].filter(Boolean).join(' · ') }
  return carryOut(context, { command: 'lead', sentences, facts }, () =>
    registerLead(ledger, instant(context), note, customer, event),
  )
}

/** What a new lead's record lacks for the level it is given (R16). */
function levelWarning(
  { id, values }: Registered,
  event: Omit<NewEvent, 'key'>,
  ledger: Ledger,
  context: Context,
): string[] {
  const asOf = Math.max(event.on, context.today(zoneOf(context, ledger)))
  const { snapshot, leadWith } = leadsView(context, ledger, asOf)
  const known = snapshot.customers.findIndex((customer) => customer.id === id)
  // Who is new stands behind all others, and has bought nothing.
  const index = known < 0 ? snapshot.customers.length : known
  const added = { ...event, ...{ id: Number.MAX_SAFE_INTEGER, batch: Number.MAX_SAFE_INTEGER, at: 0 }, customer: index }
  const lead = leadWith(index, { events: [added] })
  const typed = values.find(({ field }) => field === 'phone')?.value
  const facts = { phone: typed || (snapshot.customers[index]?.phone ?? null) }
  return lead === undefined ? [] : unborneLevel(lead, facts, asOf, context)
}

function eventOf(args: LeadActionArgs, ledger: Ledger, on: Day, context: Context): Omit<NewEvent, 'key'> {
  const { owner = '', level, stage, note = '' } = args
  const { details, ...record } = readRecord(args, ledger, on)
  const said = {
    ...(owner.trim() === '' ? {} : { owner: owner.trim() }),
    ...(level === undefined ? {} : { level: readLevel(level, context) }),
    ...(stage === undefined ? {} : { stage: readStage(stage, context) }),
  }
  const subject = nextSubject(ledger, 'lead', 'L')
  return { ...record, kind: 'lead', subject, what: 'add', on, text: note.trim(), details: { ...details, ...said } }
}

/** Whom the contact points, the id or the very name belong to already, else a new customer. UserError `lead.nameless`. */
function customerOf(args: LeadActionArgs, ledger: Ledger): Registered {
  const typed = readHandOptions(handOptionsOf(args), { values: {} }, ledgerSetting(ledger, 'shop.country')).filter(
    ({ value }) => value !== '',
  )
  const party = partyOf(new Map(typed.map(({ field, value }) => [field, value ?? ''])))
  const known = customerOfId(ledger, args.who) ?? sameCustomer(ledger, party)
  if (known === null) {
    if (party.name === '') throw new UserError('usage', 'lead.nameless')
    const [key = ''] = keysOf(party).sort(compareKeys)
    return { id: publicId(key), name: party.name, key, party, values: typed }
  }
  return {
    id: known.id,
    name: known.name || known.id,
    key: known.key,
    party: null,
    values: blanks(ledger, known.key, typed),
  }
}

/** The owner and the note are the lead's; an e-mail or a phone in place of the name is one. */
function handOptionsOf(args: LeadActionArgs): HandOptions {
  const { who, owner: _owner, note: _note, ...typed } = args
  const email = normaliseEmail(who)
  const phone = normalisePhone(who, 'CN')
  if (email !== null) return { ...typed, email: typed.email ?? who }
  return 'e164' in phone ? { ...typed, phone: typed.phone ?? who } : { ...typed, name: who }
}

/** Of somebody known only what is not known yet is taken down. */
function blanks(ledger: Ledger, key: string, typed: readonly NewValue[]): NewValue[] {
  const { values } = knownValues(ledger, key)
  return typed.filter(({ field }) => field !== 'name' && !values[field])
}

function refuseSecond({ id, name }: Registered, owner: string, on: Day, ledger: Ledger, context: Context): void {
  const view = leadsView(context, ledger, Math.max(on, context.today(zoneOf(context, ledger))))
  const lead = view.leads.get(view.snapshot.customers.findIndex((customer) => customer.id === id))
  if (lead !== undefined && lead.closedOn !== null && lead.closedOn > on)
    throw new UserError('usage', 'lead.before-end', { who: `${name} (${id})`, day: dateOf(lead.closedOn) })
  if (lead?.outcome !== 'open') return
  const { registeredBy, openedOn } = lead
  const params = { who: `${name} (${id})`, id, owner: registeredBy, day: openedOn === null ? '' : dateOf(openedOn) }
  const { owner: holder, pooled } = holdingOf(lead, view.rules, view.asOf)
  if (pooled !== null) throw new UserError('failed', 'lead.not-held', params)
  if (registeredBy !== '' && registeredBy !== owner) throw new UserError('failed', 'lead.conflict', params)
  if (holder !== registeredBy) throw new UserError('failed', 'lead.held', { ...params, holder })
  throw new UserError('failed', 'lead.registered', params)
}
