import { expect, test } from 'vitest'
import type { Match } from '../../../../src/core/import/columns/detect.js'
import { understand } from '../../../../src/core/import/columns/understand.js'
import { discountEvidence } from '../../../../src/core/import/deciders/discount-evidence.js'
import { numberRate } from '../../../../src/core/import/orders/discount-rate.js'
import { discountName } from '../../../../src/core/import/words/discount-name.js'
import { normaliseHeader } from '../../../../src/core/values/header-text.js'

/** What the bare numbers of the column of discounts of a small table are; `open` where the seller is asked. */
function meaning(head: string, rows: readonly string[], mapping = new Map<string, string>()): string {
  const headers = head.split(',').map(normaliseHeader)
  const keys = headers.map(({ key }) => key)
  const { columns, rivals } = understand(keys, [])
  const header = { row: 1, texts: head.split(','), keys, units: headers.map(({ unit }) => unit), title: '' }
  const match = { format: { fields: 'aliases' }, header, columns, rivals, mapping } as unknown as Match
  const evidence = discountEvidence(match)!
  for (const row of rows) evidence.add(row.split(','))
  const decided = evidence.decide()
  return decided.open.length > 0 ? 'open' : `${decided.meaning}${decided.isInItems ? ' in items' : ''}`
}

const priced = (discount: string) => `日期,客户,单价,数量,${discount}`
const rowsOf = (...cells: readonly string[]) => cells.map((cell, at) => `2026-05-0${at + 1},客${at},${cell}`)

test.each([
  ['9 and 8.5', ['100,1,9', '100,2,8.5'], 'open'],
  ['95, 88 and 100', ['100,1,95', '100,2,88', '100,1,100'], 'open'],
  ['9 and 85', ['100,1,9', '100,2,85'], 'open'],
  ['0.9, 0.85 and 1', ['100,1,0.9', '100,2,0.85', '100,1,1'], 'paid-share'],
  ['5, 10 and 20', ['100,1,5', '100,2,10', '100,1,20'], 'money'],
  ['10, 20 and 30', ['100,1,10', '100,2,20', '100,1,30'], 'money'],
  ['12.34 and 8', ['100,1,12.34', '100,2,8'], 'money'],
  ['2 and 3', ['100,1,2', '100,2,3'], 'money'],
  ['nothing but 0', ['100,1,0', '100,2,0'], 'money'],
  ['signs of money', ['100,1,¥9', '100,2,8'], 'money'],
  ['what is below zero', ['100,1,-9', '100,2,8'], 'money'],
  ['more than the price', ['8,1,9', '100,2,8'], 'paid'],
])('折扣 without an amount that was paid: %s', (_, cells, expected) => {
  expect(meaning(priced('折扣'), rowsOf(...cells))).toBe(expected)
})

test('what was paid proves what 折扣 is, and nothing is asked where it stands on each row', () => {
  const header = '日期,客户,金额,折扣,实付'
  expect(meaning(header, rowsOf('100,9,90', '200,8,'))).toBe('paid')
  expect(meaning(header, rowsOf('100,9,91', '200,8,'))).toBe('money')
  expect(meaning(header, rowsOf('200,9,182', '300,8,'))).toBe('off')
  expect(meaning(header, rowsOf('100,5,95', '200,10,190', '300,20,280'))).toBe('money')
  expect(meaning('日期,客户,金额,折扣', rowsOf('90,9', '170,8.5'))).toBe('money')
  expect(meaning(`${priced('折扣')},小计`, rowsOf('100,1,9,90', '100,2,8,160'))).toBe('paid')
})

test.each(['应收', '應付', '应收合计', '合计', '总计'])(
  '%s beside it proves what it is, unless it is what is still owed',
  (due) => {
    expect(meaning(`日期,客户,单价,数量,折扣,${due}`, rowsOf('100,2,9,180', '50,1,8.5,42.5'))).toBe('paid')
    expect(meaning(`日期,客户,单价,数量,折扣,${due}`, rowsOf('100,2,9,191', '50,1,8.5,41.5'))).toBe('money')
    expect(meaning(`日期,客户,单价,数量,折扣,${due}`, rowsOf('100,2,9,0', '50,1,8.5,20'))).toBe('open')
  },
)

test('shipping is no part of what was paid for items; 1 among percents is one of them; 5 beside 10 is money', () => {
  expect(meaning('日期,客户,单价,数量,折扣,运费,实付', rowsOf('50,2,9,10,100', '50,1,8,10,'))).toBe('paid')
  expect(meaning(priced('Discount %'), rowsOf('12.5,2,1', '100,1,0.5'))).toBe('off')
  expect(meaning(priced('折扣'), rowsOf('100,1,5', '100,2,10'))).toBe('money')
  expect(meaning(priced('折扣'), rowsOf('100,1,5', '100,2,'))).toBe('open')
})

test('an order whose amount stands on another of its rows is not asked after', () => {
  const header = '订单号,日期,客户,单价,数量,折扣,实付'
  const rows = ['A1,2026-05-01,甲,100,1,9,', ',,,50,1,9,137', 'A2,2026-05-02,乙,100,1,8,']
  expect(meaning(header, rows.slice(0, 2))).toBe('money')
  expect(meaning(header, rows)).toBe('open')
})

test('what the seller says of the column stands', () => {
  const rows = rowsOf('100,1,9', '100,2,8')
  expect(meaning(priced('折扣'), rows, new Map([['discount', '折扣']]))).toBe('money')
  expect(meaning(priced('折扣'), rows, new Map([['discountRate', '折扣']]))).toBe('paid')
  expect(meaning(priced('折扣'), rows, new Map([['discountPercent', '折扣']]))).toBe('off')
})

test.each([
  ['折扣率', ['100,1,90%', '100,2,85%'], 'paid'],
  ['折扣率', ['100,1,0.9', '100,2,0.85'], 'paid-share'],
  ['折扣率', ['100,1,8.5', '100,2,9'], 'paid'],
  ['折扣率', ['100,1,10%', '100,2,15%'], 'off'],
  ['折扣率', ['100,1,90%', '100,2,15%'], 'open'],
  ['折扣(%)', ['100,1,90', '100,2,85'], 'paid'],
  ['折', ['100,1,9', '100,2,8.5'], 'paid'],
  ['优惠', ['100,1,9', '100,2,8.5'], 'money'],
  ['折扣金额', ['100,1,0.9', '100,2,8.5'], 'money'],
  ['折扣(元)', ['100,1,9', '100,2,8.5'], 'money'],
  ['优惠率', ['100,1,60', '100,2,10'], 'off'],
  ['Discount %', ['100,1,10', '100,2,15%'], 'off'],
  ['Disc.%', ['100,1,0.1', '100,2,0.15'], 'off-share'],
  ['Discount', ['100,1,10', '100,2,15'], 'money'],
])('the name %s with %j', (name, cells, expected) => {
  expect(meaning(priced(name), rowsOf(...cells))).toBe(expected)
})

test('a rate proven by what was paid outranks half and more', () => {
  expect(meaning('日期,客户,单价,数量,折扣率,实付', rowsOf('100,1,60%,40', '100,2,70%,'))).toBe('off')
})

test('sums of items that have the discount off are known', () => {
  const header = '日期,客户,单价,数量,优惠,小计'
  expect(meaning(header, rowsOf('100,1,10,90', '100,2,20,180'))).toBe('money in items')
  expect(meaning(header, rowsOf('100,1,10,100', '100,2,20,200'))).toBe('money')
})

test('names of discounts', () => {
  const named = (text: string) => {
    const { key, unit } = normaliseHeader(text)
    return discountName(key, unit)
  }
  expect(['Discount rate', 'Rabatt %', 'Discount Pct', '% off', '优惠（%）'].map(named)).toEqual(Array(5).fill('off'))
  expect(['折扣率', '折扣%', '折扣(%)'].map(named)).toEqual(Array(3).fill('rate'))
  expect(['折扣', '会员折扣'].map(named)).toEqual(['any', 'any'])
  expect(['优惠', '立减', '折扣金额', 'Discount', 'Discount amount'].map(named)).toEqual(Array(5).fill('money'))
})

test('a bare number leaves what its column says', () => {
  const paid = (text: string, as: Parameters<typeof numberRate>[1]) => {
    const rate = numberRate(text, as)
    return rate === null || rate === 'unclear' ? rate : rate.paid.units / 10 ** rate.paid.scale
  }
  expect(['9', '8.5', '10', '95', '100', '0.9', '0', '90%'].map((text) => paid(text, 'paid'))).toEqual([
    0.9, 0.85, 1, 0.95, 1, 0.9, 1, 0.9,
  ])
  expect([paid('1', 'paid-share'), paid('1', 'paid'), paid('150', 'paid')]).toEqual([1, 'unclear', 'unclear'])
  expect([paid('10', 'off'), paid('2.5%', 'off'), paid('0.1', 'off-share'), paid('120', 'off')]).toEqual([
    0.9,
    0.975,
    0.9,
    'unclear',
  ])
  expect([paid('9', 'money'), paid('¥9', 'paid'), paid('9折', 'paid')]).toEqual([null, null, null])
})
