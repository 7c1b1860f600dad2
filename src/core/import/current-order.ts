import type { Day } from '../values/business-date.js'
import type { Field } from './field.js'
import type { OrderKind, StatusClass } from './record.js'

/** One imported state of an order. Fields its file has no column for say nothing; a null in a field it has says blank. */
export interface OrderVersion {
  readonly id: number
  /** Bits of `fieldBit` for the fields the file has. */
  readonly fieldBits: number
  readonly statedAt: number | null
  readonly kind: OrderKind
  readonly partyId: number | null
  readonly placedOn: Day | null
  readonly placedTime: number | null
  readonly paidOn: Day | null
  readonly status: StatusClass
  readonly isPaid: 0 | 1
  readonly currency: string
  readonly totalMinor: number | null
  readonly refundMinor: number | null
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
export type CurrentOrder = Omit<OrderVersion, 'id' | 'fieldBits' | 'statedAt'> & { readonly versionId: number }

/** Groups of fields that are taken together from one version. */
const aspects = {
  party: ['buyerId', 'account', 'buyerName', 'firstName', 'lastName', 'email', 'phone', 'recipientName'],
  status: ['status', 'orderTotal', 'itemAmount', 'unitPrice'],
  refund: ['refundAmount'],
  discount: ['discount'],
  shipping: ['shipping'],
  tax: ['tax'],
  fee: ['fee'],
  cost: ['cost'],
  paid: ['paidAt'],
  note: ['note'],
  lines: ['sku', 'productName', 'itemAmount', 'unitPrice', 'quantity'],
} as const satisfies Record<string, readonly Field[]>

type Aspect = keyof typeof aspects

const aspectNames = Object.keys(aspects) as Aspect[]

/** Bits that record which aspects of an order a file with these fields speaks of. */
export function aspectBits(has: ReadonlySet<Field>): number {
  return aspectNames.reduce(
    (bits, name, at) => (aspects[name].some((field) => has.has(field)) ? bits | (1 << at) : bits),
    0,
  )
}

const speaksOf = (version: OrderVersion, aspect: Aspect): boolean =>
  (version.fieldBits & (1 << aspectNames.indexOf(aspect))) !== 0

const statusRank: Readonly<Record<StatusClass, number>> = {
  pending: 0,
  unknown: 1,
  paid: 2,
  cancelled: 3,
  partially_refunded: 4,
  refunded: 5,
}

/** Best last: the moment stated, then status, then the larger refund; what is left was settled by arrival (the id). */
export function compareVersions(a: OrderVersion, b: OrderVersion): number {
  return (
    (a.statedAt ?? 0) - (b.statedAt ?? 0) ||
    statusRank[a.status] - statusRank[b.status] ||
    (a.refundMinor ?? 0) - (b.refundMinor ?? 0) ||
    a.id - b.id
  )
}

/**
 * Puts an order together field by field from the best version that has that field (ARCHITECTURE §4), and takes off it what
 * files give back under its number (R2). Refunds without their order stay a refund that waits. At least one version.
 */
export function currentOrder(versions: readonly OrderVersion[]): CurrentOrder {
  const sales = versions.filter((version) => version.kind !== 'refund')
  if (sales.length === 0 || sales.length === versions.length) return bestOf(versions)
  return lessRefunds(
    bestOf(sales),
    versions.filter((version) => version.kind === 'refund'),
  )
}

/** One refund a day and amount: two exports of the same refund are one. */
function lessRefunds(order: CurrentOrder, refunds: readonly OrderVersion[]): CurrentOrder {
  const each = new Map(refunds.map((refund) => [`${refund.placedOn}|${refund.refundMinor}`, refund.refundMinor ?? 0]))
  const refundMinor = Math.max(
    order.refundMinor ?? 0,
    [...each.values()].reduce((sum, minor) => sum + minor, 0),
  )
  if (order.isPaid === 0) return { ...order, refundMinor }
  return { ...order, refundMinor, status: refundMinor >= (order.totalMinor ?? 0) ? 'refunded' : 'partially_refunded' }
}

function bestOf(versions: readonly OrderVersion[]): CurrentOrder {
  const ranked = [...versions].sort(compareVersions)
  const best = ranked.at(-1)!
  const of = (aspect: Aspect): OrderVersion => ranked.findLast((version) => speaksOf(version, aspect)) ?? best
  const money = of('status')
  const lines = of('lines')
  // A file without the column speaks of a refund all the same where its status says so.
  const refund = ranked.findLast((version) => speaksOf(version, 'refund') || version.refundMinor !== null) ?? best
  return {
    versionId: best.id,
    kind: best.kind,
    partyId: of('party').partyId,
    placedOn: best.placedOn,
    placedTime: best.placedTime,
    paidOn: of('paid').paidOn,
    status: money.status,
    isPaid: money.isPaid,
    currency: money.currency,
    totalMinor: money.totalMinor,
    refundMinor: refund.refundMinor,
    discountMinor: of('discount').discountMinor,
    shippingMinor: of('shipping').shippingMinor,
    taxMinor: of('tax').taxMinor,
    feeMinor: of('fee').feeMinor,
    costMinor: of('cost').costMinor,
    note: of('note').note,
    firstLine: lines.firstLine,
    lineCount: lines.lineCount,
  }
}

/** Fields of an order that a later file may change, as the plan shows them. */
export const shownFields = [
  'placedOn',
  'status',
  'currency',
  'totalMinor',
  'refundMinor',
  'discountMinor',
  'shippingMinor',
  'taxMinor',
  'feeMinor',
  'costMinor',
  'note',
] as const

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
