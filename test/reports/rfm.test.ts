import { describe, expect, test } from 'vitest'
import { rfm } from '../../src/reports/rfm.js'
import { snapshotOf } from '../support/snapshot.js'
import { input } from './sample.js'

describe('rfm', () => {
  const report = rfm.build(input)

  test('rows as machines read them; only customers with a counted order', () => {
    const [main] = report.tables
    expect(main!.rows.map((row) => row.customer)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6'])
    // Six customers, by rank 1 + floor(5·worse/6). Ann: 3 worse in days (44 against 3, 11 | 183, 242, 334), 5 in orders and money.
    expect(main!.rows[0]).toEqual({
      customer: 'c1',
      name: 'Ann',
      key: '1001',
      recencyDays: 44,
      orders: 4,
      netMinor: 6000,
      lastOrderOn: '2026-07-18',
      r: 3,
      f: 5,
      m: 5,
      segment: 'loyal',
    })
  })

  test('segments count every scored customer once, with their value', () => {
    const segments = report.tables.find(({ key }) => key === 'segments')!
    const sum = (key: string) => segments.rows.reduce((total, row) => total + Number(row[key]), 0)
    expect([sum('customers'), sum('netMinor')]).toEqual([6, 10_000])
    expect(sum('valueShare')).toBeCloseTo(1, 12)
  })

  test('cut values of the method', () => {
    // Worse customers 0 … 5 of 6 give 1, 1, 2, 3, 4, 5. Days 334 242 183 44 11 3; orders 1 1 1 1 2 4 (the ones have
    // nobody worse); net 200 300 500 500 2500 6000 (both 500 have two worse).
    expect(report.summary.cuts).toEqual({
      recencyDays: [183, 44, 11, 3],
      orders: [2, 2, 2, 4],
      netMinor: [500, 2500, 2500, 6000],
    })
    expect(report.tables.find(({ key }) => key === 'cuts')!.rows[0]).toEqual({
      score: 2,
      recencyDays: 183,
      orders: 2,
      netMinor: 500,
    })
  })

  test('fewer than five customers: rows without scores, and it says so', () => {
    const few = snapshotOf([{ id: 'a', bought: [{ on: '2026-08-01', net: 5 }] }])
    const found = rfm.build({ ...input, snapshot: few })
    expect(found.tables[0]!.rows).toMatchObject([{ customer: 'a', r: null, f: null, m: null, segment: null }])
    expect(found.summary).toMatchObject({ customers: 1, cuts: null, segments: {} })
    expect(found.notes[0]).toBe('1 customer ordered in this window; scores need at least 5.')
    expect(found.tables.map(({ key }) => key)).toEqual(['customers', 'segments'])
  })
})
