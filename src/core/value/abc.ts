/**
 * ABC tiers by cumulative value (ALGORITHMS §1). The field has two conventions for the customer who crosses a cut: the
 * better class ('cross', ours: A is never empty and covers at least its share) or the lower one ('within').
 */
import { UserError } from '../values/failure.js'
import { type Concentration, concentration } from './concentration.js'

export type Tier = 'A' | 'B' | 'C' | 'U'

/** Best first; U stands apart, for customers without counted value. */
export const TIERS: readonly Tier[] = ['A', 'B', 'C', 'U']

export type Boundary = 'cross' | 'within'

export interface AbcOptions {
  /** Percent of the total at which A and B end, at most two decimals. */
  readonly cuts: readonly [number, number]
  readonly boundary: Boundary
}

export const ABC_DEFAULTS: AbcOptions = { cuts: [80, 95], boundary: 'cross' }

/** Reads cuts as typed, `80,95`: two rising percentages above 0 and below 100, at most two decimals. Throws 'tier.cuts'. */
export function parseCuts(text: string): readonly [number, number] {
  const [a, b, ...more] = text
    .split(/[,，]/)
    .map((part) => (/^\d{1,2}(\.\d{1,2})?$/.test(part.trim()) ? Number(part) : 0))
  if (!a || !b || a >= b || more.length > 0) throw new UserError('usage', 'tier.cuts', { cuts: text })
  return [a, b]
}

export interface TierTotals {
  readonly customers: number
  readonly value: number
}

export interface Abc {
  /** Index into TIERS, by customer index. */
  readonly tier: Uint8Array
  /** The values graded, by customer index. */
  readonly value: Float64Array
  /** Σ of the positive values. */
  readonly total: number
  readonly totals: Readonly<Record<Tier, TierTotals>>
  /** Smallest value in A, B and C; null for an empty class. The value of A is that of the customer who crosses the cut. */
  readonly lowest: Readonly<Record<'A' | 'B' | 'C', number | null>>
  readonly concentration: Concentration
  /** The positive values, sorted upwards. */
  readonly ascending: Float64Array
  /** Σ of the values above `value`, and that sum with every customer of exactly `value`: the shares before and after. */
  around(value: number): { before: number; after: number }
}

/** Grades integer values; zero and less is U, outside the total. Equal values share a class. */
export function gradeAbc(value: Float64Array, options: AbcOptions = ABC_DEFAULTS): Abc {
  const ascending = positive(value).sort()
  const below = runningSum(ascending)
  const total = below[ascending.length]!
  const around = (v: number) => ({
    before: total - below[countBelow(ascending, v + 1)]!,
    after: total - below[countBelow(ascending, v)]!,
  })
  const lowest = { A: lowestIn(0), B: lowestIn(1), C: lowestIn(2) }
  const floors = [lowest.A ?? Infinity, Math.min(lowest.A ?? Infinity, lowest.B ?? Infinity), 1]
  const tier = new Uint8Array(value.length)
  value.forEach((v, i) => {
    tier[i] = v >= floors[0]! ? 0 : v >= floors[1]! ? 1 : v > 0 ? 2 : 3
  })
  return {
    tier,
    value,
    total,
    totals: totalsOf(tier, value),
    lowest,
    concentration: concentration(ascending),
    ascending,
    around,
  }

  function lowestIn(wanted: number): number | null {
    const classOf = tierCuts(total, options)
    let low = 0
    let high = ascending.length
    // The class is monotone in the value: find the first (smallest) value that is at least as good as `wanted`.
    while (low < high) {
      const middle = (low + high) >> 1
      if (classOf(around(ascending[middle]!)) <= wanted) high = middle
      else low = middle + 1
    }
    const found = ascending[low]
    return found !== undefined && classOf(around(found)) === wanted ? found : null
  }
}

/** A loop: `filter` of a typed array goes by an iterator, ten times as long. */
function positive(value: Float64Array): Float64Array {
  const kept = new Float64Array(value.length)
  let count = 0
  for (let i = 0; i < value.length; i++) if (value[i]! > 0) kept[count++] = value[i]!
  return kept.subarray(0, count)
}

/**
 * The class (0 A, 1 B, 2 C) of the sums before and after a customer, for a total and its cuts.
 * `before × 100 < total × cut` in integers. The products may pass 2^53, so the cut is turned once, in BigInt, into the
 * integer amount it stands for: for whole numbers `before < total × cut / 100` is `before < ceil(total × cut / 100)`, and
 * `after ≤ total × cut / 100` is `after ≤ floor(total × cut / 100)`. What remains are comparisons of safe integers.
 */
export function tierCuts(
  total: number,
  { cuts, boundary }: AbcOptions,
): (sums: { before: number; after: number }) => number {
  const amounts = cuts.map((cut) => {
    const scaled = BigInt(total) * BigInt(Math.round(cut * 100))
    return boundary === 'cross' ? Number((scaled + 9999n) / 10000n) : Number(scaled / 10000n)
  })
  if (boundary === 'cross') return ({ before }) => (before < amounts[0]! ? 0 : before < amounts[1]! ? 1 : 2)
  return ({ after }) => (after <= amounts[0]! ? 0 : after <= amounts[1]! ? 1 : 2)
}

/** `sums[i]` = Σ of the first `i` values; UserError `figures.too-large` when integers no longer add up exactly. */
function runningSum(ascending: Float64Array): Float64Array {
  const sums = new Float64Array(ascending.length + 1)
  for (let i = 0; i < ascending.length; i++) sums[i + 1] = sums[i]! + ascending[i]!
  if (!Number.isSafeInteger(sums[ascending.length])) throw new UserError('failed', 'figures.too-large')
  return sums
}

/** How many of the values, sorted upwards, are below `v`. */
export function countBelow(ascending: Float64Array, v: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < v) low = middle + 1
    else high = middle
  }
  return low
}

function totalsOf(tier: Uint8Array, value: Float64Array): Readonly<Record<Tier, TierTotals>> {
  const customers = [0, 0, 0, 0]
  const sums = [0, 0, 0, 0]
  for (let i = 0; i < tier.length; i++) {
    customers[tier[i]!]!++
    sums[tier[i]!]! += value[i]!
  }
  const of = (t: number): TierTotals => ({ customers: customers[t]!, value: sums[t]! })
  return { A: of(0), B: of(1), C: of(2), U: of(3) }
}

/**
 * Customer indices, best value first; equal values by id, so that the order does not hang on how the ledger was filled.
 * The values are sorted alone, without a comparator, and each customer is put where his value stands: a tenth of the time.
 */
export function ranking(value: Float64Array, ids: readonly { readonly id: string }[]): Uint32Array {
  const n = value.length
  const ascending = value.toSorted()
  const order = new Uint32Array(n)
  const taken = new Uint32Array(n)
  // Equal values fill their places from the right, so they read in index order: most often that is the ids' order.
  for (let i = n - 1; i >= 0; i--) {
    const first = countBelow(ascending, value[i]!)
    order[n - 1 - first - taken[first]!++] = i
  }
  for (let first = 0; first < n; first += taken[first]!) {
    if (taken[first] === 1) continue
    const ties = order.subarray(n - first - taken[first]!, n - first)
    if (!ties.every((i, at) => at === 0 || ids[ties[at - 1]!]!.id <= ids[i]!.id)) {
      ties.sort((a, b) => (ids[a]!.id < ids[b]!.id ? -1 : 1))
    }
  }
  return order
}
