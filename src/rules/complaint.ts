import type { Feedback } from '../core/follow-up/feedback/feedback.js'
import { type OpenComplaint, openComplaints } from '../core/follow-up/feedback/open-complaints.js'
import type { Rule } from '../core/follow-up/rule.js'
import { escalationSetting } from '../core/settings/service.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { shortened } from '../core/values/text.js'

type ComplaintCause = {
  readonly feedback: string
  readonly kind: 'complaint' | 'suggestion' | 'praise' | 'question'
  readonly text: string
  readonly promisedOn: string
  readonly openDays: number
  readonly isLate: boolean
  /** How many of the escalation days it has been open for. */
  readonly escalation: number
}

/** Closed without being resolved, it comes back so often after the last escalation. */
const AGAIN_DAYS = 2
const LONGEST_TEXT = 30

/** When it was last answered since it is open; null where it was not. */
function answeredOn({ responded, steps }: Feedback): Day | null {
  const reopenedAt = steps.findLastIndex(({ what }) => what === 'reopen')
  if (reopenedAt < 0) return responded?.on ?? null
  return steps.slice(reopenedAt).findLast(({ what }) => what === 'respond')?.on ?? null
}

/** Any day until the promised one, which is that of a late one; answered or closed without being resolved, the promised day or the next escalation. */
function dueDay(
  { feedback, promisedOn, openSince, openDays }: OpenComplaint,
  escalationDays: readonly number[],
  closedOn: Day | null,
): Day {
  const handledOn = Math.max(closedOn ?? 0, answeredOn(feedback) ?? 0)
  if (handledOn < openSince) return Math.min(openSince + openDays, promisedOn)
  const days = [promisedOn, ...escalationDays.map((after) => openSince + after)].sort((a, b) => a - b)
  return days.find((day) => day > handledOn) ?? handledOn + AGAIN_DAYS
}

/** Open complaints and questions (R23): due from the day they come in, by the promised time, escalated at 3, 5 and 7 days, before everything else. */
export const complaint: Rule<ComplaintCause> = {
  name: 'complaint',
  isMarketing: false,
  isByCalendar: true,
  isOfRecords: true,
  stakes: 'all',
  weightPercent: 100,
  setting: escalationSetting,
  words: bilingual(
    {
      label: 'Complaint',
      reason: ({ feedback, kind, text, promisedOn, openDays, isLate, escalation }: ComplaintCause) =>
        `${kind} ${feedback}${text === '' ? '' : ` “${shortened(text, LONGEST_TEXT)}”`}: answer promised ${isLate ? `for ${promisedOn}, late` : `by ${promisedOn}`}${escalation > 0 ? `; escalated: open for ${plural(openDays, 'day')}` : ''}`,
      advice: ({ feedback }: ComplaintCause) =>
        `solve it and say what was done: crm feedback resolve ${feedback} "what was done"`,
    },
    {
      label: '投诉',
      reason: ({ feedback, kind, text, promisedOn, openDays, isLate, escalation }) =>
        `${kind === 'question' ? '咨询' : '投诉'}${feedback}${text === '' ? '' : `“${shortened(text, LONGEST_TEXT)}”`}，承诺${promisedOn}前处理${isLate ? '，已超时' : ''}${escalation > 0 ? `；升级提醒：已${openDays}天未处理完` : ''}`,
      advice: ({ feedback }) => `处理并记下结果：crm feedback resolve ${feedback} "怎么处理的"`,
    },
  ),
  ownerOf: ({ feedback = [] }, subject) => feedback.find((one) => one.subject === subject)?.owner,
  propose(facts, asOf, escalationDays) {
    return openComplaints(facts.kept.feedback ?? [], asOf, escalationDays).map((open) => {
      const { feedback, promisedOn, openDays, isOverdue, escalation } = open
      const { subject, kind, text } = feedback
      const dueOn = dueDay(open, escalationDays, facts.closedOn(this.name, subject))
      const cause = {
        ...{ feedback: subject, kind, text, promisedOn: dateOf(promisedOn), openDays, isLate: isOverdue, escalation },
      }
      return { subject, dueOn, lastSensibleOn: Math.max(dueOn, promisedOn), cause, isUrgent: true }
    })
  },
}
