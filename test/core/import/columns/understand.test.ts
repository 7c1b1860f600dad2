import { expect, test } from 'vitest'
import { lookOf } from '../../../../src/core/import/columns/column-look.js'
import { findHeader } from '../../../../src/core/import/columns/header.js'
import { monthIn, periodOf, yearIn } from '../../../../src/core/import/columns/sheet-period.js'
import { understand } from '../../../../src/core/import/columns/understand.js'

/** Which field each column of a small table is taken for. */
function taken(head: string, ...rows: string[]): Record<string, string> {
  const keys = head.split(',')
  const cells = rows.map((row) => row.split(','))
  const looks = keys.map((_, at) => lookOf(cells.map((row) => row[at]!).filter(Boolean)))
  const { columns } = understand(keys, looks)
  return Object.fromEntries([...columns].flatMap(([field, at]) => at.map((one) => [keys[one]!, field])))
}

test.each([
  [
    'a column called name that holds e-mails',
    'name,date,total',
    ['a@example.com,2026-03-01,5.00', 'b@example.com,2026-03-02,6.00'],
    { name: 'email', date: 'placedAt', total: 'orderTotal' },
  ],
  [
    'a bare number beside amounts',
    '编号,客户,日期,金额',
    ['A7,王,2026-03-01,5', 'A9,李,2026-03-02,6'],
    { 编号: 'orderId', 客户: 'buyerName', 日期: 'placedAt', 金额: 'orderTotal' },
  ],
  [
    'the number of a customer',
    '编号,客户,电话',
    ['K7,王,13800000501', 'K9,李,13800000502'],
    { 编号: 'buyerId', 客户: 'buyerName', 电话: 'phone' },
  ],
  [
    'the running numbers of rows',
    '编号,客户,日期,金额',
    ['1,王,2026-03-01,5', '2,李,2026-03-02,6'],
    { 客户: 'buyerName', 日期: 'placedAt', 金额: 'orderTotal' },
  ],
  [
    'a parcel number',
    '物流单号,客户,日期,金额',
    ['SF100200300,王,2026-03-01,5', 'SF100200301,李,2026-03-02,6'],
    { 客户: 'buyerName', 日期: 'placedAt', 金额: 'orderTotal' },
  ],
  [
    'names known in part',
    '客户名称 全称,订单成交日期,金额',
    ['王芳,2026-03-01,5.50', '李雷,2026-03-02,6.50'],
    { '客户名称 全称': 'buyerName', 订单成交日期: 'placedAt', 金额: 'orderTotal' },
  ],
  [
    'noughts under a name for amounts',
    'date,customer,total,refunded',
    ['2026-03-01,Ann,5.50,0', '2026-03-02,Bob,6.50,0'],
    { date: 'placedAt', customer: 'buyerName', total: 'orderTotal', refunded: 'refundAmount' },
  ],
  [
    'noughts that answer a question',
    '日期,客户,金额,是否退款,是否付款',
    ['2026-03-01,王,5.50,0,1', '2026-03-02,李,6.50,1,1'],
    { 日期: 'placedAt', 客户: 'buyerName', 金额: 'orderTotal', 是否退款: 'isRefunded', 是否付款: 'isPaid' },
  ],
  [
    'what the seller paid, where no other column holds amounts',
    '日期,客户,支出',
    ['2026-03-01,王,5.50', '2026-03-02,李,6.50'],
    { 日期: 'placedAt', 客户: 'buyerName' },
  ],
  [
    'the same by a part of its name',
    '日期,客户,支出总额',
    ['2026-03-01,王,5.50', '2026-03-02,李,6.50'],
    { 日期: 'placedAt', 客户: 'buyerName' },
  ],
  [
    'the one side of an account',
    'date,customer,debit',
    ['2026-03-01,Ann,5.50', '2026-03-02,Bob,6.50'],
    { date: 'placedAt', customer: 'buyerName' },
  ],
  [
    'sums of a lifetime',
    '客户,累计消费金额,最近购买日期',
    ['王,500.50,2026-03-01', '李,600.50,2026-03-02'],
    { 客户: 'buyerName' },
  ],
  [
    'the only column of days',
    'customer,total,wann',
    ['Ann,5.50,2026-03-01', 'Bo,6.50,2026-03-02'],
    { customer: 'buyerName', total: 'orderTotal', wann: 'placedAt' },
  ],
  [
    'days and money that both have no name',
    'customer,wieviel,wann',
    ['Ann,5.50,2026-03-01', 'Bo,6.50,2026-03-02'],
    { customer: 'buyerName' },
  ],
  [
    'the state of parcels',
    'customer,date,total,发货',
    ['Ann,2026-03-01,5.50,shipped', 'Bo,2026-03-02,6.50,pending'],
    { customer: 'buyerName', date: 'placedAt', total: 'orderTotal' },
  ],
  [
    'a list of invoices',
    'invoice,invoice date,bill to,due date,invoice total,amount due',
    ['INV-1,2026-03-01,Ann,2026-03-31,20.00,0.00', 'INV-2,2026-03-02,Bo,2026-04-01,15.00,15.00'],
    { invoice: 'orderId', 'invoice date': 'placedAt', 'bill to': 'buyerName', 'invoice total': 'orderTotal' },
  ],
  [
    'a list of invoices that says only what is due',
    'invoice,date,bill to,amount due',
    ['1001,2026-03-01,Ann,20.00', '1002,2026-03-02,Bo,15.00'],
    { invoice: 'orderId', date: 'placedAt', 'bill to': 'buyerName', 'amount due': 'orderTotal' },
  ],
  [
    'a yes or no under "invoice"',
    'invoice,date,customer,total',
    ['yes,2026-03-01,Ann,20.00', 'no,2026-03-02,Bo,15.00'],
    { date: 'placedAt', customer: 'buyerName', total: 'orderTotal' },
  ],
  [
    'amounts under "invoice"',
    'invoice,date,customer,total',
    ['20.00,2026-03-01,Ann,20.00', '15.00,2026-03-02,Bo,15.00'],
    { date: 'placedAt', customer: 'buyerName', total: 'orderTotal' },
  ],
] as const)('%s', (_, head, rows, expected) => {
  expect(taken(head, ...rows)).toEqual(expected)
})

test('a header in two rows: names by their group where that is a word, or where they stand twice', () => {
  const known = new Set(['客户姓名', '电话', '订单编号', '日期', '金额', '姓名', '编号'])
  const rows = [
    ['登记表'],
    ['日期', '客户', '', '订单', ''],
    ['', '姓名', '电话', '编号', '金额'],
    ['2026-03-01', '王', '1', 'A', '5'],
  ]
  const found = findHeader({ numbers: [1, 2, 3, 4], rows }, (key) => known.has(key))
  expect(found?.header).toMatchObject({
    row: 3,
    texts: ['日期', '客户姓名', '电话', '订单编号', '金额'],
    title: '登记表',
  })
})

test('the first row of values is no part of the header', () => {
  const rows = [
    ['日期', '客户', '', '金额'],
    ['3月5日', '王芳', '电话', '5'],
  ]
  const known = new Set(['日期', '客户', '金额', '电话', '客户电话'])
  expect(findHeader({ numbers: [1, 2], rows }, (key) => known.has(key))?.header.row).toBe(1)
})

test.each([
  ['2024年3月', 2024, 3],
  ['3月', undefined, 3],
  ['March 2024', 2024, 3],
  ['202403', 2024, 3],
  ['2024-03', 2024, 3],
  ['2023-2024', undefined, undefined],
  ['Sheet1', undefined, undefined],
  ['3月5日', undefined, undefined],
  ['orders_20240101-20241231', 2024, undefined],
])('the sheet %s speaks of year %s, month %s', (name, year, month) => {
  expect([yearIn(name), monthIn(name)]).toEqual([year, month])
})

test('the year comes from the sheet, else the lines above, else the file', () => {
  expect(periodOf({ sheet: '3月', title: '2024年登记', file: '2023.xlsx' })).toEqual({
    year: 2024,
    month: 3,
    from: 'title',
  })
  expect(periodOf({ sheet: '2022年', title: '2024年登记', file: '2023.xlsx' })).toEqual({ year: 2022, from: 'sheet' })
  expect(periodOf({ sheet: 'a', title: '', file: 'x/2021/b.xlsx' })).toBeNull()
})
