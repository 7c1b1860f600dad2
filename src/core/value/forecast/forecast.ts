/**
 * What each customer is expected to order and bring in the days after the as-of day (ALGORITHMS §4): a model of orders
 * times the amount expected of an order day. Only customers who have ordered are in it, whatever the window of other reports.
 */
import type { Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { minorDigits } from '../../values/currency.js'
import { type OrderDays, orderDays } from '../cycle.js'
import { fitOrders, isFit, type NoForecast, type OrdersFit } from './fit-orders.js'
import { groupsOf, type Histories, type History, historiesOf, historyOf } from './histories.js'
import { type DropoutModel, ordersIfAlive, pAlive, squareIfAlive } from './order-models.js'
import { expectedSpend, type FittedSpend, fitSpend } from './spend.js'

export interface ForecastOptions {
  readonly model: DropoutModel
  /** Days to look ahead. */
  readonly days: number
}

export const FORECAST_DEFAULTS: ForecastOptions = { model: 'mbg-nbd', days: 90 }

/** What is expected of the customers, one entry for each of the histories. */
export interface Expectations {
  readonly pAlive: Float64Array
  readonly orders: Float64Array
  /** What an order day brings, after returns that name no order; not rounded. */
  readonly perDayMinor: Float64Array
  /** Whole minor units: orders × what an order day brings. */
  readonly valueMinor: Float64Array
  readonly ordersVariance: Float64Array
  readonly valueVariance: Float64Array
}

export interface Forecast {
  readonly days: OrderDays
  readonly histories: Histories
  readonly fit: OrdersFit | NoForecast
  /** Null where amounts cannot be fitted: then a customer's own mean repeat amount stands in. */
  readonly spend: FittedSpend | null
  /** Null without a forecast. */
  readonly expected: Expectations | null
}

/** The forecast as seen on a day; what was ordered later plays no part. */
export function forecastOn(snapshot: Snapshot, asOf: Day, options: ForecastOptions): Forecast {
  const days = orderDays(snapshot, asOf)
  const histories = historiesOf(snapshot, days)
  const fit = fitOrders(options.model, groupsOf(histories))
  if (!isFit(fit)) return { days, histories, fit, spend: null, expected: null }
  const unit = 10 ** minorDigits(snapshot.currency ?? '')
  const spend = fitSpend(histories, unit)
  const perDay = spendPerDay(histories, spend, unit)
  return { days, histories, fit, spend, expected: expectations(histories, fit, perDay, options.days / 7) }
}

function expectations(histories: Histories, fit: OrdersFit, perDay: Float64Array, weeks: number): Expectations {
  const size = histories.x.length
  const column = () => new Float64Array(size)
  const found = { pAlive: column(), orders: column(), valueMinor: column() }
  const spread = { ordersVariance: column(), valueVariance: column() }
  const scatter = scatterOf(histories, perDay)
  const net = perDay.map((amount, i) => amount * histories.keptShare[i]!)
  const momentsOf = momentsOnce(fit, weeks)
  for (let i = 0; i < size; i++) {
    const history = historyOf(histories, i)
    const moments = momentsOf(history)
    const p = pAlive(fit, history)
    const mean = p * moments.mean
    const variance = Math.max(0, p * moments.square - mean * mean)
    found.pAlive[i] = p
    found.orders[i] = mean
    found.valueMinor[i] = Math.round(mean * net[i]!)
    spread.ordersVariance[i] = variance
    spread.valueVariance[i] = net[i]! ** 2 * (variance + mean * scatter)
  }
  return { ...found, ...spread, perDayMinor: net }
}

interface Moments {
  readonly mean: number
  readonly square: number
}

/** The moments of the orders of a customer who has not left, which x and T decide: worked out once for each pair. */
function momentsOnce(fit: OrdersFit, weeks: number): (history: History) => Moments {
  const known = new Map<number, Moments>()
  return (history) => {
    const key = history.x * 1e6 + history.T
    const found = known.get(key)
    if (found) return found
    const made = { mean: ordersIfAlive(fit, history, weeks), square: squareIfAlive(fit, history, weeks) }
    known.set(key, made)
    return made
  }
}

/** The amount expected of an order day of each customer, in minor units, before returns that name no order. */
function spendPerDay({ x, repeatMinor, allMinor }: Histories, spend: FittedSpend | null, unit: number): Float64Array {
  const orderDayCount = x.reduce((sum, repeats) => sum + repeats + 1, 0)
  return Float64Array.from(x, (repeats, i) => {
    const own = repeats > 0 ? repeatMinor[i]! / repeats : 0
    if (spend) return unit * expectedSpend(spend, repeats, own / unit)
    return repeats > 0 ? own : allMinor / orderDayCount
  })
}

/** How far the amounts of repeat order days lay from what is expected of their customers: the mean square of (z − μ) / μ, weighed by μ². */
function scatterOf({ x, repeatMinor, repeatSquares }: Histories, perDay: Float64Array): number {
  let apart = 0
  let expected = 0
  for (let i = 0; i < x.length; i++) {
    const mean = perDay[i]!
    apart += repeatSquares[i]! - 2 * mean * repeatMinor[i]! + x[i]! * mean * mean
    expected += x[i]! * mean * mean
  }
  return expected > 0 ? Math.max(0, apart) / expected : 0
}

/** A total over customers, with the ends of the interval it lies in 19 times out of 20. */
export interface Total {
  readonly expected: number
  readonly low: number
  readonly high: number
}

export interface ForecastTotals {
  readonly orders: Total
  /** Minor units; whole ones. */
  readonly valueMinor: Total
  /** Customers with a chance of at least one half not to have left. */
  readonly likelyActive: number
}

/**
 * The sum over the customers at these places of the histories. Customers are independent given the parameters, so their variances add up, and a sum of
 * many is near a normal curve: expected ± 1.96 standard deviations, not below zero, ends rounded outwards.
 */
export function forecastTotals(expected: Expectations, places: ArrayLike<number>): ForecastTotals {
  const sum = (column: Float64Array) => Array.from(places).reduce((total, i) => total + column[i]!, 0)
  const around = (total: number, variance: number): Total => {
    const half = 1.96 * Math.sqrt(variance)
    return { expected: total, low: Math.max(0, Math.floor(total - half)), high: Math.ceil(total + half) }
  }
  return {
    orders: around(sum(expected.orders), sum(expected.ordersVariance)),
    valueMinor: around(sum(expected.valueMinor), sum(expected.valueVariance)),
    likelyActive: Array.from(places).filter((i) => expected.pAlive[i]! >= 0.5).length,
  }
}
