import { expect, test } from 'vitest'
import { SEGMENT_CODES, SEGMENTS, segmentOf, segmentWords } from '../../../src/core/value/segments.js'

const scores = [1, 2, 3, 4, 5]
const all = scores.flatMap((r) => scores.flatMap((f) => scores.map((m) => [r, f, m] as const)))

test('every one of the 125 codes stands in exactly one of the eleven segments', () => {
  const codes = SEGMENTS.flatMap((segment) => SEGMENT_CODES[segment].split(' '))
  expect(SEGMENTS).toHaveLength(11)
  expect(codes).toHaveLength(125)
  expect(new Set(codes)).toEqual(new Set(all.map(([r, f, m]) => `${r}${f}${m}`)))
})

test.each([
  [5, 5, 5, 'champions'],
  [3, 5, 5, 'loyal'],
  [1, 1, 1, 'lost'],
  [1, 5, 5, 'cannot-lose'],
  [5, 1, 2, 'new'],
  [3, 3, 2, 'hibernating'],
] as const)('%i%i%i', (r, f, m, segment) => {
  expect(segmentOf(r, f, m)).toBe(segment)
})

test('without scores there is no segment', () => {
  expect(segmentOf(0, 0, 0)).toBeNull()
})

test('no two segments share a name, in either language', () => {
  for (const lang of ['en', 'zh'] as const) expect(new Set(Object.values(segmentWords[lang])).size).toBe(11)
})
