/**
 * RFM scores (ALGORITHMS §2). Three ways to score: 'rank' asks how many customers are strictly worse, 'quantile' compares
 * with the type-7 quantiles at 20, 40, 60 and 80 % (the rule of the R package `rfm` without its "+1"), 'bands' compares with
 * fixed bounds in the same manner. NTILE-like ways, which give equal customers different scores, are not offered.
 */
import type { Day } from '../values/business-date.js'
import { countBelow } from './abc.js'
import type { Aggregate } from './aggregate.js'

export const SCORINGS = ['rank', 'quantile', 'bands'] as const
export type Scoring = (typeof SCORINGS)[number]

/** Four rising bounds in each dimension, the last value of their band; amounts in minor units, null where none are set. */
export interface Bands {
  readonly recencyDays: readonly number[]
  readonly orders: readonly number[]
  readonly netMinor: readonly number[] | null
}

/** Recency and frequency as textbooks draw them; no amounts fit every shop. */
export const USUAL_BANDS: Bands = { recencyDays: [30, 60, 90, 180], orders: [1, 2, 3, 5], netMinor: null }

/** Below this many customers with a counted order there are no scores. */
export const FEWEST_SCORED = 5

/** One dimension, scored. Values are turned so that more is better (days are negated). */
export interface Dimension {
  /** How this dimension is cut: amounts without bounds of their own are cut at quantiles. */
  readonly scoring: Scoring
  /** Of the scored customers, sorted upwards. */
  readonly ascending: Float64Array
  /** The least value that earns a score of 2, 3, 4, 5; Infinity where no value does. */
  readonly atLeast: readonly number[]
  /**
   * The cut values as the method defines them, in natural units (days are positive): what the scores 2, 3, 4, 5 begin at ('rank'), the
   * quantiles upwards, or the bounds that the scores 2, 3, 4, 5 lie above, for days within ('bands').
   */
  readonly cuts: readonly (number | null)[]
}

export interface Rfm {
  readonly scoring: Scoring
  /** Indices of the customers with a counted order in the window. */
  readonly scored: readonly number[]
  /** Scores 1–5 by customer index; 0 without a counted order in the window, or when nobody is scored. */
  readonly r: Uint8Array
  readonly f: Uint8Array
  readonly m: Uint8Array
  readonly recency: Dimension
  readonly frequency: Dimension
  readonly monetary: Dimension
  /** False below FEWEST_SCORED customers: then every score is 0. */
  readonly hasScores: boolean
}

/**
 * Scores recency (days from the last counted order to the window's end), counted orders and net revenue of the window. By bands
 * without amounts, net revenue is cut at its quantiles.
 */
export function scoreRfm(sums: Aggregate, scoring: Scoring, bands: Bands = USUAL_BANDS): Rfm {
  const scored: number[] = []
  for (let i = 0; i < sums.orders.length; i++) if (sums.orders[i]! > 0) scored.push(i)
  const hasScores = scored.length >= FEWEST_SCORED
  const turned = {
    r: (i: number) => -recencyDays(sums, i),
    f: (i: number) => sums.orders[i]!,
    m: (i: number) => sums.netMinor[i]!,
  }
  const dimension = (of: (i: number) => number, bounds: readonly number[] | null, isDays: boolean) =>
    cut(columnOf(scored, of).sort(), scoring, bounds, isDays)
  const recency = dimension(turned.r, bands.recencyDays, true)
  const frequency = dimension(turned.f, bands.orders, false)
  const monetary = dimension(turned.m, bands.netMinor, false)
  const column = (of: (i: number) => number, { atLeast }: Dimension) => {
    const scores = new Uint8Array(sums.orders.length)
    if (hasScores) for (const i of scored) scores[i] = scoreOf(of(i), atLeast)
    return scores
  }
  const r = column(turned.r, recency)
  const f = column(turned.f, frequency)
  const m = column(turned.m, monetary)
  return { scoring, scored, r, f, m, recency, frequency, monetary, hasScores }
}

/** A loop: `from` with a function takes three times as long. */
function columnOf(customers: readonly number[], of: (customer: number) => number): Float64Array {
  const column = new Float64Array(customers.length)
  for (let at = 0; at < customers.length; at++) column[at] = of(customers[at]!)
  return column
}

/** Days from the customer's last counted order in the window to the window's end. */
export function recencyDays(sums: Aggregate, customer: number): Day {
  return sums.window.to - sums.lastOn[customer]!
}

function scoreOf(value: number, atLeast: readonly number[]): number {
  let score = 1
  for (const least of atLeast) if (value >= least) score++
  return score
}

function cut(ascending: Float64Array, scoring: Scoring, bounds: readonly number[] | null, isDays: boolean): Dimension {
  if (scoring === 'rank') return byRank(ascending, isDays)
  return scoring === 'bands' && bounds !== null ? byBands(ascending, bounds, isDays) : byQuantile(ascending, isDays)
}

/**
 * `score = 1 + floor(5 × worse / n)`. The score only rises with the value, so a pass over the sorted values finds where
 * each score begins; the cuts are those values, for the scores 2, 3, 4, 5.
 */
function byRank(ascending: Float64Array, isDays: boolean): Dimension {
  const n = ascending.length
  const atLeast = [Infinity, Infinity, Infinity, Infinity]
  for (let i = 0; i < n; i++) {
    if (i > 0 && ascending[i] === ascending[i - 1]) continue
    const score = 1 + Math.floor((5 * i) / n)
    for (let s = 2; s <= score; s++) atLeast[s - 2] = Math.min(atLeast[s - 2]!, ascending[i]!)
  }
  const cuts = atLeast.map((v) => (v === Infinity ? null : isDays ? Math.abs(v) : v))
  return { scoring: 'rank', ascending, atLeast, cuts }
}

/** `1 + #{k : x > q_k}`, for days `5 − #{k : days > q_k}`; the cuts are the quantiles themselves, upwards. */
function byQuantile(ascending: Float64Array, isDays: boolean): Dimension {
  const natural = isDays ? ascending.map((v) => 0 - v).sort() : ascending
  const cuts = natural.length === 0 ? [] : [20, 40, 60, 80].map((percent) => quantile7(natural, percent))
  return { scoring: 'quantile', ascending, atLeast: pastEach(cuts, isDays), cuts }
}

/** The rule of quantiles with fixed bounds. */
function byBands(ascending: Float64Array, bounds: readonly number[], isDays: boolean): Dimension {
  const cuts = isDays ? bounds.toReversed() : bounds
  return { scoring: 'bands', ascending, atLeast: pastEach(bounds, isDays), cuts }
}

/** Values are integers, so `x > q` is `x ≥ floor(q) + 1` and `days ≤ q` is `−days ≥ −floor(q)`. */
function pastEach(bounds: readonly number[], isDays: boolean): readonly number[] {
  return bounds.map((q) => (isDays ? 0 - wholeCut(q) : wholeCut(q) + 1)).sort((a, b) => a - b)
}

/** A cut in whole units, above which the same values lie: quantiles may fall between two minor units, amounts do not. */
export function wholeCut(cut: number): number {
  return Math.floor(cut)
}

/** Type-7 quantile (Hyndman and Fan 1996, the default of R and NumPy) of values sorted upwards, at a whole percent. */
export function quantile7(ascending: Float64Array, percent: number): number {
  const hundredths = (ascending.length - 1) * percent
  const below = Math.floor(hundredths / 100)
  const low = ascending[below]!
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!
  return low + ((hundredths % 100) * (high - low)) / 100
}

/** 1 for the best turned value; equal values share a rank. Values are integers. */
export function rankOf({ ascending }: Dimension, value: number): number {
  return ascending.length - countBelow(ascending, value + 1) + 1
}

/** How many scored customers are strictly worse than a turned value. */
export function worseThan(dimension: Dimension, value: number): number {
  return countBelow(dimension.ascending, value)
}
