import { describe, expect, test } from 'vitest'

const summerOffsets: Record<string, number> = { UTC: 0, 'Asia/Shanghai': -480, 'America/Los_Angeles': 420 }

describe('the zone these tests run in', () => {
  test(`is really ${process.env.TZ}`, () => {
    const zone = process.env.TZ ?? ''
    expect(Object.keys(summerOffsets)).toContain(zone)
    expect(new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset()).toBe(summerOffsets[zone])
  })
})
