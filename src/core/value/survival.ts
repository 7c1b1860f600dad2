import { countBelow } from './abc.js'

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
 * Kaplan–Meier over observed and open gaps in days; a gap open at day t is still at risk on day t. Because many
 * customers never return, quantiles are those of F(t) / F(t_max), the gap among the expected to return; null without an observed gap.
 */
export function survivalCurve(observed: readonly number[], open: readonly number[]): Curve | null {
  if (observed.length === 0) return null
  const events = Int32Array.from(observed).sort()
  const censored = Int32Array.from(open).sort()
  const days: number[] = []
  const returned: number[] = []
  let surviving = 1
  let gone = 0
  for (let i = 0; i < events.length; ) {
    const day = events[i]!
    const first = i
    while (i < events.length && events[i] === day) i++
    while (gone < censored.length && censored[gone]! < day) gone++
    surviving *= 1 - (i - first) / (events.length - first + (censored.length - gone))
    days.push(day)
    returned.push(1 - surviving)
  }
  const returningShare = returned[returned.length - 1]!
  const shares = Float64Array.from(returned)
  const quantile = (p: number) => days[countBelow(shares, p * returningShare - ROUNDING)]!
  return { n: events.length, returningShare, quantile }
}
