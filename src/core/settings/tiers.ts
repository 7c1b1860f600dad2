import { MOST_WINDOW_DAYS } from '../value/choices.js'
import { MEASURES } from '../value/measure.js'
import { oneOf, risingAmounts, risingNumbers, wholeNumber } from './kinds.js'

/** R10: where A and B end, in percent of the total. */
export const tierCuts = risingNumbers(
  'tier.cuts',
  [80, 95],
  { count: 2, least: 0.01, most: 99.99, decimals: 2 },
  {
    en: 'where tiers A and B end, in percent of the total',
    zh: 'A类和B类到累计百分之几为止',
  },
)

/** Who crosses a cut belongs to the better tier, or to the next (ALGORITHMS §1). */
export const tierBoundary = oneOf('tier.boundary', 'crossing', ['crossing', 'within'], {
  en: 'whether the customer who crosses a cut belongs to the better tier (crossing) or the next (within)',
  zh: '正好跨过分界的客户算上一级（crossing）还是下一级（within）',
})

/** R6, R10: what tiers are reckoned by. */
export const tierMeasure = oneOf('tier.measure', 'net', MEASURES, {
  en: 'what tiers go by: net revenue, gross amount, number of orders, or profit',
  zh: '客户类别按什么分：净销售额 net、成交总额 gross、订单数 orders、利润 profit',
})

/** How many days before the as-of day tiers and scores look at. */
export const windowDays = wholeNumber('window.days', 365, [1, MOST_WINDOW_DAYS], {
  en: 'days before the as-of day that tiers and scores count',
  zh: '客户类别和评分统计最近多少天',
})

/** Where the bands of `tier --per price-band` begin. */
export const priceBands = risingAmounts('price.bands', 9, {
  en: 'average order values at which the bands of tier --per price-band begin; auto: quartiles of your customers',
  zh: 'tier --per price-band 各价位的起点（客单价）；auto：按您的客户四等分',
})
