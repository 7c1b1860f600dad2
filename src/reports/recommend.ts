import { productLabel, shortLabel } from '../core/purchases.js'
import {
  commonParams,
  draft,
  filtered,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn, wideUnless } from '../core/report/columns.js'
import type { Fact, Report } from '../core/report/model.js'
import type { Column, TableRow } from '../core/report/table.js'
import { ranking } from '../core/value/abc.js'
import type { AlsoBought } from '../core/value/also-bought.js'
import { type NothingReason, type Offer, type Recommender, recommender } from '../core/value/recommend.js'
import type { Refill } from '../core/value/refill.js'
import { gradingOn, type ValueOptions } from '../core/value/standing.js'
import { dateOf } from '../core/values/business-date.js'
import { orReason } from './empty-window.js'
import { identityColumns } from './identity.js'
import { movedNotes, tagNotes } from './notes.js'
import { type OfferKind, recommendWords as words } from './recommend-words.js'

/** Products of each kind shown for one customer, and for each of many. */
const MOST_FOR_ONE = 10
const MOST_FOR_EACH = 3

export interface RecommendInput extends ReportInput {
  /** Index of the only customer looked at; left out for those of the filter. */
  readonly customer?: number | undefined
  /** How the ledger grades when nothing else is asked for. */
  readonly usual: ValueOptions
}

/** A row before it is written: who, and what is offered. */
type Proposed = { readonly customer: number } & (
  | { readonly kind: 'refill'; readonly refill: Refill }
  | { readonly kind: 'also-bought'; readonly found: AlsoBought }
)

/** What was worked out for the customers looked at. */
interface Offers {
  readonly customers: readonly number[]
  readonly blocked: number
  readonly rows: readonly Proposed[]
  readonly nothing: ReadonlyMap<NothingReason, number>
  readonly recommender: Recommender | null
}

/** What to offer one customer, or each of a filter: refills first, then what buyers of the same products also bought. */
export const recommend: ReportDefinition<RecommendInput> = {
  name: 'recommend',
  words,
  build(input) {
    const head = reportHead(recommend, input, null)
    const only = input.customer === undefined ? null : input.snapshot.customers[input.customer]!
    const offers = offersTo(input)
    const report: Report = {
      ...head,
      title: only ? `${head.title} · ${only.name ?? only.key ?? only.id}` : head.title,
      params: { customer: only?.id ?? null, ...commonParams(input) },
      summary: summaryOf(offers),
      facts: only ? [] : factsOf(input, offers),
      tables: [finishTable(offersTable(input, offers), input.shape)],
      notes: [...tagNotes(input), ...movedNotes(input), ...notesOf(input, offers)],
    }
    return isOnlyBlocked(input) ? report : orReason(report, input, { from: null, to: input.asOf })
  },
}

function offersTo(input: RecommendInput): Offers {
  const { snapshot, asOf } = input
  const chosen = input.customer === undefined ? [...byValue(input)] : [input.customer]
  const customers = chosen.filter((customer) => !snapshot.customers[customer]!.blocked)
  const most = input.customer === undefined ? MOST_FOR_EACH : MOST_FOR_ONE
  const found = snapshot.purchases ? recommender(snapshot.purchases(), snapshot.orders, asOf) : null
  const nothing = new Map<NothingReason, number>()
  const rows: Proposed[] = []
  for (const customer of customers) {
    const offer: Offer = found?.offer(customer, most) ?? { refills: [], alsoBought: [], nothing: 'no-lines' }
    if (offer.nothing) nothing.set(offer.nothing, (nothing.get(offer.nothing) ?? 0) + 1)
    rows.push(
      ...offer.refills.map((refill) => ({ customer, kind: 'refill', refill }) as const),
      ...offer.alsoBought.map((also) => ({ customer, kind: 'also-bought', found: also }) as const),
    )
  }
  return { customers, blocked: chosen.length - customers.length, rows, nothing, recommender: found }
}

/** The customers of the filter in the order of the tier report. */
function byValue(input: RecommendInput): Uint32Array {
  const { abc } = gradingOn(input.snapshot, input.asOf, input.usual)
  return filtered(ranking(abc.value, input.snapshot.customers), input)
}

function countOf({ rows }: Offers, kind: OfferKind): number {
  return rows.filter((row) => row.kind === kind).length
}

/** What lifts and ratios were counted on. */
function basisOf({ rows }: Offers): AlsoBought['basis'] | 'both' {
  const bases = new Set(rows.flatMap((row) => (row.kind === 'also-bought' ? [row.found.basis] : [])))
  return bases.size > 1 ? 'both' : ([...bases][0] ?? 'orders')
}

function servedBy({ customers, nothing }: Offers): number {
  return customers.length - [...nothing.values()].reduce((sum, count) => sum + count, 0)
}

function summaryOf(offers: Offers): Report['summary'] {
  const { customers, blocked, nothing, recommender: found } = offers
  return {
    customers: customers.length,
    served: servedBy(offers),
    blocked,
    refills: countOf(offers, 'refill'),
    alsoBought: countOf(offers, 'also-bought'),
    nothing: Object.fromEntries(nothing),
    baskets: found && {
      orders: found.finder.orders.count,
      ordersSkipped: found.finder.orders.skipped,
      customers: found.finder.customers.count,
      customersSkipped: found.finder.customers.skipped,
    },
  }
}

function factsOf({ lang }: RecommendInput, offers: Offers): Fact[] {
  const { facts } = words[lang]
  return [
    { label: facts.customers, kind: 'count', value: offers.customers.length },
    { label: facts.served, kind: 'count', value: servedBy(offers) },
    { label: facts.refills, kind: 'count', value: countOf(offers, 'refill') },
    { label: facts.alsoBought, kind: 'count', value: countOf(offers, 'also-bought') },
  ]
}

function isOnlyBlocked({ snapshot, customer }: RecommendInput): boolean {
  return customer !== undefined && snapshot.customers[customer]!.blocked
}

function notesOf(input: RecommendInput, offers: Offers): string[] {
  const { lang, customer } = input
  const say = words[lang]
  const { orders, customers } = offers.recommender?.finder ?? { orders: { skipped: 0 }, customers: { skipped: 0 } }
  const has = (kind: OfferKind) => countOf(offers, kind) > 0
  return [
    ...(isOnlyBlocked(input) ? [say.theBlocked] : offers.blocked > 0 ? [say.blocked(offers.blocked)] : []),
    ...(customer === undefined && offers.customers.length === 0 && offers.blocked === 0 ? [say.nobody] : []),
    ...[...offers.nothing].map(([reason, count]) =>
      customer === undefined ? say.without[reason](count) : say.nothing[reason],
    ),
    ...(has('refill') ? [say.refillNote] : []),
    ...(has('also-bought') ? [say.pairNote, say.basisNote[basisOf(offers)]] : []),
    ...(has('also-bought') && orders.skipped + customers.skipped > 0
      ? [say.skipped(orders.skipped, customers.skipped)]
      : []),
  ]
}

function offersTable(input: RecommendInput, offers: Offers): TableDraft {
  const { lang, snapshot, customer } = input
  const { table, columns: label, kinds, bases } = words[lang]
  const identity = identityColumns(input, columnsIn(lang, snapshot.currency))
  const columns: Column[] = [
    // The room on a terminal goes to what is offered and why.
    ...identity.map((column) => (customer === undefined ? column : { ...column, wide: true })),
    { key: 'kind', kind: 'text', label: label.kind, words: kinds },
    { key: 'sku', kind: 'id', label: label.sku, wide: true },
    { key: 'product', kind: 'text', label: label.product },
    { key: 'evidence', kind: 'text', label: label.evidence },
    { key: 'becauseOn', kind: 'date', label: label.becauseOn, wide: true },
    { key: 'expectedOn', kind: 'date', label: label.expectedOn, wide: true },
    { key: 'buyersBoth', kind: 'count', label: label.buyersBoth },
    { key: 'ordersBoth', kind: 'count', label: label.ordersBoth },
    { key: 'lift', kind: 'number', label: label.lift },
    { key: 'logLikelihoodRatio', kind: 'number', label: label.ratio },
    {
      key: 'basis',
      kind: 'text',
      label: label.basis,
      words: bases,
      ...wideUnless(basisOf(offers) === 'both'),
    },
    { key: 'becauseSku', kind: 'id', label: label.becauseSku, wide: true },
    { key: 'perUnitDays', kind: 'number', label: label.perUnitDays, wide: true },
    { key: 'lastQuantity', kind: 'number', label: label.lastQuantity, wide: true },
    { key: 'n', kind: 'count', label: label.n, wide: true },
  ]
  return draft('recommendations', table, columns, offers.rows, (row) => {
    const { id, name, key } = snapshot.customers[row.customer]!
    const cells = row.kind === 'refill' ? refillCells(row.refill, input) : alsoCells(row.found, input)
    return { customer: id, name, key, kind: row.kind, ...cells }
  })
}

const rounded = (value: number): number => Math.round(value * 100) / 100

function refillCells(
  { product, n, lastOn, lastQuantity, expectedOn, perUnitDays }: Refill,
  { lang }: ReportInput,
): TableRow {
  const say = words[lang]
  const [boughtOn, usedUpBy] = [dateOf(lastOn), dateOf(expectedOn)]
  return {
    sku: product.sku || null,
    product: productLabel(product),
    evidence: say.refillEvidence(n + 1, say.pieces(String(rounded(lastQuantity))), boughtOn, usedUpBy),
    becauseOn: boughtOn,
    expectedOn: usedUpBy,
    buyersBoth: null,
    ordersBoth: null,
    lift: null,
    logLikelihoodRatio: null,
    basis: null,
    becauseSku: product.sku || null,
    perUnitDays: rounded(perUnitDays),
    lastQuantity,
    n,
  }
}

function alsoCells(found: AlsoBought, { lang, snapshot }: ReportInput): TableRow {
  const { products } = snapshot.purchases!()
  const [product, because] = [products[found.product]!, products[found.because]!]
  const { lift, ratio } = found[found.basis]
  return {
    sku: product.sku || null,
    product: productLabel(product),
    evidence: words[lang].alsoEvidence(shortLabel(productLabel(because)), dateOf(found.becauseOn)),
    becauseOn: dateOf(found.becauseOn),
    expectedOn: null,
    buyersBoth: found.customers.both,
    ordersBoth: found.orders.both,
    lift: rounded(lift),
    logLikelihoodRatio: rounded(ratio),
    basis: found.basis,
    becauseSku: because.sku || null,
    perUnitDays: null,
    lastQuantity: null,
    n: null,
  }
}
