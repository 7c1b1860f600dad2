import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ImportJson, makeWorld } from '../support/world.js'

const fixture = (path: string) => new URL(`../../fixtures/formats/${path}`, import.meta.url).pathname

function worldOf(files: Readonly<Record<string, string>> = {}) {
  const world = makeWorld()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(world.folder, name), text)
  const status = async () =>
    (await world.crm('status', '--json')).json<{ summary: Record<string, unknown>; notes: string[] }>()
  const first = async (...argv: string[]) => (await world.crm('import', ...argv, '--json')).json<ImportJson>().files[0]!
  return { ...world, status, first }
}

const none = { inserted: 0, updated: 0, unchanged: 0, rejected: 0 }

describe('items whose orders are not here', () => {
  test('tell of orders, new and then known, that are said to wait', async () => {
    const world = worldOf()
    const items = world.take(fixture('taobao-order-details/v1.csv'), 'items.csv')
    const taken = await world.first(items)
    expect([taken.orders, taken.waitingParts, taken.withoutCustomer]).toEqual([{ ...none, inserted: 4 }, 4, 0])
    const again = await world.first(items)
    expect([again.orders, again.waitingParts]).toEqual([{ ...none, unchanged: 4 }, 4])
    const { stdout } = await world.crm('import', items, '--dry-run')
    expect(stdout).toContain('orders: 0 new, 0 updated, 4 unchanged')
    expect(stdout).toContain('4 orders of which only items')
    expect(stdout).not.toMatch(/without a customer|status:/)
  })

  test('stand in the status with what to do, in both languages, until the orders come', async () => {
    const world = worldOf()
    await world.crm('import', world.take(fixture('olist-order-items/pieces.csv'), 'items.csv'))
    const { summary, notes } = await world.status()
    expect(summary).toMatchObject({ orders: 0, waitingParts: 4, waitingRefunds: 0, notCounted: 0 })
    expect(notes.join()).toMatch(/4 orders of which only items.*crm import FILE/)
    expect((await world.crm('status', '--lang', 'zh')).stdout).toMatch(/4个订单只有商品明细.*crm import 文件/)
    expect((await world.crm('imports')).stdout).toContain(
      'items.csv: 4 orders new, 0 updated, 4 waiting for their orders',
    )
    await world.crm('import', world.take(fixture('olist-orders/months.csv'), 'orders.csv'))
    const later = await world.status()
    expect(later.summary.waitingParts).toBeLessThan(4)
    expect(later.notes.join()).not.toContain('4 orders of which')
  })
})

test('a refund that waits is no order, and the status says what to do', async () => {
  const world = worldOf({
    'r.csv': 'Order No,Order Date,Customer,Total,Status\nA1,2026-05-01,Ann,20,paid\nA3,2026-05-03,Cy,-40,paid\n',
  })
  const taken = await world.first('r.csv', '--currency', 'USD')
  expect([taken.orders, taken.waitingRefunds, taken.status]).toMatchObject([{ ...none, inserted: 1 }, 1, { paid: 1 }])
  expect((await world.status()).notes.join()).toMatch(/1 refund waits .*crm import FILE/)
})

test('payments that do not count beside orders of the same days stand in the status', async () => {
  const orders = 'Order No,Order Date,Customer,Total\nA1,2026-05-01,Ann,20\nA2,2026-06-30,Bo,30\n'
  const world = worldOf({ 'orders.csv': orders })
  await world.crm('import', 'orders.csv', '--currency', 'USD')
  const payments = await world.first(world.take(fixture('stripe-payments/currencies.csv'), 'payments.csv'))
  expect(payments.orders).toMatchObject({ inserted: 0, updated: 0 })
  const { summary, notes } = await world.status()
  expect(summary).toMatchObject({ orders: 2, notCounted: payments.notCounted })
  expect(payments.notCounted).toBeGreaterThan(1)
  expect(notes.join()).toContain('crm import FILE --as orders')
  expect((await world.crm('status', '--lang', 'zh')).stdout).toContain('crm import 文件 --as orders')
})

describe('a phone that many customers come to use', () => {
  const header = 'Order No,Order Date,Customer,Phone,Total'
  const one = `${header}\nA1,2026-05-01,Ann,13800001001,20\n`
  const many = `${header}\n${['Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal'].map((name, n) => `B${n},2026-05-02,${name},13800001001,30`).join('\n')}\n`
  const says = 'speaks of every customer who uses it'

  test('nothing is said of it while nothing was decided', async () => {
    const world = worldOf({ 'one.csv': one, 'many.csv': many })
    await world.crm('import', 'one.csv', '--currency', 'USD')
    const { stdout } = await world.crm('import', 'many.csv', '--currency', 'USD')
    expect(stdout).toContain('joins nobody')
    expect(stdout).not.toContain(says)
  })

  test('what was decided on it is said to speak of all of them, and can be lifted for one', async () => {
    const world = worldOf({ 'one.csv': one, 'many.csv': many })
    const blocked = async () =>
      (await world.crm('list', 'blocked', '--json')).json<{ summary: { customers: number } }>()
    await world.crm('import', 'one.csv', '--currency', 'USD')
    await world.crm('block', 'Ann')
    expect((await world.crm('import', 'many.csv', '--currency', 'USD')).stdout).toContain(says)
    expect((await blocked()).summary.customers).toBe(8)
    expect((await world.status()).summary).toMatchObject({ sharedKeys: 1, decidedSharedKeys: 1 })
    expect((await world.status()).notes.join()).toContain(says)
    expect((await world.crm('status', '--lang', 'zh')).stdout).toContain('对使用它的每位客户都算数')
    expect((await world.crm('unblock', 'Flo')).code).toBe(0)
    expect((await blocked()).summary.customers).toBe(7)
    await world.crm('undo', '2')
    expect((await world.status()).summary).toMatchObject({ sharedKeys: 1, decidedSharedKeys: 0 })
  })
})
