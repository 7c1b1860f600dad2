import { describe, expect, test } from 'vitest'
import {
  besideSpan,
  lastWholeSpan,
  type Span,
  type SpanKind,
  spanCode,
  spanOn,
  spanTyped,
  trailingWeek,
} from '../../../src/core/value/span.js'
import { dateOf, dayOf } from '../../../src/core/values/business-date.js'

const asOf = dayOf('2026-08-12')
const days = ({ from, to }: Pick<Span, 'from' | 'to'>) => `${dateOf(from + 1)}..${dateOf(to)}`
const typed = (kind: SpanKind, text: string, on = asOf) => {
  const span = spanTyped(kind, text, on)
  return span && days(span)
}

test.each([
  // ISO 8601 and its published examples: a week is of the year that holds its Thursday.
  ['2020-W53', '2020-12-28..2021-01-03'],
  ['2021-W01', '2021-01-04..2021-01-10'],
  ['2025-W01', '2024-12-30..2025-01-05'],
  ['2026-W01', '2025-12-29..2026-01-04'],
  ['2026-W30', '2026-07-20..2026-07-26'],
])('the week %s holds the days %s, and is called so', (code, held) => {
  const span = spanTyped('week', code, asOf)!
  expect(days(span)).toBe(held)
  expect(spanCode(span)).toBe(code)
})

test.each([
  ['week', '2026W30', '2026-07-20..2026-07-26'],
  ['week', '2026年第30周', '2026-07-20..2026-07-26'],
  ['week', '2026-07-22', '2026-07-20..2026-07-26'],
  ['week', '上周', '2026-08-03..2026-08-09'],
  ['week', 'this', '2026-08-10..2026-08-12'],
  ['week', '2025-W53', null],
  ['week', '2026-07', null],
  ['month', '2026-07', '2026-07-01..2026-07-31'],
  ['month', '2026年2月', '2026-02-01..2026-02-28'],
  ['month', '2024-02-10', '2024-02-01..2024-02-29'],
  ['month', 'last', '2026-07-01..2026-07-31'],
  ['month', '本月', '2026-08-01..2026-08-12'],
  ['month', '2026', null],
  ['month', '2026-13', null],
  ['quarter', '2026-Q2', '2026-04-01..2026-06-30'],
  ['quarter', '2026q2', '2026-04-01..2026-06-30'],
  ['quarter', '2026年第二季度', '2026-04-01..2026-06-30'],
  // As a quarterly report titles itself.
  ['quarter', '2026年三季度', '2026-07-01..2026-08-12'],
  ['quarter', '2026年五季度', null],
  ['quarter', '2026年第2季度', '2026-04-01..2026-06-30'],
  ['quarter', '2026-05', '2026-04-01..2026-06-30'],
  ['quarter', '上季度', '2026-04-01..2026-06-30'],
  ['quarter', '2026-Q5', null],
  ['quarter', 'nonsense', null],
] as const)('%s %s is %s', (kind, text, held) => {
  expect(typed(kind, text)).toBe(held)
})

describe('the last one that is over', () => {
  test.each([
    ['month', '2026-08-30', '2026-07-01..2026-07-31'],
    ['month', '2026-08-31', '2026-08-01..2026-08-31'],
    ['quarter', '2026-08-31', '2026-04-01..2026-06-30'],
    ['quarter', '2026-09-30', '2026-07-01..2026-09-30'],
    ['quarter', '2026-01-01', '2025-10-01..2025-12-31'],
    ['week', '2026-08-08', '2026-07-27..2026-08-02'],
    ['week', '2026-08-09', '2026-08-03..2026-08-09'],
  ] as const)('%s by %s: %s', (kind, on, held) => {
    const span = lastWholeSpan(kind, dayOf(on))
    expect(days(span)).toBe(held)
    expect(span.isWhole).toBe(true)
  })
})

describe('what a period is set beside', () => {
  const beside = (span: Span) => {
    const { previous, yearBefore } = besideSpan(span)
    return [days(previous), days(yearBefore)]
  }

  test('a week beside the seven days before and the same weekdays 52 weeks before', () => {
    expect(beside(trailingWeek(asOf))).toEqual(['2026-07-30..2026-08-05', '2025-08-07..2025-08-13'])
  })

  test('a running month beside the same days, a whole one beside whole ones', () => {
    expect(beside(spanOn('month', asOf, asOf))).toEqual(['2026-07-01..2026-07-12', '2025-08-01..2025-08-12'])
    expect(beside(spanOn('month', dayOf('2024-02-01'), asOf))).toEqual([
      '2024-01-01..2024-01-31',
      '2023-02-01..2023-02-28',
    ])
  })

  test('a quarter beside the one before and the same a year before', () => {
    expect(beside(spanOn('quarter', dayOf('2026-02-01'), asOf))).toEqual([
      '2025-10-01..2025-12-31',
      '2025-01-01..2025-03-31',
    ])
  })
})
