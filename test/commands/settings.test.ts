import { describe, expect, test } from 'vitest'
import { column, emptyShop, HEADER, shopOf } from './shop.js'

async function twoCurrencies() {
  const shop = emptyShop()
  const rows = ['1,2026-08-01,Ann,ann@example.com,100.00,USD,US', '2,2026-08-02,Bo,bo@example.com,10.00,EUR,DE']
  shop.write('mixed.csv', [HEADER, ...rows, '3,2026-08-03,Ann,ann@example.com,1.00,USD,US'])
  await shop.crm('import', 'mixed.csv')
  return shop
}

describe('rates', () => {
  test('a missing one is an error that names the command, and the command mends it', async () => {
    const shop = await twoCurrencies()
    const { code, err } = await shop.crm('tier')
    expect(code).toBe(1)
    expect(err).toMatch(/EUR have no rate to USD[\s\S]*crm rates set EUR=/)
    expect((await shop.crm('status')).out).toContain('crm rates set EUR=')
    expect((await shop.crm('rates', 'set', 'eur=1.105')).code).toBe(0)
    const { rows } = await shop.json('tier')
    expect(rows.map(({ name, valueMinor }) => [name, valueMinor])).toEqual([
      ['Ann', 10_100],
      ['Bo', 1105],
    ])
  })

  test('the day of the order picks the rate', async () => {
    const shop = await twoCurrencies()
    await shop.crm('rates', 'set', 'EUR=1.10')
    await shop.crm('rates', 'set', 'EUR=2', '--from', '2026-08-02')
    await shop.crm('rates', 'set', 'EUR=3', '--from', '2026-08-03')
    expect((await shop.json('list', 'name:Bo')).rows[0]?.netMinor).toBe(2000)
    expect((await shop.json('rates')).rows).toEqual([
      { currency: 'EUR', rate: '1.10', base: 'USD', from: null },
      { currency: 'EUR', rate: '2', base: 'USD', from: '2026-08-02' },
      { currency: 'EUR', rate: '3', base: 'USD', from: '2026-08-03' },
    ])
    await shop.crm('undo', '3')
    expect((await shop.json('list', 'name:Bo')).rows[0]?.netMinor).toBe(1100)
  })

  test('one for all days takes the place of dated ones, says which, and undo brings them back', async () => {
    const shop = await twoCurrencies()
    await shop.crm('rates', 'set', 'EUR=2', 'GBP=3', '--from', '2026-08-02')
    const net = async () => (await shop.json('list', 'name:Bo')).rows[0]?.netMinor
    const said = await shop.crm('rates', 'set', 'EUR=1.10')
    expect(said.err).toContain(
      '1 EUR = 1.10 USD, for all days.\nNo longer in force: 1 EUR = 2 USD from 2026-08-02 on.\n',
    )
    expect(await net()).toBe(1100)
    expect((await shop.json('rates')).rows).toEqual([
      { currency: 'EUR', rate: '1.10', base: 'USD', from: null },
      { currency: 'GBP', rate: '3', base: 'USD', from: '2026-08-02' },
    ])
    await shop.crm('undo')
    expect(await net()).toBe(2000)
    const dry = await shop.json('rates', 'set', 'EUR=1.2', '--dry-run')
    expect(dry.replaced).toEqual([{ currency: 'EUR', rate: '2', from: '2026-08-02' }])
    const zh = await shop.crm('rates', 'set', 'EUR=1.2', '--lang', 'zh')
    expect(zh.err).toContain('不再有效：1 EUR = 2 USD（从 2026-08-02 起）。')
  })

  test.each(['USD=1', 'EUR=0', 'EUR=-1', 'EUR=1,1', 'EUR=1e3', 'EUR', 'XX=2', 'QQQ=2', 'EUR='])(
    '%s is refused, with the good one beside it',
    async (pair) => {
      const shop = await twoCurrencies()
      expect((await shop.crm('rates', 'set', 'GBP=1.3', pair)).code).toBe(2)
      expect((await shop.json('rates')).rows).toEqual([])
    },
  )

  test('without orders nobody knows the base, and no ledger is left behind', async () => {
    const shop = emptyShop()
    expect((await shop.crm('rates', 'set', 'EUR=1.1')).err).toContain('crm config set currency.base')
    expect((await shop.crm('rates')).code).toBe(66)
  })
})

describe('settings', () => {
  test('are listed with where they come from', async () => {
    const shop = await shopOf(2026)
    const listed = async () =>
      (await shop.json('config')).rows
        .filter(({ name }) => ['currency.base', 'shop.currency', 'tier.cuts', 'zone'].includes(String(name)))
        .map(({ name, value, origin }) => [name, value, origin])
    expect(await listed()).toEqual([
      ['currency.base', 'USD', 'orders'],
      ['shop.currency', null, 'assumed'],
      ['tier.cuts', '80,95', 'usual'],
      ['zone', 'Asia/Shanghai', 'computer'],
    ])
    await shop.crm('config', 'set', 'zone', 'america/new_york')
    await shop.crm('config', 'set', 'currency.base', 'eur')
    await shop.crm('config', 'set', 'tier.cuts', '70，90')
    expect(await listed()).toEqual([
      ['currency.base', 'EUR', 'ledger'],
      ['shop.currency', null, 'assumed'],
      ['tier.cuts', '70,90', 'ledger'],
      ['zone', 'America/New_York', 'ledger'],
    ])
    expect((await shop.crm('config', 'get', 'zone')).out).toBe('America/New_York\n')
  })

  test('the zone decides which day it is: 01:00 UTC is still the day before in New York', async () => {
    const shop = await shopOf(2026)
    expect((await shop.json('tier')).asOf).toBe('2026-09-01')
    await shop.crm('config', 'set', 'zone', 'America/New_York')
    expect((await shop.json('tier')).asOf).toBe('2026-08-31')
  })

  test('can be made before the first import', async () => {
    const shop = emptyShop()
    expect((await shop.crm('config', 'set', 'currency.base', 'CNY')).code).toBe(0)
    expect((await shop.crm('rates', 'set', 'USD=7.10')).err).toContain('1 USD = 7.10 CNY')
    expect((await shop.crm('tier')).code).toBe(0)
  })

  test.each([
    [['config', 'set', 'zon', 'UTC'], /no setting "zon"[\s\S]*zone/],
    [['config', 'set', 'zone', 'Asia/Shangai'], /Asia\/Shanghai/],
    [['config', 'set', 'currency.base', 'RMB'], /no value for currency.base/],
    [['config', 'set', 'zone'], /needs a value/],
    [['config', 'get'], /needs the name of a setting/],
    [['tier', '--cuts', '95,80'], /80,95/],
    [['tier', '--cuts', '80'], /80,95/],
    [['tier', '--all', '--days', '30'], /contradict/],
  ])('crm %j is refused', async (argv, sentence) => {
    const { code, err } = await (await shopOf(2026)).crm(...argv)
    expect(code).toBe(2)
    expect(err).toMatch(sentence)
  })
})

describe('the options of tiers', () => {
  const tiers = async (...options: string[]) => {
    const answer = await (await shopOf(2026)).json('tier', ...options)
    return column(answer, 'tier').join('')
  }

  // In the last 365 days Ann 400, 王芳 60, Bob 40, Eve 20 of 520: shares before 0, 76.9, 88.5, 96.2 %.
  test('cuts, boundary and window are those asked for', async () => {
    expect(await tiers()).toBe('AABCU')
    expect(await tiers('--boundary', 'within')).toBe('ABCCU')
    expect(await tiers('--cuts', '70,90')).toBe('ABBCU')
    // 500 of Old come first: shares before 0, 49.0, 88.2, 94.1, 98.0 %.
    expect(await tiers('--all')).toBe('AABBC')
    // Only Eve and 王芳 ordered in the last 40 days: 30 and 20.
    expect(await tiers('--days', '40')).toBe('AAUUU')
    // 4, 2, 1 and 1 of 8 orders: shares before 0, 50 and, for both ones, 75 %.
    expect(await tiers('--by', 'orders')).toBe('AAAAU')
  })
})

test('a setting that is not set is told beside the data, not in it', async () => {
  const { code, out, err } = await (await shopOf(2026)).crm('config', 'get', 'shop.currency')
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(err).toContain('shop.currency is not set')
  expect(err).toContain('crm config set shop.currency')
})

describe('cuts of tiers', () => {
  const tiersOf = async (shop: Awaited<ReturnType<typeof shopOf>>, ...options: string[]) =>
    (await shop.json('tier', ...options)).rows.map(({ tier }) => tier).join('')

  test('are those decided, unless typed', async () => {
    const shop = emptyShop()
    const rows = [60, 25, 5, 5, 3, 2].map((amount, i) => `${i},2026-08-0${i + 1},N${i},${amount}.00,USD`)
    shop.write('orders.csv', ['Order No,Order Date,Customer Name,Total,Currency', ...rows])
    await shop.crm('import', 'orders.csv')
    expect(await tiersOf(shop)).toBe('AABBCC')
    await shop.crm('config', 'set', 'tier.cuts', '50,90')
    expect(await tiersOf(shop)).toBe('ABBBCC')
    expect(await tiersOf(shop, '--cuts', '80,95')).toBe('AABBCC')
  })

  test.each(['95,80', '80', '80,95,99', '0,50', '50,100', 'eighty', '80,80'])('are not %s', async (cuts) => {
    const shop = await shopOf(2026)
    const { code, err } = await shop.crm('config', 'set', 'tier.cuts', cuts)
    expect(code).toBe(2)
    expect(err).toContain('2 rising numbers from 0.01 to 99.99, such as 80,95')
  })
})
