import { describe, expect, test } from 'vitest'
import { customerClass, type LevelBasis, serviceLevel } from '../../../../src/core/value/grades/service-level.js'

const plain: LevelBasis = {
  tier: 'C',
  handTier: null,
  isStrategic: false,
  isVip: false,
  isCreditLow: false,
  isBlocked: false,
}

describe('service level (R11, ALGORITHMS §10)', () => {
  test.each<[Partial<LevelBasis>, string, string]>([
    [{ tier: 'A' }, 'A', 'key'],
    [{ tier: 'B' }, 'B', 'tier'],
    [{ tier: 'C' }, 'C', 'tier'],
    [{ tier: 'U' }, 'C', 'tier'],
    [{ tier: 'U', isStrategic: true }, 'A', 'strategic'],
    [{ tier: 'C', isVip: true }, 'A', 'vip'],
    [{ tier: 'A', isVip: true }, 'A', 'key'],
    [{ tier: 'C', handTier: 'A' }, 'A', 'hand-tier'],
    [{ tier: 'C', handTier: 'B' }, 'B', 'hand-tier'],
    [{ tier: 'U', handTier: 'C' }, 'C', 'hand-tier'],
    // Only credit and being blocked lower it.
    [{ tier: 'A', handTier: 'C' }, 'A', 'key'],
    [{ tier: 'B', handTier: 'C' }, 'B', 'tier'],
    [{ tier: 'A', isCreditLow: true }, 'C', 'credit'],
    [{ tier: 'A', isStrategic: true, isVip: true, isCreditLow: true }, 'C', 'credit'],
    [{ tier: 'B', isCreditLow: true }, 'C', 'credit'],
    [{ tier: 'C', isCreditLow: true }, 'C', 'tier'],
    [{ tier: 'A', isStrategic: true, isBlocked: true }, 'none', 'blocked'],
  ])('%j → %s by %s', (basis, level, by) => {
    expect(serviceLevel({ ...plain, ...basis })).toEqual({ level, by })
  })
})

describe('class (R11)', () => {
  test.each([
    ['A', null, 'key'],
    ['B', null, 'general'],
    ['C', null, 'general'],
    ['U', null, 'potential'],
    ['U', 'A', 'key'],
    ['A', 'C', 'key'],
  ] as const)('tier %s, by hand %s → %s', (tier, handTier, expected) => {
    expect(customerClass({ tier, handTier, isStrategic: false })).toBe(expected)
    expect(customerClass({ tier, handTier, isStrategic: true })).toBe('strategic')
  })
})
