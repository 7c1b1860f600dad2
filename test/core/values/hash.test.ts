import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hash53, hashPair, publicId } from '../../../src/core/values/hash.js'

test('ids of old ledgers stay: these values never change', () => {
  expect(publicId('')).toBe('cxe0z5zssc')
  expect(publicId('uci:17850')).toBe('cv3gb65x90')
  expect(publicId('淘宝:张三')).toBe('c6h9mr16ay')
  expect(hash53('536365,85123A,6')).toBe(772349315339407)
})

test('a hash is a safe integer and depends on text and seed', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(Number.isSafeInteger(hash53(a)) && hash53(a) >= 0).toBe(true)
      expect(hash53(a)).toBe(hash53(a))
      expect(hash53(a) === hash53(b)).toBe(a === b)
      expect(hash53(a, 1)).not.toBe(hash53(a))
    }),
  )
})

test('200,000 neighbouring keys have different hashes and ids, evenly spread', () => {
  const hashes = new Set<number>()
  const ids = new Set<string>()
  const count = new Uint32Array(32)
  const letters = '0123456789abcdefghjkmnpqrstvwxyz'
  for (let key = 0; key < 200_000; key++) {
    hashes.add(hash53(`customer ${key}`))
    const id = publicId(`customer ${key}`)
    ids.add(id)
    for (const letter of id.slice(1)) count[letters.indexOf(letter)]!++
  }
  expect(hashes.size).toBe(200_000)
  expect(ids.size).toBe(200_000)
  const expected = (200_000 * 9) / 32
  const chiSquared = count.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0)
  // 31 degrees of freedom: 61.1 is the 99.9th percentile.
  expect(chiSquared).toBeLessThan(61.1)
})

test('one changed bit of the text changes half the bits of the hash', () => {
  let flipped = 0
  for (let key = 0; key < 2000; key++) {
    const a = BigInt(hash53(`key ${key} a`)) ^ BigInt(hash53(`key ${key} c`))
    flipped += a.toString(2).replaceAll('0', '').length
  }
  expect(Math.abs(flipped / 2000 - 26.5)).toBeLessThan(1)
})

test('an id is c and nine letters of the Crockford alphabet', () => {
  fc.assert(
    fc.property(fc.string(), (key) => {
      expect(publicId(key)).toMatch(/^c[0-9a-hjkmnp-tv-z]{9}$/)
    }),
  )
})

test('the hash of two texts depends on each of them and on where one ends', () => {
  const halves = new Int32Array(2)
  const of = (first: string, second: string): string => {
    hashPair(first, second, halves)
    return halves.join()
  }
  const seen = new Set<string>()
  for (let key = 0; key < 100_000; key++) seen.add(of(`SKU-${key % 400}`, `name ${Math.floor(key / 400)}`))
  expect(seen.size).toBe(100_000)
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
      expect(of(a, b) === of(c, d)).toBe(a === c && b === d)
    }),
  )
  expect(new Set([of('ab', 'c'), of('a', 'bc'), of('abc', ''), of('', 'abc'), of('c', 'ab')]).size).toBe(5)
})
