import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cycleWindow, orderDays, ownGaps, type Pool, shopPools } from '../../../src/core/value/cycle.js'
import { addGap, survivalCurve as curveOf, type Tally } from '../../../src/core/value/survival.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'

const asOf = 20000

const survivalCurve = (observed: readonly number[], open: readonly number[]) => curveOf(tally(observed), tally(open))

function tally(gaps: readonly number[]): Tally {
  const counts: Tally = []
  for (const gap of gaps) addGap(counts, gap)
  return counts
}

/** A customer whose last order was `open` days ago, with these gaps before it, oldest first. */
function buyer(id: string, gaps: readonly number[], open: number): MadeCustomer {
  const days = [asOf - open]
  for (const gap of gaps.toReversed()) days.unshift(days[0]! - gap)
  return { id, bought: days.map((on) => ({ on, net: 10 })) }
}

describe('Kaplan–Meier', () => {
  test('without open gaps it is the plain distribution', () => {
    const curve = survivalCurve([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [])!
    expect([curve.n, curve.quantile(0.5), curve.quantile(0.8)]).toEqual([10, 5, 8])
    expect(curve.returningShare).toBeCloseTo(1, 12)
  })

  test('open gaps leave the risk set after their day', () => {
    // Day 2: 1 of 4 (S = 3/4); the gap open at 3 leaves; day 5: 1 of 2 (S = 3/8); the gap open at 9 stays to the end.
    const curve = survivalCurve([2, 5], [3, 9])!
    expect(curve.returningShare).toBeCloseTo(5 / 8, 12)
    // F(2)/F(max) = (1/4)/(5/8) = 0.4: P40 is day 2, P50 day 5.
    expect([curve.quantile(0.4), curve.quantile(0.5)]).toEqual([2, 5])
  })

  test('a gap open on the day another closes is still at risk on that day', () => {
    expect(survivalCurve([4], [4])!.returningShare).toBeCloseTo(1 / 2, 12)
  })

  test('no observed gap: no curve', () => {
    expect(survivalCurve([], [1, 2, 3])).toBeNull()
  })

  test('the share that returns falls as more gaps stay open, and quantiles lie among the observed gaps', () => {
    const days = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(fc.array(days, { minLength: 1 }), fc.array(days), (observed, open) => {
        const longest = Math.max(...observed)
        const curve = survivalCurve(observed, open)!
        const more = survivalCurve(observed, [...open, longest])!
        expect(more.returningShare).toBeLessThan(curve.returningShare + 1e-12)
        expect(observed).toContain(curve.quantile(0.5))
        expect(curve.quantile(0.5)).toBeLessThanOrEqual(curve.quantile(0.8))
      }),
    )
  })
})

describe('order days', () => {
  test('orders of one day are one order day; uncounted and later orders are none', () => {
    const snapshot = snapshotOf([
      {
        id: 'a',
        bought: [
          { on: asOf - 9, net: 1 },
          { on: asOf - 9, net: 2 },
          { on: asOf - 5, net: 0 },
          { on: asOf - 2, net: 1 },
          { on: asOf + 4, net: 1 },
        ],
      },
      { id: 'b' },
    ])
    const days = orderDays(snapshot, asOf)
    expect([...ownGaps(days, 0)]).toEqual([7])
    expect([...ownGaps(days, 1)]).toEqual([])
  })
})

describe('due window', () => {
  const windowFor = (customers: readonly MadeCustomer[], index: number, pools?: readonly Pool[]) => {
    const days = orderDays(snapshotOf(customers), asOf)
    return cycleWindow(days, pools ?? shopPools(days), index)
  }

  test('three own gaps without any pool: the own quantiles', () => {
    // 20, 30, 40: P50 = 30, P80 of type 7 = 30 + 0.6 × 10 = 36.
    expect(windowFor([buyer('a', [20, 40, 30], 5)], 0)).toEqual({
      openDays: 30,
      closeDays: 36,
      method: 'own',
      group: null,
      n: 3,
      returningShare: null,
    })
  })

  test('two own gaps and a thin shop: no window', () => {
    expect(windowFor([buyer('a', [20, 40], 5)], 0)).toBeNull()
  })

  test('no orders: no window', () => {
    expect(windowFor([{ id: 'a' }], 0)).toBeNull()
  })

  test('a first order takes the gaps after first orders, with those still open', () => {
    // 20 customers came back after 1 … 20 days, 5 never did (open 100 days): F(max) = 20/25.
    const came = Array.from({ length: 20 }, (_, i) => buyer(`c${i}`, [i + 1], 100))
    const stayed = Array.from({ length: 5 }, (_, i) => buyer(`s${i}`, [], 100))
    const window = windowFor([...came, ...stayed], 24)!
    expect(window).toMatchObject({ openDays: 10, closeDays: 16, method: 'order-number', n: 20 })
    expect(window.returningShare).toBeCloseTo(0.8, 12)
  })

  test('a cell with 19 gaps gives way to all gaps of the shop', () => {
    // 19 gaps of 10 days after the first order; one customer adds three of 40 days: 22 gaps in all.
    const first = Array.from({ length: 18 }, (_, i) => buyer(`c${i}`, [10], 0))
    const window = windowFor([...first, buyer('d', [40, 40, 40], 0), { ...buyer('e', [], 0) }], 19)!
    expect(window).toMatchObject({ method: 'shop', n: 21, openDays: 10 })
  })

  test('own gaps are blended with the pool by w = gaps / (gaps + 3)', () => {
    const constant: Pool = {
      name: 'shop',
      curve: () => ({ n: 20, returningShare: 0.5, quantile: (p) => (p === 0.5 ? 90 : 120) }),
    }
    // Three gaps of 30: w = 1/2, so (30 + 90) / 2 = 60 and (30 + 120) / 2 = 75.
    expect(windowFor([buyer('a', [30, 30, 30], 5)], 0, [constant])).toEqual({
      openDays: 60,
      closeDays: 75,
      method: 'own',
      group: null,
      n: 3,
      returningShare: 0.5,
    })
  })

  test('the first pool that is thick enough is taken', () => {
    const pool = (name: Pool['name'], n: number, day: number): Pool => ({
      name,
      curve: () => ({ n, returningShare: 1, quantile: () => day }),
    })
    const pools = [pool('order-number', 19, 1), pool('shop', 20, 2)]
    expect(windowFor([buyer('a', [], 5)], 0, pools)).toMatchObject({ method: 'shop', openDays: 2 })
  })
})
