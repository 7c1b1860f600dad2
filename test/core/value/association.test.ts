import fc from 'fast-check'
import { expect, test } from 'vitest'
import { liftOf, logLikelihoodRatio, type PairTable } from '../../../src/core/value/association.js'

const table = (both: number, onlyFirst: number, onlySecond: number, neither: number): PairTable => ({
  both,
  onlyFirst,
  onlySecond,
  neither,
})

test.each<[PairTable, number]>([
  // Dunning 1993, the table of bigrams: "the swiss" and "can be".
  [table(110, 2442, 111, 29114), 270.72],
  [table(29, 13, 123, 31612), 263.9],
])('the log-likelihood ratio of %j is %d, as Dunning printed it', (given, printed) => {
  expect(logLikelihoodRatio(given)).toBeCloseTo(printed, 2)
})

test('by hand: two of four baskets with both, two with neither', () => {
  // Perfect agreement of n = 4: −2 ln λ = 2 · 4 · ln 2.
  expect(logLikelihoodRatio(table(2, 0, 0, 2))).toBeCloseTo(8 * Math.log(2), 12)
  expect(liftOf(table(2, 0, 0, 2))).toBe(2)
})

test('by hand: 6, 2, 4, 8', () => {
  // 2 Σ k ln(k·n / (row·column)), n = 20, rows 8 and 12, columns 10 and 10.
  const byHand = 2 * (6 * Math.log(1.5) + 2 * Math.log(0.5) + 4 * Math.log(2 / 3) + 8 * Math.log(4 / 3))
  expect(logLikelihoodRatio(table(6, 2, 4, 8))).toBeCloseTo(byHand, 12)
  expect(liftOf(table(6, 2, 4, 8))).toBeCloseTo(1.5, 12)
})

test('independent things: nothing to tell', () => {
  expect(logLikelihoodRatio(table(2, 4, 3, 6))).toBeCloseTo(0, 12)
  expect(liftOf(table(2, 4, 3, 6))).toBeCloseTo(1, 12)
  expect(liftOf(table(0, 4, 3, 6))).toBe(0)
  expect(logLikelihoodRatio(table(0, 0, 0, 0))).toBe(0)
})

test('is never negative, the same whichever comes first, and above zero only away from a lift of 1', () => {
  const count = fc.integer({ min: 0, max: 5000 })
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const ratio = logLikelihoodRatio(table(a, b, c, d))
      expect(ratio).toBeGreaterThanOrEqual(0)
      expect(Number.isFinite(ratio)).toBe(true)
      expect(logLikelihoodRatio(table(a, c, b, d))).toBeCloseTo(ratio, 6)
      if (ratio > 0.01) expect(Math.abs(liftOf(table(a, b, c, d)) - 1)).toBeGreaterThan(0)
    }),
  )
})
