import { describe, expect, test } from 'vitest'
import { FORECAST_DEFAULTS } from '../../src/core/value/forecast/forecast.js'
import { dateOf } from '../../src/core/values/business-date.js'
import { backtest } from '../../src/reports/backtest.js'
import { historyEnd, simulatedShop } from '../support/buyers.js'
import { gradesBasisOf } from '../support/grades.js'
import { snapshotOf } from '../support/snapshot.js'
import { input } from './sample.js'

const at = historyEnd - 90
const snapshot = simulatedShop(21, { r: 0.6, alpha: 4, a: 0.8, b: 2.5 }, 400, 78)
const base = {
  ...input,
  snapshot,
  graded: gradesBasisOf(snapshot, at),
  asOf: historyEnd,
  backtest: { ...FORECAST_DEFAULTS, at, knownTo: historyEnd },
}

describe('backtest', () => {
  const { tables, summary, notes, window } = backtest.build(base)
  const rows = tables[0]!.rows

  test('a row for each ranking in the best 5, 10 and 20 %, with counts and shares of all', () => {
    expect(rows.map(({ top, ranking }) => `${top} ${ranking}`)).toEqual(
      [0.05, 0.1, 0.2].flatMap((top) => ['forecast', 'rfm', 'recency', 'due'].map((ranking) => `${top} ${ranking}`)),
    )
    for (const row of rows) {
      expect(row.customers).toBe(Math.ceil(400 * Number(row.top)))
      expect(row.ordersShare).toBeCloseTo(Number(row.orders) / Number(summary.orders), 12)
      expect(row.netShare).toBeCloseTo(Number(row.netMinor) / Number(summary.netMinor), 12)
    }
    expect(window).toEqual({ from: dateOf(at + 1), to: dateOf(historyEnd), days: 90 })
  })

  test('each row another ranking wins has its sentence, with by how many orders', () => {
    for (const top of [0.05, 0.1, 0.2]) {
      const of = (ranking: string) => Number(rows.find((row) => row.top === top && row.ranking === ranking)!.orders)
      const most = Math.max(...['rfm', 'recency', 'due'].map(of))
      const said = notes.find((note) => note.startsWith(`Orders, best ${top * 100} %`))
      if (most > of('forecast')) expect(said).toContain(`(${most - of('forecast')} more)`)
      else expect(said).toBeUndefined()
    }
  })

  test('days of which nothing is known yet are said', () => {
    const shorter = backtest.build({ ...base, backtest: { ...base.backtest, days: 200 } })
    expect(shorter.notes[0]).toContain('only 90 of 200 days are compared')
  })

  test('a day before the first order, and days in which nobody orders', () => {
    const early = backtest.build({ ...base, backtest: { ...base.backtest, at: 10_000 } })
    expect(early.tables[0]!.rows).toEqual([])
    expect(early.notes[0]).toMatch(/the first is of .* A later day: --at 2023-04-08$/)
    const quiet = snapshotOf([{ id: 'a', bought: [{ on: at - 5, net: 10 }] }])
    const none = backtest.build({ ...base, snapshot: quiet, graded: gradesBasisOf(quiet, at) })
    expect(none.notes).toEqual(
      expect.arrayContaining([expect.stringContaining('nothing to catch'), expect.stringContaining('at least 50')]),
    )
    expect(none.notes.at(-1)).toBe('RFM is left out: fewer than 5 customers ordered in its window up to the day.')
    expect(notes.at(-1)).toBe('RFM: by R + F + M, equal sums by net revenue.')
    expect(JSON.stringify(none)).not.toMatch(/NaN|Infinity/)
  })
})
