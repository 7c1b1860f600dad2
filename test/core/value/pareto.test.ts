import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gradeAbc } from '../../../src/core/value/abc.js'
import { heldByBest } from '../../../src/core/value/pareto.js'

test('the best 1, 5, 10, 20 and 50 % by hand', () => {
  // Twenty customers of 5 % each: 100, then 19 of 10.
  const ascending = Float64Array.from([...Array(19).fill(10), 100])
  const held = heldByBest(ascending, [1, 5, 10, 20, 50, 100])
  expect(held.map(({ customers, value }) => [customers, value])).toEqual([
    [1, 100],
    [1, 100],
    [2, 110],
    [4, 130],
    [10, 190],
    [20, 290],
  ])
  expect(held[3]).toMatchObject({ customersShare: 0.2, valueShare: 130 / 290 })
  expect(heldByBest(new Float64Array(), [1, 50])).toEqual([])
})

test('the curve rises from nothing to everything, bends one way, and agrees with the concentration', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 300 }), (values) => {
      const { ascending, concentration, total } = gradeAbc(Float64Array.from(values))
      const all = heldByBest(ascending, [...Array(101).keys()])
      expect([all[0]!.valueShare, all[100]!.valueShare, all[100]!.value]).toEqual([0, 1, total])
      for (let at = 1; at <= 100; at++) {
        expect(all[at]!.valueShare).toBeGreaterThanOrEqual(all[at - 1]!.valueShare)
        // The best hold at least their share of heads.
        expect(all[at]!.valueShare).toBeGreaterThanOrEqual(all[at]!.customersShare - 1e-12)
      }
      const { top1Share, top5Share, top20Share } = concentration
      expect([1, 5, 20].map((percent) => all[percent]!.valueShare)).toEqual([top1Share, top5Share, top20Share])
    }),
  )
})
