/** What reports can be asked for; apart from their arithmetic, which help has no need to load. */

/** The longest window, in days: a hundred years. */
export const MOST_WINDOW_DAYS = 36_500

/** The spans of time a seller counts in. */
export const PERIOD_KINDS = ['month', 'quarter', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** What a cohort is followed by: its customers who order, or its net revenue in minor units. */
export const COHORT_MEASURES = ['customers', 'revenue'] as const
export type CohortMeasure = (typeof COHORT_MEASURES)[number]
