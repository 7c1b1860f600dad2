import type { BuyingHabit } from './buying-habit.js'
import type { BuyerType } from './words.js'

/** From so many units a line on, and so many SKUs bought again and again, one buys to sell. */
const RESELLER_UNITS = 10
const RESELLER_REPEATED_UNITS = 3
const RESELLER_REPEATED_SKUS = 3
const END_USER_UNITS = 2

const tradeWords =
  /\b(trading|traders?|wholesalers?|wholesale|distribut(?:ion|ors?|ing)|resellers?|retail(?:ers?)?|stores?|shops?|mart|supermarkets?|imports?|exports?)\b|贸易|商贸|批发|经销|分销|代理|商行|礼品|百货|超市|商店|便利店|专卖|零售|进出口|门市/i
const giftWords =
  /\b(corporate gift(?:s|ing)|events?|weddings?|human resources)\b|工会|福利|行政部|人事|人力资源|会务|庆典|婚庆/i

/** A proposed type and what it is taken from; the name of the company or the habit is the evidence. */
export type ProposedType = { readonly type: BuyerType } & (
  | { readonly from: 'company'; readonly company: string }
  | { readonly from: 'quantity' | 'repeats'; readonly habit: BuyingHabit }
)

/**
 * R13: a buyer's type by the name of the company and, where lines are known, by units per line and SKUs bought again and again;
 * null where neither tells. Who buys to give buys in bulk too, so the name speaks first.
 */
export function proposeBuyerType(company: string, habitOf: () => BuyingHabit | null): ProposedType | null {
  if (giftWords.test(company)) return { type: 'gift', from: 'company', company }
  if (tradeWords.test(company)) return { type: 'reseller', from: 'company', company }
  const habit = habitOf()
  if (habit === null) return null
  const { unitsPerLine, repeatedSkus } = habit
  if (unitsPerLine >= RESELLER_UNITS) return { type: 'reseller', from: 'quantity', habit }
  if (unitsPerLine >= RESELLER_REPEATED_UNITS && repeatedSkus >= RESELLER_REPEATED_SKUS)
    return { type: 'reseller', from: 'repeats', habit }
  return company === '' && unitsPerLine <= END_USER_UNITS ? { type: 'end-user', from: 'quantity', habit } : null
}
