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

  test('however it is written, and what is no answer is told', async () => {
    const rows = [
      '张三,20.00,是（微信）',
      '李四,30.00,否',
      '王五,40.00,待定',
      '赵六,50.00,退款',
      '钱七,60.00,部分',
      '孙八,70.00,2026-02-09',
    ]
    const shop = emptyShop()
    shop.write('o.csv', ['客户,金额,是否付款,日期', ...rows.map((row) => `${row},2026-02-01`)])
    const { out } = await shop.crm('import', 'o.csv', '--currency', 'CNY')
    expect(out).toContain('paid 200.00, refunded 50.00, net 150.00')
    expect(out).toContain('status: paid 3, pending 2, refunded 1')
    expect(out).toContain('status words not known here: 部分 1')
  })

  test('with decimal commas', async () => {
    const shop = emptyShop()
    const rows = ['03.02.2026;Ann;1.000,00;1.000,00', '04.02.2026;Bob;30,00;0,00', '05.02.2026;Cid;40,00;15,50']
    shop.write('o.csv', ['Datum;Kunde;Betrag;Bezahlt', ...rows])
    const { out, err } = await shop.crm('import', 'o.csv', '--currency', 'EUR')
    expect(out).toContain('paid 1,040.00')
    expect(out).toContain('status: paid 2, pending 1')
    expect(err).toContain('only 15.50 of 40.00 was paid')
    expect(err).not.toContain('row 2')
  })

  test('with marks of thousands', async () => {
    const shop = emptyShop()
    const rows = ['2026-02-01,Ann,"2,000.00","1,000.00"', '2026-02-02,Bob,"1,500.00","1,500.00"']
    shop.write('o.csv', ['Date,Customer,Amount,Paid', ...rows])
    const { err } = await shop.crm('import', 'o.csv', '--currency', 'EUR')
    expect(err).toContain('only 1,000.00 of 2,000.00 was paid')
    expect(err).not.toContain('row 3')
  })

  test('but a blank says nothing beside a state', async () => {
    const rows = ['2026-02-01,Ann,20.00,paid,', '2026-02-02,Bob,30.00,paid,no', '2026-02-03,Cid,40.00,paid,yes']
    expect(await counted('Date,Customer,Amount,Status,Paid', ...rows)).toMatchObject({
      states: { paid: 2, pending: 1 },
    })
  })

  test('and not where the column names how it was paid', async () => {
    const rows = ['2026-02-01,张三,20.00,微信', '2026-02-02,李四,30.00,', '2026-02-03,王五,40.00,支付宝']
    const found = await counted('日期,客户,金额,支付方式', ...rows)
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

test('the day an order was given back or cancelled is a yes', async () => {
  const rows = ['2026-02-01,张三,20.00,,', '2026-02-02,李四,30.00,2026-02-05,', '2026-02-03,王五,40.00,,2026-02-06']
  expect(await counted('日期,客户,金额,是否退款,已取消', ...rows, '2026-02-04,赵六,50.00,2026-02-07,')).toEqual({
    gross: 10000,
    refund: 8000,
    states: { paid: 1, refunded: 2, cancelled: 1 },
  })
})

test('amounts under 已退款 are what was given back', async () => {
  const rows = ['2026-02-01,张三,20.00,', '2026-02-02,李四,30.00,12.50', '2026-02-03,王五,40.00,40.00']
  expect(await counted('日期,客户,金额,已退款', ...rows)).toMatchObject({ gross: 9000, refund: 5250 })
})

test('the day of a refund is not that of the order', async () => {
  const rows = ['2026-02-01,Ann,20.00,', '2026-02-02,Bob,30.00,2026-02-05']
  for (const header of ['Refund date', '退款时间', 'Refunded on'])
    expect(await counted(`Date,Customer,Amount,${header}`, ...rows)).toMatchObject({ gross: 5000, refund: 3000 })
  const part = ['2026-02-01,Ann,20.00,,', '2026-02-02,Bob,30.00,2026-02-05,12.00']
  expect(await counted('Date,Customer,Amount,Refund date,Refund', ...part)).toMatchObject({ gross: 5000, refund: 1200 })
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
    expect(err).toContain('o.csv › row 3 › 是否付款: this row says "是否付款: 否", other rows of order A1 do not')
  })
})

describe('the day of payment', () => {
  const header = 'Date,Customer,Amount,Paid on'

  test('tells who has not paid where no state does', async () => {
    const rows = ['2026-02-01,Ann,20.00,2026-02-03', '2026-02-02,Bob,30.00,', '2026-02-03,Cid,40.00,2026-02-04']
    expect(await counted(header, ...rows)).toEqual({ gross: 6000, refund: 0, states: { paid: 2, pending: 1 } })
    expect(await counted(`${header},Status`, ...rows.map((row) => `${row},shipped`))).toMatchObject({ gross: 9000 })
  })

  test('says nothing where nobody fills it in', async () => {
    const rows = ['2026-02-01,Ann,20.00,', '2026-02-02,Bob,30.00,']
    expect(await counted(header, ...rows)).toMatchObject({ gross: 5000, states: { paid: 2 } })
  })
})

test('the amount with tax is what an order came to, whichever column comes first', async () => {
  const rows = ['2026-02-01,张三,100.00,13.00,113.00', '2026-02-02,李四,50.00,6.50,56.50']
  expect(await counted('日期,客户,金额,税额,含税价', ...rows)).toMatchObject({ gross: 16950 })
  expect(await counted('日期,客户,Amount (ex GST),税额,Amount (inc GST)', ...rows)).toMatchObject({ gross: 16950 })
  expect(await counted('日期,客户,金额,税额,运费', ...rows.map((row) => row.replace(/[\d.]+$/, '5.00')))).toMatchObject(
    {
      gross: 15000,
    },
  )
})
