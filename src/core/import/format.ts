import type { DateOrder } from '../values/business-date.js'
import type { Words } from '../values/lang.js'
import type { Field, Level, LeveledField } from './field.js'
import type { OrderRecord, StatusClass } from './record.js'

export interface FormatWords {
  /** What the seller calls this file, e.g. "Shopify orders export". */
  readonly title: string
}

/** One order's first non-blank cells, for the few rules a table cannot state. */
export interface OrderCells {
  /** Cleaned text, '' when blank. */
  text(field: Field): string
  /** Integer minor units of the order's currency, null when blank. */
  minor(field: LeveledField): number | null
}

/**
 * One export layout of a platform: everything the importer knows about it. Headers are written as `normaliseHeader` leaves
 * them (lower case, full-width folded, `_-./` as spaces, units in parentheses dropped).
 */
export interface Format {
  /** Unique, kebab-case. */
  readonly name: string
  /** The shop system; buyer ids and order numbers live within it. */
  readonly platform: string
  readonly kind: 'orders' | 'customers'
  readonly words: Readonly<Record<'en' | 'zh', Words<FormatWords>>>
  /** Every entry must be in the header row, in one of its spellings. */
  readonly must: readonly (readonly string[])[]
  /** Further headers that speak for this format. */
  readonly any?: readonly string[]
  /** Headers that speak against it. */
  readonly not?: readonly string[]
  /** 2 for a platform's own layout, 1 for a kind of sheet told by common words, 0 for whatever is left. */
  readonly weight: 0 | 1 | 2
  /** Field → headers, best first; a blank cell falls through to the next. `aliases` takes the common dictionary instead. */
  readonly fields: Readonly<Partial<Record<Field, readonly string[]>>> | 'aliases'
  /** Where an amount stands when the data cannot tell; unnamed ones stand once an order. */
  readonly levels?: Readonly<Partial<Record<LeveledField, Level>>>
  readonly buyerScope: 'platform' | 'shop'
  /** Currency when no column, unit or symbol says (R4). */
  readonly currency?: string
  /** Country whose numbering plan phones without a country code follow. */
  readonly country?: string
  readonly dateOrder?: DateOrder
  /** Status words, lower case. */
  readonly statuses?: Readonly<Record<string, StatusClass>>
  /** Last word on one order, after amounts and status were read; changes the draft in place. */
  readonly settle?: (order: OrderRecord, cells: OrderCells) => void
}
