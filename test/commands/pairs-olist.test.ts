import { expect, test } from 'vitest'
import { ledgerOf } from '../support/import-orders.js'

const [orders, items, payments, customers] = [
  'olist-orders/months.csv',
  'olist-order-items/pieces.csv',
  'olist-payments/ways.csv',
  'olist-customers/people.csv',
] as const

const sequences = [
  [orders, items, payments, customers],
  [customers, payments, items, orders],
  [items, customers, orders, payments],
  [payments, orders, customers, items],
]

interface Listed {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

test('orders, items, payments and customers give the same ledger in any order', async () => {
  const [first, ...others] = await Promise.all(sequences.map(ledgerOf))
  for (const { dump } of others) expect(dump).toEqual(first!.dump)
})

test('an order comes to its goods and freight, and belongs to the person behind the id of the order', async () => {
  const { world } = await ledgerOf([payments, items, customers, orders])
  const { rows } = (await world.crm('list', '--on', '2017-12-31', '--json')).json<Listed>()
  // u900: 2 × (29.99 + 8.72) + 19.90 + 17.20 = 114.52, though 38.71 of the last 37.10 were paid · u901: 118.70 + 22.76
  expect(rows.map(({ key, orders, netMinor }) => [key, orders, netMinor])).toEqual([
    ['u901', 1, 14_146],
    ['u900', 2, 11_452],
    ['u902', 0, 0],
    ['u903', 0, 0],
  ])
})

test('a review is of the person who made its order, in whichever order the files come', async () => {
  for (const files of [
    [orders, customers, 'olist-reviews/scores.csv'],
    ['olist-reviews/scores.csv', customers, orders],
  ]) {
    const { world } = await ledgerOf(files)
    const { tables } = (await world.crm('show', 'u900', '--json')).json<{
      tables: readonly { key: string; rows: readonly Record<string, unknown>[] }[]
    }>()
    expect(tables.find(({ key }) => key === 'entries')?.rows).toMatchObject([
      { kind: 'rating', value: 4, order: 'a001' },
    ])
  }
})

test('without the items the payments say what an order came to', async () => {
  const { world } = await ledgerOf([payments, customers, orders])
  const { rows } = (await world.crm('list', '--on', '2017-12-31', '--json')).json<Listed>()
  // 60.00 + 17.42 by voucher + 38.71
  expect(rows.find(({ key }) => key === 'u900')).toMatchObject({ orders: 2, netMinor: 11_613 })
})
