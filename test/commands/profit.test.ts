import { expect, test } from 'vitest'
import { emptyShop } from './shop.js'

const header = 'Order No,Order Date,Customer Name,Total,Refund,Cost,Fee,Currency'

/** Ann's second order names neither cost nor fee, Bob's fee was a rebate, Cid got everything back. */
const orders = [
  'P1,2026-08-01,Ann,100.00,,70.00,5.00,USD',
  'P2,2026-08-02,Ann,50.00,,,,USD',
  'P3,2026-08-03,Bob,80.00,,10.00,-2.00,USD',
  'P4,2026-08-04,Cid,60.00,60.00,30.00,1.00,USD',
  'P5,2026-08-05,Dee,90.00,15.00,95.00,,USD',
]

test('profit is net revenue less costs and fees of the orders that count (R6)', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', [header, ...orders])
  await shop.json('import', 'orders.csv')
  const { rows, summary } = await shop.json('tier', '--by', 'profit')
  const value = Object.fromEntries(rows.map(({ name, valueMinor }) => [name, valueMinor]))
  // 100 - 70 - 5 + 50; 80 - 10 + 2; nothing; 75 - 95.
  expect(value).toEqual({ Ann: 7500, Bob: 7200, Cid: 0, Dee: -2000 })
  expect(summary).toMatchObject({ measure: 'profit', customers: { A: 2, B: 0, C: 0, U: 2 } })
})

test('the tier table says how many orders name no cost, and why shows what profit is made of', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', [header, ...orders])
  await shop.json('import', 'orders.csv')
  const { out } = await shop.crm('tier', '--by', 'profit')
  expect(out).toContain('1 of 4 orders in this window names no cost')
  const why = await shop.crm('why', 'Ann', '--by', 'profit')
  expect(why.out).toMatch(/Net revenue +\$150\.00/)
  expect(why.out).toMatch(/Less costs and fees +\$75\.00/)
  expect(why.out).toMatch(/Profit +\$75\.00/)
})

test('a price paid per piece counts as often as there are pieces', async () => {
  const shop = emptyShop()
  shop.write('订单.csv', [
    '订单号,日期,客户,商品,数量,单价,进价',
    '1,2026-08-01,王芳,茶杯,3,20,12',
    '1,2026-08-01,王芳,茶壶,1,80,45.5',
    '2,2026-08-02,李雷,茶杯,2,20,12',
  ])
  await shop.json('import', '订单.csv')
  const { rows } = await shop.json('tier', '--by', 'profit')
  expect(rows.map(({ name, valueMinor }) => [name, valueMinor])).toEqual([
    ['王芳', 14000 - 3600 - 4550],
    ['李雷', 4000 - 2400],
  ])
})

test('a fee does not hide that the cost is missing', async () => {
  const shop = emptyShop()
  const head = 'Order No,Order Date,Customer Name,Total,Cost,Fee,Currency'
  shop.write('orders.csv', [head, 'P1,2026-08-01,Ann,100,,2,USD', 'P2,2026-08-02,Bob,90,,0,USD'])
  await shop.json('import', 'orders.csv')
  expect((await shop.crm('tier', '--by', 'profit')).out).toContain('only fees: the profit is net revenue less fees')
  shop.write('more.csv', [head, 'P3,2026-08-03,Cid,100,60,2,USD'])
  await shop.json('import', 'more.csv')
  expect((await shop.crm('tier', '--by', 'profit')).out).toContain('2 of 3 orders in this window name no cost')
})

test('a window without fees is not said to have them', async () => {
  const shop = emptyShop()
  const head = 'Order No,Order Date,Customer Name,Total,Cost,Currency'
  shop.write('orders.csv', [head, 'P1,2025-01-01,Ann,100,60,USD', 'P2,2026-08-02,Bob,90,,USD'])
  await shop.json('import', 'orders.csv')
  const { out } = await shop.crm('tier', '--by', 'profit')
  expect(out).toContain('1 of 1 order in this window names no cost')
  expect(out).not.toContain('only fees')
})

test('a return row that names its cost gives it back', async () => {
  const shop = emptyShop()
  shop.write('book.csv', [
    '日期,客户,商品,数量,单价,进价',
    '2026-08-01,王芳,茶杯,3,20,12',
    '2026-08-02,王芳,茶杯,-3,20,12',
    '2026-08-03,王芳,茶杯,1,20,12',
  ])
  await shop.json('import', 'book.csv')
  expect((await shop.json('tier', '--by', 'profit')).rows).toMatchObject([{ name: '王芳', valueMinor: 800 }])
})

test('without costs there is no profit, and the sentence says what to import', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', ['Order No,Order Date,Customer Name,Total,Currency', 'P1,2026-08-01,Ann,100.00,USD'])
  await shop.json('import', 'orders.csv')
  const { code, out, err } = await shop.crm('tier', '--by', 'profit')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain('crm import FILE --map cost=')
  await shop.crm('undo')
  const empty = await shop.crm('tier', '--by', 'profit')
  expect(empty.out).toContain('holds no orders')
})

test('who brought no profit is told so, and what classes and levels go by', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', [header, ...orders])
  await shop.json('import', 'orders.csv')
  expect((await shop.crm('tier', '--by', 'profit')).out).toContain('no profit')
  expect((await shop.crm('tier', '--by', 'profit', '--lang', 'zh')).out).toContain('没有利润')
  const { out } = await shop.crm('why', 'Dee', '--by', 'profit')
  expect(out).toContain('the customer brought no profit in the window')
  expect(out).toContain('Classes, service levels and credit go by the settings')
  expect((await shop.crm('why', 'Dee', '--days', '90')).out).toContain('Classes, service levels and credit go by')
  expect((await shop.crm('why', 'Dee')).out).not.toContain('Classes, service levels and credit go by')
})
