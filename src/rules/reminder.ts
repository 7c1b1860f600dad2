import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { productLabel, shortLabel } from '../core/purchases.js'
import { ruleSetting } from '../core/settings/rules.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

type ReminderCause = {
  readonly product: string
  readonly sku: string
  readonly boughtOn: string
  readonly sinceDays: number
  readonly afterDays: number
}

/** Reminder of a product (R20): service, a new filter, the end of the warranty, so many days after it was bought; another purchase of it starts anew. */
export const reminder: Rule<ReminderCause> = {
  name: 'reminder',
  isMarketing: false,
  lapses: 'when-late',
  stakes: 'chance-lost',
  weightPercent: 20,
  setting: ruleSetting('reminder', [], {
    en: 'whether buyers are reminded of products, after the days set for a SKU or category: crm config set after.SKU 180',
    zh: '是否按商品提醒客户；天数按货号或类目设置：crm config set after.货号 180',
  }),
  words: bilingual(
    {
      label: 'Product reminder',
      reason: ({ product, boughtOn, sinceDays }: ReminderCause) =>
        `${shortLabel(product)} bought on ${boughtOn}, ${sinceDays === 0 ? 'today' : `${plural(sinceDays, 'day')} ago`}`,
      advice: ({ product }: ReminderCause) =>
        `ask how ${shortLabel(product)} is doing; it may need service or a replacement, or its warranty may end`,
    },
    {
      label: '产品到期提醒',
      reason: ({ product, boughtOn, sinceDays }) =>
        `${boughtOn}购买了${shortLabel(product)}，${sinceDays === 0 ? '就在今天' : `已${sinceDays}天`}`,
      advice: ({ product }) => `问问${shortLabel(product)}用得怎么样，该保养、更换了还是质保快到期了`,
    },
  ),
  propose(facts, asOf) {
    if (facts.level === null) return []
    return facts.reminders.flatMap(({ product, boughtOn, afterDays }) => {
      const dueOn = boughtOn + afterDays
      const lastSensibleOn = dueOn + SENSIBLE_DAYS
      const subject = `${product.sku || product.name}@${dateOf(boughtOn)}`
      const isOver = facts.standsUntil(this.name, { subject, dueOn, lastSensibleOn }) < asOf
      if (isOver || facts.closedOn(this.name, subject) !== null) return []
      const cause = {
        ...{ product: productLabel(product), sku: product.sku, boughtOn: dateOf(boughtOn) },
        ...{ sinceDays: asOf - boughtOn, afterDays },
      }
      return [{ subject, dueOn, lastSensibleOn, cause }]
    })
  },
}
