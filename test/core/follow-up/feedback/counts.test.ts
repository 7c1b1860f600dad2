import { expect, test } from 'vitest'
import { repeatedCauses } from '../../../../src/core/follow-up/feedback/causes.js'
import { feedbackMonths } from '../../../../src/core/follow-up/feedback/months.js'
import { dayOf } from '../../../../src/core/values/business-date.js'
import { monthText } from '../../../../src/core/values/month.js'
import { event, feedback, opened } from './made.js'

test('months: counts and medians by kind and category, closed ones in the month of their closing', () => {
  const all = feedback(
    [
      opened('F1', '2026-07-30', { category: 'quality' }),
      event('F1', 'respond', '2026-07-31'),
      event('F1', 'resolve', '2026-08-04'),
      opened('F2', '2026-08-01', { category: 'quality' }),
      event('F2', 'resolve', '2026-08-03'),
      opened('F3', '2026-08-02', { category: 'quality' }),
      opened('F4', '2026-08-02', { kind: 'praise' }),
    ],
    '2026-08-31',
  )
  expect(feedbackMonths(all).map(({ month, ...rest }) => ({ month: monthText(month), ...rest }))).toEqual([
    {
      ...{ month: '2026-08', kind: 'complaint', category: 'quality', opened: 2, stillOpen: 1, closed: 2 },
      // F2 was answered by its solution after 48 hours; closed after 5 and 2 days.
      ...{ responseHours: 48, closeDays: 3.5 },
    },
    {
      ...{ month: '2026-08', kind: 'praise', category: null, opened: 1, stillOpen: 0, closed: 0 },
      ...{ responseHours: null, closeDays: null },
    },
    {
      ...{ month: '2026-07', kind: 'complaint', category: 'quality', opened: 1, stillOpen: 0, closed: 0 },
      ...{ responseHours: 24, closeDays: null },
    },
  ])
})

test('repeated causes: three of a category or product, two of a customer, within 90 days', () => {
  const all = feedback(
    [
      opened('F1', '2026-08-01', { category: 'late', order: '1' }, 0),
      opened('F2', '2026-08-02', { category: 'late', order: '2' }, 1),
      opened('F3', '2026-08-03', { category: 'late', order: '3' }, 2),
      opened('F4', '2026-08-04', { category: 'broken' }, 2),
      opened('F5', '2026-08-05', { kind: 'question', category: 'broken' }, 0),
      opened('F6', '2026-06-02', { category: 'broken' }, 3),
      opened('F7', '2026-06-03', { category: 'broken' }, 4),
    ],
    '2026-08-31',
  )
  const named = (asOf: string, productsOf?: (order: string) => readonly string[]) =>
    repeatedCauses(all, dayOf(asOf), productsOf).map(({ by, what, complaints }) => [
      by,
      what,
      complaints.map(({ subject }) => subject).join(),
    ])
  expect(named('2026-08-31')).toEqual([
    ['category', 'late', 'F1,F2,F3'],
    ['customer', 2, 'F3,F4'],
  ])
  // Ninety days with the day itself: 2 June is the first of those up to 30 August.
  expect(named('2026-08-30')).toContainEqual(['category', 'broken', 'F6,F7,F4'])
  expect(named('2026-08-31', () => ['cup'])).toContainEqual(['product', 'cup', 'F1,F2,F3'])
  expect(named('2026-12-31')).toEqual([])
})
