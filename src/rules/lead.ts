import { leadDue } from '../core/follow-up/leads/rhythm.js'
import { leadWords } from '../core/follow-up/leads/words.js'
import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { leadRhythm, leadRhythmSetting } from '../core/settings/leads.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

type LeadCause = {
  readonly level: 'H' | 'A' | 'B' | 'C' | 'D'
  readonly everyDays: number
  readonly sinceDays: number
  readonly since: 'contact' | 'registration'
  readonly need: string
}

const ago = (days: number): string => (days === 0 ? 'today' : `${plural(days, 'day')} ago`)

/**
 * Rhythm of leads (R16): H on the same day and overdue if not, A weekly, B every two weeks, C monthly, D never. A day agreed on takes
 * its place; one in the pool is to be claimed first.
 */
export const lead: Rule<LeadCause> = {
  name: 'lead',
  isMarketing: false,
  isByCalendar: true,
  isOfRecords: true,
  stakes: 'all',
  weightPercent: 100,
  setting: leadRhythmSetting,
  words: bilingual(
    {
      label: 'Lead',
      reason: ({ level, sinceDays, since, everyDays }: LeadCause) =>
        `lead level ${level}: ${since === 'contact' ? 'last contact' : 'registered'} ${ago(sinceDays)}${everyDays === 0 ? ', to be contacted the same day' : `, every ${plural(everyDays, 'day')}`}`,
      advice: ({ need }: LeadCause) =>
        need === '' ? 'ask what is needed, and by when' : `take up what is needed: ${need}`,
    },
    {
      label: '意向客户跟进',
      reason: ({ level, sinceDays, since, everyDays }) => {
        const when = sinceDays === 0 ? '今天' : `${sinceDays}天前`
        return `${leadWords.zh.levels[level]}：${since === 'contact' ? `${when}联系过` : `${when}报备`}，${everyDays === 0 ? '当天就要联系' : `每${everyDays}天跟进一次`}`
      },
      advice: ({ need }) => (need === '' ? '问清需求和时间' : `接着谈需求：${need}`),
    },
  ),
  ownerOf: ({ leadHolder }) => leadHolder,
  propose(facts, asOf, numbers) {
    const { kept, agreedOn } = facts
    if (kept.lead === undefined || kept.lead.isInPool || agreedOn !== null) return []
    const { lead: known, level, expectedMinor } = kept.lead
    const due = leadDue(known, level, asOf, leadRhythm(numbers))
    if (due === null) return []
    const { everyDays, sinceDays, since } = due
    const closedOn = facts.closedOn(this.name, known.subject)
    const dueOn = closedOn === null ? due.dueOn : Math.max(due.dueOn, closedOn + Math.max(1, everyDays))
    const cause = { level, everyDays, sinceDays, since, need: known.record.need }
    return [
      {
        ...{ subject: known.subject, dueOn, lastSensibleOn: dueOn + (level === 'H' ? 0 : SENSIBLE_DAYS), cause },
        ...{ stakeMinor: expectedMinor, isUrgent: level === 'H', isLateAtOnce: level === 'H' },
      },
    ]
  },
}
