import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aggregate, windowOf } from '../../../src/core/value/aggregate.js'
import { quantile7, type Rfm, recencyDays, type Scoring, scoreRfm } from '../../../src/core/value/rfm.js'
import { snapshotOf } from '../../support/snapshot.js'

const asOf = 20000

/** One customer per entry: days since the last order, number of orders, amount of each. */
function scored(buyers: readonly (readonly [recency: number, orders: number, net: number])[], scoring: Scoring) {
  const snapshot = snapshotOf(
    buyers.map(([recency, orders, net], i) => ({
      id: `c${i}`,
      bought: Array.from({ length: orders }, () => ({ on: asOf - recency, net })),
    })),
  )
  const sums = aggregate(snapshot, windowOf(asOf, null))
  return { sums, rfm: scoreRfm(sums, scoring) }
}

const codes = ({ r, f, m }: Rfm) => Array.from(r, (score, i) => `${score}${f[i]}${m[i]}`)

describe('RFM scores by rank', () => {
  test('ten different customers: two for each score', () => {
    const { rfm } = scored(
      Array.from({ length: 10 }, (_, i) => [100 - i, i + 1, 10] as const),
      'rank',
    )
    expect(codes(rfm)).toEqual(['111', '111', '222', '222', '333', '333', '444', '444', '555', '555'])
    // The least values for 2, 3, 4, 5: the third, fifth, seventh and ninth customer.
    expect(rfm.recency.cuts).toEqual([98, 96, 94, 92])
    expect(rfm.frequency.cuts).toEqual([3, 5, 7, 9])
    expect(rfm.monetary.cuts).toEqual([30, 50, 70, 90])
  })

  test('equal customers share the score of the worst place', () => {
    const { rfm } = scored(
      [
        [5, 1, 10],
        [5, 1, 10],
        [5, 1, 10],
        [5, 1, 10],
        [5, 2, 10],
      ],
      'rank',
    )
    // Four of five are not worse than each other (0 worse: score 1); the fifth has four worse: 1 + floor(5·4/5) = 5.
    expect([...rfm.f]).toEqual([1, 1, 1, 1, 5])
    expect([...rfm.r]).toEqual([1, 1, 1, 1, 1])
    expect(rfm.frequency.cuts).toEqual([2, 2, 2, 2])
    expect(rfm.recency.cuts).toEqual([null, null, null, null])
  })

  test('fewer than five customers have no scores', () => {
    const { rfm } = scored(
      [
        [1, 1, 1],
        [2, 2, 2],
        [3, 3, 3],
        [4, 4, 4],
      ],
      'rank',
    )
    expect([rfm.hasScores, [...rfm.r, ...rfm.f, ...rfm.m]]).toEqual([false, Array(12).fill(0)])
  })

  test('a customer without a counted order has no score and is nobody’s comparison', () => {
    const { rfm } = scored(
      [
        [1, 1, 1],
        [2, 2, 2],
        [3, 3, 3],
        [4, 4, 4],
        [5, 5, 5],
        [0, 0, 0],
      ],
      'rank',
    )
    expect(codes(rfm)[5]).toBe('000')
    expect([...rfm.scored]).toEqual([0, 1, 2, 3, 4])
    expect(codes(rfm)[0]).toBe('511')
  })
})

describe('RFM scores by bands', () => {
  const bands = { recencyDays: [30, 60, 90, 180], orders: [1, 2, 3, 5], netMinor: [10_000, 50_000, 100_000, 300_000] }
  const by = (buyers: readonly (readonly [number, number, number])[], own: Parameters<typeof scoreRfm>[2] = bands) =>
    scoreRfm(scored(buyers, 'rank').sums, 'bands', own)

  // Each bound is the last value of its band; the amounts are those of one order times the orders.
  test('a value on a bound belongs below it, for days above it', () => {
    const buyers = [
      [30, 1, 10_000],
      [31, 2, 5_001],
      [60, 2, 25_000],
      [61, 3, 16_667],
      [90, 3, 50_000],
      [180, 5, 60_000],
      [181, 6, 50_001],
    ] as const
    expect(codes(by(buyers))).toEqual(['511', '422', '422', '333', '334', '244', '155'])
  })

  test('the cuts are the bounds, each beside the score it opens', () => {
    const rfm = by(Array.from({ length: 5 }, () => [1, 1, 1] as const))
    expect(rfm.recency.cuts).toEqual([180, 90, 60, 30])
    expect(rfm.frequency.cuts).toEqual([1, 2, 3, 5])
    expect(rfm.monetary.cuts).toEqual([10_000, 50_000, 100_000, 300_000])
  })

  test('the scores of a customer do not hang on the others', () => {
    const some = by(Array.from({ length: 5 }, (_, i) => [i * 40, i + 1, 1000] as const))
    const more = by(Array.from({ length: 50 }, (_, i) => [i * 40, i + 1, 1000] as const))
    expect(codes(more).slice(0, 5)).toEqual(codes(some))
  })

  test('without amounts, M is cut at quantiles, and only M', () => {
    const buyers = Array.from({ length: 5 }, (_, i) => [i * 40, 1, i + 1] as const)
    const rfm = by(buyers, { ...bands, netMinor: null })
    expect([rfm.recency.scoring, rfm.frequency.scoring, rfm.monetary.scoring]).toEqual(['bands', 'bands', 'quantile'])
    expect([...rfm.m]).toEqual([...scored(buyers, 'quantile').rfm.m])
  })

  test('fewer than five customers have no scores', () => {
    expect([...by([[1, 1, 1]]).r]).toEqual([0])
  })
})

describe('quantiles of type 7', () => {
  test.each([
    [
      [1, 2, 3, 4, 5],
      [1.8, 2.6, 3.4, 4.2],
    ],
    [
      [1, 2, 3, 4, 5, 6],
      [2, 3, 4, 5],
    ],
    [[10], [10, 10, 10, 10]],
    [
      [0, 0, 10],
      [0, 0, 2, 6],
    ],
  ])('of %j', (values, expected) => {
    const found = [20, 40, 60, 80].map((percent) => quantile7(Float64Array.from(values), percent))
    for (const [i, q] of found.entries()) expect(q).toBeCloseTo(expected[i]!, 12)
  })
})

const buyers = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 })),
  { minLength: 5, maxLength: 40 },
)

describe.each(['rank', 'quantile', 'bands'] as const)('properties of %s scores', (scoring) => {
  test('are 1 to 5, equal for equal values and never lower for better ones', () => {
    fc.assert(
      fc.property(buyers, (made) => {
        const { sums, rfm } = scored(made, scoring)
        const dimensions = [
          [rfm.r, (i: number) => -recencyDays(sums, i)],
          [rfm.f, (i: number) => sums.orders[i]!],
          [rfm.m, (i: number) => sums.netMinor[i]!],
        ] as const
        for (const [scores, value] of dimensions) {
          for (let i = 0; i < made.length; i++) {
            expect(scores[i]).toBeGreaterThanOrEqual(1)
            expect(scores[i]).toBeLessThanOrEqual(5)
            for (let j = 0; j < i; j++) {
              const order = Math.sign(value(i) - value(j))
              const scoreOrder = Math.sign(scores[i]! - scores[j]!)
              if (order === 0) expect(scoreOrder).toBe(0)
              else expect([0, order]).toContain(scoreOrder)
            }
          }
        }
      }),
    )
  })

  test('follow the definition of the method', () => {
    fc.assert(
      fc.property(buyers, (made) => {
        const { sums, rfm } = scored(made, scoring)
        const nets = made.map((_, i) => sums.netMinor[i]!)
        const days = made.map((_, i) => recencyDays(sums, i))
        made.forEach((_, i) => {
          if (scoring === 'rank') {
            expect(rfm.m[i]).toBe(1 + Math.floor((5 * nets.filter((v) => v < nets[i]!).length) / made.length))
            expect(rfm.r[i]).toBe(1 + Math.floor((5 * days.filter((v) => v > days[i]!).length) / made.length))
          } else if (scoring === 'bands') {
            expect(rfm.f[i]).toBe(1 + [1, 2, 3, 5].filter((bound) => sums.orders[i]! > bound).length)
            expect(rfm.r[i]).toBe(5 - [30, 60, 90, 180].filter((bound) => days[i]! > bound).length)
          } else {
            expect(rfm.m[i]).toBe(1 + naiveQuantiles(nets).filter((q) => nets[i]! > q + 1e-9).length)
            expect(rfm.r[i]).toBe(5 - naiveQuantiles(days).filter((q) => days[i]! > q + 1e-9).length)
          }
        })
      }),
    )
  })
})

function naiveQuantiles(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return [0.2, 0.4, 0.6, 0.8].map((p) => {
    const h = (sorted.length - 1) * p
    const low = Math.floor(h + 1e-9)
    return sorted[low]! + (h - low) * (sorted[Math.min(low + 1, sorted.length - 1)]! - sorted[low]!)
  })
}
