import type { Vocabulary } from '../follow-up/vocabulary.js'
import { bilingual } from '../values/lang.js'

/** What customers can be graded by. */
export const MEASURES = ['net', 'gross', 'orders', 'profit'] as const
export type Measure = (typeof MEASURES)[number]

/** What they are called where one is typed. */
export const measureNames: Vocabulary<Measure> = {
  words: bilingual(
    { net: 'net revenue', gross: 'gross revenue', orders: 'orders', profit: 'profit' },
    { net: '净销售额', gross: '成交总额', orders: '订单数', profit: '利润' },
  ),
  also: { net: ['销售额'], gross: ['成交额'], orders: ['单数'] },
}
