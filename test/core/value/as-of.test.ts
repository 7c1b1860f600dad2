import { expect, test } from 'vitest'
import type { ContactFacts } from '../../../src/core/snapshot.js'
import { reached, viewOn, viewToday } from '../../../src/core/value/as-of.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import { snapshotOf } from '../../support/snapshot.js'

const contact = (on: string, nextOn: string | null): ContactFacts => {
  return { customer: 0, on: dayOf(on), kind: 'contact', rule: null, nextOn: nextOn === null ? null : dayOf(nextOn) }
}
const contacts = [
  contact('2019-05-01', '2019-06-01'),
  contact('2026-08-31', '2026-09-01'),
  contact('2026-09-01', '2026-09-02'),
]
const shop = (ordered: string) => snapshotOf([{ id: 'c1', bought: [{ on: ordered, net: 100 }] }], contacts)

test('with orders of the last year the day is today and contacts are as they were made', () => {
  const snapshot = shop('2025-09-02')
  const view = viewToday(snapshot, dayOf('2026-09-01'))
  expect(view).toEqual(viewOn(snapshot, dayOf('2026-09-01')))
  expect(view.snapshot).toBe(snapshot)
})

test('when the day is moved back, days reached since count as that day and days to come stay', () => {
  const { snapshot, asOf, isAsOfMoved } = viewToday(shop('2019-07-01'), dayOf('2026-09-01'))
  expect([asOf, isAsOfMoved]).toEqual([dayOf('2019-07-01'), true])
  expect(snapshot.contacts).toEqual([
    contact('2019-05-01', '2019-06-01'),
    contact('2019-07-01', '2019-07-01'),
    contact('2019-07-01', '2026-09-02'),
  ])
})

test('orders dated ahead of today leave contacts alone', () => {
  const snapshot = shop('2027-01-01')
  expect(viewToday(snapshot, dayOf('2026-09-01')).snapshot).toBe(snapshot)
})

test('a moved view reaches what has come since, and keeps the calendar with contacts as they were made', () => {
  const view = viewToday(shop('2019-07-01'), dayOf('2026-09-01'))
  const days = ['2019-06-30', '2019-07-02', '2026-09-01', '2026-09-02'].map(dayOf)
  const moved = dayOf('2019-07-01')
  expect(days.map((day) => reached(day, view))).toEqual([days[0], moved, moved, days[3]])
  expect(view.calendar).toEqual({ snapshot: shop('2019-07-01'), asOf: dayOf('2026-09-01') })
})

test('a day that was asked for moves nothing', () => {
  const view = viewOn(shop('2019-07-01'), dayOf('2026-09-01'))
  expect(reached(dayOf('2026-10-01'), view)).toBe(dayOf('2026-10-01'))
  expect(view).toMatchObject({ isAsOfMoved: false, calendar: { asOf: view.asOf } })
})
