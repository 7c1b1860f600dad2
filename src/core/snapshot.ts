import type { CountRules } from './order-figures.js'
import type { Purchases } from './purchases.js'
import type { Day } from './values/business-date.js'

/** Bits of `OrderColumns.costed`: a file names the cost, or a fee. */
export const COSTED = 1
export const FEED = 2

/** What the ledger knows of one customer, besides orders. */
export interface CustomerFacts {
  /** Our public id. */
  readonly id: string
  /** The platform's id of the customer, where a file gave one (the smallest, when several). */
  readonly key: string | null
  readonly name: string | null
  readonly country: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly platforms: readonly string[]
  readonly tags: readonly string[]
  readonly blocked: boolean
  /** Whether the customer agrees to be written to, as typed by hand, else as the newest file that says so has it; null where nothing is known. */
  readonly consent: 'yes' | 'no' | null
}

/**
 * All orders and unlinked returns of the customers, grouped by customer and in order of days: those of customer `i` stand
 * at `start[i]` … `start[i + 1] - 1`. Amounts are integer minor units of the base currency (a return has gross 0 and a
 * negative net; an order that was never paid has gross and net 0). `counted` is 1 where R1 counts a purchase. `profitMinor` is
 * the net less the fees and costs of a counted order (R6); `costed` is 0 where no file names any.
 */
export interface OrderColumns {
  readonly start: Int32Array
  readonly day: Int32Array
  readonly grossMinor: Float64Array
  readonly netMinor: Float64Array
  readonly profitMinor: Float64Array
  readonly counted: Uint8Array
  readonly costed: Uint8Array
}

/** A closed or open contact with a customer, newest last. */
export interface ContactFacts {
  readonly customer: number
  readonly on: Day
  readonly kind: 'contact' | 'done' | 'snooze' | 'skip'
  /** The rule whose item was closed; null for a plain contact. */
  readonly rule: string | null
  /** Nobody was met: the contact was tried. */
  readonly isAttempt?: boolean
  /** Date agreed for the next contact, or until when the item sleeps. */
  readonly nextOn: Day | null
  /** What was written down beside that date; absent where nothing was. */
  readonly agreedText?: string
}

/** How many orders of a ledger count nowhere, by the cause (R1, R2): `unclear` has no state or amount; refunds and parts wait for their order. */
export interface Uncounted {
  readonly zero: number
  readonly pending: number
  readonly cancelled: number
  readonly refunded: number
  readonly unclear: number
  readonly returns: number
  readonly waitingRefunds: number
  readonly waitingParts: number
}

/** The ledger's facts that analytics and the due queue work on. Everything is as the ledger says today; `asOf` picks the day. */
export interface Snapshot {
  /** Currency of every amount; null in a ledger without amounts. */
  readonly currency: string | null
  readonly customers: readonly CustomerFacts[]
  readonly orders: OrderColumns
  /** Orders that name no customer, in order of days: part of what the shop sold, of nobody's tier or score. */
  readonly unassigned?: Omit<OrderColumns, 'start'>
  readonly contacts: readonly ContactFacts[]
  /** What was bought: the lines of orders, read when first asked for. */
  readonly purchases?: () => Purchases
  /** By index of `Purchases.products`, what kind of goods each is, '' where nothing tells; read when asked for. */
  readonly categories?: () => readonly string[]
  /** By place in `orders`, the day on which a counted order was delivered, since a day; 0 where nothing tells. Read when asked for. */
  readonly deliveries?: (since: Day) => Int32Array
  /** Which orders count as purchases, where the seller set it otherwise than usual (R1). */
  readonly counts?: CountRules
  /** Read where nothing counts, to say why. */
  readonly uncounted?: () => Uncounted
  /** The same ledger by what was decided by hand up to another day; null takes all. All else is shared with it. */
  readonly decidedBy?: (day: Day | null) => Snapshot
}
