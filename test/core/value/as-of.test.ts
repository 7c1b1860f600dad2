import { expect, test } from 'vitest'
import type { ContactFacts } from '../../../src/core/snapshot.js'
import { viewToday } from '../../../src/core/value/as-of.js'
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
  expect(view).toEqual({ snapshot, asOf: dayOf('2026-09-01'), isAsOfMoved: false })
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
