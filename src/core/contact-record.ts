import type { ContactFacts } from './snapshot.js'
import type { Day } from './values/business-date.js'

/** A contact, or the closing of a due item, with all that was written down of it; '' where nothing was. */
export interface ContactRecord extends ContactFacts {
  readonly channel: string
  readonly result: string
  readonly text: string
  /** Who was in touch, where that was recorded; else the customer's owner is taken to be. */
  readonly author: string
  /** Of a closing: the day its item had become due and the last sensible one; null where nothing was due. */
  readonly dueOn: Day | null
  readonly sensibleOn: Day | null
  /** What was recorded in one go: one command, or one sheet. */
  readonly batch: number
}
