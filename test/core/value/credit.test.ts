import { describe, expect, test } from 'vitest'
import { windowOf } from '../../../src/core/value/aggregate.js'
import { type CreditRules, creditColour, fulfilment, type UnpaidOrder } from '../../../src/core/value/credit.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import { decided, gradesOf } from '../../support/grades.js'
import { snapshotOf } from '../../support/snapshot.js'

const asOf = dayOf('2026-08-31')
const window = windowOf(asOf, 365)

/** A customer with so many kept orders, one a day from May on. */
function shop(kept: number, net = 100_00) {
  return snapshotOf([
    { id: 'c', bought: Array.from({ length: kept }, (_, i) => ({ on: dayOf('2026-05-01') + i, net })) },
  ])
}

const cancelled = (count: number): UnpaidOrder[] =>
  Array.from({ length: count }, () => ({ on: asOf - 40, state: 'cancelled', isCounted: false }))

describe('fulfilment (R28): kept ÷ placed over 365 days', () => {
  test.each([
    [3, 1, 0.75],
    [19, 1, 0.95],
    [4, 0, 1],
    [0, 4, 0],
    // Fewer than four placed say nothing.
    [3, 0, null],
    [2, 1, null],
    [0, 0, null],
  ])('%i kept, %i called off → %s', (kept, broken, share) => {
    expect(fulfilment(shop(kept).orders, 0, window, cancelled(broken))).toEqual({ kept, placed: kept + broken, share })
  })

  test('an order waits 30 days for its payment before it is not kept', () => {
    const pending = (days: number, isCounted = false) =>
      fulfilment(shop(4).orders, 0, window, [{ on: asOf - days, state: 'pending', isCounted }])
    expect(pending(30)).toMatchObject({ kept: 4, placed: 4 })
    expect(pending(31)).toMatchObject({ kept: 4, placed: 5 })
    // Where orders not yet paid count as purchases, one of the counted ones is this one.
    expect(pending(30, true)).toMatchObject({ kept: 3, placed: 3 })
    expect(pending(31, true)).toMatchObject({ kept: 3, placed: 4 })
  })

  test('nothing older than the window counts', () => {
    const { orders } = snapshotOf([
      {
        id: 'c',
        bought: [
          { on: asOf - 365, net: 1 },
          { on: asOf - 364, net: 1 },
        ],
      },
    ])
    const old: UnpaidOrder = { on: asOf - 365, state: 'cancelled', isCounted: false }
    expect(fulfilment(orders, 0, window, [old])).toEqual({ kept: 1, placed: 1, share: null })
  })
})

describe('the list by fulfilment', () => {
  const rules: CreditRules = { cuts: [75, 95], greenFromMinor: null }
  const colour = (kept: number, placed: number, tradedMinor = 0, more: Partial<CreditRules> = {}) =>
    creditColour({ kept, placed, share: placed < 4 ? null : kept / placed }, tradedMinor, { ...rules, ...more })

  test.each([
    [19, 20, 'green'],
    [18, 19, 'yellow'],
    [3, 4, 'yellow'],
    [74, 100, 'red'],
    [0, 9, 'red'],
    [3, 3, null],
  ])('%i of %i → %s', (kept, placed, expected) => {
    expect(colour(kept, placed)).toBe(expected)
  })

  test('a small amount makes yellow of green, and nothing worse', () => {
    const small = { greenFromMinor: 1_000_00 }
    expect(colour(20, 20, 1_000_00, small)).toBe('green')
    expect(colour(20, 20, 999_99, small)).toBe('yellow')
    expect(colour(16, 20, 999_99, small)).toBe('yellow')
    expect(colour(1, 20, 999_99, small)).toBe('red')
  })
})

describe('who gets a list, and what it does', () => {
  const snapshot = snapshotOf([
    { id: 'a', bought: Array.from({ length: 4 }, (_, i) => ({ on: asOf - i, net: 100_00 })) },
    { id: 'b', bought: Array.from({ length: 4 }, (_, i) => ({ on: asOf - i, net: 4_00 })) },
    { id: 'c', bought: Array.from({ length: 4 }, (_, i) => ({ on: asOf - i, net: 50 })) },
  ])
  const bad = new Map([0, 1, 2].map((customer) => [customer, cancelled(2)]))

  test('key customers do, general ones only by hand or as VIP; tiers stay as they are', () => {
    const grades = gradesOf(snapshot, asOf)
    expect([0, 1, 2].map((customer) => [grades.tier(customer), grades.credit(customer).isListed])).toEqual([
      ['A', true],
      ['C', false],
      ['C', false],
    ])
    const decisions = new Map([
      [1, [decided('credit', 'yellow', asOf)]],
      [2, [decided('vip', 'yes', asOf)]],
    ])
    const byHand = gradesOf(snapshot, asOf, { decisions })
    expect([1, 2].map((customer) => byHand.credit(customer).isListed)).toEqual([true, true])
  })

  test('fulfilment below 75 % lowers the level at once with the tier still shown; it comes back with it', () => {
    const low = gradesOf(snapshot, asOf, { unpaid: bad })
    expect([low.tier(0), low.classOf(0), low.credit(0).colour, low.level(0)]).toEqual([
      ...['A', 'key', 'red'],
      { level: 'C', by: 'credit' },
    ])
    const back = gradesOf(snapshot, asOf, { unpaid: new Map([[0, cancelled(1)]]) })
    expect([back.credit(0).colour, back.level(0)]).toEqual(['yellow', { level: 'A', by: 'key' }])
  })

  test('what the seller sets stands beside what the orders say, and counts', () => {
    const grades = (colour: string) =>
      gradesOf(snapshot, asOf, { unpaid: bad, decisions: new Map([[0, [decided('credit', colour, asOf)]]]) })
    expect(grades('black').credit(0)).toMatchObject({ colour: 'black', computed: 'red' })
    expect(grades('black').level(0)).toEqual({ level: 'C', by: 'credit' })
    expect(grades('green').level(0)).toEqual({ level: 'A', by: 'key' })
  })
})
