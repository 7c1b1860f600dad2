import { describe, expect, test } from 'vitest'
import { column, emptyShop, type Shop } from './shop.js'

const UNKNOWN = [
  'Nr,Ref 7,Wann,Wer,Was,Wieviel,Kosten',
  '1,20260001234567,2026-08-01,Ann Lee,tea,2,19.90',
  '2,20260001234568,2026-08-02,Bo Berg,tea,1,9.95',
  '3,20260001234569,2026-08-03,Cy Dahl,tea,10,99.50',
]

describe('columns nobody knows', () => {
  test('are offered by what stands in them, and the line offered works', async () => {
    const shop = emptyShop()
    shop.write('x.csv', UNKNOWN)
    const { code, err } = await shop.crm('import', 'x.csv')
    expect(code).toBe(65)
    const offered = /crm import x\.csv (.*)/.exec(err)?.[1]
    expect(offered).toBe('--map placedAt="Wann" --map orderTotal="Kosten" --map buyerName="Wer"')
    expect((await shop.crm('import', 'x.csv', ...words(offered!))).code).toBe(0)
    expect(column(await shop.json('list'), 'name').sort()).toEqual(['Ann Lee', 'Bo Berg', 'Cy Dahl'])
  })

  test('nothing that fits is left to be filled in; the buyer is not asked for where one is understood', async () => {
    const shop = emptyShop()
    shop.write('x.csv', ['Order No,Customer Name,Wann,Was', 'A1,Ann,2026-08-01,tea', 'A2,Bo,2026-08-02,tea'])
    expect((await shop.crm('import', 'x.csv')).err).toContain('--map placedAt="Wann" --map orderTotal="…"\n')
  })

  test('a blank or repeated name is given by its place', async () => {
    const shop = emptyShop()
    shop.write('x.csv', ['Wer,X,X', 'Ann,2026-08-01,9.95', 'Bo,2026-08-02,8.95'])
    expect((await shop.crm('import', 'x.csv')).err).toContain('--map placedAt="#2" --map orderTotal="#3"')
  })

  test('values in the place of the header ask for a header', async () => {
    const shop = emptyShop()
    shop.write('x.csv', ['2026-08-01,Ann,9.95', '2026-08-02,Bo,8.95'])
    const { code, err } = await shop.crm('import', 'x.csv')
    expect([code, err]).toEqual([65, expect.stringContaining('Row 1 of "x.csv" holds values, not column names')])
    expect(err).not.toContain('--map')
  })

  test('a script is no table, and no columns are offered', async () => {
    const shop = emptyShop()
    shop.write('x.csv', ['#!/bin/sh', 'set -eu, pipefail', 'echo "one, two", three', 'exit 1'])
    const { code, err } = await shop.crm('import', 'x.csv')
    expect([code, err]).toEqual([65, expect.stringContaining('no orders or customers that can be recognised')])
    expect(err).not.toContain('--map')
  })
})

describe('--map', () => {
  const said = [
    ['date=Wann', 'amount=Kosten', 'customer=Wer'],
    ['日期=Wann', '金额=Kosten', '客户=Wer'],
    ['order_date=Wann', 'ORDER AMOUNT=Kosten', 'buyerName=Wer'],
  ]
  test.each(said)('takes the words people use: %s %s %s', async (...pairs) => {
    const shop = emptyShop()
    shop.write('x.csv', UNKNOWN)
    expect((await mapped(shop, pairs)).code).toBe(0)
    expect(column(await shop.json('list'), 'name').sort()).toEqual(['Ann Lee', 'Bo Berg', 'Cy Dahl'])
  })

  test('a word that is no field is answered with those there are, in the reader’s language', async () => {
    const shop = emptyShop()
    shop.write('x.csv', UNKNOWN)
    const { code, err } = await mapped(shop, ['ordertotla=Kosten'])
    expect([code, err]).toEqual([2, expect.stringContaining('orderTotal')])
    expect(err).toContain('placedAt (order date), orderTotal (order amount)')
    const zh = await mapped(shop, ['什么=Kosten', '--lang=zh'])
    expect(zh.err).toContain('placedAt（下单日期）、orderTotal（订单金额）')
  })
})

test('German sheets are understood by their own words', async () => {
  const shop = emptyShop()
  shop.write('x.csv', [
    'Datum;Kundenname;E-Mail-Adresse;Betrag',
    '01.08.2026;Ann;ann@example.com;19,90 €',
    '31.08.2026;Bo;bo@example.com;9,95 €',
  ])
  expect((await shop.crm('import', 'x.csv')).code).toBe(0)
  expect((await shop.json('contacts')).rows.map(({ name, email }) => [name, email]).sort()).toEqual([
    ['Ann', 'ann@example.com'],
    ['Bo', 'bo@example.com'],
  ])
})

function words(line: string): string[] {
  return line.match(/(?:"[^"]*"|[^\s"])+/g)!.map((word) => word.replaceAll('"', ''))
}

function mapped(shop: Shop, pairs: readonly string[]) {
  return shop.crm(
    'import',
    'x.csv',
    ...pairs.flatMap((pair) => (pair.startsWith('--') ? pair.split('=') : ['--map', pair])),
  )
}

describe('words sellers use for columns', () => {
  const row = '1,2026-08-01,王芳,10'
  test.each([
    ['order', 'orderId', 'order,Date,Customer,Total'],
    ['实付', 'orderTotal', '订单号,日期,客户,实付'],
    ['实收', 'orderTotal', '订单号,日期,客户,实收'],
    ['货品', 'productName', '订单号,日期,客户,金额,货品'],
    ...['平台手续费', '佣金', '技术服务费', '平台扣点', '交易手续费'].map((word) => [
      word,
      'fee',
      `订单号,日期,客户,金额,${word}`,
    ]),
    ...['采购成本', '货款成本'].map((word) => [word, 'cost', `订单号,日期,客户,金额,${word}`]),
    ['单件成本', 'unitCost', '订单号,日期,客户,金额,单件成本'],
  ])('%s is %s', async (word, field, header) => {
    const shop = emptyShop()
    shop.write('x.csv', [header!, header!.split(',').length > 4 ? `${row},3` : row])
    const { rows } = await shop.json('formats', 'x.csv')
    expect(rows.find((column) => column.header === word)).toMatchObject({ field })
  })
})

describe('a sheet taken as a customer list', () => {
  test('says that no orders were read where its columns look like orders, and the line offered reads them', async () => {
    const shop = emptyShop()
    shop.write('x.csv', [
      'When,Who,What they paid,Mail',
      '2026-08-01,Ann,9.95,ann@example.com',
      '2026-08-02,Bo,8.95,bo@example.com',
    ])
    const { out } = await shop.crm('import', 'x.csv', '--dry-run')
    expect(out).toContain('no orders were read')
    const offered = /crm import x\.csv (.*)/.exec(out)?.[1]
    expect(offered).toBe('--map placedAt="When" --map orderTotal="What they paid"')
    expect((await shop.crm('import', 'x.csv', ...words(offered!))).out).toContain('orders: 2 new')
  })

  test('says nothing of orders where nothing looks like them', async () => {
    const shop = emptyShop()
    shop.write('x.csv', ['Customer Name,Mail,Colour', 'Ann,ann@example.com,red', 'Bo,bo@example.com,blue'])
    expect((await shop.crm('import', 'x.csv')).out).not.toContain('orders')
  })
})

describe('what --map says', () => {
  const unnamed = ['When,Who,Paid,Expense', '2026-08-01,Ann,9.95,3', '2026-08-02,Bo,8.95,2']
  const pairs = ['placedAt=When', 'buyerName=Who', 'orderTotal=Paid', 'cost=Expense'].flatMap((pair) => ['--map', pair])

  test('makes no Chinese sheet of an English one', async () => {
    const shop = emptyShop()
    shop.write('x.csv', unnamed)
    expect((await shop.crm('import', 'x.csv', ...pairs)).out).toContain('read as: Plain order sheet (')
  })

  test('is refused where it names one field twice', async () => {
    const shop = emptyShop()
    shop.write('x.csv', unnamed)
    const { code, err } = await shop.crm('import', 'x.csv', ...pairs, '--map', 'cost=Paid')
    expect([code, err]).toEqual([2, expect.stringContaining('the field cost twice: "Expense" and "Paid"')])
  })

  test('offers costs and fees where a field is not known', async () => {
    const shop = emptyShop()
    shop.write('x.csv', unnamed)
    const { err } = await shop.crm('import', 'x.csv', '--map', 'costs=Expense')
    expect(err).toContain('cost (cost), fee (fee), unitCost (unit cost)')
  })
})
