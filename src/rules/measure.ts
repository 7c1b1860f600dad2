import { measureText } from '../core/follow-up/measures/measure.js'
import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

type MeasureCause = {
  readonly measure: string
  readonly text: string
  readonly aim: string
  /** Who is to do it; '' where nobody is named. */
  readonly owner: string
  readonly plannedOn: string
}

/** Countermeasures for key and problem customers (R31): due by their day, without one some days after they were planned, until they are done. */
export const measure: Rule<MeasureCause> = {
  name: 'measure',
  isMarketing: false,
  isOfRecords: true,
  isByCalendar: true,
  stakes: 'all',
  weightPercent: 100,
  setting: ruleSetting('measure', [14], {
    en: 'days after which a countermeasure without a day of its own is due',
    zh: '对策没写完成期限时，多少天后提醒',
  }),
  words: bilingual(
    {
      label: 'Countermeasure',
      reason: ({ measure: id, text, owner, plannedOn }: MeasureCause) =>
        `${id}, planned on ${plannedOn}${text === '' ? '' : `: ${text}`}${owner === '' ? '' : ` (${owner})`}`,
      advice: ({ aim }: MeasureCause) => (aim === '' ? 'do what was planned' : `do what was planned; the aim: ${aim}`),
    },
    {
      label: '对策',
      reason: ({ measure: id, text, owner, plannedOn }) =>
        `${id}，${plannedOn}制定${text === '' ? '' : `：${text}`}${owner === '' ? '' : `（${owner}）`}`,
      advice: ({ aim }) => (aim === '' ? '按对策去做' : `按对策去做，目标：${aim}`),
    },
  ),
  ownerOf: ({ measures = [] }, subject) => measures.find((one) => one.subject === subject)?.owner,
  propose(facts, _asOf, [withoutDay = 0]) {
    return (facts.kept.measures ?? []).flatMap((planned) => {
      const { subject, on, aim, owner } = planned
      if (facts.closedOn(this.name, subject) !== null) return []
      const dueOn = planned.dueOn ?? on + withoutDay
      const cause = { measure: subject, text: measureText(planned), aim, owner, plannedOn: dateOf(on) }
      return [{ subject, dueOn, lastSensibleOn: dueOn + SENSIBLE_DAYS, cause }]
    })
  },
}
