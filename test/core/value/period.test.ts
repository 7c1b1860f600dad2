import { describe, expect, test } from 'vitest'
import type { PeriodKind } from '../../../src/core/value/choices.js'
import { comparedWith, monthsUpTo, type Period, periodOf } from '../../../src/core/value/period.js'
import { dateOf, dayOf } from '../../../src/core/values/business-date.js'
import { monthOfDay } from '../../../src/core/values/month.js'

const spanOf = ({ from, to }: Period) => `${dateOf(from + 1)} ${dateOf(to)}`

/** The period of a kind on a day with the two it is compared with. */
function spans(kind: PeriodKind, asOf: string, month = asOf) {
  const period = periodOf(kind, monthOfDay(dayOf(month)), dayOf(asOf))
  const { previous, yearBefore } = comparedWith(period)
  return [period, previous, yearBefore].map(spanOf)
}

describe('periods beside each other', () => {
  test('a month so far, with the same days of the month before and of the year before', () => {
    expect(spans('month', '2026-08-12')).toEqual([
      ...['2026-08-01 2026-08-12', '2026-07-01 2026-07-12', '2025-08-01 2025-08-12'],
    ])
  })

  test('a whole month with whole months, also across a year', () => {
    expect(spans('month', '2026-02-28')).toEqual([
      ...['2026-02-01 2026-02-28', '2026-01-01 2026-01-31', '2025-02-01 2025-02-28'],
    ])
    expect(spans('month', '2026-08-12', '2026-01-01')).toEqual([
      ...['2026-01-01 2026-01-31', '2025-12-01 2025-12-31', '2025-01-01 2025-01-31'],
    ])
  })

  test('days that a month does not have end with its last', () => {
    expect(spans('month', '2026-03-30')[1]).toBe('2026-02-01 2026-02-28')
    expect(spans('month', '2028-02-29')[2]).toBe('2027-02-01 2027-02-28')
  })

  test('quarters and years up to the same day, the last of a month beside the last', () => {
    expect(spans('quarter', '2026-08-12')).toEqual([
      ...['2026-07-01 2026-08-12', '2026-04-01 2026-05-12', '2025-07-01 2025-08-12'],
    ])
    expect(spans('quarter', '2026-04-30')[1]).toBe('2026-01-01 2026-01-31')
    expect(spans('quarter', '2026-09-30')[1]).toBe('2026-04-01 2026-06-30')
    expect(spans('year', '2026-08-12')).toEqual([
      ...['2026-01-01 2026-08-12', '2025-01-01 2025-08-12', '2025-01-01 2025-08-12'],
    ])
  })

  test('months up to a period, newest first, the newest cut off by the as-of day', () => {
    const asOf = dayOf('2026-02-10')
    const months = monthsUpTo(periodOf('quarter', monthOfDay(asOf), asOf), 3, asOf)
    expect(months.map(spanOf)).toEqual(['2026-02-01 2026-02-10', '2026-01-01 2026-01-31', '2025-12-01 2025-12-31'])
    expect(months.map(({ isWhole }) => isWhole)).toEqual([false, true, true])
  })
})
