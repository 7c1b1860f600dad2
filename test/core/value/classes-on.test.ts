import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Measure } from '../../../src/core/value/measure.js'
import { classesOn, gradingOn, VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { snapshotOf } from '../../support/snapshot.js'

const asOf = 20_000
const order = fc.record({
  on: fc.integer({ min: asOf - 500, max: asOf + 30 }),
  net: fc.integer({ min: -500, max: 5000 }),
  counted: fc.boolean(),
})
const measures: readonly Measure[] = ['net', 'gross', 'orders']

test('classes alone are those of the grading', () => {
  const shop = fc.array(fc.array(order, { maxLength: 6 }), { maxLength: 12 })
  fc.assert(
    fc.property(shop, fc.constantFrom(...measures), fc.constantFrom(365, 90, null), (orders, measure, days) => {
      const snapshot = snapshotOf(orders.map((bought, at) => ({ id: `c${at}`, bought })))
      const options = { ...VALUE_DEFAULTS, measure, days }
      const { around: _, ...told } = classesOn(snapshot, asOf, options)
      const { around: __, ...plain } = gradingOn(snapshot, asOf, options).abc
      expect(told).toEqual(plain)
    }),
  )
})
