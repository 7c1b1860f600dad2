import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyShop, shopOf } from './shop.js'

describe('status', () => {
  test('before there is a ledger says how to start, and makes none', async () => {
    const shop = emptyShop()
    const { code, out } = await shop.crm()
    expect(code).toBe(0)
    expect(out).toContain('crm import')
    expect((await shop.crm('status', '--lang', 'zh')).out).toContain('还没有账本')
    expect((await shop.json('status')).summary).toMatchObject({ exists: false, origin: 'environment' })
    expect(existsSync(join(shop.dir, 'shop.db'))).toBe(false)
  })

  test('says which ledger and who chose it', async () => {
    const shop = await shopOf(2026)
    const originOf = async (env: Record<string, string>, ...argv: string[]) => {
      const { out } = await shop.crmIn({ env }, 'status', '--json', ...argv)
      return JSON.parse(out).summary
    }
    expect(await originOf({})).toMatchObject({ origin: 'environment', ledger: join(shop.dir, 'shop.db') })
    expect(await originOf({}, '--db', 'other.db')).toMatchObject({ origin: 'flag', ledger: join(shop.dir, 'other.db') })
    expect(await originOf({ CRM_DB: '' })).toMatchObject({ origin: 'default', exists: false })
    await shop.crm('import', 'orders.csv', '--db', 'crm.db')
    expect(await originOf({ CRM_DB: '' })).toMatchObject({ origin: 'here', exists: true })
  })

  test('says what is in it and what is next', async () => {
    const shop = await shopOf(2026)
    const { summary, asOf } = await shop.json('status')
    const due = (await shop.json('due')).summary.customers
    expect(asOf).toBe('2026-09-01')
    expect(summary).toMatchObject({
      ...{ customers: 5, orders: 9, withoutCustomer: 0, currencies: ['USD'], baseCurrency: 'USD' },
      ...{ firstOrderOn: '2023-01-05', lastOrderOn: '2026-08-20', due, asOfMoved: false },
    })
    expect((await shop.crm('status')).out).toContain(`${due} customers to contact: crm due`)
  })

  test('on old orders says that the as-of day is theirs', async () => {
    const { summary, asOf, actions } = await (await shopOf(2019)).json('status')
    expect(asOf).toBe('2019-08-20')
    expect(summary).toMatchObject({ asOfMoved: true })
    expect(String(actions)).toContain('crm import FILE')
  })
})

describe('every command on a ledger without customers', () => {
  const reading = [
    'list',
    'tier',
    'rfm',
    'due',
    'report',
    'contacts',
    'status',
    'imports',
    'rates',
    'config',
    'formats',
  ]

  test.each(reading)('%s', async (name) => {
    const shop = emptyShop()
    await shop.crm('config', 'set', 'zone', 'UTC')
    for (const lang of ['en', 'zh']) {
      for (const tty of [undefined, 60]) {
        const world = tty === undefined ? {} : { tty }
        const { code, out, err } = await shop.crmIn(world, name, '--lang', lang)
        expect([code, err]).toEqual([0, ''])
        expect(out).not.toMatch(/NaN|undefined|null|Infinity/)
      }
    }
  })

  test.each(['show', 'why', 'done', 'skip', 'block'])('%s knows nobody', async (name) => {
    const shop = emptyShop()
    expect((await shop.crm(name, 'Ann')).code).toBe(66)
    expect(existsSync(join(shop.dir, 'shop.db'))).toBe(false)
    await shop.crm('config', 'set', 'zone', 'UTC')
    expect((await shop.crm(name, 'Ann')).code).toBe(1)
  })
})

test('no name steers a terminal, in no command and no language', async () => {
  const shop = await shopOf(2026)
  const lines = [
    ...[['list'], ['tier'], ['rfm'], ['due'], ['report'], ['contacts'], ['imports'], ['show', 'Eve'], ['why', 'Eve']],
    ...[
      ['tag', 'Eve', 'x\u001b[2J'],
      ['log', 'Eve', 'hi\u0007'],
      ['done', 'Eve'],
      ['snooze', 'Eve', '+3d'],
      ['imports'],
    ],
    ...[
      ['undo'],
      ['undo', '--json'],
      ['skip', 'Eve', '--json'],
      ['list', '--json'],
      ['block', 'Eve'],
      ['unblock', 'Eve'],
    ],
  ]
  for (const lang of ['en', 'zh']) {
    for (const argv of lines) {
      const { code, out, err } = await shop.crmIn({ tty: 100 }, ...argv, '--lang', lang, '--no-color')
      // Where nothing is due any more, there is nothing to skip.
      expect(argv[0] === 'skip' ? [0, 1] : [0], argv.join(' ')).toContain(code)
      expect((out + err).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    }
  }
})
