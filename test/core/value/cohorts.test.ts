import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cohorts, cohortsOf, pooledRetention, retention } from '../../../src/core/value/cohorts.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import { monthText } from '../../../src/core/values/month.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'

const customers: readonly MadeCustomer[] = [
  {
    id: 'a',
    bought: [
      { on: '2026-01-31', net: 100 },
      { on: '2026-02-01', net: 50 },
      { on: '2026-02-20', net: 50 },
      { on: '2026-04-02', net: 30 },
    ],
  },
  {
    id: 'b',
    bought: [
      { on: '2026-01-05', net: 300 },
      { on: '2026-03-09', net: -40, gross: 0 },
    ],
  },
  {
    id: 'c',
    bought: [
      { on: '2026-01-02', net: 0 },
      { on: '2026-03-10', net: 80 },
      { on: '2026-04-11', net: 20 },
    ],
  },
  { id: 'd' },
]

const of = (on: string, keeps = (_: number) => true): Cohorts => cohortsOf(snapshotOf(customers), dayOf(on), keeps)
const table = (all: Cohorts, by: 'customers' | 'revenue') =>
  all.cohorts.map((cohort) => cohort.buyers.map((_, k) => retention(cohort, k, all, by)))

describe('cohorts', () => {
  test('by the month of the first counted order; months that won nobody stand too', () => {
    const all = of('2026-04-30')
    expect(all.cohorts.map(({ month, customers }) => [monthText(month), customers])).toEqual([
      ['2026-01', 2],
      ['2026-02', 0],
      ['2026-03', 1],
      ['2026-04', 0],
    ])
    // January: a and b; a ordered in February (twice, one customer) and April, b only returned something in March.
    expect(table(all, 'customers')).toEqual([[1, 0.5, 0, 0.5], [null, null, null], [1, 1], [null]])
    expect(all.cohorts[0]).toMatchObject({ netMinor: [400, 100, -40, 30], totalNetMinor: 490 })
    expect(table(all, 'revenue')[0]).toEqual([1, 0.25, -0.1, 0.075])
  })

  test('the month of the as-of day is blank until it is over', () => {
    const all = of('2026-04-29')
    expect(all.isLastWhole).toBe(false)
    expect(table(all, 'customers')).toEqual([[1, 0.5, 0, null], [null, null, null], [1, null], [null]])
    expect(of('2026-03-10').cohorts.at(-1)).toMatchObject({ customers: 1, buyers: [1] })
  })

  test('together, each month over the cohorts that have come so far', () => {
    const all = of('2026-04-30')
    const pooled = pooledRetention(all, all.cohorts, 'customers')
    // Month 1: January 1 of 2, March 1 of 1.
    expect(pooled.map(({ k, cohorts, customers, buyers }) => [k, cohorts, customers, buyers])).toEqual([
      [0, 2, 3, 3],
      [1, 2, 3, 2],
      [2, 1, 2, 0],
      [3, 1, 2, 1],
    ])
    expect(pooled[1]!.share).toBeCloseTo(2 / 3, 12)
  })

  test('a filter leaves the others out, and nobody makes no cohort', () => {
    expect(of('2026-04-30', (customer) => customer === 1).cohorts[0]).toMatchObject({
      customers: 1,
      buyers: [1, 0, 0, 0],
    })
    expect(of('2026-04-30', () => false).cohorts).toEqual([])
    expect(of('2025-12-31').cohorts).toEqual([])
    expect(pooledRetention(of('2025-12-31'), [], 'customers')).toEqual([])
  })

  test('every customer with a counted order is in one cohort, and shares lie between 0 and 1', () => {
    const day = fc.integer({ min: 20_000, max: 20_400 })
    const order = fc.record({ on: day, net: fc.integer({ min: -50, max: 100 }) })
    fc.assert(
      fc.property(fc.array(fc.array(order, { maxLength: 6 }), { maxLength: 20 }), day, (ledger, on) => {
        const snapshot = snapshotOf(ledger.map((bought, i) => ({ id: `c${i}`, bought })))
        const all = cohortsOf(snapshot, on, () => true)
        const bought = ledger.filter((orders) => orders.some((made) => made.net > 0 && made.on <= on))
        expect(all.cohorts.reduce((sum, { customers }) => sum + customers, 0)).toBe(bought.length)
        for (const share of table(all, 'customers').flat()) {
          if (share !== null) expect(share >= 0 && share <= 1).toBe(true)
        }
        for (const cohort of all.cohorts) expect(cohort.buyers[0]).toBe(cohort.customers)
      }),
    )
  })
})
