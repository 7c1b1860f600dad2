import type { EntryRecord } from './import/record.js'
import type { Day } from './values/business-date.js'

/** A rating, lead or complaint of a customer (by index in the snapshot), as the indicators count it. */
export interface EntryFacts {
  readonly customer: number
  readonly kind: 'rating' | 'lead' | 'complaint'
  /** By which the import that told it knows it. */
  readonly entry?: number
  /** Null where the file gives no day. */
  readonly on: Day | null
  /** That day; where the file gives none, the day on which it was first imported. */
  readonly knownOn: Day
  /** A rating of 1–5; null for the others. */
  readonly value: number | null
  readonly details: EntryRecord['details']
  /** What a rating or complaint says in words, and the order it is of by its number. */
  readonly text?: string
  readonly order?: string | null
  /** Of a complaint: its number, the same however often its file is imported, and the day on which it was first imported. */
  readonly subject?: string
  readonly importedOn?: Day
  /** Of a lead: what its sale may bring, in minor units of the base currency. */
  readonly amountMinor?: number
  /** Of a lead: the same as its file gives it, where no rate turns it into the base currency. */
  readonly unratedAmount?: string
}
