import { eachLead, type Lead } from '../follow-up/leads/lead.js'
import type { PoolRules } from '../follow-up/leads/pool.js'
import type { LeadRhythm } from '../follow-up/leads/rhythm.js'
import { wholeNumber, wholeNumberOrOff } from './kinds.js'
import { ruleNumbers, ruleSetting } from './rules.js'
import { type DecidedSettings, settingOf } from './setting.js'

/** R16: days between contacts with leads of levels H, A, B and C. */
export const leadRhythmSetting = ruleSetting('lead', [0, 7, 14, 30], {
  en: 'days between contacts with leads of levels H, A, B and C',
  zh: '意向H级、A级、B级、C级各隔多少天跟进一次',
})

/** The days between contacts by level, as the setting has them; level D has none. */
export function leadRhythm([h = 0, a = 0, b = 0, c = 0]: readonly number[]): LeadRhythm {
  return { H: h, A: a, B: b, C: c, D: null }
}

/** R17: days without contact after which a lead goes back to the pool; by level it is never less than one and a half rhythms. */
export const poolDaysWithoutContact = wholeNumberOrOff('pool.days-without-contact', 45, [1, 3650], {
  en: 'days without contact after which a lead goes back to the pool, where there are two or more owners',
  zh: '意向客户多少天没有联系就退回公海（有两位以上跟进人时）',
})

/** R17: days without a sale after which a lead goes back to the pool. */
export const poolDaysWithoutDeal = wholeNumberOrOff('pool.days-without-deal', null, [1, 3650], {
  en: 'days without a sale after which a lead goes back to the pool',
  zh: '意向客户领取后多少天没有成交就退回公海',
})

/** R17: how many open leads one owner may hold. */
export const poolHoldingLimit = wholeNumberOrOff('pool.holding-limit', null, [1, 100_000], {
  en: 'open leads one owner may hold before claiming another',
  zh: '每位跟进人最多同时持有多少位意向客户',
})

/** R17: how many leads one owner may claim on a day. */
export const poolClaimLimit = wholeNumberOrOff('pool.claim-limit', null, [1, 10_000], {
  en: 'leads one owner may claim from the pool on a day',
  zh: '每位跟进人一天最多从公海领取多少位意向客户',
})

/** R17: days after which the former owner may claim a lead again. */
export const poolCoolOff = wholeNumber('pool.cool-off', 30, [0, 3650], {
  en: 'days after which the former owner may claim a lead again that went back to the pool',
  zh: '退回公海的意向客户，原跟进人多少天后才能再次领取',
})

/** The rules of the pool as decided: in force from two owners on, of leads or customers (R17). */
export function teamRules(
  decided: DecidedSettings,
  leads: ReadonlyMap<number, Lead>,
  ownersOfCustomers: Iterable<string>,
): PoolRules {
  const owners = new Set(ownersOfCustomers)
  for (const { registeredBy, touches } of eachLead(leads))
    for (const owner of [registeredBy, ...touches.map((touch) => touch.owner)]) owners.add(owner)
  owners.delete('')
  return {
    ...{ hasTeam: owners.size >= 2, rhythm: leadRhythm(ruleNumbers(decided, leadRhythmSetting)) },
    daysWithoutContact: settingOf(decided, poolDaysWithoutContact),
    daysWithoutDeal: settingOf(decided, poolDaysWithoutDeal),
    holdingLimit: settingOf(decided, poolHoldingLimit),
    claimLimit: settingOf(decided, poolClaimLimit),
    coolOffDays: settingOf(decided, poolCoolOff),
  }
}
