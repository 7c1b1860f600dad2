import { expect, test } from 'vitest'
import { moversBetween } from '../../../src/core/value/movers.js'
import { gradingOn, VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'

const asOf = 20000

function moved(customers: readonly MadeCustomer[]) {
  const snapshot = snapshotOf(customers)
  const on = (day: number) => gradingOn(snapshot, day, VALUE_DEFAULTS)
  return moversBetween(snapshot, on(asOf - 7), on(asOf)).map(({ customer, before, now, cause }) =>
    [customers[customer]!.id, `${before}${now}`, cause].join(' '),
  )
}

const steady = { id: 'steady', bought: [{ on: asOf - 30, net: 1000 }] }

test('each cause is told apart', () => {
  expect(moved([steady, { id: 'new', bought: [{ on: asOf - 3, net: 900 }] }])).toEqual(['new UA first-order'])
  const back = {
    id: 'back',
    bought: [
      { on: asOf - 400, net: 5 },
      { on: asOf, net: 900 },
    ],
  }
  expect(moved([steady, back])).toEqual(['back UA ordered'])
  const gone = { id: 'gone', bought: [{ on: asOf - 367, net: 900 }] }
  expect(moved([steady, gone])).toEqual(['gone AU left-window'])
  const returned = {
    id: 'returned',
    bought: [
      { on: asOf - 50, net: 900 },
      { on: asOf - 1, net: -900, gross: 0 },
    ],
  }
  expect(moved([steady, returned])).toEqual(['returned AU returned'])
})

test('a customer can move because another one did', () => {
  // 50 + 40 of 100: both A, the rest B. A new giant of 10,000 pushes all of them to C.
  const others = [50, 40, 10].map((net, i) => ({ id: `c${i}`, bought: [{ on: asOf - 30, net }] }))
  const giant = { id: 'giant', bought: [{ on: asOf - 2, net: 10_000 }] }
  expect(moved([...others, giant])).toEqual(['giant UA first-order', 'c0 AC others', 'c1 AC others', 'c2 BC others'])
})

test('nobody moves without orders', () => {
  expect(moved([steady])).toEqual([])
})
