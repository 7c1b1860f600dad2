import { describe, expect, test } from 'vitest'
import { emptyShop, HEADER, type Shop, shopOf } from './shop.js'

async function grades(shop: Shop, customer: string, ...more: string[]) {
  return (await shop.json('show', customer, ...more)).summary.grades as Record<string, unknown>
}

async function history(shop: Shop, customer: string) {
  const { tables } = (await shop.json('show', customer)) as unknown as {
    tables: { key: string; rows: Record<string, unknown>[] }[]
  }
  return tables.find(({ key }) => key === 'grades')?.rows ?? []
}

describe('grades by hand', () => {
  test('are said, kept with who, when and why, and taken back', async () => {
    const shop = await shopOf(2026)
    const set = await shop.crm('edit', 'Bob', '--tier', 'a', '--reason', 'opens a shop', '--city', 'Rome')
    expect([set.code, set.err]).toEqual([
      0,
      expect.stringMatching(
        /city .* → Rome\.\nBob \(c\w+\): tier by hand \(none\) → A; because: opens a shop; by seller\.\nRecorded as batch 2/,
      ),
    ])
    expect(await grades(shop, 'Bob')).toMatchObject({ handTier: 'A', class: 'key' })
    expect(await history(shop, 'Bob')).toEqual([
      { what: 'tier', value: 'A', until: null, on: '2026-09-01', reason: 'opens a shop', author: 'seller', batch: '2' },
    ])
    expect((await shop.json('imports')).rows[0]).toMatchObject({
      what: 'edit',
      detail: expect.stringContaining('city: Rome · tier by hand: A · opens a shop'),
    })
    expect((await shop.crm('edit', 'Bob', '--tier', 'A')).err).toContain('nothing was written')
    await shop.crm('undo')
    expect(await grades(shop, 'Bob')).toMatchObject({ handTier: null, class: 'general' })
    await shop.crm('undo', '--redo')
    await shop.crm('edit', 'Bob', '--tier', 'auto')
    expect(await grades(shop, 'Bob')).toMatchObject({ handTier: null })
    expect(await history(shop, 'Bob')).toHaveLength(2)
  })

  test('count from their day, and a VIP until the last one', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Bob', '--vip', '--until', '2026-08-20', '--on', '2026-08-10', '--author', 'Li')
    const vip = async (on: string) => (await shop.json('list', 'vip', '--on', on)).rows.length
    expect([
      await vip('2026-08-09'),
      await vip('2026-08-10'),
      await vip('2026-08-20'),
      await vip('2026-08-21'),
    ]).toEqual([0, 1, 1, 0])
    expect(await history(shop, 'Bob')).toMatchObject([{ until: '2026-08-20', author: 'Li' }])
  })

  test('a VIP may be one until the day of the decision, not until one before', async () => {
    const shop = await shopOf(2026)
    expect((await shop.crm('edit', 'Bob', '--vip', '--until', '2026-08-31')).err).toContain('is not after 2026-08-31')
    expect((await shop.crm('edit', 'Bob', '--vip', '--until', '2026-09-01')).code).toBe(0)
    expect((await shop.json('list', 'vip')).rows).toHaveLength(1)
  })

  test('a class that follows from a tier by hand names it as its ground', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Bob', '--tier', 'A')
    expect((await shop.crm('why', 'Bob')).out).toMatch(/Class: key.*\(tier A by hand, tier B by the orders\)\./)
    expect((await shop.crm('why', 'Bob', '--lang', 'zh')).out).toContain('（人工指定为A类，按订单为B类）。')
  })

  test('stay through merging, splitting and taking it back; the latest word counts', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Ann', '--class', '战略客户', '--on', '2026-08-01')
    await shop.crm('edit', 'Bob', '--credit', '黄', '--reason', 'pays late', '--on', '2026-08-02')
    await shop.crm('merge', 'ann@example.com', 'bob@example.com')
    expect(await grades(shop, 'ann@example.com')).toMatchObject({ class: 'strategic', credit: { list: 'yellow' } })
    await shop.crm('split', 'ann@example.com', 'bob@example.com')
    expect(await grades(shop, 'Ann')).toMatchObject({ class: 'strategic' })
    expect(await grades(shop, 'Bob')).toMatchObject({ credit: { list: 'yellow' } })
    await shop.crm('undo')
    expect(await grades(shop, 'bob@example.com')).toMatchObject({ class: 'strategic', credit: { list: 'yellow' } })
    await shop.crm('undo')
    expect(await grades(shop, 'Bob')).toMatchObject({ class: 'general', credit: { list: 'yellow' } })
  })

  test('a customer left only with them stays, and sleeps no decision away', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Bob', '--tier', 'A')
    expect((await shop.crm('undo', '1')).err).toContain('Bob')
    expect(await grades(shop, 'Bob')).toMatchObject({ handTier: 'A', class: 'key' })
  })

  test('who referred whom follows the referrer through a merge', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Bob', '--referrer', 'Ann')
    const id = async (name: string) => (await shop.json('show', name)).summary.customer
    expect(await grades(shop, 'Bob')).toMatchObject({ referrer: await id('ann@example.com') })
    expect(await grades(shop, 'Ann')).toMatchObject({ loyal: true })
    await shop.crm('merge', 'ann@example.com', 'wang@example.com')
    expect(await grades(shop, 'Bob')).toMatchObject({ referrer: await id('ann@example.com') })
    await shop.crm('edit', 'Bob', '--referrer', '-')
    expect(await grades(shop, 'Bob')).toMatchObject({ referrer: null })
  })

  test('a dry run writes nothing, and machines get the change', async () => {
    const shop = await shopOf(2026)
    const told = await shop.json('edit', 'Bob', '--vip', '--until', '+30d', '-n')
    expect(told).toMatchObject({
      ...{ batch: null, dryRun: true, changes: [] },
      grades: [{ what: 'vip', from: null, to: 'yes', until: '2026-10-01', reason: '', author: 'seller' }],
    })
    expect(await history(shop, 'Bob')).toEqual([])
  })
})

describe('what cannot be set says so', () => {
  test.each([
    [['--tier', 'D'], /"D" is no value for --tier; it takes one of A, B, C, auto/],
    [['--class', 'key'], /is no value for --class; it takes one of strategic, none/],
    [['--credit', 'blue', '--reason', 'x'], /no value for --credit; it takes one of green, yellow, red, black, auto/],
    [['--credit', 'black'], /A credit list is set with its reason\.[\s\S]*--credit black --reason/],
    [['--buyer-type', 'bulk'], /takes one of end-user, reseller, gift, auto/],
    [['--vip', '--until', '2026-08-31'], /"2026-08-31" is not after 2026-08-31/],
    [['--vip', '--until', 'soon'], /"soon" is not a date/],
    [['--until', '2027-01-01'], /--until says how long somebody is a VIP/],
    [['--no-vip', '--until', '2027-01-01'], /--until says how long/],
    [['--reason', 'because'], /--reason and --author belong to/],
    [['--referrer', 'bob@example.com'], /Nobody refers themselves/],
    [['--referrer', 'Nobody Known'], /No customer is called "Nobody Known"/],
  ])('%j', async (words, sentence) => {
    const shop = await shopOf(2026)
    const { code, err } = await shop.crm('edit', 'bob@example.com', ...words)
    expect(code).toBeGreaterThan(0)
    expect(err).toMatch(sentence)
    expect((await shop.json('imports')).rows).toHaveLength(1)
  })

  test.each([
    ['vip.order', '0'],
    ['vip.order', '-5'],
    ['vip.month', 'much'],
    ['credit.bands', 'auto'],
    ['credit.cuts', '95,75'],
  ])('%s %s is no setting', async (name, value) => {
    const shop = await shopOf(2026)
    expect((await shop.crm('config', 'set', name, value)).err).toContain(`is no value for ${name}`)
  })

  test('a setting moves the bounds', async () => {
    const shop = await shopOf(2026)
    expect((await shop.json('list', 'candidate')).rows).toEqual([])
    await shop.crm('config', 'set', 'vip.order', '100')
    expect((await shop.json('list', 'candidate')).rows.map(({ name }) => name)).toEqual(['Ann'])
    await shop.crm('edit', 'Ann', '--no-vip')
    expect((await shop.json('list', 'candidate')).rows).toEqual([])
  })
})

describe('crm credit', () => {
  async function late() {
    const shop = emptyShop()
    const status = ['paid', 'paid', 'cancelled', 'unpaid', 'refunded']
    shop.write('orders.csv', [
      `${HEADER},Status`,
      ...status.map((word, i) => `${i},2026-0${3 + i}-01,Ann,ann@example.com,100.00,USD,US,${word}`),
      '9,2026-08-25,Ann,ann@example.com,100.00,USD,US,unpaid',
    ])
    await shop.crm('import', 'orders.csv')
    return shop
  }

  test('orders called off or unpaid for a month are not kept; refunded and recent ones are left out', async () => {
    const shop = await late()
    expect((await shop.json('credit')).rows).toEqual([
      expect.objectContaining({
        name: 'Ann',
        credit: 'red',
        kept: 2,
        placed: 4,
        fulfilment: 0.5,
        level: 'C',
        tier: 'A',
      }),
    ])
    expect((await shop.json('list', 'credit:red', 'service:C', 'class:重点客户')).rows).toHaveLength(1)
    expect((await shop.crm('why', 'Ann')).out).toContain('fulfilment 50.0% (2 of 4) is below 75 %')
  })

  test('on an earlier day the earlier orders say it', async () => {
    const shop = await late()
    expect((await shop.json('credit', '--on', '2026-05-31')).rows[0]).toMatchObject({
      credit: null,
      kept: 2,
      placed: 3,
    })
  })

  test('where orders not yet paid count, they still are not kept', async () => {
    const shop = await late()
    await shop.crm('config', 'set', 'count.pending', 'yes')
    expect((await shop.json('credit')).rows[0]).toMatchObject({ kept: 2, placed: 4 })
  })

  test('a ledger without orders says what to do next', async () => {
    const shop = emptyShop()
    await shop.crm('add', 'Ann')
    expect((await shop.crm('credit')).out).toContain('crm import orders.xlsx')
  })
})
