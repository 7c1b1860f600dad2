import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareDifference } from '../../../../src/core/follow-up/campaign/share-difference.js'

/** Newcombe 1998, table II: the eight contrasts with their method 10 intervals. */
const published = [
  [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.6, 0.1705, 0.809],
  [6, 7, 2, 7, 0.5714, 0.0582, 0.8062],
  [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
  [0, 10, 0, 20, 0, -0.1611, 0.2775],
  [0, 10, 0, 10, 0, -0.2775, 0.2775],
  [10, 10, 0, 20, 1, 0.6791, 1],
  [10, 10, 0, 10, 1, 0.6075, 1],
] as const

describe('the difference of two shares', () => {
  for (const [a, m, b, n, value, low, high] of published)
    test(`${a}/${m} less ${b}/${n} as published`, () => {
      const found = shareDifference({ count: a, of: m }, { count: b, of: n })
      expect(found.value).toBeCloseTo(value, 4)
      expect(found.low).toBeCloseTo(low, 4)
      expect(found.high).toBeCloseTo(high, 4)
    })

  test('lies inside its interval, inside -1 to 1, and turns round with its shares', () => {
    const share = fc.integer({ min: 1, max: 500 }).chain((of) => fc.record({ count: fc.nat(of), of: fc.constant(of) }))
    fc.assert(
      fc.property(share, share, (first, second) => {
        const [found, back] = [shareDifference(first, second), shareDifference(second, first)]
        expect(found.low).toBeLessThanOrEqual(found.value + 1e-12)
        expect(found.high).toBeGreaterThanOrEqual(found.value - 1e-12)
        expect(found.low).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(found.high).toBeLessThanOrEqual(1 + 1e-12)
        expect(back.low).toBeCloseTo(-found.high, 10)
        expect(back.high).toBeCloseTo(-found.low, 10)
      }),
    )
  })
})
