import { describe, expect, test } from 'vitest'
import { proposeBuyerType } from '../../../../src/core/value/grades/buyer-type.js'
import { decisionOn } from '../../../../src/core/value/grades/decision.js'
import { gradesOn } from '../../../../src/core/value/grades/grades.js'
import { loyaltyOf } from '../../../../src/core/value/grades/loyalty.js'
import { gradingOn, VALUE_DEFAULTS } from '../../../../src/core/value/standing.js'
import { dayOf } from '../../../../src/core/values/business-date.js'
import { decided, gradesBasisOf, gradesOf } from '../../../support/grades.js'
import { snapshotOf } from '../../../support/snapshot.js'

const asOf = dayOf('2026-08-31')

describe('a decision counts from its day', () => {
  const decisions = [
    decided('tier', 'A', 10),
    decided('tier', null, 20),
    decided('tier', 'B', 30),
    decided('vip', 'yes', 5),
  ]

  test.each([
    [9, undefined],
    [10, 'A'],
    [19, 'A'],
    [20, undefined],
    [30, 'B'],
  ])('on day %i: %s', (day, value) => {
    expect(decisionOn(decisions, 'tier', day)?.value).toBe(value)
  })
})

describe('buyer types proposed (R13)', () => {
  const habit = (unitsPerLine: number, repeatedSkus = 0) => ({ lines: 12, unitsPerLine, repeatedSkus })

  test.each([
    ['杭州某某贸易有限公司', null, 'reseller', 'company'],
    ['Example Trading Ltd', null, 'reseller', 'company'],
    ['某某礼品商行', null, 'reseller', 'company'],
    ['某某厂工会', null, 'gift', 'company'],
    ['Example Events', null, 'gift', 'company'],
    ['', habit(10), 'reseller', 'quantity'],
    ['', habit(3, 3), 'reseller', 'repeats'],
    ['', habit(1), 'end-user', 'quantity'],
  ] as const)('%s %j → %s by %s', (company, known, type, from) => {
    expect(proposeBuyerType(company, () => known)).toMatchObject({ type, from })
  })

  test.each([
    ['', null],
    ['Fernsby Tea Room', null],
    // A word in a word is none.
    ['Restored Chairs', null],
    ['', habit(5, 1)],
    ['Example Ltd', habit(1)],
  ])('nothing of %s %j', (company, known) => {
    expect(proposeBuyerType(company, () => known)).toBeNull()
  })
})

describe('loyal: bought again, and scored 4 or more or referred somebody (R13)', () => {
  test.each([
    [2, { count: 2, sum: 8 }, 0, true],
    [2, { count: 2, sum: 7 }, 0, false],
    [2, undefined, 1, true],
    [2, undefined, 0, false],
    [1, { count: 1, sum: 5 }, 1, false],
  ])('%i order days, scores %j, %i referred → %s', (days, ratings, referred, isLoyal) => {
    expect(loyaltyOf(days, ratings, referred).isLoyal).toBe(isLoyal)
  })

  test('who referred whom is a decision about the one who was', () => {
    const again = [
      { on: asOf - 9, net: 100 },
      { on: asOf - 1, net: 100 },
    ]
    const snapshot = snapshotOf([
      { id: 'a', bought: again },
      { id: 'b', bought: again },
    ])
    const grades = gradesOf(snapshot, asOf, { decisions: new Map([[1, [decided('referrer', 'a', asOf)]]]) })
    expect([0, 1].map((customer) => grades.loyalty(customer).isLoyal)).toEqual([true, false])
  })
})

describe('one service level, whatever a report is taken by', () => {
  test('the grading at hand is used only where it is the usual one', () => {
    const often = Array.from({ length: 9 }, () => ({ on: asOf, net: 1 }))
    const snapshot = snapshotOf([
      { id: 'a', bought: [{ on: asOf, net: 1000 }] },
      { id: 'b', bought: often },
    ])
    const value = { ...VALUE_DEFAULTS, measure: 'orders' } as const
    const grading = gradingOn(snapshot, asOf, value)
    expect([...grading.abc.tier]).toEqual([1, 0])
    const grades = gradesOn(gradesBasisOf(snapshot, asOf), { grading, value })
    expect([grades.level(0), grades.level(1)]).toEqual([
      { level: 'A', by: 'key' },
      { level: 'C', by: 'tier' },
    ])
  })
})
