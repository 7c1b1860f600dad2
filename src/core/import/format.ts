import type { DateOrder } from '../values/business-date.js'
import type { ByLang } from '../values/lang.js'
import type { Field, Level, LeveledField } from './field.js'
import type { EntryKind, OrderRecord, SkipReason, StatusWord } from './record.js'
import type { Aspect } from './told/aspects.js'

/** What a sheet holds in place of sales, as it stands after the file's name, and what to import instead. */
export interface NoSales {
  readonly holds: string
  readonly instead: string
}

/** One order's first non-blank cells, for the few rules a table cannot state. */
export interface OrderCells {
  /** Cleaned text, '' when blank. */
  text(field: Field): string
  /** Integer minor units of the order's currency, null when blank. */
  minor(field: LeveledField): number | null
}

/** The cleaned cells of one row, for what a table of columns cannot state. */
export interface RowTexts {
  /** First non-blank cell of a field, '' when all are blank. */
  text(field: Field): string
  /** All non-blank cells of a field, as written. */
  texts(field: Field): readonly string[]
}

/** One of several items that stand in the cells of one row. */
export interface PackedItem {
  readonly sku: string
  readonly name: string
  /** As written; '' where the file does not say. */
  readonly quantity: string
  /** What the line came to, as written with a decimal point; '' where the file does not say. */
  readonly amount: string
}

/**
 * What an export tells of a sale (R3). `orders`: the sale itself. `items`: lines of orders that another export tells; they
 * wait for it. `payments`, `shipments`, `invoices`: the same sale once more; they enrich the order they name.
 */
export type Telling = 'orders' | 'items' | 'payments' | 'shipments' | 'invoices'

/** What speaks against a layout, and what outweighs that: other headers, or what sheet, title or file are called. */
export interface NotUnless {
  readonly headers: readonly string[]
  readonly others: readonly string[]
  isCalledSo(name: string): boolean
}

/** What one country's exports of a layout have of their own. */
export type Region = Pick<Format, 'currency' | 'country' | 'dateOrder'>

/** What is added to the line amounts where no order total is given; discounts are taken off. */
export type Extra = 'shipping' | 'tax' | 'discount'

/**
 * One export layout of a platform: everything the importer knows about it. Headers are written as `normaliseHeader` leaves
 * them (lower case, full-width folded, `_-./` as spaces, units in parentheses dropped).
 */
export interface Format {
  /** Unique, kebab-case. */
  readonly name: string
  /** The shop system; buyer ids and order numbers live within it. */
  readonly platform: string
  /** `products`: a list of goods; `payouts`: money without sales: what was paid out, spent, or taken in a day. Nothing of either is imported. */
  readonly kind: 'orders' | 'customers' | 'products' | 'payouts'
  /** What the seller calls this file, e.g. "Shopify orders export". */
  readonly title: ByLang<string>
  /** Of payouts: why nothing is imported. */
  readonly noSales?: ByLang<NoSales>
  /** What is its own where the documents it lists are slips of a till: each is the sale itself. */
  readonly slips?: Partial<Format>
  /** What is its own where the columns say that each row is a return. */
  readonly returns?: Partial<Format>
  /** Every entry must be in the header row, in one of its spellings. */
  readonly must: readonly (readonly string[])[]
  /** Further headers that speak for this format. */
  readonly any?: readonly string[]
  /** Headers that speak against it. */
  readonly not?: readonly string[]
  /** Headers that speak against it as well, unless others are there or the sheet is called what it is. */
  readonly notUnless?: NotUnless
  /** 2 for a platform's own layout, 1 for a kind of sheet told by common words, 0 for whatever is left. */
  readonly weight: 0 | 1 | 2
  /** Default: `orders`. */
  readonly tells?: Telling
  /** Aspects of an order in which this export is believed before others of its platform, whenever they were made. */
  readonly owns?: readonly Aspect[]
  /**
   * Field → headers, best first; a blank cell falls through to the next. One that ends with `*` stands for all that begin so.
   * `aliases` takes the common dictionary instead.
   */
  readonly fields: Readonly<Partial<Record<Field, readonly string[]>>> | 'aliases'
  /** Where an amount stands, as the platform has it; for unnamed ones the data decides, and once an order where it cannot. */
  readonly levels?: Readonly<Partial<Record<LeveledField, Level>>>
  /** Amounts whose columns in one row add up instead of falling through. */
  readonly sums?: readonly LeveledField[]
  /** Default: all of them. */
  readonly extras?: readonly Extra[]
  /** Words that mean a field in this kind of sheet only, before those of `fields`. */
  readonly ownWords?: Readonly<Partial<Record<Field, readonly string[]>>>
  /** Of a customer sheet: what each row tells, besides whom it names. */
  readonly entry?: EntryKind
  /** Of leads: each row is a deal of its own, and no later state of the one above. */
  readonly isDealEach?: boolean
  /** Of leads: told by a bare level, so only where its values are those of leads. */
  readonly isToldByLevels?: boolean
  /** Of ratings: told by a plain score, so only where its values go from 1 to 5. */
  readonly isToldByScores?: boolean
  readonly buyerScope: 'platform' | 'shop'
  /** Orders without any amount column are taken all the same: another export of the platform tells them. */
  readonly hasAmountsElsewhere?: boolean
  /** Currency when no column, unit or symbol says (R4). */
  readonly currency?: string
  /** Country whose numbering plan phones without a country code follow. */
  readonly country?: string
  readonly dateOrder?: DateOrder
  /** The same for exports that have a header which only one country's have. */
  readonly regions?: Readonly<Record<string, Region>>
  /** Status words as `statusKey` leaves them. */
  readonly statuses?: Readonly<Record<string, StatusWord>>
  /** Words of the refund status, which beat the status; `null` for those that change nothing. */
  readonly refundStatuses?: Readonly<Record<string, StatusWord | null>>
  /** The status is that of the row: a cancelled row is no part of its order, a refunded one is given back. */
  readonly hasLineStatus?: boolean
  /** No word says whether an order was paid: one without a payment day was not. */
  readonly isPaidByDate?: boolean
  /** Levels are as stated, whatever the amounts look like: a row that sums its order up differs from the rows it sums up. */
  readonly hasFixedLevels?: boolean
  /** The platform itself writes headers twice; the first of equal ones counts. */
  readonly hasTwinHeaders?: boolean
  /** Each row is one piece. */
  readonly isUnitRow?: boolean
  /** A row in which a single cell is filled is a heading that says this field for the rows below it. */
  readonly headingField?: Field
  /**
   * Whether a row gives back money of the order it names, or of its own number: neither its day nor its buyer is the order's.
   * Its `lineId` is the number of the refund itself, so that a total repeated on its rows is given back once.
   */
  readonly isRefund?: (row: RowTexts) => boolean
  /** Whether a row is a slip that was voided: what it tells has not happened, whichever file told it. */
  readonly isVoid?: (row: RowTexts) => boolean
  /** The word of a row for a kind of document nobody knows, '' where it is known or says none; whether it counts is up to `skip`. */
  readonly unknownKind?: (row: RowTexts) => string
  /** Why a row is no sale; null when it is one. */
  readonly skip?: (row: RowTexts) => SkipReason | null
  /** The order a row belongs to, where that is not simply what its number column says. */
  readonly orderOf?: (row: RowTexts) => string
  /** The day of an order in a row that has none in its column, as text, year first. */
  readonly dateText?: (row: RowTexts) => string
  /** The items that stand packed in a row; null where the row is its own item. */
  readonly unpack?: (row: RowTexts) => readonly PackedItem[] | null
  /** Cells of the buyer as they should be read, where the platform writes several things into one. */
  readonly buyer?: (text: (field: Field) => string) => Readonly<Partial<Record<Field, string>>>
  /** What the order came to before refunds, where no single column says it; in minor units. */
  readonly total?: (cells: OrderCells) => number | null
  /** What of it was given back, where no column says it; in minor units. */
  readonly refund?: (cells: OrderCells) => number | null
  /** Last word on one order, after amounts and status were read; changes the draft in place. */
  readonly settle?: (order: OrderRecord, cells: OrderCells) => void
}
