import { expect, test } from 'vitest'
import { recommender } from '../../../src/core/value/recommend.js'
import { purchasesOf } from '../../support/purchases.js'
import { snapshotOf } from '../../support/snapshot.js'

test('a refill is offered from 14 days before it should be used up, as long as it is waited for', () => {
  // Bought on days 0, 20 and 40: used up by day 60, waited for until day 80.
  const purchases = purchasesOf([
    [
      [0, 'TEA'],
      [20, 'TEA'],
      [40, 'TEA'],
    ],
  ])
  const { orders } = snapshotOf([{ id: 'c' }])
  const isOffered = (asOf: number) => recommender(purchases, orders, asOf).offer(0, 3).refills.length === 1
  expect([45, 46, 80, 81].map(isOffered)).toEqual([false, true, true, false])
})
