import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventFacts } from '../../../../src/core/events.js'
import type { ToldBalance } from '../../../../src/core/value/points/account.js'
import { levelsThrough } from '../../../../src/core/value/points/levels.js'
import { accountOf, expiringSoon, type PointsBasis, pointsYear } from '../../../../src/core/value/points/points.js'
import { type EarningLevel, schemeOf } from '../../../../src/core/value/points/scheme.js'
import { dayOf } from '../../../../src/core/values/business-date.js'
import { decided, gradesBasisOf } from '../../../support/grades.js'
import { handEvent } from '../../../support/points.js'
import { type MadeOrder, snapshotOf } from '../../../support/snapshot.js'

const asOf = dayOf('2026-08-31')

const schemeWith = (settings: Readonly<Record<string, string>> = {}, currency = 'USD') =>
  schemeOf(new Map(Object.entries({ 'points.scheme': 'on', ...settings })), currency)!

interface Given {
  readonly bought?: readonly MadeOrder[]
  readonly events?: readonly EventFacts[]
  readonly told?: readonly ToldBalance[]
  readonly level?: EarningLevel
  readonly settings?: Readonly<Record<string, string>>
}

function basisOf({ bought = [], events = [], told = [], level = 'C', settings = {} }: Given): PointsBasis {
  const snapshot = snapshotOf([{ id: 'c', bought }])
  return {
    ...{ snapshot, asOf, scheme: schemeWith(settings), levelOn: () => level },
    told: new Map([[0, told]]),
    events: new Map([[0, events]]),
  }
}

const told = (on: string, points: number, more: Partial<ToldBalance> = {}): ToldBalance => ({
  ...{ on: dayOf(on), points, person: 1, firstBatch: 1, place: 1, batch: 1, source: { file: 'points.xlsx', row: 2 } },
  ...more,
})

const shown = (given: Given) =>
  accountOf(basisOf(given), 0).entries.map(({ what, points, balance }) => [what, points, balance])

describe('the scheme', () => {
  test('is none until the seller has one', () => {
    expect(schemeOf(new Map(), 'USD')).toBeNull()
    expect(schemeOf(new Map([['points.scheme', 'off']]), 'USD')).toBeNull()
    expect(schemeWith({ 'points.scheme': '2026-03-01' }).from).toBe(dayOf('2026-03-01'))
  })

  // floor(net ÷ rate × multiplier): 99.99 × 1.5 = 149.985; 3.30 ÷ 1.1 is 3, which doubles make 2.9999999999999996.
  test.each([
    [9_999, 'C', {}, 99],
    [9_999, 'B', {}, 119],
    [9_999, 'A', {}, 149],
    [330, 'C', { 'points.rate': '1.1' }, 3],
    [100_000, 'A', { 'points.rate': '10' }, 150],
    [1, 'A', {}, 0],
    [0, 'A', {}, 0],
    [-500, 'A', {}, 0],
    [9_007_199_254_740_991, 'A', {}, 135_107_988_821_114],
    [10_000, 'B', { 'points.multipliers': '2,0,1' }, 0],
  ] as const)('%i minor units at level %s with %o earn %i', (minor, level, settings, points) => {
    expect(schemeWith(settings).pointsOf(minor, level)).toBe(points)
  })

  test('knows currencies without a minor unit, and what points are worth', () => {
    expect(schemeWith({}, 'JPY').pointsOf(150, 'B')).toBe(180)
    expect(schemeWith().worthMinor(250)).toBe(250)
    expect(schemeWith({ 'points.worth': '0.005' }).worthMinor(251)).toBe(126)
    expect(schemeWith({}, 'JPY').worthMinor(250)).toBe(3)
  })
})

describe('what orders earn', () => {
  test('is of what was paid, and refunds take it back in proportion', () => {
    const bought = [{ on: '2026-05-01', net: 50_00, gross: 100_00 }]
    expect(shown({ bought, level: 'A' })).toEqual([
      ['order', 150, 150],
      ['refund', -75, 75],
    ])
  })

  test('is nothing for orders that do not count, or that were before the scheme', () => {
    const bought = [
      { on: '2025-12-31', net: 10_00 },
      { on: '2026-01-01', net: 20_00 },
      { on: '2026-02-01', net: 0, gross: 0 },
      { on: '2026-03-01', net: 0, gross: 30_00 },
    ]
    expect(shown({ bought, settings: { 'points.scheme': '2026-01-01' } })).toEqual([
      ['order', 20, 20],
      ['order', 30, 50],
      ['refund', -30, 20],
    ])
  })

  test('is taken back by returns that name no order, but no more than was earned', () => {
    const back = { on: '2026-06-01', net: -40_00, gross: 0 }
    expect(shown({ bought: [back] })).toEqual([])
    const all = [
      ['order', 30, 30],
      ['return', -30, 0],
    ]
    expect(shown({ bought: [{ on: '2026-05-01', net: 30_00 }, back] })).toEqual(all)
    // On one day too, in whatever order the day's rows stand.
    expect(shown({ bought: [back, { on: '2026-06-01', net: 30_00 }] })).toEqual(all)
    const used = [handEvent(1, dayOf('2026-05-02'), 'redeem', -20)]
    expect(shown({ bought: [{ on: '2026-05-01', net: 30_00 }, back], events: used }).at(-1)).toEqual([
      'return',
      -30,
      -20,
    ])
  })
})

describe('a balance told by a file', () => {
  const bought = [
    { on: '2026-06-30', net: 10_00 },
    { on: '2026-07-01', net: 20_00 },
  ]

  test('holds all that happened up to its day', () => {
    expect(shown({ bought, told: [told('2026-06-30', 500)] })).toEqual([
      ['opening', 500, 500],
      ['order', 20, 520],
    ])
  })

  test('of a later day takes the place of an earlier one, and does not count before its day', () => {
    const both = [told('2026-07-31', 80), told('2026-06-30', 500)]
    expect(shown({ bought, told: both })).toEqual([['opening', 80, 80]])
    expect(shown({ bought, told: [told('2026-09-30', 80)] }).map(([what]) => what)).toEqual(['order', 'order'])
  })

  test('is corrected by a later import for the same day; accounts of several parties add up', () => {
    const corrected = [told('2026-07-31', 90, { firstBatch: 2, place: 7 }), told('2026-07-31', 80, { firstBatch: 1 })]
    expect(shown({ told: corrected })).toEqual([['opening', 90, 90]])
    expect(shown({ told: [...corrected, told('2026-07-31', 5, { person: 2 })] })).toEqual([
      ['opening', 90, 90],
      ['opening', 5, 95],
    ])
  })

  test('counts once for a person who stands in several rows of one file: the later day, on one day the last row', () => {
    const [first, last] = [told('2026-07-31', 1200, { place: 1 }), told('2026-07-31', 70, { place: 2 })]
    expect(shown({ told: [last, first] })).toEqual([['opening', 70, 70]])
    expect(shown({ told: [first, told('2026-06-30', 50, { place: 3 })] })).toEqual([['opening', 1200, 1200]])
  })

  test('below zero is owed', () => {
    expect(accountOf(basisOf({ told: [told('2026-07-31', -5)] }), 0)).toMatchObject({ balance: -5, owed: 5 })
  })

  test('holds what was recorded by hand for its day before it was imported, not what was recorded after', () => {
    const on = dayOf('2026-07-31')
    const events = [handEvent(3, on, 'earn', 7), handEvent(5, on, 'redeem', -9)]
    expect(shown({ events, told: [told('2026-07-31', 80, { firstBatch: 4 })] })).toEqual([
      ['opening', 80, 80],
      ['redeem', -9, 71],
    ])
  })

  test('gives the same account in whatever order files are read', () => {
    const balance = fc.record({
      on: fc.integer({ min: asOf - 6, max: asOf + 1 }),
      points: fc.integer({ min: -5, max: 90 }),
      person: fc.integer({ min: 1, max: 3 }),
      firstBatch: fc.integer({ min: 1, max: 3 }),
      place: fc.integer({ min: 1, max: 99 }),
      batch: fc.constant(1),
      source: fc.constant({ file: 'points.xlsx', row: 2 }),
    })
    const shuffled = fc
      .uniqueArray(balance, { maxLength: 6, selector: ({ place }) => place })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(shown({ bought, told: other })).toEqual(shown({ bought, told: one }))
      }),
    )
  })
})

test('points that expire soon, and what a year brought', () => {
  const basis = basisOf({
    bought: [
      { on: asOf - 400, net: 7_00 },
      { on: asOf - 360, net: 40_00 },
      { on: asOf - 340, net: 30_00 },
      { on: asOf - 10, net: 20_00 },
    ],
    events: [handEvent(1, asOf - 5, 'redeem', -15), handEvent(2, asOf - 4, 'adjust', -3)],
  })
  const account = accountOf(basis, 0)
  expect(expiringSoon(account, asOf, 30)).toEqual({ points: 52, firstOn: asOf + 5 })
  expect(expiringSoon(account, asOf, 4)).toEqual({ points: 0, firstOn: null })
  expect(pointsYear(account, asOf)).toEqual({ earned: 90, redeemed: 15, adjusted: -3, expired: 7 })
  expect(account.balance).toBe(72)
})

describe('the level orders earn by', () => {
  // In June Ann is the only buyer (A); in July she is a fifth of Bob's size.
  const snapshot = snapshotOf([
    { id: 'ann', bought: [{ on: '2026-05-10', net: 100_00 }] },
    { id: 'bob', blocked: true, bought: [{ on: '2026-06-10', net: 9900_00 }] },
  ])
  const level = (customer: number, day: string, facts = {}) =>
    levelsThrough(gradesBasisOf(snapshot, asOf, facts))(customer, dayOf(day))

  test('is that with which the customer came into the month', () => {
    expect(level(0, '2026-05-31')).toBe('C')
    expect(level(0, '2026-06-01')).toBe('A')
    expect(level(0, '2026-06-30')).toBe('A')
    expect(level(0, '2026-07-01')).toBe('C')
  })

  test('does not fall by being delisted', () => {
    expect(level(1, '2026-06-11')).toBe('C')
    expect(level(1, '2026-07-01')).toBe('A')
  })

  test('follows a decision by hand from its day', () => {
    const vip = decided('vip', 'yes', dayOf('2026-07-15'), { until: dayOf('2026-07-20') })
    const facts = { decisions: new Map([[0, [vip]]]) }
    expect(level(0, '2026-07-14', facts)).toBe('C')
    expect(level(0, '2026-07-15', facts)).toBe('A')
    expect(level(0, '2026-07-21', facts)).toBe('C')
  })
})
