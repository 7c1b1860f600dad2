import type { CustomerFacts } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { expectedMinor } from './funnel.js'
import type { Lead } from './lead.js'
import { levelOf } from './level.js'
import { holdingOf, type PoolReturn, type PoolRules } from './pool.js'
import type { LeadLevel } from './words.js'

/** An open lead as due rules see it. */
export interface DueLead {
  readonly lead: Lead
  /** The level that counts. */
  readonly level: LeadLevel
  /** Whether it is to be claimed before anybody contacts it. */
  readonly isInPool: boolean
  /** When it goes back to the pool unless something is done; null where it does not. */
  readonly returns: PoolReturn | null
  /** Expected amount × probability in minor units; 0 where no amount is given. */
  readonly expectedMinor: number
}

/** The open leads of a day, by customer index. */
export function dueLeads(
  leads: ReadonlyMap<number, Lead>,
  customers: readonly CustomerFacts[],
  rules: PoolRules,
  asOf: Day,
): ReadonlyMap<number, DueLead> {
  const found = new Map<number, DueLead>()
  for (const [customer, lead] of leads) {
    if (lead.outcome !== 'open') continue
    const level = levelOf(lead, customers[customer]!, asOf)
    const { owner, pooled, returns } = holdingOf(lead, rules, asOf)
    const isInPool = pooled !== null || (owner === '' && rules.hasTeam)
    found.set(customer, { lead, level, isInPool, returns, expectedMinor: expectedMinor({ lead, level }) ?? 0 })
  }
  return found
}

/** Who holds a customer's newest lead, or held it when it was closed. */
export interface LeadHolder {
  readonly name: string
  readonly isOpen: boolean
}

/** The holders of newest leads, by customer index; without those nobody holds. */
export function leadHolders(
  leads: ReadonlyMap<number, Lead>,
  rules: PoolRules,
  asOf: Day,
): ReadonlyMap<number, LeadHolder> {
  const found = new Map<number, LeadHolder>()
  for (const [customer, lead] of leads) {
    const { owner } = holdingOf(lead, rules, asOf)
    if (owner !== '') found.set(customer, { name: owner, isOpen: lead.outcome === 'open' })
  }
  return found
}
