/**
 * When customers order and leave (ALGORITHMS §4), in weeks. While a customer stays, he orders at a rate of his own, gamma(r, α) over
 * customers. After an order he leaves with a chance of his own, beta(a, b): after each repeat order in BG/NBD (Fader, Hardie and
 * Lee 2005), after the first one too in MBG/NBD (Batislam, Denizel and Filiztekin 2007), never in the NBD. So the first two are
 * one formula, of how many orders a customer with x repeats could have left after. G/NBD and MG/NBD are their limits where a and b
 * grow without end: one chance q = a / (a + b) of leaving, the same for all customers.
 */
import { type Groups, type History, runsOf, WEEK } from './histories.js'
import type { LogLikelihood } from './maximise.js'
import { digamma, hypergeometricTail, lnGamma } from './special.js'

export const ORDER_MODELS = ['mbg-nbd', 'bg-nbd', 'mg-nbd', 'g-nbd', 'nbd'] as const
export type OrderModel = (typeof ORDER_MODELS)[number]
/** The models in which each customer has a chance of leaving of his own: those one can ask for. */
export type DropoutModel = 'mbg-nbd' | 'bg-nbd'
/** The models in which all customers leave with the same chance. */
export type AlikeModel = 'mg-nbd' | 'g-nbd'

/** The names of a model's parameters, in order. */
export const PARAMETERS: Readonly<Record<OrderModel, readonly string[]>> = {
  'mbg-nbd': ['r', 'alpha', 'a', 'b'],
  'bg-nbd': ['r', 'alpha', 'a', 'b'],
  'mg-nbd': ['r', 'alpha', 'q'],
  'g-nbd': ['r', 'alpha', 'q'],
  nbd: ['r', 'alpha'],
}

/** A model with its parameters. */
export interface FittedOrders {
  readonly model: OrderModel
  readonly parameters: readonly number[]
}

/** How many orders a customer with `x` repeats could have left after. */
function exits(model: DropoutModel | AlikeModel, x: number): number {
  return model === 'bg-nbd' || model === 'g-nbd' ? x : x + 1
}

/** The log-likelihood of a model over groups of equal histories, with its gradient; for q the odds q / (1 − q) stand, which have no upper end. */
export function ordersLikelihood(model: OrderModel, groups: Groups): LogLikelihood {
  if (model === 'nbd') return nbdLikelihood(groups)
  return leavingLikelihood(model, groups, isAlike(model) ? leavingAlike(model, groups) : leavingEach(model, groups))
}

function isAlike(model: DropoutModel | AlikeModel): model is AlikeModel {
  return model === 'mg-nbd' || model === 'g-nbd'
}

/** LL = Σ lnΓ(r+x) − lnΓ(r) + r ln α − (r+x) ln(α+T). */
function nbdLikelihood(groups: Groups): LogLikelihood {
  const { ageDays, x, customers } = groups
  const repeats = byRepeats(groups)
  return (parameters, gradient) => {
    const [r, alpha] = parameters as [number, number]
    const clock = clockOf(groups, alpha)
    let sum = rateTerms(repeats, r, alpha, gradient)
    for (let i = 0; i < x.length; i++) {
      const n = customers[i]!
      const age = ageDays[i]!
      sum -= n * (r + x[i]!) * clock.ln[age]!
      gradient[0]! -= n * clock.ln[age]!
      gradient[1]! -= (n * (r + x[i]!)) / (alpha + age / WEEK)
    }
    return sum
  }
}

/** How customers leave, with the parameters from the third on. */
interface Leaving {
  /** Σ A2, the chance of having stayed after each order but the last; adds its part of the gradient. */
  stayed(parameters: readonly number[], gradient: Float64Array): number
  /** The odds of leaving after the last of some chances, having stayed after those before. */
  odds(parameters: readonly number[], chances: number): number
  /** Adds the gradient of the logarithm of the odds, so many times. */
  addOdds(parameters: readonly number[], chances: number, times: number, gradient: Float64Array): void
}

/** LL = Σ A1 + A2 + ln(e^A3 + e^A4), the second exponential where the customer could have left already. */
function leavingLikelihood(model: DropoutModel | AlikeModel, groups: Groups, leaving: Leaving): LogLikelihood {
  const { x, lastDays, ageDays, customers } = groups
  const repeats = byRepeats(groups)
  // The groups stand in order of x, which decides most of the terms.
  const runs = runsOf(x)
  return (parameters, gradient) => {
    const [r, alpha] = parameters as [number, number]
    const { ln } = clockOf(groups, alpha)
    let sum = rateTerms(repeats, r, alpha, gradient) + leaving.stayed(parameters, gradient)
    let [byR, byAlpha] = [0, 0]
    for (let run = 0; run + 1 < runs.length; run++) {
      const shape = r + x[runs[run]!]!
      const chances = exits(model, x[runs[run]!]!)
      const lnOdds = chances === 0 ? Number.NEGATIVE_INFINITY : Math.log(leaving.odds(parameters, chances))
      let left = 0
      for (let i = runs[run]!; i < runs[run + 1]!; i++) {
        const n = customers[i]!
        const lnAge = ln[ageDays[i]!]!
        const lnLast = ln[lastDays[i]!]!
        // The odds of having left, and of them the chances of the two: the larger exponential taken out, so that none overflows.
        const lnGone = lnOdds + shape * (lnAge - lnLast)
        const smaller = Math.exp(-Math.abs(lnGone))
        const goneShare = (lnGone > 0 ? 1 : smaller) / (1 + smaller)
        sum += n * (Math.log1p(smaller) + Math.max(0, lnGone) - shape * lnAge)
        left += n * goneShare
        byR -= n * (lnAge + goneShare * (lnLast - lnAge))
        const stayedWeight = (1 - goneShare) / (alpha + ageDays[i]! / WEEK)
        byAlpha -= n * shape * (stayedWeight + goneShare / (alpha + lastDays[i]! / WEEK))
      }
      if (chances > 0) leaving.addOdds(parameters, chances, left, gradient)
    }
    gradient[0]! += byR
    gradient[1]! += byAlpha
    return sum
  }
}

/** Each with a chance of his own, beta(a, b): Σ A2 = ln B(a, b + chances) − ln B(a, b), odds a / (b + chances − 1). */
function leavingEach(model: DropoutModel, groups: Groups): Leaving {
  const repeats = byRepeats(groups)
  return {
    stayed: ([, , a, b], gradient) => exitTerms(model, repeats, a!, b!, gradient),
    odds: ([, , a, b], chances) => a! / (b! + chances - 1),
    addOdds([, , a, b], chances, times, gradient) {
      gradient[2]! += times / a!
      gradient[3]! -= times / (b! + chances - 1)
    },
  }
}

/** All with one chance q, by the odds ω = q / (1 − q): Σ A2 = chances · ln(1 − q) = −chances · ln(1 + ω). */
function leavingAlike(model: AlikeModel, groups: Groups): Leaving {
  let chances = 0
  for (const [x, n] of byRepeats(groups)) chances += n * exits(model, x)
  return {
    stayed([, , odds], gradient) {
      gradient[2]! -= chances / (1 + odds!)
      return -chances * Math.log1p(odds!)
    },
    odds: ([, , odds]) => odds!,
    addOdds([, , odds], _chances, times, gradient) {
      gradient[2]! += times / odds!
    },
  }
}

/** Customers by x, which is all that A1 and A2 ask of them. */
type Repeats = ReadonlyMap<number, number>

function byRepeats({ x, customers }: Groups): Repeats {
  const counts = new Map<number, number>()
  for (let i = 0; i < x.length; i++) counts.set(x[i]!, (counts.get(x[i]!) ?? 0) + customers[i]!)
  return counts
}

/** Σ A1 = lnΓ(r+x) − lnΓ(r) + r ln α; sets the gradient by r and α to its part. */
function rateTerms(repeats: Repeats, r: number, alpha: number, gradient: Float64Array): number {
  gradient.fill(0)
  const [lnR, psiR, lnAlpha] = [lnGamma(r), digamma(r), Math.log(alpha)]
  let sum = 0
  for (const [x, n] of repeats) {
    sum += n * (lnGamma(r + x) - lnR + r * lnAlpha)
    gradient[0]! += n * (digamma(r + x) - psiR + lnAlpha)
    gradient[1]! += (n * r) / alpha
  }
  return sum
}

/** Σ A2 = ln B(a, b + chances) − ln B(a, b); adds its part of the gradient by a and b. */
function exitTerms(model: DropoutModel, repeats: Repeats, a: number, b: number, gradient: Float64Array): number {
  const start = lnGamma(a + b) - lnGamma(b)
  const [psiAB, psiB] = [digamma(a + b), digamma(b)]
  let sum = 0
  for (const [x, n] of repeats) {
    const chances = exits(model, x)
    const psiEnd = digamma(a + b + chances)
    sum += n * (start + lnGamma(b + chances) - lnGamma(a + b + chances))
    gradient[2]! += n * (psiAB - psiEnd)
    gradient[3]! += n * (psiAB - psiB + digamma(b + chances) - psiEnd)
  }
  return sum
}

/** ln(α + weeks) for every day a history may name, so that each is taken once. */
function clockOf({ ageDays }: Groups, alpha: number): { readonly ln: Float64Array } {
  const days = ageDays.reduce((most, day) => Math.max(most, day), 0)
  return { ln: Float64Array.from({ length: days + 1 }, (_, day) => Math.log(alpha + day / WEEK)) }
}

/** The chance that a customer has not left; 1 where the model lets nobody leave. */
export function pAlive(fitted: FittedOrders, { x, tx, T }: History): number {
  const { model, parameters } = fitted
  if (model === 'nbd') return 1
  const [r, alpha] = parameters as [number, number]
  const chances = exits(model, x)
  if (chances === 0) return 1
  return 1 / (1 + leavingOdds(fitted, chances) * ((alpha + T) / (alpha + tx)) ** (r + x))
}

function leavingOdds({ model, parameters: [, , third, fourth] }: FittedOrders, chances: number): number {
  return model === 'mg-nbd' || model === 'g-nbd' ? third! / (1 - third!) : third! / (fourth! + chances - 1)
}

/**
 * Expected order days in the `t` weeks after T of a customer who has not left. The published formula, with C = a + b + chances − 1 and
 * z = t / (α + T + t), is C / (a − 1) · [1 − (1 − z)^(r+x) · ₂F₁(r + x, b + chances; C; z)]; after Euler's transformation the
 * bracket is 1 − (1 − z)^(a−1) · ₂F₁(C − r − x, a − 1; C; z), whose a − 1 divides out, so that it holds at a = 1 too. With one
 * chance q of leaving a customer of rate λ orders (1 − e^(−λqt)) / q times, and λ is gamma(r + x, α + T).
 */
export function ordersIfAlive({ model, parameters }: FittedOrders, { x, T }: Omit<History, 'tx'>, t: number): number {
  const [r, alpha, a, b] = parameters as [number, number, number, number]
  if (model === 'nbd') return ((r + x) / (alpha + T)) * t
  if (isAlike(model)) return -Math.expm1(-(r + x) * Math.log1p((a * t) / (alpha + T))) / a
  const c = a + b + exits(model, x) - 1
  const z = t / (alpha + T + t)
  const lnRest = -Math.log1p(t / (alpha + T))
  const power = Math.exp((a - 1) * lnRest)
  const plain = a === 1 ? -lnRest : -Math.expm1((a - 1) * lnRest) / (a - 1)
  return c * (plain - power * hypergeometricTail(c - r - x, a - 1, c, z))
}

/**
 * E[Y²] of the same customer's order days Y: his rate is gamma(r + x, α + T) and his chance of leaving beta(a, b + chances), or q, so
 * that P(Y ≥ k) is P(negative binomial ≥ k) times the chance of staying k − 1 times, and E[Y²] = Σ (2k − 1)·P(Y ≥ k).
 */
export function squareIfAlive({ model, parameters }: FittedOrders, { x, T }: Omit<History, 'tx'>, t: number): number {
  const [r, alpha, a, b] = parameters as [number, number, number, number]
  const mean = ((r + x) / (alpha + T)) * t
  if (model === 'nbd') return mean + (mean * mean * (r + x + 1)) / (r + x)
  const lnZ = Math.log(t / (alpha + T + t))
  const stays = b + exits(model, x)
  let lnTerm = -(r + x) * Math.log1p(t / (alpha + T))
  let atLeast = -Math.expm1(lnTerm)
  let staying = 1
  let sum = 0
  for (let k = 1; atLeast * staying > 1e-9 / k && k < MOST_ORDERS; k++) {
    sum += (2 * k - 1) * atLeast * staying
    lnTerm += Math.log((r + x + k - 1) / k) + lnZ
    atLeast = Math.max(0, atLeast - Math.exp(lnTerm))
    staying *= isAlike(model) ? 1 - a : (stays + k - 1) / (a + stays + k - 1)
  }
  return sum
}

/** More orders than this are not summed: their chance is below what counts. */
const MOST_ORDERS = 20_000
