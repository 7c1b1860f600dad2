import { expect, test } from 'vitest'
import { aggregate, windowOf } from '../../../src/core/value/aggregate.js'
import { sampleLimits } from '../../../src/core/value/small-sample.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'

const asOf = 20000

function limits(customers: readonly MadeCustomer[], days: number | null = 365) {
  const snapshot = snapshotOf(customers)
  return sampleLimits(snapshot, aggregate(snapshot, windowOf(asOf, days)))
}

/** `n` customers, the first `once` of them with one order and the others with two, the oldest `back` days ago. */
const made = (n: number, once: number, back: number) =>
  Array.from({ length: n }, (_, i) => ({
    id: `c${i}`,
    bought: [{ on: asOf - back, net: 1 }, ...(i < once ? [] : [{ on: asOf, net: 1 }])],
  }))

test('30 customers, 90 % once, 180 days: no limit', () => {
  expect(limits(made(30, 27, 179))).toEqual([])
})

test('29 customers, 28 of 30 once, 179 days: each is said', () => {
  expect(limits(made(29, 0, 179))).toEqual([{ limit: 'few-customers', customers: 29 }])
  expect(limits(made(30, 28, 179))).toEqual([
    { limit: 'one-time-buyers', share: 28 / 30, carriers: ['recency', 'monetary'] },
  ])
  expect(limits([...made(30, 0, 178), { id: 'x', bought: [{ on: asOf - 3, net: 9 }] }])).toEqual([
    { limit: 'short-history', days: 179, isRecencyFlattered: true },
  ])
})

test('what is the same of all carries no scores, and recency that does not vary flatters nobody', () => {
  const once = (days: (i: number) => number, net: (i: number) => number, n = 30) =>
    Array.from({ length: n }, (_, i) => ({ id: `c${i}`, bought: [{ on: asOf - days(i), net: net(i) }] }))
  const one = () => 1
  const own = (i: number) => i + 1
  const told = (customers: readonly MadeCustomer[]) =>
    limits(customers).map((found) =>
      found.limit === 'one-time-buyers'
        ? found.carriers.join()
        : found.limit === 'short-history' && found.isRecencyFlattered,
    )
  expect(told(once(one, own))).toEqual(['monetary', false])
  expect(told(once(own, one))).toEqual(['recency', true])
  expect(told(once(one, one))).toEqual(['', false])
  // Four customers get no scores.
  expect(told(once(own, own, 4)).slice(1)).toEqual(['', false])
})

test('history is the ledger’s, not the window’s', () => {
  const old = { id: 'old', bought: [{ on: asOf - 500, net: 1 }] }
  expect(limits([...made(30, 0, 10), old], 30)).toEqual([])
})

test('nobody ordered: nothing to limit', () => {
  expect(limits([{ id: 'a' }])).toEqual([])
})
