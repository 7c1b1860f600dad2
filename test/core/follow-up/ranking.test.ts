import { describe, expect, test } from 'vitest'
import { duesOn } from '../../../src/core/follow-up/dues.js'
import { isOverdue, lateness, overdueDays } from '../../../src/core/follow-up/overdue.js'
import { byStrength, ranked } from '../../../src/core/follow-up/ranking.js'
import type { DueItem, DueLine, Rule } from '../../../src/core/follow-up/rule.js'
import { afterSale } from '../../../src/rules/after-sale.js'
import { birthday } from '../../../src/rules/birthday.js'
import { complaint } from '../../../src/rules/complaint.js'
import { lead } from '../../../src/rules/lead.js'
import { restock } from '../../../src/rules/restock.js'
import { runOut } from '../../../src/rules/run-out.js'
import { survey } from '../../../src/rules/survey.js'
import { decided, gradesBasisOf } from '../../support/grades.js'
import { snapshotOf } from '../../support/snapshot.js'

const asOf = 20_000

const item = (rule: Rule, stakeMinor: number, given: Partial<DueItem> = {}): DueItem => ({
  ...{ customer: 0, rule, key: rule.name, cause: {}, dueOn: asOf, lastSensibleOn: asOf + 14, stakeMinor },
  ...{ isStakeTold: false, isHeldBack: false, calendarAheadDays: 0 },
  ...given,
})

/** Names of customers in their order; those in capitals are resellers. */
function order(items: Readonly<Record<string, DueItem>>): string {
  const names = Object.keys(items)
  const lines = names.map((name, customer): DueLine => ({ customer, items: [{ ...items[name]!, customer }] }))
  const basis = { asOf, level: () => 'C' as const, id: (customer: number) => names[customer]! }
  const isReseller = (customer: number) => /^[A-Z]/.test(names[customer]!)
  const found = ranked(lines, { ...basis, isReseller }).map(({ customer }) => names[customer])
  expect(ranked(lines.toReversed(), { ...basis, isReseller }).map(({ customer }) => names[customer])).toEqual(found)
  return found.join(' ')
}

describe('the order of the list', () => {
  test('what is due stands before what is to come, urgent or not', () => {
    const toCome = { dueOn: asOf + 3 }
    expect(
      order({
        ...{ a: item(complaint, 9, { ...toCome, isUrgent: true }), b: item(afterSale, 900, toCome) },
        ...{ c: item(survey, 1), d: item(complaint, 1, { isUrgent: true }) },
      }),
    ).toBe('d c a b')
  })

  test('so it does among the reasons of one customer', () => {
    const [early, late] = [item(survey, 1, { dueOn: asOf - 3 }), item(afterSale, 900, { dueOn: asOf + 3 })]
    expect([late, early].sort(byStrength(asOf))).toEqual([early, late])
  })
})

describe('resellers', () => {
  test('come first where stock is to be filled up, whatever is at stake with others', () => {
    expect(order({ x: item(restock, 100), y: item(restock, 30), R: item(restock, 10) })).toBe('R x y')
    expect(order({ x: item(restock, 50), R: item(restock, 50), y: item(restock, 50) })).toBe('R x y')
    expect(order({ x: item(restock, 50), S: item(runOut, 5), R: item(restock, 70) })).toBe('R S x')
  })

  test('keep their place by stake beside other reasons', () => {
    expect(order({ x: item(restock, 100), s: item(survey, 150), t: item(survey, 50), R: item(restock, 10) })).toBe(
      's R x t',
    )
    expect(order({ s: item(survey, 150), R: item(restock, 10) })).toBe('s R')
    expect(order({ x: item(restock, 100), R: item(survey, 10) })).toBe('x R')
  })

  test('of whom an order is still to come do not come before what is due', () => {
    const toCome = { dueOn: asOf + 2 }
    expect(order({ x: item(restock, 100), R: item(restock, 10, toCome), y: item(restock, 40, toCome) })).toBe('x R y')
  })

  test('are those set by hand', () => {
    const bought = [95, 65, 35, 5].map((back) => ({ on: asOf - 30 - back, net: 100 }))
    const snapshot = snapshotOf(['a', 'b', 'c'].map((id) => ({ id, bought })))
    const decisions = new Map([[2, [decided('buyer-type', 'reseller', asOf - 9)]]])
    const of = (facts: object) =>
      duesOn({ snapshot, asOf, graded: gradesBasisOf(snapshot, asOf, facts), rules: [restock] })
        .queue(0)
        .lines.map(({ customer }) => customer)
    expect(of({})).toEqual([0, 1, 2])
    expect(of({ decisions })).toEqual([2, 0, 1])
  })
})

describe('overdue', () => {
  test('is what was not done by its day', () => {
    const days = [-1, 0, 1, 5].map((after) => item(survey, 1, { dueOn: asOf - after }))
    expect(days.map((one) => [overdueDays(one, asOf), isOverdue(one, asOf)])).toEqual([
      [0, false],
      [0, false],
      [1, true],
      [5, true],
    ])
  })

  test('a birthday that is being prepared is not, before it is over', () => {
    const prepared = item(birthday, 1, { dueOn: asOf - 3, lastSensibleOn: asOf })
    expect([overdueDays(prepared, asOf), isOverdue(prepared, asOf)]).toEqual([0, false])
    expect([overdueDays(prepared, asOf + 1), isOverdue(prepared, asOf + 1)]).toEqual([1, true])
  })

  test('a lead to be contacted the same day is, on that day', () => {
    const hot = item(lead, 1, { isLateAtOnce: true, isUrgent: true })
    expect([overdueDays(hot, asOf), isOverdue(hot, asOf)]).toEqual([0, true])
    expect([isOverdue({ ...hot, dueOn: asOf + 1 }, asOf), overdueDays(hot, asOf + 2)]).toEqual([false, 2])
  })

  test('a line is as late as the latest of its reasons, and due since the first', () => {
    const items = [
      item(survey, 1, { dueOn: asOf - 3 }),
      item(birthday, 1, { dueOn: asOf - 5, lastSensibleOn: asOf + 1 }),
    ]
    expect(lateness([item(afterSale, 9, { dueOn: asOf + 2 }), ...items], asOf)).toEqual({
      dueOn: asOf - 5,
      overdueDays: 3,
    })
  })
})
