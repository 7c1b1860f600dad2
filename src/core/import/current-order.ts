import type { Day } from '../values/business-date.js'
import { UserError } from '../values/failure.js'
import { convertMinor } from '../values/money.js'
import { type Aspect, ownsAspect, speaksOf } from './aspects.js'
import type { OrderKind, StatusClass } from './record.js'
import { beyond, type RefundRow, readRefundRows, sumOfRows, togetherOnce, writeRefundRows } from './refund-rows.js'

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

/**
 * Puts an order together field by field from the best version that has that field (ARCHITECTURE §4), and takes off it what
 * files give back under its number (R2). Refunds and parts without their order wait; payments stand for it where no export
 * tells the sale itself (R3). At least one version.
 */
export function currentOrder(versions: readonly OrderVersion[]): CurrentOrder {
  const ofKind = (...kinds: OrderKind[]) => versions.filter(({ kind }) => kinds.includes(kind))
  const orders = ofKind('order')
  const returns = ofKind('return')
  const told = orders.length > 0 ? orders : returns
  const sales = told.length > 0 ? told : ofKind('payment')
  // A return under the number of a sale is one of that sale.
  const refunds = orders.length > 0 ? [...ofKind('refund'), ...returns] : ofKind('refund')
  if (sales.length === 0) return bestOf(waitingOf(refunds, versions), [])
  const order = bestOf(sales, ofKind('part', ...(told.length > 0 ? (['payment'] as const) : [])))
  return refunds.length === 0 ? order : lessRefunds(order, refunds)
}

/** What waits for its order: what was given back and not voided, else whatever is there. */
function waitingOf(refunds: readonly OrderVersion[], versions: readonly OrderVersion[]): readonly OrderVersion[] {
  const { given } = backOf(refunds)
  if (given.length > 0) return given
  return refunds.length > 0 ? refunds : versions
}

/** What files give back of an order. One that states another currency is not taken off: it waits. */
function lessRefunds(order: CurrentOrder, refunds: readonly OrderVersion[]): CurrentOrder {
  const same = refunds
    .map((refund) => inShopCurrency(refund, order.currency))
    .filter(({ currency }) => currency === order.currency)
  const { given, voided } = backOf(same)
  const own = ownRefund(order, voided)
  if (given.length === 0 && own === (order.refundMinor ?? 0)) return order
  const refundMinor = Math.max(own + besides(order, given, voided), sumOfRows(eachOnce(given, voided)))
  if (order.isPaid === 0) return { ...order, refundMinor }
  const isWhole = refundMinor >= (order.totalMinor ?? 0)
  return { ...order, refundMinor, status: refundMinor === 0 ? 'paid' : isWhole ? 'refunded' : 'partially_refunded' }
}

/**
 * Refunds that stand, each number as its best version has it, and the rows of those that were voided. Without numbers a refund
 * is told again, and voided, by its day and amount.
 */
function backOf(refunds: readonly OrderVersion[]) {
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
 * What rows of other files give back that are not among the rows of the order's own. Where no rows tell it, an export of
 * refunds may tell of the same money in other amounts: the larger counts.
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

const orderAmounts = [
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

/** The fields of an order from what files tell of the sale and, where those are silent, from what others tell of it. */
function bestOf(sales: readonly OrderVersion[], others: readonly OrderVersion[]): CurrentOrder {
  const arrived = [...sales].sort(compareVersions)
  const all = [...others].sort(compareVersions).concat(arrived)
  const stated = all.findLast((version) => version.isCurrencyAssumed === 0)?.currency ?? null
  const ranked = arrived.map((version) => inShopCurrency(version, stated))
  const everyone = all.map((version) => inShopCurrency(version, stated))
  const best = ranked.at(-1)!
  const currency = stated ?? best.currency
  const of = (aspect: Aspect, from = everyone): OrderVersion =>
    from.findLast((version) => ownsAspect(version, aspect)) ??
    from.findLast((version) => speaksOf(version, aspect)) ??
    from.at(-1)!
  // An amount means nothing beside another version's currency.
  const payable = everyone.filter((version) => version.currency === currency)
  // The export believed first may be the older one: what it says before the payment counts until a later one tells of it.
  const told = statusTeller(everyone)
  const paying = ranked.findLast((version) => version.isPaid === 1 && speaksOf(version, 'status'))
  const isOvertaken = told.status === 'pending' && paying !== undefined && compareVersions(paying, told) > 0
  const state = isOvertaken ? paying : told
  // What was told of an order before it was paid is not what it came to, whoever told it.
  const { isPaid } = state
  const settled = payable.filter((version) => version.isPaid >= isPaid)
  const paid = (aspect: Aspect) => of(aspect, settled.some((version) => speaksOf(version, aspect)) ? settled : payable)
  const [total, lines] = [paid('total'), of('lines')]
  const refund = refundTeller(payable)
  const party = strongestParty(everyone)
  return {
    versionId: best.id,
    kind: best.kind,
    partyId: party.partyId,
    partyRank: party.partyRank,
    placedOn: best.placedOn,
    placedTime: best.placedTime,
    paidOn: of('paid').paidOn,
    ...statusWith(state, total.totalMinor, refund),
    currency,
    totalMinor: total.totalMinor,
    refundMinor: refund.refundMinor,
    refundRows: refund.refundRows,
    discountMinor: paid('discount').discountMinor,
    shippingMinor: paid('shipping').shippingMinor,
    taxMinor: paid('tax').taxMinor,
    feeMinor: paid('fee').feeMinor,
    costMinor: paid('cost').costMinor,
    note: of('note').note,
    firstLine: lines.firstLine,
    lineCount: lines.lineCount,
  }
}

/** Who says what became of it; that it was cancelled a file says also without a column of states, by the kind of its rows or by an answer. */
function statusTeller(ranked: readonly OrderVersion[]): OrderVersion {
  const speaks = (version: OrderVersion) => speaksOf(version, 'status') || version.status === 'cancelled'
  return ranked.findLast((version) => ownsAspect(version, 'status')) ?? ranked.findLast(speaks) ?? ranked.at(-1)!
}

/** Who says what was given back: the export that owns it, unless it says nothing was while another does. */
function refundTeller(payable: readonly OrderVersion[]): OrderVersion {
  const owner = payable.findLast((version) => ownsAspect(version, 'refund'))
  const gaveBack = ({ refundMinor }: OrderVersion) => (refundMinor ?? 0) > 0
  if (owner !== undefined && gaveBack(owner)) return owner
  const other = owner && payable.findLast((version) => !ownsAspect(version, 'refund') && gaveBack(version))
  // A file without the column speaks of a refund all the same where its status says so.
  const speaking = payable.findLast((version) => speaksOf(version, 'refund') || version.refundMinor !== null)
  return other ?? owner ?? speaking ?? payable.at(-1)!
}

/** A file that knows only the buyer's name does not replace one that knows an e-mail or an id; among equals the best wins. */
function strongestParty(ranked: readonly OrderVersion[]): OrderVersion {
  return ranked.reduce((a, b) => (b.partyRank <= a.partyRank ? b : a))
}

/** Money given back beats the status word (FORMATS §5), also when the two come from different files; so does none given back. */
function statusWith(
  said: OrderVersion,
  total: number | null,
  refunding: OrderVersion,
): Pick<OrderVersion, 'status' | 'isPaid'> {
  const { status, isPaid, kind } = said
  const refund = refunding.refundMinor
  if (kind !== 'order' || isPaid === 0) return { status, isPaid }
  if (refund) return { status: refund >= (total ?? 0) ? 'refunded' : 'partially_refunded', isPaid }
  const isNewer = compareVersions(refunding, said) > 0 && speaksOf(refunding, 'refund')
  return { status: isNewer && (status === 'refunded' || status === 'partially_refunded') ? 'paid' : status, isPaid }
}

/** Whether nothing but arrival decides between two states of an order: same moment, status and refund, other facts. */
export function isTie(a: OrderVersion, b: OrderVersion): boolean {
  return compareVersions({ ...a, id: 0 }, { ...b, id: 0 }) === 0
}

/** Fields of an order that a later file may change, as the plan shows them. */
export const shownFields = ['placedOn', 'status', 'currency', ...orderAmounts, 'note'] as const

export interface FieldChange {
  readonly field: (typeof shownFields)[number]
  readonly from: string | number | null
  readonly to: string | number | null
}

export function fieldChanges(before: CurrentOrder, after: CurrentOrder): FieldChange[] {
  return shownFields.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, from: before[field], to: after[field] }],
  )
}
