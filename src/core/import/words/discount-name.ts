/**
 * What the name of a column of discounts says of the numbers under it: money, percents that are taken off, what is paid (9折), a
 * rate that may be either of both (折扣率), or any of them (折扣).
 */
export type DiscountName = 'money' | 'off' | 'paid' | 'rate' | 'any'

const ofPaid = /^(?:折|折数|折數|几折|会员折)$/
const ofPercent = /%|百分比|\b(?:percent(?:age)?|pct|rate|prozent)\b|rabattsatz|percentage|procent|prosent/
const ofRate = /(?:折扣|折让|优惠|優惠)(?:率|比例|比率)/
const ofAny = /^(?:(?:会员|会員|會員|商品|整单|单品|客户|订单|销售)?折扣)$/

/** Reads the normalised header of a column of discounts and its unit as written, null for none. */
export function discountName(key: string, unit: string | null): DiscountName {
  if (unit === '折' || ofPaid.test(key)) return 'paid'
  if (unit === '%' || ofPercent.test(key) || ofRate.test(key)) return key.includes('折') ? 'rate' : 'off'
  return unit === null && ofAny.test(key) ? 'any' : 'money'
}
