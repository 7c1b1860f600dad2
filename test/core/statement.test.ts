import { expect, test } from 'vitest'
import { type StatementOrder, statementSums } from '../../src/core/statement.js'
import { dayOf } from '../../src/core/values/business-date.js'

const july = { from: dayOf('2026-06-30'), to: dayOf('2026-07-31') }

function order(on: string, totalMinor: number, more: Partial<StatementOrder> = {}): StatementOrder {
  const known = {
    id: dayOf(on),
    order: on,
    on: dayOf(on),
    kind: 'order',
    status: 'paid',
    currency: 'USD',
    refundMinor: 0,
  } as const
  return { ...known, totalMinor, netMinor: totalMinor, goods: [], ...more }
}

test('what was ordered, given back and paid in the month, and what was open before and after it', () => {
  const orders = [
    order('2026-05-01', 700, { status: 'pending', netMinor: 0 }),
    order('2026-06-30', 5000),
    order('2026-07-01', 1000),
    order('2026-07-05', 2000, { status: 'partially_refunded', refundMinor: 500, netMinor: 1500 }),
    order('2026-07-06', 900, { status: 'cancelled', netMinor: 0 }),
    order('2026-07-31', 300, { status: 'pending', netMinor: 0 }),
    order('2026-07-20', 0, { kind: 'return', refundMinor: 250, netMinor: -250 }),
    order('2026-08-01', 4000),
    order('2026-08-02', 60, { status: 'pending', netMinor: 0 }),
  ]
  expect(statementSums(orders, july)).toEqual([
    {
      ...{ currency: 'USD', orders: 3, orderedMinor: 3300, refundMinor: 750, paidMinor: 2250 },
      ...{ openBeforeMinor: 700, openAfterMinor: 1000 },
    },
  ])
})

test('each currency has its own sums, and one in which nothing happened is left out', () => {
  const orders = [
    order('2026-07-02', 100, { currency: 'USD' }),
    order('2026-07-03', 200, { currency: 'CNY' }),
    order('2026-05-03', 300, { currency: 'EUR' }),
  ]
  expect(statementSums(orders, july).map(({ currency, paidMinor }) => [currency, paidMinor])).toEqual([
    ['CNY', 200],
    ['USD', 100],
  ])
  expect(statementSums([], july)).toEqual([])
})
