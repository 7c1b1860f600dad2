import { orderDays } from '../../../src/core/value/cycle.js'
import { type Expectations, FORECAST_DEFAULTS, forecastTotals } from '../../../src/core/value/forecast/forecast.js'
import { type Groups, type History, historiesOf } from '../../../src/core/value/forecast/histories.js'
import {
  type FittedOrders,
  ordersIfAlive,
  ordersLikelihood,
  pAlive,
  squareIfAlive,
} from '../../../src/core/value/forecast/order-models.js'
import { expectedSpend } from '../../../src/core/value/forecast/spend.js'
import { VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import { forecast } from '../../../src/reports/forecast.js'
import { modelNames } from '../../../src/reports/forecast-words.js'
import { snapshotOf } from '../../support/snapshot.js'
import { aligned, date, type Examples, money, percent } from './text.js'

/** One customer of the published tables, by the parameters printed there. */
export const forecastExamples: Examples = {
  'p-alive': () => models.map(ofPublished),
  'leaving-alike': () => [mg, mbgAlmostAlike].map(ofPublished),
  'first-order-only': () => [
    ...models.map((fitted) => {
      const line = [0, 20, 80].map((T) => pAlive(fitted, { x: 0, tx: 0, T }).toFixed(4))
      return `${named(fitted)}: P(alive) = ${line.join(', ')}`
    }),
    `${named(bg)}: P(X(39) = 0) = ${Math.exp(ordersLikelihood('bg-nbd', newcomer)(bg.parameters, new Float64Array(4))).toFixed(6)}`,
  ],
  spend: () =>
    aligned([
      ['x', 'm', 'w', 'E[M]'],
      ...spenders.map(([x, m]) => {
        const { p, q } = spend
        return [x, m.toFixed(2), ((p * x) / (p * x + q - 1)).toFixed(3), expectedSpend(spend, x, m).toFixed(2)]
      }),
    ]),
  interval: () => {
    const alive = pAlive(bg, published)
    const mean = alive * ordersIfAlive(bg, published, 39)
    const square = alive * squareIfAlive(bg, published, 39)
    const customers = 100
    const all = (value: number) => new Float64Array(customers).fill(value)
    const expected: Expectations = {
      ...{ pAlive: all(alive), orders: all(mean), ordersVariance: all(square - mean * mean) },
      ...{ valueMinor: all(0), valueVariance: all(0), perDayMinor: all(0) },
    }
    const { orders } = forecastTotals(
      expected,
      Int32Array.from({ length: customers }, (_, place) => place),
    )
    return [
      `E[Y] = ${mean.toFixed(4)}, E[Y²] = ${square.toFixed(4)}, Var Y = ${(square - mean * mean).toFixed(4)}`,
      `${customers} × E[Y] = ${orders.expected.toFixed(1)}, 95 %: ${orders.low} … ${orders.high}`,
    ]
  },
  'kept-share': () => {
    const made = { id: 'Ann', bought: [...ann.bought, { on: asOf - 10, net: -300_00, gross: 0 }] }
    const snapshot = snapshotOf([made])
    const { x, repeatMinor, keptShare } = historiesOf(snapshot, orderDays(snapshot, asOf))
    return [`x = ${x[0]}, m = ${money(repeatMinor[0]! / x[0]!)}, 1 − 300/1200 = ${percent(keptShare[0]!, 0)}`]
  },
  'next-order': () =>
    [20, 33, 40].map((back) => {
      const day = asOf - 80 + back
      const input = { snapshot: snapshotOf([ann]), asOf: day, isAsOfMoved: false, decided: new Map(), shape: {} }
      const asked = { usual: VALUE_DEFAULTS, forecast: FORECAST_DEFAULTS }
      const { tables } = forecast.build({ ...input, ...asked, lang: 'en' })
      const [row] = tables[0]!.rows
      return `${date(day)}: ${row!.nextFrom ?? '-'} … ${row!.nextTo ?? '-'}, ${row!.lateDays ?? '-'}`
    }),
}

/** Gaps of 20, 40 and 30 days: P50 30 and P80 36. */
const asOf = dayOf('2026-08-31')
const ann = { id: 'Ann', bought: [170, 150, 110, 80].map((ago) => ({ on: asOf - ago, net: 300_00 })) }

const bg: FittedOrders = { model: 'bg-nbd', parameters: [0.243, 4.414, 0.793, 2.426] }
const models: readonly FittedOrders[] = [bg, { model: 'mbg-nbd', parameters: [0.525, 6.183, 0.891, 1.614] }]
const published: History = { x: 2, tx: 30.43, T: 38.86 }
const spend = { p: 6.25, q: 3.74, v: 15.44 }
const spenders = [
  [0, 0],
  [1, 11.77],
  [2, 22.35],
  [7, 73.74],
] as const

/** One chance of leaving for all, and MBG/NBD with chances that hardly differ around it. */
const mg: FittedOrders = { model: 'mg-nbd', parameters: [0.525, 6.183, 0.3] }
const mbgAlmostAlike: FittedOrders = { model: 'mbg-nbd', parameters: [0.525, 6.183, 30, 70] }

function ofPublished(fitted: FittedOrders): string {
  const alive = pAlive(fitted, published)
  const orders = alive * ordersIfAlive(fitted, published, 39)
  return `${named(fitted)}: P(alive) = ${alive.toFixed(6)}, E[Y(39)] = ${orders.toFixed(4)}`
}

const named = ({ model, parameters }: FittedOrders) => `${modelNames[model]} (${parameters.join(', ')})`

/** Somebody who ordered once, 39 weeks ago. */
const newcomer: Groups = {
  ...{ x: Int32Array.of(0), lastDays: Int32Array.of(0), ageDays: Int32Array.of(39 * 7) },
  ...{ customers: Int32Array.of(1), n: 1, repeaters: 0 },
}
