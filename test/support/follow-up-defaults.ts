import type { PoolRules } from '../../src/core/follow-up/leads/pool.js'
import type { LeadRhythm } from '../../src/core/follow-up/leads/rhythm.js'

/** R16 as it is unless decided otherwise. */
export const LEAD_RHYTHM: LeadRhythm = { H: 0, A: 7, B: 14, C: 30, D: null }

/** R17 as it is unless decided otherwise. */
export const POOL_DEFAULTS: PoolRules = {
  ...{ hasTeam: true, daysWithoutContact: 45, daysWithoutDeal: null, holdingLimit: null, claimLimit: null },
  ...{ coolOffDays: 30, rhythm: LEAD_RHYTHM },
}

/** R23 as it is unless decided otherwise. */
export const ESCALATION_DAYS: readonly number[] = [3, 5, 7]
