import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ImportJson, makeWorld, type World } from '../support/world.js'

function write(world: World, name: string, ...rows: readonly string[]): string {
  writeFileSync(join(world.folder, name), rows.join('\n'))
  return name
}

async function imported(world: World, name: string, ...options: readonly string[]) {
  const ran = await world.crm('import', name, '--json', ...options)
  return { code: ran.code, stderr: ran.stderr, file: ran.json<ImportJson>().files[0]! }
}

test.each([
  ['2026/3/31,總計,,3,980', '日期,客戶,品名,數量,金額', ['2026/3/1,陳怡君,烏龍茶,2,700', '2026/3/2,林志明,綠茶,1,280']],
  [
    '2026-03-31,本月合计,,3,980',
    '日期,客户,品名,数量,金额',
    ['2026-03-01,陈怡,乌龙茶,2,700', '2026-03-02,林明,绿茶,1,280'],
  ],
  [
    '2026-03-31,Monthly total,,3,980',
    'Date,Customer,Item,Qty,Amount',
    ['2026-03-01,Jane Roe,Tea,2,700', '2026-03-02,John Poe,Tea,1,280'],
  ],
  [
    ',Summe März,,3,980',
    'Datum,Kunde,Artikel,Menge,Betrag',
    ['01.03.2026,Jane Roe,Tee,2,700', '02.03.2026,John Poe,Tee,1,280'],
  ],
  ['I alt,,,980', 'Dato,Kunde,Vare,Beløb', ['13-03-2026,Mette,Krus,700', '14-03-2026,Lars,Krus,280']],
  ['Summa,,,980', 'Datum,Kund,Artikel,Belopp', ['2026-03-01,Anna,Mugg,700', '2026-03-02,Erik,Mugg,280']],
])('%s is a total and no sale', async (total, header, rows) => {
  const world = makeWorld()
  const { code, file } = await imported(world, write(world, 'sheet.csv', header, ...rows, total))
  expect(code).toBe(0)
  expect(file.orders).toMatchObject({ inserted: 2, rejected: 0 })
  expect(file.totals).toMatchObject([{ grossMinor: 98_000 }])
  expect(file.skipped).toMatchObject({ total: 1 })
})

test.each(['制表人：老板,,,', ',,Checked by Li,'])(
  '%s under the table is a remark, passed over and counted',
  async (remark) => {
    const world = makeWorld()
    const rows = ['日期,客户,备注,金额', '2026-03-01,王小姐,,20', '2026-03-02,李先生,,30', remark]
    const { code, file } = await imported(world, write(world, 'sheet.csv', ...rows))
    expect(code).toBe(0)
    expect(file.orders).toMatchObject({ inserted: 2, rejected: 0 })
    expect(file.skipped).toMatchObject({ blank: 1 })
  },
)

test.each([
  ['Date,Customer,Product,Amount', 'April 2024,,,', '2024-04-03,Ann,Mug,20', 'Page 1 of 2,,,', '2024-04-04,Bob,Cup,30'],
  ['客户,日期,商品,金额', '2024年4月,,,', '王芳,2024-04-03,杯,20', '第 1 页 共 2 页', '李雷,2024-04-04,碗,30'],
])('pages and months between the rows of %s are passed over and counted', async (...lines) => {
  const world = makeWorld()
  const { code, file } = await imported(world, write(world, 'sheet.csv', ...lines, ',,,Printed on 2024-05-30'))
  expect(code).toBe(0)
  expect(file).toMatchObject({ orders: { inserted: 2, rejected: 0 }, customers: { inserted: 2 } })
  expect(file.skipped).toEqual({ heading: 3 })
})

test('a month that is sold, and an order that goes on below a page, keep their rows', async () => {
  const world = makeWorld()
  const first = ['1,2024-04-03,Ann,Mug,20', 'Page 1 of 2,,,,', ',,,April 2024,', '2,2024-04-04,April,Cup,30']
  const rows = ['No,Date,Customer,Product,Amount', ...first, '1,2024-04-03,Ann,Bowl,20']
  const { code, file } = await imported(world, write(world, 'sheet.csv', ...rows))
  expect([code, file.orders.inserted, file.lines, file.skipped]).toEqual([0, 2, 4, { heading: 1 }])
})

test('pages in a list of customers are nobody', async () => {
  const world = makeWorld()
  const rows = ['客户,电话', '王芳,13800000501', '第1页,', '李雷,13800000502', '打印日期：2024-05-30,']
  const { file } = await imported(world, write(world, 'sheet.csv', ...rows))
  expect(file).toMatchObject({ customers: { inserted: 2 }, skipped: { heading: 2 } })
})

test('a day that cannot be read is no remark', async () => {
  const world = makeWorld()
  const rows = ['日期,客户,金额', '2026-03-01,王小姐,20', '2026-13-45,,', '昨天,李先生,30']
  const { code, file } = await imported(world, write(world, 'sheet.csv', ...rows))
  expect(code).toBe(3)
  expect(file.orders).toMatchObject({ inserted: 1, rejected: 2 })
})

test('a customer called Total buys all the same', async () => {
  const world = makeWorld()
  const rows = [
    'Date,Customer,Email,Amount',
    '2026-03-01,Total,office@mail-total.net,100.00',
    '2026-03-02,Jane Roe,,20.00',
  ]
  const { file } = await imported(world, write(world, 'sheet.csv', ...rows))
  expect(file.orders).toMatchObject({ inserted: 2 })
})

test('one number in two shops of a sheet is two orders, whether their rows stand together or not', async () => {
  for (const rows of [
    ['A,1,2026-03-01,Jane Roe,10.00', 'A,2,2026-03-02,Jane Roe,20.00', 'B,1,2026-03-02,John Poe,30.00'],
    ['A,1,2026-03-01,Jane Roe,10.00', 'B,1,2026-03-02,John Poe,30.00', 'A,2,2026-03-02,Jane Roe,20.00'],
  ]) {
    const world = makeWorld()
    const { code, file } = await imported(world, write(world, 'shops.csv', 'Shop,Order,Date,Customer,Amount', ...rows))
    expect(code).toBe(0)
    expect(file.orders).toMatchObject({ inserted: 3, rejected: 0 })
    expect(file.totals).toMatchObject([{ grossMinor: 6000 }])
  }
})

test('words of state in other languages mean what they say', async () => {
  const world = makeWorld()
  const rows = [
    'bezahlt',
    'offen',
    'storniert',
    'Annulée',
    'キャンセル',
    'Pendiente',
    'Remboursée',
    'Cancelado',
    'Overdue',
    '已出貨',
  ]
  const orders = rows.map((word, at) => `R${at},2026-03-${String(at + 10)},Jane Roe,${word},10.00`)
  const { file } = await imported(world, write(world, 's.csv', 'Order,Date,Customer,Status,Amount', ...orders))
  expect(file.status).toMatchObject({ paid: 2, pending: 3, cancelled: 4, refunded: 1, unknown: 0 })
  expect(file.totals).toMatchObject([{ netMinor: 2000 }])
})

test('an eBay report without its total column does not count what sums an order up', async () => {
  const world = makeWorld()
  const file = write(
    world,
    'ebay.csv',
    'Sales Record Number,Order Number,Buyer Username,Buyer Name,Item Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Sale Date,Paid On Date',
    '101,14-1,jroe,Jane Roe,,,,2,$30.00,$4.99,Sep-27-26,Sep-27-26',
    '101,14-1,jroe,,4001,Cup,C1,1,$12.00,,Sep-27-26,',
    '101,14-1,jroe,,4002,Pot,P1,1,$18.00,,Sep-27-26,',
  )
  const { file: told } = await imported(world, file, '--json')
  expect(told.totals).toMatchObject([{ currency: 'USD', grossMinor: 3499 }])
})

test('what is no currency is not taken for one', async () => {
  const world = makeWorld()
  const file = write(world, 's.csv', 'Date,Customer,Amount', '2026-03-01,Jane Roe,10.00')
  const wrong = await world.crm('import', file, '--currency', 'XX')
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('"XX" is no currency')
  const { file: told } = await imported(world, file, '--currency', 'eur')
  expect(told.totals).toMatchObject([{ currency: 'EUR', grossMinor: 1000 }])
})

test('a rating with the order number and a name of the platform is that of the buyer of the order', async () => {
  const world = makeWorld()
  await world.crm(
    'import',
    write(world, 'o.csv', 'Order,Date,Customer,Phone,Amount', '3001,2026-03-01,李丽,13800000051,40'),
  )
  await world.crm('import', write(world, 'r.csv', '订单号,评价时间,评分,买家昵称', '3001,2026-03-10,5,annaex'))
  expect((await world.crm('list', '--json')).json<{ rows: unknown[] }>().rows).toHaveLength(1)
  expect((await world.crm('show', '李丽')).stdout).toContain('5.0 of 5, from 1 rating')
})

test('dates with points and the year behind are read day first', async () => {
  const world = makeWorld()
  const { code, file } = await imported(
    world,
    write(world, 's.csv', 'Datum;Kunde;Betrag', '01.03.2026;Jane Roe;10,50', '02.03.2026;John Poe;20,00'),
  )
  expect(code).toBe(0)
  expect(file.orders).toMatchObject({ inserted: 2 })
  expect((await world.crm('list', '--json')).stdout).toContain('2026-03-02')
})

test('a PayPal download without its last column is still one', async () => {
  const world = makeWorld()
  const file = write(
    world,
    'p.csv',
    'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Reference Txn ID',
    '3/1/2026,10:00:05,PST,Ada Winter,Website Payment,Completed,EUR,40.00,-1.50,38.50,ada@mail-example.net,shop@mail-example.net,TX1,',
    '3/20/2026,10:00:05,PST,,General Withdrawal,Completed,EUR,-50.00,0.00,-50.00,shop@mail-example.net,,TX2,',
  )
  const { file: told } = await imported(world, file)
  expect(told.format).toBe('paypal-activity')
  expect(told.totals).toMatchObject([{ currency: 'EUR', grossMinor: 4000, netMinor: 4000 }])
})

test.each([
  ['产地', ['日本', '日本']],
  ['品牌国家', ['日本', '美国']],
  ['发货仓', ['美国', '美国']],
  ['Made in', ['China', 'China']],
  ['Origin', ['Japan', 'Japan']],
  ['Country of origin', ['Japan', 'Japan']],
  ['Herkunftsland', ['Japan', 'Japan']],
  ['Lang', ['de', 'en', 'fr']],
  ['Lang', ['de', 'de', 'de']],
  ['Payment', ['COD', 'COD']],
  ['Payment method', ['COD', 'COD', 'COD']],
  ['Agent', ['AL', 'MO']],
  ['Rep', ['JO', 'PA']],
  ['Team', ['Chad', 'Georgia', 'Jordan']],
  ['Who', ['Chad', 'Georgia', 'Jordan']],
  ['X', ['DE', 'FR', 'IT']],
])('a column %s of %j is not where buyers live, and no currency comes of it', async (name, values) => {
  const header = name.charCodeAt(0) > 255 ? `订单号,日期,客户,金额,${name}` : `Order No,Date,Customer,Total,${name}`
  const [plain, beside] = [makeWorld(), makeWorld()]
  const rows = values.map((value, at) => [`A${at},2026-03-0${at + 1},Buyer ${at},100`, value])
  const { file: without } = await imported(
    plain,
    write(plain, 's.csv', header.replace(/,[^,]*$/, ''), ...rows.map(([row]) => row!)),
  )
  const { file } = await imported(beside, write(beside, 's.csv', header, ...rows.map((row) => row.join(','))))
  expect(file.totals).toEqual(without.totals)
  const { rows: customers } = (await beside.crm('list', '--json')).json<{ rows: { country: string | null }[] }>()
  expect(customers.map(({ country }) => country)).toEqual(values.map(() => null))
})

test.each([
  ['Ship to', ['DE', 'FR'], 'DE'],
  ['Zielland', ['Deutschland', 'Frankreich'], 'DE'],
  ['目的国', ['德国', '法国'], 'DE'],
  ['Where', ['Germany', 'France', 'Italy'], 'DE'],
])('a column %s of %j is', async (name, values, first) => {
  const world = makeWorld()
  const rows = values.map((value, at) => `A${at},2026-03-0${at + 1},Buyer ${at},100,${value}`)
  await world.crm('import', write(world, 's.csv', `Order No,Date,Customer,Total,${name}`, ...rows))
  const { rows: customers } = (await world.crm('list', '--json')).json<{ rows: { country: string | null }[] }>()
  expect(customers.map(({ country }) => country)).toContain(first)
})

test('a guessed column of countries decides no currency; one called so does', async () => {
  for (const [name, currency] of [
    ['Ship to', 'USD'],
    ['Country', 'JPY'],
  ]) {
    const world = makeWorld()
    const rows = ['A1,2026-03-01,Ann,100,Japan', 'A2,2026-03-02,Bob,50,Japan']
    const { file } = await imported(world, write(world, 's.csv', `Order No,Date,Customer,Total,${name}`, ...rows))
    expect(file.totals).toMatchObject([{ currency }])
  }
})
