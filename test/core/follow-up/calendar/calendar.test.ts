import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBirthday, showBirthday, writeBirthday } from '../../../../src/core/follow-up/calendar/birthday.js'
import { festivals, festivalsBetween, isGreeted } from '../../../../src/core/follow-up/calendar/festivals.js'
import { lunarCalendar } from '../../../../src/core/follow-up/calendar/lunar.js'
import { easter } from '../../../../src/core/follow-up/calendar/movable-days.js'
import { readOwnFestivals } from '../../../../src/core/follow-up/calendar/own-festivals.js'
import { dayInYear, nextDay } from '../../../../src/core/follow-up/calendar/yearly.js'
import { type Day, dateOf, dayOf } from '../../../../src/core/values/business-date.js'

const lunar = lunarCalendar()
const YEARS = Array.from({ length: 41 }, (_, i) => 2020 + i)

/** Published dates of the Spring Festival (Hong Kong Observatory's conversion tables), `MMDD`, 2020–2060. */
const SPRING_FESTIVALS = [
  ...['0125', '0212', '0201', '0122', '0210', '0129', '0217', '0206', '0126', '0213'],
  ...['0203', '0123', '0211', '0131', '0219', '0208', '0128', '0215', '0204', '0124'],
  ...['0212', '0201', '0122', '0210', '0130', '0217', '0206', '0126', '0214', '0202'],
  ...['0123', '0211', '0201', '0219', '0208', '0128', '0215', '0204', '0124', '0212', '0202'],
]

/** Node's own Chinese calendar: month and day of a solar day, with `bis` after a leap month. */
const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
const lunarOf = (day: Day) => chinese.format(new Date(day * 86_400_000))

const festivalOn = (key: string, year: number, country: string) => {
  const found = festivals.find((one) => one.key === key)!.inYear(year, lunar, country)
  return found === null ? null : dateOf(found)
}

describe('lunar dates', () => {
  test.each(YEARS.map((year, i) => [year, SPRING_FESTIVALS[i]!] as const))(
    'Spring Festival of %i is on %s',
    (year, date) => {
      expect(festivalOn('spring-festival', year, 'CN')?.replaceAll('-', '')).toBe(`${year}${date}`)
    },
  )

  // By the hours of the new moon there, as published for Vietnam: 2030 and 2053 a day before China.
  test.each([
    ['KR', 2026, '2026-02-17'],
    ['KR', 2027, '2027-02-07'],
    ['KR', 2028, '2028-01-27'],
    ['VN', 2028, '2028-01-26'],
    ['VN', 2030, '2030-02-02'],
    ['KR', 2030, '2030-02-03'],
    ['VN', 2053, '2053-02-18'],
    ['CN', 2053, '2053-02-19'],
  ])('the lunar New Year of %s in %i is on %s', (country, year, date) =>
    expect(festivalOn('spring-festival', year, country)).toBe(date),
  )

  /**
   * Node's calendar places the new moons of 2027-02-06, 23:56 in Beijing, and of 2030-02-03, 00:07, on the wrong side of midnight:
   * for these two months the published dates above stand.
   */
  const isByMidnight = (year: number, month: number) => month === 1 && (year === 2027 || year === 2030)

  test.each([
    ['spring-festival', '1/1'],
    ['lantern', '1/15'],
    ['dragon-boat', '5/5'],
    ['mid-autumn', '8/15'],
  ])('%s is the lunar %s in every year 2020–2060 by another calendar', (key, date) => {
    for (const year of YEARS) {
      if (isByMidnight(year, Number(date.split('/')[0]))) continue
      expect(lunarOf(dayOf(festivalOn(key, year, 'CN')!)), String(year)).toBe(date)
    }
  })

  test('every first of a month 2020–2060, leap months too, is that of another calendar', () => {
    let months = 0
    for (const year of YEARS)
      for (const isLeap of [false, true])
        for (let month = 1; month <= 12; month++) {
          const found = lunar.month(year, month, isLeap)
          if (found === null || isByMidnight(year, month)) continue
          months++
          expect(lunarOf(found.firstOn)).toBe(`${month}${isLeap ? 'bis' : ''}/1`)
        }
    expect(months).toBe(41 * 12 + 15 - 2)
  })

  test('leap months as published', () => {
    const leaps = [2020, 2023, 2025, 2028, 2031, 2033, 2036, 2039, 2042, 2044, 2047, 2050, 2052, 2055, 2058]
    const months = [4, 2, 6, 5, 3, 11, 6, 5, 2, 7, 5, 3, 8, 6, 4]
    const found = YEARS.flatMap((year) =>
      Array.from({ length: 12 }, (_, i) => i + 1).flatMap((month) =>
        lunar.month(year, month, true) === null ? [] : [[year, month]],
      ),
    )
    expect(found).toEqual(leaps.map((year, i) => [year, months[i]]))
  })
})

describe('days that return each year', () => {
  const on = (typed: string, year: number) => dateOf(dayInYear(readBirthday(typed)!, year, lunar))

  test('29 February falls on the 28th in common years', () => {
    expect([on('1992-02-29', 2027), on('1992-02-29', 2028)]).toEqual(['2027-02-28', '2028-02-29'])
  })

  test('a day of a leap month falls in the plain month in other years', () => {
    // 2025 has a leap sixth month; 2026 has none.
    expect(on('农历闰六月初一', 2025)).toBe('2025-07-25')
    expect(on('农历闰六月初一', 2026)).toBe(on('农历六月初一', 2026))
  })

  test('the 30th of a month of 29 days falls on its last day', () => {
    // The twelfth month of 2024 has 29 days: New Year's Eve of 2025-01-28.
    expect(on('农历十二月三十', 2024)).toBe('2025-01-28')
  })

  test('the next one is today or later, within a year or so, and is that day', () => {
    const days = fc.integer({ min: dayOf('2020-02-01'), max: dayOf('2059-12-31') })
    const typed = fc.constantFrom(
      '05-03',
      '02-29',
      '12-31',
      '01-01',
      '农历八月十五',
      '农历十二月三十',
      '农历闰二月十五',
    )
    fc.assert(
      fc.property(days, typed, (from, text) => {
        const yearly = readBirthday(text)!
        const next = nextDay(yearly, from, lunar)
        expect(next).toBeGreaterThanOrEqual(from)
        expect(next - from).toBeLessThanOrEqual(385)
        expect(nextDay(yearly, next, lunar)).toBe(next)
      }),
    )
    expect(dateOf(nextDay(readBirthday('农历十二月三十')!, dayOf('2025-01-01'), lunar))).toBe('2025-01-28')
  })
})

describe('birthdays as they are typed', () => {
  test.each([
    ['1990-05-03', '1990-05-03', '1990-05-03', '1990年5月3日'],
    ['5-3', '--05-03', '05-03', '5月3日'],
    ['05/03', '--05-03', '05-03', '5月3日'],
    ['1990年5月3日', '1990-05-03', '1990-05-03', '1990年5月3日'],
    ['5月3日', '--05-03', '05-03', '5月3日'],
    ['农历八月十五', 'lunar:--08-15', 'lunar 08-15', '农历八月十五'],
    ['农历腊月廿三', 'lunar:--12-23', 'lunar 12-23', '农历十二月廿三'],
    ['农历1990年闰五月初三', 'lunar:1990-L05-03', 'lunar 1990-05-03 (leap month)', '农历1990年闰五月初三'],
    ['lunar 8-15', 'lunar:--08-15', 'lunar 08-15', '农历八月十五'],
    ['1990-05-03 农历', 'lunar:1990-05-03', 'lunar 1990-05-03', '农历1990年五月初三'],
    ['２－２９', '--02-29', '02-29', '2月29日'],
  ])('%s', (typed, kept, en, zh) => {
    const read = readBirthday(typed)!
    expect(writeBirthday(read)).toBe(kept)
    expect(readBirthday(kept)).toEqual(read)
    expect([showBirthday(read, 'en'), showBirthday(read, 'zh')]).toEqual([en, zh])
  })

  test.each(['', 'spring', '13-40', '2-30', '1991-02-29', '0-5', '农历十三月初一', '公历闰五月初三', '1990'])(
    '%s is none',
    (typed) => expect(readBirthday(typed)).toBeNull(),
  )
})

describe('festivals', () => {
  test.each([
    ['thanksgiving', 'US', ['2024-11-28', '2025-11-27', '2026-11-26', '2027-11-25']],
    ['thanksgiving', 'CA', ['2024-10-14', '2025-10-13', '2026-10-12', '2027-10-11']],
    ['black-friday', 'GB', ['2024-11-29', '2025-11-28', '2026-11-27', '2027-11-26']],
    ['mothers-day', 'US', ['2024-05-12', '2025-05-11', '2026-05-10', '2027-05-09']],
    ['mothers-day', 'GB', ['2024-03-10', '2025-03-30', '2026-03-15', '2027-03-07']],
    ['mothers-day', 'FR', ['2024-05-26', '2025-05-25', '2026-05-31', '2027-05-30']],
    ['mothers-day', 'SE', ['2024-05-26', '2025-05-25', '2026-05-31', '2027-05-30']],
    ['mothers-day', 'ES', ['2024-05-05', '2025-05-04', '2026-05-03', '2027-05-02']],
    ['mothers-day', 'NO', ['2024-02-11', '2025-02-09', '2026-02-08', '2027-02-14']],
    ['mothers-day', 'AR', ['2024-10-20', '2025-10-19', '2026-10-18', '2027-10-17']],
    ['mothers-day', 'MX', ['2024-05-10', '2025-05-10', '2026-05-10', '2027-05-10']],
    ['mothers-day', 'PL', ['2024-05-26', '2025-05-26', '2026-05-26', '2027-05-26']],
  ])('%s in %s', (key, country, days) => {
    expect([2024, 2025, 2026, 2027].map((year) => festivalOn(key, year, country))).toEqual(days)
  })

  // The last Sunday of May 2023 was Whit Sunday.
  test("Mother's Day of France makes way for Whit Sunday", () => {
    expect(['FR', 'SE'].map((country) => festivalOn('mothers-day', 2023, country))).toEqual([
      '2023-06-04',
      '2023-05-28',
    ])
  })

  test('Easter as published', () => {
    const days = ['2020-04-12', '2021-04-04', '2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25', '2049-04-18']
    expect(days.map((day) => dateOf(easter(Number(day.slice(0, 4)))))).toEqual(days)
  })

  test('are greeted where they are kept', () => {
    const keys = (country: string) => festivals.filter((one) => isGreeted(one, country)).map(({ key }) => key)
    expect(keys('CN')).toEqual([
      ...['new-year', 'spring-festival', 'lantern', 'labour-day', 'mothers-day', 'dragon-boat', 'mid-autumn'],
      ...['national-day', 'singles-day'],
    ])
    expect(keys('US')).toEqual(['new-year', 'mothers-day', 'thanksgiving', 'black-friday', 'christmas'])
    expect(keys('')).toEqual(['new-year'])
    expect(keys('SA')).toEqual(['new-year'])
    expect([keys('KR'), keys('VN')]).toEqual([
      ['new-year', 'spring-festival'],
      ['new-year', 'spring-festival'],
    ])
  })

  test('of some weeks, over the turn of the year, in order', () => {
    const span = [dayOf('2026-12-20'), dayOf('2027-02-28')] as const
    const days = festivalsBetween(festivals, span, 'CN', lunar).map(({ festival, on }) => [festival.key, dateOf(on)])
    expect(days).toEqual([
      ['new-year', '2027-01-01'],
      ['spring-festival', '2027-02-06'],
      ['lantern', '2027-02-20'],
    ])
  })

  test('Qingming is never greeted', () => {
    expect(festivals.map(({ words }) => words.zh).join()).not.toContain('清明')
    for (const name of [
      '清明节',
      '清 明',
      '清明節',
      'Qingming',
      'Ching Ming Festival',
      'Tomb Sweeping Day',
      'Pure Brightness',
    ])
      expect(readOwnFestivals(`${name}=04-05`)).toMatchObject({ festivals: [], faults: [{ fault: 'never-greeted' }] })
  })
})

describe("the seller's own days", () => {
  const days = (text: string, from: string, to: string, country = 'FR') =>
    festivalsBetween(readOwnFestivals(text).festivals, [dayOf(from), dayOf(to)], country, lunar).map(
      ({ festival, on }) => [festival.words.en, dateOf(on)],
    )

  test('each year, in one year, by the moon', () => {
    expect(days('Sale=06-18, Fair=2027-03-05, 店庆=农历八月十五', '2026-01-01', '2027-12-31')).toEqual([
      ['Sale', '2026-06-18'],
      ['店庆', '2026-09-25'],
      ['Fair', '2027-03-05'],
      ['Sale', '2027-06-18'],
      ['店庆', '2027-09-15'],
    ])
  })

  test('at the end of the lunar year they fall into the next solar one', () => {
    // The year of the horse ends on 2027-02-05.
    const typed = '腊八=农历腊月初八, 小年=农历腊月廿三, 除夕=农历腊月三十, 冬月=农历冬月十五'
    const ends = [
      ['腊八', '2027-01-15'],
      ['小年', '2027-01-30'],
      ['除夕', '2027-02-05'],
    ]
    expect(days(typed, '2027-01-01', '2027-02-28')).toEqual(ends)
    expect(days(typed, '2026-12-20', '2027-02-28')).toEqual([['冬月', '2026-12-23'], ...ends])
    expect(days('Fair=农历2026年腊月初八', '2026-12-20', '2028-02-28')).toEqual([['Fair', '2027-01-15']])
  })

  test('a day of one country or of some is greeted there', () => {
    const typed = 'Canada Day=07-01 CA, Diwali=2026-11-08 IN SG, 端午送粽=农历五月初五 cn, Member day=28 US'
    const year = ['2026-06-01', '2026-11-30'] as const
    expect(days(typed, ...year, 'CA')).toEqual([['Canada Day', '2026-07-01']])
    expect(days(typed, ...year, 'SG')).toEqual([['Diwali', '2026-11-08']])
    expect(days(typed, ...year, 'CN')).toEqual([['端午送粽', '2026-06-19']])
    expect(days(typed, ...year, 'US').map(([, on]) => on)).toEqual(
      ['06', '07', '08', '09', '10', '11'].map((month) => `2026-${month}-28`),
    )
    expect(days(typed, ...year, '')).toEqual([])
    expect(readOwnFestivals('Canada Day=07-01 XX').faults).toEqual([
      { entry: 'Canada Day=07-01 XX', fault: 'not-a-day' },
    ])
  })

  test('a name may hold a colon, and a day may be written as it is kept', () => {
    expect(days('Sale: 10% off=06-18; 店庆:06-18; Moon=lunar:--08-15', '2026-06-01', '2026-09-30')).toEqual([
      ['Sale: 10% off', '2026-06-18'],
      ['店庆', '2026-06-18'],
      ['Moon', '2026-09-25'],
    ])
  })

  test("the shop's member day is monthly, the last day in shorter months", () => {
    expect(days('会员日=每月31日', '2027-01-15', '2027-04-30')).toEqual([
      ['会员日', '2027-01-31'],
      ['会员日', '2027-02-28'],
      ['会员日', '2027-03-31'],
      ['会员日', '2027-04-30'],
    ])
  })

  test('what is no day is named', () => {
    expect(readOwnFestivals('Sale=soon; =06-18; Fine=06-18').faults).toEqual([
      { entry: 'Sale=soon', fault: 'not-a-day' },
      { entry: '=06-18', fault: 'no-name' },
    ])
  })
})
