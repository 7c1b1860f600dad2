import { SSF } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DATE, DateTexts, NUMBER, TIME } from '../../src/read/xlsx-dates.js'
import { formatKind } from '../../src/read/xlsx-styles.js'
import { rowsOf } from './xlsx-fixture.js'

describe('what a number format shows', () => {
  test.each([
    ['General', NUMBER],
    ['G/通用格式', NUMBER],
    ['G/通用格式"元"', NUMBER],
    ['0.00E+00', NUMBER],
    ['#,##0.00_);[Red](#,##0.00)', NUMBER],
    ['_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ', NUMBER],
    ['0"days"', NUMBER],
    ['0\\d', NUMBER],
    ['[$SHS] 0', NUMBER],
    ['[Magenta]0', NUMBER],
    ['@', NUMBER],
    [';;;', NUMBER],
    ['[h]:mm', NUMBER],
    ['[hh]:mm:ss', NUMBER],
    ['[mm]:ss', NUMBER],
    ['[$-409][ss]', NUMBER],
    ['yyyy-mm-dd', DATE],
    ['YYYY/M/D;@', DATE],
    ['yyyy"年"m"月"d"日"', DATE],
    ['[$-804]yyyy"年"m"月"d"日";@', DATE],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', DATE],
    ['[Red]d/m/yy', DATE],
    ['mmm', DATE],
    ['e"年"m"月"', DATE],
    ['bbbb', DATE],
    ['"at hours" d.m.', DATE],
    ['yyyy-mm-dd hh:mm', TIME],
    ['h:mm', TIME],
    ['mm:ss.0', TIME],
    ['[$-F400]h:mm:ss\\ AM/PM', TIME],
    ['上午/下午h"时"mm"分"', TIME],
    ['m/d/yy h:mm', TIME],
  ])('%s', (format, kind) => {
    expect(formatKind(format)).toBe(kind)
  })

  test('built-in formats: dates 14–17, 27–31, 36, 50–58, with time 18–22, 32–33, 45, 47; 46 is a duration', async () => {
    const formats = Array.from({ length: 60 }, (_, id) => id)
    const cells = formats.map((id) => `<c s="${id}"><v>45415</v></c>`).join('')
    const [row] = await rowsOf({ sheet: `<row>${cells}</row>`, formats })
    const shown = new Map(formats.map((id) => [id, row?.[id + 1]]))
    const between = (from: number, to: number) => formats.filter((id) => id >= from && id <= to)
    const dates = [...between(14, 17), ...between(27, 31), ...between(34, 36), ...between(50, 58)]
    const moments = [...between(18, 22), 32, 33, 45, 47]
    const expected = new Map<number, string | number>(formats.map((id) => [id, 45415]))
    for (const id of dates) expected.set(id, '2024-05-03')
    for (const id of moments) expected.set(id, '2024-05-03 00:00:00')
    expect(shown).toEqual(expected)
  })
})

describe('serials', () => {
  const since1900 = new DateTexts(false)
  const since1904 = new DateTexts(true)

  test.each([
    [0, DATE, '1900-01-00'],
    [0, TIME, '00:00:00'],
    [0.5, TIME, '12:00:00'],
    [0.5, DATE, '12:00:00'],
    [0.999999, TIME, '00:00:00'],
    [1, DATE, '1900-01-01'],
    [59, DATE, '1900-02-28'],
    [60, DATE, '1900-02-29'],
    [61, DATE, '1900-03-01'],
    [45415, DATE, '2024-05-03'],
    [45415, TIME, '2024-05-03 00:00:00'],
    [45415.5, DATE, '2024-05-03 12:00:00'],
    [45415.999999, DATE, '2024-05-04'],
    [45415.361805555556, TIME, '2024-05-03 08:41:00'],
    [2958465, DATE, '9999-12-31'],
    [2958466, DATE, 2958466],
    [-1, DATE, -1],
    [45415, NUMBER, 45415],
  ] as const)('%d in the 1900 system, kind %d: %s', (serial, kind, expected) => {
    expect(since1900.ofSerial(serial, kind)).toBe(expected)
  })

  test.each([
    [0, DATE, '1904-01-01'],
    [1, DATE, '1904-01-02'],
    [42735, DATE, '2021-01-01'],
    [0.25, TIME, '06:00:00'],
  ] as const)('%d in the 1904 system, kind %d: %s', (serial, kind, expected) => {
    expect(since1904.ofSerial(serial, kind)).toBe(expected)
  })

  test('property: every second from 1900 to 9999 comes back, on the day SheetJS finds', () => {
    const two = (number: number) => String(number).padStart(2, '0')
    const time = (second: number) => [second / 3600, (second / 60) % 60, second % 60].map(Math.floor).map(two).join(':')
    const day = fc.integer({ min: 1, max: 2_958_465 - 1462 })
    fc.assert(
      fc.property(day, fc.nat(86_399), fc.boolean(), (serial, second, date1904) => {
        const { y, m, d } = SSF.parse_date_code(serial, { date1904 })
        const texts = date1904 ? since1904 : since1900
        expect(texts.ofSerial(serial + second / 86_400, TIME)).toBe(`${y}-${two(m)}-${two(d)} ${time(second)}`)
      }),
      { numRuns: 2000 },
    )
  })
})
