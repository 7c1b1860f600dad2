import { expect, test } from 'vitest'
import { chances } from '../../../src/core/values/chance.js'

const drawn = (seed: number, count: number) => {
  const chance = chances(seed)
  return Array.from({ length: count }, chance)
}

test('one seed gives the same numbers, another others', () => {
  expect(drawn(7, 50)).toEqual(drawn(7, 50))
  expect(drawn(8, 50)).not.toEqual(drawn(7, 50))
})

test('numbers lie from 0 up to 1 and fall evenly', () => {
  const cells = new Array<number>(20).fill(0)
  for (const one of drawn(3, 100_000)) cells[Math.floor(one * 20)]!++
  expect(cells).toHaveLength(20)
  const chiSquared = cells.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0)
  // 19 degrees of freedom: more than 43.8 once in a thousand.
  expect(chiSquared).toBeLessThan(43.8)
})

test('one number says nothing of the next', () => {
  const all = drawn(11, 50_000)
  const covariance = all.slice(1).reduce((sum, one, at) => sum + (one - 0.5) * (all[at]! - 0.5), 0) / all.length
  expect(Math.abs(covariance * 12)).toBeLessThan(0.02)
})
