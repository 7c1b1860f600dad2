import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

const HEADER = 'Order ID,Order Date,Status,Customer,Email,SKU,Product,Category,Qty,Line total,Currency,Delivered on'
const days = ['--on', '2026-08-20'] as const

/** Ann's parcel came in two pieces, of Bob's nothing is told. */
const sold = [
  HEADER,
  '1,2026-08-01,paid,Ann,ann@example.com,FILTER-10,Water filter,Filters,1,100.00,USD,2026-08-10',
  '1,2026-08-01,paid,Ann,ann@example.com,CUP,Cup,Tableware,1,10.00,USD,2026-08-12',
  '2,2026-08-03,paid,Bob,bob@example.com,CUP,Cup,Tableware,1,10.00,USD,',
]

async function shopOf(rows: readonly string[]): Promise<Shop> {
  const shop = emptyShop()
  await take(shop, 'orders.csv', rows)
  return shop
}

async function take(shop: Shop, name: string, rows: readonly string[]) {
  shop.write(name, rows)
  const { code, out, err } = await shop.crm('import', name, '--json')
  if (code !== 0) throw new Error(err)
  return JSON.parse(out).files[0].orders as { inserted: number; updated: number; unchanged: number }
}

/** What rules hold of everybody, as `name rule due day`. */
async function dues(shop: Shop, rule: string): Promise<string[]> {
  const { rows } = await shop.json('due', ...days, '--days', '300')
  const ids = rows.map(({ customer, name }) => ({ customer: String(customer), name: String(name) }))
  const found = []
  for (const { customer, name } of ids) {
    const { tables } = await shop.json('show', customer, ...days)
    const due = (tables as { key: string; rows: { rule: string; dueOn: string }[] }[]).find(({ key }) => key === 'due')!
    found.push(...due.rows.flatMap((row) => (row.rule === rule ? [`${name} ${row.dueOn}`] : [])))
  }
  return found.sort()
}

describe('the day of delivery (R20)', () => {
  test('is that of the last piece, and the call is due 7 days later; without one 14 days after the order', async () => {
    const shop = await shopOf(sold)
    expect(await dues(shop, 'after-sale')).toEqual(['Ann 2026-08-19', 'Bob 2026-08-17'])
    await shop.crm('config', 'set', 'due.after-sale', '10,20')
    expect(await dues(shop, 'after-sale')).toEqual(['Ann 2026-08-22', 'Bob 2026-08-23'])
  })

  test('a later file that tells it changes the order; undo takes it back', async () => {
    const shop = await shopOf(sold)
    const later = [HEADER, sold[3]!.replace(/,$/, ',2026-08-15')]
    expect(await take(shop, 'later.csv', later)).toMatchObject({ inserted: 0, updated: 1 })
    expect(await dues(shop, 'after-sale')).toEqual(['Ann 2026-08-19', 'Bob 2026-08-22'])
    expect((await shop.crm('undo')).out + (await shop.crm('imports')).out).not.toContain('undefined')
    expect(await dues(shop, 'after-sale')).toEqual(['Ann 2026-08-19', 'Bob 2026-08-17'])
  })

  test('a file without the column says nothing of it', async () => {
    const shop = await shopOf(sold)
    const without = (row: string) => row.slice(0, row.lastIndexOf(','))
    await take(shop, 'without.csv', sold.map(without))
    expect(await dues(shop, 'after-sale')).toContain('Ann 2026-08-19')
  })

  test('show tells it of each order', async () => {
    const shop = await shopOf(sold)
    expect((await shop.json('show', 'Ann')).rows).toMatchObject([{ on: '2026-08-01', deliveredOn: '2026-08-12' }])
  })
})

describe('product reminders (R20)', () => {
  test('by SKU and by category, each closed by itself', async () => {
    const shop = await shopOf(sold)
    expect(await dues(shop, 'reminder')).toEqual([])
    await shop.crm('config', 'set', 'after.Filter-10', '18')
    await shop.crm('config', 'set', 'after.tableware', '19')
    expect(await dues(shop, 'reminder')).toEqual(['Ann 2026-08-19', 'Ann 2026-08-20', 'Bob 2026-08-22'])
    expect((await shop.crm('done', 'Ann', '--rule', 'reminder', '--on', '2026-08-19')).code).toBe(0)
    expect(await dues(shop, 'reminder')).toEqual(['Ann 2026-08-20', 'Bob 2026-08-22'])
    await shop.crm('config', 'set', 'due.reminder', 'off')
    expect(await dues(shop, 'reminder')).toEqual([])
  })

  test('a name nothing is called by is told with near ones, and kept', async () => {
    const shop = await shopOf(sold)
    const { code, err } = await shop.crm('config', 'set', 'after.FLTER-10', '180')
    expect(code).toBe(0)
    expect(err).toContain('No SKU or category in your files is called "FLTER-10" so far')
    expect(err).toContain('Did you mean FILTER-10?')
    expect((await shop.crm('config', 'set', 'after.filters', '180')).err).not.toContain('No SKU')
    expect((await shop.crm('config', 'set', 'after.FILTER-10', 'later')).code).toBe(2)
    shop.write('settings.json', ['{"after.CUP": 30, "AFTER.Cup": 40}'])
    expect((await shop.crm('config', 'load', 'settings.json')).code).not.toBe(0)
    shop.write('settings.json', ['{"after.CUP": 30, "after.filters": null}'])
    expect((await shop.crm('config', 'load', 'settings.json')).code).toBe(0)
    const { rows } = await shop.json('config', 'list')
    expect(
      rows.filter(({ name }) => String(name).startsWith('after.')).map(({ name, value }) => [name, value]),
    ).toEqual([
      ['after.CUP', '30'],
      ['after.flter-10', '180'],
    ])
  })
})
