import { describe, expect, test } from 'vitest'
import { FORECAST_DEFAULTS } from '../../src/core/value/forecast/forecast.js'
import { dateOf } from '../../src/core/values/business-date.js'
import { forecast } from '../../src/reports/forecast.js'
import { historyEnd, simulatedShop } from '../support/buyers.js'
import { type MadeCustomer, snapshotOf } from '../support/snapshot.js'
import { input } from './sample.js'

const shop = simulatedShop(11, { r: 0.6, alpha: 4, a: 0.8, b: 2.5 }, 600, 78)
const base = { ...input, snapshot: shop, asOf: historyEnd }

describe('forecast', () => {
  const report = forecast.build(base)
  const rows = report.tables[0]!.rows
  const sum = (key: string) => rows.reduce((total, row) => total + Number(row[key]), 0)

  test('one row a customer who has ordered, the largest expected value first', () => {
    expect(rows).toHaveLength(600)
    expect(Object.keys(rows[0]!)).toEqual(
      'customer name key x tx T pAlive expectedOrders expectedValueMinor nextFrom nextTo lateDays'.split(' '),
    )
    const values = rows.map((row) => Number(row.expectedValueMinor))
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    for (const { pAlive, expectedOrders } of rows) {
      expect(Number(pAlive)).toBeGreaterThanOrEqual(0)
      expect(Number(pAlive)).toBeLessThanOrEqual(1)
      expect(Number(expectedOrders)).toBeGreaterThanOrEqual(0)
    }
  })

  test('the summary: model, totals of all rows, interval around them', () => {
    const { model, spend, ...totals } = report.summary as Record<string, unknown>
    expect(model).toMatchObject({ name: 'mbg-nbd', n: 600, converged: true, replaces: null })
    expect(Object.keys(model as object)).toEqual(['name', 'params', 'logLikelihood', 'n', 'converged', 'replaces'])
    expect(Object.keys((model as { params: object }).params)).toEqual(['r', 'alpha', 'a', 'b'])
    expect(spend).toMatchObject({ name: 'gamma-gamma', converged: true })
    expect(totals.expectedValueMinor).toBe(sum('expectedValueMinor'))
    expect(totals.expectedOrders).toBeCloseTo(sum('expectedOrders'), 2)
    expect(totals.expectedOrdersLow).toBeLessThan(Number(totals.expectedOrders))
    expect(totals.expectedOrdersHigh).toBeGreaterThan(Number(totals.expectedOrders))
    expect(totals.likelyActive).toBe(rows.filter(({ pAlive }) => Number(pAlive) >= 0.5).length)
  })

  test('totals stand before the limit', () => {
    const limited = forecast.build({ ...base, shape: { limit: 3 } })
    expect([limited.tables[0]!.rows.length, limited.tables[0]!.omitted]).toEqual([3, 597])
    expect(limited.summary).toEqual(report.summary)
  })

  test('a filter chooses rows and totals, the model stays that of all', () => {
    const some = forecast.build({
      ...base,
      filter: { text: 'tag:x', unknownTags: [], includes: (customer) => customer < 40 },
    })
    expect(some.tables[0]!.rows).toHaveLength(40)
    expect(some.summary.model).toEqual(report.summary.model)
    expect(Number(some.summary.expectedOrders)).toBeLessThan(Number(report.summary.expectedOrders))
    expect(some.notes.join()).toContain('"tag:x"')
    const nobody = forecast.build({ ...base, filter: { text: 'net>1e9', unknownTags: [], includes: () => false } })
    expect(nobody.notes).toEqual(['Nobody of "net>1e9" has ordered by this day, so there is nothing to forecast.'])
  })

  test('the next order is due by the cycle; a time that is over says since when', () => {
    // Own gaps of 30 days, weighed half against the pool of all 30: opens and closes 30 days after the last order.
    const steady = (id: string, since: number): MadeCustomer => ({
      id,
      bought: [90, 60, 30, 0].map((back) => ({ on: historyEnd - since - back, net: 10 })),
    })
    const customers = [
      steady('soon', 10),
      steady('late', 37),
      ...Array.from({ length: 10 }, (_, i) => steady(`c${i}`, 5)),
    ]
    const { tables } = forecast.build({ ...base, snapshot: snapshotOf(customers) })
    const row = (id: string) => tables[0]!.rows.find(({ customer }) => customer === id)
    const day = dateOf(historyEnd + 20)
    expect(row('soon')).toMatchObject({ nextFrom: day, nextTo: day, lateDays: null })
    expect(row('late')).toMatchObject({ nextFrom: null, nextTo: null, lateDays: 7 })
  })
})

describe('where the data cannot carry it', () => {
  test.each([0, 1, 4, 5, 29])('%d customers: no figure, and why', (count) => {
    const few = simulatedShop(5, { r: 1, alpha: 4 }, count, 50)
    const { summary, facts, tables, notes } = forecast.build({ ...base, snapshot: few })
    if (count === 0) expect(notes).toEqual([expect.stringContaining('crm import')])
    else expect(notes.join()).toContain('the model needs at least 50')
    expect(facts).toHaveLength(Math.min(1, count))
    expect(summary).toMatchObject({ noForecast: 'few-customers', expectedOrders: null, model: { converged: false } })
    for (const row of tables[0]!.rows) expect(row).toMatchObject({ pAlive: null, expectedOrders: null })
  })

  test('all leave with one chance: it is said, and the chance of being active stands', () => {
    const alike = [1, 2, 3, 4, 5, 6].map((seed) => simulatedShop(seed, { r: 1.5, alpha: 4, q: 0.3 }, 400, 80))
    const built = alike.map((made) => forecast.build({ ...base, snapshot: made }))
    const found = built.findIndex(({ summary }) => (summary.model as { name: string }).name === 'mg-nbd')
    const { summary, tables, notes } = built[found]!
    const { q } = (summary.model as { params: { q: number } }).params
    expect(summary.model).toMatchObject({ replaces: 'mbg-nbd', converged: true })
    expect(notes.join()).toContain(
      `All customers leave with much the same chance: ${(q * 100).toFixed(1)}% after each order`,
    )
    expect(tables[0]!.rows.every(({ pAlive }) => typeof pAlive === 'number')).toBe(true)
    const zh = forecast.build({ ...base, lang: 'zh', snapshot: alike[found]! })
    expect(zh.notes.join()).toContain(`每下一单后有${(q * 100).toFixed(1)}%的可能不再回来`)
  })

  test('only one-time buyers', () => {
    const once = Array.from({ length: 70 }, (_, i) => ({ id: `c${i}`, bought: [{ on: historyEnd - i, net: 10 }] }))
    const { notes } = forecast.build({ ...base, snapshot: snapshotOf(once) })
    expect(notes.join()).toContain('0 customers ordered on a second day')
  })

  test('who leaves cannot be told: the chance of being active is blank, and it is said', () => {
    const staying = simulatedShop(1, { r: 0.8, alpha: 12 }, 3000, 60)
    const { summary, tables, notes, facts } = forecast.build({ ...base, snapshot: staying })
    expect(summary.model).toMatchObject({ name: 'nbd', replaces: 'mbg-nbd', converged: true })
    expect(tables[0]!.rows.every(({ pAlive }) => pAlive === null)).toBe(true)
    expect(notes.join()).toContain('Whether customers leave cannot be told')
    expect(facts.map(({ label }) => label)).not.toContain('Of them likely still active')
  })

  test('a day before the first order, and a look farther ahead than the history is long', () => {
    const early = forecast.build({ ...base, asOf: historyEnd - 10_000 })
    expect(early.notes).toEqual([
      expect.stringMatching(
        `^No order counts up to ${dateOf(historyEnd - 10_000)}: the first is of .*--on 2023-04-08$`,
      ),
    ])
    const far = forecast.build({ ...base, forecast: { ...FORECAST_DEFAULTS, days: 3000 } })
    expect(far.notes.join()).toContain('You look 3,000 days ahead')
  })
})
