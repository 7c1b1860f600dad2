import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dayOf } from '../../../src/core/values/business-date.js'
import { type FilterField, type FilterRow, matches, parseFilter } from '../../../src/core/values/filter.js'

const fields: readonly FilterField[] = [
  { name: 'name', kind: 'text', words: ['姓名'] },
  {
    name: 'tier',
    kind: 'choice',
    words: ['类别'],
    choices: ['A', 'B', 'C', 'U'].map((value) => ({ value, words: [`${value}类`, `${value}类客户`] })),
  },
  {
    name: 'segment',
    kind: 'choice',
    choices: [
      { value: 'champions', words: ['重要价值客户'] },
      { value: 'lost', words: ['流失'] },
    ],
  },
  { name: 'country', kind: 'country', words: ['国家'], choices: [{ value: 'Channel Islands', words: [] }] },
  { name: 'last', kind: 'date', words: ['最近下单'] },
  { name: 'orders', kind: 'count', words: ['订单数'] },
  { name: 'net', kind: 'money', currency: 'CNY', words: ['净销售额'] },
  { name: 'tag', kind: 'choice', words: ['标签'] },
  { name: 'owner', kind: 'text' },
  { name: 'blocked', kind: 'flag', words: ['摘牌', '拉黑'] },
]
const today = dayOf('2024-05-03')
const li: FilterRow = {
  name: '李伟 Li Wei',
  tier: 'A',
  segment: 'champions',
  country: 'US',
  last: dayOf('2024-02-02'),
  orders: 3,
  net: 123450,
  tag: ['wholesale', '老客户'],
  owner: 'Wu Li',
  blocked: false,
}

function holds(text: string, row: FilterRow = li): boolean {
  const parsed = parseFilter(text, fields, today)
  if (!('ast' in parsed)) throw new Error(`${text}: ${JSON.stringify(parsed)}`)
  return matches(parsed.ast, row)
}

test.each([
  '', '  ', 'tier:A', 'tier:a,B', 'tier:B,A', 'tier=A', 'tier!=B', '-tier:B', 'tier:A类', '类别：A类客户', 'segment:重要价值客户', 'country:US',
  'country:usa', 'country:美国', 'country:"United States"', 'country:CN,US', '-country:CN', 'last>90d', 'last>=91d', 'last<=91d', 'last<92d',
  'last>90天', 'last=91d', 'last:2024-02', 'last:2024年2月', 'last:2024', 'last>=2024-02-02', 'last>2024-01', 'last<2024-03', 'last<=2024-02-02',
  'last!=2024-03', 'orders>=3', 'orders>2', 'orders<4', 'orders=3', 'orders:1,3', 'orders!=2', 'orders≥3', 'net>=1000', 'net>=1234.5',
  'net<=1234.50', 'net>1234.49', 'net<0.2万', 'net>=-5', 'tag:wholesale', 'tag:WHOLESALE,vip', 'tag:老客户', '-tag:vip', 'owner:li', '-blocked',
  'blocked:no', 'blocked:否', 'blocked!=yes', '-拉黑', 'li', '李', '"Li Wei"', 'name:wei', '-zhang', 'name="李伟 li wei"', 'tier:A country:US last>90d orders>=3 -blocked',
  '订单数>=3 净销售额>=1000', 'tier:A　orders>2',
])('%j holds for Li', (text) => {
  expect(holds(text)).toBe(true)
}) // biome-ignore format: a list

test.each([
  'tier:B', 'tier!=A,B', '-tier:A', 'country:CN', 'last>91d', 'last>=92d', 'last<=90d', 'last<91d', 'last:2024-03', 'last>2024-02', 'last>2024-02-02',
  'last<2024-02', 'orders>3', 'orders>3.5', 'orders<3', 'net>1234.5', 'net<1234.5', 'tag:whole', 'owner=li', 'blocked', 'blocked:是', 'zhang', '-li', 'tier:A tier:B',
  'name=wei', 'country:"Channel Islands"',
])('%j does not hold for Li', (text) => {
  expect(holds(text)).toBe(false)
}) // biome-ignore format: a list

test('an unknown value fulfils no condition, and so every negated one', () => {
  const nobody: FilterRow = { name: null, last: null }
  for (const text of ['last>90d', 'last<90d', 'country:US', 'orders>=0', 'li', 'blocked', 'tag:x']) {
    expect([text, holds(text, nobody)]).toEqual([text, false])
    expect([text, holds(`-${text}`, nobody)]).toEqual([text, true])
  }
})

test('what files call a country and ISO does not can be chosen as well', () => {
  expect(holds('country:"channel islands"', { country: 'Channel Islands' })).toBe(true)
})

describe('faults are pointed at', () => {
  test.each([
    ['teir:A', 0, 4, 'field', ['tier']],
    ['tier:A cuontry:US', 7, 7, 'field', ['country']],
    ['tier:A,X', 7, 1, 'choice', []],
    ['segment:champion', 8, 8, 'choice', ['champions']],
    ['country:Germny', 8, 6, 'country', ['Germany']],
    ['last>soon', 5, 4, 'date', []],
    ['last>2024-02-30', 5, 10, 'date', []],
    ['orders>=many', 8, 4, 'number', []],
    ['net>=1,000', 7, 3, 'operator', []],
    ['tier>A', 4, 1, 'operator', [':', '=']],
    ['tier:', 4, 1, 'value', []],
    ['tier:,', 4, 1, 'value', []],
    ['blocked:maybe', 8, 5, 'flag', []],
    ['-blocked:ye', 9, 2, 'flag', ['yes']],
    ['tag:"a b', 4, 1, 'quote', []],
    ['姓:李', 0, 1, 'field', []],
  ])('%s at %i, %i long: %s', (text, at, length, expected, near) => {
    const parsed = parseFilter(text, fields, today)
    expect(parsed).toMatchObject({ at, length, expected })
    if (near.length > 0) expect('near' in parsed && parsed.near).toEqual(near)
  })
})

describe('properties', () => {
  it('parses any text or points into it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'tier:A,B "-><=!lastdorders9０：、国家 x\t') }), (text) => {
        const parsed = parseFilter(text, fields, today)
        if ('ast' in parsed) expect(typeof matches(parsed.ast, li)).toBe('boolean')
        else expect(parsed.at >= 0 && parsed.at <= text.length && parsed.length >= 1).toBe(true)
      }),
    )
  })

  it('a negated condition holds where the condition does not', () => {
    const terms = fc.constantFrom(
      'tier:A',
      'tier:B',
      'orders>=3',
      'orders>9',
      'last>90d',
      'net<5',
      'tag:vip',
      'blocked',
      'li',
    )
    fc.assert(
      fc.property(terms, fc.option(fc.integer({ min: 0, max: 20 })), (term, orders) => {
        expect(holds(`-${term}`, { ...li, orders })).toBe(!holds(term, { ...li, orders }))
      }),
    )
  })

  it('every age is either more than, or at most that many days ago', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), (age, days) => {
        const row = { last: today - age }
        expect(holds(`last>${days}d`, row)).toBe(age > days)
        expect(holds(`last>=${days}d`, row)).toBe(age >= days)
        expect(holds(`last<${days}d`, row)).toBe(age < days)
        expect(holds(`last<=${days}d`, row)).toBe(age <= days)
        expect(holds(`last:${days}d`, row)).toBe(age === days)
      }),
    )
  })
})
