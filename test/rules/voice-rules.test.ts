import { describe, expect, test } from 'vitest'
import type { Feedback } from '../../src/core/follow-up/feedback/feedback.js'
import type { Score } from '../../src/core/follow-up/feedback/scores.js'
import { aftercare } from '../../src/rules/aftercare.js'
import { complaint } from '../../src/rules/complaint.js'
import { satisfaction } from '../../src/rules/satisfaction.js'
import { survey } from '../../src/rules/survey.js'
import { closing, ordersOf, proposalOf, proposalsOf } from '../support/due-facts.js'

const opened: Feedback = {
  ...{ subject: 'F12', customer: 0, kind: 'complaint', category: 'quality', text: 'handle broke', severity: 'normal' },
  ...{
    order: null,
    owner: null,
    opened: { on: 1000, at: null },
    openSince: 1000,
    promisedOn: 1002,
    promisedTime: null,
  },
  ...{ state: 'open', responded: null, closed: null, outcome: null, isSatisfied: false, timesReopened: 0 },
  ...{ isFiled: false, steps: [] },
}
const resolved: Feedback = { ...opened, state: 'resolved', closed: { on: 1004, at: null }, outcome: 'sent a new one' }
const kept = (...feedback: Feedback[]) => ({ kept: { feedback } })

describe('an open complaint (R23)', () => {
  test('is due on each day from the one it came in on to its promised day, before everything else', () => {
    const on = (asOf: number) => proposalOf(complaint, kept(opened), asOf)
    expect(on(1000)).toMatchObject({ subject: 'F12', dueOn: 1000, lastSensibleOn: 1002, isUrgent: true })
    expect([on(1001)?.dueOn, on(1002)?.dueOn, on(1004)?.dueOn]).toEqual([1001, 1002, 1002])
  })

  test('answered but not resolved it rests until the promised day, then until the next escalation', () => {
    const answered = (on: number) => ({ ...opened, responded: { on, at: null } })
    const dueOn = (feedback: Feedback) => proposalOf(complaint, kept(feedback), 1001)?.dueOn
    expect([dueOn(answered(1000)), dueOn(answered(1002))]).toEqual([1002, 1003])
    // An answer from before it was reopened does not count, on the same day neither.
    const step = (what: 'respond' | 'reopen') => ({ what, text: '', on: 1000, at: null })
    expect(dueOn({ ...answered(1000), steps: [step('respond'), step('reopen')] })).toBe(1001)
    expect(dueOn({ ...answered(1000), steps: [step('respond'), step('reopen'), step('respond')] })).toBe(1002)
    expect(dueOn(answered(990))).toBe(1001)
  })

  test.each([
    [1002, 0, false],
    [1003, 1, true],
    [1005, 2, true],
    [1007, 3, true],
  ])('on day %i %i escalations are reached; late: %s', (asOf, escalation, isLate) => {
    expect(proposalOf(complaint, kept(opened), asOf)?.cause).toMatchObject({ escalation, isLate })
  })

  test('closed without being resolved it comes back at the next escalation, then every other day', () => {
    const again = (closedOn: number, asOf: number) =>
      proposalOf(complaint, { ...kept(opened), ...closing('complaint:F12', closedOn) }, asOf)?.dueOn
    expect([again(1000, 1000), again(1002, 1002), again(1003, 1003), again(1006, 1006), again(1008, 1008)]).toEqual([
      1002, 1003, 1005, 1007, 1010,
    ])
    // What was closed before it was reopened does not count.
    expect(again(990, 1000)).toBe(1000)
  })

  test('is over once resolved; several are several items; praise is none', () => {
    expect(proposalOf(complaint, kept(resolved), 1005)).toBeNull()
    expect(proposalsOf(complaint, kept(opened, { ...opened, subject: 'F13' }), 1005)).toHaveLength(2)
    expect(proposalOf(complaint, kept({ ...opened, kind: 'praise', promisedOn: null }), 1005)).toBeNull()
  })

  test('says why, in both languages', () => {
    const { cause } = proposalOf(complaint, kept(opened), 1005)!
    expect(complaint.words.en.reason(cause)).toBe(
      'complaint F12 “handle broke”: answer promised for 1972-09-29, late; escalated: open for 5 days',
    )
    expect(complaint.words.zh.reason(cause)).toBe(
      '投诉F12“handle broke”，承诺1972-09-29前处理，已超时；升级提醒：已5天未处理完',
    )
  })
})

test('three days after it was resolved the customer is asked, once (R20)', () => {
  expect(proposalOf(aftercare, kept(resolved), 1004)).toMatchObject({
    subject: 'F12',
    dueOn: 1007,
    lastSensibleOn: 1021,
  })
  expect(proposalOf(aftercare, kept(resolved), 1022)).toBeNull()
  expect(proposalOf(aftercare, kept({ ...resolved, isSatisfied: true }), 1008)).toBeNull()
  expect(proposalOf(aftercare, { ...kept(resolved), ...closing('aftercare:F12', 1007) }, 1008)).toBeNull()
  // Closed before it was opened again and resolved anew.
  expect(proposalOf(aftercare, { ...kept(resolved), ...closing('aftercare:F12', 1003) }, 1008)).not.toBeNull()
})

describe('satisfaction (R27)', () => {
  const scores = (...given: number[]): readonly Score[] =>
    given.map((score, i) => ({ customer: 0, score, on: 900 + i * 10 }) as unknown as Score)

  test('a low score, and a fall of a point, are due on the day of the score', () => {
    expect(proposalOf(satisfaction, { kept: { scores: scores(5, 2) } }, 915)).toMatchObject({
      dueOn: 910,
      cause: { why: 'low' },
    })
    expect(proposalOf(satisfaction, { kept: { scores: scores(5, 5, 5, 4, 4, 4) } }, 955)).toMatchObject({
      ...{ dueOn: 950, cause: { why: 'drop', recentMean: 4, earlierMean: 5 } },
    })
    expect(proposalOf(satisfaction, { kept: { scores: scores(5, 5) } }, 915)).toBeNull()
    expect(proposalOf(satisfaction, { kept: { scores: scores(5, 2) } }, 925)).toBeNull()
    // The low score is of day 910, 1972-06-29.
    const low = { kept: { scores: scores(5, 2) } }
    expect(proposalOf(satisfaction, { ...low, ...closing('satisfaction:1972-06-29', 912) }, 915)).toBeNull()
    expect(proposalOf(satisfaction, { ...low, ...closing('satisfaction:1972-06-19', 912) }, 915)).not.toBeNull()
  })

  test('service level A is asked three weeks after an order, once a quarter; others by the sample', () => {
    const bought = ordersOf([[1000, 100]])
    expect(proposalOf(survey, { ...bought, level: 'A' }, 1001)).toMatchObject({ dueOn: 1021, lastSensibleOn: 1035 })
    expect(proposalOf(survey, { ...bought, level: 'B' }, 1001, '100')?.dueOn).toBe(1021)
    expect(proposalOf(survey, { ...bought, level: 'B' }, 1001, '0')).toBeNull()
    // Asked late rather than never, while the order is of the quarter.
    expect(proposalOf(survey, { ...bought, level: 'A' }, 1036)?.dueOn).toBe(1021)
    expect(proposalOf(survey, { ...bought, level: 'A' }, 1091)).toBeNull()
    expect(proposalOf(survey, { ...bought, level: 'A', ...closing('survey', 1021) }, 1022)).toBeNull()
  })
})
