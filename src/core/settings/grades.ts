import { amountOr, namesOrAll, risingNumbers } from './kinds.js'

/** R12: one order of this much makes a VIP candidate; `auto` by the base currency. */
export const vipOrder = amountOr('vip.order', 'auto', ['auto', 'none'], {
  en: 'amount of one order that makes a VIP candidate, in the base currency (auto: by the currency)',
  zh: '单笔订单达到多少成为VIP候选，按本位币（auto 表示按币种取默认值）',
})

/** R12: this much in one calendar month makes a VIP candidate; `auto` by the base currency. */
export const vipMonth = amountOr('vip.month', 'auto', ['auto', 'none'], {
  en: 'amount in one calendar month that makes a VIP candidate, in the base currency (auto: by the currency)',
  zh: '一个自然月累计达到多少成为VIP候选，按本位币（auto 表示按币种取默认值）',
})

/** R12: the categories of goods whose sales count towards both. */
export const vipCategories = namesOrAll(
  'vip.categories',
  { en: 'Tea,Tableware', zh: '茶叶,茶具' },
  {
    en: 'product categories, as the files call them, whose sales alone count towards VIP',
    zh: '只有哪些商品类目（按表格里的写法）的销售额计入VIP候选',
  },
)

/** R28: from where on fulfilment is yellow and green, in percent. */
export const creditCuts = risingNumbers(
  'credit.cuts',
  [75, 95],
  { count: 2, least: 1, most: 100, decimals: 1 },
  {
    en: 'fulfilment from which a customer is on the yellow and on the green list, in percent',
    zh: '履约率达到百分之几进黄名单、绿名单',
  },
)

/** R28: who traded less than this in 365 days is on the yellow list at best. */
export const creditBands = amountOr('credit.bands', 'none', ['none'], {
  en: 'amount traded in 365 days below which a green customer is on the yellow list, in the base currency',
  zh: '365天交易额低于多少时绿名单降为黄名单，按本位币',
})
