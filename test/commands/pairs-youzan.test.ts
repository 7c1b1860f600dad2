import { expect, test } from 'vitest'
import { bothWays } from '../support/pairs.js'

test('Youzan orders and their items: totals and states by the orders, lines by the items', async () => {
  const { orders, lines, customers } = await bothWays('youzan-orders/orders.csv', 'youzan-order-items/items.csv')
  const number = (end: string) => `E202605250000000000000${end}`
  expect(orders).toEqual({
    [number('01')]: { status: 'paid', totalMinor: 9800, refundMinor: 0 },
    [number('02')]: { status: 'partially_refunded', totalMinor: 6000, refundMinor: 2000 },
    [number('03')]: { status: 'refunded', totalMinor: 4500, refundMinor: 4500 },
    [number('04')]: { status: 'cancelled', totalMinor: 4500, refundMinor: 0 },
    [number('05')]: { status: 'pending', totalMinor: 3600, refundMinor: 0 },
  })
  expect(lines).toEqual({
    [number('01')]: ['GW-02 盖碗（白） × 2 = 4000', 'PE-01 普洱茶饼 × 1 = 5800'],
    [number('02')]: ['CJ-03 茶巾 × 3 = 6000'],
    [number('03')]: ['CZ-04 茶针 × 1 = 4500'],
    // Not in the item export: as the order export has them.
    [number('04')]: [' 茶针 × 1 = null'],
    [number('05')]: [' 茶漏 × 1 = null'],
  })
  expect(customers).toEqual(['小满', '童遥', '阿布'].sort())
})
