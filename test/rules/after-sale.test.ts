import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/core/values/business-date.js'
import { afterSale } from '../../src/rules/after-sale.js'
import { ordersOf, proposalOf, proposalsOf } from '../support/due-facts.js'

// Day 1000 is 1972-09-27.
const bought = (...days: number[]) => ordersOf(days.map((day) => [day, 100]))

/** Deliveries by order day, as a ledger tells those since a day. */
const delivered = (...known: readonly (readonly [orderedOn: Day, deliveredOn: Day])[]) => ({
  deliveredSince: (since: Day) => new Map(known.filter(([, on]) => on >= since)),
})

describe('after-sale call without a delivery day', () => {
  test('after the first order, 14 days later, while it is sensible', () => {
    expect(proposalOf(afterSale, bought(1000), 1003)).toMatchObject({
      ...{ subject: '1972-09-27', dueOn: 1014, lastSensibleOn: 1028 },
      cause: { sinceDays: 3, isFirst: true, deliveredOn: null, deliveredDays: null },
    })
    expect(proposalOf(afterSale, bought(1000), 1028)).not.toBeNull()
    expect(proposalOf(afterSale, bought(1000), 1029)).toBeNull()
    expect(proposalOf(afterSale, bought(1000), 1003, '3,9')?.dueOn).toBe(1009)
    expect(proposalOf(afterSale, { ...bought(1000), level: null }, 1003)).toBeNull()
  })

  test('after every order of service level A, of others only the first', () => {
    expect(proposalOf(afterSale, { ...bought(900, 1000), level: 'A' }, 1003)).toMatchObject({
      cause: { isFirst: false },
    })
    expect(proposalOf(afterSale, { ...bought(900, 1000), level: 'B' }, 1003)).toBeNull()
    // A second order before the call does not do away with it.
    expect(proposalsOf(afterSale, { ...bought(1000, 1008), level: 'B' }, 1014)).toMatchObject([
      { dueOn: 1014, cause: { isFirst: true } },
    ])
  })

  test('is over once it was closed for that order', () => {
    const closedOn = (rule: string, subject?: string) =>
      rule === 'after-sale' && subject === '1972-09-27' ? 1015 : null
    expect(proposalOf(afterSale, { ...bought(1000), closedOn }, 1016)).toBeNull()
    expect(proposalOf(afterSale, { ...bought(1001), closedOn }, 1016)).not.toBeNull()
  })
})

describe('after-sale call with a delivery day', () => {
  test('7 days after delivery, however long the parcel took', () => {
    const facts = { ...bought(1000), ...delivered([1000, 1004]) }
    expect(proposalOf(afterSale, facts, 1006)).toMatchObject({
      ...{ subject: '1972-09-27', dueOn: 1011, lastSensibleOn: 1025 },
      cause: { deliveredOn: '1972-10-01', deliveredDays: 2 },
    })
    const slow = { ...bought(1000), ...delivered([1000, 1050]) }
    expect(proposalOf(afterSale, slow, 1057)?.dueOn).toBe(1057)
    expect(proposalOf(afterSale, slow, 1071)).not.toBeNull()
    expect(proposalOf(afterSale, slow, 1072)).toBeNull()
    expect(proposalOf(afterSale, facts, 1006, '30,14')?.dueOn).toBe(1034)
  })

  test('an order delivered long ago does not come back as one without a delivery', () => {
    const facts = { ...bought(1000), ...delivered([1000, 1000]) }
    const days = Array.from({ length: 90 }, (_, at) => 1000 + at)
    const due = days.filter((day) => proposalsOf(afterSale, facts, day).some(({ dueOn }) => dueOn <= day))
    expect([due[0], due.at(-1), due.length]).toEqual([1007, 1021, 15])
  })

  test('one call is about all that came by its day; what comes later is called about later', () => {
    const facts = { ...bought(1000, 1005, 1008), level: 'A' as const, ...delivered([1000, 1020], [1005, 1008]) }
    const dueDays = (asOf: Day) => proposalsOf(afterSale, facts, asOf).map(({ dueOn }) => dueOn)
    // Ordered on day 1000 and delivered on 1020, on 1005 and delivered on 1008, on 1008 and never told.
    expect(dueDays(1009)).toEqual([1027, 1022, 1015])
    expect(dueDays(1015)).toEqual([1027, 1022, 1015])
    expect(dueDays(1022)).toEqual([1027, 1022])
    expect(dueDays(1027)).toEqual([1027])
    const closedOn = (_: string, subject?: string) => (subject === '1972-10-05' ? 1022 : null)
    // Done with the call of day 1022, the older one it was about too does not come back.
    expect(proposalsOf(afterSale, { ...facts, closedOn }, 1022).map(({ dueOn }) => dueOn)).toEqual([1027])
  })

  test('says why, in both languages', () => {
    const said = (asOf: Day, deliveredOn: Day | null) => {
      const told = deliveredOn === null ? {} : delivered([1000, deliveredOn])
      const { cause } = proposalOf(afterSale, { ...bought(1000), ...told }, asOf)!
      return [afterSale.words.en.reason(cause), afterSale.words.zh.reason(cause)]
    }
    expect(said(1003, null)).toEqual(['first order of 1972-09-27, 3 days ago', '1972-09-27第一次下单，已3天'])
    expect(said(1000, null)).toEqual(['first order of 1972-09-27, today', '1972-09-27第一次下单，就在今天'])
    expect(said(1011, 1003)).toEqual([
      'first order of 1972-09-27, delivered 8 days ago',
      '1972-09-27第一次下单，收货已8天',
    ])
    expect(said(1003, 1003)).toEqual(['first order of 1972-09-27, delivered today', '1972-09-27第一次下单，今天收货'])
    expect(said(1001, 1003)).toEqual([
      'first order of 1972-09-27, delivery on 1972-09-30',
      '1972-09-27第一次下单，1972-09-30收货',
    ])
  })
})
