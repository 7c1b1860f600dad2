import { expect, test } from 'vitest'
import { enumerated, joined, setApart } from '../../../src/core/values/joined.js'

test.each([
  [[], '', ''],
  [['a'], 'a', 'a'],
  [['a', 'b'], 'a and b', 'a和b'],
  [['2020年1月', '2019年12月', '2019年1月'], '2020年1月, 2019年12月 and 2019年1月', '2020年1月、2019年12月和2019年1月'],
])('%j', (parts, en, zh) => {
  expect(joined(parts, 'en')).toBe(en)
  expect(joined(parts, 'zh')).toBe(zh)
})

test('a list without an end, and one of parts with commas', () => {
  expect([enumerated(['a', 'b'], 'en'), enumerated(['a', 'b'], 'zh')]).toEqual(['a, b', 'a、b'])
  expect([setApart(['a, b', 'c'], 'en'), setApart(['a、b', 'c'], 'zh')]).toEqual(['a, b; c', 'a、b；c'])
})
