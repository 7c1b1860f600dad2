import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

type AfterSaleCause = {
  readonly orderedOn: string
  readonly sinceDays: number
  readonly isFirst: boolean
}

/** After-sale call (R20): service level A after every order, others after the first, 14 days after the order. */
export const afterSale: Rule<AfterSaleCause> = {
  name: 'after-sale',
  isMarketing: false,
  stakes: 'chance-lost',
  weightPercent: 30,
  setting: ruleSetting('after-sale', [14], {
    en: 'days after an order at which the customer is asked how it was',
    zh: '下单多少天后做售后回访',
  }),
  words: bilingual(
    {
      label: 'After-sale call',
      reason: ({ orderedOn, sinceDays, isFirst }: AfterSaleCause) =>
        `${isFirst ? 'first order' : 'order'} of ${orderedOn}, ${sinceDays === 0 ? 'today' : `${plural(sinceDays, 'day')} ago`}`,
      advice: ({ isFirst }: AfterSaleCause) =>
        isFirst ? 'ask whether all arrived well, and how they came to you' : 'ask whether all arrived well',
    },
    {
      label: '售后回访',
      reason: ({ orderedOn, sinceDays, isFirst }) =>
        `${orderedOn}${isFirst ? '第一次' : ''}下单，${sinceDays === 0 ? '就在今天' : `已${sinceDays}天`}`,
      advice: ({ isFirst }) => (isFirst ? '问问货收到了没有、满不满意，怎么知道我们的' : '问问货收到了没有、满不满意'),
    },
  ),
  propose(facts, asOf, [afterDays = 0]) {
    const { level, lastOrderOn } = facts
    if (level === null || lastOrderOn === null || lastOrderOn + afterDays + SENSIBLE_DAYS < asOf) return []
    const isFirst = facts.orderDays === 1
    if (level !== 'A' && !isFirst) return []
    const subject = dateOf(lastOrderOn)
    if (facts.closedOn(this.name, subject) !== null) return []
    const dueOn = lastOrderOn + afterDays
    const cause = { orderedOn: subject, sinceDays: asOf - lastOrderOn, isFirst }
    return [{ subject, dueOn, lastSensibleOn: dueOn + SENSIBLE_DAYS, cause }]
  },
}
