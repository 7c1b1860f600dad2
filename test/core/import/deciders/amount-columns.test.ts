import { expect, test } from 'vitest'
import { lookOf } from '../../../../src/core/import/columns/column-look.js'
import { understand } from '../../../../src/core/import/columns/understand.js'
import { lostThousands } from '../../../../src/core/import/deciders/lost-thousands.js'

/** The headers each field of amounts of a small table is taken from. */
function takenOf(head: string, ...rows: readonly string[]): Record<string, string> {
  const keys = head.split(';')
  const cells = rows.map((row, at) => `2026-05-0${at + 1};客${at};${row}`.split(';'))
  const looks = keys.map((_, at) => lookOf(cells.map((row) => row[at] ?? '')))
  const { columns } = understand(keys, looks)
  const names = ['orderTotal', 'itemAmount', 'unitPrice', 'discount', 'refundAmount'] as const
  return Object.fromEntries(
    names.flatMap((field) => {
      const at = columns.get(field) ?? []
      return at.length === 0 ? [] : [[field, at.map((one) => keys[one]).join(' ')]]
    }),
  )
}

const taken = (head: string, ...rows: readonly string[]) =>
  takenOf(head.replaceAll(',', ';'), ...rows.map((row) => row.replaceAll(',', ';')))

test('a price after discount counts for the price before it, and its discount is in it', () => {
  expect(taken('日期,客户,原价,折后价,数量', '100,90,1', '100,85,2')).toEqual({ unitPrice: '折后价 原价' })
  expect(taken('日期,客户,单价,折扣,折后价,数量', '100,9,90,1', '100,8.5,85,2')).toEqual({ unitPrice: '折后价 单价' })
  expect(taken('日期,客户,单价,优惠,折后价,数量', '100,10,90,1', '100,15,85,2')).toEqual({ unitPrice: '折后价 单价' })
  // A coupon of the whole order comes on top.
  expect(taken('日期,客户,单价,优惠,折后价,数量', '100,3,90,1', '100,5,85,2')).toMatchObject({ discount: '优惠' })
  expect(taken('date,customer,list price,discounted price,qty', '100,90,1', '100,85,3')).toEqual({
    unitPrice: 'discounted price list price',
  })
})

test('it is of a whole row where rows of several pieces come to more than the price of one', () => {
  const rows = ['100,1,90', '100,2,170']
  const near = ['100,1,95', '100,2,95', '100,3,280']
  expect(taken('日期,客户,单价,数量,折后价', ...rows)).toEqual({ orderTotal: '折后价', unitPrice: '单价' })
  expect(taken('日期,客户,单价,数量,折后价', ...near)).toMatchObject({ orderTotal: '折后价' })
  expect(taken('日期,客户,单价,数量,折后金额', ...rows)).toEqual({ orderTotal: '折后金额', unitPrice: '单价' })
})

test('decimal commas are compared as they are meant', () => {
  const head = 'datum;kunde;menge;einzelpreis;preis nach rabatt'
  expect(takenOf(head, '2;12,50;22,50', '3;30,00;81,00')).toMatchObject({ orderTotal: 'preis nach rabatt' })
  expect(takenOf(head, '2;12,50;11,25', '3;30,00;27,00')).toEqual({ unitPrice: 'preis nach rabatt einzelpreis' })
})

test('what is left after the discount counts where every row bears it out', () => {
  expect(taken('date,customer,gross,discount,net', '25,5,20', '30,10,20')).toMatchObject({ orderTotal: 'net' })
  expect(taken('日期,客户,金额,优惠,应得', '25,5,20', '30,10,20')).toMatchObject({ orderTotal: '应得' })
  expect(taken('date,customer,gross,discount,net', '25,5,20', '30,10,25')).toMatchObject({ orderTotal: 'gross' })
  expect(taken('日期,客户,实付,优惠,净额', '25,5,20', '30,10,20')).toMatchObject({ orderTotal: '实付' })
})

test('a total that has the discount off counts beside it, one that has not does not', () => {
  const head = '日期,客户,单价,折后价,数量,金额'
  expect(taken(head, '100,90,1,90', '100,85,2,170')).toMatchObject({ orderTotal: '金额' })
  expect(taken(head, '100,90,1,100', '100,85,2,200')).toEqual({ unitPrice: '折后价 单价' })
  // It stands once an order, on the first of its rows.
  expect(taken(head, '100,90,1,260', '100,85,2,')).toMatchObject({ orderTotal: '金额' })
  expect(taken('日期,客户,单价,折后价,数量,实付', '100,90,1,100', '100,85,2,180')).toMatchObject({ orderTotal: '实付' })
})

test('合计 beside a deposit and a rest is the order, unless it only adds up what was paid', () => {
  const head = '日期,客户,定金,尾款,合计'
  expect(taken(head, '100,400,500', '200,,600')).toEqual({ orderTotal: '合计' })
  expect(taken(head, '100,400,500', '200,300,550')).toEqual({ orderTotal: '合计' })
  expect(taken(head, '100,400,500', '200,,200')).toEqual({ orderTotal: '定金 尾款' })
})

test('amounts under "credit note" are refunds, its numbers are none', () => {
  const head = 'date,customer,total,credit note'
  expect(taken(head, '100,20.00', '200,', '300,15')).toMatchObject({ refundAmount: 'credit note' })
  for (const rows of [
    ['1000,501', '2000,502'],
    ['100,CN-20', '200,'],
    ['100,2045', '200,'],
    ['300,7', '95,9'],
  ])
    expect(taken(head, ...rows)).toEqual({ orderTotal: 'total' })
  // How it was paid.
  expect(taken('date,customer,total,cash,credit', '50.00,50.00,', '30.00,,30.00')).toEqual({ orderTotal: 'total' })
  expect(taken('date,customer,total,credit note amount', '100,', '200,20')).toMatchObject({
    refundAmount: 'credit note amount',
  })
})

test('whole amounts in won are what they are; in rupiah unless none of a thousand stands beside them', () => {
  expect([lostThousands(500, 'KRW', false), lostThousands(500, 'JPY', false)]).toEqual([null, null])
  expect(lostThousands(50_000, 'IDR', true)).toBe(null)
  expect(lostThousands(19_500, 'IDR', false)).toBe('IDR 195.00')
  expect(lostThousands(10_250, 'IDR', true)).toBe('IDR 102.50')
})
