import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIndex, parseNumber } from '../../src/read/xlsx-number.js'

function parse(text: string): number | string {
  const bytes = Buffer.from(`<${text}>`)
  return parseNumber(bytes, 1, bytes.length - 1)
}

test('property: every double comes back from its text', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      for (const text of [String(number), number.toPrecision(17)]) expect(parse(text)).toBe(Number(text))
    }),
    { numRuns: 2000 },
  )
})

test('property: decimal texts of any length are what Number makes of them', () => {
  const digits = fc.stringMatching(/^\d{1,25}$/)
  fc.assert(
    fc.property(fc.constantFrom('', '-'), digits, digits, (sign, whole, decimals) => {
      expect(parse(`${sign}${whole}.${decimals}`)).toBe(Number(`${sign}${whole}.${decimals}`))
      expect(parse(`${sign}${whole}`)).toBe(Number(`${sign}${whole}`))
    }),
    { numRuns: 2000 },
  )
})

test.each(['9007199254740993', '0.1', '1.005', '1E+3', ' 12 ', '+5', '.5', '5.', '0001', '1e-400'])('%s', (text) => {
  expect(parse(text)).toBe(Number(text))
})

test.each(['', '-', '.', 'abc', '1,5', '0x10', 'NaN', 'Infinity', '1e999', '1 2', '１２'])(
  'no number: "%s"',
  (text) => {
    expect(parse(text)).toBe(text)
  },
)

test('indexes are digits and nothing else', () => {
  const index = (text: string) => parseIndex(Buffer.from(text), 0, text.length)
  expect([index('0'), index('42'), index(''), index('-1'), index('1.0'), index('9999999999999')]).toEqual([
    0, 42, -1, -1, -1, -1,
  ])
})
