import { expect, test } from 'vitest'
import type { Correction } from '../../../src/core/value/corrections.js'
import { moversBetween } from '../../../src/core/value/movers.js'
import { gradingOn, VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'

const asOf = 20000

function moved(
  customers: readonly MadeCustomer[],
  between: readonly Correction[] = [],
  options = VALUE_DEFAULTS,
  since = between,
) {
  const snapshot = snapshotOf(customers)
  const earlier = gradingOn(snapshot, asOf - 7, options)
  const later = gradingOn(snapshot, asOf, options)
  return moversBetween(snapshot, { earlier, later, corrections: { since, between } }, options).map(
    ({ customer, before, now, cause, correctedBy }) =>
      [customers[customer]!.id, `${before}${now}`, cause, correctedBy ?? ''].join(' ').trim(),
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

test('an order at a loss lowers the profit: it is an order, not one that left the window', () => {
  const options = { ...VALUE_DEFAULTS, measure: 'profit' as const }
  const loss = {
    id: 'loss',
    bought: [
      { on: asOf - 30, net: 500, cost: 100 },
      { on: asOf - 1, net: 300, cost: 800 },
    ],
  }
  expect(moved([steady, loss], [], options)).toEqual(['loss AU ordered'])
})

test('who stands elsewhere than the ledger said on the earlier day has moved by the import that corrected it', () => {
  const figures = (customer: number, net: number) => ({
    ...{ customer, day: asOf - 30, grossMinor: 900, netMinor: net, profitMinor: net, isCounted: net > 0 },
  })
  // Now 1000 and 0; the ledger of the earlier day had 1000 and 900.
  const refunded = { id: 'refunded', bought: [{ on: asOf - 30, net: 0, gross: 900, counted: false }] }
  const correction = { batch: 7, before: figures(1, 900), after: figures(1, 0) }
  expect(moved([steady, refunded], [correction])).toEqual(['refunded AU corrected 7'])
  expect(moved([steady, refunded])).toEqual([])
  // Made after both days, it is no move between them.
  expect(moved([steady, refunded], [], VALUE_DEFAULTS, [correction])).toEqual([])
})

test('a correction that another one takes back, or outside the window, moves nobody', () => {
  const figures = (day: number, net: number) => ({
    ...{ customer: 1, day, grossMinor: net, netMinor: net, profitMinor: net, isCounted: net > 0 },
  })
  const other = { id: 'other', bought: [{ on: asOf - 30, net: 900 }] }
  const old = { batch: 7, before: figures(asOf - 400, 5000), after: figures(asOf - 400, 10) }
  const moneyMoved = [
    { batch: 7, before: figures(asOf - 30, 400), after: figures(asOf - 30, 900) },
    { batch: 8, before: figures(asOf - 40, 500), after: null },
  ]
  expect(moved([steady, other], [old])).toEqual([])
  expect(moved([steady, other], moneyMoved)).toEqual([])
})
