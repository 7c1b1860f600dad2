import { expect, test } from 'vitest'
import { deliveryReader } from '../../../src/core/follow-up/deliveries.js'
import { snapshotOf } from '../../support/snapshot.js'

test('by order day the last delivery; one before its order is a slip; read once for a day', () => {
  const order = (on: number) => ({ on, net: 10 })
  const snapshot = snapshotOf([
    { id: 'a', bought: [order(10), order(10), order(20)] },
    { id: 'b', bought: [order(15), order(16)] },
  ])
  const asked: number[] = []
  const deliveries = (since: number) => {
    asked.push(since)
    return Int32Array.of(12, 14, 0, 14, 16)
  }
  const since = deliveryReader({ ...snapshot, deliveries })
  expect([...since(0, 5)]).toEqual([[10, 14]])
  expect([...since(1, 5)]).toEqual([[16, 16]])
  expect(asked).toEqual([5])
  expect([...deliveryReader(snapshot)(0, 5)]).toEqual([])
})
