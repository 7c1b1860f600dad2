import { describe, expect, test } from 'vitest'
import { readingOrder } from '../../src/core/report/model.js'
import { STAGES } from '../../src/core/value/stages.js'
import { dayOf } from '../../src/core/values/business-date.js'
import { cohorts } from '../../src/reports/cohorts.js'
import { kpi } from '../../src/reports/kpi.js'
import { type MadeLine, purchasesOf } from '../support/purchases.js'
import { type MadeCustomer, snapshotOf } from '../support/snapshot.js'
import { asOf, input, inputWith } from './sample.js'

const rowsOf = (report: ReturnType<typeof kpi.build>, key: string) =>
  report.tables.find((table) => table.key === key)!.rows

describe('kpi', () => {
  const report = kpi.build(input)

  test('one row an indicator, with its kind, the month before and the change', () => {
    // August: 2500 and 300 in two orders of two customers; July: one of 2000.
    expect(rowsOf(report, 'indicators')[0]).toEqual({
      ...{ indicator: 'netMinor', kind: 'money', changeKind: 'percent', value: 2800, previous: 2000, change: 0.4 },
      ...{ yearBefore: null, yearChange: null },
      // The months from the first order on, the oldest first.
      trend: [200, 0, 0, 300, -150, 500, 1000, 1700, 1500, 2000, 2800],
    })
    expect(report.summary.now).toMatchObject({
      period: 'month',
      from: '2026-08-01',
      to: '2026-08-31',
      isWhole: true,
      netMinor: 2800,
    })
    expect(report.summary.yearBefore).toMatchObject({
      from: '2025-08-01',
      to: '2025-08-31',
      netMinor: null,
      orders: null,
    })
  })

  test('the year before is hidden where the ledger knows nothing of it, and that is said', () => {
    const [main] = report.tables
    expect(main!.columns.filter(({ wide }) => wide).map(({ key }) => key)).toEqual(['kind', 'yearBefore', 'yearChange'])
    expect(report.notes).toContain('Nothing is told of 2025-08: the first order that counts is of 2025-10-01.')
  })

  test('by another measure than net revenue, that is said to people and machines', () => {
    const note =
      'Concentration, contribution and win-back go by another measure than net revenue: orders (setting tier.measure).'
    const byOrders = kpi.build({ ...input, value: { ...input.value, measure: 'orders' } })
    expect([byOrders.params.measure, byOrders.notes.includes(note)]).toEqual(['orders', true])
    expect([report.params.measure, report.notes.includes(note)]).toEqual(['net', false])
  })

  test('a share changes by points, an amount by a share of it, a score by the difference', () => {
    const rows = rowsOf(report, 'indicators')
    const row = (key: string) => rows.find(({ indicator }) => indicator === key)!
    const share = row('repurchaseRate')
    expect(share).toMatchObject({ changeKind: 'points', change: Number(share.value) - Number(share.previous) })
    expect(row('gini').changeKind).toBe('number')
    expect(row('orders').changeKind).toBe('percent')
  })

  test('blank figures and changes have a reason', () => {
    expect(report.notes.find((note) => note.startsWith('Blank: '))).toContain(
      'Churn rate (2025-10: when it began there was no customer who could be lost)',
    )
    const zh = kpi.build({ ...input, lang: 'zh' }).notes
    expect(zh.find((note) => note.startsWith('空白处：'))).toContain('流失率（2025年10月：期初还没有可能流失的客户）')
    const rows = rowsOf(report, 'indicators').filter(
      ({ value, previous, change }) => value !== null && previous !== null && change === null,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(report.notes).toContain('A change is blank where the earlier figure is blank or not above zero.')
  })

  test('several periods are told as one list', () => {
    const early = kpi.build({ ...input, lang: 'zh', month: 2025 * 12 + 7 })
    expect(early.notes.join()).toContain('2025年8月、2025年7月和2024年8月没有数字')
  })

  test('a month by the table is that month alone', () => {
    const july = kpi.build({ ...input, month: 2026 * 12 + 6 })
    const row = rowsOf(report, 'months').find(({ month }) => month === '2026-07')!
    for (const { indicator, value } of rowsOf(july, 'indicators'))
      expect([indicator, row[String(indicator)]]).toEqual([indicator, value])
    expect(rowsOf(july, 'months')[0]).toMatchObject({ month: '2026-07', to: '2026-07-31' })
  })

  test('a month not over stands beside the same days', () => {
    const partial = kpi.build(inputWith({ asOf: dayOf('2026-08-12') }))
    expect(partial.summary.previous).toMatchObject({ from: '2026-07-01', to: '2026-07-12', isWhole: false })
    expect(partial.tables[0]!.columns.map(({ label }) => label)).toContain('2026-08 to 08-12')
    expect(partial.notes[0]).toBe(
      '2026-08 to 08-12 is not over: the same days of the others stand beside it (2026-07 to 07-12 and 2025-08 to 08-12). The last whole one: crm kpi --month 2026-07',
    )
  })

  test('the year before of a year is the period before: shown once', () => {
    const year = kpi.build({ ...input, period: 'year' })
    expect(year.tables[0]!.columns.find(({ key }) => key === 'yearBefore')).toMatchObject({ wide: true })
    expect(year.notes.join()).toContain('crm kpi --period year --month 2025-12')
  })

  test('stages: before + entered − left is what stands at the end, and the conversion counts each customer once', () => {
    for (const { before, entered, left, customers } of rowsOf(report, 'stages')) {
      expect(Number(before) + Number(entered) - Number(left)).toBe(customers)
    }
    const sum = (rows: readonly Readonly<Record<string, unknown>>[]) =>
      rows.reduce((total, row) => total + Number(row.customers), 0)
    expect(sum(rowsOf(report, 'stages'))).toBe(input.snapshot.customers.length)
    expect(sum(rowsOf(report, 'conversion'))).toBe(input.snapshot.customers.length)
    expect(Object.keys(report.summary.stages as object)).toEqual([...STAGES])
  })

  test('before the first order that counts there is a sentence in place of figures', () => {
    const built = kpi.build(inputWith({ asOf: dayOf('2024-01-01') }))
    expect(readingOrder(built.tables).map(({ key }) => key)).toEqual(['stages', 'conversion'])
    expect(built.notes).toEqual([
      'No order counts up to 2024-01-01: the first is of 2025-10-01. A later day: --on 2025-10-01',
    ])
  })

  test('a rating without a date is in no period, and that is said', () => {
    const rating = { kind: 'rating', customer: 0, on: null, knownOn: asOf, value: 5, details: {} } as const
    const built = kpi.build(inputWith({ entries: [rating] }))
    expect(built.summary.now).toMatchObject({ ratings: 0, satisfaction: null })
    expect(built.notes).toContain('1 rating or complaint without a date: in no period.')
  })

  test('leads: those without a date are told, and why there is no conversion or sales cycle', () => {
    const lead = (customer: number, knownOn: number, stage = '', on: number | null = knownOn) =>
      ({ kind: 'lead', customer, on, knownOn, value: null, details: { stage } }) as const
    const notes = (...entries: readonly ReturnType<typeof lead>[]) => kpi.build(inputWith({ entries })).notes.join('\n')
    // Customer 7 never bought; 1 was met on 20 August and ordered on the 28th.
    const open = notes(lead(7, asOf - 2, '', null))
    expect(open).toContain('1 lead without a date counts from the day of the import.')
    expect(open).toMatch(/Conversion \([^:]*: no lead was won by an order, or lost\)/)
    const lost = notes(lead(7, asOf - 2, 'lost'))
    expect(lost).not.toContain('without a date')
    expect(lost).toMatch(/[Ss]ales cycle[^;]*: no lead of which the first day is known was won by an order\)/)
    const won = kpi.build(inputWith({ entries: [lead(1, asOf - 9, '', null)] }))
    expect(won.summary.now).toMatchObject({ leadsOpened: 1, leadsWon: 1, conversion: 1, salesCycleDays: 8 })
    expect(notes()).not.toMatch(/no lead|import\./)
  })

  test('a filter that keeps nobody says so', () => {
    const filter = { text: 'country:JP', unknownTags: [], includes: () => false }
    const built = kpi.build({ ...input, filter })
    expect(built.notes[0]).toBe('Nobody matches "country:JP", so all figures are of nobody.')
    expect(built.summary.now).toMatchObject({ orders: 0, buyers: 0, repurchaseRate: null })
  })
})

describe('small ledgers', () => {
  const days = (count: number) => Array.from({ length: count }, (_, i) => ({ on: asOf - 10 * i, net: 100 }))
  const ledgers: Readonly<Record<string, readonly MadeCustomer[]>> = {
    'only customers who never bought': [{ id: 'a', bought: [{ on: asOf - 3, net: 5, counted: false }] }],
    one: [{ id: 'a', bought: days(1) }],
    four: Array.from({ length: 4 }, (_, i) => ({ id: `c${i}`, bought: days(i + 1) })),
    five: Array.from({ length: 5 }, (_, i) => ({ id: `c${i}`, bought: days(i + 1) })),
    'twenty-nine': Array.from({ length: 29 }, (_, i) => ({ id: `c${i}`, bought: days((i % 6) + 1) })),
    'all one-time': Array.from({ length: 40 }, (_, i) => ({ id: `c${i}`, bought: [{ on: asOf - 9 * i, net: i + 1 }] })),
    'all equal': Array.from({ length: 40 }, (_, i) => ({ id: `c${i}`, bought: days(3) })),
    'one giant': [
      { id: 'giant', bought: [{ on: asOf - 1, net: 1e12 }] },
      ...Array.from({ length: 30 }, (_, i) => ({ id: `c${i}`, bought: days(1) })),
    ],
    'one day': Array.from({ length: 30 }, (_, i) => ({ id: `c${i}`, bought: [{ on: asOf, net: i + 1 }] })),
  }

  describe.each(Object.entries(ledgers))('%s', (_, made) => {
    test.each([kpi, cohorts])('$name: no figure is NaN, and no table is empty without a reason', (report) => {
      for (const lang of ['en', 'zh'] as const) {
        for (const on of [asOf, asOf - 12, asOf - 500]) {
          const built = report.build(inputWith({ lang, asOf: on, snapshot: snapshotOf(made) }))
          expect(JSON.stringify(built)).not.toMatch(/NaN|Infinity|undefined/)
          for (const table of readingOrder(built.tables))
            if (table.rows.length === 0) expect(built.notes.length).toBeGreaterThan(0)
        }
      }
    })
  })

  test('thin samples are said: what one customer weighs, and from when on a cycle cannot be told', () => {
    const { notes } = kpi.build(inputWith({ snapshot: snapshotOf(ledgers.four!) }))
    expect(notes).toContain(
      'Only 4 customers ordered in the window (fewer than 30): one customer more or less moves a rate by 25.0 points.',
    )
    expect(notes).toContain(
      'For 3 of 4 buyers no purchase cycle can be told yet (the shop has fewer than 20 gaps between orders): they count as at risk after 90 days without an order, as lapsed after 180.',
    )
  })

  test('one month of history says when cohorts begin to tell something', () => {
    const { notes } = cohorts.build({ ...input, snapshot: snapshotOf(ledgers['one day']!) })
    expect(notes).toEqual(['All orders lie in one month: whether customers come back shows from the next month on.'])
  })

  test('before the first order there is no cohort, and that is said', () => {
    const built = cohorts.build({ ...input, asOf: dayOf('2024-01-01') })
    expect(built.notes).toEqual([
      'No order counts up to 2024-01-01: the first is of 2025-10-01. A later day: --on 2025-10-01',
    ])
  })
})

describe('cohorts', () => {
  test('a row a cohort, a column a month after; columns nobody has reached are kept for machines', () => {
    const [main, together] = cohorts.build({ ...input, months: 3 }).tables
    expect(main!.rows.map(({ cohort, customers }) => [cohort, customers])).toEqual([
      ['2026-06', 0],
      ['2026-07', 0],
      ['2026-08', 1],
    ])
    expect(main!.columns.map(({ key }) => key)).toEqual([
      ...['cohort', 'customers', 'netMinor', 'trend', 'm0', 'm1', 'm2'],
    ])
    expect(together!.rows).toHaveLength(1)
  })

  test('begin at the newest month that won a customer where the last months won nobody', () => {
    const old = [
      {
        id: 'a',
        bought: [
          { on: '2024-01-05', net: 100 },
          { on: '2024-02-05', net: 50 },
        ],
      },
      {
        id: 'b',
        bought: [
          { on: '2024-02-10', net: 100 },
          { on: '2026-08-20', net: 10 },
        ],
      },
    ]
    const [main] = cohorts.build({ ...input, months: 2, snapshot: snapshotOf(old) }).tables
    expect(main!.rows.map(({ cohort, customers, m1 }) => [cohort, customers, m1])).toEqual([
      ['2024-01', 1, 1],
      ['2024-02', 1, 0],
    ])
  })

  test('customers of earlier months are counted, and how to see them', () => {
    expect(cohorts.build({ ...input, months: 3 }).notes).toContain(
      '5 customers of earlier months are not in these cohorts: crm cohorts --months 11',
    )
  })

  test('by revenue: the share of the first month', () => {
    const { tables } = cohorts.build({ ...input, cohortsBy: 'revenue' })
    const ann = tables[0]!.rows.find(({ cohort }) => cohort === '2026-04')!
    expect(ann).toMatchObject({ netMinor: 6000, m0: 1, m1: 1.5, m2: 1.5, m3: 2, m4: 0 })
  })
})

describe('the cycles of the shop', () => {
  const days = (id: string, gaps: readonly number[]): MadeCustomer => {
    const on = [asOf]
    for (const gap of gaps.toReversed()) on.unshift(on[0]! - gap)
    return { id, bought: on.map((day) => ({ on: day, net: 10 })) }
  }

  test('of all, and after the first four orders; with few gaps, why there are none', () => {
    const snapshot = snapshotOf(Array.from({ length: 20 }, (_, i) => days(`c${i}`, [10, 20, 30, 40, 50, 60])))
    const table = kpi.build(inputWith({ snapshot })).tables.find(({ key }) => key === 'cycles')!
    expect(table.rows.filter(({ method }) => method !== 'segment')).toEqual([
      expect.objectContaining({ method: 'shop', orderNumber: null, n: 120, rhythm: 'regular' }),
      ...[10, 20, 30, 40].map((gap, at) =>
        expect.objectContaining({ method: 'order-number', orderNumber: at + 1, n: 20, openDays: gap, closeDays: gap }),
      ),
    ])
    expect(table.rows[0]).toMatchObject({ openDays: 30, closeDays: 50, customers: 20 })
    const thin = kpi.build(input).tables.find(({ key }) => key === 'cycles')!
    expect(thin).toMatchObject({ rows: [], reason: expect.stringContaining('it takes 20 gaps') })
  })

  test('of the ten products most is known of', () => {
    const buyers = Array.from({ length: 12 * 20 }, (_, i) => ({
      ...days(`c${i}`, [30]),
      sku: `P${Math.floor(i / 20)}`,
    }))
    const more = Array.from({ length: 5 }, (_, i) => ({ ...days(`d${i}`, [30]), sku: 'P11' }))
    const all = [...buyers, ...more]
    const lines = all.map(({ bought = [], sku }) => bought.map(({ on }): MadeLine => [on as number, sku]))
    const snapshot = { ...snapshotOf(all), purchases: () => purchasesOf(lines) }
    const products = rowsOf(kpi.build(inputWith({ snapshot })), 'cycles').filter(({ method }) => method === 'product')
    expect(products).toHaveLength(10)
    expect(products[0]).toMatchObject({ group: 'product P11', n: 25, openDays: 30 })
  })
})
