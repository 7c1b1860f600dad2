import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../src/core/follow-up/rule.js'
import { stakesOf } from '../../../src/core/follow-up/stake.js'
import { isFit } from '../../../src/core/value/forecast/fit-orders.js'
import { type Forecast, forecastOn } from '../../../src/core/value/forecast/forecast.js'
import { historyOf } from '../../../src/core/value/forecast/histories.js'
import { pAlive } from '../../../src/core/value/forecast/order-models.js'
import { rhythm } from '../../../src/rules/rhythm.js'
import { historyEnd, simulatedShop } from '../../support/buyers.js'
import { snapshotOf } from '../../support/snapshot.js'

const net = new Float64Array([4000, 0, -100])
const proposal = { dueOn: 1000, lastSensibleOn: 1014, cause: {} }
const all: Rule = { ...(rhythm as Rule), stakes: 'all' }

describe('stakes without a forecast', () => {
  const few = forecastOn(snapshotOf([{ id: 'a', bought: [{ on: 990, net: 100 }] }]), 1000, {
    model: 'mbg-nbd',
    days: 90,
  })
  const { basis, of } = stakesOf(few, net)

  test('a quarter of the year’s net times the weight, all of it for promises, and what a proposal knows better', () => {
    expect(basis).toBe('year')
    expect([0, 1, 2].map((customer) => of(customer, rhythm as Rule, proposal))).toEqual([150, 0, 0])
    expect(of(0, all, proposal)).toBe(1000)
    expect(of(0, all, { ...proposal, stakeMinor: 7 })).toBe(7)
  })
})

describe('stakes by the forecast', () => {
  const shop = simulatedShop(11, { r: 0.6, alpha: 4, a: 0.8, b: 2.5 }, 600, 78)
  const forecast = forecastOn(shop, historyEnd, { model: 'mbg-nbd', days: 90 })
  const stakes = stakesOf(forecast, new Float64Array(shop.customers.length))
  const place = forecast.histories.x.findIndex((x) => x > 1)
  const customer = forecast.histories.customer[place]!
  const value = forecast.expected!.valueMinor[place]!
  const from = (dueOn: number, lastSensibleOn: number) => stakes.of(customer, rhythm as Rule, { dueOn, lastSensibleOn })

  test('expected value times the chance lost by waiting until the last sensible day (ALGORITHMS §5)', () => {
    if (!isFit(forecast.fit)) throw new Error('no fit')
    const history = historyOf(forecast.histories, place)
    const alive = (weeks: number) => pAlive(forecast.fit as never, { ...history, T: history.T + weeks })
    expect(stakes.basis).toBe('chance')
    expect(from(historyEnd, historyEnd + 14)).toBe(Math.round(value * (1 - alive(2) / alive(0))))
    expect(from(historyEnd, historyEnd + 28)).toBeGreaterThan(from(historyEnd, historyEnd + 14))
    expect(stakes.of(customer, all, { dueOn: historyEnd, lastSensibleOn: historyEnd + 14 })).toBe(value)
  })

  test('past its last sensible day an item would wait as long again', () => {
    expect(from(historyEnd - 30, historyEnd - 16)).toBe(from(historyEnd, historyEnd + 14))
  })

  test('where nobody is seen to leave, the weight stands for the chance', () => {
    const staying: Forecast = { ...forecast, fit: { ...(forecast.fit as never as object), model: 'nbd' } as never }
    const { basis, of } = stakesOf(staying, new Float64Array(shop.customers.length))
    expect(basis).toBe('weight')
    expect(of(customer, rhythm as Rule, proposal)).toBe(Math.round(value * 0.15))
  })
})
