import type { OwnField } from './customer-details.js'
import type { HandField } from './hand-values.js'
import type { EntryKind, EntryRecord, Party, StatusClass } from './import/record.js'
import type { ContactFacts } from './snapshot.js'
import type { BusinessDate, Day } from './values/business-date.js'
import type { Source } from './values/issue.js'

/** What a sourced value says of a customer. */
export type ValueField =
  | Exclude<keyof Party, 'platform' | 'shop' | 'buyerScope' | 'accountId'>
  | 'consent'
  | 'tags'
  | HandField
  | OwnField

/** One value the ledger knows of a customer and where it came from; a value typed by hand has no source place, '' says that there is none. */
export interface SourcedValue {
  readonly field: ValueField
  readonly value: string
  readonly source: Source | null
  /** Day the value was stated, where known. */
  readonly on: BusinessDate | null
}

/** One order of a customer as the ledger stands today; amounts in minor units of the order's own currency. */
export interface OrderEntry {
  /** The platform's order number; null where the file has none. */
  readonly order: string | null
  readonly kind: 'order' | 'return'
  readonly on: Day
  /** When it came to the buyer; null where no file says. */
  readonly deliveredOn: Day | null
  readonly platform: string
  readonly shop: string | null
  readonly status: StatusClass
  readonly currency: string
  readonly grossMinor: number
  readonly refundMinor: number
  readonly netMinor: number
  /** Fees and costs that count; null where no file names any. */
  readonly costsMinor: number | null
  readonly isCounted: boolean
  /** What the file notes of the order; null where it notes nothing. */
  readonly note: string | null
  readonly source: Source
}

/** A recorded contact with what was said. */
export interface ContactEntry extends Omit<ContactFacts, 'customer' | 'isAttempt'> {
  readonly text: string | null
  readonly channel: string | null
  readonly result: string | null
  /** What was recorded in one go: one command, one sheet, or one row of a file. */
  readonly batch: number
}

/** A rating, points balance, lead or complaint as a file tells it. */
export interface CustomerEntry {
  readonly kind: Exclude<EntryKind, 'contact' | 'gift'>
  readonly on: Day | null
  /** 1–5, or points. */
  readonly value: number | null
  readonly text: string | null
  /** The order it is about; null where it names none. */
  readonly order: string | null
  readonly details: EntryRecord['details']
  readonly source: Source
}

/** What the ledger holds of one customer beyond the snapshot: orders and contacts oldest first, values by field. */
export interface CustomerFile {
  readonly orders: readonly OrderEntry[]
  readonly values: readonly SourcedValue[]
  readonly contacts: readonly ContactEntry[]
  /** Oldest first. */
  readonly entries: readonly CustomerEntry[]
  /** Only where asked for. */
  readonly provenance?: Provenance
}

/** The batch that brought something, and the day it was made. */
export interface Brought {
  readonly batch: number
  readonly batchOn: BusinessDate
}

/** One value as one file or one hand gave it. */
export interface ValuePlace extends Omit<SourcedValue, 'on'>, Brought {
  /** The value the lists show. */
  readonly isInUse: boolean
}

/** One state of an order in force, as one file tells it; amounts in minor units of its currency, null where the file has none. */
export interface OrderPlace extends Brought {
  /** The platform's order number; null where the file has none. */
  readonly order: string | null
  readonly status: StatusClass
  readonly currency: string
  readonly totalMinor: number | null
  readonly refundMinor: number | null
  readonly source: Source
}

/** Where everything known of a customer came from: values by field, states of orders newest order first, in the order they came. */
export interface Provenance {
  readonly values: readonly ValuePlace[]
  readonly orders: readonly OrderPlace[]
}
