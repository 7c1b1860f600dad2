import type { OrderKind } from '../record.js'
import { type Aspect, ownsAspect, speaksOf } from './aspects.js'
import { type CurrentOrder, compareVersions, inShopCurrency, type OrderVersion, orderAmounts } from './order-version.js'
import { backOf, lessRefunds } from './told-refunds.js'

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
  return refunds.length === 0 ? order : lessRefunds(order, refunds, sales)
}

/** What waits for its order: what was given back and not voided, else whatever is there. */
function waitingOf(refunds: readonly OrderVersion[], versions: readonly OrderVersion[]): readonly OrderVersion[] {
  const { given } = backOf(refunds)
  if (given.length > 0) return given
  return refunds.length > 0 ? refunds : versions
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
    deliveredOn: of('delivered').deliveredOn,
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
    owner: of('owner').owner,
    tags: of('tags').tags,
    consent: of('consent').consent,
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

/** Fields of an order that a later file may change, as the plan shows them. */
export const shownFields = [
  'placedOn',
  'deliveredOn',
  'status',
  'currency',
  ...orderAmounts,
  'note',
  'owner',
  'tags',
  'consent',
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
