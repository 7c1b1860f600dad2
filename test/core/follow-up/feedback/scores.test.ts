import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntryFacts } from '../../../../src/core/entry-facts.js'
import { productScores } from '../../../../src/core/follow-up/feedback/product-scores.js'
import { satisfactionQuarters } from '../../../../src/core/follow-up/feedback/quarters.js'
import {
  type Score,
  satisfactionFall,
  scoresByCustomer,
  scoresOn,
} from '../../../../src/core/follow-up/feedback/scores.js'
import { dayOf } from '../../../../src/core/values/business-date.js'
import { feedback, opened, rated } from './made.js'

const asOf = dayOf('2026-08-31')
const imported = (customer: number, on: string | null, value: number, order: string | null = null): EntryFacts => ({
  ...{ kind: 'rating', customer, on: on === null ? null : dayOf(on), knownOn: dayOf(on ?? '2026-08-01') },
  ...{ value, details: {}, order },
})
const series = (...scores: readonly number[]): Score[] =>
  scores.map((score, at) => ({ customer: 0, on: at, score, order: null, text: '', isFiled: false }))

describe('scores', () => {
  test('of files and typed are one series', () => {
    const told = scoresOn([rated(0, '2026-08-02', 3)], [imported(0, '2026-08-03', 5), imported(0, null, 4)], asOf)
    expect(told.map(({ score, isFiled }) => [score, isFiled])).toEqual([
      [4, true],
      [3, false],
      [5, true],
    ])
  })

  test('one order scored twice is heard once, with the newer score', () => {
    const told = scoresOn(
      [rated(0, '2026-08-05', 2, { order: '7' })],
      [imported(0, '2026-08-03', 5, '7'), imported(1, '2026-08-03', 1, '7')],
      asOf,
    )
    expect(told.map(({ customer, score }) => [customer, score])).toEqual([
      [1, 1],
      [0, 2],
    ])
  })

  test('those of a later day, of nobody, and surveys sent out are none', () => {
    const asked = { ...rated(0, '2026-08-02', 3), what: 'asked' }
    expect(
      scoresOn([rated(0, '2026-09-01', 3), rated(-1, '2026-08-01', 3), asked], [imported(0, '2026-09-02', 5)], asOf),
    ).toEqual([])
  })

  test('by customer', () => {
    const told = scoresByCustomer(scoresOn([rated(0, '2026-08-02', 3), rated(2, '2026-08-02', 4)], [], asOf))
    expect([...told.keys()]).toEqual([0, 2])
  })
})

describe('a fall', () => {
  const why = (...scores: readonly number[]) => satisfactionFall(series(...scores))?.why ?? null

  test('the latest score is 2 or less', () => {
    expect([why(2), why(1), why(3), why(5, 5, 2), why(1, 3), why()]).toEqual(['low', 'low', null, 'low', null, null])
  })

  test('the last three are at least one point under those before, of which there are three or more', () => {
    expect(why(5, 5, 5, 4, 4, 4)).toBe('drop')
    expect(why(5, 5, 4, 4, 4, 4)).toBe(null)
    expect(why(5, 5, 4, 4, 4)).toBe(null)
    expect(why(5, 5, 5, 5, 4, 4, 4)).toBe('drop')
    expect(satisfactionFall(series(5, 5, 5, 4, 4, 4))).toMatchObject({ recentMean: 4, earlierMean: 5, score: 4, on: 5 })
  })

  test('as the definition says, of any scores', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }), (scores) => {
        const mean = (some: readonly number[]) => some.reduce((a, b) => a + b, 0) / some.length
        const earlier = scores.slice(0, -3)
        const drop = earlier.length >= 3 && mean(earlier) - mean(scores.slice(-3)) >= 1 - 1e-9
        expect(satisfactionFall(series(...scores)) !== null).toBe((scores.at(-1) ?? 5) <= 2 || drop)
      }),
    )
  })

  test('scores without a day do not count', () => {
    expect(satisfactionFall(scoresOn([], [imported(0, null, 1)], asOf))).toBe(null)
  })
})

test('quarters: answers, mean, counts, and what was done about low ones within 14 days', () => {
  const scores = scoresOn(
    [rated(0, '2026-07-02', 2), rated(1, '2026-07-03', 1), rated(2, '2026-08-01', 5), rated(0, '2026-06-30', 4)],
    [],
    asOf,
  )
  const contact = { customer: 0, on: dayOf('2026-07-16'), kind: 'contact', rule: null, nextOn: null } as const
  const late = { ...contact, customer: 1, on: dayOf('2026-07-18') }
  const quarters = satisfactionQuarters(scores, [contact, late], [])
  expect(quarters).toEqual([
    { quarter: '2026-Q3', answers: 3, customers: 3, mean: 8 / 3, counts: [1, 1, 0, 0, 1], low: 2, lowTakenUp: 1 },
    { quarter: '2026-Q2', answers: 1, customers: 1, mean: 4, counts: [0, 0, 0, 1, 0], low: 0, lowTakenUp: 0 },
  ])
  const complaint = feedback([opened('F1', '2026-07-04', {}, 1)], '2026-08-31')
  expect(satisfactionQuarters(scores, [contact, late], complaint)[0]!.lowTakenUp).toBe(2)
  expect(satisfactionQuarters(scores, [{ ...contact, kind: 'snooze' }], [])[0]!.lowTakenUp).toBe(0)
})

test('products: the worst mean first; an order of two products scores both', () => {
  const scores = scoresOn(
    [rated(0, '2026-07-02', 2, { order: '1' }), rated(1, '2026-07-03', 5, { order: '2' }), rated(1, '2026-07-04', 5)],
    [],
    asOf,
  )
  const goods: Readonly<Record<string, readonly string[]>> = { '1': ['cup', 'tea', 'cup'], '2': ['tea'] }
  expect(productScores(scores, (order) => goods[order] ?? [])).toEqual([
    { product: 'cup', answers: 1, mean: 2, low: 1 },
    { product: 'tea', answers: 2, mean: 3.5, low: 1 },
  ])
})
