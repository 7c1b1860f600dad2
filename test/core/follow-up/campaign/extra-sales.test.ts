import { describe, expect, test } from 'vitest'
import { extraSales } from '../../../../src/core/follow-up/campaign/extra-sales.js'
import { chances } from '../../../../src/core/values/chance.js'

/** Amounts of made-up buyers, from 10.00 to 200.00. */
const amounts = (count: number, seed: number) => {
  const chance = chances(seed)
  return Array.from({ length: count }, () => 1000 + Math.floor(chance() * 19_000))
}

const mean = (values: readonly number[], of: number) => values.reduce((sum, one) => sum + one, 0) / of
const variance = (values: readonly number[], of: number) =>
  values.reduce((sum, one) => sum + one ** 2, 0) / of - mean(values, of) ** 2

describe('extra sales', () => {
  test('are what is spent beyond the pace of the others', () => {
    // 100 spend 5,000 in all; at the others' 10 each it would be 1,000.
    const found = extraSales(
      { customers: 100, amountsMinor: new Array(50).fill(100) },
      { customers: 20, amountsMinor: [50, 150] },
    )
    expect(found.value).toBe(4000)
    expect(found.low).toBeLessThan(4000)
    expect(found.high).toBeGreaterThan(4000)
  })

  test('are the same whenever they are asked for', () => {
    const groups = [
      { customers: 200, amountsMinor: amounts(30, 1) },
      { customers: 40, amountsMinor: amounts(4, 2) },
    ] as const
    expect(extraSales(...groups)).toEqual(extraSales(...groups))
    const turned = groups.map(({ customers, amountsMinor }) => ({ customers, amountsMinor: amountsMinor.toReversed() }))
    expect(extraSales(turned[0]!, turned[1]!)).toEqual(extraSales(...groups))
  })

  test('have no interval where everybody spent the same', () => {
    const found = extraSales(
      { customers: 3, amountsMinor: [700, 700, 700] },
      { customers: 2, amountsMinor: [500, 500] },
    )
    expect(found).toEqual({ value: 600, low: 600, high: 600 })
  })

  test('of nothing are nothing', () => {
    expect(extraSales({ customers: 3, amountsMinor: [] }, { customers: 2, amountsMinor: [] })).toEqual({
      ...{ value: 0, low: 0, high: 0 },
    })
  })

  test('of many customers are known to within what the central limit theorem says', () => {
    const [first, second] = [amounts(600, 5), amounts(150, 6)]
    const [n, m] = [4000, 1500]
    const spread = 1.96 * n * Math.sqrt(variance(first, n) / n + variance(second, m) / m)
    const found = extraSales({ customers: n, amountsMinor: first }, { customers: m, amountsMinor: second })
    expect(found.value).toBe(Math.round(n * (mean(first, n) - mean(second, m))))
    expect(Math.abs(found.low - (found.value - spread)) / spread).toBeLessThan(0.08)
    expect(Math.abs(found.high - (found.value + spread)) / spread).toBeLessThan(0.08)
  })
})
