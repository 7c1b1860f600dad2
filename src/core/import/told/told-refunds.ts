import { type CurrentOrder, compareVersions, inShopCurrency, type OrderVersion } from './order-version.js'
import { beyond, type RefundRow, readRefundRows, sumOfRows, togetherOnce } from './refund-rows.js'

/** What files give back of an order. One that states another currency is not taken off: it waits. */
export function lessRefunds(
  order: CurrentOrder,
  refunds: readonly OrderVersion[],
  sales: readonly OrderVersion[],
): CurrentOrder {
  const same = refunds
    .map((refund) => inShopCurrency(refund, order.currency))
    .filter(({ currency }) => currency === order.currency)
  const { given, voided } = backOf(same)
  const own = ownRefund(order, voided)
  if (given.length === 0 && own === (order.refundMinor ?? 0)) return order
  const likes = new Set(sales.flatMap(({ aspects, refundRows }) => (refundRows === '' ? [] : [aspects])))
  const alike = given.filter(({ aspects }) => likes.has(aspects))
  const refundMinor = Math.max(own + besides(order, alike, voided), sumOfRows(eachOnce(given, voided)))
  if (order.isPaid === 0) return { ...order, refundMinor }
  const isWhole = refundMinor >= (order.totalMinor ?? 0)
  return { ...order, refundMinor, status: refundMinor === 0 ? 'paid' : isWhole ? 'refunded' : 'partially_refunded' }
}

/**
 * Refunds that stand, each number as its best version has it, and the rows of those that were voided. Without numbers a refund
 * is told again, and voided, by its day and amount.
 */
export function backOf(refunds: readonly OrderVersion[]) {
  const ranked = [...refunds].sort(compareVersions)
  const numbered = new Map(ranked.flatMap((refund) => (refund.refundNumber ? [[refund.refundNumber, refund]] : [])))
  const all = [...numbered.values(), ...ranked.filter(({ refundNumber }) => refundNumber === '')]
  const voided = all.filter(({ isPaid }) => isPaid === 0).flatMap(asRows)
  const stands = (refund: OrderVersion) => refund.refundNumber !== '' || beyond(asRows(refund), voided).length > 0
  return { given: all.filter((refund) => refund.isPaid === 1 && stands(refund)), voided }
}

/** What the order's own files give back, less what others say was voided. */
function ownRefund({ refundMinor, refundRows }: CurrentOrder, voided: readonly RefundRow[]): number {
  return refundRows === '' ? (refundMinor ?? 0) : sumOfRows(beyond(readRefundRows(refundRows), voided))
}

/**
 * What rows of other files of the same kind give back that are not among the rows of the order's own. Exports of another kind,
 * and a column or state of the order's own, may tell of the same money on other days and in other amounts: the larger counts.
 */
function besides(order: CurrentOrder, given: readonly OrderVersion[], voided: readonly RefundRow[]): number {
  if (order.refundRows === '') return 0
  const told = given.map(({ refundRows }) => beyond(readRefundRows(refundRows), voided))
  return sumOfRows(beyond(togetherOnce(told), readRefundRows(order.refundRows)))
}

/** One refund a number; without numbers one a day and amount: two exports of the same refund are one. */
function eachOnce(given: readonly OrderVersion[], voided: readonly RefundRow[]): readonly RefundRow[] {
  const numbered = given.filter(({ refundNumber }) => refundNumber !== '').flatMap(asRows)
  const others = given.filter(({ refundNumber }) => refundNumber === '').map((one) => beyond(asRows(one), voided))
  return togetherOnce([numbered, ...others])
}

function asRows({ placedOn, refundMinor, refundRows }: OrderVersion): readonly RefundRow[] {
  return refundRows === '' ? [{ day: placedOn, minor: refundMinor ?? 0 }] : readRefundRows(refundRows)
}
