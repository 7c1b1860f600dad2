import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dumpLedger } from '../support/dump.js'
import { type ImportJson, makeWorld, type World } from '../support/world.js'

function write(world: World, name: string, ...rows: readonly string[]): string {
  writeFileSync(join(world.folder, name), rows.join('\n'))
  return name
}

const shop = (world: World) =>
  write(
    world,
    'shop.csv',
    'Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price',
    '#1001,ada@mail-example.net,paid,2026-05-01 10:00:00 +0000,USD,40.00,2026-05-01 10:00:00 +0000,1,Cup,40.00',
    '#1002,ben@mail-example.net,paid,2026-05-20 10:00:00 +0000,USD,25.00,2026-05-20 10:00:00 +0000,1,Mug,25.00',
  )

/** TX1 is #1001 paid; TX2 falls between the orders of the shop, TX3 long after them. */
const paypal = (world: World) =>
  write(
    world,
    'paypal.csv',
    'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Reference Txn ID,Balance Impact',
    '5/1/2026,10:00:05,PDT,Ada Winter,Express Checkout Payment,Completed,USD,40.00,-1.50,38.50,ada@mail-example.net,shop@mail-example.net,TX1,,Credit',
    '5/13/2026,09:00:00,PDT,Cleo Hale,Website Payment,Completed,USD,7.00,-0.40,6.60,cleo@mail-example.net,shop@mail-example.net,TX2,,Credit',
    '8/20/2026,09:00:00,PDT,Cleo Hale,Website Payment,Completed,USD,9.00,-0.40,8.60,cleo@mail-example.net,shop@mail-example.net,TX3,,Credit',
  )

/** Net of everybody in minor units. */
async function net(world: World): Promise<number> {
  const { rows } = (await world.crm('list', '--on', '2026-09-01', '--json')).json<{
    rows: readonly { netMinor: number }[]
  }>()
  return rows.reduce((sum, { netMinor }) => sum + netMinor, 0)
}

const current = (world: World) => {
  const { orders, customers } = dumpLedger(join(world.folder, 'crm.db'))
  return { orders, customers }
}

test('payments are the sales where no export of orders is', async () => {
  const world = makeWorld()
  const { files } = (await world.crm('import', paypal(world), '--json')).json<ImportJson>()
  expect(files[0]).toMatchObject({ notCounted: 0, totals: [{ grossMinor: 5600, netMinor: 5600 }] })
  expect(await net(world)).toBe(5600)
})

test('beside orders of the same days they are not counted, whichever file came first', async () => {
  const [a, b] = [makeWorld(), makeWorld()]
  await a.crm('import', shop(a))
  const told = await a.crm('import', paypal(a))
  expect(told.stdout).toContain('2 payments, shipments or invoices not counted')
  expect(told.stdout).toContain('crm import "paypal.csv" --as orders')
  expect(told.stdout).toContain('USD: paid 9.00, refunded 0.00, net 9.00')
  await b.crm('import', paypal(b))
  const later = await b.crm('import', shop(b))
  expect(later.stderr + later.stdout).toContain(
    '2 earlier payments, shipments or invoices that counted as sales do not any more',
  )
  // 40 + 25 of the shop, and 9 of a day it tells nothing of.
  expect([await net(a), await net(b)]).toEqual([7400, 7400])
  expect(current(a)).toEqual(current(b))
})

test('taking the orders back makes the payments the sales again', async () => {
  const world = makeWorld()
  await world.crm('import', paypal(world))
  const before = current(world)
  await world.crm('import', shop(world))
  await world.crm('undo')
  expect(await net(world)).toBe(5600)
  expect(current(world)).toEqual(before)
  await world.crm('undo', '--redo')
  expect(await net(world)).toBe(7400)
})

test('--as orders counts them as other sales, and can be taken back', async () => {
  const world = makeWorld()
  await world.crm('import', shop(world))
  await world.crm('import', paypal(world))
  const before = current(world)
  const forced = (await world.crm('import', 'paypal.csv', '--as', 'orders', '--json')).json<ImportJson>()
  expect(forced.batch).toBe(3)
  expect(await net(world)).toBe(6500 + 5600)
  const again = (await world.crm('import', 'paypal.csv', '--as', 'orders', '--json')).json<ImportJson>()
  expect(again.batch).toBe(null)
  await world.crm('undo')
  expect(await net(world)).toBe(7400)
  expect(current(world)).toEqual(before)
})

test('which payments count does not depend on the order of files, or on how orders are split over them', async () => {
  const order = (number: string, on: string) => `${number},${on},Jane Roe,10.00`
  const head = 'Order,Date,Customer,Amount'
  const [jan, feb] = [order('1', '2026-04-30'), order('2', '2026-06-03')]
  const dumps: unknown[] = []
  for (const names of [
    ['pay', 'jan', 'feb', 'all'],
    ['all', 'jan', 'feb', 'pay'],
    ['feb', 'pay', 'jan'],
    ['pay', 'all'],
  ]) {
    const world = makeWorld()
    paypal(world)
    write(world, 'jan.csv', head, jan)
    write(world, 'feb.csv', head, feb)
    write(world, 'all.csv', head, jan, feb)
    for (const name of names) await world.crm('import', name === 'pay' ? 'paypal.csv' : `${name}.csv`)
    dumps.push(current(world))
  }
  for (const dump of dumps) expect(dump).toEqual(dumps[0])
})

const billHead = '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号'
const paid = (on: string, amount: string, number: string, way = '收入') =>
  `${on} 12:00:00,二维码收款,阿强,茶,${way},¥${amount},零钱,已收钱,${number},${number}`

test('a wallet’s bill is the sales alone, and not counted beside a sheet of orders of its days', async () => {
  const bill = [billHead, paid('2026-03-26', '100.00', '501'), paid('2026-03-28', '56.00', '502')]
  const back = '2026-03-28 13:00:00,转账-退款,阿强,退款,支出,¥6.00,零钱,支付成功,503,502'
  const world = makeWorld()
  write(world, 'bill.csv', ...bill, back)
  await world.crm('import', 'bill.csv')
  expect(await net(world)).toBe(15000)
  write(world, 'own.csv', '日期,客户,电话,金额', '2026-03-26,阿强,13800010001,100', '2026-03-28,小美,13800010002,56')
  await world.crm('import', 'own.csv')
  expect(await net(world)).toBe(15600)
  await world.crm('import', 'bill.csv', '--as', 'orders')
  expect(await net(world)).toBe(15600 + 15000)
})

test('a row of a wallet’s bill that names an order of a shop is not counted besides, whenever it was paid', async () => {
  const taobao = '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,订单创建时间,订单付款时间,宝贝标题'
  for (const [number, expected] of [
    ['T200P111', 8800],
    ['111', 8800],
    ['T200P112', 8800 + 8800],
    ['P111', 8800 + 8800],
  ] as const) {
    const world = makeWorld()
    write(world, 'bill.csv', billHead, paid('2026-03-31', '88.00', number))
    write(world, 'shop.csv', taobao, '111,nick,88,88,交易成功,周一,2026-03-01 10:00:00,2026-03-31 10:00:00,茶')
    await world.crm('import', 'bill.csv')
    await world.crm('import', 'shop.csv')
    expect([number, await net(world)]).toEqual([number, expected])
  }
})

test('what a journal gives back after the last day of the orders is of the sales that stand beside them', async () => {
  const head = 'Date,Type,No.,Customer,Total'
  const rows = [
    '2026-05-01,Invoice,7001,Ada Winter,40.00',
    '2026-05-20,Sales Receipt,7002,Ben Moss,25.00',
    '2026-05-21,Payment,7003,Ben Moss,25.00',
  ]
  const laterSale = '2026-06-02,Invoice,7005,Ada Winter,9.00'
  const back = (on: string, who: string) => `${on},Refund,7009,${who},-5.50`
  for (const [more, expected] of [
    [[back('2026-05-22', 'Ben Moss')], 6500],
    [[back('2026-05-22', 'Cleo Hale')], 6500],
    [[laterSale, back('2026-06-03', 'Ada Winter')], 6500 + 900 - 550],
    [[laterSale, back('2026-06-03', 'Ben Moss')], 6500 + 900],
  ] as const) {
    const [a, b] = [makeWorld(), makeWorld()]
    for (const world of [a, b]) write(world, 'journal.csv', head, ...rows, ...more)
    await a.crm('import', shop(a))
    await a.crm('import', 'journal.csv')
    await b.crm('import', 'journal.csv')
    await b.crm('import', shop(b))
    expect([more, await net(a)]).toEqual([more, expected])
    expect(current(a)).toEqual(current(b))
  }
})
