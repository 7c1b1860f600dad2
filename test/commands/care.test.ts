import { describe, expect, test } from 'vitest'
import { type Answer, emptyShop, HEADER, type Shop } from './shop.js'

/** Customers of three countries; 王芳 buys most. Today is 2026-09-01. */
async function shopWithCountries(): Promise<Shop> {
  const shop = emptyShop()
  shop.write('orders.csv', [
    HEADER,
    '1,2026-04-01,王芳,wang@example.com,8000.00,CNY,CN',
    '2,2026-05-01,Ann,ann@example.com,1500.00,CNY,US',
    '3,2026-05-31,Bob,bob@example.com,1000.00,CNY,CA',
    '4,2026-06-30,Cid,cid@example.com,100.00,CNY,CN',
  ])
  expect((await shop.crm('import', 'orders.csv')).code).toBe(0)
  return shop
}

const tableOf = (answer: Answer, key: string) =>
  (answer.tables as { key: string; rows: Readonly<Record<string, unknown>>[] }[]).find((one) => one.key === key)!.rows

describe('the coming eight weeks', () => {
  test('festivals by country, with who they are of and what they cost at most', async () => {
    const shop = await shopWithCountries()
    const answer = await shop.json('care')
    expect(
      answer.rows.map(({ on, occasion, customers, names, plannedMinor }) => [
        on,
        occasion,
        customers,
        names,
        plannedMinor,
      ]),
    ).toEqual([
      ['2026-09-25', 'mid-autumn', 1, '王芳', 50_000],
      ['2026-10-01', 'national-day', 1, '王芳', 0],
      ['2026-10-12', 'thanksgiving', 1, 'Bob', 0],
    ])
    expect(tableOf(answer, 'lines')).toHaveLength(3)
    expect(answer.summary).toMatchObject({ occasions: 3, customers: 2, plannedMinor: 50_000, spentMinor: 0 })
  })

  test('of a filter alone; who is blocked is left out', async () => {
    const shop = await shopWithCountries()
    expect((await shop.json('care', 'country:CA')).rows).toHaveLength(1)
    await shop.crm('block', 'Bob')
    expect((await shop.json('care', 'country:CA')).rows).toEqual([])
  })

  test('the plan is a setting, own days are part of it', async () => {
    const shop = await shopWithCountries()
    expect((await shop.crm('config', 'set', 'care.own-days', 'Member day=28', '--quiet')).code).toBe(0)
    await shop.crm('config', 'set', 'care.c', '会员日=送礼')
    expect((await shop.crm('config', 'set', 'care.c', 'own-days=gift')).code).toBe(0)
    const { rows } = await shop.json('care')
    expect(
      rows.filter(({ occasion }) => String(occasion).startsWith('Member day')).map(({ on, gifts }) => [on, gifts]),
    ).toEqual([['2026-09-28', 1]])
    const plan = await shop.json('care', 'plan')
    expect(plan.rows.find(({ occasion }) => occasion === 'Member day-9')).toMatchObject({ a: 'greeting', c: 'gift' })
    expect(plan.summary).toMatchObject({ giftAMinor: 50_000, giftMinor: 10_000, shopCountry: 'CN' })
  })

  test('festivals stand in the due list three days before', async () => {
    const shop = await shopWithCountries()
    const rulesOn = async (day: string) =>
      (await shop.json('due', '--on', day, '--reason', 'festival')).rows.map(({ name }) => name)
    expect(await rulesOn('2026-09-21')).toEqual([])
    expect(await rulesOn('2026-09-22')).toEqual(['王芳'])
    expect(await rulesOn('2026-09-25')).toEqual(['王芳'])
    expect(await rulesOn('2026-09-26')).toEqual([])
  })
})

describe('birthdays', () => {
  test('typed by hand or told by a list stand in the calendar and in the due list, solar and lunar', async () => {
    const shop = await shopWithCountries()
    await shop.crm('edit', 'Cid', '--birthday', '农历八月十五')
    shop.write('customers.csv', ['Customer Name,Email,Birthday', 'Bob,bob@example.com,1990-09-05'])
    expect((await shop.crm('import', 'customers.csv')).code).toBe(0)
    const birthdays = (answer: Answer) =>
      answer.rows.filter(({ occasion }) => occasion === 'birthday').map(({ on, names }) => [on, names])
    expect(birthdays(await shop.json('care'))).toEqual([
      ['2026-09-05', 'Bob'],
      ['2026-09-25', 'Cid'],
    ])
    const due = async (day: string) =>
      (await shop.json('due', '--on', day, '--reason', 'birthday')).rows.map(({ name }) => name)
    expect(await due('2026-09-04')).toEqual(['Bob'])
    expect(await due('2026-09-22')).toEqual(['Cid'])
    expect(await due('2026-09-26')).toEqual([])
    // What is typed goes before what the list says; emptied, there is none.
    await shop.crm('edit', 'Bob', '--birthday', '-')
    expect(birthdays(await shop.json('care'))).toEqual([['2026-09-25', 'Cid']])
  })

  test('one that passed before it was written down is nobody’s fault', async () => {
    const shop = await shopWithCountries()
    await shop.crm('edit', 'Cid', '--birthday', '09-10')
    const outcome = async (on: string) =>
      tableOf(await shop.json('care', '--on', on), 'outcomes').find(({ occasion }) => occasion === 'birthday')
    expect(await outcome('2026-09-12')).toMatchObject({ period: '2026', planned: 1, done: 0, missed: 1 })
    await shop.crmIn({ now: '2026-09-11T01:00:00Z' }, 'edit', 'Cid', '--birthday', '9月9日')
    expect(await outcome('2026-09-12')).toBeUndefined()
  })

  test('a frequency of the customer’s own takes the place of the rhythm', async () => {
    const shop = await shopWithCountries()
    await shop.crm('edit', 'Ann', '--frequency', '10')
    const [row] = (await shop.json('due', 'name:Ann', '--reason', 'rhythm')).rows
    expect(row).toMatchObject({ name: 'Ann', dueOn: '2026-05-11' })
  })
})

describe('gifts', () => {
  const give = (shop: Shop, ...more: string[]) =>
    shop.crmIn({ now: '2026-09-23T01:00:00Z' }, 'care', 'gift', '王芳', 'moon cakes', ...more)
  const dueOn = async (shop: Shop) => (await shop.json('due', '--on', '2026-09-24', '--reason', 'festival')).rows.length

  test('a gift closes the item of its occasion and undo restores all of it', async () => {
    const shop = await shopWithCountries()
    expect(await dueOn(shop)).toBe(1)
    const { code, err } = await give(shop, '--value', '120', '--occasion', '中秋节')
    expect([code, err]).toEqual([0, expect.stringContaining('2026-09-25')])
    expect(await dueOn(shop)).toBe(0)
    const after = await shop.json('care', '--on', '2026-09-24')
    expect(after.summary).toMatchObject({ gifts: 1, spentMinor: 12_000, plannedMinor: 0 })
    expect(after.rows[0]).toMatchObject({ occasion: 'mid-autumn', done: 1 })
    expect((await shop.crm('undo')).code).toBe(0)
    expect(await dueOn(shop)).toBe(1)
    expect((await shop.json('care', '--on', '2026-09-24')).summary).toMatchObject({ gifts: 0, spentMinor: 0 })
  })

  test('over the limit is warned of, with the limit, and recorded all the same', async () => {
    const shop = await shopWithCountries()
    const { code, err } = await give(shop, '--value', '500.01')
    expect(code).toBe(0)
    expect(err).toContain('¥500.00')
    expect((await give(shop, '--value', '500')).err).not.toContain('more than')
    const said = JSON.parse((await give(shop, '--value', '501', '--json')).out)
    expect(said).toMatchObject({ gift: 'G3', valueMinor: 50_100, item: null, exceeds: ['over-limit'] })
  })

  test('the budget of the year, and what is left of it', async () => {
    const shop = await shopWithCountries()
    await shop.crm('config', 'set', 'care.budget', '150')
    await give(shop, '--value', '100')
    expect((await give(shop, '--value', '100')).err).toContain('¥200.00')
    expect((await shop.json('care', '--on', '2026-09-24')).summary).toMatchObject({
      budgetMinor: 15_000,
      leftMinor: -5000,
    })
    // Another year has a budget of its own.
    expect((await shop.json('care', '--on', '2027-01-05')).summary).toMatchObject({ spentMinor: 0, leftMinor: 15_000 })
  })

  test('a dry run writes nothing', async () => {
    const shop = await shopWithCountries()
    expect((await give(shop, '--value', '100', '--dry-run')).code).toBe(0)
    expect((await shop.json('care', '--on', '2026-09-24')).summary).toMatchObject({ gifts: 0 })
  })

  test('a festival that is not kept where the customer lives counts for its day there is', async () => {
    const shop = await shopWithCountries()
    const { out } = await shop.crm('care', 'gift', 'Ann', 'moon cakes', '--occasion', 'mid-autumn', '--json')
    expect(JSON.parse(out)).toMatchObject({ item: 'festival:mid-autumn-2026-09-25' })
  })

  test.each([
    [['gift', 'Ann'], 2],
    [['gift', 'Nobody', 'tea'], 1],
    [['gift', 'Ann', 'tea', '--value', '-5'], 2],
    [['gift', 'Ann', 'tea', '--value', 'much'], 2],
    [['gift', 'Ann', 'tea', '--occasion', 'chrismas'], 2],
    [['gift', 'Ann', 'tea', '--occasion', 'birthday'], 1],
    [['gift', 'Ann', 'tea', '--satisfied'], 2],
    [['reply', 'Ann', 'thanks'], 1],
    [['plan', '--value', '3'], 2],
  ])('%j is refused and records nothing', async (words, code) => {
    const shop = await shopWithCountries()
    const said = await shop.crm('care', ...words)
    expect([said.code, said.out]).toEqual([code, ''])
    expect(said.err).toMatch(/^Error: /)
    expect((await shop.json('imports')).rows).toHaveLength(1)
  })
})

describe('replies', () => {
  test('are to the newest gift without one, or to the one named; a gift with a reply is not undone before it', async () => {
    const shop = await shopWithCountries()
    await shop.crm('care', 'gift', 'Ann', 'tea', '--value', '10')
    await shop.crm('care', 'gift', 'Ann', 'cup', '--value', '10')
    const reply = async (...more: string[]) =>
      JSON.parse((await shop.crm('care', 'reply', 'Ann', 'thanks', '--json', ...more)).out)
    expect(await reply('--satisfied')).toMatchObject({ gift: 'G2', satisfied: 'yes' })
    expect(await reply()).toMatchObject({ gift: 'G1', satisfied: null })
    expect((await shop.crm('care', 'reply', 'Ann', 'again')).err).toContain('No gift')
    expect(await reply('--gift', 'g2', '--no-satisfied')).toMatchObject({ gift: 'G2', satisfied: 'no' })
    expect((await shop.crm('care', 'reply', 'Ann', 'x', '--gift', 'G9')).err).toContain('G1 (tea)')
    const [gift] = tableOf(await shop.json('care'), 'gifts')
    expect(gift).toMatchObject({ name: 'Ann', given: 2, replies: 2, waiting: 0, spentMinor: 2000 })
    expect((await shop.crm('undo', '2')).code).toBe(1)
  })
})
