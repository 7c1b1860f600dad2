import { expect, test } from 'vitest'
import { hasLevelOwners, levelOwners, levelTopics, ofLevel } from '../../../src/core/settings/levels.js'

test('a level has an owner and a topic only where the seller gives one; the blocked never', () => {
  const decided = new Map([
    [levelOwners.A.name, 'Li Wei'],
    [levelTopics.B.name, 'spring tea'],
  ])
  expect((['A', 'B', 'C', 'none'] as const).map((level) => ofLevel(decided, levelOwners, level))).toEqual([
    'Li Wei',
    null,
    null,
    null,
  ])
  expect(ofLevel(decided, levelTopics, 'B')).toBe('spring tea')
  expect([hasLevelOwners(decided), hasLevelOwners(new Map())]).toEqual([true, false])
})

test('words are taken as typed, with single blanks; too many, and what steers a terminal, are refused', () => {
  const { read } = levelTopics.A
  expect([read('  what is   new, and  why '), read('不设'), read('OFF'), read('新品')]).toEqual([
    'what is new, and why',
    'off',
    'off',
    '新品',
  ])
  expect([read(''), read('a'.repeat(121)), read('a\u001b[2J'), levelOwners.A.read('a'.repeat(61))]).toEqual(
    Array(4).fill(null),
  )
  expect(read('茶'.repeat(120))).toBe('茶'.repeat(120))
})
