import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concentration } from '../../../src/core/value/concentration.js'

const of = (values: readonly number[]) => concentration(Float64Array.from(values).sort())

test('equal values: no concentration', () => {
  expect(of([5, 5, 5, 5])).toEqual({ gini: 0, top1Share: 0.25, top5Share: 0.25, top20Share: 0.25 })
})

test('one who has nearly all', () => {
  // Gini of [1, 99]: (1·(−1) + 99·1) / (2·100) = 0.49.
  expect(of([1, 99]).gini).toBeCloseTo(0.49, 12)
})

test('shares take ceil(n·x) customers, in whole numbers', () => {
  // 35 customers: 20 % are exactly 7 (35 × 0.2 is 7.000000000000001 in floating point), 5 % are 2, 1 % is 1.
  const values = Array.from({ length: 35 }, (_, i) => i + 1)
  const found = of(values)
  expect(found.top20Share).toBeCloseTo((29 + 30 + 31 + 32 + 33 + 34 + 35) / 630, 12)
  expect(found.top5Share).toBeCloseTo((34 + 35) / 630, 12)
  expect(found.top1Share).toBeCloseTo(35 / 630, 12)
})

test('nobody: nothing to say', () => {
  expect(of([])).toEqual({ gini: null, top1Share: null, top5Share: null, top20Share: null })
})

test('Gini equals half the mean absolute difference over the mean', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 }), (values) => {
      const n = values.length
      const mean = values.reduce((a, b) => a + b, 0) / n
      const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0)
      expect(of(values).gini).toBeCloseTo(differences / (2 * n * n * mean), 9)
    }),
  )
})
