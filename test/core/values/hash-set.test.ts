import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HashSet } from '../../../src/core/values/hash-set.js'

test('a hash is new once, as in a Set', () => {
  const hash = fc.oneof(fc.nat(20), fc.maxSafeNat())
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 3000, size: 'max' }), (hashes) => {
      const known = new Set<number>()
      const set = new HashSet()
      for (const each of hashes) {
        expect(set.add(each)).toBe(!known.has(each))
        known.add(each)
      }
    }),
    { numRuns: 20 },
  )
})

test('the smallest and the largest hash are kept apart from a free place and from each other', () => {
  const set = new HashSet()
  const edges = [0, 1, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 2, 2 ** 53 - 1]
  expect(edges.map((hash) => set.add(hash))).toEqual(edges.map(() => true))
  expect(edges.map((hash) => set.add(hash))).toEqual(edges.map(() => false))
})
