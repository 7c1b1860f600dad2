import { expect, test } from 'vitest'
import { emptyShop } from './shop.js'

const row = 'H1,2026-08-01,王芳,1,50,50,20'

test.each([
  ['成本', row],
  ['成本,运费', `${row},10`],
  ['成本,税费', `${row},3`],
  ['成本,优惠', 'H1,2026-08-01,王芳,1,55,50,20,5'],
])('rows of equal amounts are lines where pieces and price say so, beside %s', async (more, line) => {
  const shop = emptyShop()
  shop.write('订单.csv', [`订单号,日期,客户,件数,售价,金额,${more}`, line, line])
  const { out } = await shop.crm('import', '订单.csv', '--lang', 'zh')
  expect(out).toContain('实付 100.00')
  expect(out).toContain('多明细订单 1 个，其中 1 个的明细之和与订单金额相符')
})

test('one total on each row stays one total', async () => {
  const shop = emptyShop()
  const repeated = 'H1,2026-08-01,王芳,1,50,110,10'
  shop.write('订单.csv', ['订单号,日期,客户,件数,售价,金额,运费', repeated, repeated])
  expect((await shop.crm('import', '订单.csv', '--lang', 'zh')).out).toContain('实付 110.00')
})

test('where lines and totals disagree, the report says which counts and what to do', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', [
    'Order No,Date,Customer,Qty,Price,Total',
    'A,2026-08-01,Ann,1,50,70',
    'A,2026-08-01,Ann,1,50,70',
  ])
  const { out } = await shop.crm('import', 'orders.csv')
  expect(out).toContain('lines add up to the order total in 0 of 1 orders with several lines')
  expect(out).toContain('--map itemAmount="Total"')
  shop.write('lines.csv', [
    'Order No,Date,Customer,Qty,Price,Total',
    'A,2026-08-01,Ann,1,50,70',
    'A,2026-08-01,Ann,1,50,71',
  ])
  const lines = await shop.crm('import', 'lines.csv', '--dry-run')
  expect(lines.out).toContain('in 0 of 1 orders with several lines')
  expect(lines.out).not.toContain('--map')
})
