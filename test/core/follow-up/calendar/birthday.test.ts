import { describe, expect, test } from 'vitest'
import { readBirthday, showBirthday, writeBirthday } from '../../../../src/core/follow-up/calendar/birthday.js'

describe('yearly days', () => {
  test.each([
    ['1990-05-03', '1990-05-03', '1990-05-03', '1990年5月3日'],
    ['1990/5/3', '1990-05-03', '1990-05-03', '1990年5月3日'],
    ['1990.5.3', '1990-05-03', '1990-05-03', '1990年5月3日'],
    ['1990年5月3日', '1990-05-03', '1990-05-03', '1990年5月3日'],
    ['5-3', '--05-03', '05-03', '5月3日'],
    ['05/03', '--05-03', '05-03', '5月3日'],
    ['5月3号', '--05-03', '05-03', '5月3日'],
    ['02-29', '--02-29', '02-29', '2月29日'],
    ['2000-02-29', '2000-02-29', '2000-02-29', '2000年2月29日'],
    ['农历八月十五', 'lunar:--08-15', 'lunar 08-15', '农历八月十五'],
    ['lunar 8-15', 'lunar:--08-15', 'lunar 08-15', '农历八月十五'],
    ['阴历正月初一', 'lunar:--01-01', 'lunar 01-01', '农历正月初一'],
    ['农历腊月三十', 'lunar:--12-30', 'lunar 12-30', '农历十二月三十'],
    ['农历冬月廿一', 'lunar:--11-21', 'lunar 11-21', '农历十一月廿一'],
    ['农历十月二十一', 'lunar:--10-21', 'lunar 10-21', '农历十月廿一'],
    ['农历1990年闰五月初三', 'lunar:1990-L05-03', 'lunar 1990-05-03 (leap month)', '农历1990年闰五月初三'],
    ['1990-05-03 农历', 'lunar:1990-05-03', 'lunar 1990-05-03', '农历1990年五月初三'],
    ['冬月初三', 'lunar:--11-03', 'lunar 11-03', '农历十一月初三'],
    ['腊月初八', 'lunar:--12-08', 'lunar 12-08', '农历十二月初八'],
    ['臘月廿三', 'lunar:--12-23', 'lunar 12-23', '农历十二月廿三'],
    ['正月十五', 'lunar:--01-15', 'lunar 01-15', '农历正月十五'],
    ['八月初五', 'lunar:--08-05', 'lunar 08-05', '农历八月初五'],
    ['闰四月初五', 'lunar:--L04-05', 'lunar 04-05 (leap month)', '农历闰四月初五'],
    ['1990年閏五月初三', 'lunar:1990-L05-03', 'lunar 1990-05-03 (leap month)', '农历1990年闰五月初三'],
    ['農曆八月十五', 'lunar:--08-15', 'lunar 08-15', '农历八月十五'],
    ['8月15（阴）', 'lunar:--08-15', 'lunar 08-15', '农历八月十五'],
    ['8月15（农历）', 'lunar:--08-15', 'lunar 08-15', '农历八月十五'],
    ['8月15日 陰曆', 'lunar:--08-15', 'lunar 08-15', '农历八月十五'],
    ['1990年8月15（农）', 'lunar:1990-08-15', 'lunar 1990-08-15', '农历1990年八月十五'],
    ['8月15（阳历）', '--08-15', '08-15', '8月15日'],
    ['农历二月初十', 'lunar:--02-10', 'lunar 02-10', '农历二月初十'],
    ['农历六月二十', 'lunar:--06-20', 'lunar 06-20', '农历六月二十'],
  ])('%s', (typed, kept, en, zh) => {
    const day = readBirthday(typed)!
    expect([writeBirthday(day), showBirthday(day, 'en'), showBirthday(day, 'zh')]).toEqual([kept, en, zh])
    expect(readBirthday(kept)).toEqual(day)
  })

  test.each([
    ...['', '13-40', '2-30', '2001-02-29', '4-31', '5', 'May', '3.5.', '03.05', '1990', '19900503', '八月十五'],
    ...[
      '农历13-1',
      '农历八月三十一',
      '公历八月初五',
      '腊月三十一',
      '1988',
      '5.3',
      '1850-01-01',
      '2101-01-01',
      '1990-05-03 10:00',
      '0-5',
      '5-0',
    ],
  ])('%s is none', (typed) => {
    expect(readBirthday(typed)).toBeNull()
  })

  test('every day of a lunar month is read as it is shown', () => {
    for (let month = 1; month <= 12; month++)
      for (let day = 1; day <= 30; day++) {
        const birthday = { month, day, year: null, isLunar: true, isLeapMonth: false }
        expect(readBirthday(showBirthday(birthday, 'zh'))).toEqual(birthday)
        expect(readBirthday(showBirthday(birthday, 'en'))).toEqual(birthday)
      }
  })
})
