import { expect, test } from 'vitest'
import { bothWays, type Told } from '../support/pairs.js'

const list = 'taobao-order-list/v3.csv'
const details = 'taobao-order-details/v1.csv'
const subOrders = 'taobao-suborders/of-order-list.csv'

/** What the order list says of each order: what was paid, what went back, and its state. */
const paid: Readonly<Record<string, Told>> = {
  '101': { status: 'paid', totalMinor: 16_800, refundMinor: null },
  '102': { status: 'partially_refunded', totalMinor: 21_000, refundMinor: 5000 },
  '103': { status: 'refunded', totalMinor: 8800, refundMinor: 8800 },
  '104': { status: 'cancelled', totalMinor: 0, refundMinor: null },
  '105': { status: 'paid', totalMinor: 4590, refundMinor: null },
  '106': { status: 'paid', totalMinor: 123_450, refundMinor: null },
  '107': { status: 'pending', totalMinor: 0, refundMinor: null },
}
const numbered = (told: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(told).map(([end, value]) => [`2945000000000000${end}`, value]))

test('order list and item details: what was paid by the list, what was bought by the details', async () => {
  const { orders, lines, customers } = await bothWays(list, details)
  expect(orders).toEqual(numbered(paid))
  expect(lines).toEqual(
    numbered({
      '101': ['GD-1 公道杯 × 2 = 9000', 'GW-120 白瓷盖碗, 120毫升 × 1 = 9800'],
      '102': ['JZ-1 建盏 × 1 = 22000'],
      '103': ['CP-1 茶盘 × 1 = 8800'],
      '105': ['CJ-1 茶巾 × 3 = 3990'],
    }),
  )
  expect(customers).toEqual(['何静怡', '林思远', '苏雨晴'])
})

test('order list and sub-orders: the postage is in what the list says, the items are in the sub-orders', async () => {
  const { orders, lines, customers } = await bothWays(list, subOrders)
  expect(orders).toEqual(numbered({ ...paid, '108': { status: 'paid', totalMinor: 1330, refundMinor: null } }))
  expect(lines).toMatchObject(
    numbered({
      '101': ['GD-1 公道杯 × 2 = 7000', 'GW-120 白瓷盖碗 × 1 = 9800'],
      '102': ['JZ-1 建盏 × 1 = 20000'],
      '105': ['CJ-1 茶巾 × 3 = 3990'],
      '108': ['CJ-1 茶巾 × 1 = 1330'],
    }),
  )
  expect(customers).toEqual(['何静怡', '林思远', '苏雨晴'])
})

test('a workbook with orders, items and parcels comes to what its orders come to', async () => {
  const { orders, lines } = await bothWays('taobao-order-list/qianniu-workbook.xlsx', details)
  expect(orders).toEqual(numbered(paid))
  expect(Object.keys(lines)).toHaveLength(4)
})
