import { complaintAftercare } from '../core/follow-up/feedback/open-complaints.js'
import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

type AftercareCause = {
  readonly feedback: string
  readonly resolvedOn: string
  readonly outcome: string
}

/** Complaint aftercare (R20): three days after it was resolved the customer is asked whether it is. */
export const aftercare: Rule<AftercareCause> = {
  name: 'aftercare',
  isMarketing: false,
  isByCalendar: true,
  isOfRecords: true,
  lapses: 'when-late',
  stakes: 'chance-lost',
  weightPercent: 30,
  setting: ruleSetting('aftercare', [3], {
    en: 'days after a complaint was resolved at which the customer is asked whether it is',
    zh: '投诉处理完毕多少天后回访',
  }),
  words: bilingual(
    {
      label: 'Complaint aftercare',
      reason: ({ feedback, resolvedOn, outcome }: AftercareCause) =>
        `complaint ${feedback} resolved on ${resolvedOn}${outcome === '' ? '' : `: ${outcome}`}`,
      advice: ({ feedback }: AftercareCause) =>
        `ask whether it is settled: crm feedback satisfied ${feedback}, or reopen ${feedback}`,
    },
    {
      label: '投诉回访',
      reason: ({ feedback, resolvedOn, outcome }) =>
        `投诉${feedback}于${resolvedOn}处理完毕${outcome === '' ? '' : `：${outcome}`}`,
      advice: ({ feedback }) => `问问满意没有：crm feedback satisfied ${feedback}，不满意就 reopen ${feedback}`,
    },
  ),
  ownerOf: ({ feedback = [] }, subject) => feedback.find((one) => one.subject === subject)?.owner,
  propose(facts, asOf, [afterDays = 0]) {
    return complaintAftercare(facts.kept.feedback ?? [], asOf, afterDays).flatMap(({ feedback, resolvedOn, dueOn }) => {
      const { subject, outcome } = feedback
      const closedOn = facts.closedOn(this.name, subject)
      const lastSensibleOn = dueOn + SENSIBLE_DAYS
      const isOver = facts.standsUntil(this.name, { subject, dueOn, lastSensibleOn }) < asOf
      if (isOver || (closedOn !== null && closedOn >= resolvedOn)) return []
      const cause = { feedback: subject, resolvedOn: dateOf(resolvedOn), outcome: outcome ?? '' }
      return [{ subject, dueOn, lastSensibleOn, cause }]
    })
  },
}
