import { describe, expect, test } from 'vitest'
import { emptyShop } from './shop.js'

/** What an import counts of a sheet: paid, refunded and net in minor units, and orders by state. */
async function counted(...rows: string[]) {
  const shop = emptyShop()
  shop.write('orders.csv', rows)
  const { files } = (await shop.json('import', 'orders.csv', '--currency', 'CNY')) as unknown as {
    files: { totals: { grossMinor: number; refundMinor: number; netMinor: number }[]; status: Record<string, number> }[]
  }
  const { totals, status } = files[0]!
  const states = Object.fromEntries(Object.entries(status).filter(([, count]) => count > 0))
  return { gross: totals[0]?.grossMinor ?? 0, refund: totals[0]?.refundMinor ?? 0, states }
}

describe('a column that answers whether an order was paid decides whether it counts', () => {
  test.each([
    ['是否付款', '是', '否'],
    ['已付款', '√', '×'],
    ['付款了吗', '已付', '未付'],
    ['Paid?', 'yes', 'no'],
    ['Paid', 'TRUE', 'FALSE'],
    ['Paid', 'x', ''],
    ['已收', '1', '0'],
    ['Bezahlt', 'Ja', 'Nein'],
  ])('%s: %s or %s', async (header, yes, no) => {
    const found = await counted(
      `日期,客户,金额,${header}`,
      `2026-02-01,张三,20.00,${yes}`,
      `2026-02-02,李四,30.00,${no}`,
      `2026-02-03,王五,40.00,${yes}`,
    )
    expect(found).toEqual({ gross: 6000, refund: 0, states: { paid: 2, pending: 1 } })
  })

  test('by the day it was paid', async () => {
    const rows = ['2026-02-01,Ann,20.00,2026-02-03', '2026-02-02,Bob,30.00,', '2026-02-03,Cid,40.00,2026-02-04']
    const found = await counted('Date,Customer,Amount,Paid', ...rows)
    expect(found).toEqual({ gross: 6000, refund: 0, states: { paid: 2, pending: 1 } })
  })

  test('more than a word that is of its parcel', async () => {
    const rows = [
      '2026-02-01,张三,20.00,已发货,是',
      '2026-02-02,李四,30.00,已发货,否',
      '2026-02-03,王五,40.00,已取消,是',
    ]
    const found = await counted('日期,客户,金额,状态,是否付款', ...rows)
    expect(found).toEqual({ gross: 2000, refund: 0, states: { paid: 1, pending: 1, cancelled: 1 } })
  })

  test('by how much was paid: nothing is not paid, a part is told', async () => {
    const shop = emptyShop()
    shop.write('o.csv', [
      '日期,客户,应收金额,已收',
      '2026-02-01,张三,20.00,20',
      '2026-02-02,李四,30.00,0',
      '2026-02-03,王五,40.00,15',
    ])
    const { out, err } = await shop.crm('import', 'o.csv', '--currency', 'CNY')
    expect(out).toContain('paid 60.00')
    expect(out).toContain('status: paid 2, pending 1')
    expect(err).toContain('o.csv › row 4 › 已收: only 15.00 of 40.00 was paid')
    const { err: zh } = await shop.crm('import', 'o.csv', '--currency', 'CNY', '--lang', 'zh')
    expect(zh).toContain('40.00 里只收到 15.00')
  })

  test('and not where the column names how it was paid', async () => {
    const rows = ['2026-02-01,张三,20.00,微信', '2026-02-02,李四,30.00,', '2026-02-03,王五,40.00,支付宝']
    const found = await counted('日期,客户,金额,付款', ...rows)
    expect(found).toEqual({ gross: 9000, refund: 0, states: { paid: 3 } })
  })
})

test('columns that answer whether an order was given back or cancelled', async () => {
  const refunded = ['2026-02-01,张三,20.00,否', '2026-02-02,李四,30.00,是', '2026-02-03,王五,40.00,']
  expect(await counted('日期,客户,金额,退款', ...refunded)).toEqual({
    gross: 9000,
    refund: 3000,
    states: { paid: 2, refunded: 1 },
  })
  const cancelled = ['2026-02-01,Ann,20.00,no', '2026-02-02,Bob,30.00,yes', '2026-02-03,Cid,40.00,no']
  expect(await counted('Date,Customer,Amount,Cancelled', ...cancelled)).toEqual({
    gross: 6000,
    refund: 0,
    states: { paid: 2, cancelled: 1 },
  })
})

test('amounts under the same names stay amounts', async () => {
  const rows = ['2026-02-01,张三,20.00,0', '2026-02-02,李四,30.00,12.50', '2026-02-03,王五,40.00,0']
  expect(await counted('日期,客户,金额,退款', ...rows)).toEqual({
    gross: 9000,
    refund: 1250,
    states: { paid: 2, partially_refunded: 1 },
  })
})

describe('an order of several rows', () => {
  const header = '单号,日期,客户,商品,金额,是否付款'

  test('answered on its first row is answered', async () => {
    const rows = ['A1,2026-02-01,张三,茶,20.00,是', 'A1,2026-02-01,张三,杯,30.00,', 'A2,2026-02-02,李四,茶,40.00,']
    expect(await counted(header, ...rows)).toEqual({ gross: 5000, refund: 0, states: { paid: 1, pending: 1 } })
  })

  test('answered differently on its rows counts by row, and says which it leaves out', async () => {
    const shop = emptyShop()
    shop.write('o.csv', [header, 'A1,2026-02-01,张三,茶,20.00,是', 'A1,2026-02-01,张三,杯,30.00,否'])
    const { out, err } = await shop.crm('import', 'o.csv', '--currency', 'CNY')
    expect(out).toContain('paid 20.00')
    expect(err).toContain('o.csv › row 3 › 是否付款: this row says "否", other rows of order A1 do not')
  })
})
