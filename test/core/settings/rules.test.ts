import { expect, test } from 'vitest'
import { ruleSetting } from '../../../src/core/settings/rules.js'
import { survey } from '../../../src/rules/survey.js'

const meaning = { en: 'days', zh: '天数' }

test('a rule takes as many whole numbers as it goes by, in the range they mean something', () => {
  const three = ruleSetting('made', [3, 5, 7], meaning)
  expect([three.read('1, 2，3'), three.read('关'), three.read('on')]).toEqual(['1,2,3', 'off', '3,5,7'])
  expect([three.read('1,2'), three.read('1,2,3651'), three.read('1,2,-3'), three.read('1,2,x')]).toEqual(
    Array(4).fill(null),
  )
  expect([survey.setting.read('100'), survey.setting.read('150')]).toEqual(['100', null])
})
