import { expect, test } from 'vitest'
import { joined } from '../../../src/core/values/joined.js'

test.each([
  [[], '', ''],
  [['a'], 'a', 'a'],
  [['a', 'b'], 'a and b', 'a和b'],
  [['2020年1月', '2019年12月', '2019年1月'], '2020年1月, 2019年12月 and 2019年1月', '2020年1月、2019年12月和2019年1月'],
])('%j', (parts, en, zh) => {
  expect(joined(parts, 'en')).toBe(en)
  expect(joined(parts, 'zh')).toBe(zh)
})
