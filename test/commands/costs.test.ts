import { expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

interface Issue {
  readonly severity: string
  readonly code: string
  readonly count: number
}

interface FileSaid {
  readonly orders: { readonly inserted: number; readonly rejected: number }
  readonly totals: readonly { readonly currency: string }[]
  readonly issues: readonly Issue[]
}

async function imported(shop: Shop, name: string, ...lines: readonly string[]): Promise<FileSaid> {
  shop.write(name, lines)
  const { out } = await shop.crm('import', name, '--json')
  return (JSON.parse(out) as { files: FileSaid[] }).files[0]!
}

const issuesOf = ({ issues }: FileSaid) => issues.map(({ severity, code, count }) => [severity, code, count])

/** Profit of every customer by name, in minor units. */
async function profits(shop: Shop): Promise<Record<string, unknown>> {
  const { rows } = await shop.json('tier', '--by', 'profit')
  return Object.fromEntries(rows.map((row) => [row.name, row.valueMinor]))
}

test('the signs of the costs do not decide what currency the sales are in', async () => {
  const shop = emptyShop()
  const said = await imported(
    shop,
    'orders.csv',
    'Order ID,Date,Customer,Total,Cost,Fee',
    '1,2026-08-01,Ann,100,¥60,¥1',
    '2,2026-08-02,Bob,100,¥300,¥1',
  )
  expect(said.totals.map(({ currency }) => currency)).toEqual(['USD'])
})

test.each([
  ['订单号,日期,客户,成本（元）,金额(USD)', '1,2026-08-01,Ann,60,100'],
  ['Order ID,Date,Customer,Cost,Total', '1,2026-08-01,Ann,¥60,$100'],
  ['Order ID,Date,Customer,Fee,Total', '1,2026-08-01,Ann,60元,$100'],
  ['Order ID,Date,Customer,Unit Cost,Quantity,Total', '1,2026-08-01,Ann,¥60,1,$100'],
  ['Order ID,Date,Customer,Unit Cost (CNY),Quantity,Total,Currency', '1,2026-08-01,Ann,60,1,100,USD'],
])('a cost in another currency than the sale is not taken for the sale’s: %s', async (header, row) => {
  const shop = emptyShop()
  const said = await imported(shop, 'orders.csv', header, row)
  expect(issuesOf(said)).toEqual([['warning', 'cost.other-currency', 1]])
  expect(said.totals).toMatchObject([{ currency: 'USD' }])
  expect((await shop.crm('tier', '--by', 'profit')).code).toBe(1)
})

test('a sign that several currencies share is the sale’s own', async () => {
  const shop = emptyShop()
  const said = await imported(
    shop,
    'orders.csv',
    'Order ID,Date,Customer,Cost,Total,Currency',
    '1,2026-08-01,Ann,$60,100,CAD',
    '2,2026-08-02,Bob,¥60,100,JPY',
  )
  expect(issuesOf(said)).toEqual([])
})

test.each([
  ['订单号,日期,客户,金额,成本', '1,2026-08-01,王芳,100,待定', '2,2026-08-02,李雷,100,60'],
  ['Order ID,Date,Customer,Total,Commission', '1,2026-08-01,Ann,100,5%', '2,2026-08-02,Bob,100,60'],
  ['订单号,日期,客户,数量,金额,进价', '1,2026-08-01,王芳,1,100,问厂家', '2,2026-08-02,李雷,1,100,60'],
  ['订单号,日期,客户,金额,成本', '1,2026-08-01,王芳,100,#N/A!', '2,2026-08-02,李雷,100,60'],
])('a cost that is no amount leaves the cost open, not the order out: %s', async (...lines) => {
  const shop = emptyShop()
  const said = await imported(shop, 'orders.csv', ...lines)
  expect(issuesOf(said)).toEqual([['warning', 'cost.ignored', 1]])
  expect(said.orders).toMatchObject({ inserted: 2, rejected: 0 })
  expect(Object.values(await profits(shop)).sort()).toEqual([10000, 4000])
})

test('a rebate among fees is taken off them', async () => {
  const shop = emptyShop()
  await imported(
    shop,
    'orders.csv',
    'Order ID,Date,Customer,Total,Fee',
    '1,2026-08-01,Ann,100,5',
    '2,2026-08-02,Ann,100,-2',
  )
  expect(await profits(shop)).toEqual({ Ann: 19700 })
})

test('costs that all stand with a minus are costs', async () => {
  const shop = emptyShop()
  await imported(
    shop,
    'orders.csv',
    'Order ID,Date,Customer,Total,Cost,Fee',
    '1,2026-08-01,Ann,100,-60,-1',
    '2,2026-08-02,Bob,100,0,-2',
    '3,2026-08-03,Cid,100,,-3',
  )
  expect(await profits(shop)).toEqual({ Ann: 3900, Bob: 9800, Cid: 9700 })
})

test('the whole column decides, also where its first rows would decide otherwise', async () => {
  const shop = emptyShop()
  const rebates = Array.from({ length: 2100 }, (_, at) => `${at + 1},2026-08-01,Ann,10,-1`)
  await imported(shop, 'orders.csv', 'Order ID,Date,Customer,Total,Fee', ...rebates, '9000,2026-08-01,Ann,10,100')
  expect(await profits(shop)).toEqual({ Ann: 2_101_000 + 210_000 - 10_000 })
})

test('goods that come back take their cost back, with whichever sign it is written', async () => {
  const shop = emptyShop()
  await imported(shop, 'orders.csv', 'Date,Customer,Total,Cost', '2026-08-01,Ann,100,60', '2026-08-02,Ann,-50,-30')
  expect(await profits(shop)).toEqual({ Ann: 10000 - 6000 - 5000 + 3000 })
})
