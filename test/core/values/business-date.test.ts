import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  type DateOrder,
  type DayOptions,
  dateOf,
  dayOf,
  isBusinessDate,
  monthOf,
  parseDay,
  parseLaterDate,
  parseUserDate,
  todayIn,
} from '../../../src/core/values/business-date.js'

/** `YYYY-MM-DD HH:MM:SS`, without the time when the cell has none; null when it is no date. */
function read(text: string, order: DateOrder = 'ymd', options?: DayOptions): string | null {
  const found = parseDay(text, order, options)
  if (found === null) return null
  if (found.seconds === null) return dateOf(found.day)
  const [hour, minute, second] = [found.seconds / 3600, (found.seconds / 60) % 60, found.seconds % 60]
  const time = [hour, minute, second].map((part) => String(Math.floor(part)).padStart(2, '0'))
  return `${dateOf(found.day)} ${time.join(':')}`
}

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2000-02-29', 11016],
  ['2024-05-03', 19846],
  ['0001-01-01', -719162],
  ['9999-12-31', 2932896],
])('%s is day %i', (text, day) => {
  expect(dayOf(text)).toBe(day)
  expect(dateOf(day)).toBe(text)
})

test.each([
  '2024-02-30',
  '2023-02-29',
  '1900-02-29',
  '2024-13-01',
  '2024-00-10',
  '0000-01-01',
  '2024-5-3',
  '24-05-03',
  '2024/05/03',
  'x',
  '',
])('%j is no business date', (text) => {
  expect(isBusinessDate(text)).toBe(false)
  expect(() => dayOf(text)).toThrow(RangeError)
})

test('days count on over months and leap years', () => {
  expect(dateOf(addDays(dayOf('2024-02-28'), 2))).toBe('2024-03-01')
  expect(monthOf(dayOf('2024-02-29'))).toBe('2024-02')
  expect(() => dateOf(1e9)).toThrow(RangeError)
  expect(() => dateOf(0.5)).toThrow(RangeError)
})

test('today depends on the zone, also over daylight saving', () => {
  const at = Date.UTC(2024, 4, 3, 17, 30)
  expect(dateOf(todayIn('UTC', at))).toBe('2024-05-03')
  expect(dateOf(todayIn('Asia/Shanghai', at))).toBe('2024-05-04')
  expect(dateOf(todayIn('America/Los_Angeles', at))).toBe('2024-05-03')
  expect(dateOf(todayIn('America/New_York', Date.UTC(2024, 2, 10, 4, 59)))).toBe('2024-03-09')
  expect(dateOf(todayIn('America/New_York', Date.UTC(2024, 2, 11, 4, 1)))).toBe('2024-03-11')
  expect(dateOf(todayIn('Pacific/Apia', Date.UTC(2024, 4, 3, 11, 0)))).toBe('2024-05-04')
  expect(() => todayIn('Mars/Base', at)).toThrow(RangeError)
})

describe('dates whose order is in the text', () => {
  test.each([
    ['2024-05-03', '2024-05-03'],
    ['2024/5/3', '2024-05-03'],
    ['2024.5.3', '2024-05-03'],
    ['2024/5/3 12:01', '2024-05-03 12:01:00'],
    ['2016-05-23 22:02:11', '2016-05-23 22:02:11'],
    ['2026/6/6 13:41', '2026-06-06 13:41:00'],
    ['2019.04.23 10:11', '2019-04-23 10:11:00'],
    ['2024-05-03T10:22:01', '2024-05-03 10:22:01'],
    ['2024-05-03T10:22:01.123', '2024-05-03 10:22:01'],
    ['2024-05-03 9:05', '2024-05-03 09:05:00'],
    ['2024年5月3日', '2024-05-03'],
    ['2024年05月03日 10:22', '2024-05-03 10:22:00'],
    ['2024年5月3日 星期五 10时22分', '2024-05-03 10:22:00'],
    ['24年5月3日', '2024-05-03'],
    ['20240503', '2024-05-03'],
    ['20240503 10:22', '2024-05-03 10:22:00'],
    ['20240503102201', '2024-05-03 10:22:01'],
    ['2024-05-03 上午9:05', '2024-05-03 09:05:00'],
    ['2024/5/3 下午 9:05', '2024-05-03 21:05:00'],
    ['2024/5/3 下午 12:05:06', '2024-05-03 12:05:06'],
    ['2024/5/3 上午 12:05', '2024-05-03 00:05:00'],
    ['2024-05-03 24:00', '2024-05-04 00:00:00'],
    ['2024-12-31 24:00:00', '2025-01-01 00:00:00'],
    ['Sep-27-26', '2026-09-27'],
    ['Sep-30-26 23:45:00', '2026-09-30 23:45:00'],
    ['27-Sep-26', '2026-09-27'],
    ['10-Dez-25', '2025-12-10'],
    ['3-Mär-26', '2026-03-03'],
    ['12 Mar 2026 10:15', '2026-03-12 10:15:00'],
    ['Dec 8, 2024', '2024-12-08'],
    ['December 8, 2024 9:15:51 AM', '2024-12-08 09:15:51'],
    ['Sep 1, 2026 12:00:12 AM PDT', '2026-09-01 00:00:12'],
    ['Friday, May 3, 2024', '2024-05-03'],
    ['3. Mai 2024', '2024-05-03'],
    ['2024-May-03', '2024-05-03'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s under every order', (text, expected) => {
    expect((['ymd', 'dmy', 'mdy'] as const).map((order) => read(text, order))).toEqual([expected, expected, expected])
  })
})

test.each<[string, DateOrder, string | null]>([
  ['12/1/2010 8:26', 'mdy', '2010-12-01 08:26:00'],
  ['12/1/2010 8:26', 'dmy', '2010-01-12 08:26:00'],
  ['12/1/2010', 'ymd', null],
  ['04/08/26 10:22', 'mdy', '2026-04-08 10:22:00'],
  ['04/08/26 10:22', 'dmy', '2026-08-04 10:22:00'],
  ['24-05-03', 'ymd', '2024-05-03'],
  ['24-05-03', 'dmy', '2003-05-24'],
  ['24-05-03', 'mdy', null],
  ['09/27/2026 3:04:05 PM', 'mdy', '2026-09-27 15:04:05'],
  ['09/27/2026 3:04:05 PM', 'dmy', null],
  ['10/05/2026', 'dmy', '2026-05-10'],
  ['02.01.2020', 'dmy', '2020-01-02'],
  ['31/04/2024', 'dmy', null],
  ['1/2/99', 'mdy', '1999-01-02'],
])('%s as %s is %s', (text, order, expected) => {
  expect(read(text, order)).toBe(expected)
})

test.each([
  '', '-', 'x', '2024-02-30', '2023-02-29', '0000-00-00', '1900-01-00', '0001-01-01', '1899-12-30', '13/40/2024', '2024-13-01',
  '2024-05-03 25:00', '2024-05-03 10:60', '2024-05-03 24:01', '2024-05-03 10', '2024-05-03x', '2024-05', '2024/5-3', '20240230',
  '202405031', '5月3日', '2024年13月1日', 'Foo 8, 2024', '12:30', '2024-05-03 13:00 AM', '45415', '1714701600', '2024-05-03 10:22 ABC',
  '2024-05-03 10:22:61', '2024-05-03 10:22:', '12/1/201', '1/2/3/2024',
])('%j is no date', (text) => {
  expect((['ymd', 'dmy', 'mdy'] as const).map((order) => read(text, order))).toEqual([null, null, null])
}) // biome-ignore format: a list

test('times with an offset are turned into the given zone; without a zone the written clock counts', () => {
  const shopify = '2026-04-08 22:22:01 +0500'
  expect(read(shopify)).toBe('2026-04-08 22:22:01')
  expect(read(shopify, 'ymd', { zone: 'Asia/Shanghai' })).toBe('2026-04-09 01:22:01')
  expect(read(shopify, 'ymd', { zone: 'UTC' })).toBe('2026-04-08 17:22:01')
  expect(read('2026-09-10T14:03:22+00:00', 'ymd', { zone: 'America/Los_Angeles' })).toBe('2026-09-10 07:03:22')
  expect(read('2026-09-10T20:03:22Z', 'ymd', { zone: 'Asia/Shanghai' })).toBe('2026-09-11 04:03:22')
  expect(read('2026-09-10T01:03:22+09:00', 'ymd', { zone: 'UTC' })).toBe('2026-09-09 16:03:22')
  expect(read('Sep 1, 2026 12:00:12 AM PDT', 'mdy', { zone: 'UTC' })).toBe('2026-09-01 07:00:12')
  expect(read('2026-09-10 14:03', 'ymd', { zone: 'Asia/Shanghai' })).toBe('2026-09-10 14:03:00')
})

test('on a day on which clocks change both offsets hold, each in its hours', () => {
  const zone = 'America/New_York'
  expect(read('2024-03-10T06:59:59Z', 'ymd', { zone })).toBe('2024-03-10 01:59:59')
  expect(read('2024-03-10T07:00:00Z', 'ymd', { zone })).toBe('2024-03-10 03:00:00')
  expect(read('2024-11-03T05:59:59Z', 'ymd', { zone })).toBe('2024-11-03 01:59:59')
  expect(read('2024-11-03T06:00:00Z', 'ymd', { zone })).toBe('2024-11-03 01:00:00')
})

test('what is not in the text is taken only when told', () => {
  expect(read('5月3日', 'ymd', { year: 2024 })).toBe('2024-05-03')
  expect(read('2月29日', 'ymd', { year: 2023 })).toBeNull()
  expect(read('45415', 'ymd', { serial: true })).toBe('2024-05-03')
  expect(read('45384.347', 'ymd', { serial: true })).toBe('2024-04-02 08:19:41')
  expect(read('45384.9999999', 'ymd', { serial: true })).toBe('2024-04-03 00:00:00')
  expect(read('1', 'ymd', { serial: true })).toBe('1900-01-01')
  expect(read('61', 'ymd', { serial: true })).toBe('1900-03-01')
  expect(read('60', 'ymd', { serial: true })).toBeNull()
  expect(read('0', 'ymd', { serial: true })).toBeNull()
  expect(read('1714701600', 'ymd', { unix: true })).toBe('2024-05-03 02:00:00')
  expect(read('1714701600123', 'ymd', { unix: true, zone: 'Asia/Shanghai' })).toBe('2024-05-03 10:00:00')
})

test.each([
  ['2024-05-01', '2024-05-01'],
  ['2024/5/1', '2024-05-01'],
  ['2024年5月1日', '2024-05-01'],
  ['2024年5月', '2024-05-01'],
  ['2024-05', '2024-05-01'],
  ['2024年', '2024-01-01'],
  ['20240501', '2024-05-01'],
  ['30d', '2024-04-03'],
  ['30天前', '2024-04-03'],
  ['30 days ago', '2024-04-03'],
  ['+7d', '2024-05-10'],
  ['today', '2024-05-03'],
  ['Yesterday', '2024-05-02'],
  ['今天', '2024-05-03'],
  ['昨天', '2024-05-02'],
  ['明天', '2024-05-04'],
])('%s typed on 2024-05-03 is %s', (text, expected) => {
  const day = parseUserDate(text, dayOf('2024-05-03'))
  expect(day === null ? null : dateOf(day)).toBe(expected)
})

test.each(['', 'soon', '2024-02-30', '5/3/2024', '2024-13', '-30d', 'constructor', '2024-05-01 10:00'])(
  'typed, %j is no date',
  (text) => {
    expect(parseUserDate(text, 0)).toBeNull()
  },
)

describe('properties', () => {
  const day = fc.integer({ min: dayOf('1900-01-01'), max: dayOf('2999-12-31') })

  it('a day and its date are one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932896 }), (any) => {
        expect(dayOf(dateOf(any))).toBe(any)
      }),
    )
  })

  it('agrees with the proleptic Gregorian calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932896 }), (any) => {
        expect(dateOf(any)).toBe(new Date(any * 86_400_000).toISOString().slice(0, 10))
      }),
    )
  })

  it('reads a date in every order it was written in', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('-', '/', '.'), (any, mark) => {
        const [y, m, d] = dateOf(any).split('-').map(Number)
        const found = [
          parseDay([y, m, d].join(mark), 'mdy'),
          parseDay([d, m, y].join(mark), 'dmy'),
          parseDay([m, d, y].join(mark), 'mdy'),
          parseDay(`${y}年${m}月${d}日`, 'ymd'),
        ]
        expect(found.map((one) => one?.day)).toEqual([any, any, any, any])
      }),
    )
  })

  it('an offset moves the clock as the platform does', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'America/New_York',
      'Europe/London',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    )
    const instants = fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000 })
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const utc = new Date(instant * 1000).toISOString()
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
        expect(read(utc, 'ymd', { zone })).toBe(shown.format(instant * 1000))
      }),
    )
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom<DateOrder>('ymd', 'dmy', 'mdy'), (text, order) => {
        const found = parseDay(text, order, { serial: true, unix: true, year: 2024, zone: 'UTC' })
        expect(found === null || Number.isInteger(found.day)).toBe(true)
      }),
    )
  })
})

test.each([
  ['12月1日', '2024-12-01'],
  ['5月3日', '2025-05-03'],
  ['5月4号', '2024-05-04'],
  ['3天后', '2024-05-06'],
  ['in 10 days', '2024-05-13'],
  ['+7d', '2024-05-10'],
  ['明天', '2024-05-04'],
  ['2024-06-01', '2024-06-01'],
])('a day to come, %s, counted from 3 May 2024', (text, day) => {
  const found = parseLaterDate(text, dayOf('2024-05-03'))
  expect(found === null ? null : dateOf(found)).toBe(day)
})

test.each(['2月30日', '13月1日', '下周', ''])('%j is no day to come', (text) => {
  expect(parseLaterDate(text, dayOf('2024-05-03'))).toBeNull()
})
