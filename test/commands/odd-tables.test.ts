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
