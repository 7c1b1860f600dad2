import type { SaidConsent } from '../consent.js'
import type { ToldDetails } from '../customer-details.js'
import type { Day } from '../values/business-date.js'
import type { Field } from './field.js'

export const statusClasses = ['paid', 'pending', 'cancelled', 'refunded', 'partially_refunded', 'unknown'] as const

export type StatusClass = (typeof statusClasses)[number]

/** What a status word says. `closed`: given back if it was paid, else cancelled · `ended`: paid if it was paid, else cancelled. */
export type StatusWord = StatusClass | 'closed' | 'ended'

/** One exact way a buyer is written in a file; customers are found by joining parties (identity.ts). '' says blank. */
export interface Party {
  readonly platform: string
  readonly shop: string
  /** Whether buyer ids are unique on the whole platform or within the shop (R7). */
  readonly buyerScope: 'platform' | 'shop'
  readonly buyerId: string
  /** Another id of the same buyer on the platform, one for each order with some of them. */
  readonly accountId: string
  readonly name: string
  readonly email: string
  /** E.164, or '' when there is none that can be dialled. */
  readonly phone: string
  readonly company: string
  readonly country: string
  readonly region: string
  readonly city: string
  readonly address: string
  readonly postcode: string
}

export interface OrderLine {
  readonly row: number
  readonly sku: string
  readonly name: string
  /** What kind of goods, as the file calls it; '' where it does not. */
  readonly category: string
  readonly quantity: number | null
  /** Minor units of the order's currency; null where the file gives no line amount. */
  readonly amountMinor: number | null
}

/**
 * return: names no order and lowers its customer's net on its own day · refund: names an order and is part of it · part: what
 * belongs to an order that another file tells, its items for instance (R2) · payment: the sale once more, counted only where
 * no other export tells of those days (R3).
 */
export type OrderKind = 'order' | 'return' | 'refund' | 'part' | 'payment'

/**
 * One order, or one return that names no order, as one file tells it. Amounts are integer minor units of `currency`; null
 * where the file has no such column or left the cell blank (`Match.columns` tells the two apart).
 */
export interface OrderRecord {
  /** The platform's order number, or null where the file has none. */
  number: string | null
  kind: OrderKind
  /** First row of the order in its sheet. */
  row: number
  placedOn: Day | null
  /** Seconds after midnight, where the file says. */
  placedTime: number | null
  paidOn: Day | null
  /** When the last of it came to the buyer; null where the file does not say. */
  deliveredOn: Day | null
  /** Latest moment the row speaks of, in seconds since 1970 by the wall clock: a later state of the order has a later one. */
  statedAt: number | null
  status: StatusClass
  /** Money has changed hands: an order of unknown status counts only then. */
  isPaid: boolean
  currency: string
  /** Nothing says the currency: it was assumed, and the seller may say another one later (R4). */
  isCurrencyAssumed: boolean
  /** Of an order without a number, the amount as its file has it, as shortest decimal text; '' for one with a number. */
  worth: string
  /** Of a refund, its own number beside that of its order; '' where it has none. */
  refundNumber: string
  /** Rows of their own that give it back, as `writeRefundRows` has them; '' where a column, a state or an export of refunds says it. */
  refundRows: string
  /** What the order came to, before refunds. */
  totalMinor: number | null
  refundMinor: number | null
  discountMinor: number | null
  shippingMinor: number | null
  taxMinor: number | null
  feeMinor: number | null
  costMinor: number | null
  note: string
  /** Who looks after the buyer, as the row says. */
  owner: string
  /** Tags of the buyer, as the row says. */
  tags: string
  /** Whether the buyer agrees to be written to, as the row says. */
  consent: SaidConsent
  /** What the buyer gave the order, 1–5; null where nothing is said. */
  rating: number | null
  shop: string
  party: Party | null
  lines: OrderLine[]
}

/** One row of a customer list. */
export interface ProfileRecord {
  readonly row: number
  readonly party: Party
  /** The order the row is about, where it has nothing but a name or nickname to say whose that is: a buyer called so is him. Null otherwise. */
  readonly order: string | null
  readonly consent: SaidConsent
  readonly tags: string
  readonly owner: string
  readonly note: string
  /** What the row says besides, in the form it is kept in. */
  readonly details: ToldDetails
}

/** What a row says of a customer or an order besides a sale. */
export const entryKinds = ['rating', 'points', 'lead', 'contact', 'complaint', 'gift'] as const

export type EntryKind = (typeof entryKinds)[number]

/** One rating, points balance, lead, contact, complaint or gift as a file tells it. */
export interface EntryRecord {
  readonly row: number
  readonly kind: EntryKind
  /** Whom it is about; null where it names an order alone. */
  readonly party: Party | null
  readonly shop: string
  /** The order it is about, by the platform's number. */
  readonly order: string | null
  readonly on: Day | null
  readonly nextOn: Day | null
  /** A rating of 1–5, or points; null for the others. */
  readonly value: number | null
  readonly text: string
  /** Further cells by the name of their field. */
  readonly details: Readonly<Partial<Record<Field, string>>>
}

/** Why a row is in no order: it is counted, shown and not missed. */
export type SkipReason =
  | 'blank'
  | 'total'
  | 'description'
  | 'summary'
  | 'heading'
  | 'not-a-sale'
  | 'refund'
  | 'refund-closed'
  | 'refund-open'

/** The fields a file has a column for; absent fields say nothing about an order, blank cells say blank. */
export type FieldSet = ReadonlySet<Field>
