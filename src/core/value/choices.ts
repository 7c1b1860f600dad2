/** What reports can be asked for; apart from their arithmetic, which help has no need to load. */

import type { Vocabulary } from '../follow-up/vocabulary.js'
import { bilingual } from '../values/lang.js'

/** The longest window, in days: a hundred years. */
export const MOST_WINDOW_DAYS = 36_500

/** The spans of time a seller counts in. */
export type PeriodKind = 'month' | 'quarter' | 'year'

export const periodNames: Vocabulary<PeriodKind> = {
  words: bilingual({ month: 'month', quarter: 'quarter', year: 'year' }, { month: '月', quarter: '季度', year: '年' }),
  also: { month: ['月度', '按月'], quarter: ['季', '按季'], year: ['年度', '按年'] },
}

/** What a cohort is followed by: its customers who order, or its net revenue in minor units. */
export type CohortMeasure = 'customers' | 'revenue'

export const cohortMeasureNames: Vocabulary<CohortMeasure> = {
  words: bilingual({ customers: 'customers', revenue: 'net revenue' }, { customers: '客户数', revenue: '净销售额' }),
  also: { customers: ['客户'], revenue: ['销售额'] },
}
