import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyShop, shopOf } from './shop.js'

interface Weekly {
  readonly asOf: string
  readonly currency: string
}

test('makes a private ledger of its own beside the seller’s and shows the weekly report of the newest day', async () => {
  const shop = await shopOf(2026)
  const before = readFileSync(join(shop.dir, 'shop.db'))
  const report = (await shop.json('demo')) as unknown as Weekly
  expect(report).toMatchObject({ report: 'weekly', asOf: '2026-08-31', currency: 'CNY' })
  expect(statSync(join(shop.dir, 'crm-demo.db')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(shop.dir, 'shop.db')).equals(before)).toBe(true)
  expect(readdirSync(shop.dir).filter((name) => name.startsWith('crm-demo'))).toEqual(['crm-demo.db'])
})

test('is fresh every time, and the same in every zone', async () => {
  const shop = emptyShop()
  const first = await shop.crm('demo', '--json')
  await shop.crm('undo', '--db', 'crm-demo.db')
  expect(await shop.crmIn({ zone: 'America/Los_Angeles' }, 'demo', '--json')).toEqual(first)
})

test('what it says to type works', async () => {
  const shop = emptyShop()
  const { err } = await shop.crm('demo')
  const typed = err.split('\n').filter((line) => line.startsWith('  crm '))
  expect(typed.length).toBeGreaterThan(3)
  for (const line of typed) {
    const { code } = await shop.crm(...line.trim().split(' ').slice(1))
    expect({ line, code }).toEqual({ line, code: 0 })
  }
})

test('never replaces a ledger that is no demo, or that has become the seller’s own', async () => {
  const shop = await shopOf(2026)
  const own = await shop.crm('demo', '--db', 'shop.db')
  expect([own.code, own.err]).toEqual([73, expect.stringContaining('is not a demo')])
  expect((await shop.crm('demo', '--db', 'mine.db')).code).toBe(0)
  shop.write('o.csv', ['Order No,Order Date,Customer Name,Total', 'A-1,2026-08-01,Ann,5.00'])
  expect((await shop.crm('import', 'o.csv', '--db', 'mine.db')).code).toBe(0)
  expect((await shop.crm('demo', '--db', 'mine.db')).code).toBe(73)
  expect(existsSync(join(shop.dir, 'crm-demo.db'))).toBe(false)
})

test('a file of something else is left as it is', async () => {
  const shop = emptyShop()
  shop.write('crm-demo.db', ['not a ledger'])
  const { code } = await shop.crm('demo')
  expect(code).toBe(65)
  expect(readFileSync(join(shop.dir, 'crm-demo.db'), 'utf8')).toBe('not a ledger\n')
})
