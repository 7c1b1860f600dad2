import type { Day, LeadFact } from './ledger-model.js'
import type { ModelCustomer } from './people.js'

/** How the newest lead of a customer stands. */
export interface ModelLead {
  readonly subject: string
  readonly outcome: 'open' | 'won' | 'lost' | 'invalid'
  readonly openedOn: Day
  readonly closedOn: Day | null
  readonly level: string | null
  readonly stage: string | null
  readonly registeredBy: string
  /** Who holds it, '' for nobody, and who had it until it went to the pool. */
  readonly owner: string
  readonly pooled: { readonly on: Day; readonly from: string } | null
  /** Everybody who was ever named as its owner. */
  readonly owners: readonly string[]
}

interface Draft {
  readonly subject: string
  readonly openedOn: Day
  /** Orders of these days win it. */
  readonly from: Day
  to: Day
  readonly steps: LeadFact[]
}

/** Without contact for so many days it is due back, and goes back three days later (R17). */
const [SILENT_DAYS, NOTICE_DAYS] = [45, 3]

/** All leads of a customer, the newest last; `hasTeam` says whether there are two owners. */
export function leadsOf(customer: ModelCustomer, today: Day, hasTeam: boolean): readonly ModelLead[] {
  const drafts: Draft[] = []
  const orders = customer
    .orders()
    .filter(({ paid, refund }) => paid > refund)
    .map(({ on }) => on)
  for (const fact of customer.facts('lead').toSorted((a, b) => a.on - b.on)) {
    const current = drafts.at(-1)
    if (fact.step !== 'add') drafts.find(({ subject }) => subject === fact.subject)?.steps.push(fact)
    else if (current === undefined) drafts.push(draftOf(fact, fact.on))
    else if (saidOf(current) !== null || orderOf(current, orders, fact.on) !== null) {
      current.to = saidOf(current) === null ? fact.on : fact.on - 1
      const taken = orderOf(current, orders)
      drafts.push(draftOf(fact, taken === null ? fact.on : Math.max(fact.on, taken + 1)))
    }
  }
  const leads: ModelLead[] = []
  for (const draft of drafts) {
    const met = customer.metOn().filter((on) => on > (leads.at(-1)?.closedOn ?? Number.NEGATIVE_INFINITY))
    leads.push(finished(draft, orders, met, today, hasTeam))
  }
  return leads
}

function draftOf(fact: LeadFact, from: Day): Draft {
  return { subject: fact.subject, openedOn: fact.on, from, to: Number.POSITIVE_INFINITY, steps: [fact] }
}

function saidOf({ steps }: Draft): LeadFact | null {
  return steps.findLast(({ step }) => step === 'won' || step === 'lost' || step === 'invalid') ?? null
}

function orderOf({ from, to }: Draft, orders: readonly Day[], until = Number.POSITIVE_INFINITY): Day | null {
  const own = orders.filter((on) => on >= from && on <= to && on <= until)
  return own.length === 0 ? null : Math.min(...own)
}

function finished(draft: Draft, orders: readonly Day[], met: readonly Day[], today: Day, hasTeam: boolean): ModelLead {
  const { subject, openedOn, steps } = draft
  const [orderedOn, said] = [orderOf(draft, orders), saidOf(draft)]
  const outcome = orderedOn !== null ? 'won' : ((said?.step as ModelLead['outcome'] | undefined) ?? 'open')
  const closedOn = orderedOn ?? said?.on ?? null
  const last = (step: LeadFact['step']) => steps.findLast((fact) => fact.step === step)?.word ?? null
  const contacts = met.filter((on) => on >= openedOn && on <= (closedOn ?? on))
  const owners = steps
    .filter(({ step, word }) => (step === 'add' || step === 'claim') && word !== '')
    .map(({ word }) => word)
  return {
    ...{
      subject,
      outcome,
      openedOn,
      closedOn,
      level: last('level'),
      stage: last('stage'),
      registeredBy: steps[0]!.word,
      owners,
    },
    ...heldBy(steps, contacts, outcome === 'open' ? today : null, hasTeam),
  }
}

/** Goes through what was done, day by day; of a closed lead nothing falls back after the last of it. */
function heldBy(steps: readonly LeadFact[], contacts: readonly Day[], today: Day | null, hasTeam: boolean) {
  const held = { owner: '', pooled: null as ModelLead['pooled'] }
  let [since, level] = [0, '']
  const wait = (day: Day) => {
    const back = since + SILENT_DAYS + NOTICE_DAYS
    if (!hasTeam || held.owner === '' || level === 'D' || back > day) return
    held.pooled = { on: back, from: held.owner }
    held.owner = ''
  }
  const done = [...steps, ...contacts.map((on) => ({ step: 'met', on, word: '' }) as const)].sort((a, b) => a.on - b.on)
  for (const { step, on, word } of done) {
    if ((step === 'add' && word === '') || step === 'stage' || step === 'won' || step === 'lost' || step === 'invalid')
      continue
    wait(on)
    if (step === 'add' || step === 'claim') {
      held.owner = word
      held.pooled = null
    }
    if (step === 'add' || step === 'claim' || step === 'met') since = on
    if (step === 'level') {
      if (level === 'D' && word !== 'D') since = on
      level = word
    }
    if (step === 'release' && held.owner !== '') {
      held.pooled = { on, from: held.owner }
      held.owner = ''
    }
  }
  if (today !== null) wait(today)
  return held
}
