import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  amountCurrency,
  convertMinor,
  type DecimalMark,
  formatMinor,
  formatMoney,
  isCurrency,
  minorDigits,
  minorOfNumber,
  multiply,
  numberToDecimal,
  parseAmount,
  toMinor,
} from '../../../src/core/values/money.js'

/** The amount in hundredths, or null. */
function cents(text: string, mark: DecimalMark = '.'): number | null {
  const amount = parseAmount(text, mark)
  return amount === null ? null : toMinor(amount, 'USD').minor
}

test.each([
  ['12.34', 1234],
  ['0', 0],
  ['-0', 0],
  ['-5', -500],
  ['.5', 50],
  ['5.', 500],
  ['1,234.50', 123450],
  ['1,234,567.89', 123456789],
  ["1'234.50", 123450],
  ['1 234.50', 123450],
  ['1\u202f234.50', 123450],
  ['¥1,234.50', 123450],
  ['￥１，２３４', 123400],
  ['１２３．４５', 12345],
  ['1234元', 123400],
  ['12.5元', 1250],
  ['1.2万', 1200000],
  ['3千', 300000],
  ['1.25 千元', 125000],
  ['1.2万元', 1200000],
  ['3亿', 30000000000],
  ['US $12.50', 1250],
  ['US$12.50', 1250],
  ['HK$88', 8800],
  ['R$ 185.00', 18500],
  ['CNY 12.30', 1230],
  ['12.30 USD', 1230],
  ['$12.34 CAD', 1234],
  ['Rs.500', 50000],
  ['RM 12.00', 1200],
  ['(88.00)', -8800],
  ['(¥88.00)', -8800],
  ['¥(88.00)', -8800],
  ['−5', -500],
  ['－5', -500],
  ['5-', -500],
  ['99.-', 9900],
  ['99.–', 9900],
  ['99.--', 9900],
  ['CHF 99.– ', 9900],
  ['-99.-', -9900],
  ['99.00-', -9900],
  ['2,500/-', 250000],
  ['Rs. 2500/=', 250000],
  ['₹1,23,456.00', 12345600],
  ['12,34,567', 123456700],
  ['-$45.00', -4500],
  ['$-45.00', -4500],
  ['+5.00', 500],
  ['000012.30', 1230],
  ['999999999999.99', 99999999999999],
])('with a decimal point, %s is %i hundredths', (text, expected) => {
  expect(cents(text)).toBe(expected)
})

test.each([
  ['1.234,56', 123456],
  ['116,99 €', 11699],
  ['1 234,5', 123450],
  ['185.000', 18500000],
  ['-12,30', -1230],
  [',5', 50],
  ['99,-', 9900],
  ['1.200,-', 120000],
  ['99,– kr', 9900],
  ['1.200,50-', -120050],
])('with a decimal comma, %s is %i hundredths', (text, expected) => {
  expect(cents(text, ',')).toBe(expected)
})

test.each([
  '', ' ', '-', '.', '免费', 'free', 'abc', '12e3', '1,23', '1,2345', '123,45,678', '1,234 567', '12 34', '1.2.3', '--5', '-5-', '-(5)',
  '(5', '5)', '100+', '10%', '2024-05-03', '12/5', 'A12', '1,,234', '99,-', '1.200,-', '123,45,678', '1,2,345', '5/', '5/2-', ',234', '¥', '1234567890123', '1万2', '3千克', 'NaN', 'Infinity', '0x10', '٣',
])('with a decimal point, %j is no amount', (text) => {
  expect(parseAmount(text, '.')).toBeNull()
}) // biome-ignore format: a list

test('the noise of a double written in full is rounded at fifteen digits', () => {
  expect(cents('12.340000000000002')).toBe(1234)
  expect(toMinor(parseAmount('0.30000000000000004', '.')!, 'USD')).toEqual({ minor: 30, exact: true })
})

describe('toMinor', () => {
  test.each([
    ['1.005', 'USD', 101, false],
    ['8.325', 'USD', 833, false],
    ['-1.005', 'USD', -101, false],
    ['1.0049', 'USD', 100, false],
    ['-0.004', 'USD', 0, false],
    ['12.500', 'USD', 1250, true],
    ['1234.5', 'JPY', 1235, false],
    ['-1234.5', 'JPY', -1235, false],
    ['1234', 'JPY', 1234, true],
    ['1.2345', 'KWD', 1235, false],
    ['1.5', 'KWD', 1500, true],
  ])('rounds %s %s half away from zero to %i (exact: %s)', (text, currency, minor, exact) => {
    expect(toMinor(parseAmount(text, '.')!, currency)).toEqual({ minor, exact })
  })
})

test('the minor digits are those of ISO 4217, two for an unknown code', () => {
  expect(['JPY', 'KRW', 'VND', 'CLP'].map(minorDigits)).toEqual([0, 0, 0, 0])
  expect(['KWD', 'BHD', 'JOD', 'OMR', 'TND'].map(minorDigits)).toEqual([3, 3, 3, 3, 3])
  expect(['CNY', 'USD', 'XXX'].map(minorDigits)).toEqual([2, 2, 2])
  expect([isCurrency('CNY'), isCurrency('cny'), isCurrency('ABC')]).toEqual([true, false, false])
})

test.each([
  [12.34, 1234, true],
  [0.1 + 0.2, 30, true],
  [1.005, 101, false],
  [8.325, 833, false],
  [-2.5, -250, true],
  [-0, 0, true],
  [123456789.01, 12345678901, true],
  [99999999999.99, 9999999999999, true],
  [1e-7, 0, false],
  [2.675, 268, false],
])('the number %d is %i hundredths (exact: %s)', (n, minor, exact) => {
  expect(minorOfNumber(n, 'USD')).toEqual({ minor, exact })
})

test('numbers that are no money are refused', () => {
  for (const n of [Number.NaN, Number.POSITIVE_INFINITY, 1e12, -1e15]) {
    expect(numberToDecimal(n)).toBeNull()
    expect(minorOfNumber(n, 'USD')).toBeNull()
  }
})

test('a number becomes its shortest decimal', () => {
  expect(numberToDecimal(45384.347)).toEqual({ units: 45384347, scale: 3 })
  expect(numberToDecimal(1.5e-7)).toEqual({ units: 15, scale: 8 })
  expect(numberToDecimal(-12)).toEqual({ units: -12, scale: 0 })
})

test('a product is exact and rounded only once', () => {
  const price = parseAmount('0.335', '.')!
  expect(toMinor(multiply(price, parseAmount('3', '.')!)!, 'USD')).toEqual({ minor: 101, exact: false })
  expect(multiply(parseAmount('-0.1', '.')!, parseAmount('0', '.')!)).toEqual({ units: 0, scale: 1 })
  expect(multiply(parseAmount('1000000', '.')!, parseAmount('1000000', '.')!)).toBeNull()
  const long = multiply(parseAmount('1.23456789012345', '.')!, parseAmount('-1.23456789012345', '.')!)
  expect(long).toEqual({ units: -152415787532387, scale: 14 })
})

test.each([
  ['¥12', 'CNY'],
  ['￥12', 'CNY'],
  ['12元', 'CNY'],
  ['1.2万元', 'CNY'],
  ['3千元', 'CNY'],
  ['RMB 12', 'CNY'],
  ['12円', 'JPY'],
  ['¥1200 JPY', 'JPY'],
  ['US $12.50', 'USD'],
  ['$12.50', null],
  ['$12.50 CAD', 'CAD'],
  ['12.50 usd', 'USD'],
  ['116,99 €', 'EUR'],
  ['HK$88', 'HKD'],
  ['£1', 'GBP'],
  ['-£1', 'GBP'],
  ['元', 'CNY'],
  ['USD', 'USD'],
  ['$', null],
  ['12', null],
  ['abc', null],
])('the currency of %s is %s', (text, expected) => {
  expect(amountCurrency(text)).toBe(expected)
})

test('amounts are written for people', () => {
  expect([123450, -500, 0, 5, -5].map((minor) => formatMinor(minor, 'CNY'))).toEqual([
    '1,234.50',
    '-5.00',
    '0.00',
    '0.05',
    '-0.05',
  ])
  expect(formatMinor(123456789, 'JPY')).toBe('123,456,789')
  expect(formatMinor(1500, 'KWD')).toBe('1.500')
  expect(formatMoney(123450, 'CNY', 'zh')).toBe('¥1,234.50')
  expect(formatMoney(-123450, 'USD', 'en')).toBe('-$1,234.50')
  expect(formatMoney(123450, 'AUD', 'en')).toBe('AUD 1,234.50')
  expect(formatMoney(1235, 'JPY', 'zh')).toBe('JPY 1,235')
})

describe('convertMinor', () => {
  test.each([
    [1000, 'USD', 'CNY', '7.10', 7100],
    [1, 'USD', 'CNY', '7.15', 7],
    [-1, 'USD', 'CNY', '7.50', -8],
    [100, 'JPY', 'CNY', '0.0495', 495],
    [100, 'CNY', 'JPY', '20.5', 21],
    [-0, 'CNY', 'JPY', '20.5', 0],
    [1000, 'KWD', 'USD', '3.25', 325],
  ])('%i %s in %s at %s is %i', (minor, from, to, rate, expected) => {
    expect(convertMinor(minor, from, to, rate)).toBe(expected)
  })

  test.each(['0', '', '-1', '1e3', '1,5', 'x', '1.'])('%j is no rate', (rate) => {
    expect(() => convertMinor(1, 'USD', 'CNY', rate)).toThrow(RangeError)
  })

  it('refuses a result that no safe integer holds', () => {
    expect(() => convertMinor(1e15, 'USD', 'VND', '25000')).toThrow(RangeError)
  })
})

describe('properties', () => {
  const minor = fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 })
  const currency = fc.constantFrom('CNY', 'JPY', 'KWD', 'EUR')

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(minor, currency, (amount, code) => {
        const { units, scale } = parseAmount(formatMinor(amount, code), '.') ?? { units: Number.NaN, scale: 0 }
        const whole = Math.abs(amount) >= 10 ** (12 + minorDigits(code))
        expect(Number.isNaN(units) ? null : toMinor({ units, scale }, code)).toEqual(
          whole ? null : { minor: amount, exact: true },
        )
      }),
    )
  })

  it('reads a number cell as the text of the same digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (amount) => {
        expect(minorOfNumber(amount / 100, 'CNY')).toEqual({ minor: amount, exact: true })
      }),
    )
  })

  it('rounds as exact integer arithmetic does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e14, max: 1e14 }),
        fc.integer({ min: 0, max: 12 }),
        currency,
        (units, scale, code) => {
          const [numerator, denominator] = [
            BigInt(Math.abs(units)) * 10n ** BigInt(minorDigits(code)),
            10n ** BigInt(scale),
          ]
          const rounded = Number((numerator * 2n + denominator) / (denominator * 2n))
          const { minor: found, exact } = toMinor({ units, scale }, code)
          expect(found).toBe(units < 0 && rounded !== 0 ? -rounded : rounded)
          expect(exact).toBe(numerator % denominator === 0n)
        },
      ),
    )
  })

  it('takes groups of any mark and any full-width form alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (amount) => {
        const written = formatMinor(amount, 'CNY')
        const comma = written.replace(/[,.]/g, (mark) => (mark === ',' ? '.' : ','))
        const wide = written.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
        expect([cents(comma, ','), cents(wide), cents(`(${written})`)]).toEqual([
          amount,
          amount,
          amount === 0 ? 0 : -amount,
        ])
      }),
    )
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom<DecimalMark>('.', ','), (text, mark) => {
        const amount = parseAmount(text, mark)
        expect(amount === null || (Number.isSafeInteger(amount.units) && amount.scale <= 15)).toBe(true)
      }),
    )
  })
})
