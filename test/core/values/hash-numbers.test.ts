import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HashNumbers } from '../../../src/core/values/hash-numbers.js'

describe('HashNumbers', () => {
  test('keeps a number by both halves of its hash, also where one half is another’s', () => {
    const numbers = new HashNumbers()
    numbers.set(1, 2, 10)
    numbers.set(3, 2, 11)
    numbers.set(1, 4, 12)
    expect([numbers.get(1, 2), numbers.get(3, 2), numbers.get(1, 4), numbers.get(3, 4)]).toEqual([10, 11, 12, 0])
    numbers.clear()
    expect([numbers.size, numbers.get(1, 2)]).toEqual([0, 0])
  })

  test('says what a Map says, also when it has grown and where hashes begin at the last place', () => {
    const half = fc.oneof(fc.integer(), fc.constantFrom(0, -1, 1023, 2047, 4095, -2049))
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(half, half), { maxLength: 3000, selector: String }), (hashes) => {
        const numbers = new HashNumbers()
        for (const [at, [high, low]] of hashes.entries()) numbers.set(high, low, at + 1)
        expect(hashes.map(([high, low]) => numbers.get(high, low))).toEqual(hashes.map((_, at) => at + 1))
        expect(numbers.size).toBe(hashes.length)
      }),
      { numRuns: 20 },
    )
  })
})
