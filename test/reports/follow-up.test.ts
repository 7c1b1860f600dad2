import { describe, expect, test } from 'vitest'
import type { ReportInput } from '../../src/core/report/build.js'
import type { Report } from '../../src/core/report/model.js'
import type { TableRow } from '../../src/core/report/table.js'
import { contacts } from '../../src/reports/contacts.js'
import { due } from '../../src/reports/due.js'
import { list } from '../../src/reports/list.js'
import { weekly } from '../../src/reports/weekly.js'
import { gradesBasisOf } from '../support/grades.js'
import { asOf, input, inputWith, shop } from './sample.js'

describe('due', () => {
  const report = due.build(input)

  test('rows as machines read them', () => {
    // 王芳: agreed for 30 August, stake 2,500 / 4. Ann: tier A, last order 44 days ago, three gaps of 30 or 31 days.
    expect(report.tables[0]!.rows.slice(0, 2)).toEqual([
      expect.objectContaining({
        customer: 'c2',
        rule: 'agreed',
        reason: 'next contact agreed for 2026-08-30',
        dueOn: '2026-08-30',
        overdueDays: 1,
        stakeMinor: 625,
        channel: 'phone',
        contact: '+8613800000001',
        reasons: ['next contact agreed for 2026-08-30'],
      }),
      expect.objectContaining({
        customer: 'c1',
        rule: 'restock',
        reason: 'buys every 30 days, last 44 days ago (at risk)',
        // Of the two reasons the other, to keep in touch, is older.
        dueOn: '2026-07-09',
        overdueDays: 53,
        stakeMinor: 375,
        expectedFrom: '2026-08-17',
      }),
    ])
  })

  test('where room is short the id and the time to call go before the reasons; the id stays where somebody has no name', () => {
    const giving = (of: ReportInput) =>
      due
        .build(of as typeof input)
        .tables[0]!.columns.flatMap(({ key, givesWayTo }) => (givesWayTo === undefined ? [] : [[key, givesWayTo]]))
    expect(giving(input)).toEqual([
      ['customer', 'reasons'],
      ['call', 'reasons'],
    ])
    const customers = shop.customers.map((one) => ({ ...one, name: one.id === 'c2' ? null : one.name }))
    expect(giving({ ...input, snapshot: { ...shop, customers } })).toEqual([['call', 'reasons']])
  })

  test('a reason beside a stronger one has few words; advice is of what would be forgotten otherwise', () => {
    const row = (lang: 'en' | 'zh') =>
      due.build({ ...input, lang, ahead: 400 }).tables[0]!.rows.find(({ customer }) => customer === 'c1')!
    expect(row('en').reasons).toEqual(expect.arrayContaining(['to be contacted every 30 days']))
    expect(row('en').reasons).not.toContain('tier A, lapsed')
    expect(row('zh').reasons).toEqual(expect.arrayContaining(['每30天联系一次']))
    expect((row('en').advice as string[])[0]).toBe('ask whether anything kept them from ordering again')
    expect(row('en').advice).not.toContain('introduce yourself and ask how the last order was')
  })

  test('shows the tier every other report shows: that of the settings', () => {
    // In the last 30 days 王芳 bought for 25.00 and Cid for 3.00, nobody else for anything.
    const usual = { ...input.value, days: 30 }
    const grades = () => gradesBasisOf(shop, asOf, {}, {}, usual)
    const tiers = (rows: readonly TableRow[]) => Object.fromEntries(rows.map(({ customer, tier }) => [customer, tier]))
    const shown = tiers(due.build(inputWith({ grades, ahead: 400 })).tables[0]!.rows)
    expect(shown).toMatchObject({ c1: 'U', c2: 'A', c3: 'B' })
    const listed = tiers(list.build({ ...input, grades, value: usual }).tables[0]!.rows)
    expect(listed).toMatchObject(shown)
  })

  test('blocked customers are not in it, and the summary counts the lines', () => {
    const ids = report.tables[0]!.rows.map((row) => row.customer)
    expect(ids).not.toContain('c5')
    expect(report.summary.customers).toBe(ids.length)
    const byRule = report.summary.byRule as Record<string, number>
    expect(Object.values(byRule).reduce((a, b) => a + b, 0)).toBe(ids.length)
  })

  test('capacity: the rest is counted', () => {
    const limited = due.build({ ...input, shape: { limit: 1 } })
    expect(limited.tables[0]).toMatchObject({ omitted: report.tables[0]!.rows.length - 1 })
    expect(limited.summary).toEqual(report.summary)
  })

  test('reasons in Chinese', () => {
    const zh = due.build({ ...input, lang: 'zh' })
    expect(zh.tables[0]!.rows[1]!.reason).toBe('每30天左右下单，上次在44天前（有流失风险）')
    expect(zh.tables[0]!.title).toBe('今日待跟进')
  })
})

describe('weekly', () => {
  const report = weekly.build(input)

  test('the week beside the week before', () => {
    // 25–31 August: 王芳's first order. 18–24 August: Cid's second.
    expect(report.tables[0]!.rows).toEqual([
      {
        period: 'now',
        from: '2026-08-25',
        to: '2026-08-31',
        orders: 1,
        netMinor: 2500,
        averageOrderMinor: 2500,
        customers: 1,
        newCustomers: 1,
        returningCustomers: 0,
        netChange: null,
        ordersChange: null,
      },
      {
        period: 'before',
        from: '2026-08-18',
        to: '2026-08-24',
        orders: 1,
        netMinor: 300,
        averageOrderMinor: 300,
        customers: 1,
        newCustomers: 0,
        returningCustomers: 1,
        netChange: 2500 / 300 - 1,
        ordersChange: 0,
      },
      // The first order of all is of 1 October 2025.
      {
        ...{ period: 'yearBefore', from: '2025-08-26', to: '2025-09-01' },
        ...{ orders: null, netMinor: null, averageOrderMinor: null, netChange: null, ordersChange: null },
        ...{ customers: null, newCustomers: null, returningCustomers: null },
      },
    ])
    expect(report.facts[2]!.value).toBeCloseTo(2500 / 300 - 1, 12)
  })

  test('orders without a customer are sold too', () => {
    const unassigned = {
      day: Int32Array.of(asOf - 1),
      grossMinor: Float64Array.of(700),
      netMinor: Float64Array.of(700),
      profitMinor: Float64Array.of(700),
      costed: Uint8Array.of(0),
      counted: Uint8Array.of(1),
    }
    const [week] = weekly.build({ ...input, snapshot: { ...input.snapshot, unassigned } }).tables[0]!.rows
    expect(week).toMatchObject({ orders: 2, netMinor: 3200, customers: 1 })
  })

  test('agrees with the reports it sums up', () => {
    expect(report.tables.map(({ key }) => key)).toEqual(['weeks', 'due', 'classes', 'movers', 'segments', 'complaints'])
    expect(report.tables[1]!.rows).toEqual(due.build(input).tables[0]!.rows)
    expect(report.summary).toMatchObject({ customers: { A: 2, B: 2, C: 2, U: 2 }, due: report.tables[1]!.rows.length })
  })
})

describe('open complaints in the weekly report', () => {
  const withVoice = (on: number) => ({ ...input, asOf: on, since: on - 7 })

  test('how many, since when, and how many past the promised time, explained', () => {
    // F1 was opened nine days before, its answer promised for two days after the as-of day.
    const report = weekly.build(input)
    expect(report.summary.complaints).toEqual({ open: 1, oldestOn: '2026-08-22', pastPromise: 0 })
    const facts = (lang: 'en' | 'zh', on: number) =>
      weekly
        .build({ ...withVoice(on), lang })
        .facts.slice(6, -1)
        .map(({ label, value }) => [label, value])
    expect(facts('en', asOf + 3)).toEqual([
      ['Open complaints', 1],
      ['Oldest of them since', '2026-08-22'],
      ['Past the promised time', 1],
    ])
    expect(facts('zh', asOf)).toEqual([
      ['未处理完的投诉', 1],
      ['最早的一件始于', '2026-08-22'],
      ['已过承诺时限', 0],
    ])
    expect(report.notes.join()).toContain('crm feedback list')
  })

  test('a shop that never wrote one down reads nothing of them', () => {
    const report = weekly.build({ ...input, voice: () => ({ ...input.voice(), feedback: [] }) })
    expect(report.summary.complaints).toEqual({ open: 0, oldestOn: null, pastPromise: 0 })
    expect(report.facts.slice(6, -1)).toEqual([])
  })

  test('none is told as none, with nothing to explain', () => {
    const feedback = input.voice().feedback.map((one) => ({ ...one, state: 'resolved' as const }))
    const report = weekly.build({ ...input, voice: () => ({ ...input.voice(), feedback }) })
    expect(report.summary.complaints).toEqual({ open: 0, oldestOn: null, pastPromise: 0 })
    expect(report.facts.slice(6, -1)).toEqual([{ label: 'Open complaints', kind: 'count', value: 0 }])
    expect(report.notes.join()).not.toContain('feedback list')
  })
})

describe('weekly of a filter', () => {
  const only = (...chosen: readonly number[]): NonNullable<ReportInput['filter']> => ({
    ...{ text: 'country:CN', unknownTags: [] },
    includes: (customer) => chosen.includes(customer),
  })
  const [all, filtered] = [weekly.build(input), weekly.build({ ...input, filter: only(1) })]
  const rowsOf = (report: Report, key: string) => report.tables.find((table) => table.key === key)!.rows

  test('lists hold its customers alone, as `due` and `tier` do', () => {
    expect(rowsOf(filtered, 'due')).toEqual(due.build({ ...input, filter: only(1) }).tables[0]!.rows)
    expect(rowsOf(filtered, 'movers').map(({ customer }) => customer)).toEqual(['c2'])
    expect(filtered.params.filter).toBe('country:CN')
  })

  test('weeks, classes, segments and every count are of its customers, and that is said', () => {
    // 王芳 alone: one first order of 25.00 this week, nothing the week before; she stands in tier A among all.
    expect(rowsOf(filtered, 'weeks')).toMatchObject([
      { period: 'now', orders: 1, netMinor: 2500, customers: 1, newCustomers: 1 },
      { period: 'before', orders: 0, netMinor: 0, customers: 0, netChange: null },
      { period: 'yearBefore', orders: null },
    ])
    expect(rowsOf(filtered, 'classes')).toMatchObject([
      { tier: 'A', customers: 1, customersShare: 1, valueMinor: 2500, valueShare: 1 },
      ...[{ customers: 0 }, { customers: 0 }, { customers: 0 }],
    ])
    expect(rowsOf(filtered, 'segments')).toMatchObject([{ customers: 1, customersShare: 1, netMinor: 2500 }])
    expect(filtered.summary).toMatchObject({ customers: { A: 1, B: 0, C: 0, U: 0 }, due: 1, movers: 1 })
    expect(all.facts[5]!.label).toBe('Customers to contact')
    expect(rowsOf(all, 'movers')).toHaveLength(all.summary.movers as number)
    expect(filtered.notes.join()).toContain(`Of the ${all.summary.movers} customers who changed tier, 1 is of`)
    expect(filtered.notes.join()).toContain('of the 1 customer of "country:CN" on 2026-08-31 alone')
    expect(all.notes.join()).not.toContain('who changed tier')
  })
})

test('a filter of whom nobody is due says that', () => {
  const filter = { text: 'x', unknownTags: [], includes: () => false }
  const reasonOf = (lang: 'en' | 'zh') =>
    weekly.build({ ...input, lang, filter }).tables.find(({ key }) => key === 'due')!.reason
  expect(reasonOf('en')).toBe('Nobody of "x" is due.')
  expect(reasonOf('zh')).toBe('符合“x”的客户都不在待跟进之列。')
})

describe('contacts', () => {
  test('leaves out the blocked and says so', () => {
    const report = contacts.build(input)
    expect(report.tables[0]!.rows.map((row) => row.customer)).not.toContain('c5')
    expect(report.summary).toEqual({ customers: 7, blocked: 1, refusing: 0, unreachable: 5 })
    expect(report.notes).toEqual([
      '1 blocked customer left out.',
      '5 customers of the list have neither phone nor e-mail.',
    ])
  })

  test('leaves out who refuses messages; what is due still names him', () => {
    const customers = input.snapshot.customers.map((facts) =>
      facts.id === 'c2' ? { ...facts, consent: 'no' as const } : facts,
    )
    const refusing = { ...input, snapshot: { ...input.snapshot, customers } }
    const report = contacts.build(refusing)
    expect(report.tables[0]!.rows.map((row) => row.customer)).not.toContain('c2')
    expect(report.summary).toMatchObject({ customers: 6, refusing: 1 })
    expect(report.notes.join()).toContain('1 customer who does not agree to be written to left out')
    const named = (of: typeof input) => due.build(of).tables[0]!.rows.map(({ customer }) => customer)
    expect(named(refusing)).toEqual(named(input))
  })
})
