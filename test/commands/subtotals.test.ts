import { describe, expect, test } from 'vitest'
import { emptyShop } from './shop.js'

interface Told {
  readonly files: readonly {
    readonly orders: { readonly inserted: number; readonly rejected: number }
    readonly totals: readonly { readonly netMinor: number }[]
    readonly skipped: Readonly<Record<string, number>>
  }[]
}

const command = ['import', 'sheet.csv', '--currency', 'CNY']

async function told(lines: readonly string[]): Promise<Told['files'][number]> {
  const shop = emptyShop()
  shop.write('sheet.csv', lines)
  const { out } = await shop.crm(...command, '--json')
  return (JSON.parse(out) as Told).files[0]!
}

describe('sums that a spreadsheet program wrote under each group are passed over', () => {
  const rows = (label: string, all: string) => [
    'Date,Customer,Amount',
    '2024-03-05,Ann,100',
    '2024-03-06,Ann,50',
    `,${label.replace('X', 'Ann')},150`,
    '2024-03-07,Bob,20',
    `,${label.replace('X', 'Bob')},20`,
    `,${all},170`,
  ]
  test.each([
    ['X Total', 'Grand Total'],
    ['X 汇总', '总计'],
    ['X 小计', '合计'],
    ['X小计', '合计'],
    ['X Subtotal', 'Total'],
    ['X - Ergebnis', 'Gesamtergebnis'],
    ['Total X', 'Total'],
  ])('%s', async (label, all) => {
    expect(await told(rows(label, all))).toMatchObject({
      orders: { inserted: 3, rejected: 0 },
      totals: [{ netMinor: 17_000 }],
      skipped: { total: 3 },
    })
  })

  test('by day and by product', async () => {
    const days = ['Date,Customer,Amount', '2024-03-05,Ann,100', '2024-03-05,Bob,50', '2024-03-05 Total,,150']
    expect(await told(days)).toMatchObject({ totals: [{ netMinor: 15_000 }], skipped: { total: 1 } })
    const products = ['日期,客户,商品,金额', '2024-03-05,王芳,茶,100', '2024-03-05,李雷,茶,50', ',,茶 汇总,150']
    expect(await told(products)).toMatchObject({ totals: [{ netMinor: 15_000 }], skipped: { total: 1 } })
  })

  test('of groups in groups', async () => {
    const nested = [
      ...['日期,门店,客户,金额', '2024-03-05,东,王芳,100', ',,王芳 汇总,100'],
      ...['2024-03-05,东,李雷,50', ',,李雷 汇总,50', ',东 汇总,,150'],
      ...['2024-03-05,西,赵敏,7', ',,赵敏 汇总,7', ',西 汇总,,7', ',总计,,157'],
    ]
    expect(await told(nested)).toMatchObject({ totals: [{ netMinor: 15_700 }], skipped: { total: 6 } })
  })

  test('but a row that sums nothing up is told, and one with a day is a sale', async () => {
    const wrong = await told(['Date,Customer,Amount', '2024-03-05,Ann,100', ',Ann Total,90'])
    expect(wrong).toMatchObject({ orders: { inserted: 1, rejected: 1 }, totals: [{ netMinor: 10_000 }] })
    const called = await told(['Date,Customer,Amount', '2024-03-05,Ann,100', '2024-03-06,Mega Total,100'])
    expect(called).toMatchObject({ orders: { inserted: 2, rejected: 0 }, totals: [{ netMinor: 20_000 }] })
  })
})
