import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { FALLBACK_CLOSE_DAYS, LAPSED_AFTER_WINDOWS } from '../core/value/stages.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

type WinBackCause = {
  readonly tier: string
  readonly lastOrderOn: string
  readonly sinceDays: number
  /** Days after an order by which four in five order again. */
  readonly closeDays: number
  readonly lapsesOn: string
  readonly hasLapsed: boolean
}

/** Win-back (R24): customers of tier A and B, once, when they have lapsed (R9: past twice the P80 of their cycle). */
export const winBack: Rule<WinBackCause> = {
  name: 'win-back',
  isMarketing: true,
  isSaidAlone: true,
  stakes: 'chance-lost',
  weightPercent: 20,
  setting: ruleSetting('win-back', [], {
    en: 'whether good customers who have lapsed are due once',
    zh: 'A类、B类客户流失后是否提醒挽回一次',
  }),
  words: bilingual(
    {
      label: 'Win back',
      reason: ({ tier, sinceDays, closeDays, lapsesOn, hasLapsed }: WinBackCause) =>
        hasLapsed
          ? `tier ${tier}, lapsed: last order ${plural(sinceDays, 'day')} ago, usually orders within ${plural(closeDays, 'day')}`
          : `tier ${tier}, lapses on ${lapsesOn} without another order`,
      beside: ({ tier, lapsesOn, hasLapsed }: WinBackCause) =>
        hasLapsed ? `tier ${tier}, lapsed` : `tier ${tier}, lapses on ${lapsesOn}`,
      advice: () => 'ask what would bring them back; offer something they bought before',
    },
    {
      label: '流失挽回',
      reason: ({ tier, sinceDays, closeDays, lapsesOn, hasLapsed }) =>
        hasLapsed
          ? `${tier}类客户已流失：上次下单在${sinceDays}天前，一般${closeDays}天内会再下单`
          : `${tier}类客户到${lapsesOn}还不下单就算流失`,
      beside: ({ tier, lapsesOn, hasLapsed }) =>
        hasLapsed ? `${tier}类客户已流失` : `${tier}类客户到${lapsesOn}算流失`,
      advice: () => '问问最近为什么没来买，从以前买过的商品谈起',
    },
  ),
  propose(facts, asOf) {
    const { tier, window, lastOrderOn } = facts
    if (lastOrderOn === null || facts.level === null || (tier !== 'A' && tier !== 'B')) return []
    const closeDays = window?.closeDays ?? FALLBACK_CLOSE_DAYS
    const dueOn = lastOrderOn + LAPSED_AFTER_WINDOWS * closeDays + 1
    const closedOn = facts.closedOn(this.name)
    if (closedOn !== null && closedOn >= lastOrderOn) return []
    const sinceDays = asOf - lastOrderOn
    const cause = {
      ...{ tier, lastOrderOn: dateOf(lastOrderOn), sinceDays, closeDays },
      ...{ lapsesOn: dateOf(dueOn), hasLapsed: dueOn <= asOf },
    }
    return [{ dueOn, lastSensibleOn: dueOn + SENSIBLE_DAYS, cause }]
  },
}
