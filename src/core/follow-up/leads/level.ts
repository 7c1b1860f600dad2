import type { CustomerFacts } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import type { Lead } from './lead.js'
import { LEAD_LEVELS, LEAD_STAGES, type LeadLevel, type LeadStage } from './words.js'

/** A sale expected within so many days is one of this month (R16). */
export const THIS_MONTH_DAYS = 31

/** How many contacts level B asks for (R16). */
const CONTACTS_OF_B = 3

/** What a record must hold to bear a level. */
export const LEVEL_FACTS = ['order-today', 'close-soon', 'contacts', 'phone', 'decision-maker', 'knows-us'] as const
export type LevelFact = (typeof LEVEL_FACTS)[number]

/** What the record of a lead is read with: the lead, and the customer's phone. */
interface Judged {
  readonly lead: Lead
  readonly facts: Pick<CustomerFacts, 'phone'>
  readonly asOf: Day
}

/** What the record lacks for a level (R16); nothing for C and D, which ask for interest and for none. */
export function missingFor(level: LeadLevel, judged: Judged): readonly LevelFact[] {
  if (level === 'H') return isOrdering(judged) ? [] : ['order-today']
  if (level === 'A') return isClosingSoon(judged) ? [] : ['close-soon']
  return level === 'B' ? missingForB(judged) : []
}

/** The best level the record bears. D is the seller's own word and never proposed. */
export function proposeLevel(lead: Lead, facts: Pick<CustomerFacts, 'phone'>, asOf: Day): LeadLevel {
  return (['H', 'A', 'B'] as const).find((level) => missingFor(level, { lead, facts, asOf }).length === 0) ?? 'C'
}

/** The level that counts: the one set, else the one the record bears. */
export function levelOf(lead: Lead, facts: Pick<CustomerFacts, 'phone'>, asOf: Day): LeadLevel {
  return lead.level ?? proposeLevel(lead, facts, asOf)
}

/** What a level set lacks, where the record bears only a lower one. */
export function unborne(lead: Lead, facts: Pick<CustomerFacts, 'phone'>, asOf: Day): readonly LevelFact[] {
  const { level } = lead
  if (level === null) return []
  const isAbove = LEAD_LEVELS.indexOf(level) < LEAD_LEVELS.indexOf(proposeLevel(lead, facts, asOf))
  return isAbove ? missingFor(level, { lead, facts, asOf }) : []
}

/** Ordering today: at the last stage, or a sale expected on the day itself. */
function isOrdering({ lead, asOf }: Judged): boolean {
  return lead.stage === 'ordered' || lead.orderedOn === asOf || lead.record.closeOn === asOf
}

/** A sale expected within the month; where no day is given, an offer that lies before the buyer. */
function isClosingSoon({ lead, asOf }: Judged): boolean {
  const { closeOn } = lead.record
  if (closeOn !== null) return closeOn >= asOf && closeOn <= asOf + THIS_MONTH_DAYS
  return hasReached(lead, 'proposal')
}

function missingForB({ lead, facts }: Judged): LevelFact[] {
  const { contactDays, record } = lead
  const isBorne: Readonly<Partial<Record<LevelFact, boolean>>> = {
    contacts: contactDays.length >= CONTACTS_OF_B,
    phone: facts.phone !== null,
    'decision-maker': record.decisionMaker !== '',
    'knows-us': record.knowsUs || hasReached(lead, 'proposal'),
  }
  return LEVEL_FACTS.filter((fact) => isBorne[fact] === false)
}

/** Whether a lead stands at a stage or beyond. */
function hasReached({ stage }: Lead, asked: LeadStage): boolean {
  return stage !== null && LEAD_STAGES.indexOf(stage) >= LEAD_STAGES.indexOf(asked)
}
