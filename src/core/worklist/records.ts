import type { EventFacts } from '../events.js'
import type { ContactFacts } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import type { Issue } from '../values/issue.js'
import type { Filled } from './filled.js'
import type { RowKey } from './key.js'

/** A filled row as its list is asked about it. */
export interface RowSaid {
  readonly filled: Filled
  readonly key: RowKey
  readonly today: Day
  /** What was recorded of the row when it said less; null where it is new, or says something else. */
  readonly earlier: EarlierRow | null
}

/** What is on record of a row that was filled in further since: what it says now takes the place of its contacts. */
export interface EarlierRow {
  /** The day of its contact; null where it told none. */
  readonly contactOn: Day | null
  /** The gift or countermeasure that it opened; null where it opened none. */
  readonly opened: string | null
}

/** A contact, or the closing of a due item, that a filled row comes to. */
export interface ContactDraft extends Omit<ContactFacts, 'customer' | 'isAttempt'> {
  readonly channel: string
  readonly result: string
  readonly text: string
  /** Of a closing: the day its item had become due, and the last sensible one; told by the ledger. */
  readonly dueOn?: Day | null
  readonly sensibleOn?: Day | null
}

/** An event that a filled row comes to; `numbered` is the letter of the subject that the ledger is to give it, one for all events of a row. */
export interface EventDraft extends Omit<EventFacts, 'id' | 'batch' | 'customer' | 'at'> {
  readonly numbered?: string
}

/** A finding about a filled row; whose row it is, is told with it. */
export interface RowFinding extends Pick<Issue, 'code' | 'params'> {
  /** Name of the column that says it; the key's without one. */
  readonly column?: string
}

/** What a filled row comes to. */
export interface RowRecords {
  readonly contacts: readonly ContactDraft[]
  readonly events: readonly EventDraft[]
  /** What the seller should know of a row that is taken all the same. */
  readonly warnings?: readonly RowFinding[]
}

/** What a row adds to what is on record: the contact of one that is filled in further stands there already. */
export function newsOf(records: RowRecords, { earlier }: Pick<RowSaid, 'earlier'>): RowRecords {
  return (earlier?.contactOn ?? null) === null ? records : { ...records, contacts: [] }
}

/** Why a filled row cannot be taken as things stand. */
export interface RowRefusal {
  readonly refused: RowFinding
}
