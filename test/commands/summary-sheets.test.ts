import { join } from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

type Rows = readonly (readonly (string | number)[])[]

async function write(shop: Shop, sheets: Readonly<Record<string, Rows>>): Promise<void> {
  const book = new exceljs.Workbook()
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows.map((row) => [...row]))
  await book.xlsx.writeFile(join(shop.dir, 'sales.xlsx'))
}

async function netOf(shop: Shop, ...options: string[]): Promise<number> {
  const told = await shop.json('import', 'sales.xlsx', '--currency', 'CNY', ...options)
  const files = told.files as readonly { readonly totals: readonly { readonly netMinor: number }[] }[]
  return files.reduce((sum, { totals }) => sum + (totals[0]?.netMinor ?? 0), 0)
}

const january: Rows = [
  ['日期', '客户', '金额'],
  ['2024-01-05', '王芳', 100],
  ['2024-01-06', '李雷', 100],
]
const sums: Rows = [
  ['日期', '金额'],
  ['2024-01-05', 100],
  ['2024-01-06', 100],
]

describe('a sheet that sums up the sales of another one', () => {
  test.each(['汇总', '月度汇总表', '总计', 'Summary', 'Totals 2024', 'Monthly Summary'])(
    'is left out and told: %s',
    async (name) => {
      const shop = emptyShop()
      await write(shop, { '1月': january, [name]: sums })
      const { out, err } = await shop.crm('import', 'sales.xlsx', '--currency', 'CNY', '--dry-run', '--lang', 'zh')
      expect(out).toContain('净额 200.00')
      expect(err).toContain(`工作表“${name}”`)
      expect(err).toContain(`--sheet "${name}"`)
      expect((await shop.crm('formats', 'sales.xlsx', '--lang', 'en')).out).toContain('sums up')
      expect(await netOf(shop)).toBe(20_000)
    },
  )

  test('also where it stands before the sales', async () => {
    const shop = emptyShop()
    await write(shop, { 汇总: sums, '1月': january })
    expect(await netOf(shop)).toBe(20_000)
  })

  test.each<[string, Record<string, Rows>, number]>([
    ['the only one of sales', { 汇总: sums, 说明: [['x']] }, 20_000],
    ['with customers', { '1月': january, 汇总: [january[0]!, ['2024-01-07', '赵敏', 200]] }, 40_000],
    ['under a name that says nothing of sums', { '1月': january, 门市: sums }, 40_000],
    ['beside sums alone', { 汇总: sums, 总计: sums.map(([day, sum]) => [day!, sum === 100 ? 7 : sum!]) }, 21_400],
  ])('but not %s', async (_, sheets, net) => {
    const shop = emptyShop()
    await write(shop, sheets)
    expect(await netOf(shop)).toBe(net)
  })

  test('nor where the seller asks for it', async () => {
    const shop = emptyShop()
    await write(shop, { '1月': january, 汇总: sums })
    expect(await netOf(shop, '--sheet', '汇总')).toBe(20_000)
  })
})
