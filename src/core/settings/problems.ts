import { wholeNumber } from './kinds.js'

/** R31: more given back than this share of the gross amount makes a problem customer. */
export const problemRefunds = wholeNumber('problem.refunds', 20, [1, 100], {
  en: 'refunds in 365 days above which a customer is a problem customer, in percent of the gross amount',
  zh: '365天内退款超过成交额的百分之几算问题客户',
})
