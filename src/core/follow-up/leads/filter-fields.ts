import type { CustomerFacts } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import type { FilterField, FilterRow } from '../../values/filter-field.js'
import type { Lead } from './lead.js'
import { levelOf } from './level.js'
import { LEAD_LEVELS, LEAD_STAGES, type LeadOutcome, leadWords } from './words.js'

/** A field of the filter that asks for a customer's newest lead. */
interface LeadField extends FilterField {
  read(lead: Lead, facts: CustomerFacts, asOf: Day): FilterRow[string]
}

const { en, zh } = leadWords
const outcomes: readonly LeadOutcome[] = ['open', 'won', 'lost', 'invalid']

/** The fields by which customers are chosen by their leads: the level that counts, and the stage, of open ones; how any stands. */
export const leadFields: readonly LeadField[] = [
  {
    name: 'level',
    kind: 'choice',
    words: ['意向级别', '意向等级', '意向'],
    choices: LEAD_LEVELS.map((value) => ({ value, words: [zh.levels[value], `${value}级`] })),
    read: (lead, facts, asOf) => (lead.outcome === 'open' ? levelOf(lead, facts, asOf) : null),
  },
  {
    name: 'leadstage',
    kind: 'choice',
    words: ['跟进阶段'],
    choices: LEAD_STAGES.map((value) => ({ value, words: [en.stages[value], zh.stages[value]] })),
    read: ({ outcome, stage }) => (outcome === 'open' ? stage : null),
  },
  {
    name: 'lead',
    kind: 'choice',
    words: ['意向客户', '线索'],
    choices: outcomes.map((value) => ({ value, words: [en.outcomes[value], zh.outcomes[value]] })),
    read: ({ outcome }) => outcome,
  },
]
