import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countryCode,
  formatPhone,
  normaliseEmail,
  normalisePhone,
  splitPhones,
} from '../../../src/core/values/contact-point.js'

test.each([
  ['Li@Example-Shop.com ', 'li@example-shop.com'],
  ['mailto:a.b+c@qq.com', 'a.b+c@qq.com'],
  ['Li Wei <li@qq.com>', 'li@qq.com'],
  ['li@qq.com; wu@qq.com', 'li@qq.com'],
  ['ｌｉ＠ｑｑ．ｃｏｍ', 'li@qq.com'],
  ['li@qq.com.', 'li@qq.com'],
  ['li@bücher.de', 'li@bücher.de'],
  ['k***s@qq.com', null],
  ['test@test.com', null],
  ['li@qq', null],
  ['li@@qq.com', null],
  ['li..wei@qq.com', null],
  ['@qq.com', null],
  ['张三', null],
  ['', null],
])('the e-mail of %j is %s', (text, expected) => {
  expect(normaliseEmail(text)).toBe(expected)
})

test.each([
  ['13800138000', undefined, '+8613800138000'],
  [13800138000, undefined, '+8613800138000'],
  [8613800138000, undefined, '+8613800138000'],
  ['138 0013 8000', 'CN', '+8613800138000'],
  ['138-0013-8000', 'CN', '+8613800138000'],
  ['１３８００１３８０００', 'CN', '+8613800138000'],
  ['+86 138 0013 8000', undefined, '+8613800138000'],
  ['0086 13800138000', undefined, '+8613800138000'],
  ['86-13800138000', 'CN', '+8613800138000'],
  ['(+86)13800138000', 'CN', '+8613800138000'],
  ["'13800138000", 'CN', '+8613800138000'],
  ['13800138000.0', 'CN', '+8613800138000'],
  ['010-12345678', 'CN', '+861012345678'],
  ['1012345678', 'CN', '+861012345678'],
  ['+1 (415) 555-2671', undefined, '+14155552671'],
  ['(415) 555-2671', 'US', '+14155552671'],
  ['14155552671', 'US', '+14155552671'],
  ['020 7946 0958', 'GB', '+442079460958'],
  ['+44 20 7946 0958', 'CN', '+442079460958'],
  ['0044 20 7946 0958', 'CN', '+442079460958'],
  ['030 901820', 'DE', '+4930901820'],
  ['+971501234567', undefined, '+971501234567'],
  ['8613800138000', 'DE', '+8613800138000'],
  ['86-13800138000', 'US', '+8613800138000'],
  ['０086 138 0013 8000', 'US', '+8613800138000'],
  ['＋８６１３８００１３８０００', undefined, '+8613800138000'],
  ['+86 8613800138000', undefined, '+8613800138000'],
  ['+86 0086 13800138000', undefined, '+8613800138000'],
  ['013800138000', 'CN', '+8613800138000'],
  ['手机：13800138000', 'CN', '+8613800138000'],
  ['138 0013 8000（微信同号）', 'CN', '+8613800138000'],
  ['tel:+1 415 555 2671', undefined, '+14155552671'],
  ['(0755)83778888', 'CN', '+8675583778888'],
  ['400-800-8820', 'CN', '+864008008820'],
  ['0049 (0)30 901820', undefined, '+4930901820'],
  ['011 49 30 901820', 'US', '+4930901820'],
  ['０３０　９０１８２０', 'DE', '+4930901820'],
  ['0912-345-678', 'TW', '+886912345678'],
  ['5123 4567', 'HK', '+85251234567'],
])('the phone %j (%s) is %s', (cell, country, e164) => {
  expect(normalisePhone(cell, country)).toEqual({ e164 })
})

test('an extension stays with its number', () => {
  expect(normalisePhone('0755-26881234转801', 'CN')).toEqual({ e164: '+8675526881234', extension: '801' })
  expect(normalisePhone('+1 415 555 2671 ext. 12')).toEqual({ e164: '+14155552671', extension: '12' })
  expect(normalisePhone('+1 415 555 2671;ext=12')).toEqual({ e164: '+14155552671', extension: '12' })
  expect(normalisePhone('0755-83778888-801', 'CN')).toEqual({ e164: '+8675583778888', extension: '801' })
  expect(normalisePhone('13800138000 分机 801')).toEqual({ e164: '+8613800138000', extension: '801' })
})

test.each<[string | number, string | undefined, string]>([
  ['138****8000', 'CN', 'masked'],
  ['1******6198', 'CN', 'masked'],
  ['1.38E+10', 'CN', 'digits-lost'],
  [1.38e20, 'CN', 'digits-lost'],
  [13800138000.5, 'CN', 'digits-lost'],
  ['1380013800', 'CN', 'wrong-length'],
  ['138001380001', 'CN', 'wrong-length'],
  [1380013800, 'CN', 'wrong-length'],
  ['+86 138 0013 800', undefined, 'wrong-length'],
  ['86-138001380001', 'CN', 'wrong-length'],
  ['1380013800', undefined, 'no-country'],
  ['12345', 'CN', 'invalid'],
  ['11111111111', 'CN', 'invalid'],
  ['12345678901', 'CN', 'invalid'],
  ['00000000', 'US', 'invalid'],
  ['020 7946 0958', undefined, 'no-country'],
  ['(415) 555-2671', undefined, 'no-country'],
  ['0000 0000', undefined, 'invalid'],
  ['10010', undefined, 'invalid'],
  ['020 7946 09', 'GB', 'invalid'],
  ['无', 'CN', 'invalid'],
  ['call me', 'US', 'invalid'],
  ['', 'CN', 'invalid'],
  ['13800138000', 'US', 'invalid'],
  ['13800138000-8012', 'CN', 'invalid'],
  ['13800138000[8012]', 'CN', 'invalid'],
  ['13800138000', 'XX', 'invalid'],
])('the phone %j (%s) is a problem: %s', (cell, country, problem) => {
  expect(normalisePhone(cell, country)).toEqual({ problem })
})

test('a cell of several phones is split', () => {
  expect(splitPhones('13800138000,13900139000/ 010-12345678、+1 415 555 2671')).toEqual([
    '13800138000',
    '13900139000',
    '010-12345678',
    '+1 415 555 2671',
  ])
  expect(splitPhones(' ')).toEqual([])
})

test('phones are shown as people read them', () => {
  expect(formatPhone('+8613800138000')).toBe('138 0013 8000')
  expect(formatPhone('+14155552671')).toBe('+1 415 555 2671')
  expect(formatPhone('138****8000')).toBe('138****8000')
})

test.each([
  ['CN', 'CN'],
  ['us', 'US'],
  ['UK', 'GB'],
  ['USA', 'US'],
  ['CHN', 'CN'],
  ['United Kingdom', 'GB'],
  ['united  states of america', 'US'],
  ['EIRE', 'IE'],
  ['RSA', 'ZA'],
  ['Czech Republic', 'CZ'],
  ['中国', 'CN'],
  ['中国大陆', 'CN'],
  ['香港', 'HK'],
  ['台湾', 'TW'],
  ['美国', 'US'],
  ['阿联酋', 'AE'],
  ['Deutschland', 'DE'],
  ['Österreich', 'AT'],
  ['Schweiz', 'CH'],
  ['Vereinigtes Königreich', 'GB'],
  ['Korea, Republic of', 'KR'],
  ['Bosnia & Herzegovina', 'BA'],
  ["Cote d'Ivoire", 'CI'],
  ['Channel Islands', null],
  ['Unspecified', null],
  ['XX', null],
  ['', null],
  ['constructor', null],
])('the country %s is %s', (text, expected) => {
  expect(countryCode(text)).toBe(expected)
})

test('a normalised e-mail or phone is its own normal form', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const once = normaliseEmail(address)
      fc.pre(once !== null)
      expect(normaliseEmail(once)).toBe(once)
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 13000000000, max: 19999999999 }), (mobile) => {
      const found = normalisePhone(mobile)
      expect(found).toEqual({ e164: `+86${mobile}` })
      expect(normalisePhone(`+86${mobile}`, 'US')).toEqual(found)
      expect(normalisePhone(formatPhone(`+86${mobile}`), 'CN')).toEqual(found)
    }),
  )
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('CN', 'US', 'ZZ', undefined), (text, country) => {
      const phone = normalisePhone(text, country)
      expect('problem' in phone || /^\+[1-9][0-9]{6,14}$/.test(phone.e164)).toBe(true)
    }),
  )
})
