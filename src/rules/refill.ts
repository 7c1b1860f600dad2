import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { runOutsOf } from '../core/follow-up/stocks.js'
import { productLabel, shortLabel } from '../core/purchases.js'
import { ruleSetting } from '../core/settings/rules.js'
import { type Refill, refillLapsesAfter } from '../core/value/refill.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

type RefillCause = {
  readonly product: string
  readonly sku: string
  readonly perUnitDays: number
  readonly lastOn: string
  readonly lastQuantity: number
  readonly expectedOn: string
  /** Other products used up by the day looked at. */
  readonly others: number
  readonly method: 'refill'
  readonly n: number
}

/** Whole from ten on, else to a tenth: people think of neither 10.4 days nor 0 pieces. */
const rounded = (value: number): string => (value >= 10 ? String(Math.round(value)) : String(Number(value.toFixed(1))))

const pace = (perUnitDays: number) =>
  perUnitDays >= 1 ? { days: rounded(perUnitDays) } : { pieces: rounded(1 / perUnitDays) }

/** When an item of this product would be due: counted from the last purchase, or from the day one was closed since. */
function dueDay({ lastOn, expectedOn }: Refill, closedOn: Day | null): Day {
  return Math.max(lastOn, closedOn ?? lastOn) + (expectedOn - lastOn)
}

/**
 * Refill (R19): a product the customer keeps buying should be used up. Of several the one known best among those due, else
 * the next; a product of which the buyer said what is left runs out by that; given up when as much time again has passed. Once closed without a purchase, it comes back as much later.
 */
export const refill: Rule<RefillCause> = {
  name: 'refill',
  isMarketing: true,
  isSaidAlone: true,
  resellersFirst: true,
  stakes: 'chance-lost',
  weightPercent: 25,
  setting: ruleSetting('refill', [], {
    en: 'whether customers are due when a product they keep buying should be used up',
    zh: '客户常买的商品快用完时是否提醒',
  }),
  words: bilingual(
    {
      label: 'Refill',
      reason: ({ product, perUnitDays, lastQuantity, lastOn, expectedOn, others }: RefillCause) => {
        const { days, pieces } = pace(perUnitDays)
        const often = days
          ? `one lasts about ${plural(Number(days), 'day')}`
          : `about ${plural(Number(pieces), 'piece')} a day`
        return `buys ${shortLabel(product)}, ${often}; ${rounded(lastQuantity)} bought on ${lastOn} should be used up by ${expectedOn}${others > 0 ? ` (and ${plural(others, 'other product')})` : ''}`
      },
      beside: ({ product, expectedOn }: RefillCause) => `${shortLabel(product)} used up by ${expectedOn}`,
      advice: ({ product }: RefillCause) => `ask whether to send more ${shortLabel(product)}`,
    },
    {
      label: '续购提醒',
      reason: ({ product, perUnitDays, lastQuantity, lastOn, expectedOn, others }) => {
        const { days, pieces } = pace(perUnitDays)
        const often = days ? `约${days}天用完1件` : `约每天用${pieces}件`
        return `常买${shortLabel(product)}，${often}；${lastOn}买的${rounded(lastQuantity)}件预计${expectedOn}用完${others > 0 ? `（另有${others}种商品也该续购）` : ''}`
      },
      beside: ({ product, expectedOn }) => `${shortLabel(product)}预计${expectedOn}用完`,
      advice: ({ product }) => `问问要不要再补${shortLabel(product)}`,
    },
  ),
  propose(facts, asOf) {
    const closed = facts.closedOn(this.name)
    const counted = new Set(
      facts.kept.stocks === undefined ? [] : runOutsOf(facts.refills, facts.kept.stocks).map(({ sku }) => sku),
    )
    const waiting = facts.refills
      .filter(({ product }) => !counted.has(product.sku))
      .map((known) => ({ known, dueOn: dueDay(known, closed) }))
      .filter(({ known, dueOn }) => {
        const lastSensibleOn = refillLapsesAfter(known)
        return dueOn <= lastSensibleOn && facts.standsUntil(this.name, { dueOn, lastSensibleOn }) >= asOf
      })
    const due = waiting.filter(({ dueOn }) => dueOn <= asOf).sort((a, b) => b.known.n - a.known.n || a.dueOn - b.dueOn)
    const [first] = due.length > 0 ? due : waiting.sort((a, b) => a.dueOn - b.dueOn)
    if (!first) return []
    const { known, dueOn } = first
    const cause = {
      product: productLabel(known.product),
      sku: known.product.sku,
      perUnitDays: known.perUnitDays,
      lastOn: dateOf(known.lastOn),
      lastQuantity: known.lastQuantity,
      expectedOn: dateOf(known.expectedOn),
      others: Math.max(0, due.length - 1),
      method: 'refill' as const,
      n: known.n,
    }
    const expected = [known.expectedOn, refillLapsesAfter(known)] as const
    return [{ dueOn, lastSensibleOn: dueOn + SENSIBLE_DAYS, cause, expected }]
  },
}
