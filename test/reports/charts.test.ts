import { describe, expect, test } from 'vitest'
import type { Chart, ColumnsChart, FlowChart, HeatChart, SpansChart, StepsChart } from '../../src/core/report/chart.js'
import type { Report } from '../../src/core/report/model.js'
import { cohorts } from '../../src/reports/cohorts.js'
import { reports } from '../../src/reports/index.js'
import { kpi } from '../../src/reports/kpi.js'
import { leads } from '../../src/reports/leads.js'
import { rfm } from '../../src/reports/rfm.js'
import { tier } from '../../src/reports/tier.js'
import { snapshotOf } from '../support/snapshot.js'
import { asOf, input, inputWith } from './sample.js'

function chartOf<C extends Chart>({ charts = [] }: Report, key: string): C {
  return charts.find((chart) => chart.key === key) as C
}

describe.each(reports.map((report) => [report.name, report] as const))('charts of %s', (_, report) => {
  const build = (lang: 'en' | 'zh') => report.build({ ...input, lang })

  test('have keys of their own, the figures of both languages alike, and no words of the other', () => {
    const [en, zh] = [build('en').charts ?? [], build('zh').charts ?? []]
    expect(new Set(en.map(({ key }) => key)).size).toBe(en.length)
    expect(zh.map(({ key, kind }) => [key, kind])).toEqual(en.map(({ key, kind }) => [key, kind]))
    for (const { title, alt } of en) expect(title + alt).not.toMatch(/\p{Script=Han}/u)
    for (const { title, alt } of zh) for (const text of [title, alt]) expect(text).toMatch(/\p{Script=Han}/u)
    expect(JSON.stringify([en, zh])).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('have the table of the report that holds their figures, where it has one', () => {
    const { charts = [], tables } = build('en')
    for (const { table } of charts) {
      const own = tables.find(({ key }) => key === table.key)
      if (own) expect([own.rows, own.columns]).toEqual([table.rows, table.columns])
    }
  })
})

describe('the grid of R and F', () => {
  const grid = chartOf<HeatChart>(rfm.build(input), 'grid')

  test('stands as the table does: R 5 on top, F 1 on the left, every scored customer once', () => {
    expect([grid.rows, grid.columns]).toEqual([
      ['R 5', 'R 4', 'R 3', 'R 2', 'R 1'],
      ['F 1', 'F 2', 'F 3', 'F 4', 'F 5'],
    ])
    const rows = grid.table.rows.map((row) => [1, 2, 3, 4, 5].map((f) => row[`f${f}`]))
    expect(grid.cells.map((cells) => cells.map(({ value }) => value))).toEqual(rows)
    expect(grid.cells.flat().reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(6)
  })

  test('names the segment most customers of a field belong to, and none where nobody is', () => {
    // Ann alone has R 3 and F 5: loyal.
    expect(grid.cells[2]![4]).toEqual({ value: 1, label: 'Loyal' })
    for (const { value, label } of grid.cells.flat()) if (value === 0) expect(label).toBeUndefined()
  })

  test('the title tells the largest field', () => {
    // Dee, Eve and Fay ordered once, 183, 242 and 334 days ago: R 2, 1 and 1.
    expect(grid.title).toBe('The largest group, 2 of 6 customers, has R 1 and F 1 (Lost)')
    expect(grid.alt).toContain('R 1, F 1: 2')
  })
})

describe('the migration of segments', () => {
  const against = asOf - 120
  const report = rfm.build({ ...input, against })
  const chart = chartOf<FlowChart>(report, 'migration')

  test('holds every flow of the table, and who stayed under one name on both sides', () => {
    const { rows } = report.tables.find(({ key }) => key === 'migration')!
    expect(chart.flows.map(({ value }) => value)).toEqual(rows.map(({ customers }) => customers))
    expect(chart.from).toEqual(chart.to)
    for (const [at, { from, to }] of chart.flows.entries()) {
      expect(chart.from[from] === chart.to[to]).toBe(rows[at]!.before === rows[at]!.now)
    }
  })

  test('the title counts who moved', () => {
    const moved = chart.flows.filter(({ from, to }) => from !== to).reduce((sum, { value }) => sum + value, 0)
    const all = chart.flows.reduce((sum, { value }) => sum + value, 0)
    expect(chart.title).toMatch(new RegExp(`^${moved} of ${all} customers changed segment since 2026-05-03; `))
  })

  test('is of the filter’s customers as its table is; without an earlier day there is none', () => {
    const one = rfm.build({ ...input, against, filter: { text: 'x', unknownTags: [], includes: (i) => i === 0 } })
    expect(chartOf<FlowChart>(one, 'migration').flows.map(({ value }) => value)).toEqual([1])
    expect(chartOf(rfm.build(input), 'migration')).toBeUndefined()
  })
})

describe('cohorts', () => {
  const chart = chartOf<HeatChart>(cohorts.build(input), 'cohorts')

  test('begin with the month after the first, blank where a month is not over or there is nobody to follow', () => {
    expect(chart.columns[0]).toBe('+1')
    // First orders: Fay October 2025, Eve January, Dee March, Ann April, Cid May, 王芳 August 2026; August is over.
    expect(chart.rows).toEqual(['2025-10 (1)', '2026-01 (1)', '2026-03 (1)', '2026-04 (1)', '2026-05 (1)'])
    // Ann came back in May, June and July, not in August.
    expect(chart.cells[3]!.map(({ value }) => value)).toEqual([1, 1, 1, 0, ...Array(6).fill(null)])
  })

  test('the title tells all cohorts together', () => {
    // Of the five followed for a month only Ann was back in it; in month 6, which Fay and Eve have come to, nobody was.
    expect(chart.title).toBe('20.0% of the customers order again in the month after their first order, 0.0% in month 6')
  })

  test('there is none before a month after is over', () => {
    const young = snapshotOf([{ id: 'c1', bought: [{ on: '2026-08-28', net: 2500 }] }])
    expect(cohorts.build({ ...input, snapshot: young }).charts).toEqual([])
  })
})

describe('net revenue by month', () => {
  const report = kpi.build(input)
  const chart = chartOf<ColumnsChart>(report, 'revenue')

  test('the parts of a month add up to its net revenue, oldest first', () => {
    const rows = report.tables.find(({ key }) => key === 'months')!.rows.toReversed()
    expect(chart.columns).toEqual(rows.map(({ month }) => month))
    const sums = chart.columns.map((_, at) => chart.parts.reduce((sum, { values }) => sum + values[at]!, 0))
    expect(sums).toEqual(rows.map(({ netMinor }) => netMinor))
  })

  test('the title tells the last month', () => {
    // August: 王芳 new with 25.00, Cid back with 3.00.
    expect(chart.title).toBe('2026-08 brought $28.00, 10.7% of it from returning customers')
    expect(chart.parts.map(({ label }) => label)).toEqual(['Returning customers', 'New customers'])
  })

  test('a month not over is told as one', () => {
    const { title } = chartOf<ColumnsChart>(kpi.build(inputWith({ asOf: asOf - 2 })), 'revenue')
    expect(title).toMatch(/^2026-08 has brought \$28\.00 so far/)
  })
})

test('the funnel counts who got as far as each stage', () => {
  const chart = chartOf<StepsChart>(leads.build(input), 'funnel')
  // Ann stands at the proposal; Gil was never contacted.
  expect(chart.steps.map(({ label, value }) => [label, value])).toEqual([
    ['contact', 1],
    ['need', 1],
    ['proposal', 1],
    ['price', 0],
    ['ordered', 0],
  ])
  expect(chart.title).toBe('Of 2 valid leads, 1 reached a stage and 0 got to an order or were won (0.0%)')
  expect(chart.steps[3]!.told).toBe('0.0% of proposal')
})

test('cycles go from the day half are back to that four in five are', () => {
  // Thirty customers of three orders, 10 and 30 days apart: half of the 60 gaps are 10 days, all are at most 30.
  const day = (on: number) => new Date(Date.UTC(2026, 4, 1) + on * 86_400_000).toISOString().slice(0, 10)
  const regulars = snapshotOf(
    Array.from({ length: 30 }, (_, at) => ({
      id: `c${at}`,
      bought: [0, 10, 40].map((on) => ({ on: day(on), net: 100 })),
    })),
  )
  const report = kpi.build(inputWith({ snapshot: regulars }))
  const chart = chartOf<SpansChart>(report, 'cycles')
  expect(chart.title).toBe('Half of those who order again are back after 10 days, four in five after 30 days')
  expect(chart.spans[0]).toEqual({ label: 'All customers', from: 10, to: 30, told: '60 gaps' })
  expect(chart.table.rows.length).toBeGreaterThanOrEqual(chart.spans.length)
  expect(chartOf(kpi.build(input), 'cycles')).toBeUndefined()
})

test('the Pareto curve tells its cuts', () => {
  const [chart] = tier.build(input).charts!
  // A is Ann and 王芳, two of six with 85 of 100; B ends with Dee, four of six with 95.
  expect(chart).toMatchObject({
    stretches: [
      { tier: 'A', until: 2 / 6, told: 'A: 33.3% of customers → 85.0%' },
      { tier: 'B', until: 4 / 6, told: 'A+B: 66.7% of customers → 95.0%' },
      { tier: 'C', until: 1 },
    ],
  })
})
