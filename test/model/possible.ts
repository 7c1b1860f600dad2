import { feedbackAfter, isFitting, type ModelFeedback } from './feedback-of.js'
import { leadsOf } from './leads-of.js'
import type { Fact, FeedbackFact, LeadFact, LedgerModel } from './ledger-model.js'
import { customersOf, ModelCustomer } from './people.js'
import { uncoveredOf } from './points-of.js'

type Kind = Fact['of']
type DelistingFact = Extract<Fact, { readonly of: 'delisting' }>

/**
 * What is in force of some kinds and could not be typed where it stands, with how much of it. Each kind has one plain rule, and every fact
 * is asked in the order of the batches, against those before it: nothing here knows how the program tells what stands.
 */
export function impossibleIn(model: LedgerModel, kinds: ReadonlySet<Kind>): ReadonlyMap<Fact, number> {
  const customers = customersOf(model)
  const whole = (facts: readonly Fact[]) => facts.map((fact) => [fact, 1] as const)
  return new Map([
    ...(kinds.has('lead') ? whole(customers.flatMap(impossibleLeads)) : []),
    ...(kinds.has('delisting') ? whole(customers.flatMap(impossibleDelistings)) : []),
    ...(kinds.has('feedback') ? whole(impossibleFeedback(model)) : []),
    ...(kinds.has('campaign') ? whole(ofNoCampaign(model)) : []),
    ...(kinds.has('points')
      ? [...uncoveredOf(customers)].map(([fact, lacking]) => [fact as Fact, lacking] as const)
      : []),
  ])
}

/** A lead is registered while none is open; a step is about one that was registered and that nobody has ended. */
function impossibleLeads(customer: ModelCustomer): readonly LeadFact[] {
  const taken: LeadFact[] = []
  return customer.facts('lead').filter((fact) => {
    const isPossible = fact.step === 'add' ? !hasOpenLead(customer, taken, fact) : isOfLead(taken, fact)
    if (isPossible) taken.push(fact)
    return !isPossible
  })
}

/** With the orders there are up to the day of a registration, and what was recorded before it. */
function hasOpenLead(customer: ModelCustomer, before: readonly LeadFact[], { on }: LeadFact): boolean {
  const orders = customer.facts('order').filter((order) => order.on <= on)
  return leadsOf(new ModelCustomer(customer.people, [...orders, ...before]), on, false).at(-1)?.outcome === 'open'
}

function isOfLead(before: readonly LeadFact[], { subject }: LeadFact): boolean {
  const own = before.filter((fact) => fact.subject === subject)
  return own.length > 0 && !own.some(({ step }) => step === 'won' || step === 'lost' || step === 'invalid')
}

const turns: Readonly<Record<string, string>> = {
  ...{ check: 'proposed', decide: 'proposed', drop: 'proposed', told: 'decided', review: 'decided', lift: 'decided' },
}
const turnsTo: Readonly<Record<string, string>> = {
  propose: 'proposed',
  decide: 'decided',
  drop: 'ended',
  lift: 'ended',
}

/** A delisting is proposed while none is open; every step has its turn. */
function impossibleDelistings(customer: ModelCustomer): readonly DelistingFact[] {
  const states = new Map<string, string>()
  return customer.facts('delisting').filter(({ subject, step }) => {
    const isOpen = [...states.values()].some((state) => state !== 'ended')
    const isPossible = step === 'propose' ? !isOpen : states.get(subject) === turns[step]
    const state = turnsTo[step]
    if (state !== undefined && (isPossible || step === 'propose')) states.set(subject, state)
    return !isPossible
  })
}

/** What a customer said takes the steps of its kind, as it stands. */
function impossibleFeedback(model: LedgerModel): readonly FeedbackFact[] {
  const found = new Map<string, ModelFeedback>()
  return (model.factsInForce().filter(({ of }) => of === 'feedback') as FeedbackFact[]).filter((fact) => {
    const known = found.get(fact.subject)
    const isPossible = fact.step === 'open' || (known !== undefined && isFitting(known, fact.step))
    if (isPossible) found.set(fact.subject, feedbackAfter(known, fact))
    return !isPossible
  })
}

/** A list is written of a campaign that is there. */
function ofNoCampaign(model: LedgerModel): readonly Fact[] {
  const all = model.factsInForce().filter((fact) => fact.of === 'campaign')
  const made = new Set(all.filter(({ step }) => step === 'new').map(({ subject }) => subject))
  return all.filter(({ subject }) => !made.has(subject))
}
