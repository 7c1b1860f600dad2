import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../src/core/values/business-date.js'
import { instantOf, wallClock } from '../../../src/core/values/zone.js'

const at = (date: string, hour: number, minute = 0) => ({ day: dayOf(date), seconds: hour * 3600 + minute * 60 })
const utc = (instant: number) => new Date(instant * 1000).toISOString().slice(0, 16)

describe('the instant of a wall clock', () => {
  test.each([
    ['UTC', at('2026-03-01', 9), '2026-03-01T09:00'],
    ['Asia/Shanghai', at('2026-03-01', 0), '2026-02-28T16:00'],
    ['America/New_York', at('2026-11-02', 9), '2026-11-02T14:00'],
    ['America/New_York', at('2026-10-30', 9), '2026-10-30T13:00'],
    ['Asia/Kolkata', at('2026-03-01', 9), '2026-03-01T03:30'],
    // Shown twice on the day clocks go back; never on the day they go forward.
    ['America/New_York', at('2026-11-01', 1, 30), '2026-11-01T05:30'],
    ['America/New_York', at('2026-03-08', 2, 30), '2026-03-08T07:30'],
  ])('in %s', (zone, clock, expected) => expect(utc(instantOf(zone, clock))).toBe(expected))

  test('is that of the clock it is read from, but for the hour that is shown twice', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('America/New_York', 'Europe/London', 'Australia/Sydney', 'Asia/Kathmandu', 'UTC'),
        fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
        (zone, instant) => {
          const back = instantOf(zone, wallClock(zone, instant))
          expect([0, -3600]).toContain(back - instant)
        },
      ),
    ))
})
