import { describe, expect, test } from 'vitest'
import { show } from '../../src/reports/show.js'
import { why } from '../../src/reports/why.js'
import { input } from './sample.js'

describe('show', () => {
  const report = show.build(input)
  const fact = (label: string) => report.facts.find((one) => one.label === label)?.value

  test('says who the customer is and where he stands', () => {
    expect(report.title).toBe('Customer file · Ann')
    expect(fact('Tier')).toBe('A')
    expect(fact('R F M')).toBe('3 5 5')
    expect(fact('Net revenue in the window')).toBe(6000)
    // Gaps 30, 31, 30: P50 = 30, P80 of type 7 = 30.6, in whole days 31; last order 18 July.
    expect(fact('Next order expected')).toBe('2026-08-17 to 2026-08-18')
    expect(fact('Blocked')).toBeUndefined()
  })

  test('every order and value leads back to a file and a row', () => {
    expect(report.tables[0]!.rows).toMatchObject([
      { order: 'S-1', on: '2026-07-18', netMinor: 2000, file: 'orders.csv', row: 12 },
    ])
    expect(report.tables.find(({ key }) => key === 'values')!.rows).toMatchObject([
      { field: 'phone', file: 'orders.csv', row: 12, header: 'Phone' },
    ])
  })

  test('orders of two currencies stand written out, each in its own', () => {
    const [order] = input.file.orders
    const yen = { ...order!, order: 'J-1', currency: 'JPY', netMinor: 500 }
    const mixed = show.build({ ...input, file: { ...input.file, orders: [order!, yen] } })
    expect(mixed.tables[0]!.rows.map(({ net }) => net)).toEqual(['JPY 500', '$20.00'])
  })

  test('a blocked customer shows no follow-ups', () => {
    expect(show.build({ ...input, customer: 4 }).tables.find(({ key }) => key === 'due')!.rows).toEqual([])
  })
})

describe('why', () => {
  const explain = (customer: number, more = {}) => why.build({ ...input, customer, ...more })

  test('the arithmetic of a tier: rank, shares, and what is missing for the next class', () => {
    // Cid has 5 of 100; to be A he must have less than 80 % before him. With v the total is 95 + v and 85 stand before
    // him until he passes 25: at 25.01, 60 of 120.01 stand before. But 85 < 0.8 (95 + v) from v = 11.26 on.
    expect(explain(2).summary.tier).toEqual({
      tier: 'B',
      rank: 3,
      graded: 6,
      shareBefore: 0.85,
      shareAfter: 0.95,
      nextTier: 'A',
      valueMinor: 500,
      nextValueMinor: 1126,
      distanceMinor: 626,
    })
    expect(explain(2).notes[0]).toBe(
      'Tier B: the customers above hold 85.0% of the total, which is between 80 % and 95 %. Who crosses a cut is in the better class.',
    )
  })

  test('the best has nothing to reach; U stands outside the shares', () => {
    expect(explain(0).summary.tier).toMatchObject({
      tier: 'A',
      rank: 1,
      shareBefore: 0,
      nextTier: null,
      distanceMinor: null,
    })
    expect(explain(6).summary.tier).toMatchObject({
      tier: 'U',
      rank: null,
      nextTier: 'C',
      nextValueMinor: 1,
      distanceMinor: 151,
    })
    expect(explain(6).notes[0]).toContain('Tier U: net revenue in the window is not above zero')
    expect(explain(6).tables[0]!.rows).toEqual([])
  })

  test('scores with what they compare', () => {
    expect(explain(0).tables[0]!.rows).toEqual([
      {
        dimension: 'r',
        value: '44 days',
        worse: 3,
        customers: 6,
        score: 3,
        cuts: ['183 days', '44 days', '11 days', '3 days'],
      },
      {
        dimension: 'f',
        value: '4 orders',
        worse: 5,
        customers: 6,
        score: 5,
        cuts: ['2 orders', '2 orders', '2 orders', '4 orders'],
      },
      {
        dimension: 'm',
        value: '$60.00',
        worse: 5,
        customers: 6,
        score: 5,
        cuts: ['$5.00', '$25.00', '$25.00', '$60.00'],
      },
    ])
    expect(explain(0).notes[1]).toContain('355 is one of its codes (543 444 435 355')
  })

  test('where the cycle is taken from, narrowest first, and what counts', () => {
    const { tables, notes } = explain(0)
    const cycle = tables.find(({ key }) => key === 'cycle')!
    expect(cycle.rows[0]).toMatchObject({ method: 'own', n: 3, openDays: 30, closeDays: 31, use: 'used' })
    // Six customers: none of the pools has 20 gaps. No one else ordered a fourth time, so that cells by order number hold nothing.
    expect(cycle.rows.slice(1)).toMatchObject([{ method: 'shop', n: 4, use: 'thin' }])
    expect(notes).toContain(
      'Own gaps in days, oldest first: 30, 31, 30. No pool of others has 20 gaps, so they stand alone.',
    )
    expect(explain(7).tables.find(({ key }) => key === 'cycle')).toMatchObject({ rows: [], isForMachines: true })
    expect(explain(1).notes).toContain('No purchase cycle: fewer than three own gaps, and no pool has 20.')
  })

  test.each([show, why])('what is bought again and again stands in a table ($name)', (report) => {
    expect(report.build(input).tables.find(({ key }) => key === 'refills')!.rows).toEqual([
      {
        sku: 'TEA',
        product: 'Green tea',
        perUnitDays: 30,
        lastOn: '2026-07-18',
        lastQuantity: 1,
        expectedOn: '2026-08-17',
        state: 'due',
        n: 3,
      },
    ])
    expect(report.build({ ...input, customer: 1 }).tables.some(({ key }) => key === 'refills')).toBe(false)
  })

  test('the rules that hold something, with method and gaps', () => {
    expect(explain(0).tables[1]!.rows).toMatchObject([
      { rule: 'restock', method: 'own', n: 3 },
      { rule: 'refill', method: 'refill', n: 3 },
      { rule: 'rhythm', method: null, n: null },
    ])
  })

  test('every order behind the figures, with file and row, and whether it lies in the window', () => {
    const older = { ...input.file.orders[0]!, order: 'S-0', on: input.asOf - 365 }
    const orders = [older, ...input.file.orders]
    const table = explain(0, { behind: { ...input.file, orders } }).tables.find(({ key }) => key === 'orders')
    expect(table?.rows.map(({ order, window, file, row }) => [order, window, file, row])).toEqual([
      ['S-1', 'yes', 'orders.csv', 12],
      ['S-0', 'no', 'orders.csv', 12],
    ])
    expect(explain(0).tables.map(({ key }) => key)).not.toContain('orders')
  })

  test('in Chinese', () => {
    expect(explain(2, { lang: 'zh' }).notes[0]).toBe(
      'B类客户：排在前面的客户占总额的85.0%，在80%到95%之间。跨过分界线的客户归入较高一类。',
    )
  })
})
