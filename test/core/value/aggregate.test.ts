import { describe, expect, test } from 'vitest'
import { aggregate, asOfDay, firstCountedOn, NEVER, windowOf } from '../../../src/core/value/aggregate.js'
import { snapshotOf } from '../../support/snapshot.js'

const day = 20000

describe('aggregate', () => {
  const snapshot = snapshotOf([
    {
      id: 'a',
      bought: [
        { on: day - 365, net: 1000 },
        { on: day - 364, net: 200, gross: 300 },
        { on: day - 10, net: 0, gross: 50, counted: false },
        { on: day - 5, net: -70, gross: 0, counted: false },
        { on: day, net: 40 },
        { on: day + 1, net: 5000 },
      ],
    },
    { id: 'b' },
  ])

  test('takes the days (from, to]: the first day is out, the last is in', () => {
    const sums = aggregate(snapshot, windowOf(day, 365))
    expect(sums.orders[0]).toBe(2)
    expect([sums.firstOn[0], sums.lastOn[0]]).toEqual([day - 364, day])
  })

  test('amounts take in refunded orders and returns, counts do not', () => {
    const sums = aggregate(snapshot, windowOf(day, 365))
    expect(sums.netMinor[0]).toBe(200 + 0 - 70 + 40)
    expect(sums.grossMinor[0]).toBe(300 + 50 + 0 + 40)
  })

  test('the whole ledger ends with the as-of day', () => {
    const sums = aggregate(snapshot, windowOf(day, null))
    expect([sums.orders[0], sums.netMinor[0]]).toEqual([3, 1170])
  })

  test('a customer without orders has zeros and no days', () => {
    const sums = aggregate(snapshot, windowOf(day, null))
    expect([sums.orders[1], sums.netMinor[1], sums.lastOn[1]]).toEqual([0, 0, NEVER])
    expect(firstCountedOn(snapshot.orders, 1)).toBe(NEVER)
  })
})

describe('asOfDay', () => {
  const withOrderOn = (...days: number[]) => snapshotOf([{ id: 'a', bought: days.map((on) => ({ on, net: 1 })) }])

  test.each([
    ['an order within 365 days keeps today', [day - 364], { asOf: day, moved: false }],
    ['an order 365 days old does not', [day - 365], { asOf: day - 365, moved: true }],
    ['an order to come does not keep today', [day - 500, day + 3], { asOf: day - 500, moved: true }],
    ['only orders to come: the newest', [day + 3, day + 9], { asOf: day + 9, moved: true }],
    ['no orders: today', [], { asOf: day, moved: false }],
  ])('%s', (_name, days, expected) => {
    expect(asOfDay(withOrderOn(...days), day)).toEqual(expected)
  })

  test('only counted orders move the day', () => {
    const snapshot = snapshotOf([
      {
        id: 'a',
        bought: [
          { on: day - 1, net: 0 },
          { on: day - 900, net: 7 },
        ],
      },
    ])
    expect(asOfDay(snapshot, day)).toEqual({ asOf: day - 900, moved: true })
  })

  test('orders without a customer count too', () => {
    const snapshot = snapshotOf([{ id: 'a', bought: [{ on: day - 900, net: 7 }] }], [], [{ on: day - 9, net: 7 }])
    expect(asOfDay(snapshot, day)).toEqual({ asOf: day, moved: false })
  })
})
