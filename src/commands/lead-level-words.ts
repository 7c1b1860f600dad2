import type { Context } from '../context.js'
import type { Lead } from '../core/follow-up/leads/lead.js'
import { proposeLevel, unborne } from '../core/follow-up/leads/level.js'
import { leadWords } from '../core/follow-up/leads/words.js'
import type { CustomerFacts } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { decisionWords } from '../messages/decisions.js'
import { leadSentences } from '../messages/leads.js'

/** That the record of a lead does not bear the level set, what it lacks and what it bears (R16); nothing where it does. */
export function unborneLevel(lead: Lead, facts: Pick<CustomerFacts, 'phone'>, asOf: Day, context: Context): string[] {
  const missing = unborne(lead, facts, asOf)
  if (missing.length === 0) return []
  const words = context.words(leadSentences)
  const { levels } = context.words(leadWords)
  const list = missing.map((fact) => words.missing[fact]).join(context.words(decisionWords).listed)
  return [words.unborne(levels[lead.level!], list, levels[proposeLevel(lead, facts, asOf)])]
}
