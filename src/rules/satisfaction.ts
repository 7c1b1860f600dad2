import { satisfactionFall } from '../core/follow-up/feedback/scores.js'
import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

type SatisfactionCause = {
  readonly why: 'low' | 'drop'
  readonly score: number
  readonly scoredOn: string
  readonly recentMean: number | null
  readonly earlierMean: number | null
}

const mean = (value: number | null): string => (value ?? 0).toFixed(1)

/** Fallen satisfaction (R27): the latest score is 2 or less, or the last three are a point below those before. */
export const satisfaction: Rule<SatisfactionCause> = {
  name: 'satisfaction',
  isMarketing: false,
  isOfRecords: true,
  lapses: 'when-late',
  stakes: 'chance-lost',
  weightPercent: 30,
  setting: ruleSetting('satisfaction', [], {
    en: 'whether customers whose satisfaction fell are due',
    zh: '客户满意度下降时是否提醒',
  }),
  words: bilingual(
    {
      label: 'Satisfaction fell',
      reason: ({ why, score, scoredOn, recentMean, earlierMean }: SatisfactionCause) =>
        why === 'low'
          ? `scored ${score} on ${scoredOn}`
          : `last three scores ${mean(recentMean)} on average, before that ${mean(earlierMean)}`,
      advice: () => 'ask what went wrong, and put it right',
    },
    {
      label: '满意度下降',
      reason: ({ why, score, scoredOn, recentMean, earlierMean }) =>
        why === 'low'
          ? `${scoredOn}打了${score}分`
          : `最近三次平均${mean(recentMean)}分，之前平均${mean(earlierMean)}分`,
      advice: () => '问清哪里不满意，尽快补救',
    },
  ),
  propose(facts, asOf) {
    const fall = satisfactionFall(facts.kept.scores ?? [])
    if (fall === null) return []
    const subject = dateOf(fall.on)
    const days = { dueOn: fall.on, lastSensibleOn: fall.on + SENSIBLE_DAYS }
    if (facts.standsUntil(this.name, { subject, ...days }) < asOf) return []
    if (facts.closedOn(this.name, subject) !== null) return []
    const { why, score, recentMean, earlierMean } = fall
    const cause = { why, score, scoredOn: subject, recentMean, earlierMean }
    return [{ subject, ...days, cause }]
  },
}
