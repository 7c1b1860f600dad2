import { type Movement, pointsAccount } from '../../../src/core/value/points/account.js'
import { type EarningLevel, schemeOf } from '../../../src/core/value/points/scheme.js'
import { dateOf, dayOf } from '../../../src/core/values/business-date.js'
import { pointsReportWords } from '../../../src/reports/points-words.js'
import { aligned, type Examples } from './text.js'

const scheme = schemeOf(new Map([['points.scheme', 'on']]), 'USD')!

/** What orders earn, and how an account goes on. */
export const pointsExamples: Examples = {
  points: () =>
    aligned(
      earning.map(([amount, level]) => [
        ...[amount, level, '→', scheme.pointsOf(Math.round(Number(amount) * 100), level)],
      ]),
    ),
  'points-account': (lang) => {
    const { moves } = pointsReportWords[lang]
    const { entries } = pointsAccount(movements, scheme.expiryDays, dayOf('2027-02-03'))
    return aligned(entries.map(({ on, what, points, balance }) => [dateOf(on), moves[what], points, balance]))
  },
}

const earning: readonly (readonly [amount: string, level: EarningLevel])[] = [
  ['99.99', 'A'],
  ['99.99', 'B'],
  ['99.99', 'C'],
  ['0.99', 'C'],
]

const moved = (on: string, what: Movement['what'], points: number): Movement => ({
  ...{ on: dayOf(on), what, points, reversed: 0 },
})

const movements: readonly Movement[] = [
  moved('2025-09-10', 'order', 120),
  moved('2026-02-03', 'order', 120),
  moved('2026-03-01', 'redeem', -150),
]
