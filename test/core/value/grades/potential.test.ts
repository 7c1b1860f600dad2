import { describe, expect, test } from 'vitest'
import { windowOf } from '../../../../src/core/value/aggregate.js'
import {
  cycleWindow,
  latestCloseDays,
  longestGap,
  orderDays,
  ownGaps,
  shopPools,
  usualCycles,
} from '../../../../src/core/value/cycle.js'
import { bigOrder, orderP95, steadyTrade, theilSen } from '../../../../src/core/value/grades/potential.js'
import { VALUE_DEFAULTS } from '../../../../src/core/value/standing.js'
import { dayOf } from '../../../../src/core/values/business-date.js'
import { gradesOf } from '../../../support/grades.js'
import { purchasesOf } from '../../../support/purchases.js'
import { snapshotOf } from '../../../support/snapshot.js'

const asOf = dayOf('2026-08-31')
const window = windowOf(asOf, 365)

const orders = (...nets: number[]) => nets.map((net, i) => ({ on: asOf - 10 * (nets.length - i), net }))

describe('Theil–Sen slope', () => {
  test.each([
    [[1, 2, 3, 4, 5], 1],
    [[5, 4, 3, 2, 1], -1],
    [[7, 7, 7, 7, 7], 0],
    // Sen's point: one wild value does not turn it. Slopes 1 1 1 96 1 1 48.5 1 32.7 24.5 …; the median is 1.
    [[1, 2, 3, 4, 100], 1],
    [[10, 0, 20, 10, 30], 5],
  ])('%j → %d', (values, slope) => {
    expect(theilSen(values)).toBe(slope)
  })
})

describe('big-order potential: two of the signs (R13)', () => {
  const big = (nets: number[], p95Minor: number, categories = 0, p90Categories: number | null = null) =>
    bigOrder(
      snapshotOf([{ id: 'c', bought: orders(...nets) }]).orders,
      0,
      window,
      { p95Minor, p90Categories },
      categories,
    )

  test('a large order and a rise', () => {
    expect(big([100, 200, 300, 400, 500], 500)).toMatchObject({
      ...{ largestMinor: 500, isLarge: true, slopeMinor: 100, lastMinor: 500, medianMinor: 300, isRising: true },
      isFlagged: true,
    })
  })

  test.each([
    ['no rise', [500, 400, 300, 200, 100], 500],
    ['all equal', [500, 500, 500, 500, 500], 500],
    ['no large order', [100, 200, 300, 400, 500], 501],
    ['four orders make no trend', [200, 300, 400, 500], 500],
    ['the last one is below the median', [100, 300, 500, 700, 250], 500],
    ['the last one is the median itself', [70, 70, 70, 70, 10, 20, 30, 40, 50], 70],
  ])('not with %s', (_, nets, p95) => {
    expect(big(nets, p95)?.isFlagged).toBe(false)
  })

  test('many categories are a sign where they are known', () => {
    expect(big([500], 500, 4, 4)).toMatchObject({ isBroad: true, isFlagged: true })
    expect(big([500], 500, 3, 4)).toMatchObject({ isBroad: false, isFlagged: false })
    expect(big([500], 500, 1, 1)).toMatchObject({ isBroad: false, isFlagged: false })
    expect(big([500], 500)).toMatchObject({ isBroad: null, isFlagged: false })
  })

  test('nothing is said of who ordered nothing in the window', () => {
    expect(bigOrder(snapshotOf([{ id: 'c' }]).orders, 0, window, { p95Minor: 1, p90Categories: null })).toBeNull()
  })

  test('the P95 is of all counted orders of the window, also those that name nobody', () => {
    const nets = Array.from({ length: 20 }, (_, i) => ({ on: asOf - i, net: i + 1 }))
    // Type 7 of 1 … 21: position 1 + 20 × 0.95 = 20.
    expect(orderP95(snapshotOf([{ id: 'c', bought: nets }], [], [{ on: asOf, net: 21 }]), window)).toBe(20)
    expect(orderP95(snapshotOf([{ id: 'c' }]), window)).toBeNull()
  })
})

describe('steady-trade potential', () => {
  const steady = (gaps: number[], since: number, closeDays: number | null = 30) => {
    let day = asOf - since - gaps.reduce((a, b) => a + b, 0)
    const days = [day, ...gaps.map((gap) => (day += gap))]
    const snapshot = snapshotOf([{ id: 'c', bought: days.map((on) => ({ on, net: 1 })) }])
    const cycle =
      closeDays === null
        ? null
        : { openDays: 1, closeDays, method: 'own' as const, n: 4, returningShare: null, group: null }
    return steadyTrade(orderDays(snapshot, asOf), 0, () => cycle)
  }

  test('four even gaps within the cycle', () => {
    // Gaps 20 25 30 25: mean 25, sample deviation √(50/3) = 4.082, variation .1633.
    expect(steady([20, 25, 30, 25], 10)).toMatchObject({
      ...{ gaps: 4, meanDays: 25, sinceDays: 10, closeDays: 30, isFlagged: true },
      variation: expect.closeTo(Math.sqrt(50 / 3) / 25, 12),
    })
  })

  test('not past the cycle, not uneven, not without a cycle; nothing with three gaps', () => {
    expect(steady([20, 25, 30, 25], 31)?.isFlagged).toBe(false)
    expect(steady([5, 60, 5, 60], 10)?.isFlagged).toBe(false)
    expect(steady([20, 25, 30, 25], 10, null)?.isFlagged).toBe(false)
    expect(steady([25, 25, 25], 10)).toBeNull()
  })
})

describe('one cycle everywhere', () => {
  /** Half of the customers buy tea every ten days or so, half buy pots every forty. */
  const customers = Array.from({ length: 60 }, (_, i) => {
    const [sku, every] = i % 2 === 0 ? ['TEA', 10] : ['POT', 40]
    const days = Array.from({ length: 6 + (i % 3) }, (_, k) => asOf - 5 - (i % 7) - k * (Number(every) + (i % 3)))
    return { id: `c${i}`, sku: String(sku), days: days.sort((a, b) => a - b) }
  })
  const snapshot = {
    ...snapshotOf(customers.map(({ id, days }) => ({ id, bought: days.map((on) => ({ on, net: 1000 })) }))),
    purchases: () => purchasesOf(customers.map(({ sku, days }) => days.map((on) => [on, sku, 1] as const))),
  }
  const everyone = customers.map((_, customer) => customer)

  test('steady trade goes by the cycle that due, show, why and list have', () => {
    const grades = gradesOf(snapshot, asOf)
    const cycles = usualCycles(snapshot, asOf, VALUE_DEFAULTS)
    const closes = everyone.map((customer) => cycles.window(customer)?.closeDays)
    expect(everyone.map((customer) => grades.steady(customer)?.closeDays)).toEqual(closes)
    // The shop as a whole would tell another.
    const days = orderDays(snapshot, asOf)
    const pools = shopPools(days)
    expect(everyone.map((customer) => cycleWindow(days, pools, customer)?.closeDays)).not.toEqual(closes)
  })

  test('lines are read only where somebody buys evenly and may still be within a cycle', () => {
    let reads = 0
    const isSteady = (agos: readonly number[]) => {
      const shop = {
        ...snapshotOf([
          { id: 'c', bought: agos.map((ago) => ({ on: asOf - ago, net: 1 })) },
          {
            id: 'd',
            bought: [
              { on: asOf - 300, net: 1 },
              { on: asOf - 100, net: 1 },
            ],
          },
        ]),
        purchases: () => {
          reads++
          return purchasesOf([[], []])
        },
      }
      return gradesOf(shop, asOf).hasPotential(0, 'steady')
    }
    expect([isSteady([3, 40, 41, 99, 100]), reads]).toEqual([false, 0])
    // Four gaps of 10: no window closes later than 4/7 · 10 + 3/7 · 200, 92 days.
    expect([isSteady([93, 103, 113, 123, 133]), reads]).toEqual([false, 0])
    expect([isSteady([92, 102, 112, 122, 132]), reads]).toEqual([false, 1])
    expect([isSteady([5, 15, 25, 35, 45]), reads]).toEqual([true, 2])
  })

  test('no window closes later than the latest one', () => {
    const days = orderDays(snapshot, asOf)
    const longest = longestGap(days)
    const { window } = usualCycles(snapshot, asOf, VALUE_DEFAULTS)
    for (const customer of everyone)
      expect(window(customer)!.closeDays).toBeLessThanOrEqual(latestCloseDays(ownGaps(days, customer), longest))
  })
})
