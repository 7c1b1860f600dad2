import type { Rule } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

type PoolCause = {
  readonly why: 'contact' | 'deal'
  readonly returnsOn: string
}

/** A lead that goes back to the pool in three days (R17), unless it is contacted, won, locked or given up. */
export const pool: Rule<PoolCause> = {
  name: 'pool',
  isMarketing: false,
  isByCalendar: true,
  isOfRecords: true,
  lapses: 'on-its-day',
  stakes: 'all',
  weightPercent: 100,
  setting: ruleSetting('pool', [], {
    en: 'whether leads are due before they go back to the pool (settings pool.*)',
    zh: '意向客户快要退回公海时是否提醒（规则见 pool.* 设置）',
  }),
  words: bilingual(
    {
      label: 'Back to the pool',
      reason: ({ why, returnsOn }: PoolCause) =>
        `goes back to the pool on ${returnsOn}: ${why === 'contact' ? 'too long without a contact' : 'too long without a deal'}`,
      advice: () => 'contact the lead, or give it up: crm lead release',
    },
    {
      label: '将退回公海',
      reason: ({ why, returnsOn }) => `${returnsOn}将退回公海：${why === 'contact' ? '太久没有联系' : '太久没有成交'}`,
      advice: () => '赶快联系，或主动退回：crm lead release',
    },
  ),
  ownerOf: ({ leadHolder }) => leadHolder,
  propose(facts) {
    const { kept } = facts
    const back = kept.lead?.returns ?? null
    if (kept.lead === undefined || back === null) return []
    const { lead, expectedMinor } = kept.lead
    const cause = { why: back.cause, returnsOn: dateOf(back.returnsOn) }
    const subject = `${lead.subject}@${cause.returnsOn}`
    if (facts.closedOn(this.name, subject) !== null) return []
    return [{ subject, dueOn: back.dueOn, lastSensibleOn: back.returnsOn, cause, stakeMinor: expectedMinor }]
  },
}
