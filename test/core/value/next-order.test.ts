import { expect, test } from 'vitest'
import { usualCycles } from '../../../src/core/value/cycle.js'
import { nextOrder } from '../../../src/core/value/next-order.js'
import { VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { snapshotOf } from '../../support/snapshot.js'

const asOf = 20_000
const buyer = (id: string, ...ago: readonly number[]) => ({
  id,
  bought: ago.map((days) => ({ on: asOf - days, net: 10 })),
})

test('the window counts from the last order; one that is over leaves the days since', () => {
  // Gaps of 20, 30 and 40 days: P50 30, P80 36, in a shop too thin for any pool.
  const cycles = usualCycles(
    snapshotOf([buyer('a', 126, 106, 76, 36), buyer('b', 127, 107, 77, 37), buyer('c', 5), { id: 'd' }]),
    asOf,
    VALUE_DEFAULTS,
  )
  expect(nextOrder(cycles, 0)).toEqual({ fromOn: asOf - 6, toOn: asOf, lateDays: null })
  expect(nextOrder(cycles, 1)).toEqual({ fromOn: null, toOn: null, lateDays: 1 })
  for (const customer of [2, 3])
    expect(nextOrder(cycles, customer)).toEqual({ fromOn: null, toOn: null, lateDays: null })
})
