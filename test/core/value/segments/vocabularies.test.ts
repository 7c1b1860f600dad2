import { describe, expect, test } from 'vitest'
import { aggregate, windowOf } from '../../../../src/core/value/aggregate.js'
import { scoreRfm } from '../../../../src/core/value/rfm.js'
import { allCodes, codesOf } from '../../../../src/core/value/segments/codes.js'
import { vocabularies } from '../../../../src/core/value/segments/index.js'
import { meanScores, segmenter, segmentNames } from '../../../../src/core/value/segments/vocabulary.js'
import { snapshotOf } from '../../../support/snapshot.js'

const [eleven, ten, value, volc] = vocabularies

/** A score of each customer in each dimension, as if something had scored them. */
function rfmOf(codes: readonly string[]) {
  const snapshot = snapshotOf(codes.map((_, i) => ({ id: `c${i}`, bought: [{ on: 20000, net: 1 }] })))
  const rfm = scoreRfm(aggregate(snapshot, windowOf(20000, null)), 'rank')
  const digits = (at: number) => Uint8Array.from(codes, (code) => Number(code[at]))
  return { ...rfm, r: digits(0), f: digits(1), m: digits(2) }
}

describe.each(vocabularies)('the vocabulary $name', ({ digits, segments, ...vocabulary }) => {
  test('holds every code exactly once', () => {
    const codes = segments.flatMap((segment) => codesOf(segment.codes, digits)!)
    expect(codes).toHaveLength(digits === 'scores' ? 125 : 8)
    expect(new Set(codes)).toEqual(new Set(allCodes(digits)))
  })

  test('gives no two segments one name or key', () => {
    expect(new Set(segments.map(({ key }) => key)).size).toBe(segments.length)
    for (const lang of ['en', 'zh'] as const) {
      const names = Object.values(segmentNames({ digits, segments, ...vocabulary }, lang))
      expect(new Set(names).size).toBe(segments.length)
    }
  })
})

test('there are eleven, ten, and twice eight segments', () => {
  expect(vocabularies.map(({ name, segments }) => [name, segments.length])).toEqual([
    ['eleven', 11],
    ['ten', 10],
    ['value', 8],
    ['volc', 8],
  ])
})

test.each([
  ['555', 'champions', 'champions'],
  ['355', 'loyal', 'loyal'],
  ['111', 'lost', 'hibernating'],
  ['155', 'cannot-lose', 'cannot-lose'],
  ['512', 'new', 'new'],
  ['332', 'hibernating', 'need-attention'],
  ['414', 'promising', 'promising'],
  ['244', 'at-risk', 'at-risk'],
  ['325', 'need-attention', 'about-to-sleep'],
  ['432', 'potential-loyalist', 'potential-loyalist'],
])('%s is %s of the eleven and %s of the ten', (code, ofEleven, ofTen) => {
  const rfm = rfmOf([code, '111', '111', '111', '111'])
  expect(segmenter(eleven!, rfm)(0)?.segment.key).toBe(ofEleven)
  expect(segmenter(ten!, rfm)(0)?.segment.key).toBe(ofTen)
})

test('the ten go by R and F alone', () => {
  const cells = new Map<string, Set<string>>()
  for (const { key, codes } of ten!.segments)
    for (const code of codesOf(codes, 'scores')!)
      cells.set(code.slice(0, 2), (cells.get(code.slice(0, 2)) ?? new Set()).add(key))
  expect(cells.size).toBe(25)
  expect([...cells.values()].every((keys) => keys.size === 1)).toBe(true)
})

describe('the eight segments', () => {
  // Mean scores by hand: R (5+5+1+1+3)/5 = 3, F (5+1+5+1+3)/5 = 3, M (5+5+5+1+2)/5 = 3.6.
  const rfm = rfmOf(['555', '515', '155', '111', '332'])
  const names = (vocabulary: typeof value) =>
    [0, 1, 2, 3, 4].map((i) => segmenter(vocabulary!, rfm)(i)?.segment.words.zh)

  test('high is strictly above the mean; on the mean is low', () => {
    expect(meanScores(rfm)).toEqual({ r: 3, f: 3, m: 3.6 })
    expect([0, 1, 2, 3, 4].map((i) => segmenter(value!, rfm)(i)?.code)).toEqual(['111', '101', '011', '000', '000'])
  })

  test('have the names of their family', () => {
    expect(names(value)).toEqual(['重要价值客户', '重要发展客户', '重要保持客户', '一般挽留客户', '一般挽留客户'])
    expect(names(volc)).toEqual(['重要价值客户', '重要深耕客户', '重要唤回客户', '流失客户', '流失客户'])
  })

  test.each([
    ['111', '重要价值客户', '重要价值客户'],
    ['101', '重要发展客户', '重要深耕客户'],
    ['011', '重要保持客户', '重要唤回客户'],
    ['001', '重要挽留客户', '重要挽留客户'],
    ['110', '一般价值客户', '潜力客户'],
    ['100', '一般发展客户', '新客户'],
    ['010', '一般保持客户', '一般维持客户'],
    ['000', '一般挽留客户', '流失客户'],
  ])('%s', (code, ofValue, ofVolc) => {
    const named = (vocabulary: typeof value) => vocabulary!.segments.find(({ codes }) => codes === code)?.words
    expect([named(value)?.zh, named(volc)?.zh]).toEqual([ofValue, ofVolc])
    // The Chinese terms stand in English as they are, with what they say.
    expect([named(value)?.en.startsWith(ofValue), named(volc)?.en.startsWith(ofVolc)]).toEqual([true, true])
  })

  test('where all are equal, all are low', () => {
    const equal = rfmOf(['333', '333', '333', '333', '333'])
    expect(segmenter(value!, equal)(0)?.segment.words.zh).toBe('一般挽留客户')
  })
})

test('without scores there is no segment, in any vocabulary', () => {
  const rfm = rfmOf(['000', '000', '000', '000'])
  for (const vocabulary of vocabularies) expect(segmenter(vocabulary, rfm)(0)).toBeNull()
})
