import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ABC_DEFAULTS, gradeAbc, parseCuts, ranking, TIERS } from '../../../src/core/value/abc.js'
import { valueForTier } from '../../../src/core/value/next-tier.js'

const letters = (values: readonly number[], options = ABC_DEFAULTS) =>
  Array.from(gradeAbc(Float64Array.from(values), options).tier, (t) => TIERS[t]).join('')
const within = { cuts: [80, 95], boundary: 'within' } as const

describe('ABC tiers', () => {
  // The lists of docs/ALGORITHMS §1, each worked out by hand.
  test.each([
    [[85, 5, 4, 3, 2, 1], 'ABBBCC'],
    [[100], 'A'],
    [[97, 1, 1, 1], 'ACCC'],
    [[60, 25, 5, 5, 3, 2], 'AABBCC'],
    [[7, 7, 7, 7, 7], 'AAAAA'],
    [[], ''],
    [[0, -5], 'UU'],
    [[0, 100, -3], 'UAU'],
    // 80 % is reached exactly by the first: the next has 80 before him, which is not less.
    [[80, 15, 5], 'ABC'],
  ])('%j is %s', (values, expected) => {
    expect(letters(values)).toBe(expected)
  })

  test.each([
    [[85, 5, 4, 3, 2, 1], 'BBBCCC'],
    [[80, 15, 5], 'ABC'],
    [[60, 25, 5, 5, 3, 2], 'ABBBCC'],
    [[100], 'C'],
  ])('within the cut: %j is %s', (values, expected) => {
    // 85 | 90 | 94 are at most 95, 97 | 99 | 100 are not; 60 ≤ 80 < 85 ≤ 90 … 95 ≤ 95 < 98.
    expect(letters(values, within)).toBe(expected)
  })

  test('other cuts', () => {
    expect(letters([50, 30, 20], { cuts: [50, 80], boundary: 'cross' })).toBe('ABC')
    expect(letters([505, 295, 200], { cuts: [50.5, 80], boundary: 'cross' })).toBe('ABC')
  })

  test('totals whose product with the cut passes 2^53 are still compared exactly', () => {
    const big = 80 * 10 ** 13
    // total 10^15, before of the second = 8·10^14 exactly 80 %: B; one unit less: A.
    expect(letters([big, 15 * 10 ** 13, 5 * 10 ** 13])).toBe('ABC')
    expect(letters([big - 1, 15 * 10 ** 13 + 1, 5 * 10 ** 13])).toBe('AAC')
  })

  test('sums beyond exact integers are refused, not rounded', () => {
    expect(() => gradeAbc(Float64Array.of(Number.MAX_SAFE_INTEGER, 2))).toThrow('figures.too-large')
  })

  test('totals, lowest values and shares around a customer', () => {
    const abc = gradeAbc(Float64Array.of(60, 25, 5, 5, 3, 2, -4, 0))
    expect(abc.total).toBe(100)
    expect(abc.totals).toEqual({
      A: { customers: 2, value: 85 },
      B: { customers: 2, value: 10 },
      C: { customers: 2, value: 5 },
      U: { customers: 2, value: -4 },
    })
    expect(abc.lowest).toEqual({ A: 25, B: 5, C: 2 })
    expect(abc.around(5)).toEqual({ before: 85, after: 95 })
  })

  const amounts = fc.array(fc.integer({ min: -50, max: 100_000 }), { maxLength: 60 })

  test('sorted by value the classes read A*B*C*U*, and the definition holds for every customer', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (values, isCross) => {
        const options = isCross ? ABC_DEFAULTS : within
        const sorted = values.toSorted((a, b) => b - a)
        const graded = letters(sorted, options)
        expect(graded).toMatch(isCross ? /^(A+B*C*)?U*$/ : /^A*B*C*U*$/)
        const positive = sorted.filter((v) => v > 0)
        const total = positive.reduce((a, b) => a + b, 0)
        sorted.forEach((value, i) => {
          const before = positive.filter((v) => v > value).reduce((a, b) => a + b, 0)
          const after = positive.filter((v) => v >= value).reduce((a, b) => a + b, 0)
          const reaches = (cut: number) => (isCross ? before * 100 < total * cut : after * 100 <= total * cut)
          expect(graded[i]).toBe(value <= 0 ? 'U' : reaches(80) ? 'A' : reaches(95) ? 'B' : 'C')
        })
      }),
    )
  })

  test('A covers at least 80 % and is minimal: without its last customers it would not', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const abc = gradeAbc(Float64Array.from(values))
        if (abc.total === 0) return
        expect(abc.totals.A.value * 100).toBeGreaterThanOrEqual(abc.total * 80)
        expect(abc.around(abc.lowest.A!).before * 100).toBeLessThan(abc.total * 80)
      }),
    )
  })

  test('the order of the customers changes nothing', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        expect(letters(values.toReversed())).toBe([...letters(values)].reverse().join(''))
      }),
    )
  })
})

describe('cuts as typed', () => {
  test.each([
    ['80,95', [80, 95]],
    ['70.5, 90', [70.5, 90]],
    ['50，80', [50, 80]],
  ])('%s', (text, cuts) => {
    expect(parseCuts(text)).toEqual(cuts)
  })

  test.each(['', '80', '95,80', '80,80', '0,50', '80,100', '80,95,99', 'a,b', '-1,5'])('refuses "%s"', (text) => {
    expect(() => parseCuts(text)).toThrow(
      expect.objectContaining({ kind: 'usage', code: 'tier.cuts', params: { cuts: text } }),
    )
  })
})

describe('ranking', () => {
  test('largest first, equal values by id', () => {
    const ids = ['c', 'a', 'b', 'd'].map((id) => ({ id }))
    expect([...ranking(Float64Array.of(5, 5, 9, -1), ids)]).toEqual([2, 1, 0, 3])
  })
})

describe('valueForTier', () => {
  test('the least value that reaches the class, and no less', () => {
    const gen = fc.record({
      values: fc.array(fc.integer({ min: -20, max: 300 }), { minLength: 1, maxLength: 15 }),
      at: fc.nat(),
      wanted: fc.integer({ min: 0, max: 2 }),
      isCross: fc.boolean(),
    })
    fc.assert(
      fc.property(gen, ({ values, at, wanted, isCross }) => {
        const options = isCross ? ABC_DEFAULTS : within
        const abc = gradeAbc(Float64Array.from(values), options)
        const i = at % values.length
        if (abc.tier[i]! <= wanted) return
        const own = values[i]!
        const tierWith = (value: number) => gradeAbc(Float64Array.from(values.with(i, value)), options).tier[i]!
        let expected: number | null = null
        for (let value = Math.max(own, 0) + 1; value <= 400 && expected === null; value++) {
          if (tierWith(value) <= wanted) expected = value
        }
        expect(valueForTier(abc, options, own, wanted)).toBe(expected)
      }),
      { numRuns: 300 },
    )
  })
})
