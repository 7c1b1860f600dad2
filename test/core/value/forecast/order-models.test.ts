import { describe, expect, test } from 'vitest'
import type { Groups } from '../../../../src/core/value/forecast/histories.js'
import {
  type FittedOrders,
  ORDER_MODELS,
  ordersIfAlive,
  ordersLikelihood,
  pAlive,
  squareIfAlive,
} from '../../../../src/core/value/forecast/order-models.js'
import { expectedSpend, spendLikelihood } from '../../../../src/core/value/forecast/spend.js'

const bg: FittedOrders = { model: 'bg-nbd', parameters: [0.243, 4.414, 0.793, 2.426] }
const mbg: FittedOrders = { model: 'mbg-nbd', parameters: [0.525, 6.183, 0.891, 1.614] }
const nbd: FittedOrders = { model: 'nbd', parameters: [0.385, 12.07] }

/** One customer, days to the last order and to the as-of day. */
const alone = (x: number, lastDays: number, ageDays: number): Groups => ({
  x: Int32Array.of(x),
  lastDays: Int32Array.of(lastDays),
  ageDays: Int32Array.of(ageDays),
  customers: Int32Array.of(1),
  n: 1,
  repeaters: Math.min(1, x),
})

const aloneIn = ({ x, tx, T }: { x: number; tx: number; T: number }) => alone(x, tx * 7, T * 7)

describe('published values of one customer, BG/NBD with .243 4.414 .793 2.426', () => {
  const history = { x: 2, tx: 30.43, T: 38.86 }

  test('no order in 39 weeks: .573786', () => {
    const chance = Math.exp(ordersLikelihood('bg-nbd', alone(0, 0, 39 * 7))(bg.parameters, new Float64Array(4)))
    expect(chance).toBeCloseTo(0.573786, 6)
  })

  test('P(alive) and the next 39 weeks of (2, 30.43, 38.86): .726579, 1.2260', () => {
    expect(pAlive(bg, history)).toBeCloseTo(0.726579, 6)
    expect(pAlive(bg, history) * ordersIfAlive(bg, history, 39)).toBeCloseTo(1.226, 4)
  })
})

describe('what the models must agree with', () => {
  test('BG/NBD: who never came back has not left; MBG/NBD: he may have, the more so the longer ago', () => {
    expect(pAlive(bg, { x: 0, tx: 0, T: 80 })).toBe(1)
    const atAge = (T: number) => pAlive(mbg, { x: 0, tx: 0, T })
    expect(atAge(0)).toBeCloseTo(1 / (1 + 0.891 / 1.614), 12)
    expect(atAge(20)).toBeLessThan(atAge(2))
  })

  test.each([bg, mbg])(
    '$model: the formula gives what summing P(Y ≥ k) does, for any history and horizon',
    (fitted) => {
      for (const history of [
        { x: 0, T: 0 },
        { x: 1, T: 3.5 },
        { x: 12, T: 39 },
        { x: 40, T: 50 },
      ])
        for (const t of [0.1, 13, 200])
          expect(ordersIfAlive(fitted, history, t) / summed(fitted, history, t)).toBeCloseTo(1, 6)
    },
  )

  test('at a = 1, where the published formula divides by zero, it stands between its neighbours', () => {
    const at = (a: number) => ordersIfAlive({ ...bg, parameters: [0.243, 4.414, a, 2.426] }, { x: 2, T: 38.86 }, 39)
    expect(at(1)).toBeCloseTo((at(1 - 1e-5) + at(1 + 1e-5)) / 2, 8)
  })

  test('a chance of leaving near nothing gives the NBD', () => {
    const staying: FittedOrders = { model: 'bg-nbd', parameters: [0.385, 12.07, 1e-7, 100] }
    const history = { x: 3, tx: 9, T: 20 }
    expect(pAlive(staying, history)).toBeCloseTo(1, 6)
    expect(ordersIfAlive(staying, history, 13)).toBeCloseTo(ordersIfAlive(nbd, history, 13), 5)
    expect(squareIfAlive(staying, history, 13)).toBeCloseTo(squareIfAlive(nbd, history, 13), 4)
  })

  test.each([
    ['mg-nbd', 'mbg-nbd'],
    ['g-nbd', 'bg-nbd'],
  ] as const)('%s, one chance of leaving for all, is %s whose a and b are very large', (alike, each) => {
    const q = 0.2
    const one: FittedOrders = { model: alike, parameters: [0.8, 5, q] }
    const many: FittedOrders = { model: each, parameters: [0.8, 5, q * 1e6, (1 - q) * 1e6] }
    for (const history of [
      { x: 0, tx: 0, T: 30 },
      { x: 3, tx: 9, T: 20 },
      { x: 30, tx: 45, T: 50 },
    ]) {
      const alone = aloneIn(history)
      const heightOf = ({ model, parameters }: FittedOrders, at = parameters) =>
        ordersLikelihood(model, alone)(at, new Float64Array(at.length))
      expect(heightOf(one, [0.8, 5, q / (1 - q)])).toBeCloseTo(heightOf(many), 3)
      expect(pAlive(one, history)).toBeCloseTo(pAlive(many, history), 4)
      expect(ordersIfAlive(one, history, 13)).toBeCloseTo(summed(many, history, 13), 3)
      expect(squareIfAlive(one, history, 13) / squareIfAlive(many, history, 13)).toBeCloseTo(1, 4)
    }
  })

  test('a customer of thousands of orders, long silent, has left; no figure overflows', () => {
    const history = { x: 3000, tx: 100, T: 520 }
    expect(pAlive(mbg, history)).toBe(0)
    expect(Number.isFinite(ordersIfAlive(mbg, history, 520))).toBe(true)
    expect(Number.isFinite(squareIfAlive(mbg, history, 520))).toBe(true)
  })
})

/** E[Y] = Σ P(Y ≥ k) of a customer who has not left, summed to where nothing is left of it. */
function summed({ model, parameters }: FittedOrders, { x, T }: { x: number; T: number }, t: number): number {
  const [r, alpha, a, b] = parameters as [number, number, number, number]
  const stays = b + x + (model === 'mbg-nbd' ? 1 : 0)
  const z = t / (alpha + T + t)
  let term = (1 - z) ** (r + x)
  let atLeast = 1 - term
  let staying = 1
  let sum = 0
  for (let k = 1; k < 20_000; k++) {
    sum += atLeast * staying
    term *= ((r + x + k - 1) / k) * z
    atLeast -= term
    staying *= (stays + k - 1) / (a + stays + k - 1)
  }
  return sum
}

describe('gradients are those of central differences', () => {
  const groups: Groups = {
    x: Int32Array.of(0, 1, 1, 5, 30),
    lastDays: Int32Array.of(0, 4, 90, 200, 250),
    ageDays: Int32Array.of(240, 200, 100, 260, 270),
    customers: Int32Array.of(9, 3, 2, 2, 1),
    n: 17,
    repeaters: 8,
  }
  const check = (likelihood: ReturnType<typeof ordersLikelihood>, at: readonly number[]) => {
    const gradient = new Float64Array(at.length)
    const unused = new Float64Array(at.length)
    likelihood(at, gradient)
    at.forEach((value, i) => {
      const step = 1e-6 * value
      const up = likelihood(at.with(i, value + step), unused)
      const down = likelihood(at.with(i, value - step), unused)
      expect(gradient[i]! / ((up - down) / (2 * step))).toBeCloseTo(1, 5)
    })
  }

  test.each(ORDER_MODELS)('%s', (model) => {
    const leaving = { 'mbg-nbd': [0.4, 3], 'bg-nbd': [0.4, 3], 'mg-nbd': [0.3], 'g-nbd': [0.3], nbd: [] }
    check(ordersLikelihood(model, groups), [0.7, 5, ...leaving[model]])
  })

  test('gamma-gamma', () => {
    check(spendLikelihood(Int32Array.of(1, 2, 2, 7), Float64Array.of(12, 30.5, 8, 22)), [6.2, 3.7, 15.4])
  })
})

test('expected spend: no repeats take the mean of all customers, many their own', () => {
  const spend = { p: 6.25, q: 3.74, v: 15.44 }
  expect(expectedSpend(spend, 0, 0)).toBeCloseTo((6.25 * 15.44) / 2.74, 10)
  expect(expectedSpend(spend, 10_000, 12)).toBeCloseTo(12, 2)
})
