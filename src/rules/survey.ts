import { SURVEY_DAYS, type SurveyDue, surveyDue } from '../core/follow-up/feedback/survey.js'
import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

type SurveyCause = {
  readonly orderedOn: string
  readonly isSampled: boolean
}

/** Satisfaction survey (R27): service level A once a quarter, of the others a stable sample, three weeks after an order. */
export const survey: Rule<SurveyCause> = {
  name: 'survey',
  isMarketing: false,
  isSaidAlone: true,
  stakes: 'chance-lost',
  weightPercent: 10,
  setting: ruleSetting(
    'survey',
    [20],
    {
      en: 'percent of the customers below service level A who are asked how satisfied they are',
      zh: '服务级别A以外的客户抽百分之几做满意度调查',
    },
    100,
  ),
  words: bilingual(
    {
      label: 'Survey',
      reason: ({ orderedOn, isSampled }: SurveyCause) =>
        `ordered on ${orderedOn}, ${isSampled ? 'picked for the survey' : 'surveyed once a quarter'}`,
      advice: () => 'ask for a score from 1 to 5: crm rate CUSTOMER SCORE',
    },
    {
      label: '满意度调查',
      reason: ({ orderedOn, isSampled }) => `${orderedOn}下过单，${isSampled ? '抽样调查对象' : '每季度调查一次'}`,
      advice: () => '请客户打1–5分：crm rate 客户 分数',
    },
  ),
  propose(facts, asOf, [samplePercent = 0]) {
    const { who, level, kept } = facts
    const standing = Math.min(asOf, facts.putOffSince ?? asOf)
    if (level === null || facts.lastOrderOn === null || facts.lastOrderOn <= standing - SURVEY_DAYS) return []
    const scoredOn = kept.scores?.findLast(({ on }) => on !== null)?.on ?? null
    const closedOn = facts.closedOn(this.name)
    const asked = [scoredOn, closedOn].filter((day) => day !== null)
    const basis = {
      ...{ id: who.id, level, lastAskedOn: asked.length === 0 ? null : Math.max(...asked) },
      orderedOn: facts.ordersSince(standing - SURVEY_DAYS).map(({ on }) => on),
    }
    // What nobody asked within the quarter is given up, unless it was put off.
    const stands = ({ dueOn, orderedOn }: SurveyDue) =>
      facts.standsUntil(this.name, { dueOn, lastSensibleOn: orderedOn + SURVEY_DAYS - 1 }) >= asOf
    const due = [asOf, standing]
      .map((day) => surveyDue(basis, day, samplePercent))
      .find((one) => one !== null && stands(one))
    if (!due) return []
    const cause = { orderedOn: dateOf(due.orderedOn), isSampled: due.isSampled }
    return [{ dueOn: due.dueOn, lastSensibleOn: due.dueOn + SENSIBLE_DAYS, cause }]
  },
}
