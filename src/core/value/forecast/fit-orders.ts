import { type Groups, sampleOf } from './histories.js'
import { highest, type Maximum, type Scout } from './maximise.js'
import {
  type AlikeModel,
  type DropoutModel,
  type FittedOrders,
  type OrderModel,
  ordersLikelihood,
} from './order-models.js'

/** A model fitted by maximum likelihood, and what it was fitted to. */
export interface OrdersFit extends FittedOrders {
  readonly logLikelihood: number
  /** Customers it was fitted to. */
  readonly n: number
  /** The model asked for, where another stands in its place: all leave alike, or leaving cannot be told from the history. */
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
/** A log-likelihood higher by so much speaks for one parameter more: half the 95 % point of χ² with one degree of freedom. */
const CLEARLY = 1.92

/** The limits of the models where customers differ less and less in leaving. */
const ALIKE: Readonly<Record<DropoutModel, AlikeModel>> = { 'mbg-nbd': 'mg-nbd', 'bg-nbd': 'g-nbd' }

/** Shapes the climbs start from: r, and a and b; α follows from r and the orders a customer and week. */
const STARTS = [
  [0.3, 0.8, 2.5],
  [1, 0.3, 3],
  [2, 1, 10],
] as const

/**
 * Fits a model. Where a and b run away and only their ratio is told, all customers leave alike, and the model's limit with one chance
 * for all stands in; the NBD does where dropout is not identified; what cannot be fitted says why. BG/NBD is never the default: who
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
  const staying = best('nbd', groups)
  if (staying.parameters.some(isAbsurd)) return { reason: 'alike' }
  const alike = oneChance(model, groups)
  if (alike !== null && alike.logLikelihood >= staying.logLikelihood + CLEARLY) return { ...alike, n, replaces: model }
  const { parameters, logLikelihood, isConverged } = staying
  return isConverged ? { model: 'nbd', parameters, logLikelihood, n, replaces: model } : { reason: 'not-converged' }
}

/** The fit with one chance of leaving for all; null where that is no estimate. */
function oneChance(
  asked: DropoutModel,
  groups: Groups,
): Pick<OrdersFit, 'model' | 'parameters' | 'logLikelihood'> | null {
  const { parameters, logLikelihood, isConverged } = best(ALIKE[asked], groups)
  const [r, alpha, odds] = parameters as [number, number, number]
  const q = odds / (1 + odds)
  if (!isConverged || parameters.some(isAbsurd) || q < LEAST_DROPOUT) return null
  return { model: ALIKE[asked], parameters: [r, alpha, q], logLikelihood }
}

/** Whether a fit is one, or the reason why there is none. */
export function isFit(fit: OrdersFit | NoForecast): fit is OrdersFit {
  return 'model' in fit
}

function best(model: OrderModel, groups: Groups): Maximum {
  const rate = ordersAWeek(groups)
  const leaving = (a: number, b: number) =>
    model === 'nbd' ? [] : model === 'mg-nbd' || model === 'g-nbd' ? [a / b] : [a, b]
  const starts = STARTS.map(([r, a, b]) => [r, r / rate, ...leaving(a, b)])
  return highest(ordersLikelihood(model, groups), starts, scoutOf(model, groups))
}

/** A sample of the groups; null where they are few. */
function scoutOf(model: OrderModel, groups: Groups): Scout | null {
  const part = sampleOf(groups)
  if (part === null) return null
  const drawn = part.customers.reduce((sum, customers) => sum + customers, 0)
  return { likelihood: ordersLikelihood(model, part), share: drawn / groups.n }
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

/** The mean chance of leaving after an order: a / (a + b), or the one of all. */
function meanDropout([, , third, fourth]: readonly number[]): number {
  return fourth === undefined ? third! : third! / (third! + fourth)
}

function isAbsurd(parameter: number): boolean {
  return parameter > ABSURD || parameter < 1 / ABSURD
}
