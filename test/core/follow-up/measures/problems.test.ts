import { describe, expect, test } from 'vitest'
import type { Feedback } from '../../../../src/core/follow-up/feedback/feedback.js'
import { complaintsOf } from '../../../../src/core/follow-up/measures/complaint-facts.js'
import { type ProblemFacts, problemSigns } from '../../../../src/core/follow-up/measures/problems.js'
import { aggregate, windowOf } from '../../../../src/core/value/aggregate.js'
import { snapshotOf } from '../../../support/snapshot.js'

const asOf = 20000

const fine: ProblemFacts = {
  ...{ complaints: [], scores: [], stage: 'active', isKey: false, isFulfilmentLow: false },
  fulfilment: { kept: 4, placed: 4, share: 1 },
}

function signs(more: Partial<ProblemFacts>, grossMinor = 1000, netMinor = 1000, refundsPercent = 20) {
  const year = aggregate(
    snapshotOf([{ id: 'a', bought: [{ on: asOf - 1, net: netMinor, gross: grossMinor }] }]),
    windowOf(asOf, 365),
  )
  return problemSigns(0, { ...fine, ...more }, year, asOf, { refundsPercent })
}

describe('problem customers (R31)', () => {
  test('one of whom nothing is wrong has no sign', () => {
    expect(signs({})).toEqual([])
  })

  test('two complaints within 90 days are repeated; one answered late is a sign alone', () => {
    const complaint = (back: number, isLate = false) => ({ customer: 0, on: asOf - back, isLate })
    expect(signs({ complaints: [complaint(89), complaint(3)] })).toEqual([
      { kind: 'repeated-complaints', complaints: 2, lastOn: asOf - 3 },
    ])
    expect(signs({ complaints: [complaint(90), complaint(3)] })).toEqual([])
    expect(signs({ complaints: [complaint(3, true)] })).toEqual([{ kind: 'late-complaint', on: asOf - 3 }])
    expect(signs({ complaints: [complaint(90, true)] })).toEqual([])
  })

  test('refunds over a fifth of the gross, not at it', () => {
    expect(signs({}, 1000, 800)).toEqual([])
    expect(signs({}, 1000, 799)).toEqual([{ kind: 'refunds', refundedMinor: 201, grossMinor: 1000, share: 0.201 }])
    expect(signs({}, 1000, 799, 30)).toEqual([])
    expect(signs({}, 0, 0)).toEqual([])
  })

  test('a key customer at risk or lapsed; others at risk are none', () => {
    expect(signs({ isKey: true, stage: 'at-risk' })).toEqual([{ kind: 'key-at-risk', stage: 'at-risk' }])
    expect(signs({ isKey: true, stage: 'lapsed' })).toMatchObject([{ kind: 'key-at-risk' }])
    expect(signs({ isKey: false, stage: 'lapsed' })).toEqual([])
    expect(signs({ isKey: true, stage: 'active' })).toEqual([])
  })

  test('fulfilment below the yellow bound, with the orders behind it; without a share nothing is said', () => {
    const fulfilment = { kept: 2, placed: 4, share: 0.5 }
    expect(signs({ fulfilment, isFulfilmentLow: true })).toEqual([{ kind: 'fulfilment', ...fulfilment }])
    expect(signs({ fulfilment: { kept: 1, placed: 3, share: null }, isFulfilmentLow: true })).toEqual([])
  })
})

test('a low score, or scores lower than those before, with what tells it', () => {
  const scores = [5, 5, 5, 4, 4, 4].map((score, at) => ({
    ...{ customer: 0, on: asOf - 9 + at, score, order: null, text: '', isFiled: true },
  }))
  expect(signs({ scores })).toEqual([
    { kind: 'score-fall', why: 'drop', on: asOf - 4, score: 4, recentMean: 4, earlierMean: 5 },
  ])
  expect(signs({ scores: scores.slice(1) })).toEqual([])
})

describe('complaints', () => {
  const complaint = (more: Partial<Feedback> = {}): Feedback => ({
    ...{ subject: 'F1', customer: 0, kind: 'complaint', category: null, text: '', severity: 'normal', order: null },
    ...{
      owner: null,
      opened: { on: asOf - 9, at: null },
      openSince: asOf - 9,
      promisedOn: asOf - 7,
      promisedTime: null,
    },
    ...{ state: 'open', responded: null, closed: null, outcome: null, isSatisfied: false, timesReopened: 0 },
    ...{ isFiled: false, steps: [] },
    ...more,
  })
  const late = (one: Feedback, met: readonly (readonly [on: number, isAttempt?: boolean])[] = []) =>
    complaintsOf(
      [one],
      met.map(([on, isAttempt = false]) => ({
        ...{ customer: 0, on, kind: 'contact', rule: null, nextOn: null },
        ...(isAttempt ? { isAttempt } : {}),
      })),
      asOf,
    ).map(({ isLate }) => isLate)

  test('are late once the promised day is over without an answer or a contact since', () => {
    expect(late(complaint())).toEqual([true])
    expect(late(complaint({ promisedOn: asOf }))).toEqual([false])
    expect(late(complaint({ promisedOn: null }))).toEqual([false])
    expect(late(complaint(), [[asOf - 7]])).toEqual([false])
    expect(late(complaint(), [[asOf - 10], [asOf - 6]])).toEqual([true])
    expect(late(complaint(), [[asOf - 9, true]])).toEqual([true])
    expect(late(complaint({ responded: { on: asOf - 7, at: null } }))).toEqual([false])
    expect(late(complaint({ responded: { on: asOf - 6, at: null }, state: 'resolved' }))).toEqual([true])
  })

  test('one opened again waits anew; one that was resolved nobody knows when is not late', () => {
    const again = { openSince: asOf - 4, promisedOn: asOf - 2, responded: { on: asOf - 8, at: null } }
    expect(late(complaint(again))).toEqual([true])
    expect(late(complaint(again), [[asOf - 3]])).toEqual([false])
    expect(late(complaint({ state: 'resolved', closed: null }))).toEqual([false])
  })

  test('other feedback and what has no day are none', () => {
    expect(late(complaint({ kind: 'question' }))).toEqual([])
    expect(late(complaint({ opened: null }))).toEqual([])
  })
})
