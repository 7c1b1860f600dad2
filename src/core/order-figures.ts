import type { OrderKind } from './import/record.js'

/** What the rules on money need to know of an order or return; amounts in minor units, null where no file says. */
export interface OrderFacts {
  readonly kind: OrderKind
  /** Money has changed hands. */
  readonly isPaid: 0 | 1
  readonly status: string
  readonly totalMinor: number | null
  readonly refundMinor: number | null
  readonly feeMinor: number | null
  readonly costMinor: number | null
}

/** Whether what an order is of can be in figures: refunds and parts without their order wait, payments stand beside the sale itself. */
export function isInFigures(kind: OrderKind): boolean {
  return kind === 'order' || kind === 'return'
}

/** What an order or return adds to its customer's figures, in minor units of its own currency. */
export interface OrderFigures {
  readonly grossMinor: number
  readonly netMinor: number
  /** Fees and costs to take off the net for the profit; null where none is named, or they do not count. */
  readonly costsMinor: number | null
  /** Counts as a purchase. */
  readonly isCounted: boolean
}

/** What the seller set about which orders count (R1). */
export interface CountRules {
  /** Orders not yet paid count as if they were. */
  readonly pending: boolean
  /** Paid orders of zero count as purchases. */
  readonly zero: boolean
}

export const COUNTS_USUALLY: CountRules = { pending: false, zero: false }

/**
 * Rules R1, R2 and R6 for one order. Never paid adds nothing, a refund is taken off, a return lowers the net; a purchase counts
 * when something is left of it, or when it was of nothing and such orders count. Fees and costs are those of purchases; a
 * return that names its cost gives it back.
 */
export function orderFigures(order: OrderFacts, counts: CountRules = COUNTS_USUALLY): OrderFigures {
  const isPaid = isPaidFor(order, counts)
  const isSale = isPaid && order.kind === 'order'
  const total = order.totalMinor ?? 0
  const left = total - (order.refundMinor ?? 0)
  const isOfZero = counts.zero && order.totalMinor === 0 && left === 0
  const isCounted = isSale && order.status !== 'refunded' && (left > 0 || isOfZero)
  return {
    grossMinor: isSale ? total : 0,
    netMinor: isPaid ? left : 0,
    costsMinor: costsOf(order, isPaid, isCounted),
    isCounted,
  }
}

/** R1: money that has changed hands or, where orders not yet paid count, will. */
export function isPaidFor({ isPaid, status }: OrderFacts, { pending }: CountRules): boolean {
  return isPaid === 1 || (pending && status === 'pending')
}

function costsOf({ kind, feeMinor, costMinor }: OrderFacts, isPaid: boolean, isCounted: boolean): number | null {
  if (isCounted) return feeMinor === null && costMinor === null ? null : (feeMinor ?? 0) + (costMinor ?? 0)
  return kind === 'return' && isPaid && costMinor !== null ? -costMinor : null
}
