import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

const header = '订单号,日期,客户,电话,金额'
const byMember = '订单号,日期,客户,会员号,金额'

async function imported(shop: Shop, name: string, rows: readonly string[]) {
  shop.write(name, rows)
  const { code, out } = await shop.crm('import', name, '--currency', 'CNY')
  expect(code).toBe(0)
  return out
}

/** What a later file tells of the buyers of known orders. */
async function retold(): Promise<Shop> {
  const shop = emptyShop()
  await imported(shop, '1.csv', [header, 'A1,2026-03-01,安娜,13800008001,100', 'A2,2026-03-03,鲍勃,13800008002,50'])
  await imported(shop, '2.csv', [byMember, 'A1,2026-03-01,安娜,M001,100', 'A2,2026-03-03,鲍勃勃,M002,50'])
  return shop
}

describe('values of files are not said to be typed by hand', () => {
  const placeOf = async (shop: Shop, customer: string, wanted: string) => {
    const { tables } = (await shop.json('show', customer)) as unknown as {
      tables: { key: string; rows: { field: string; file: string; row: number | null }[] }[]
    }
    const { file, row } = tables.find(({ key }) => key === 'values')!.rows.find(({ field }) => field === wanted)!
    return [file, row]
  }

  test('where another file tells the order now', async () => {
    const shop = await retold()
    expect(await placeOf(shop, '安娜', 'phone')).toEqual(['1.csv', 2])
    expect((await shop.crm('show', '安娜')).out).not.toContain('yped by hand')
    expect((await shop.crm('show', '安娜', '--lang', 'zh')).out).not.toContain('手工填写')
    await shop.crm('edit', '安娜', '--phone', '13800009009')
    expect(await placeOf(shop, '安娜', 'phone')).toEqual(['typed by hand', null])
  })

  test('where no order is left', async () => {
    const shop = await retold()
    await shop.crm('tag', '鲍勃', 'vip')
    await shop.crm('undo', '2')
    await shop.crm('undo', '1')
    const { out } = await shop.crm('show', '鲍勃')
    expect(out).toContain('鲍勃')
    expect(out).not.toContain('yped by hand')
  })
})

test('an order whose buyer alone differs is said to differ in that', async () => {
  const shop = await retold()
  const { err } = await shop.crm('undo')
  expect(err).toContain('  Order A1: buyer 安娜 with another id, phone, e-mail or address\n')
  expect(err).toContain('  Order A2: buyer 鲍勃勃 → 鲍勃\n')
  expect(err).not.toContain('other items')
  const redone = await shop.crm('undo', '--redo', '--lang', 'zh')
  expect(redone.err).toContain('订单 A2：买家 鲍勃 → 鲍勃勃\n')
  expect(redone.err).not.toContain('商品明细')
})

test('an order whose items and buyer differ is said to differ in both', async () => {
  const shop = emptyShop()
  await imported(shop, '1.csv', ['订单号,日期,客户,商品,金额', 'A1,2026-03-01,安娜,茶,100'])
  await imported(shop, '2.csv', ['订单号,日期,客户,商品,金额', 'A1,2026-03-01,鲍勃,杯,100'])
  expect((await shop.crm('undo')).err).toContain('Order A1: buyer 鲍勃 → 安娜; other items\n')
})

test('refunds without a customer column belong to the customers of their orders', async () => {
  const shop = emptyShop()
  const orders = [header, 'A1,2026-03-01,安娜,13800008001,100', 'A2,2026-03-03,,,50']
  expect(await imported(shop, 'orders.csv', orders)).toContain('1 order without a customer')
  const refunds = ['订单号,退款日期,退款金额', 'A1,2026-03-10,30']
  expect(await imported(shop, 'refunds.csv', refunds)).not.toContain('without a customer')
})

test('what was counted on each row is not said to be counted once', async () => {
  const lines = '订单号,日期,客户,商品,数量,金额'
  const repeated = ['L1,2026-03-01,安娜,茶,1,100', 'L1,2026-03-01,安娜,杯,1,100']
  const varying = ['L3,2026-03-02,鲍勃,盘,3,30', 'L3,2026-03-02,鲍勃,碟,1,20']
  const each = await imported(emptyShop(), 'each.csv', [lines, ...repeated, ...varying])
  expect(each).toContain('CNY: paid 250.00')
  expect(each).toContain('1 order with several rows bears the same "金额" on each row: all rows counted')
  const once = await imported(emptyShop(), 'once.csv', [lines, ...repeated])
  expect(once).toContain('CNY: paid 100.00')
  expect(once).toContain('1 order with several rows bears the same "金额" on each row: counted once an order')
})

test('refunds that waited are said to come off the orders that come', async () => {
  const shop = emptyShop()
  const refunds = ['Order No,Refund Date,Refund Amount', 'R1,2026-03-20,25', 'R9,2026-03-21,10', 'R2,2026-03-21,70']
  await imported(shop, 'refunds.csv', refunds)
  const orders = ['Order No,Date,Customer,Amount', 'R1,2026-03-01,Bob,100', 'R2,2026-03-15,Ann,60']
  const said = 'refunds imported before waited for 2 of these orders: 95.00 CNY comes off'
  shop.write('orders.csv', orders)
  expect((await shop.crm('import', 'orders.csv', '--currency', 'CNY', '--dry-run')).out).toContain(said)
  expect((await shop.crm('import', 'orders.csv', '--currency', 'CNY', '--dry-run', '--lang', 'zh')).out).toContain(
    '以前导入的退款等到了原订单（2 个）：账本和报表里已从实付中减去 95.00 CNY',
  )
  expect(await imported(shop, 'orders.csv', orders)).toContain(said)
  expect(await imported(shop, 'orders.csv', orders)).not.toContain('waited for')
})
