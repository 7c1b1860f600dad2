import { describe, expect, test } from 'vitest'
import { orderDays } from '../../../../src/core/value/cycle.js'
import { fitOrders, hidesLeaving, type OrdersFit } from '../../../../src/core/value/forecast/fit-orders.js'
import {
  FORECAST_DEFAULTS,
  type Forecast,
  forecastOn,
  forecastTotals,
} from '../../../../src/core/value/forecast/forecast.js'
import { groupsOf, historiesOf } from '../../../../src/core/value/forecast/histories.js'
import { historyEnd, simulatedShop } from '../../../support/buyers.js'
import { type MadeCustomer, snapshotOf } from '../../../support/snapshot.js'

const asOf = historyEnd

describe('what the models look at', () => {
  const days = (bought: MadeCustomer['bought']) => {
    const snapshot = snapshotOf([{ id: 'never' }, { id: 'a', bought: bought ?? [] }])
    return historiesOf(snapshot, orderDays(snapshot, asOf))
  }

  test('repeat order days, days from the first order, and the net of the repeat days alone', () => {
    const found = days([
      { on: asOf - 100, net: 7 },
      { on: asOf - 100, net: 5 },
      { on: asOf - 60, net: 30 },
      { on: asOf - 60, net: 10 },
      { on: asOf - 30, net: -4, counted: false },
      { on: asOf - 20, net: 20 },
      { on: asOf + 1, net: 999 },
    ])
    expect([...found.customer]).toEqual([1])
    expect([found.x[0], found.lastDays[0], found.ageDays[0]]).toEqual([2, 80, 100])
    expect([found.repeatMinor[0], found.repeatSquares[0], found.allMinor]).toEqual([60, 40 ** 2 + 20 ** 2, 72])
  })

  test('what went back without naming an order, as a share of all orders; never below zero', () => {
    const back = (net: number) =>
      days([
        { on: asOf - 9, net: 30 },
        { on: asOf - 5, net: 50 },
        { on: asOf - 3, net, counted: false },
        { on: asOf + 3, net: -80, counted: false },
      ]).keptShare[0]
    expect([back(-20), back(-80), back(-200)]).toEqual([0.75, 0, 0])
  })

  test('orders of zero that count are orders', () => {
    const found = days([
      { on: asOf - 9, net: 0, counted: true },
      { on: asOf - 2, net: 0, counted: true },
    ])
    expect([found.x[0], found.repeatMinor[0]]).toEqual([1, 0])
  })

  test('equal histories are one group', () => {
    const twice = [
      { on: asOf - 9, net: 1 },
      { on: asOf - 2, net: 1 },
    ]
    const snapshot = snapshotOf([
      { id: 'a', bought: twice },
      { id: 'b', bought: [{ on: asOf - 5, net: 1 }] },
      { id: 'c', bought: twice },
    ])
    const groups = groupsOf(historiesOf(snapshot, orderDays(snapshot, asOf)))
    expect([[...groups.x], [...groups.lastDays], [...groups.ageDays], [...groups.customers]]).toEqual([
      [0, 1],
      [0, 7],
      [5, 9],
      [1, 2],
    ])
    expect([groups.n, groups.repeaters]).toEqual([3, 2])
  })
})

const fitOf = (snapshot: ReturnType<typeof snapshotOf>, model: 'mbg-nbd' | 'bg-nbd' = 'mbg-nbd') =>
  fitOrders(model, groupsOf(historiesOf(snapshot, orderDays(snapshot, asOf))))

describe('fits', () => {
  test('a population drawn from the model gives its parameters back', () => {
    const { model, parameters } = fitOf(simulatedShop(7, { r: 0.8, alpha: 5, a: 1, b: 3 }, 6000, 80)) as OrdersFit
    expect(model).toBe('mbg-nbd')
    const known = [0.8, 5, 1, 3]
    for (const [i, value] of parameters.entries()) expect(Math.abs(value / known[i]! - 1)).toBeLessThan(0.15)
  })

  test('a population that never leaves: the NBD stands in, with its parameters', () => {
    const { model, replaces, parameters } = fitOf(simulatedShop(1, { r: 0.8, alpha: 12 }, 3000, 60)) as OrdersFit
    expect([model, replaces]).toEqual(['nbd', 'mbg-nbd'])
    expect(Math.abs(parameters[0]! / 0.8 - 1)).toBeLessThan(0.1)
    expect(Math.abs(parameters[1]! / 12 - 1)).toBeLessThan(0.1)
  })

  test.each([0.18, 0.3])(
    'a population that leaves with one chance for all, %d: that chance is found, and nobody else is kept',
    (q) => {
      const found = [1, 2, 3, 4, 5, 6].map(
        (seed) => fitOf(simulatedShop(seed, { r: 1.5, alpha: 4, q }, 400, 80)) as OrdersFit,
      )
      for (const { model, parameters, replaces } of found) {
        const [, , third, fourth] = parameters
        expect(Math.abs(third! / (fourth === undefined ? 1 : third! + fourth) - q)).toBeLessThan(0.05)
        expect([model, replaces]).toEqual(fourth === undefined ? ['mg-nbd', 'mbg-nbd'] : ['mbg-nbd', null])
      }
      expect(found.some(({ model }) => model === 'mg-nbd')).toBe(true)
    },
  )

  test('49 customers, or 19 who came back, are too few', () => {
    const buyer = (gap: number | null) => ({
      id: 'c',
      bought: (gap === null ? [90] : [90, 90 - gap]).map((back) => ({ on: asOf - back, net: 10 })),
    })
    const of = (once: number, twice: number) =>
      snapshotOf([
        ...Array.from({ length: once }, () => buyer(null)),
        ...Array.from({ length: twice }, (_, i) => buyer(i + 1)),
      ])
    expect(fitOf(of(9, 40))).toEqual({ reason: 'few-customers', found: 49, needed: 50 })
    expect(fitOf(of(80, 19))).toEqual({ reason: 'few-repeaters', found: 19, needed: 20 })
  })

  test.each(['mbg-nbd', 'bg-nbd'] as const)('%s: customers who are all alike give no absurd parameter', (model) => {
    const everyTen = Array.from({ length: 60 }, (_, i) => ({
      id: `c${i}`,
      bought: [0, 10, 20, 30, 40, 50].map((back) => ({ on: asOf - back, net: 10 })),
    }))
    expect(fitOf(snapshotOf(everyTen), model)).toEqual({ reason: 'alike' })
  })

  test('leaving hides where fewer than one order in a thousand is the last, and in the NBD', () => {
    const hides = (a: number, b: number) => hidesLeaving({ model: 'bg-nbd', parameters: [1, 1, a, b] })
    expect([hides(1, 999), hides(1, 999.1), hides(1, 100)]).toEqual([false, true, false])
    expect(hidesLeaving({ model: 'nbd', parameters: [1, 1] })).toBe(true)
  })

  test('one day of history gives no figure that is none', () => {
    const today = Array.from({ length: 60 }, (_, i) => ({ id: `c${i}`, bought: [{ on: asOf, net: 10 }] }))
    expect(fitOf(snapshotOf(today))).toMatchObject({ reason: 'few-repeaters' })
  })
})

/** All figures of a forecast. */
const figuresOf = ({ valueMinor: _, ...figures }: Forecast) => figures

describe('forecast', () => {
  const shop = simulatedShop(11, { r: 0.6, alpha: 4, a: 0.8, b: 2.5 }, 1500, 78)
  const cut = asOf - 90
  const found = forecastOn(shop, cut, FORECAST_DEFAULTS)
  const expected = found.expected!

  test('every chance is one, every figure finite and not negative; the same input gives the same', () => {
    for (const column of Object.values(expected) as Float64Array[]) {
      expect(column.length).toBe(found.histories.x.length)
      expect(column.every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
    }
    expect(Math.max(...expected.pAlive)).toBeLessThanOrEqual(1)
    expect(expected.valueMinor.every(Number.isInteger)).toBe(true)
    expect(figuresOf(forecastOn(shop, cut, FORECAST_DEFAULTS))).toEqual(figuresOf(found))
  })

  test('of one customer as of all', () => {
    const places = Array.from(found.histories.x.keys())
    expect(places.map((place) => found.valueMinor(place))).toEqual([...expected.valueMinor])
    // Asked of one alone, before anybody asks for all.
    const alone = forecastOn(shop, cut, FORECAST_DEFAULTS)
    expect(alone.valueMinor(7)).toBe(expected.valueMinor[7])
  })

  test('later orders play no part', () => {
    const until = {
      ...shop,
      orders: { ...shop.orders, counted: shop.orders.counted.map((c, i) => (shop.orders.day[i]! > cut ? 0 : c)) },
    }
    expect(figuresOf(forecastOn(until, cut, FORECAST_DEFAULTS))).toEqual(figuresOf(found))
  })

  test('the totals hold what came in the 90 days after', () => {
    const after = orderDays(shop, asOf)
    let came = 0
    let net = 0
    found.histories.customer.forEach((customer) => {
      for (let i = after.start[customer]!; i < after.start[customer + 1]!; i++) came += after.day[i]! > cut ? 1 : 0
      for (let i = shop.orders.start[customer]!; i < shop.orders.start[customer + 1]!; i++)
        if (shop.orders.day[i]! > cut) net += shop.orders.netMinor[i]!
    })
    const totals = forecastTotals(expected, Array.from(found.histories.x.keys()))
    expect(came).toBeGreaterThan(100)
    expect(totals.orders.low).toBeLessThan(came)
    expect(totals.orders.high).toBeGreaterThan(came)
    expect(totals.valueMinor.low).toBeLessThan(net)
    expect(totals.valueMinor.high).toBeGreaterThan(net)
    expect(totals.valueMinor.expected).toBe(expected.valueMinor.reduce((sum, value) => sum + value, 0))
  })

  test('a total lies within 1.96 standard deviations, ends rounded outwards, not below zero', () => {
    const column = (...values: number[]) => Float64Array.from(values)
    const two = {
      ...{ pAlive: column(0.5, 0.49), orders: column(10, 20), perDayMinor: column(100, 100) },
      ...{ ordersVariance: column(16, 9), valueMinor: column(1000, 2000), valueVariance: column(4e6, 0) },
    }
    // √25 · 1.96 = 9.8 orders, √4,000,000 · 1.96 = 3920.
    expect(forecastTotals(two, [0, 1])).toEqual({
      orders: { expected: 30, low: 20, high: 40 },
      valueMinor: { expected: 3000, low: 0, high: 6920 },
      likelyActive: 1,
    })
    expect(forecastTotals(two, [1]).orders).toEqual({ expected: 20, low: 14, high: 26 })
  })

  test('the value varies by the orders and by how far amounts lie from what is expected of their customers', () => {
    const { histories, days } = found
    let apart = 0
    let all = 0
    histories.customer.forEach((customer, place) => {
      const mean = expected.perDayMinor[place]!
      for (let at = days.start[customer]! + 1; at < days.start[customer + 1]!; at++) {
        apart += (netOn(customer, days.day[at]!) - mean) ** 2
        all += mean ** 2
      }
    })
    expect(all).toBeGreaterThan(0)
    for (const place of histories.x.keys()) {
      const byOrders = expected.ordersVariance[place]! + (expected.orders[place]! * apart) / all
      expect(expected.valueVariance[place]! / (expected.perDayMinor[place]! ** 2 * byOrders)).toBeCloseTo(1, 6)
    }

    function netOn(customer: number, day: number): number {
      let net = 0
      for (let i = shop.orders.start[customer]!; i < shop.orders.start[customer + 1]!; i++)
        if (shop.orders.day[i] === day) net += shop.orders.netMinor[i]!
      return net
    }
  })

  test('equal amounts leave nothing to fit: each customer keeps that mean', () => {
    const equal = { ...shop, orders: { ...shop.orders, netMinor: shop.orders.netMinor.map(() => 500) } }
    const { spend, histories, expected: even } = forecastOn(equal, cut, FORECAST_DEFAULTS)
    expect(spend).toBeNull()
    const busy = even!.orders.indexOf(Math.max(...even!.orders))
    const perDay = histories.x[busy]! > 0 ? histories.repeatMinor[busy]! / histories.x[busy]! : 500
    expect(even!.valueMinor[busy]).toBe(Math.round(even!.orders[busy]! * perDay))
  })

  test('without a forecast nothing is expected', () => {
    const few = snapshotOf([{ id: 'a', bought: [{ on: asOf, net: 1 }] }])
    expect(forecastOn(few, asOf, FORECAST_DEFAULTS)).toMatchObject({ expected: null, spend: null })
  })
})
