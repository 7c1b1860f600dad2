import type { Level } from '../../value/grades/words.js'
import { lotOf } from '../../value/lot.js'
import type { Day } from '../../values/business-date.js'

/** A customer is asked once in so many days, and only one who has ordered within them. */
export const SURVEY_DAYS = 91
/** Days after an order before its buyer is asked: the goods have come, and have been used. */
export const SURVEY_AFTER_DAYS = 21

/** What is asked of one customer. */
export interface SurveyBasis {
  /** Our id: whoever is in the sample stays in it. */
  readonly id: string
  /** Null for the blocked, whom nobody asks. */
  readonly level: Exclude<Level, 'none'> | null
  /** The last score, or the last time he was asked; null for never. */
  readonly lastAskedOn: Day | null
  /** Days of counted orders, oldest first. */
  readonly orderedOn: readonly Day[]
}

/** A customer to be asked, and the day for it. */
export interface SurveyDue {
  readonly orderedOn: Day
  readonly dueOn: Day
  readonly isSampled: boolean
}

/**
 * Whether a customer is to be asked how satisfied he is (R27): service level A once a quarter, of the others a stable sample; only who ordered in the quarter,
 * three weeks after the first such order since he was last asked.
 */
export function surveyDue(basis: SurveyBasis, asOf: Day, samplePercent: number): SurveyDue | null {
  const { id, level, lastAskedOn, orderedOn } = basis
  if (level === null || (level !== 'A' && !isSampled(id, samplePercent))) return null
  const ordered = orderedOn.find(
    (day) => day > asOf - SURVEY_DAYS && day <= asOf && (lastAskedOn === null || day > lastAskedOn),
  )
  if (ordered === undefined) return null
  const dueOn = Math.max(ordered + SURVEY_AFTER_DAYS, lastAskedOn === null ? 0 : lastAskedOn + SURVEY_DAYS)
  return { orderedOn: ordered, dueOn, isSampled: level !== 'A' }
}

/** Whether a customer is in the stable sample of so many percent, that of the filter `sample:20`; a larger one holds the smaller. */
export function isSampled(id: string, percent: number): boolean {
  return lotOf(id) < percent
}
