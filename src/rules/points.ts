import type { Rule } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { dateOf, monthOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { grouped, plural } from '../core/values/plural.js'

type PointsCause = {
  readonly points: number
  readonly balance: number
  readonly firstOn: string
}

/** Expiring points (R29): told once a month ahead of those that expire first; how long ahead is `points.warning`. */
export const points: Rule<PointsCause> = {
  name: 'points',
  isMarketing: true,
  isSaidAlone: true,
  isOfRecords: true,
  lapses: 'on-its-day',
  stakes: 'chance-lost',
  weightPercent: 10,
  setting: ruleSetting('points', [], {
    en: 'whether customers are due before their points expire (points.warning says how long before)',
    zh: '客户积分快到期时是否提醒（提前几天见 points.warning）',
  }),
  words: bilingual(
    {
      label: 'Points expire',
      reason: ({ points: expiring, balance, firstOn }: PointsCause) =>
        expiring === balance
          ? `all of ${plural(balance, 'point')} expire from ${firstOn} on`
          : `${plural(expiring, 'point')} of ${grouped(balance)} expire from ${firstOn} on`,
      advice: () => 'say what the points are good for',
    },
    {
      label: '积分到期',
      reason: ({ points: expiring, balance, firstOn }) =>
        expiring === balance
          ? `${grouped(balance)}分从${firstOn}起全部到期`
          : `共${grouped(balance)}分，其中${grouped(expiring)}分从${firstOn}起到期`,
      advice: () => '告诉客户积分能换什么',
    },
  ),
  propose(facts) {
    const { expiring } = facts.kept
    if (expiring === undefined) return []
    const subject = monthOf(expiring.firstOn)
    if (facts.closedOn(this.name, subject) !== null) return []
    const { points: found, balance, firstOn, tellOn } = expiring
    const cause = { points: found, balance, firstOn: dateOf(firstOn) }
    return [{ subject, dueOn: tellOn, lastSensibleOn: Math.max(tellOn, firstOn - 1), cause }]
  },
}
