import type { Day } from '../values/business-date.js'
import type { entryAmountFields, Field } from './field.js'
import type { EntryRecord, Party } from './record.js'

/** Fields of which an entry keeps the cells as they are written. */
export const wordFields: readonly Field[] = ['level', 'stage', 'owner', 'category', 'result', 'channel', 'status']

/** What a sheet of leads says in amounts and days. */
export const leadFields: readonly Field[] = ['expectedAmount', 'probability', 'closeAt', 'closedAt', 'firstContactAt']

/** What it says in words besides, as a lead's record holds them (R16). */
export const leadWordFields: readonly Field[] = ['needs', 'interests', 'decisionMaker', 'obstacle', 'supplier']

/** What a register of gifts says. */
export const giftFields: readonly Field[] = ['gift', 'giftValue', 'occasion']

/** What a sheet of complaints says of what was done about each. */
export const remedyFields: readonly Field[] = ['respondedAt', 'resolvedAt']

/** What it says of how grave it is, and of what the customer said to what was done. */
export const graveFields: readonly Field[] = ['severity', 'satisfied']

export type EntryAmountField = (typeof entryAmountFields)[number]

/** One row of a sheet about customers, read. */
export interface EntryRow {
  readonly row: number
  readonly party: Party | null
  readonly shop: string
  /** The day the row is of. */
  readonly on: Day | null
  readonly text: (field: Field) => string
  readonly day: (field: Field) => Day | null
  /** What a sale may bring, or a gift cost, as an entry keeps it; '' for none. */
  readonly amount: (field: EntryAmountField) => string
  /** Of gifts: the column of what they cost says what one does. */
  readonly isPriceOfOne: boolean
  /** In percent; null for none. */
  readonly probability: () => number | null
  /** The column of the day a sale is made speaks of what is hoped for alone, and of no sale that was made. */
  readonly isCloseHoped: boolean
  /** Nothing has happened later. */
  readonly today: Day
}

/** A value that is left out: what it is of, what the cell says, and which sentence tells why. */
export interface EntryProblem {
  readonly field: Field
  readonly value: string
  readonly code: EntryProblemCode
}

export type EntryProblemCode =
  | 'value.unread'
  | 'value.consent'
  | 'value.severity'
  | 'value.satisfied'
  | 'value.level'
  | 'value.stage'
  | 'value.amount'
  | 'value.close-over'
  | 'gift.value'
  | 'value.currency'
  | 'value.probability'
  | 'value.later'
  | 'value.earlier'

export type ReportProblem = (problem: EntryProblem) => void

/** The day of an entry and what is kept of it besides. */
export type ToldOfEntry = Pick<EntryRecord, 'on' | 'details'>
