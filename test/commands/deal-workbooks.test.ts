import { join } from 'node:path'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { emptyShop } from './shop.js'

test('a workbook shows parts of one as percent and amounts as money: they are taken as shown', async () => {
  const shop = emptyShop()
  await shop.crm('config', 'set', 'currency.base', 'USD')
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('Deals')
  sheet.addRow(['Deal', 'Contact', 'Stage', 'Amount', 'Probability', 'Expected close date'])
  sheet.addRow(['Mugs', 'Ann', 'Proposal', 5000.5, 1, new Date('2026-10-05T00:00:00Z')])
  sheet.addRow(['Tea', 'Bob', 'Proposal', 800, 0.35, new Date('2026-10-06T00:00:00Z')])
  sheet.getColumn(4).numFmt = '#,##0.00 [$€-407]'
  sheet.getColumn(5).numFmt = '0%'
  await book.xlsx.writeFile(join(shop.dir, 'deals.xlsx'))
  const { files } = (await shop.json('import', 'deals.xlsx')) as unknown as { files: { issues: unknown }[] }
  expect(files[0]!.issues).toEqual([])
  await shop.crm('rates', 'set', 'EUR=1.10')
  const { rows } = await shop.json('lead', 'list')
  const said = rows.map(({ name, amountMinor, probability, closeOn }) => [name, amountMinor, probability, closeOn])
  expect(said.sort()).toEqual([
    ['Ann', 550_055, 1, '2026-10-05'],
    ['Bob', 88_000, 0.35, '2026-10-06'],
  ])
})
