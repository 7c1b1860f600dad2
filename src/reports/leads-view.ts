import { contactHistories } from '../core/follow-up/history.js'
import { expectedMinor, type LevelledLead, probabilityPercent } from '../core/follow-up/leads/funnel.js'
import { type Lead, lastContactOn } from '../core/follow-up/leads/lead.js'
import { type LevelFact, levelOf, proposeLevel, unborne } from '../core/follow-up/leads/level.js'
import { type Holding, holdingOf, type PoolRules } from '../core/follow-up/leads/pool.js'
import { type LeadDue, leadDue } from '../core/follow-up/leads/rhythm.js'
import type { LeadLevel } from '../core/follow-up/leads/words.js'
import type { ReportInput } from '../core/report/build.js'
import { sealLead } from '../core/sealing.js'
import type { Day } from '../core/values/business-date.js'

/** A report about leads. */
export interface LeadsReportInput extends ReportInput {
  /** The newest lead of each customer, by index. */
  readonly leads: ReadonlyMap<number, Lead>
  readonly poolRules: PoolRules
}

/** An open or closed lead as lists show it. */
export interface SeenLead extends LevelledLead {
  readonly proposed: LeadLevel
  readonly missing: readonly LevelFact[]
  readonly holding: Holding
  /** What to show of the pool; null for nothing. */
  readonly pool: 'contact' | 'deal' | 'release' | 'never' | 'locked' | null
  readonly due: Pick<LeadDue, 'dueOn' | 'isOverdue'> | null
  readonly lastContactOn: Day | null
  readonly probabilityPercent: number
  readonly expectedMinor: number | null
}

/** Shows leads with the level that counts, who has them and when they are due on the as-of day; that of a delisted customer is sealed (R30). */
export function leadViewer(input: LeadsReportInput): (lead: Lead) => SeenLead {
  const histories = contactHistories(input.snapshot.contacts, input.asOf)
  return (lead) => seenLead(input, lead, histories.get(lead.customer)?.agreedOn ?? null)
}

function seenLead({ snapshot, asOf, poolRules, lang }: LeadsReportInput, lead: Lead, agreedOn: Day | null): SeenLead {
  const facts = snapshot.customers[lead.customer]!
  const level = levelOf(lead, facts, asOf)
  const holding = holdingOf(lead, poolRules, asOf)
  const pool = poolState(lead, holding, poolRules)
  const levelled = { lead, level }
  const dueOf = () => {
    const byRhythm = leadDue(lead, level, asOf, poolRules.rhythm)
    // A day agreed on takes the place of the rhythm, as on the due list.
    return lead.outcome !== 'open' || agreedOn === null ? byRhythm : { dueOn: agreedOn, isOverdue: agreedOn < asOf }
  }
  return {
    ...{ lead: facts.blocked ? sealLead(lead, lang) : lead, level, holding, pool },
    proposed: proposeLevel(lead, facts, asOf),
    missing: unborne(lead, facts, asOf),
    // What nobody has is nobody's to contact: it is to be claimed.
    due: pool === null || pool === 'locked' ? dueOf() : null,
    lastContactOn: lastContactOn(lead),
    probabilityPercent: probabilityPercent(levelled),
    expectedMinor: expectedMinor(levelled),
  }
}

function poolState({ outcome }: Lead, { owner, isLocked, pooled }: Holding, { hasTeam }: PoolRules): SeenLead['pool'] {
  if (outcome !== 'open') return null
  if (pooled !== null) return pooled.cause
  if (owner === '' && hasTeam) return 'never'
  return isLocked ? 'locked' : null
}

/** Whether a lead is to be claimed. */
export function isPooled({ pool }: SeenLead): boolean {
  return pool !== null && pool !== 'locked'
}
