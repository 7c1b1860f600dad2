/** How well rankings of customers made on a past day would have caught what was ordered after it. */

import { type DueLine, duesOn } from '../follow-up/dues.js'
import type { Rule } from '../follow-up/rule.js'
import type { Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import { ranking } from './abc.js'
import { type Aggregate, aggregate, countedDays, NEVER } from './aggregate.js'
import { type Forecast, type ForecastOptions, forecastOn } from './forecast/forecast.js'
import type { GradesBasis } from './grades/grades.js'
import { standingOn, type ValueOptions } from './standing.js'

/** The rankings compared, in the order reports show them. */
export const RANKINGS = ['forecast', 'rfm', 'recency', 'due'] as const
export type Ranking = (typeof RANKINGS)[number]

/** The best so many percent of the customers. */
export const TOPS = [5, 10, 20] as const

export interface BacktestOptions extends ForecastOptions {
  /** What came after this day is hidden from every ranking. */
  readonly at: Day
  /** The last day of which orders are known; the days compared end with it. */
  readonly knownTo: Day
}

/** What the best customers by one ranking ordered in the days compared. */
export interface Catch {
  readonly ranking: Ranking
  readonly top: (typeof TOPS)[number]
  /** How many customers that is: `ceil(n · top / 100)`. */
  readonly customers: number
  readonly orders: number
  readonly netMinor: number
}

export interface Sums {
  readonly orders: number
  readonly netMinor: number
}

export interface Backtest {
  /** Customers who had ordered by the day: those a ranking can hold. */
  readonly customers: number
  /** The last of the days compared. */
  readonly to: Day
  /** What the ranked customers ordered in those days, and what customers did whose first order lies in them. */
  readonly later: Sums
  readonly newcomers: Sums
  /** Rankings that could be made, by share of customers; a ranking without its figures is left out. */
  readonly catches: readonly Catch[]
  readonly forecast: Forecast
}

/** By which figures a ranking puts customers, one entry for each ranked customer: to catch orders, and to catch net revenue. */
interface Figures {
  readonly forOrders: Float64Array
  readonly forNet: Float64Array
}

/** The last day up to `asOf` of which an order is known: the newest counted order's; `asOf` itself where there is none. */
export function knownTo(snapshot: Snapshot, asOf: Day): Day {
  const { lastUpTo } = countedDays(snapshot, 'customers', asOf)
  return lastUpTo === NEVER ? asOf : lastUpTo
}

/** Ranks the customers known on the day (`graded` as on it) four ways and counts what the best of them ordered in the days after. */
export function backtest(
  snapshot: Snapshot,
  rules: readonly Rule[],
  value: ValueOptions,
  options: BacktestOptions,
  graded: GradesBasis,
): Backtest {
  const { at, days, knownTo } = options
  const to = Math.min(at + days, knownTo)
  const later = aggregate(snapshot, { from: at, to })
  const forecast = forecastOn(snapshot, at, options)
  const { customer: known } = forecast.histories
  const figures: Readonly<Record<Ranking, Figures | null>> = {
    forecast: forecast.expected && { forOrders: forecast.expected.orders, forNet: forecast.expected.valueMinor },
    rfm: rfmFigures(snapshot, at, value, known),
    recency: both(
      Float64Array.from(known, (_, i) => -forecast.histories.ageDays[i]! + forecast.histories.lastDays[i]!),
    ),
    due: both(stakes(duesOn({ snapshot, asOf: at, graded, rules }).queue(0).lines, known)),
  }
  const ids = Array.from(known, (customer) => snapshot.customers[customer]!)
  const catches = RANKINGS.flatMap((name) => {
    const found = figures[name]
    if (found === null) return []
    const byOrders = ranking(found.forOrders, ids)
    const byNet = ranking(found.forNet, ids)
    return TOPS.map((top): Catch => {
      const customers = Math.ceil((known.length * top) / 100)
      const orders = sumsOf(later, known, byOrders.subarray(0, customers)).orders
      const { netMinor } = sumsOf(later, known, byNet.subarray(0, customers))
      return { ranking: name, top, customers, orders, netMinor }
    })
  })
  const all = sumsOf(
    later,
    later.orders.map((_, customer) => customer),
  )
  const ranked = sumsOf(later, known)
  const newcomers = { orders: all.orders - ranked.orders, netMinor: all.netMinor - ranked.netMinor }
  return { customers: known.length, to, later: ranked, newcomers, catches, forecast }
}

function both(figures: Float64Array): Figures {
  return { forOrders: figures, forNet: figures }
}

/** R + F + M of the window before, equal sums by net; null without scores. Who did not order in them stands last. */
function rfmFigures(snapshot: Snapshot, at: Day, value: ValueOptions, known: Int32Array): Figures | null {
  const { rfm, sums } = standingOn(snapshot, at, value)
  if (!rfm.hasScores) return null
  const n = snapshot.customers.length
  const figures = new Float64Array(n)
  ranking(sums.netMinor, snapshot.customers).forEach((customer, position) => {
    figures[customer] = (rfm.r[customer]! + rfm.f[customer]! + rfm.m[customer]!) * n + (n - position)
  })
  return both(Float64Array.from(known, (customer) => figures[customer]!))
}

/** What a due list has at stake with each customer; who is not on it stands last. */
function stakes(list: readonly DueLine[], known: Int32Array): Float64Array {
  const stake = new Map(list.map(({ customer, items }) => [customer, items[0].stakeMinor]))
  return Float64Array.from(known, (customer) => stake.get(customer) ?? -1)
}

/** Orders and net of some customers; `places` picks them from the list, which is taken whole without it. */
function sumsOf(sums: Aggregate, customers: Int32Array, places?: Uint32Array): Sums {
  const total = { orders: 0, netMinor: 0 }
  for (let i = 0; i < (places ?? customers).length; i++) {
    const customer = customers[places?.[i] ?? i]!
    total.orders += sums.orders[customer]!
    total.netMinor += sums.netMinor[customer]!
  }
  return total
}
