import { expect, test } from 'vitest'
import { emptyShop } from './shop.js'

/** Ann paid 50.00 and owes 30.00, Bob owes 20.00 in euros, Eve cancelled. */
async function shopThatShipsFirst() {
  const shop = emptyShop()
  shop.write('orders.csv', [
    'Order No,Order Date,Customer Name,Total,Currency,Status',
    '1,2026-08-01,Ann,50.00,USD,paid',
    '2,2026-08-05,Ann,30.00,USD,pending',
    '3,2026-08-06,Bob,20.00,USD,pending',
    '4,2026-08-07,Eve,10.00,USD,cancelled',
  ])
  const { code, err } = await shop.crm('import', 'orders.csv')
  if (code !== 0) throw new Error(err)
  return shop
}

const figures = async (shop: Awaited<ReturnType<typeof shopThatShipsFirst>>) =>
  (await shop.json('list')).rows.map(({ name, orders, netMinor }) => [name, orders, netMinor])

const paidOnly = [
  ['Ann', 1, 5000],
  ['Bob', 0, 0],
  ['Eve', 0, 0],
]
const withPending = [
  ['Ann', 2, 8000],
  ['Bob', 1, 2000],
  ['Eve', 0, 0],
]

test('orders not yet paid count once the seller says so, and no more when it is lifted or taken back', async () => {
  const shop = await shopThatShipsFirst()
  expect(await figures(shop)).toEqual(paidOnly)
  const { err } = await shop.crm('config', 'set', 'count.pending', '是')
  expect(err).toContain('count.pending is now yes')
  expect(err).toContain('2 orders not yet paid: counted as purchases')
  expect(await figures(shop)).toEqual(withPending)
  await shop.crm('config', 'unset', 'count.pending')
  expect(await figures(shop)).toEqual(paidOnly)
  await shop.crm('undo')
  expect(await figures(shop)).toEqual(withPending)
  await shop.crm('config', 'set', 'count.pending', 'no')
  expect(await figures(shop)).toEqual(paidOnly)
})

test('the setting is listed with where it comes from, and what it takes', async () => {
  const shop = await shopThatShipsFirst()
  const shown = async () =>
    (await shop.json('config', 'get', 'count.pending')).rows.map(({ value, origin }) => [value, origin])
  expect(await shown()).toEqual([['no', 'usual']])
  await shop.crm('config', 'set', 'count.pending', 'yes')
  expect(await shown()).toEqual([['yes', 'ledger']])
  const { code, err } = await shop.crm('config', 'set', 'count.pending', 'maybe')
  expect(code).toBe(2)
  expect(err).toContain('yes or no')
})

test('reports and why say that they count orders not yet paid', async () => {
  const shop = await shopThatShipsFirst()
  expect((await shop.crm('tier')).out).not.toContain('count.pending')
  await shop.crm('config', 'set', 'count.pending', 'yes')
  for (const argv of [['tier'], ['rfm'], ['why', 'Ann'], ['report', 'weekly']])
    expect((await shop.crm(...argv)).out).toContain('count.pending')
  expect((await shop.crm('tier', '--lang', 'zh')).out).toContain('未付款的订单也算作成交')
})

test('an import after it counts them in its totals, and one customer’s file shows the order as counted', async () => {
  const shop = await shopThatShipsFirst()
  await shop.crm('config', 'set', 'count.pending', 'yes')
  shop.write('more.csv', [
    'Order No,Order Date,Customer Name,Total,Currency,Status',
    '5,2026-08-08,Bob,7.00,USD,pending',
  ])
  const imported = await shop.json('import', 'more.csv')
  const [file] = imported.files as readonly { readonly totals: unknown }[]
  expect(file!.totals).toEqual([{ currency: 'USD', grossMinor: 700, refundMinor: 0, netMinor: 700 }])
  expect((await figures(shop))[1]).toEqual(['Bob', 2, 2700])
})

test('a missing rate of an order not yet paid is asked for when it counts', async () => {
  const shop = await shopThatShipsFirst()
  shop.write('euro.csv', [
    'Order No,Order Date,Customer Name,Total,Currency,Status',
    '6,2026-08-08,Bob,7.00,EUR,pending',
  ])
  await shop.crm('import', 'euro.csv')
  expect((await shop.crm('tier')).code).toBe(0)
  expect((await shop.crm('config', 'set', 'count.pending', 'yes')).err).toContain('crm rates set EUR=')
  expect((await shop.crm('tier')).code).toBe(1)
})

test('lifting what is not set changes nothing', async () => {
  const shop = await shopThatShipsFirst()
  const { code, err } = await shop.crm('config', 'unset', 'zone')
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('was not set') })
  expect((await shop.json('imports')).rows).toHaveLength(1)
})
