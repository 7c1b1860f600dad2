import { expect, test } from 'vitest'
import { type ImportJson, makeWorld } from '../support/world.js'

const fixture = (path: string) => new URL(`../../fixtures/formats/${path}`, import.meta.url).pathname
const etsy = ['etsy-orders/resaved.csv', 'etsy-orders/sold-orders.csv', 'etsy-order-items/sold-order-items.csv']

const nothing = { inserted: 0, updated: 0, unchanged: 0, rejected: 0 }

test.each([
  // Of these two only the order list names the shop.
  ['taobao-order-list/v3.csv', 'taobao-order-details/v1.csv', 7],
  ['etsy-orders/sold-orders.csv', 'etsy-order-items/sold-order-items.csv', 6],
  ['youzan-orders/orders.csv', 'youzan-order-items/items.csv', 5],
])('an order and its items are one new order, whichever file comes first: %s, %s', async (list, items, count) => {
  for (const pair of [
    [list, items],
    [items, list],
  ]) {
    const world = makeWorld({ now: '2026-10-01T01:00:00Z' })
    const names = pair.map((path) => world.take(fixture(path), path.replace('/', '-')))
    const { stdout } = await world.crm('import', ...names, '--dry-run')
    expect(stdout.split('together')[1]).toContain(`orders: ${count} new, 0 updated, 0 unchanged, 0 rejected`)
    const first = (await world.crm('import', ...names, '--json')).json<ImportJson>()
    expect(first.orders).toEqual({ ...nothing, inserted: count })
    const again = (await world.crm('import', ...names, '--json')).json<ImportJson>()
    expect(again.orders).toEqual({ ...nothing, unchanged: count })
  }
})

test('several files are summed up, an order that two of them tell once and as the ledger has it', async () => {
  const world = makeWorld({ now: '2026-10-01T01:00:00Z' })
  const names = etsy.map((path) => world.take(fixture(path), path.replace('/', '-')))
  const ran = await world.crm('import', ...names, '--dry-run', '--json')
  const { orders, totals, files } = ran.json<ImportJson & Pick<ImportJson['files'][number], 'orders' | 'totals'>>()
  expect(orders).toEqual({ ...nothing, inserted: files.reduce((sum, file) => sum + file.orders.inserted, 0) })
  const { stdout } = await world.crm('import', ...names)
  expect(stdout).toContain('All 3 files together\n')
  const tier = await world.crm('tier', '--all', '--json')
  const { rows } = tier.json<{ rows: { valueMinor: number | null }[] }>()
  expect(totals).toMatchObject([
    { currency: 'USD', netMinor: rows.reduce((sum, { valueMinor }) => sum + (valueMinor ?? 0), 0) },
  ])
  const zh = await world.crm('import', ...names, '--lang', 'zh')
  expect(zh.stdout).toContain('3 个文件合计\n')
})

test('one file needs no sum', async () => {
  const world = makeWorld()
  const { stdout } = await world.crm('import', world.take(fixture('etsy-orders/sold-orders.csv'), 'one.csv'))
  expect(stdout).not.toContain('together')
})
