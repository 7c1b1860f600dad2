import { describe, expect, test } from 'vitest'
import { readCallHours, writeCallHours } from '../../../src/core/follow-up/call-hours.js'

const kept = (typed: string) => {
  const windows = readCallHours(typed)
  return windows && writeCallHours(windows)
}

describe('call hours', () => {
  test.each([
    ['19:00-21:00', '19:00-21:00'],
    ['9-12, 14-18', '09:00-12:00, 14:00-18:00'],
    ['14-18, 9-12', '09:00-12:00, 14:00-18:00'],
    ['9:30 – 12', '09:30-12:00'],
    ['晚上7点到9点', '19:00-21:00'],
    ['晚上7点半至9点', '19:30-21:00'],
    ['上午9点到下午3点', '09:00-15:00'],
    ['下午2点到晚上8点', '14:00-20:00'],
    ['晚上10点到12点', '22:00-24:00'],
    ['9am to 5pm', '09:00-17:00'],
    ['1-5pm', '13:00-17:00'],
    ['11-1pm', '11:00-13:00'],
    ['12pm-2pm', '12:00-14:00'],
    ['12am-2am', '00:00-02:00'],
    ['20-24', '20:00-24:00'],
  ])('%s', (typed, hours) => {
    expect(kept(typed)).toBe(hours)
    expect(kept(hours)).toBe(hours)
  })

  test.each(['', 'evening', '19:00', '21-19', '25-26', '9:75-10', '19:00-21:00, later', '9-9', '23:00-24:30'])(
    '%s are none',
    (typed) => {
      expect(readCallHours(typed)).toBeNull()
    },
  )
})
