import { type Groups, sampleOf } from './histories.js'
import { highest, type Maximum } from './maximise.js'
import { type DropoutModel, type FittedOrders, type OrderModel, ordersLikelihood } from './order-models.js'

/** A model fitted by maximum likelihood, and what it was fitted to. */
export interface OrdersFit extends FittedOrders {
  readonly logLikelihood: number
  /** Customers it was fitted to. */
  readonly n: number
  /** The model asked for, where customers' leaving cannot be told from the history and the NBD stands in its place. */
  readonly replaces: DropoutModel | null
}

/** Why there is no forecast. */
export type NoForecast =
  | { readonly reason: 'few-customers' | 'few-repeaters'; readonly found: number; readonly needed: number }
  | { readonly reason: 'not-converged' | 'alike' }

export const FEWEST_CUSTOMERS = 50
export const FEWEST_REPEATERS = 20
/** A mean chance of leaving below this, and parameters above (or one part in) this size, are no estimates (ALGORITHMS §4). */
const LEAST_DROPOUT = 0.001
const ABSURD = 1e4

/** Shapes the climbs start from: r, and a and b; α follows from r and the orders a customer and week. */
const STARTS = [
  [0.3, 0.8, 2.5],
  [1, 0.3, 3],
  [2, 1, 10],
] as const

/**
 * Fits a model; the NBD stands in where dropout is not identified; what cannot be fitted says why. BG/NBD is never the default: who
 * asks for it keeps its maximum as long as that is one, also with hardly any dropout in it; `hidesLeaving` tells.
 */
export function fitOrders(model: DropoutModel, groups: Groups): OrdersFit | NoForecast {
  const { n, repeaters } = groups
  if (n < FEWEST_CUSTOMERS) return { reason: 'few-customers', found: n, needed: FEWEST_CUSTOMERS }
  if (repeaters < FEWEST_REPEATERS) return { reason: 'few-repeaters', found: repeaters, needed: FEWEST_REPEATERS }
  const found = best(model, groups)
  if (isIdentified(model, found)) {
    if (!found.isConverged) return { reason: 'not-converged' }
    return { model, parameters: found.parameters, logLikelihood: found.logLikelihood, n, replaces: null }
  }
  const { parameters, logLikelihood, isConverged } = best('nbd', groups)
  if (parameters.some(isAbsurd)) return { reason: 'alike' }
  return isConverged ? { model: 'nbd', parameters, logLikelihood, n, replaces: model } : { reason: 'not-converged' }
}

/** Whether a fit is one, or the reason why there is none. */
export function isFit(fit: OrdersFit | NoForecast): fit is OrdersFit {
  return 'model' in fit
}

function best(model: OrderModel, groups: Groups): Maximum {
  const rate = ordersAWeek(groups)
  const starts = STARTS.map(([r, a, b]) => (model === 'nbd' ? [r, r / rate] : [r, r / rate, a, b]))
  const part = sampleOf(groups)
  return highest(ordersLikelihood(model, groups), starts, part && ordersLikelihood(model, part))
}

/** Repeat order days over the weeks customers were seen. */
function ordersAWeek({ x, ageDays, customers }: Groups): number {
  let orders = 0
  let days = 0
  for (let i = 0; i < x.length; i++) {
    orders += customers[i]! * x[i]!
    days += customers[i]! * ageDays[i]!
  }
  return (7 * orders) / days
}

function isIdentified(model: DropoutModel, { parameters }: Maximum): boolean {
  return !parameters.some(isAbsurd) && (model === 'bg-nbd' || meanDropout(parameters) >= LEAST_DROPOUT)
}

/** Whether customers' leaving cannot be told from the history: the NBD stands in, or hardly anybody ever leaves. */
export function hidesLeaving({ model, parameters }: FittedOrders): boolean {
  return model === 'nbd' || meanDropout(parameters) < LEAST_DROPOUT
}

/** The mean chance of leaving after an order. */
function meanDropout(parameters: readonly number[]): number {
  const [, , a, b] = parameters as [number, number, number, number]
  return a / (a + b)
}

function isAbsurd(parameter: number): boolean {
  return parameter > ABSURD || parameter < 1 / ABSURD
}
