import type { BusinessDate } from '../values/business-date.js'

/** Something to do on a day, as a calendar holds it; words are in the reader's language. */
export interface CalendarEntry {
  /** The same for the same thing on every day it is written: a calendar then moves its entry instead of adding another. */
  readonly id: string
  readonly on: BusinessDate
  /** Our id of the customer whose contact stands in it; null where nobody's does. */
  readonly customer: string | null
  readonly summary: string
  readonly description: string
}
