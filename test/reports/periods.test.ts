import { describe, expect, test } from 'vitest'
import type { ReportInput } from '../../src/core/report/build.js'
import type { Report } from '../../src/core/report/model.js'
import { spanOn } from '../../src/core/value/span.js'
import { dayOf } from '../../src/core/values/business-date.js'
import { headingOf } from '../../src/render/heading.js'
import { monthly } from '../../src/reports/monthly.js'
import type { PeriodInput } from '../../src/reports/period/view.js'
import { quarterly } from '../../src/reports/quarterly.js'
import { weekly } from '../../src/reports/weekly.js'
import { type MadeCustomer, snapshotOf } from '../support/snapshot.js'
import { asOf, input, inputWith } from './sample.js'

/** A seeded run of numbers from 0 to 1 (mulberry32). */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Sixty customers with orders over 27 months, some returned, some unpaid. */
function madeShop(): readonly MadeCustomer[] {
  const chance = chances(20_260_831)
  const [first, last] = [dayOf('2024-06-10'), asOf]
  return Array.from({ length: 60 }, (_, at) => ({
    ...{
      id: `c${String(at).padStart(2, '0')}`,
      country: at % 3 === 0 ? 'CN' : 'US',
      phone: at % 4 === 0 ? null : '+1',
    },
    bought: Array.from({ length: 1 + Math.floor(chance() * 9) }, () => {
      const on = first + Math.floor(chance() * (last - first + 1))
      const net = 100 + Math.floor(chance() * 9900)
      const kind = chance()
      if (kind < 0.05) return { on, net: -net, gross: 0 }
      return kind < 0.1 ? { on, net: 0, gross: 0, counted: false } : { on, net }
    }),
  }))
}

const made = madeShop()
const shop = snapshotOf(made)

/** The same figures by plain loops over the orders made up. */
function countedBy(from: string, to: string, isOf: (customer: MadeCustomer) => boolean = () => true) {
  const sums = { orders: 0, netMinor: 0, customers: 0, newCustomers: 0 }
  for (const customer of made.filter(isOf)) {
    const days: number[] = []
    let first = Number.POSITIVE_INFINITY
    for (const { on, net, counted = net > 0 } of customer.bought!) {
      const day = on as number
      if (counted) first = Math.min(first, day)
      if (day < dayOf(from) || day > dayOf(to)) continue
      sums.netMinor += net
      if (counted) days.push(day)
    }
    sums.orders += days.length
    if (days.length > 0) sums.customers++
    if (days.length > 0 && first >= dayOf(from) && first <= dayOf(to)) sums.newCustomers++
  }
  return sums
}

function inputOf(changes: Partial<PeriodInput> & { asOf: number }): PeriodInput {
  return { ...inputWith({ snapshot: shop, ...changes }), products: () => [], leads: new Map() } as PeriodInput
}

const rowsOf = ({ tables }: Report, key: string) => tables.find((table) => table.key === key)!.rows
const chineseOnes: NonNullable<ReportInput['filter']> = {
  ...{ text: 'country:CN', unknownTags: [] },
  includes: (customer) => shop.customers[customer]!.country === 'CN',
}

describe('the figures of a period, against plain loops over the orders', () => {
  const month = (on: string) => spanOn('month', dayOf(on), asOf)
  const cases = [
    [
      monthly,
      month('2026-07-01'),
      [
        ['2026-07-01', '2026-07-31'],
        ['2026-06-01', '2026-06-30'],
        ['2025-07-01', '2025-07-31'],
      ],
    ],
    [monthly, month('2025-02-01'), [['2025-02-01', '2025-02-28'], ['2025-01-01', '2025-01-31'], null]],
    [
      quarterly,
      spanOn('quarter', dayOf('2026-05-01'), asOf),
      [
        ['2026-04-01', '2026-06-30'],
        ['2026-01-01', '2026-03-31'],
        ['2025-04-01', '2025-06-30'],
      ],
    ],
    [
      weekly,
      spanOn('week', dayOf('2026-07-22'), asOf),
      [
        ['2026-07-20', '2026-07-26'],
        ['2026-07-13', '2026-07-19'],
        ['2025-07-21', '2025-07-27'],
      ],
    ],
  ] as const

  test.each(cases)('%o', (report, span, spans) => {
    for (const filter of [undefined, chineseOnes]) {
      const isOf = (customer: MadeCustomer) => filter === undefined || customer.country === 'CN'
      const rows = report.build(inputOf({ asOf: span.to, span, ...(filter ? { filter } : {}) })).tables[0]!.rows
      const told = spans.map((days) => (days === null ? null : countedBy(days[0], days[1], isOf)))
      rows.forEach((row, at) => {
        expect(row).toMatchObject(
          told[at] ?? { orders: null, netMinor: null, customers: null, newCustomers: null, netChange: null },
        )
        const [now, then] = [told[0]!, told[at] ?? null]
        if (at > 0 && then !== null)
          expect(row.netChange).toBe(then.netMinor > 0 ? now.netMinor / then.netMinor - 1 : null)
      })
      expect(rows).toHaveLength(3)
    }
  })

  test('the sums of its months are those of a quarter', () => {
    const netOf = (report: Report) => Number(report.tables[0]!.rows[0]!.netMinor)
    const months = ['2026-04-15', '2026-05-15', '2026-06-15'].map((day) => {
      return netOf(monthly.build(inputOf({ asOf: month(day).to, span: month(day) })))
    })
    const span = spanOn('quarter', dayOf('2026-06-15'), asOf)
    expect(netOf(quarterly.build(inputOf({ asOf: span.to, span })))).toBe(months.reduce((a, b) => a + b))
  })
})

describe('what a report says of its period', () => {
  const span = spanOn('month', dayOf('2026-07-01'), asOf)
  const notesOf = (changes: Partial<PeriodInput> & { asOf: number }) => monthly.build(inputOf(changes)).notes.join('\n')

  test('a period before the ledger, one cut by its first order, and one in which nothing was sold have their reasons', () => {
    const first = spanOn('month', dayOf('2024-06-10'), asOf)
    expect(notesOf({ asOf: first.to, span: first })).toContain(
      'Nothing is told of the month before and the same month a year before',
    )
    const second = spanOn('month', dayOf('2024-07-10'), asOf)
    expect(notesOf({ asOf: second.to, span: second })).toMatch(
      /The first order that counts is of 2024-06-1\d: the month before is told from there on only/,
    )
  })

  test('a month without an order names the one that has some; what is known beside it stays', () => {
    const snapshot = snapshotOf([{ id: 'c1', bought: [{ on: '2026-03-05', net: 500 }] }])
    const report = monthly.build(inputOf({ snapshot, asOf: span.to, span }))
    expect(report.notes.join('\n')).toContain('crm report monthly --period 2026-03')
    expect(report.tables[0]!.rows[0]).toMatchObject({ orders: 0, netMinor: 0 })
    expect(rowsOf(report, 'classes')[0]).toMatchObject({ tier: 'A', customers: 1 })
  })

  test('a ledger without orders says what to do, and no more', () => {
    for (const report of [weekly, monthly, quarterly]) {
      const built = report.build(inputOf({ asOf, snapshot: snapshotOf([]) }))
      expect(built.notes).toEqual([expect.stringContaining('crm import')])
      expect([built.facts, built.actions, built.charts]).toEqual([[], [], []])
    }
  })

  test('a running month is told as such, and one chosen by the program as well', () => {
    const running = spanOn('month', dayOf('2026-08-12'), dayOf('2026-08-12'))
    expect(notesOf({ asOf: running.to, span: running })).toContain(
      'The last whole one: crm report monthly --period 2026-07',
    )
    expect(notesOf({ asOf: span.to, span, chosenBy: dayOf('2026-08-12') })).toContain(
      'crm report monthly --period 2026-08',
    )
    expect(notesOf({ asOf: span.to, span })).not.toContain('--period')
  })

  test('without an order that counts, what needs none is told all the same', () => {
    const asOf = dayOf('2029-07-31')
    const later = spanOn('month', asOf, asOf)
    const given = { on: dayOf('2029-07-03'), what: 'tea', occasion: 'birthday', valueMinor: 5000, reply: null }
    const gift = { id: 'G1', customer: 0, ...given }
    const { tables, notes } = monthly.build(inputOf({ asOf, span: later, gifts: [gift] }))
    const told = tables.filter(({ isForMachines }) => isForMachines !== true).map(({ key }) => key)
    expect(told).toEqual(expect.arrayContaining(['team', 'gifts', 'quality', 'files']))
    for (const key of ['indicators', 'classes', 'forecast', 'countries']) expect(told).not.toContain(key)
    expect(notes[0]).toContain('No order counts')
  })

  test('keys of tables are unique, and every section is there for machines', () => {
    for (const report of [monthly, quarterly]) {
      const keys = report.build(inputOf({ asOf: span.to, span })).tables.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.slice(0, 28)).toEqual([
        ...['periods', 'indicators', 'months', 'due', 'team', 'classes', 'movers', 'segments', 'grid', 'gridNet'],
        ...[
          'migration',
          'cohorts',
          'cycles',
          'countries',
          'products',
          'productMoves',
          'leadLevels',
          'leadStages',
          'leadSources',
          'leadsLost',
        ],
        ...['complaints', 'feedbackMonths', 'feedbackCauses', 'outcomes', 'gifts', 'forecast', 'quality', 'files'],
      ])
      expect(keys.slice(28)).toEqual(report === monthly ? [] : ['satisfactionQuarters', 'satisfactionProducts'])
    }
  })

  test('movers are those of the period', () => {
    const report = monthly.build(inputOf({ asOf: span.to, span }))
    expect(report.tables.find(({ key }) => key === 'movers')!.title).toBe('Movers from 2026-06-30 to 2026-07-31')
  })

  test('countries hold all customers, or those of the filter', () => {
    const sum = (report: Report) => rowsOf(report, 'countries').map(({ group, customers }) => [group, customers])
    expect(sum(monthly.build(inputOf({ asOf: span.to, span })))).toEqual(
      expect.arrayContaining([
        ['US', 40],
        ['CN', 20],
      ]),
    )
    expect(sum(monthly.build(inputOf({ asOf: span.to, span, filter: chineseOnes })))).toEqual([['CN', 20]])
  })
})

describe('the customers it is of', () => {
  const span = spanOn('month', dayOf('2026-07-31'), asOf)

  test('stand in the heading where a filter chose them', () => {
    const headed = (filter?: typeof chineseOnes) =>
      headingOf(monthly.build(inputOf({ asOf: span.to, span, ...(filter ? { filter } : {}) })), 'en')
    expect(headed()).not.toContain('only country:CN')
    expect(headed(chineseOnes).at(-1)).toBe('only country:CN')
  })

  test('are one or several', () => {
    const one = { ...chineseOnes, text: 'id:c00', includes: (customer: number) => customer === 0 }
    const notes = (filter: typeof chineseOnes) => monthly.build(inputOf({ asOf: span.to, span, filter })).notes
    expect(notes(one)).toContain('The forecast rests on 1 customer who has ordered. More: crm forecast')
    expect(notes(chineseOnes)).toContain('The forecast rests on 20 customers who have ordered. More: crm forecast')
  })
})

describe('products', () => {
  const product = (name: string, netMinor: number, beforeMinor: number) => {
    return { product: { sku: '', name }, orders: netMinor > 0 ? 1 : 0, netMinor, beforeMinor }
  }

  test('the best first, then what rose most and what fell most', () => {
    const sold = [product('tea', 500, 100), product('pot', 900, 900), product('cup', 0, 700), product('box', 300, 400)]
    const report = monthly.build({ ...inputOf({ asOf }), products: () => sold })
    expect(rowsOf(report, 'products').map((row) => [row.product, row.netMinor])).toEqual([
      ['pot', 900],
      ['tea', 500],
      ['box', 300],
    ])
    expect(rowsOf(report, 'productMoves').map((row) => [row.product, row.changeMinor])).toEqual([
      ['tea', 400],
      ['box', -100],
      ['cup', -700],
    ])
  })

  test('where some orders name none, how much of the period they are is said', () => {
    const { netMinor } = countedBy('2026-07-01', '2026-07-31')
    const span = spanOn('month', dayOf('2026-07-31'), asOf)
    const notes = (net: number) =>
      monthly.build({ ...inputOf({ asOf: span.to, span }), products: () => [product('tea', net, 0)] }).notes
    const told = expect.stringContaining('All products together bring $5.00 of the $')
    expect(notes(500)).toContainEqual(told)
    expect(notes(netMinor).filter((note) => note.startsWith('All products together'))).toEqual([])
  })
})

describe('what to do first', () => {
  test('three at most, what was promised before what is at stake, nobody twice', () => {
    // 王芳 agreed on 30 August; of the others Ann has most at stake; the complaint of Ann is promised for later.
    const { actions } = weekly.build(input)
    expect(actions!.length).toBeLessThanOrEqual(3)
    expect(actions![0]).toBe('Call 王芳: next contact agreed for 2026-08-30, $6.25 at stake.')
    expect(actions!.filter((action) => action.includes('王芳'))).toHaveLength(1)
  })

  test('a late complaint comes first, with whose it is and how it is looked up', () => {
    const late = { ...input, asOf: asOf + 5, since: asOf - 2, calendar: { ...input.calendar, asOf: asOf + 5 } }
    expect(weekly.build(late).actions![0]).toBe(
      'A complaint is past the promised time: answer that of Ann, promised by 2026-09-02 (crm feedback show F1).',
    )
    expect(weekly.build({ ...late, lang: 'zh' }).actions![0]).toContain('有1件投诉过了承诺时限：先答复Ann的那件')
  })

  test('where orders have ceased to come in, newer ones are asked for before all else', () => {
    const calendar = { ...input.calendar, asOf: dayOf('2026-10-05') }
    expect(weekly.build({ ...input, calendar }).actions![0]).toContain('The newest order is of 2026-08-28, 38 days ago')
    const near = { ...input.calendar, asOf: dayOf('2026-09-27') }
    expect(weekly.build({ ...input, calendar: near }).actions!.join()).not.toContain('newest order')
  })

  test('best customers nobody can reach, waiting refunds and unclear orders are named with their number', () => {
    const snapshot = {
      ...snapshotOf([{ id: 'c1', name: 'Ann', bought: [{ on: '2026-08-20', net: 900 }] }]),
      uncounted: () => ({
        ...{ zero: 0, pending: 0, cancelled: 0, refunded: 0, returns: 0, waitingParts: 0 },
        ...{ unclear: 4, waitingRefunds: 1 },
      }),
    }
    const quiet = { ...inputWith({ snapshot }), rules: [], voice: () => ({ feedback: [], scores: [] }) }
    const dues = () => ({ ...quiet.dues(), queue: () => ({ lines: [], optedOut: [], heldBack: [] }) })
    expect(weekly.build({ ...quiet, dues }).actions).toEqual([
      expect.stringContaining('4 orders have no state or amount'),
      expect.stringContaining('1 refund waits for its order'),
      expect.stringContaining('1 of 1 A customers has no phone'),
    ])
  })

  test('where nothing presses, that is said', () => {
    const snapshot = snapshotOf([{ id: 'c1', name: 'Ann', phone: '+1', bought: [{ on: '2026-08-20', net: 900 }] }])
    const quiet = { ...inputWith({ snapshot }), since: asOf - 7 }
    const dues = () => ({ ...quiet.dues(), queue: () => ({ lines: [], optedOut: [], heldBack: [] }) })
    expect(weekly.build({ ...quiet, dues }).actions).toEqual([expect.stringContaining('Nothing presses')])
  })
})

describe('a period that is over', () => {
  const span = spanOn('month', dayOf('2026-07-01'), asOf)
  const over = (changes: Partial<PeriodInput> = {}) => {
    const now = inputOf({ asOf, ...changes })
    return inputOf({ span, now, ...changes, calendar: { ...now.calendar, asOf: span.to }, asOf: span.to })
  }

  test('tells nothing of it as still to be done, and calls its last day by its date', () => {
    // Ann's only order left the window in July: an old story by the end of August.
    const snapshot = snapshotOf([
      { id: 'c1', name: 'Ann', phone: '+1', bought: [{ on: '2025-07-10', net: 900 }] },
      { id: 'c2', name: 'Bob', phone: '+1', bought: [{ on: '2026-06-10', net: 100 }] },
    ])
    const dues = () => ({ ...inputWith({ snapshot }).dues(), queue: () => ({ lines: [], optedOut: [], heldBack: [] }) })
    const quiet = { snapshot, dues, since: span.from, voice: () => ({ feedback: [], scores: [] }) }
    const running = monthly.build({ ...over(quiet), now: undefined } as unknown as PeriodInput)
    expect(running.actions!.join()).toContain('Ann fell out of tier A')
    const report = monthly.build(over(quiet))
    expect(report.actions!.join()).not.toContain('fell out')
    const movers = report.tables.find(({ key }) => key === 'movers')!
    expect(movers.columns.find(({ key }) => key === 'now')!.label).toBe('Tier on 2026-07-31')
    const told = monthly.build(over())
    const migration = told.tables.find(({ key }) => key === 'migration')!
    expect(migration.title).toBe('Segments on 2026-06-30 and 2026-07-31')
    const chart = told.charts!.find(({ key }) => key === 'migration')!
    expect(chart.title).toContain('between 2026-06-30 and 2026-07-31')
    expect(chart).toMatchObject({ fromLabel: '2026-06-30', toLabel: '2026-07-31' })
  })

  test('the due list is for machines alone, who find all of it', () => {
    const due = monthly.build(over({ mostDue: 1 })).tables.find(({ key }) => key === 'due')!
    expect(due).toMatchObject({ isForMachines: true, omitted: 0 })
    expect(due.rows.length).toBeGreaterThan(1)
    const read = monthly.build(inputOf({ asOf, mostDue: 1 }))
    expect(rowsOf(read, 'due')).toHaveLength(1)
    expect(read.notes.join()).toMatch(/\d+ more customers to contact: crm due/)
  })

  test('counts whom the ledger knew by then, by plain loops over the orders', () => {
    const known = made.filter(({ bought = [] }) => bought.some(({ on }) => (on as number) <= dayOf('2024-09-30')))
    expect(known.length).toBeLessThan(made.length)
    const early = spanOn('month', dayOf('2024-09-01'), asOf)
    const now = inputOf({ asOf })
    const calendar = { ...now.calendar, asOf: early.to }
    const basis = inputOf({ asOf: early.to, span: early, now, calendar, listedOn: () => new Map() })
    const sumOf = (input: PeriodInput, key: string) =>
      rowsOf(monthly.build(input), key).reduce((sum, row) => sum + Number(row.customers), 0)
    for (const key of ['classes', 'countries', 'files', 'team'])
      expect([key, sumOf(basis, key)]).toEqual([key, known.length])
    // Whoever stood in a list by then is known without an order.
    const absent = made.findIndex((customer) => !known.includes(customer))
    const listed = { ...basis, listedOn: () => new Map([[absent, early.to]]) }
    expect(sumOf(listed, 'classes')).toBe(known.length + 1)
  })
})

describe('what is typed beside a report', () => {
  test('--columns and --sort are of its first table, and a wrong name is refused', () => {
    const shaped = (shape: PeriodInput['shape']) => () => weekly.build({ ...inputOf({ asOf }), shape })
    expect(shaped({ columns: ['orders', 'net'] })().tables[0]!.columns.map(({ key }) => key)).toEqual([
      'orders',
      'netMinor',
    ])
    expect(shaped({ columns: ['nme'] })).toThrow('report.unknown-column')
    expect(shaped({ sort: 'foo' })).toThrow('report.unknown-column')
  })
})

test('against a quarter told in part no indicator has a change', () => {
  const span = spanOn('quarter', dayOf('2024-07-01'), asOf)
  const report = quarterly.build(inputOf({ asOf: span.to, span }))
  expect(rowsOf(report, 'indicators').map(({ change }) => change)).toEqual(rowsOf(report, 'indicators').map(() => null))
  expect(rowsOf(report, 'periods')[1]).toMatchObject({ netChange: null })
})

test('the heading of a past period says when the newest order stands in for today', () => {
  const span = spanOn('month', dayOf('2026-07-01'), asOf)
  const now = inputOf({ asOf, isAsOfMoved: true })
  expect(monthly.build(inputOf({ asOf: span.to, span, now })).title).toBe(
    'Monthly report — as of the newest order, 2026-08-31 · 2026-07',
  )
})

test('where nobody is scored, the reason is said once', () => {
  const snapshot = snapshotOf([{ id: 'c1', bought: [{ on: '2026-08-20', net: 500 }] }])
  const report = weekly.build(inputOf({ snapshot, asOf }))
  expect(report.notes.join()).not.toContain('scores need at least')
  expect(report.tables.find(({ key }) => key === 'segments')!.reason).toContain('scores need at least')
})

test('the share of best customers nobody can reach is of all of them, as in the table of classes', () => {
  const snapshot = snapshotOf([
    { id: 'c1', name: 'Ann', bought: [{ on: '2026-08-20', net: 500 }] },
    { id: 'c2', name: 'Bob', blocked: true, bought: [{ on: '2026-08-20', net: 500 }] },
  ])
  const quiet = { ...inputWith({ snapshot }), rules: [], voice: () => ({ feedback: [], scores: [] }) }
  const dues = () => ({ ...quiet.dues(), queue: () => ({ lines: [], optedOut: [], heldBack: [] }) })
  const report = weekly.build({ ...quiet, dues })
  const [{ customers }] = rowsOf(report, 'classes') as [{ customers: number }]
  expect(report.actions!.join()).toContain(`1 of ${customers} A customers has no phone`)
})

test('a report of its own day counts whom nothing dates, as `crm tier` does', () => {
  const snapshot = snapshotOf([{ id: 'c1', bought: [{ on: '2026-08-20', net: 500 }] }, { id: 'c2' }])
  const report = weekly.build(inputOf({ snapshot, asOf, listedOn: () => new Map() }))
  expect(rowsOf(report, 'classes').find(({ tier }) => tier === 'U')).toMatchObject({ customers: 1 })
})
