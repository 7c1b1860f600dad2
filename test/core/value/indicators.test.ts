import { describe, expect, test } from 'vitest'
import type { EntryFacts } from '../../../src/core/entry-facts.js'
import type { EventFacts } from '../../../src/core/events.js'
import type { ContactFacts, Snapshot } from '../../../src/core/snapshot.js'
import { agreedDates } from '../../../src/core/value/indicators/agreed-dates.js'
import { changeOf, INDICATOR_KEYS, indicatorsOf, missingRecords, RECORDS } from '../../../src/core/value/indicators.js'
import { comparedWith, monthsUpTo, periodOf } from '../../../src/core/value/period.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import { monthOfDay } from '../../../src/core/values/month.js'
import { indicatorsIn } from '../../support/indicators.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'

const asOf = dayOf('2026-08-31')
const month = (on = '2026-08-31') => periodOf('month', monthOfDay(dayOf(on)), asOf)

const shop: readonly MadeCustomer[] = [
  {
    id: 'old',
    bought: [
      { on: '2025-11-03', net: 900, gross: 1000 },
      { on: '2026-08-10', net: 300 },
      { on: '2026-08-10', net: 100 },
      { on: '2026-08-20', net: -50, gross: 0 },
    ],
  },
  {
    id: 'new',
    bought: [
      { on: '2026-08-02', net: 200, gross: 260 },
      { on: '2026-08-30', net: 100 },
    ],
  },
  { id: 'july', bought: [{ on: '2026-07-05', net: 400 }] },
  { id: 'gone', bought: [{ on: '2026-02-10', net: 5000 }] },
  { id: 'never' },
]

const figures = (snapshot: Snapshot, on?: string, entries: readonly EntryFacts[] = [], only?: readonly number[]) => {
  const filter = only && { includes: (customer: number) => only.includes(customer) }
  return indicatorsOf(indicatorsIn(snapshot, asOf, entries, filter), month(on))
}

describe('sales', () => {
  test('of a month, by hand', () => {
    // Orders 300, 100, 200, 100 and a return of 50; gross 300 + 100 + 260 + 100.
    expect(figures(snapshotOf(shop))).toMatchObject({
      ...{ orders: 4, netMinor: 650, grossMinor: 760, averageOrderMinor: 163, buyers: 2, newCustomers: 1 },
      ...{ newNetMinor: 300, returningNetMinor: 350, refundsShare: 110 / 760 },
    })
  })

  test('new customers of whom it is known who referred them, over new customers', () => {
    const rate = (...referred: readonly number[]) => {
      const basis = indicatorsIn(snapshotOf(shop), asOf, [], undefined, new Set(referred))
      return [month('2026-08-31'), month('2026-07-31'), month('2026-06-30')].map(
        (of) => indicatorsOf(basis, of).referralRate,
      )
    }
    // August: the customer "new"; July: "july"; June had no new customer.
    expect(rate(0, 1)).toEqual([1, 0, null])
    expect(rate(2)).toEqual([0, 1, null])
    expect(rate()).toEqual([null, null, null])
  })

  test('orders of nobody are part of sales, and of no figure of customers; a filter leaves them out', () => {
    const snapshot = snapshotOf(shop, [], [{ on: '2026-08-05', net: 1000 }])
    expect(figures(snapshot)).toMatchObject({
      orders: 5,
      netMinor: 1650,
      buyers: 2,
      newNetMinor: 300,
      returningNetMinor: 350,
    })
    expect(figures(snapshot, undefined, [], [1])).toMatchObject({
      orders: 2,
      netMinor: 300,
      buyers: 1,
      windowCustomers: 1,
    })
  })

  test('a month without an order has no average and no share of refunds', () => {
    expect(figures(snapshotOf(shop), '2026-06-01')).toMatchObject({
      orders: 0,
      netMinor: 0,
      averageOrderMinor: null,
      refundsShare: null,
    })
  })
})

describe('how customers stand', () => {
  test('repurchase by order days of the 365 days up to the end', () => {
    // old (3 November and 10 August) and new (2 and 30 August) on two days, july and gone on one.
    expect(figures(snapshotOf(shop))).toMatchObject({ windowCustomers: 4, repeatCustomers: 2, repurchaseRate: 0.5 })
    expect(figures(snapshotOf(shop), '2026-07-01')).toMatchObject({
      windowCustomers: 3,
      repeatCustomers: 0,
      repurchaseRate: 0,
    })
  })

  test('churned: bought and not lapsed before, lapsed at the end; A and B are to be won back, in that month alone', () => {
    // gone bought on 10 February; without a cycle it lapses 181 days later, on 10 August. Before August july stood too, and
    // old had lapsed in May.
    const of = (on: string) => figures(snapshotOf(shop), on)
    expect(of('2026-08-01')).toMatchObject({ churned: 1, churnRate: 1 / 2, winBack: 1 })
    expect(of('2026-05-01')).toMatchObject({ churned: 1, churnRate: 1 / 2, winBack: 1 })
    expect(of('2026-07-01')).toMatchObject({ churned: 0, churnRate: 0, winBack: 0 })
    const blocked = shop.map((made) => (made.id === 'gone' ? { ...made, blocked: true } : made))
    expect(figures(snapshotOf(blocked))).toMatchObject({ churned: 1, winBack: 0 })
  })

  test('concentration and contribution are those of tier', () => {
    // 5000, 1250, 400, 300 of 6950: gone has 71.9 %, old crosses 80 %, july ends B.
    const found = figures(snapshotOf(shop))
    expect(found.top20Share).toBeCloseTo(5000 / 6950, 12)
    expect([found.contributionA, found.contributionB, found.contributionC]).toEqual([
      6250 / 6950,
      400 / 6950,
      300 / 6950,
    ])
    expect(figures(snapshotOf(shop), undefined, [], [0, 1, 2, 3, 4])).toMatchObject({
      ...{ top20Share: found.top20Share, gini: found.gini, contributionA: found.contributionA },
    })
    expect(found.gini).toBeCloseTo((-3 * 300 - 400 + 1250 + 3 * 5000) / (4 * 6950), 12)
  })
})

const contact = (customer: number, on: string, more: Partial<ContactFacts> = {}): ContactFacts => ({
  ...{ customer, on: dayOf(on), kind: 'contact', rule: null, nextOn: null },
  ...more,
})
const entry = (kind: EntryFacts['kind'], customer: number, on: string, more: Partial<EntryFacts> = {}): EntryFacts => ({
  ...{ kind, customer, on: dayOf(on), knownOn: dayOf(on), value: null, details: {} },
  ...more,
})

describe('service and leads', () => {
  test('ratings, complaints and the days until somebody answered', () => {
    const entries = [
      ...[entry('rating', 0, '2026-08-02', { value: 5 }), entry('rating', 1, '2026-08-03', { value: 2 })],
      ...[entry('rating', 1, '2026-07-03', { value: 1 }), entry('complaint', 0, '2026-08-04')],
      ...[entry('complaint', 1, '2026-08-10'), entry('complaint', 2, '2026-08-11')],
    ]
    const contacts = [contact(0, '2026-08-01'), contact(0, '2026-08-06'), contact(1, '2026-08-20')]
    // 2 and 10 days: the median 6, P90 2 + 0.9 × 8 = 9.2; the third has no answer yet.
    expect(figures(snapshotOf(shop, contacts), undefined, entries)).toMatchObject({
      ...{ ratings: 2, satisfaction: 3.5, complaints: 3, firstResponseDays: 6, firstResponseP90Days: 9 },
      ...{ complaintDays: null, leadsOpened: null, conversion: null, referralRate: null, onTimeRate: null },
    })
  })

  test('days to resolve, of complaints resolved in the month whenever they were opened', () => {
    const step = (id: number, subject: string, what: string, on: string): EventFacts => ({
      ...{
        id,
        batch: id,
        kind: 'feedback',
        subject,
        customer: 0,
        what,
        on: dayOf(on),
        at: 0,
        dueOn: null,
        value: null,
      },
      ...{ text: '', details: {} },
    })
    const events = [
      ...[step(1, 'F1', 'open', '2026-07-01'), step(2, 'F1', 'resolve', '2026-08-02')],
      ...[step(3, 'F2', 'open', '2026-08-01'), step(4, 'F2', 'respond', '2026-08-03')],
      ...[step(5, 'F2', 'resolve', '2026-08-05'), step(6, 'F3', 'open', '2026-08-20')],
      ...[step(7, 'F4', 'open', '2026-08-01'), step(8, 'F4', 'resolve', '2026-08-03')],
      step(9, 'F4', 'reopen', '2026-08-10'),
    ]
    const basis = indicatorsIn(snapshotOf(shop), asOf, [], undefined, undefined, events)
    // F1 took 32 days, F2 4: the median 18, P90 4 + 0.9 × 28 = 29.2. F3 is open, F4 again. First answers of August: F2 and F4 after 2 days.
    expect(indicatorsOf(basis, month())).toMatchObject({
      ...{ complaints: 3, complaintDays: 18, complaintP90Days: 29, firstResponseDays: 2, firstResponseP90Days: 2 },
    })
    expect(missingRecords(basis)).not.toContain('resolutions')
    expect(missingRecords(indicatorsIn(snapshotOf(shop), asOf, [entry('complaint', 0, '2026-08-04')]))).toContain(
      'resolutions',
    )
  })

  test('whoever is answered on the day itself waited for nothing', () => {
    const same = [entry('complaint', 0, '2026-08-04')]
    const told = (on: string) => figures(snapshotOf(shop, [contact(0, on)]), undefined, same).firstResponseDays
    expect([told('2026-08-03'), told('2026-08-04'), told('2026-08-05')]).toEqual([null, 0, 1])
  })

  test('leads won over leads closed, and days from the first contact to the order', () => {
    const lost = { details: { stage: '战败' } }
    const entries = [
      ...[entry('lead', 1, '2026-07-20'), entry('lead', 3, '2026-08-05', lost), entry('lead', 4, '2026-08-06')],
      entry('lead', 2, '2026-08-09', { details: { stage: 'invalid' } }),
    ]
    // new was met on 13 July and ordered on 2 August: 20 days. The invalid one is in no rate.
    expect(figures(snapshotOf(shop, [contact(1, '2026-07-13')]), undefined, entries)).toMatchObject({
      ...{ leadsOpened: 2, leadsWon: 1, leadsLost: 1, conversion: 0.5, salesCycleDays: 20 },
    })
  })

  test('leads without a date count from the day they were imported', () => {
    const imported = (customer: number, on: string, stage = '') =>
      entry('lead', customer, on, { on: null, details: stage === '' ? {} : { stage } })
    const entries = [imported(0, '2026-08-01', 'won'), imported(1, '2026-07-20'), imported(4, '2026-08-06', '战败')]
    // "old" bought in November, "new" on 2 August, 13 days after its lead was imported.
    expect(figures(snapshotOf(shop), undefined, entries)).toMatchObject({
      ...{ leadsOpened: 1, leadsWon: 1, leadsLost: 1, conversion: 0.5, salesCycleDays: 13 },
    })
    expect(figures(snapshotOf(shop), '2025-11-30', entries)).toMatchObject({ leadsOpened: 0, leadsWon: 1 })
    const later = indicatorsIn(snapshotOf(shop), asOf, [imported(4, '2026-09-01')])
    expect(missingRecords(later)).toContain('leads')
  })

  test('agreed dates: kept by the 14th day after, open until then, moved or skipped ones left out', () => {
    const agreed = contact(0, '2026-08-01', { nextOn: dayOf('2026-08-05') })
    const kept = (...later: readonly ContactFacts[]) =>
      agreedDates([agreed, ...later], asOf).map(({ isKept }) => isKept)
    expect(kept()).toEqual([false])
    expect(kept(contact(0, '2026-08-19'))).toEqual([true])
    expect(kept(contact(0, '2026-08-20'))).toEqual([false])
    expect(kept(contact(0, '2026-08-03'))).toEqual([false])
    expect(kept(contact(0, '2026-08-03', { kind: 'done', rule: 'agreed' }))).toEqual([true])
    expect(kept(contact(0, '2026-08-06', { kind: 'skip' }))).toEqual([])
    expect(kept(contact(0, '2026-08-03', { kind: 'snooze', nextOn: dayOf('2026-08-18') }))).toEqual([null])
    expect(kept(contact(0, '2026-08-03', { nextOn: dayOf('2026-08-30') }))).toEqual([null])
  })

  test('the rate of a month counts what fell due in it and is settled', () => {
    const contacts = [
      contact(0, '2026-07-28', { nextOn: dayOf('2026-08-05') }),
      contact(1, '2026-08-01', { nextOn: dayOf('2026-08-09') }),
      contact(0, '2026-08-07'),
      contact(2, '2026-08-20', { nextOn: dayOf('2026-08-25') }),
    ]
    expect(figures(snapshotOf(shop, contacts))).toMatchObject({ datesAgreed: 2, onTimeRate: 0.5 })
  })

  test('what the ledger has no record of is named, and none of its figures told', () => {
    const basis = indicatorsIn(snapshotOf(shop), asOf)
    expect(missingRecords(basis)).toEqual(Object.keys(RECORDS))
    const later = [entry('rating', 0, '2026-09-02', { value: 5 })]
    expect(missingRecords({ ...basis, entries: later })).toContain('ratings')
  })
})

describe('periods beside each other', () => {
  test('nothing is told of a period before the first counted order', () => {
    const basis = indicatorsIn(snapshotOf(shop), asOf)
    const { yearBefore } = comparedWith(month())
    expect(Object.values(indicatorsOf(basis, yearBefore)).every((figure) => figure === null)).toBe(true)
  })

  test('changes: shares in points, all else relative, none from nothing', () => {
    expect(changeOf('orders', 6, 4)).toBe(0.5)
    expect(changeOf('repurchaseRate', 0.5, 0.25)).toBe(0.25)
    expect(changeOf('satisfaction', 4.5, 4)).toBe(0.5)
    expect([changeOf('orders', 6, 0), changeOf('netMinor', 5, -5), changeOf('churnRate', 0.1, null)]).toEqual([
      null,
      null,
      null,
    ])
  })

  test('months add up to the quarter, new customers to all who ever bought', () => {
    const basis = indicatorsIn(snapshotOf(shop), asOf)
    const months = monthsUpTo(month(), 12, asOf).map((period) => indicatorsOf(basis, period))
    const sum = (key: 'netMinor' | 'newCustomers') => months.reduce((total, found) => total + (found[key] ?? 0), 0)
    expect([sum('netMinor'), sum('newCustomers')]).toEqual([6950, 4])
  })
})

describe('small ledgers', () => {
  const days = (count: number) => Array.from({ length: count }, (_, i) => ({ on: asOf - 10 * i, net: 100 }))
  const ledgers: Readonly<Record<string, readonly MadeCustomer[]>> = {
    nobody: [],
    one: [{ id: 'a', bought: days(1) }],
    four: Array.from({ length: 4 }, (_, i) => ({ id: `c${i}`, bought: days(i) })),
    five: Array.from({ length: 5 }, (_, i) => ({ id: `c${i}`, bought: days(i + 1) })),
    'twenty-nine': Array.from({ length: 29 }, (_, i) => ({ id: `c${i}`, bought: days((i % 6) + 1) })),
    'all one-time': Array.from({ length: 40 }, (_, i) => ({ id: `c${i}`, bought: [{ on: asOf - 9 * i, net: i + 1 }] })),
    'all equal': Array.from({ length: 40 }, (_, i) => ({ id: `c${i}`, bought: days(3) })),
    'one giant': [
      { id: 'giant', bought: [{ on: asOf - 1, net: 1e12 }] },
      ...Array.from({ length: 30 }, (_, i) => ({ id: `c${i}`, bought: days(1) })),
    ],
    'one day': Array.from({ length: 30 }, (_, i) => ({ id: `c${i}`, bought: [{ on: asOf, net: i + 1 }] })),
    'only returns': [{ id: 'a', bought: [{ on: asOf - 3, net: -500, gross: 0 }] }],
  }

  test.each(Object.entries(ledgers))(
    '%s: every figure is a number or null, every share of customers within 0 and 1',
    (_, made) => {
      const basis = indicatorsIn(snapshotOf(made), asOf)
      for (const period of [month(), ...Object.values(comparedWith(month())), ...monthsUpTo(month(), 15, asOf)]) {
        const found = indicatorsOf(basis, period)
        for (const key of INDICATOR_KEYS) expect(found[key] === null || Number.isFinite(found[key]), key).toBe(true)
        for (const key of ['repurchaseRate', 'churnRate', 'top20Share', 'gini', 'contributionA'] as const) {
          expect(found[key] === null || (found[key] >= 0 && found[key] <= 1), key).toBe(true)
        }
      }
    },
  )
})
