import { describe, expect, it } from 'vitest'
import type { ColumnKind } from '../../src/core/report/table.js'
import { headingOf } from '../../src/render/heading.js'
import { readablePhone } from '../../src/render/phone.js'
import { type CellValue, formatFact, formatValue, holdsShares } from '../../src/render/value.js'
import { sample, sampleWith } from './sample.js'

describe('a value as people read it', () => {
  const cases: readonly [CellValue, ColumnKind, string | undefined, string][] = [
    [4338, 'count', undefined, '4,338'],
    [-0, 'count', undefined, '0'],
    [891140790, 'money', 'GBP', '£8,911,407.90'],
    [-1322914, 'money', 'CNY', '-¥13,229.14'],
    [1234567, 'money', 'JPY', 'JPY 1,234,567'],
    [5, 'money', 'KWD', 'KWD 0.005'],
    [0.256, 'percent', undefined, '25.6%'],
    [1, 'bar', undefined, '100.0%'],
    [-0.00001, 'percent', undefined, '0.0%'],
    [44, 'days', undefined, '44'],
    [0.7312, 'number', undefined, '0.73'],
    ['2024-06-30', 'date', undefined, '2024-06-30'],
    ['123456789012345678', 'id', undefined, '123456789012345678'],
    ['+8613800138000', 'phone', undefined, '138 0013 8000'],
    [null, 'money', 'CNY', ''],
    [undefined, 'text', undefined, ''],
    [Number.NaN, 'number', undefined, ''],
    [Number.POSITIVE_INFINITY, 'money', 'CNY', ''],
    [Number.NaN, 'text', undefined, ''],
  ]
  for (const [value, kind, currency, expected] of cases) {
    it(`${kind} ${String(value)} is '${expected}'`, () => {
      expect(formatValue(value, { kind, ...(currency ? { currency } : {}) }, 'en')).toBe(expected)
    })
  }

  it('lists are joined as each language joins them', () => {
    expect(formatValue(['rhythm', 'restock'], { kind: 'text' }, 'en')).toBe('rhythm, restock')
    expect(formatValue(['维系', '补货'], { kind: 'text' }, 'zh')).toBe('维系、补货')
  })

  it('a code is read in the words of its column, also in a list; a code without a word stays', () => {
    const channel = { kind: 'text', words: { chat: '聊天', phone: '电话' } } as const
    expect(formatValue('chat', channel, 'zh')).toBe('聊天')
    expect(formatValue(['chat', 'phone', 'fax'], channel, 'zh')).toBe('聊天、电话、fax')
    expect(formatValue('constructor', channel, 'zh')).toBe('constructor')
  })

  it('a key figure in days carries its unit, a missing one is a dash', () => {
    expect(formatFact({ label: 'x', kind: 'days', value: 44 }, 'zh')).toBe('44天')
    expect(formatFact({ label: 'x', kind: 'days', value: 44 }, 'en')).toBe('44 days')
    expect(formatFact({ label: 'x', kind: 'days', value: 1 }, 'en')).toBe('1 day')
    expect(formatFact({ label: 'x', kind: 'days', value: null }, 'en')).toBe('-')
  })
})

describe('phones', () => {
  it.each([
    ['+8613800138000', '138 0013 8000'],
    ['13800138000', '138 0013 8000'],
    ['+861012345678', '010 12345678'],
    ['+8675512345678', '0755 12345678'],
    ['+864001234567', '400 123 4567'],
    ['+15417543000', '+15417543000'],
    ['138****8000', '138****8000'],
    ['+861-1', '+861-1'],
  ])('%s reads %s', (phone, expected) => expect(readablePhone(phone)).toBe(expected))
})

describe('what may be drawn as bars', () => {
  it('fractions from 0 to 1 and blanks, with at least one fraction', () => {
    expect(holdsShares([0, 1, 0.5, null])).toBe(true)
    expect(holdsShares([0.5, 1.01])).toBe(false)
    expect(holdsShares([-0.1])).toBe(false)
    expect(holdsShares([null])).toBe(false)
    expect(holdsShares(['0.5'])).toBe(false)
  })
})

describe('what the figures cover', () => {
  it('names the first and the last day of the window', () => {
    expect(headingOf(sample, 'en')).toEqual([
      'As of 2024-06-30',
      '2023-07-02 to 2024-06-30 (365 days)',
      'amounts in CNY',
    ])
    expect(headingOf(sample, 'zh')).toEqual(['截至 2024-06-30', '2023-07-02 至 2024-06-30（365天）', '金额单位 CNY'])
  })

  it('says when it is the whole ledger, and leaves out what has no meaning', () => {
    const whole = { from: null, to: '2024-06-30', days: null }
    expect(headingOf(sampleWith([], { window: whole }), 'en')[1]).toBe('all orders up to 2024-06-30')
    expect(headingOf(sampleWith([], { window: null, currency: null }), 'en')).toEqual(['As of 2024-06-30'])
  })
})
