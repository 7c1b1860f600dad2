import { countBelow } from './abc.js'

/** How many gaps have each length: `tally[days]`, in any order of arrival. */
export type Tally = number[]

/** Adds one gap of `days` to a tally. */
export function addGap(tally: Tally, days: number): void {
  while (tally.length <= days) tally.push(0)
  tally[days]!++
}

/** A distribution of gaps between orders: Kaplan–Meier (1958), with gaps still open as censored. */
export interface Curve {
  /** Observed gaps in it. */
  readonly n: number
  /** Share of customers expected to order again, within the longest gap seen. */
  readonly returningShare: number
  /** The gap, in days, within which a share `p` of those expected to return have returned. */
  quantile(p: number): number
}

/** Absorbs the rounding of 1 − Π(1 − d/n), so that half of ten gaps is one half. */
const ROUNDING = 1e-12

/**
 * Kaplan–Meier over observed and open gaps; a gap open at day t is still at risk on day t. Because many customers never
 * return, quantiles are those of F(t) / F(t_max), the gap among the expected to return; null without an observed gap.
 */
export function survivalCurve(observed: Tally, open: Tally): Curve | null {
  const n = sum(observed)
  if (n === 0) return null
  const days: number[] = []
  const returned: number[] = []
  let atRisk = n + sum(open)
  let surviving = 1
  for (let day = 0; day < observed.length; day++) {
    if (observed[day]! > 0) {
      surviving *= 1 - observed[day]! / atRisk
      days.push(day)
      returned.push(1 - surviving)
    }
    atRisk -= observed[day]! + (open[day] ?? 0)
  }
  const shares = Float64Array.from(returned)
  const returningShare = shares[shares.length - 1]!
  const quantile = (p: number) => days[countBelow(shares, p * returningShare - ROUNDING)]!
  return { n, returningShare, quantile }
}

function sum(tally: Tally): number {
  return tally.reduce((total, count) => total + count, 0)
}
