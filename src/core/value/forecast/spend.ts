import type { Histories } from './histories.js'
import { highest, type LogLikelihood, type Scout } from './maximise.js'
import { digamma, lnGamma } from './special.js'

/** What a customer spends an order day (Fader and Hardie 2013): amounts are gamma(p, ν), ν is gamma(q, v) over customers. */
export interface FittedSpend {
  readonly p: number
  readonly q: number
  /** In the unit the amounts were given in. */
  readonly v: number
  readonly logLikelihood: number
  /** Customers with a repeat order day of an amount above zero: those it was fitted to. */
  readonly n: number
}

/** Below this many customers with repeat amounts nothing is fitted. */
export const FEWEST_SPENDERS = 20
/** A parameter above this is no estimate: the likelihood rises for ever, as with amounts that are all equal. */
const ABSURD = 1e4

/** Of more customers than twice this, every k-th one shows where the maximum is to be looked for. */
const SAMPLE = 4000

const STARTS = [
  [6, 4, 2.5],
  [1, 2, 1],
  [20, 10, 0.5],
] as const

/**
 * The gamma-gamma model of the mean repeat amounts, which are `unit` minor units a piece; null where there are too few, where no
 * maximum is found, or where it gives no mean (q ≤ 1). The amounts are scaled by their mean, so that the currency does not matter.
 */
export function fitSpend({ x, repeatMinor }: Histories, unit: number): FittedSpend | null {
  const spenders = Array.from(x.keys()).filter((i) => x[i]! > 0 && repeatMinor[i]! > 0)
  const n = spenders.length
  if (n < FEWEST_SPENDERS) return null
  const repeats = Int32Array.from(spenders, (i) => x[i]!)
  const means = Float64Array.from(spenders, (i) => repeatMinor[i]! / x[i]! / unit)
  const scale = means.reduce((sum, mean) => sum + mean, 0) / n
  const scaled = means.map((mean) => mean / scale)
  const found = highest(spendLikelihood(repeats, scaled), STARTS, scoutOf(repeats, scaled))
  const [p, q, v] = found.parameters as [number, number, number]
  if (!found.isConverged || Math.max(p, q, v) > ABSURD || q <= 1) return null
  return { p, q, v: v * scale, logLikelihood: found.logLikelihood - n * Math.log(scale), n }
}

/** Every k-th of many customers; null where they are few. */
function scoutOf(x: Int32Array, m: Float64Array): Scout | null {
  const each = Math.floor(x.length / SAMPLE)
  if (each < 2) return null
  const isDrawn = (_: number, i: number) => i % each === 0
  return { likelihood: spendLikelihood(x.filter(isDrawn), m.filter(isDrawn)), share: 1 / each }
}

/** LL = lnΓ(px+q) − lnΓ(px) − lnΓ(q) + q ln v + (px−1) ln m + px ln x − (px+q) ln(xm+v), summed over customers. */
export function spendLikelihood(x: Int32Array, m: Float64Array): LogLikelihood {
  const lnM = m.map(Math.log)
  const most = x.reduce((highest, repeats) => Math.max(highest, repeats), 0)
  const counts = new Float64Array(most + 1)
  for (const repeats of x) counts[repeats]!++
  return (parameters, gradient) => {
    const [p, q, v] = parameters as [number, number, number]
    gradient.fill(0)
    let sum = 0
    counts.forEach((n, repeats) => {
      if (n > 0) sum += n * repeatTerms(p, q, v, repeats, n, gradient)
    })
    for (let i = 0; i < x.length; i++) {
      const shape = p * x[i]!
      const total = x[i]! * m[i]! + v
      const lnTotal = Math.log(total)
      sum += (shape - 1) * lnM[i]! - (shape + q) * lnTotal
      gradient[0]! += x[i]! * (lnM[i]! - lnTotal)
      gradient[1]! -= lnTotal
      gradient[2]! -= (shape + q) / total
    }
    return sum
  }
}

/** The terms that x alone decides, of one customer; adds the part of `n` customers to the gradient. */
function repeatTerms(p: number, q: number, v: number, x: number, n: number, gradient: Float64Array): number {
  const shape = p * x
  const psi = digamma(shape + q)
  gradient[0]! += n * x * (psi - digamma(shape) + Math.log(x))
  gradient[1]! += n * (psi - digamma(q) + Math.log(v))
  gradient[2]! += (n * q) / v
  return lnGamma(shape + q) - lnGamma(shape) - lnGamma(q) + q * Math.log(v) + shape * Math.log(x)
}

/** Expected amount of an order day after x repeats of mean m: m weighed against the mean of all customers, pv / (q − 1). */
export function expectedSpend({ p, q, v }: Pick<FittedSpend, 'p' | 'q' | 'v'>, x: number, m: number): number {
  const weight = (p * x) / (p * x + q - 1)
  return ((1 - weight) * p * v) / (q - 1) + weight * m
}
