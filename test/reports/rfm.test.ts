import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/report/model.js'
import { vocabularies } from '../../src/core/value/segments/index.js'
import { VALUE_DEFAULTS } from '../../src/core/value/standing.js'
import { list } from '../../src/reports/list.js'
import { rfm } from '../../src/reports/rfm.js'
import { why } from '../../src/reports/why.js'
import { gradesBasisOf } from '../support/grades.js'
import { snapshotOf } from '../support/snapshot.js'
import { asOf, input } from './sample.js'

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

  test('tables of moves obey the filter, the totals are of all, and that is said', () => {
    const against = asOf - 30
    const of = (...chosen: readonly number[]) =>
      rfm.build({
        ...input,
        against,
        filter: { text: 'name:x', unknownTags: [], includes: (i) => chosen.includes(i) },
      })
    const tableOf = (report: Report, key: string) => report.tables.find((table) => table.key === key)!
    const all = rfm.build({ ...input, against })
    const { moved, stayed } = all.summary.migration as { moved: number; stayed: number }
    const ids = tableOf(all, 'segmentMovers').rows.map(({ customer }) => customer)
    expect([ids.length, tableOf(all, 'migration').rows.reduce((sum, row) => sum + Number(row.customers), 0)]).toEqual([
      moved,
      moved + stayed,
    ])
    const [mover] = ids
    const one = of(input.snapshot.customers.findIndex(({ id }) => id === mover))
    expect(tableOf(one, 'segmentMovers').rows.map(({ customer }) => customer)).toEqual([mover])
    expect(tableOf(one, 'migration').rows.map(({ customers }) => customers)).toEqual([1])
    expect(one.summary.migration).toEqual(all.summary.migration)
    expect(one.notes).toContainEqual(
      expect.stringContaining(`Of the ${moved} customers who changed segment, 1 is of "name:x"`),
    )
    // c8 never bought.
    const never = of(7)
    expect(tableOf(never, 'migration')).toMatchObject({ rows: [], reason: expect.stringContaining('in either window') })
    expect(tableOf(never, 'segmentMovers')).toMatchObject({ rows: [], reason: expect.stringContaining('None of') })
    expect(never.notes.join()).toContain('0 are of')
  })

  test('quantiles between two cents are shown so that the same amounts lie above them', () => {
    // Net 10 to 14 cents: quantiles 10.8, 11.6, 12.4 and 13.2, scores 1 to 5.
    const nets = [10, 11, 12, 13, 14]
    const snapshot = snapshotOf(nets.map((net, i) => ({ id: `c${i}`, bought: [{ on: asOf - 1, net }] })))
    const value = { ...input.value, scoring: 'quantile' } as const
    const { summary, tables } = rfm.build({ ...input, snapshot, value })
    const cuts = (summary.cuts as { netMinor: number[] }).netMinor
    expect(tables.find(({ key }) => key === 'cuts')!.rows.map(({ netMinor }) => netMinor)).toEqual(cuts)
    for (const { m, netMinor } of tables[0]!.rows) expect(m).toBe(1 + cuts.filter((q) => Number(netMinor) > q).length)
    const explained = why.build({ ...input, snapshot, value, grades: () => gradesBasisOf(snapshot, asOf), customer: 1 })
    const scores = explained.tables.find(({ key }) => key === 'scores')!.rows
    expect(scores.at(-1)).toMatchObject({ value: '$0.11', score: 2, cuts: ['$0.10', '$0.11', '$0.12', '$0.13'] })
  })

  test('the grid has every customer once, R downwards and F across', () => {
    const grid = report.tables.find(({ key }) => key === 'grid')!
    expect(grid.rows.map(({ r }) => r)).toEqual([5, 4, 3, 2, 1])
    // R F of Ann 35, 王芳 51, Cid 44, Dee 21, Eve 11, Fay 11; net 60, 25, 5, 5, 3 and 2 dollars.
    expect(grid.rows[2]).toMatchObject({ r: 3, f1: 0, f5: 1, f5NetMinor: 6000 })
    expect(grid.rows[4]).toMatchObject({ r: 1, f1: 2, f1NetMinor: 500 })
    expect(grid.columns.filter(({ wide }) => !wide).map(({ key }) => key)).toEqual(['r', 'f1', 'f2', 'f3', 'f4', 'f5'])
  })

  test('all equal: the scores say that they tell nobody apart', () => {
    const equal = snapshotOf(
      Array.from({ length: 30 }, (_, i) => ({ id: `c${i}`, bought: [{ on: '2026-08-01', net: 500 }] })),
    )
    const found = rfm.build({ ...input, snapshot: equal })
    expect(found.notes).toContain(
      'All customers who ordered in this window have the same day of the last order (R 1), number of orders (F 1), net revenue (M 1): those scores are only what the method gives to equal values, no judgement. Do not go by the name of the segment (Lost). Nothing here tells them apart.',
    )
    const quantile = rfm.build({ ...input, snapshot: equal, value: { ...VALUE_DEFAULTS, scoring: 'quantile' } })
    expect(quantile.notes.join()).toContain('day of the last order (R 5), number of orders (F 1), net revenue (M 1)')
    expect(quantile.notes.join()).toContain('(New)')
    // Bounds of the seller's own judge 30 days as 30 days.
    const bands = rfm.build({ ...input, snapshot: equal, value: { ...VALUE_DEFAULTS, scoring: 'bands' } })
    expect(bands.notes.join()).toContain('the same net revenue (M 1): that score is only what')
    for (const one of [found, quantile]) expect(one.notes.join()).not.toMatch(/flattered|recency and amount/)
    expect(report.notes.join()).not.toContain('to equal values')
  })

  test('one day of orders: only amounts differ, and nothing else is said of the scores', () => {
    const oneDay = snapshotOf(
      Array.from({ length: 7 }, (_, i) => ({ id: `c${i}`, bought: [{ on: '2026-08-28', net: 100 * (i + 1) }] })),
    )
    const { notes } = rfm.build({ ...input, snapshot: oneDay })
    expect(notes.join('\n')).toContain('They differ by net revenue alone.')
    expect(notes.join('\n')).toContain('the amount alone carries the scores')
    expect(notes.join('\n')).not.toContain('flattered')
    for (const report of [list, why])
      expect(report.build({ ...input, snapshot: oneDay }).notes.join()).toContain('(Cannot lose, Lost)')
    expect(rfm.build({ ...input, lang: 'zh', snapshot: oneDay }).notes.join()).toContain('有差别的只有净销售额')
  })

  test('who all bought once are rightly at the bottom of F', () => {
    const once = snapshotOf(
      Array.from({ length: 7 }, (_, i) => ({ id: `c${i}`, bought: [{ on: `2026-08-0${i + 1}`, net: 100 * (i + 1) }] })),
    )
    const told = rfm.build({ ...input, snapshot: once }).notes.join()
    expect(told).toContain('the same number of orders (F 1)')
    expect(told).toContain('They differ by day of the last order and net revenue.')
    expect(told).not.toContain('Do not go by')
  })

  test('one giant: five others keep their scores', () => {
    const giant = snapshotOf(
      [1, 2, 3, 4, 5, 1_000_000_000].map((net, i) => ({ id: `c${i}`, bought: [{ on: '2026-08-01', net }] })),
    )
    const rows = rfm.build({ ...input, snapshot: giant }).tables[0]!.rows
    expect(rows.map(({ m }) => m)).toEqual([5, 4, 3, 2, 1, 1])
  })

  test.each(['value', 'volc'] as const)('the eight segments of %s come with the mean scores', (name) => {
    const vocabulary = vocabularies.find((known) => known.name === name)!
    const found = rfm.build({ ...input, value: { ...input.value, vocabulary } })
    // R 3 5 4 2 1 1, F 5 1 4 1 1 1, M 5 4 2 2 1 1.
    expect(found.summary.meanScores).toEqual({ r: 16 / 6, f: 13 / 6, m: 15 / 6 })
    expect(found.facts[1]).toMatchObject({ label: 'Mean scores R, F, M', value: '2.67 · 2.17 · 2.50' })
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
