import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { emptyShop } from './shop.js'

const header = ['订单号', '日期', '客户', '金额']

test.each([
  [10.6, '1900-01-10'],
  [1006, '1902-10-02'],
])('the number %d in a date column is no day before computers', async (cell, day) => {
  const shop = emptyShop()
  const book = new ExcelJS.Workbook()
  book.addWorksheet('订单').addRows([header, ['1', cell, '王芳', 100], ['2', '2026-08-01', '李雷', 50]])
  await book.xlsx.writeFile(join(shop.dir, '账.xlsx'))
  const { code, err, out } = await shop.crm('import', '账.xlsx', '--lang', 'zh')
  expect(code).toBe(3)
  expect(out).toContain('新增 1，更新 0，未变 0，未导入 1')
  expect(err).toContain(`“${cell}”会变成 ${day}`)
  expect(err).toContain('请写成 2026-10-06 或 10月6日')
})

test('an old day written out is shown as it is written', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', ['Order No,Date,Customer,Total', '1,1926-08-01,Ann,5', '2,1980-01-01,Bo,5'])
  const { code, err } = await shop.crm('import', 'orders.csv')
  expect(code).toBe(3)
  expect(err).toContain('row 2 › Date: "1926-08-01" would be the day 1926-08-01')
})

test.each(['10.6', '10/6', '10-6', '10月6日'])(
  'with the year in the file’s name %s is a day of it, in a Chinese sheet',
  async (text) => {
    const shop = emptyShop()
    shop.write('2025年账.csv', [header.join(','), `1,${text},王芳,100`])
    expect((await shop.crm('import', '2025年账.csv')).out).toContain('2025-10-06 … 2025-10-06')
  },
)

test('without a year it is asked for; with one a wrong day is just a wrong day', async () => {
  const shop = emptyShop()
  shop.write('账.csv', [header.join(','), '1,10.6,王芳,100'])
  expect((await shop.crm('import', '账.csv', '--lang', 'zh')).err).toContain('请把年份写进文件名')
  shop.write('2026年账.csv', [header.join(','), '1,31.12,王芳,100'])
  const { err } = await shop.crm('import', '2026年账.csv', '--lang', 'zh')
  expect(err).toContain('不是日期：“31.12”')
  expect(err).toContain('写成 2026-10-06 或 10月6日')
  shop.write('orders 2026.csv', ['Order No,Date,Customer,Total', '1,10.6,Ann,5'])
  expect((await shop.crm('import', 'orders 2026.csv')).err).toContain('written as 2026-10-06')
})
