import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { runOutsOf } from '../core/follow-up/stocks.js'
import { productLabel, shortLabel } from '../core/purchases.js'
import { ruleSetting } from '../core/settings/rules.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

type RunOutCause = {
  readonly product: string
  readonly sku: string
  readonly quantity: number
  readonly countedOn: string
  readonly unitsADay: number
  readonly runsOutOn: string
}

const rounded = (value: number): string => String(Number(value.toFixed(value >= 10 ? 0 : 2)))

/** Run-out of the buyer's stock (R19): what was left when the buyer was asked, at his own units a day; days ahead by the setting. */
export const runOut: Rule<RunOutCause> = {
  name: 'run-out',
  isMarketing: true,
  isSaidAlone: true,
  resellersFirst: true,
  isOfRecords: true,
  stakes: 'chance-lost',
  weightPercent: 25,
  setting: ruleSetting('run-out', [7], {
    en: "days before a buyer's stock runs out at which he is due",
    zh: '客户库存预计用完前多少天提醒',
  }),
  words: bilingual(
    {
      label: 'Stock runs out',
      reason: ({ product, quantity, countedOn, unitsADay, runsOutOn }: RunOutCause) =>
        `had ${rounded(quantity)} of ${shortLabel(product)} left on ${countedOn}, uses ${rounded(unitsADay)} a day: out by ${runsOutOn}`,
      beside: ({ product, runsOutOn }: RunOutCause) => `${shortLabel(product)} out by ${runsOutOn}`,
      advice: ({ product }: RunOutCause) => `ask how much ${shortLabel(product)} is left and when to send more`,
    },
    {
      label: '客户库存将尽',
      reason: ({ product, quantity, countedOn, unitsADay, runsOutOn }) =>
        `${countedOn}还剩${rounded(quantity)}件${shortLabel(product)}，每天用${rounded(unitsADay)}件，预计${runsOutOn}用完`,
      beside: ({ product, runsOutOn }) => `${shortLabel(product)}库存预计${runsOutOn}用完`,
      advice: ({ product }) => `问问${shortLabel(product)}还剩多少、什么时候补货`,
    },
  ),
  propose(facts, _asOf, [daysAhead = 0]) {
    const { stocks } = facts.kept
    if (stocks === undefined) return []
    return runOutsOf(facts.refills, stocks).flatMap(({ refill, sku, quantity, on, runsOutOn }) => {
      const subject = `${sku}@${dateOf(on)}`
      if (facts.closedOn(this.name, subject) !== null) return []
      const cause = {
        ...{ product: productLabel(refill.product), sku, quantity, countedOn: dateOf(on) },
        ...{ unitsADay: 1 / refill.perUnitDays, runsOutOn: dateOf(runsOutOn) },
      }
      const dueOn = Math.max(on, runsOutOn - daysAhead)
      return [{ subject, dueOn, lastSensibleOn: runsOutOn + SENSIBLE_DAYS, cause }]
    })
  },
}
