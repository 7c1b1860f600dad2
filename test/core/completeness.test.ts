import { expect, test } from 'vitest'
import { completenessOf, FILE_FACTS, fileFactNamed, fileFactNames, missingFacts } from '../../src/core/completeness.js'
import { fileFacts, requiredFacts } from '../../src/core/settings/files.js'
import { snapshotOf } from '../support/snapshot.js'

const [reached, blank] = snapshotOf([
  { id: 'a', name: 'Ann', email: 'a@shop.com', country: 'US' },
  { id: 'b' },
]).customers

test('what is missing stands in the order asked for; any way to reach somebody is one', () => {
  expect(missingFacts(['phone', 'reach', 'birthday'], reached!, { birthday: '--05-03' })).toEqual(['phone'])
  expect(missingFacts(['reach', 'birthday'], blank!, { wechat: 'ann88' })).toEqual(['birthday'])
  expect(missingFacts(FILE_FACTS, { ...blank!, name: '', consent: 'no' }, {})).toEqual(
    FILE_FACTS.filter((fact) => fact !== 'consent'),
  )
})

test('a tier counts complete files, facts known of those asked for, and what is lacking most', () => {
  // Six facts asked for, three known.
  const missing = [[], ['phone', 'birthday'], ['birthday']] as const
  expect(completenessOf('A', ['phone', 'birthday'], missing)).toMatchObject({
    ...{
      customers: 3,
      complete: 1,
      completeShare: 1 / 3,
      knownShare: 0.5,
      mostMissing: 'birthday',
      mostMissingCount: 2,
    },
  })
  const tie = [['phone'], ['birthday']] as const
  expect(completenessOf('A', ['birthday', 'phone'], tie).mostMissing).toBe('birthday')
  expect(completenessOf('C', [], [[], []])).toMatchObject({ complete: 2, completeShare: 1, knownShare: null })
  expect(completenessOf('U', ['reach'], [])).toMatchObject({ completeShare: null, knownShare: null, mostMissing: null })
})

test('settings take words of either language, each once, and refuse what no file holds', () => {
  const { read, value } = fileFacts.A
  expect([read('Birthday, phone,生日'), read('电话、兴趣偏好'), read('不要求'), read('联系方式')]).toEqual([
    'birthday,phone',
    'phone,interests',
    'off',
    'reach',
  ])
  expect([read('shoe size'), read(''), read('phone,,x')]).toEqual([null, null, null])
  expect([value('off'), value('phone,birthday')]).toEqual([[], ['phone', 'birthday']])
  for (const fact of FILE_FACTS)
    for (const lang of ['en', 'zh'] as const) expect(fileFactNamed(fileFactNames[lang][fact])).toBe(fact)
})

test('those without revenue are asked for what tier C is', () => {
  const decided = new Map([['file.c', 'name']])
  expect((['A', 'B', 'C', 'U'] as const).map((tier) => requiredFacts(decided, tier))).toEqual([
    ['phone', 'birthday', 'interests'],
    ['reach', 'birthday'],
    ['name'],
    ['name'],
  ])
})
