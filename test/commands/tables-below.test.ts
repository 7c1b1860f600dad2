import { describe, expect, test } from 'vitest'
import { emptyShop } from './shop.js'

interface Told {
  readonly files: readonly {
    readonly format: string
    readonly totals: readonly { readonly netMinor: number }[]
    readonly skipped: Readonly<Record<string, number>>
  }[]
}

const command = ['import', 'sheet.csv', '--currency', 'CNY']

describe('sales that stand above a header with more columns are never passed over', () => {
  const rows = ['日期,客户,金额', '2024-01-05,王芳,100', '2024-01-06,李雷,50']
  test.each([
    ['a column more behind', [...rows, '', '日期,客户,金额,备注', '2024-02-07,赵敏,30,好评'], 5],
    ['a column more between', [...rows, '日期,客户,电话,金额', '2024-02-07,赵敏,13800138000,30'], 4],
    ['in English', ['Date,Customer,Amount', '2024-01-05,Ann,100', 'Date,Customer,Email,Amount', '2024-02-06,C,,3'], 3],
    ['under a title', ['一月', '', ...rows, '', '二月', '日期,客户,电话,金额', '2024-02-07,赵敏,,30'], 8],
    ['a single row above', ['日期,客户,金额', '2024-01-05,王芳,100', '日期,客户,电话,金额', '2024-02-07,赵敏,,30'], 3],
    [
      'sums of days above the sales',
      ['日期,金额', '2024-01-05,150', '', '日期,客户,电话,金额', '2024-01-05,赵敏,,150'],
      4,
    ],
  ])('%s', async (_, lines, row) => {
    const shop = emptyShop()
    shop.write('sheet.csv', lines)
    const { code, err } = await shop.crm(...command, '--lang', 'en')
    expect([code, err]).toEqual([65, expect.stringContaining(`A second table begins in row ${row} of`)])
    expect((await shop.crm(...command, '--lang', 'zh')).err).toContain(`从第 ${row} 行起是另一张表`)
  })

  const taobao = [
    '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,订单创建时间,订单付款时间',
    '="1930679858170647",tb王,110,105.00,交易成功,王芳,2024-03-05 10:00:00,2024-03-05 10:01:00',
  ]
  const pdd = [
    '商品,订单号,订单状态,商品总价(元),邮费(元),用户实付金额(元),商家实收金额(元),商品数量(件),支付时间,订单成交时间',
    '茶,240306-123456789,已收货,50,0,48,50,1,2024-03-06 10:00:00,2024-03-06 09:59:00',
  ]
  test.each([
    ['more columns below', [...taobao, '', ...pdd], 4, true],
    ["fewer columns below a platform's own", [...pdd, '', ...taobao], 4, false],
  ])("a platform's export under another one's: %s", async (_, lines, row, isPlain) => {
    const shop = emptyShop()
    shop.write('sheet.csv', lines)
    const { code, err } = await shop.crm(...command, '--lang', 'en')
    expect([code, err]).toEqual([65, expect.stringContaining(`A second table begins in row ${row} of`)])
    // Whose columns are a platform's own says nothing of those of another table.
    expect(err.includes('--map')).toBe(isPlain)
  })

  test('far below as well', async () => {
    const shop = emptyShop()
    const many = Array.from({ length: 60 }, (_, at) => `2024-01-05,王芳,${at + 1}`)
    shop.write('sheet.csv', ['日期,客户,金额', ...many, '日期,客户,电话,金额', '2024-02-07,赵敏,,30'])
    expect((await shop.crm(...command)).err).toContain('62')
  })

  test('a header for which columns were named before', async () => {
    const shop = emptyShop()
    shop.write('sheet.csv', ['日期,客户,电话,金额,哪天', '2024-02-07,赵敏,,30,x'])
    expect((await shop.crm(...command, '--map', 'orderTotal=金额')).code).toBe(0)
    shop.write('sheet.csv', [...rows, '日期,客户,电话,金额,哪天', '2024-02-09,赵敏,,40,x'])
    expect((await shop.crm(...command)).code).toBe(65)
  })

  test('what stands above a table and is no sale is passed by', async () => {
    for (const lines of [
      ['店铺,联系人,电话', '小店,王芳,13800138000', '', '日期,客户,电话,金额', '2024-02-07,赵敏,,30'],
      ['日期,金额,订单', '', '日期,客户,电话,金额', '2024-02-07,赵敏,,30'],
    ]) {
      const shop = emptyShop()
      shop.write('sheet.csv', lines)
      const told = (await shop.json(...command)) as unknown as Told
      expect(told.files[0]!.totals).toMatchObject([{ netMinor: 3000 }])
    }
  })
})

describe('the header once more with fewer columns', () => {
  test.each([
    ['the last left out', '日期,客户,金额', '2024-02-07,赵敏,30'],
    ['a blank for the last', '日期,客户,金额,', '2024-02-07,赵敏,30,'],
  ])('is read on: %s', async (_, again, row) => {
    const shop = emptyShop()
    shop.write('sheet.csv', ['日期,客户,金额,备注', '2024-01-05,王芳,100,', '2024-01-06,李雷,50,', '', again, row])
    const told = (await shop.json(...command)) as unknown as Told
    expect(told.files[0]!.totals).toMatchObject([{ netMinor: 18_000 }])
    expect(told.files[0]!.skipped).toMatchObject({ heading: 1 })
  })

  test('rows with a cell less under the first header are still told', async () => {
    const shop = emptyShop()
    shop.write('sheet.csv', ['日期,客户,金额,备注', '2024-01-05,王芳,100', '2024-01-06,李雷,50,'])
    const { code, err } = await shop.crm(...command, '--lang', 'en')
    expect([code, err]).toEqual([3, expect.stringContaining('the row has 3 cells, the header 4')])
  })

  test('in another order it is a second table', async () => {
    const shop = emptyShop()
    shop.write('sheet.csv', ['日期,客户,金额,备注', '2024-01-05,王芳,100,', '日期,金额,客户', '2024-02-07,30,赵敏'])
    const { code, err } = await shop.crm(...command, '--lang', 'en')
    expect([code, err]).toEqual([65, expect.stringContaining('A second table begins in row 3 of')])
  })
})
