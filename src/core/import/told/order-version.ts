import type { SaidConsent } from '../../consent.js'
import type { Day } from '../../values/business-date.js'
import { UserError } from '../../values/failure.js'
import { convertMinor } from '../../values/money.js'
import type { OrderKind, StatusClass } from '../record.js'
import { readRefundRows, writeRefundRows } from './refund-rows.js'

/** One imported state of an order. Fields its file has no column for say nothing; a null in a field it has says blank. */
export interface OrderVersion {
  readonly id: number
  /** Bits of the aspects the file speaks of (`aspectBits`). */
  readonly aspects: number
  readonly statedAt: number | null
  readonly kind: OrderKind
  readonly partyId: number | null
  /** Strongest kind of key the party has: 0 buyer id, 1 e-mail, 2 phone, 3 name, 9 none (R7). */
  readonly partyRank: number
  readonly placedOn: Day | null
  readonly placedTime: number | null
  readonly paidOn: Day | null
  readonly deliveredOn: Day | null
  readonly status: StatusClass
  readonly isPaid: 0 | 1
  readonly currency: string
  /** Neither the file nor its platform nor the seller said the currency. */
  readonly isCurrencyAssumed: 0 | 1
  readonly totalMinor: number | null
  readonly refundMinor: number | null
  /** Of a refund, its own number; '' where it has none. */
  readonly refundNumber: string
  /** Rows of their own that give it back (`readRefundRows`); '' where something else says it. */
  readonly refundRows: string
  readonly discountMinor: number | null
  readonly shippingMinor: number | null
  readonly taxMinor: number | null
  readonly feeMinor: number | null
  readonly costMinor: number | null
  readonly note: string
  readonly owner: string
  readonly tags: string
  readonly consent: SaidConsent
  readonly firstLine: number | null
  readonly lineCount: number
}

/** The order as it stands: the fields of its best versions. */
export type CurrentOrder = Omit<OrderVersion, 'id' | 'aspects' | 'statedAt' | 'isCurrencyAssumed' | 'refundNumber'> & {
  readonly versionId: number
}

const statusRank: Readonly<Record<StatusClass, number>> = {
  pending: 0,
  unknown: 1,
  paid: 2,
  cancelled: 3,
  partially_refunded: 4,
  refunded: 5,
}

/** What was given back and voided afterwards has the later state, as an order that was paid and cancelled. */
function rankOf({ kind, status }: OrderVersion): number {
  const isVoided = status === 'cancelled' && (kind === 'return' || kind === 'refund')
  return isVoided ? statusRank.refunded + 1 : statusRank[status]
}

/** Best last: the moment stated, then status, then the larger refund; what is left was settled by arrival (the id). */
export function compareVersions(a: OrderVersion, b: OrderVersion): number {
  return (
    (a.statedAt ?? 0) - (b.statedAt ?? 0) ||
    rankOf(a) - rankOf(b) ||
    (a.refundMinor ?? 0) - (b.refundMinor ?? 0) ||
    a.id - b.id
  )
}

/** Whether nothing but arrival decides between two states of an order: same moment, status and refund, other facts. */
export function isTie(a: OrderVersion, b: OrderVersion): boolean {
  return compareVersions({ ...a, id: 0 }, { ...b, id: 0 }) === 0
}

export const orderAmounts = [
  'totalMinor',
  'refundMinor',
  'discountMinor',
  'shippingMinor',
  'taxMinor',
  'feeMinor',
  'costMinor',
] as const

type Amounts = Pick<OrderVersion, 'currency' | 'refundRows' | (typeof orderAmounts)[number]>

/** The same numbers in another currency; UserError `figures.too-large`. */
export function inCurrency<O extends Amounts>(order: O, currency: string): O {
  if (order.currency === currency) return order
  const restated = (minor: number | null) => minor && restate(minor, order.currency, currency)
  const rows = readRefundRows(order.refundRows)
  return {
    ...order,
    currency,
    ...Object.fromEntries(orderAmounts.map((field) => [field, restated(order[field])])),
    refundRows: writeRefundRows(
      rows.map(({ day, minor }) => ({ day, minor: restate(minor, order.currency, currency) })),
    ),
  }
}

/** The same number in another currency, in its minor units, half away from zero; UserError `figures.too-large`. */
export function restate(minor: number, from: string, to: string): number {
  try {
    return convertMinor(minor, from, to, '1')
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new UserError('failed', 'figures.too-large', {}, { cause })
  }
}

/** A version whose currency was assumed, in the one the seller decided for such files; any other, and for null, as it is. */
export function inShopCurrency<V extends OrderVersion>(version: V, currency: string | null): V {
  return currency === null || version.isCurrencyAssumed === 0 ? version : inCurrency(version, currency)
}
