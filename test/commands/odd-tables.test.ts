import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ImportJson, makeWorld } from '../support/world.js'

async function imported(rows: readonly string[], ...options: readonly string[]) {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'sheet.csv'), rows.join('\n'))
  return world.crm('import', 'sheet.csv', '--currency', 'CNY', ...options)
}

describe('months beside each other are no orders', () => {
  test.each([
    ['of customers', 'Customer,2026-01,2026-02,2026-03', 'Ann Lee,120.00,80.00,'],
    ['with the sum', 'Customer,2026-01,2026-02,2026-03,Total', 'Ann Lee,120.00,80.00,,200.00'],
    ['with a day besides', 'Customer,First order date,Jan 2026,Feb 2026,Mar 2026,Amount', 'Ann,2026-01-02,1,2,3,6'],
    ['in Chinese', '客户,电话,2026年1月,2026年2月,2026年3月,合计', '安娜,13800008001,120.00,80.00,,200.00'],
    ['of products', '商品名称,1月,2月,3月', '茶,120.00,80.00,30.00'],
    ['under days a spreadsheet made of months', 'Name,2026-01-01,2026-02-01,2026-03-01', 'Ann Lee,120.00,80.00,7'],
    ['with what the months hold', '客户,电话,1月销售额,2月销售额,3月销售额', '安娜,13800008001,120.00,80.00,9.00'],
    ['with what they hold in English', 'Customer,Jan sales,Feb sales,Mar sales', 'Ann,120.00,80.00,9.00'],
    ['by their names', 'Kunde,Januar,Februar,März', 'Ann Lee,120,80,7'],
  ])('%s', async (_, header, row) => {
    const rows = [header, row, row.replace(/^\p{L}+/u, 'Bob')]
    const { code, stderr } = await imported(rows)
    expect([code, stderr]).toEqual([65, expect.stringContaining('is a summary with months beside each other')])
    expect(stderr).toContain('export the orders from your shop')
    expect((await imported(rows, '--lang', 'zh')).stderr).toContain('按月份横排的汇总表')
  })

  test('below a title as well', async () => {
    const rows = ['Sales by customer 2026', '', 'Customer,2026-01,2026-02,2026-03', 'Ann,1.00,2.00,3.00']
    expect((await imported(rows)).code).toBe(65)
  })

  test('three columns called after months that hold no amounts are nothing of the kind', async () => {
    const rows = ['Date,Customer,Amount,May,June,July', '2026-03-01,Ann Lee,5.00,x,,', '2026-03-02,Bob Ray,6.00,,x,x']
    expect((await imported(rows)).code).toBe(0)
  })
})

test('orders paid month by month, and the buyer again beside where the parcel goes, are one table', async () => {
  const months = [
    '订单编号,日期,客户,金额,1月,2月,3月',
    '1,2026-01-05,安娜,300.00,100,100,100',
    '2,2026-01-06,鲍勃,200.00,100,50,50',
  ]
  const shipped = [
    'Order No,Date,Customer,Total,,Customer,City',
    '1,2026-01-05,Ann,3.00,,Ann,Rome',
    '2,2026-01-06,Bob,2.00,,Bob,Pisa',
  ]
  for (const rows of [months, shipped]) expect((await imported(rows)).code).toBe(0)
})

describe('two tables side by side', () => {
  test.each([
    [
      'the same twice',
      ['日期,客户,金额,,日期,客户,金额', '2026-03-01,安娜,5.00,,2026-04-01,鲍勃,7.00', '2026-03-02,鲍勃,6.00,,,,'],
    ],
    [
      'orders and customers',
      ['Date,Customer,Amount,,Customer,Phone', '2026-03-01,Ann,5.00,,Ann,13800008001', '2026-03-02,Bob,6.00,,Cy,'],
    ],
    [
      'orders and stock',
      ['Date,Customer,Amount,,Product,Left', '2026-03-01,Ann,5.00,,Tea,7', ',,,,Mug,8', ',,,,Bag,9'],
    ],
    [
      'two lists of sales in other words',
      ['Date,Customer,Amount,,Sale date,Buyer,Total', '2026-03-01,Ann,5.00,,2026-04-01,Bob,7.00'],
    ],
    [
      'the same twice without a gap',
      [
        '日期,客户,金额,日期,客户,金额',
        '2026-03-01,安娜,5.00,2026-04-01,鲍勃,7.00',
        '2026-03-02,鲍勃,6.00,2026-04-02,安娜,4.00',
      ],
    ],
    [
      'three of them, the last without a note',
      [
        'Date,Customer,Amount,Note,Date,Customer,Amount,Note,Date,Customer,Amount',
        '2026-03-01,Ann,5.00,,2026-04-01,Bob,7.00,x,2026-05-01,Cy,1.00',
      ],
    ],
  ])('are refused as such: %s', async (_, rows) => {
    const { code, stderr } = await imported(rows)
    expect([code, stderr]).toEqual([65, expect.stringContaining('Two tables stand side by side')])
    expect(stderr).toContain('paste it into a sheet of its own')
    expect((await imported(rows, '--lang', 'zh')).stderr).toContain('并排放了两张表')
  })

  test('one table with a blank column in it is read', async () => {
    for (const rows of [
      ['Date,Customer,Amount,,Note,Phone', '2026-03-01,Ann,5.00,,quick,13800008001', '2026-03-02,Bob,6.00,,,'],
      ['Order No,Date,Customer,,Product,Qty,Price', '1,2026-03-01,Ann,,Tea,1,5.00', ',,,,Mug,1,3.00', ',,,,Bag,1,3.00'],
    ]) {
      const { code, stdout } = await imported(rows, '--json')
      expect(code).toBe(0)
      expect((JSON.parse(stdout) as ImportJson).files[0]!.totals).toMatchObject([{ netMinor: 1100 }])
    }
  })
})

describe('two tables below each other', () => {
  const sales = [
    '日期,客户,电话,金额',
    '2026-03-01,安娜,13800008001,100',
    '2026-03-02,鲍勃,13800008002,50',
    '合计,,,150',
  ]
  test.each([
    ['expenses', [...sales, ',,,', '日期,支出项目,,金额', '2026-03-03,房租,,2000', '合计,,,2000'], 6],
    ['goods bought', ['日期,客户,金额', '2026-03-01,安娜,100', ',,', '日期,供应商,货款', '2026-03-05,茶厂,600'], 4],
    [
      'costs under a title',
      [
        'Date,Customer,Amount',
        '2026-03-01,Ann,5.00',
        ',,',
        'Expenses,,',
        'Date,Supplier,Amount',
        '2026-03-05,Tea,9.00',
      ],
      5,
    ],
    ['the same columns in another order', [...sales, ',,,', '日期,客户,金额,备注', '2026-03-04,小丁,80,'], 6],
  ])('are refused, the second named by its row: %s', async (_, rows, row) => {
    const { code, stderr } = await imported(rows)
    expect([code, stderr]).toEqual([65, expect.stringContaining(`A second table begins in row ${row} of`)])
    expect(stderr).toContain('paste it into a sheet of its own')
    expect((await imported(rows, '--lang', 'zh')).stderr).toContain(`从第 ${row} 行起是另一张表`)
  })

  test('far below as well', async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => `2026-03-01,安娜,13800008001,${at + 1}`)
    const { code, stderr } = await imported([sales[0]!, ...many, '日期,支出项目,,金额', '2026-03-03,房租,,2000'])
    expect([code, stderr]).toEqual([65, expect.stringContaining('begins in row 3002 of')])
  })

  test('are one where the seller names the columns', async () => {
    const rows = ['日期,客户,金额', '2026-03-01,安娜,100', '日期,供应商,货款', '2026-03-05,茶厂,600']
    const { stdout } = await imported(rows, '--json', '--map', 'placedAt=日期')
    expect((JSON.parse(stdout) as ImportJson).files[0]!.orders.inserted).toBe(2)
  })

  test('are one where the very same header comes again, or notes stand where amounts do', async () => {
    for (const rows of [
      [sales[0]!, sales[1]!, '', sales[0]!, sales[2]!],
      ['Date,Customer,Amount', '2026-03-01,Ann,100', '2026-03-02,Bob,50', 'thank you,,', 'total,,150'],
      ['日期,客户,金额', 'Date,Customer,Amount', '2026-03-01,Ann,100', '2026-03-02,Bob,50'],
    ]) {
      const { stdout } = await imported(rows, '--json')
      expect((JSON.parse(stdout) as ImportJson).files[0]!.totals).toMatchObject([{ netMinor: 15_000 }])
    }
  })
})
