import { describe, expect, test } from 'vitest'
import { leadsOf } from '../../src/core/follow-up/leads/fold.js'
import { readingOrder } from '../../src/core/report/model.js'
import { lifecycleOf } from '../../src/core/value/lifecycle.js'
import { forecast } from '../../src/reports/forecast.js'
import { show } from '../../src/reports/show.js'
import { why } from '../../src/reports/why.js'
import { historyEnd, simulatedShop } from '../support/buyers.js'
import { gradesBasisOf } from '../support/grades.js'
import { type MadeLine, purchasesOf } from '../support/purchases.js'
import { snapshotOf } from '../support/snapshot.js'
import { asOf, input, inputWith } from './sample.js'

describe('show', () => {
  const report = show.build(input)
  const fact = (label: string) => report.facts.find((one) => one.label === label)?.value

  test('says who the customer is and where he stands', () => {
    expect(report.title).toBe('Customer file · Ann')
    expect(fact('Tier')).toBe('A')
    expect(fact('R F M')).toBe('3 5 5')
    expect(fact('Net revenue in the window')).toBe(6000)
    // Gaps 30, 31, 30: P50 = 30, P80 of type 7 = 30.6, in whole days 31; last order 18 July.
    expect(fact('Next order expected')).toBe('2026-08-17 to 2026-08-18 (13 days late)')
    expect(fact('Stage')).toBe('at risk since 2026-08-19')
    expect(fact('Buys every')).toBe(30)
    // Three gaps say nothing of how even they are, and three customers with two orders nothing of the shop.
    expect(fact('Regularity')).toBeUndefined()
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

  test('how evenly: own gaps, else the shop’s customers', () => {
    const buyer = (id: string, ...ago: number[]) => ({ id, bought: ago.map((days) => ({ on: asOf - days, net: 10 })) })
    const shop = snapshotOf([
      buyer('even', 110, 80, 52, 20, 0),
      buyer('once', 5),
      { id: 'never' },
      ...Array.from({ length: 20 }, (_, i) => buyer(`c${i}`, 60, 30, 0)),
    ])
    const regularity = (customer: number) =>
      show
        .build(inputWith({ snapshot: shop, grades: () => gradesBasisOf(shop, asOf), customer }))
        .facts.find(({ label }) => label === 'Regularity')?.value
    // Gaps 30 28 32 20: mean 27.5, standard deviation √(83/3) = 5.26.
    expect(regularity(0)).toBe('4 gaps of 27.5 days on average, varying by 19.1%')
    expect(regularity(1)).toBe('too few orders to say; the shop’s customers buy regularly')
    expect(regularity(2)).toBeUndefined()
  })

  test('a blocked customer shows no follow-ups', () => {
    expect(show.build({ ...input, customer: 4 }).tables.find(({ key }) => key === 'due')!.rows).toEqual([])
  })
})

describe('why', () => {
  const explain = (customer: number, more = {}) => why.build({ ...input, customer, ...more })

  test('taken otherwise than the settings say, the tier is that of the question, and rules, class and level are told to go by the settings', () => {
    const asUsual = 'Classes, service levels and credit go by the settings'
    const asked = explain(0, { value: { ...input.value, days: 30 } })
    expect(asked.summary.tier).toMatchObject({ tier: 'U' })
    expect(asked.notes.find((note) => note.startsWith(asUsual))).toContain(
      'whatever --by, --cuts, --boundary or --days',
    )
    expect(asked.tables.find(({ key }) => key === 'due')!.rows.find(({ rule }) => rule === 'rhythm')).toMatchObject({
      reason: 'no contact noted yet, last order 44 days ago; service level A: every 30 days',
    })
    expect(explain(0).notes.some((note) => note.startsWith(asUsual))).toBe(false)
  })

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
        rank: 3,
        worse: 3,
        customers: 6,
        score: 3,
        cuts: ['183 days', '44 days', '11 days', '3 days'],
      },
      {
        dimension: 'f',
        value: '4 orders',
        rank: 1,
        worse: 5,
        customers: 6,
        score: 5,
        cuts: ['2 orders', '2 orders', '2 orders', '4 orders'],
      },
      {
        dimension: 'm',
        value: '$60.00',
        rank: 1,
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

  test.each([show, why])('what is due stands first, what was used up long ago is counted ($name)', (report) => {
    const day = (back: number) => asOf - back
    // Each is bought every ten days; the last purchase tells the state: not yet, due, and seven long ago.
    const bought = (sku: string, last: number) => [20, 10, 0].map((more): MadeLine => [day(last + more), sku])
    const lines = [
      ...[200, 190, 180, 170, 160, 150, 140].flatMap((last, i) => bought(`OLD${i}`, last)),
      ...bought('NEW', 3),
      ...bought('DUE', 15),
    ]
    const orders = [...new Set(lines.map(([on]) => on))].map((on) => ({ on, net: 100 }))
    const snapshot = { ...snapshotOf([{ id: 'c1', bought: orders }]), purchases: () => purchasesOf([lines]) }
    const built = report.build({ ...inputWith({ snapshot, grades: () => gradesBasisOf(snapshot, asOf) }), customer: 0 })
    const skus = (key: string) => built.tables.find((table) => table.key === key)!.rows.map(({ sku }) => sku)
    expect(skus('refills')).toEqual(['DUE', 'NEW'])
    expect(skus('refillsPast')).toEqual(['OLD6', 'OLD5', 'OLD4', 'OLD3', 'OLD2', 'OLD1', 'OLD0'])
    expect(readingOrder(built.tables).map(({ key }) => key)).not.toContain('refillsPast')
    expect(built.notes.join()).toContain(`7 products bought again and again should have been used up long ago`)
    expect(built.notes.join()).toContain(`crm ${report.name} c1 --json (table refillsPast)`)
  })

  test('the rules that hold something, with method and gaps', () => {
    expect(explain(0).tables[1]!.rows).toMatchObject([
      { rule: 'restock', method: 'own', n: 3 },
      { rule: 'refill', method: 'refill', n: 3 },
      { rule: 'win-back', method: null },
      { rule: 'rhythm', method: null, n: null },
      { rule: 'survey', method: null, n: null },
    ])
  })

  test('a stake is told with what it is part of, and which part', () => {
    // A quarter of Ann's 60.00 of the year, and the weight of each rule.
    const rows = explain(0).tables[1]!.rows.map(({ stakeMinor, stakeOfMinor, stakeShare }) => [
      stakeMinor,
      stakeOfMinor,
      stakeShare,
    ])
    expect(rows).toEqual([
      [375, 1500, 0.25],
      [375, 1500, 0.25],
      [300, 1500, 0.2],
      [225, 1500, 0.15],
      [150, 1500, 0.1],
    ])
  })

  test('the stage with its days, and every one entered so far', () => {
    // Gaps 30, 31, 30: the cycle closes after 31 days; the last order was on 18 July.
    expect(explain(0).summary.stage).toEqual({
      ...{ stage: 'at-risk', since: '2026-08-19', closeDays: 31, fallback: false },
      ahead: [{ on: '2026-09-19', from: 'at-risk', to: 'lapsed' }],
    })
    expect(explain(0).tables.find(({ key }) => key === 'stages')!.rows).toEqual([
      { on: '2026-08-19', stage: 'at-risk', before: 'active' },
      { on: '2026-05-18', stage: 'active', before: 'new' },
      { on: '2026-04-18', stage: 'new', before: 'potential' },
    ])
    expect(explain(0).notes).toContain(
      'Stage: at risk since 2026-08-19. At risk after more than 31 days without an order, when the cycle closes; lapsed after more than twice that. Without a further order: lapsed from 2026-09-19.',
    )
    expect(explain(1).summary.stage).toMatchObject({ stage: 'new', since: '2026-08-28', closeDays: 90, fallback: true })
    expect(explain(1).notes.join()).toContain('No cycle can be told yet')
    expect(explain(7).summary.stage).toMatchObject({ stage: 'potential', since: null, closeDays: null, ahead: [] })
    expect(explain(7).tables.some(({ key }) => key === 'stages')).toBe(false)
  })

  test('an open lead is an intent', () => {
    const on = input.asOf - 9
    const row = { customer: 7, kind: 'lead', on, knownOn: on, value: null, details: {} } as const
    const { cycles } = input.lifecycle()
    const { summary, notes } = explain(7, { lifecycle: () => lifecycleOf(cycles, leadsOf([row], cycles.days)) })
    expect(summary.stage).toMatchObject({ stage: 'intent', since: '2026-08-22' })
    expect(notes).toContain('Stage: intent since 2026-08-22.')
  })

  test('what the forecast is made from, also where there is none, and why', () => {
    const { summary, tables, notes } = explain(0)
    // 15.00, 15.00 and 20.00 after the first order day; 91 and 135 days of weeks.
    const inputs = { x: 3, tx: 13, T: 19.285714, meanMinor: 1667 }
    expect(summary.forecast).toMatchObject({
      ...{ ...inputs, pAlive: null, expectedOrders: null, expectedValueMinor: null },
      ...{ nextFrom: null, nextTo: null, lateDays: 13, noForecast: 'few-customers' },
    })
    expect(tables.find(({ key }) => key === 'forecast')!.rows.map(({ figure, value }) => [figure, value])).toEqual([
      ...Object.entries(inputs),
      ['lateDays', 13],
    ])
    expect(notes).toContain('No forecast: 6 customers have ordered, and the model needs at least 50.')
    expect(explain(7).summary.forecast).toBeNull()
    expect(explain(7).tables.find(({ key }) => key === 'forecast')).toMatchObject({
      rows: [],
      reason: 'No forecast: no order of this customer counts by this day.',
    })
  })

  test('the forecast of one customer is the row of the forecast of all, with the model it is from', () => {
    const snapshot = simulatedShop(11, { r: 0.6, alpha: 4, a: 0.8, b: 2.5 }, 300, 78)
    const base = inputWith({ snapshot, asOf: historyEnd })
    const all = forecast.build(base)
    for (const customer of [0, 7, 150]) {
      const { id } = base.snapshot.customers[customer]!
      const { name: _name, key: _key, customer: _id, ...row } = all.tables[0]!.rows.find((one) => one.customer === id)!
      const { summary, notes } = why.build({
        ...base,
        grades: () => gradesBasisOf(base.snapshot, historyEnd),
        customer,
      })
      expect(summary.forecast).toMatchObject({ ...row, days: 90, model: all.summary.model, spend: all.summary.spend })
      const { expectedOrders, spendMinor, expectedValueMinor } = summary.forecast as Record<string, number>
      expect(Math.abs(expectedOrders! * spendMinor! - expectedValueMinor!)).toBeLessThan(2 + expectedOrders!)
      expect(notes.join()).toMatch(/MBG\/NBD fitted to 300 customers \(r [\d.]+, α [\d.]+, a [\d.]+, b [\d.]+\)/)
    }
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
