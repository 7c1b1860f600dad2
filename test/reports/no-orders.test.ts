import { describe, expect, test } from 'vitest'
import { type Report, readingOrder } from '../../src/core/report/model.js'
import { backtest } from '../../src/reports/backtest.js'
import { cohorts } from '../../src/reports/cohorts.js'
import { contacts } from '../../src/reports/contacts.js'
import { due } from '../../src/reports/due.js'
import { forecast } from '../../src/reports/forecast.js'
import { kpi } from '../../src/reports/kpi.js'
import { list } from '../../src/reports/list.js'
import { rfm } from '../../src/reports/rfm.js'
import { tier } from '../../src/reports/tier.js'
import { weekly } from '../../src/reports/weekly.js'
import { why } from '../../src/reports/why.js'
import { snapshotOf } from '../support/snapshot.js'
import { asOf, input, inputWith } from './sample.js'

const nobody = inputWith({ snapshot: snapshotOf([]) })

describe('a ledger without orders', () => {
  test.each(
    [tier, rfm, forecast, backtest, cohorts, kpi, list, due, weekly, contacts].map(
      (report) => [report.name, report] as const,
    ),
  )('%s says the next step in one sentence; machines get the usual columns', (_, report) => {
    for (const lang of ['en', 'zh'] as const) {
      const built = report.build({ ...nobody, lang })
      expect(readingOrder(built.tables)).toEqual([])
      expect(built.facts).toEqual([])
      expect(built.notes).toEqual([expect.stringContaining('crm import')])
      const keys = (of: Report) => of.tables[0]!.columns.map(({ key }) => key)
      expect(keys(built)).toEqual(keys(report.build({ ...input, lang })))
    }
  })

  test('indicators of leads and ratings are told without an order', () => {
    const snapshot = snapshotOf([{ id: 'c1', name: 'Ann' }])
    const rating = { kind: 'rating', customer: 0, on: asOf, knownOn: asOf, value: 4, details: {} } as const
    const lead = {
      kind: 'lead',
      customer: 0,
      on: asOf,
      knownOn: asOf,
      value: null,
      details: { stage: 'lost' },
    } as const
    const report = kpi.build(inputWith({ snapshot, entries: [rating, lead] }))
    const [indicators] = readingOrder(report.tables)
    expect(readingOrder(report.tables).map(({ key }) => key)).toEqual(['indicators', 'stages', 'conversion'])
    expect(indicators!.rows.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['ratings', 1],
      ['satisfaction', 4],
      ['leadsOpened', 1],
      ['leadsWon', 0],
      ['leadsLost', 1],
      ['conversion', 0],
      ['salesCycleDays', null],
    ])
    expect(report.notes[0]).toMatch(/^Without an order that counts only what rests on leads, ratings and agreed dates/)
    expect(report.notes.join()).not.toContain('nothing to work out')
    expect(report.notes.join()).not.toContain('Net revenue')
  })

  test('customers without orders are listed', () => {
    const report = list.build({ ...input, snapshot: snapshotOf([{ id: 'c1', name: 'Ann' }]) })
    expect(readingOrder(report.tables)[0]!.rows).toHaveLength(1)
  })
})

test('why shows no score table where nobody is scored, and says why', () => {
  const snapshot = snapshotOf([{ id: 'c1', name: 'Ann', bought: [{ on: '2026-08-01', net: 500 }] }])
  const report = why.build(inputWith({ snapshot }))
  expect(readingOrder(report.tables).map(({ key }) => key)).toEqual(['due', 'stages', 'forecast'])
  expect(report.notes).toContain('1 customer ordered in this window; scores need at least 5.')
})
