import { expect, test } from 'vitest'
import { promisedIn, promiseTyped } from '../../../../src/core/follow-up/feedback/promise.js'
import { dateOf, dayOf } from '../../../../src/core/values/business-date.js'

const now = { on: dayOf('2026-08-31'), at: Date.parse('2026-08-31T10:00:00Z') }
const typed = (text: string, from: { on: number; at: number | null } = now, zone = 'UTC') => {
  const found = promiseTyped(text, from, zone)
  return typeof found === 'string' ? found : [dateOf(found.promisedOn!), found.promisedTime]
}

test('hours after a moment, by the wall clock of the ledger; of a day alone whole days', () => {
  expect(promisedIn(48, now, 'UTC')).toEqual({ promisedOn: dayOf('2026-09-02'), promisedTime: '10:00' })
  expect(promisedIn(48, now, 'Asia/Shanghai')).toEqual({ promisedOn: dayOf('2026-09-02'), promisedTime: '18:00' })
  expect(promisedIn(30, { on: now.on, at: null }, 'UTC')).toEqual({
    promisedOn: dayOf('2026-09-02'),
    promisedTime: null,
  })
})

test('as typed', () => {
  expect(typed('24h')).toEqual(['2026-09-01', '10:00'])
  expect(typed('２小时')).toEqual(['2026-08-31', '12:00'])
  expect(typed('2026-12-01')).toEqual(['2026-12-01', null])
  expect(typed('+2d')).toEqual(['2026-09-02', null])
  expect(typed('tomorrow 9:30')).toEqual(['2026-09-01', '09:30'])
  expect(typed('2026-08-31')).toEqual(['2026-08-31', null])
})

test('what is past, and what is no time', () => {
  expect(['2026-08-30', '0h', '2026-08-31 10:00', '今天 09:59'].map((text) => typed(text))).toEqual(
    Array(4).fill('past'),
  )
  expect(['soon', '2026-13-01', 'tomorrow 24:00', 'tomorrow 9:75', ''].map((text) => typed(text))).toEqual(
    Array(5).fill('bad'),
  )
  expect(typed('2026-08-31 09:00', { on: now.on, at: null })).toEqual(['2026-08-31', '09:00'])
})
