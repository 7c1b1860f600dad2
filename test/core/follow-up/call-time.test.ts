import { describe, expect, test } from 'vitest'
import { CALL_HOURS, type CallRule, callTime } from '../../../src/core/follow-up/call-time.js'
import { SEVERAL_CLOCKS, zoneOfCustomer } from '../../../src/core/follow-up/country-zones.js'
import { daysOffIn } from '../../../src/core/follow-up/days-off.js'
import { countries } from '../../../src/core/values/countries.js'

const usual: CallRule = { hours: CALL_HOURS, daysOff: [0, 6] }
const at = (instant: string, zone: string, rule = usual) => callTime(Date.parse(instant), zone, 'Asia/Shanghai', rule)

describe('call hours', () => {
  // 2026-08-31 is a Monday.
  test('from Shanghai at nine in the morning', () => {
    expect(at('2026-08-31T01:00:00Z', 'Asia/Shanghai')).toEqual({ localTime: '09:00', from: null, weekday: null })
    // London is asleep: nine o'clock there is four in the afternoon here.
    expect(at('2026-08-31T01:00:00Z', 'Europe/London')).toEqual({ localTime: '02:00', from: '16:00', weekday: null })
    // In New York it is Sunday evening; nine o'clock of Monday is nine in the evening here.
    expect(at('2026-08-31T01:00:00Z', 'America/New_York')).toEqual({ localTime: '21:00', from: '21:00', weekday: null })
    // In Auckland it is one o'clock: lunch until two, ten here.
    expect(at('2026-08-31T01:00:00Z', 'Pacific/Auckland')).toEqual({ localTime: '13:00', from: '10:00', weekday: null })
  })

  test('on a weekend not before Monday; an own preference holds on all days', () => {
    expect(at('2026-08-29T02:00:00Z', 'Asia/Shanghai')).toEqual({ localTime: '10:00', from: '09:00', weekday: 1 })
    const own = { hours: [{ from: 19 * 60, to: 21 * 60 }], daysOff: [] }
    expect(at('2026-08-29T02:00:00Z', 'Asia/Shanghai', own)).toEqual({
      localTime: '10:00',
      from: '19:00',
      weekday: null,
    })
    expect(at('2026-08-29T11:30:00Z', 'Asia/Shanghai', own)).toEqual({ localTime: '19:30', from: null, weekday: null })
  })

  test.each([
    ['2026-10-31T01:30:00Z', 'America/New_York', '22:00', 1],
    ['2026-10-23T17:30:00Z', 'Europe/London', '17:00', 1],
    ['2027-03-12T23:30:00Z', 'America/New_York', '21:00', 1],
    ['2027-03-26T18:30:00Z', 'Europe/London', '16:00', 1],
  ])('across a change of clocks: those of the day called on, %s in %s from %s', (instant, zone, from, weekday) => {
    expect(at(instant, zone)).toMatchObject({ from, weekday })
  })

  test('on the days of work of the country', () => {
    // Friday noon and Sunday morning in Riyadh.
    const inRiyadh = { hours: CALL_HOURS, daysOff: daysOffIn('SA') }
    expect(at('2026-08-28T08:00:00Z', 'Asia/Riyadh', inRiyadh)).toMatchObject({ from: '14:00', weekday: 0 })
    expect(at('2026-08-30T07:00:00Z', 'Asia/Riyadh', inRiyadh)).toMatchObject({ localTime: '10:00', from: null })
    expect([daysOffIn('CN'), daysOffIn('AE'), daysOffIn('NP')]).toEqual([[6, 0], [6, 0], [6]])
  })

  test('the end of an hour is no longer in it', () => {
    expect(at('2026-08-31T04:00:00Z', 'Asia/Shanghai')).toMatchObject({ localTime: '12:00', from: '14:00' })
    expect(at('2026-08-31T10:00:00Z', 'Asia/Shanghai')).toMatchObject({ localTime: '18:00', from: '09:00', weekday: 2 })
  })
})

describe("a customer's clock", () => {
  test.each([
    ['US', 'CA', 'America/Los_Angeles'],
    ['US', 'New Mexico', 'America/Denver'],
    ['US', 'Ohio', 'America/New_York'],
    ['US', null, 'America/New_York'],
    ['CA', 'British Columbia', 'America/Vancouver'],
    ['CN', '新疆', 'Asia/Shanghai'],
    ['GB', 'London', 'Europe/London'],
  ])('%s %s: %s', (country, region, zone) => expect(zoneOfCustomer(country, region)).toBe(zone))

  test('is not known without a country', () => {
    expect(zoneOfCustomer(null, 'CA')).toBeNull()
    expect(SEVERAL_CLOCKS).toContain('US')
    expect(SEVERAL_CLOCKS).not.toContain('CN')
  })

  test('every zone named is one the runtime knows', () => {
    const zones = countries.flatMap((line) => zoneOfCustomer(line.split('|')[0]!, null) ?? [])
    expect(zones.length).toBeGreaterThan(100)
    for (const zone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
  })
})
