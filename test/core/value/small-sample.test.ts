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
  expect(limits(made(30, 28, 179))).toEqual([{ limit: 'one-time-buyers', share: 28 / 30 }])
  expect(limits(made(30, 0, 178))).toEqual([{ limit: 'short-history', days: 179 }])
})

test('history is the ledger’s, not the window’s', () => {
  const old = { id: 'old', bought: [{ on: asOf - 500, net: 1 }] }
  expect(limits([...made(30, 0, 10), old], 30)).toEqual([])
})

test('nobody ordered: nothing to limit', () => {
  expect(limits([{ id: 'a' }])).toEqual([])
})
