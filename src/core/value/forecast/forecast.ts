/**
 * What each customer is expected to order and bring in the days after the as-of day (ALGORITHMS §4): a model of orders
 * times the amount expected of an order day. Only customers who have ordered are in it, whatever the window of other reports.
 */
import type { Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { minorDigits } from '../../values/currency.js'
import { once } from '../../values/once.js'
import { type OrderDays, orderDays } from '../cycle.js'
import { fitOrders, isFit, type NoForecast, type OrdersFit } from './fit-orders.js'
import { groupsOf, type Histories, type History, historiesOf, historyOf, WEEK } from './histories.js'
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
  /** What is expected of all, worked out when it is asked for; null without a forecast. */
  readonly expected: Expectations | null
  /** The expected value of one customer by the place of his history, in whole minor units: for those who ask of a few; 0 without a forecast. */
  valueMinor(place: number): number
}

/** The forecast as seen on a day; what was ordered later plays no part. */
export function forecastOn(snapshot: Snapshot, asOf: Day, options: ForecastOptions): Forecast {
  const days = orderDays(snapshot, asOf)
  const histories = historiesOf(snapshot, days)
  const fit = fitOrders(options.model, groupsOf(histories))
  if (!isFit(fit)) return { days, histories, fit, spend: null, expected: null, valueMinor: () => 0 }
  const unit = 10 ** minorDigits(snapshot.currency ?? '')
  const spend = fitSpend(histories, unit)
  const outlook = { histories, fit, perDay: spendPerDay(histories, spend, unit), weeks: options.days / WEEK }
  const read = outlookReader(outlook)
  const expected = once(() => expectations(outlook, read))
  return {
    ...{ days, histories, fit, spend },
    get expected() {
      return expected()
    },
    valueMinor: (place) => read(place).valueMinor,
  }
}

/** What expectations are worked out from. */
interface OutlookBasis {
  readonly histories: Histories
  readonly fit: OrdersFit
  /** The amount of an order day by place, before returns that name no order. */
  readonly perDay: (place: number) => number
  readonly weeks: number
}

/** What is expected of one customer, as in `Expectations`. */
interface Outlook {
  readonly pAlive: number
  readonly orders: number
  readonly perDayMinor: number
  readonly valueMinor: number
}

function outlookReader({ histories, fit, perDay, weeks }: OutlookBasis): (place: number) => Outlook {
  const ifAlive = momentOnce((history) => ordersIfAlive(fit, history, weeks))
  return (place) => {
    const history = historyOf(histories, place)
    const alive = pAlive(fit, history)
    const orders = alive * ifAlive(history)
    const perDayMinor = perDay(place) * histories.keptShare[place]!
    return { pAlive: alive, orders, perDayMinor, valueMinor: Math.round(orders * perDayMinor) }
  }
}

function expectations(basis: OutlookBasis, read: (place: number) => Outlook): Expectations {
  const { histories, fit, perDay, weeks } = basis
  const size = histories.x.length
  const column = () => new Float64Array(size)
  const found = { pAlive: column(), orders: column(), perDayMinor: column(), valueMinor: column() }
  const spread = { ordersVariance: column(), valueVariance: column() }
  const scatter = scatterOf(histories, perDay)
  const square = momentOnce((history) => squareIfAlive(fit, history, weeks))
  for (let i = 0; i < size; i++) {
    const { pAlive: alive, orders, perDayMinor, valueMinor } = read(i)
    const variance = Math.max(0, alive * square(historyOf(histories, i)) - orders * orders)
    found.pAlive[i] = alive
    found.orders[i] = orders
    found.perDayMinor[i] = perDayMinor
    found.valueMinor[i] = valueMinor
    spread.ordersVariance[i] = variance
    spread.valueVariance[i] = perDayMinor ** 2 * (variance + orders * scatter)
  }
  return { ...found, ...spread }
}

/** A moment of the orders of a customer who has not left, which x and T decide: worked out once for each pair. */
function momentOnce(make: (history: History) => number): (history: History) => number {
  const known = new Map<number, number>()
  return (history) => {
    const key = history.x * 1e6 + history.T
    const found = known.get(key) ?? make(history)
    known.set(key, found)
    return found
  }
}

/** The amount expected of an order day of a customer by place, in minor units, before returns that name no order. */
function spendPerDay(histories: Histories, spend: FittedSpend | null, unit: number): (place: number) => number {
  const { x, repeatMinor, allMinor } = histories
  const ofAll = once(() => allMinor / x.reduce((sum, repeats) => sum + repeats + 1, 0))
  return (place) => {
    const repeats = x[place]!
    const own = repeats > 0 ? repeatMinor[place]! / repeats : 0
    if (spend) return unit * expectedSpend(spend, repeats, own / unit)
    return repeats > 0 ? own : ofAll()
  }
}

/** How far the amounts of repeat order days lay from what is expected of their customers: the mean square of (z − μ) / μ, weighed by μ². */
function scatterOf({ x, repeatMinor, repeatSquares }: Histories, perDay: OutlookBasis['perDay']): number {
  let apart = 0
  let expected = 0
  for (let i = 0; i < x.length; i++) {
    const mean = perDay(i)
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
