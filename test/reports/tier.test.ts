import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/render/text-width.js'
import { renderTty } from '../../src/render/tty.js'
import { tier } from '../../src/reports/tier.js'
import { snapshotOf } from '../support/snapshot.js'
import { asOf, input } from './sample.js'

describe('tier', () => {
  const report = tier.build(input)

  test('summary as machines read it', () => {
    expect(report.summary).toEqual({
      measure: 'net',
      customers: { A: 2, B: 2, C: 2, U: 2 },
      classes: { strategic: 0, key: 2, general: 4, potential: 2 },
      vip: { granted: 0, candidates: 0, takenBack: 0, categories: null },
      valueMinor: { A: 8500, B: 1000, C: 500, U: -150 },
      cuts: [
        { tier: 'A', percent: 80, customer: 'c2', key: null, valueMinor: 2500 },
        { tier: 'B', percent: 95, customer: 'c4', key: 'd', valueMinor: 500 },
      ],
      // (−5·2 − 3·3 − 1·5 + 1·5 + 3·25 + 5·60) / (6 · 100)
      gini: expect.closeTo(356 / 600, 12),
      top1Share: 0.6,
      top5Share: 0.6,
      top20Share: 0.85,
      movers: { since: '2026-08-24', customers: 2, up: 1, down: 1 },
      pareto: [
        { percent: 1, customers: 1, customersShare: 1 / 6, valueMinor: 6000, valueShare: 0.6 },
        { percent: 5, customers: 1, customersShare: 1 / 6, valueMinor: 6000, valueShare: 0.6 },
        { percent: 10, customers: 1, customersShare: 1 / 6, valueMinor: 6000, valueShare: 0.6 },
        { percent: 20, customers: 2, customersShare: 1 / 3, valueMinor: 8500, valueShare: 0.85 },
        { percent: 50, customers: 3, customersShare: 0.5, valueMinor: 9000, valueShare: 0.9 },
      ],
    })
    expect(report.params).toMatchObject({
      days: 365,
      measure: 'net',
      cuts: [80, 95],
      boundary: 'cross',
      asOfMoved: false,
    })
    expect(report.window).toEqual({ from: '2025-09-01', to: '2026-08-31', days: 365 })
  })

  test('the main table: best first, shares before and after, U last with blank shares', () => {
    const [main] = report.tables
    expect(main!.rows.map((row) => row.customer)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c8', 'c7'])
    expect(main!.rows[0]).toEqual({
      customer: 'c1',
      name: 'Ann',
      key: '1001',
      tier: 'A',
      valueMinor: 6000,
      shareBefore: 0,
      shareAfter: 0.6,
      orders: 4,
      lastOrderOn: '2026-07-18',
      ...{ class: 'key', handTier: null, vip: null, level: 'A', levelBy: 'key' },
    })
    expect(main!.rows[3]).toMatchObject({ tier: 'B', shareBefore: 0.85, shareAfter: 0.95 })
    expect(main!.rows[7]).toMatchObject({ tier: 'U', valueMinor: -150, shareBefore: null, shareAfter: null })
    expect(main!.columns.map(({ key }) => key)).toEqual(
      'customer name key tier valueMinor shareBefore shareAfter orders lastOrderOn class handTier vip level levelBy'.split(
        ' ',
      ),
    )
  })

  test('a ledger without names shows the platform id in their place', () => {
    const grades = ['class', 'handTier', 'vip', 'level', 'levelBy']
    const wide = (snapshot: typeof input.snapshot) =>
      tier
        .build({ ...input, snapshot })
        .tables[0]!.columns.filter((column) => column.wide)
        .map(({ key }) => key)
    const customers = input.snapshot.customers.map((facts) => ({ ...facts, name: null }))
    expect(wide(input.snapshot)).toEqual(['key', 'shareBefore', ...grades])
    expect(wide({ ...input.snapshot, customers })).toEqual(['name', 'shareBefore', ...grades])
  })

  test('totals are taken before the limit, and what it leaves out is counted', () => {
    const limited = tier.build({ ...input, shape: { limit: 2 } })
    expect(limited.tables[0]).toMatchObject({ omitted: 6 })
    expect(limited.summary).toEqual(report.summary)
    expect(limited.tables[1]!.rows).toEqual(report.tables[1]!.rows)
  })

  test('by orders the value is a count, in keys without Minor', () => {
    const byOrders = tier.build({ ...input, value: { ...input.value, measure: 'orders' } })
    // 4, 2, 1, 1, 1, 1: those with one order have 6 of 10 before them, less than 80 %, and share A.
    expect(byOrders.summary).toMatchObject({ measure: 'orders', value: { A: 10, B: 0, C: 0, U: 0 } })
    expect(byOrders.summary.cuts).toMatchObject([
      { customer: 'c6', value: 1 },
      { customer: null, value: null },
    ])
    expect(byOrders.summary).not.toHaveProperty('valueMinor')
    expect(byOrders.tables[0]!.columns.find(({ key }) => key === 'value')?.kind).toBe('count')
    expect(byOrders.tables[0]!.rows[0]).toMatchObject({ value: 4, orders: 4 })
  })

  test('by gross the refund stays in, the whole ledger has no first day', () => {
    const gross = tier.build({ ...input, value: { ...input.value, measure: 'gross', days: null } })
    expect(gross.tables[0]!.rows[0]).toMatchObject({ valueMinor: 6500 })
    expect(gross.window).toEqual({ from: null, to: '2026-08-31', days: null })
  })

  test('movers of the last seven days', () => {
    const movers = report.tables.find(({ key }) => key === 'movers')!
    expect(movers.rows).toContainEqual(
      expect.objectContaining({ customer: 'c2', before: 'U', now: 'A', cause: 'first-order', valueMinor: 2500 }),
    )
    expect(movers.rows).toHaveLength(report.facts.at(-1)!.value as number)
  })

  test('a filter chooses rows, not tiers', () => {
    const filtered = tier.build({ ...input, filter: { text: 'country:CN', unknownTags: [], includes: (i) => i === 1 } })
    expect(filtered.tables[0]!.rows.map((row) => row.customer)).toEqual(['c2'])
    expect(filtered.summary).toEqual(report.summary)
    expect(filtered.notes.join()).toContain('country:CN')
  })

  test('tables of moves obey the filter, the totals are of all, and that is said', () => {
    const built = (chosen: readonly number[]) =>
      tier.build({ ...input, filter: { text: 'country:CN', unknownTags: [], includes: (i) => chosen.includes(i) } })
    const filtered = built([1])
    const rows = (key: string) => filtered.tables.find((table) => table.key === key)!.rows
    const moves = rows('moves').flatMap((row) => ['A', 'B', 'C', 'U'].map((now) => Number(row[`now${now}`])))
    expect([rows('movers').length, moves.reduce((a, b) => a + b, 0)]).toEqual([1, 1])
    const all = (report.summary.movers as { customers: number }).customers
    expect(all).toBeGreaterThan(1)
    expect(filtered.summary).toEqual(report.summary)
    const said = `Of the ${all} customers who changed tier, 1 is of "country:CN"`
    expect(filtered.notes.filter((note) => note.startsWith('Of the '))).toEqual([expect.stringContaining(said)])
    expect(report.notes.join()).not.toContain('who changed tier')
    expect(built([]).notes.join()).not.toContain('who changed tier')
  })

  test('thin data is said (R15), in both languages', () => {
    expect(report.notes).toHaveLength(1)
    expect(report.notes[0]).toContain('Only 6 customers')
    expect(tier.build({ ...input, lang: 'zh' }).notes[0]).toContain('只有6位客户')
  })

  test('the heading says when the as-of day was moved', () => {
    const moved = tier.build({ ...input, isAsOfMoved: true })
    expect(moved.title).toBe('Customer tiers (ABC) — as of the newest order, 2026-08-31')
    expect(tier.build({ ...input, isAsOfMoved: true, lang: 'zh' }).title).toBe(
      '客户ABC分类（按最新订单日 2026-08-31 计算）',
    )
    expect(moved.params.asOfMoved).toBe(true)
  })

  test('orders without a customer are said, and in no tier', () => {
    const snapshot = {
      ...input.snapshot,
      ...snapshotOf([], [], [{ on: asOf - 3, net: 123456 }]),
      customers: input.snapshot.customers,
      orders: input.snapshot.orders,
    }
    const noted = tier.build({ ...input, snapshot })
    expect(noted.notes.at(-1)).toBe('1 order in this window ($1,234.56) names no customer: in no tier and no score.')
    expect(noted.summary).toEqual(report.summary)
  })
})

test('an empty ledger gives an empty report, no NaN', () => {
  const empty = tier.build({ ...input, snapshot: { ...snapshotOf([]), currency: null } })
  expect(empty.summary).toMatchObject({ customers: { A: 0, B: 0, C: 0, U: 0 }, gini: null, top20Share: null })
  expect(empty.tables[0]!.rows).toEqual([])
  expect(JSON.stringify(empty)).not.toMatch(/NaN|Infinity/)
})

describe('the cause of movers on a terminal of 80 cells', () => {
  // Long names and large amounts leave the least room.
  const crowded = {
    ...input.snapshot,
    customers: input.snapshot.customers.map((known, i) => ({ ...known, name: `A rather long name of customer ${i}` })),
    orders: { ...input.snapshot.orders, netMinor: input.snapshot.orders.netMinor.map((minor) => minor * 1_000_000) },
  }

  test.each(['en', 'zh'] as const)('stands whole (%s)', (lang) => {
    const report = tier.build({ ...input, snapshot: crowded, lang })
    const movers = report.tables.find(({ key }) => key === 'movers')!
    expect(movers.rows.length).toBeGreaterThan(0)
    const cause = movers.columns.find(({ key }) => key === 'cause')!
    for (const [code, words] of Object.entries(cause.words!)) {
      const rows = movers.rows.map((row) => ({ ...row, cause: code, correctedBy: '12' }))
      const columns = movers.columns.map(({ wide, ...column }) =>
        column.key === 'correctedBy' ? column : { ...column, ...(wide ? { wide } : {}) },
      )
      const text = renderTty(
        { ...report, facts: [], notes: [], charts: [], tables: [{ ...movers, rows, columns }] },
        { lang, width: 80, color: false, ascii: false, lines: true },
      )
      expect(text).toContain(words)
      for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
    }
  })
})
