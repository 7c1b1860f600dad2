import type { OrderColumns, Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import { UserError } from '../values/failure.js'
import { ABC_DEFAULTS, type Abc, type AbcOptions, gradeAbc, TIERS, type Tier } from './abc.js'
import { type Aggregate, aggregate, isWithin, NEVER, type Window, windowOf } from './aggregate.js'
import type { Measure } from './measure.js'
import { type Bands, type Rfm, type Scoring, scoreRfm, USUAL_BANDS } from './rfm.js'
import { eleven } from './segments/eleven.js'
import { type SegmentHit, segmenter, type Vocabulary } from './segments/vocabulary.js'

/**
 * How value is looked at: the window in days (null for the whole ledger), the measure and cuts of tiers, the way of scoring with its bounds, and
 * what the scores are called.
 */
export interface ValueOptions extends AbcOptions {
  readonly days: number | null
  readonly measure: Measure
  readonly scoring: Scoring
  readonly bands: Bands
  readonly vocabulary: Vocabulary
}

export const VALUE_DEFAULTS: ValueOptions = {
  ...ABC_DEFAULTS,
  ...{ days: 365, measure: 'net', scoring: 'rank', bands: USUAL_BANDS, vocabulary: eleven },
}

/** Whether two ways of looking at value give the same tiers: window, measure, cuts and boundary are the same. */
export function isSameGrading(a: ValueOptions, b: ValueOptions): boolean {
  const isSameValue = a.days === b.days && a.measure === b.measure
  return isSameValue && a.boundary === b.boundary && a.cuts.every((cut, at) => cut === b.cuts[at])
}

/** A grading and the sums it was made from. */
export interface Grading {
  readonly sums: Aggregate
  readonly abc: Abc
}

/** Tiers on a day; the same ledger and day give the same tiers for ever (R14). UserError `tier.no-costs`. */
export function gradingOn(snapshot: Snapshot, asOf: Day, options: ValueOptions): Grading {
  return gradeSums(snapshot, aggregate(snapshot, windowOf(asOf, options.days)), options)
}

/** Tiers of sums already made. UserError `tier.no-costs` for profit in a ledger that names no cost. */
export function gradeSums({ orders }: Snapshot, sums: Aggregate, options: ValueOptions): Grading {
  refuseWithoutCosts(orders, options.measure)
  return { sums, abc: gradeAbc(measured(sums, options.measure), options) }
}

/** The classes of `gradingOn` alone, without the other sums: where many days are asked for. UserError `tier.no-costs`. */
export function classesOn({ orders }: Snapshot, asOf: Day, options: ValueOptions): Abc {
  refuseWithoutCosts(orders, options.measure)
  return gradeAbc(measuredIn(orders, windowOf(asOf, options.days), options.measure), options)
}

function refuseWithoutCosts({ counted, costed }: OrderColumns, measure: Measure): void {
  const lacksCosts = counted.includes(1) && costed.every((bits) => bits === 0)
  if (measure === 'profit' && lacksCosts) throw new UserError('failed', 'tier.no-costs')
}

/** The figure of each customer that a measure grades by, in a window. */
function measuredIn(orders: OrderColumns, window: Window, measure: Measure): Float64Array {
  const { start, day, counted, netMinor, grossMinor, profitMinor } = orders
  const column = { orders: counted, net: netMinor, gross: grossMinor, profit: profitMinor }[measure]
  const sums = new Float64Array(start.length - 1)
  for (let customer = 0; customer < sums.length; customer++)
    for (let i = start[customer]!; i < start[customer + 1]!; i++)
      if (isWithin(day[i]!, window)) sums[customer]! += column[i]!
  return sums
}

/** The same of sums already made. */
export function measured(sums: Aggregate, measure: Measure): Float64Array {
  if (measure === 'orders') return Float64Array.from(sums.orders)
  return { net: sums.netMinor, gross: sums.grossMinor, profit: sums.profitMinor }[measure]
}

/** One figure of a measure out of the sums of all. */
export function measuredSums(
  sums: Readonly<Record<'grossMinor' | 'netMinor' | 'profitMinor' | 'orders', number>>,
  measure: Measure,
): number {
  return measure === 'orders' ? sums.orders : sums[`${measure}Minor`]
}

/**
 * How stakes, cycles and stages see customers, whatever a report is taken by: the net revenue of 365 days, with the cuts, scores
 * and segments the ledger usually has.
 */
export function usualOptions(usual: ValueOptions): ValueOptions {
  return { ...usual, measure: 'net', days: VALUE_DEFAULTS.days }
}

/** Everything the reports say of a customer's value on a day, by customer index. */
export interface Standing extends Grading {
  readonly rfm: Rfm
  /** What the segments are called, and which codes they hold. */
  readonly vocabulary: Vocabulary
  tier(customer: number): Tier
  /** A key of the vocabulary; null without scores. */
  segment(customer: number): string | null
  /** The same with the code that decided. */
  segmentHit(customer: number): SegmentHit | null
  /** Day of the last counted order up to the as-of day, inside the window or before it. */
  lastOrderOn(customer: number): Day | null
}

/** Tiers, scores and segments on a day. */
export function standingOn(snapshot: Snapshot, asOf: Day, options: ValueOptions): Standing {
  const { sums, abc } = gradingOn(snapshot, asOf, options)
  const rfm = scoreRfm(sums, options.scoring, options.bands)
  const segmentHit = segmenter(options.vocabulary, rfm)
  return {
    sums,
    abc,
    rfm,
    vocabulary: options.vocabulary,
    tier: (customer) => TIERS[abc.tier[customer]!]!,
    segment: (customer) => segmentHit(customer)?.segment.key ?? null,
    segmentHit,
    lastOrderOn: (customer) => lastOrderOn(snapshot, sums, customer),
  }
}

/** Day of a customer's last counted order up to the window's end, also when it is older than the window. */
export function lastOrderOn({ orders }: Snapshot, sums: Aggregate, customer: number): Day | null {
  if (sums.lastOn[customer] !== NEVER) return sums.lastOn[customer]!
  for (let i = orders.start[customer + 1]! - 1; i >= orders.start[customer]!; i--) {
    if (orders.counted[i] && orders.day[i]! <= sums.window.to) return orders.day[i]!
  }
  return null
}
