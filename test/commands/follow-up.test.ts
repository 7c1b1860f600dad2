import { describe, expect, test } from 'vitest'
import { column, shopOf } from './shop.js'

const YEARS = [
  ['orders of today', 2026],
  ['orders of years ago, when the as-of day is the newest order', 2019],
] as const

describe.each(YEARS)('the due list with %s', (_, year) => {
  const names = async (shop: Awaited<ReturnType<typeof shopOf>>) => column(await shop.json('due'), 'name')

  test.each([
    ['done', []],
    ['skip', []],
    ['snooze', ['+7d']],
  ])('%s takes a customer off it, undo puts him back', async (command, rest) => {
    const shop = await shopOf(year)
    const before = await names(shop)
    expect(before).toContain('Ann')
    const { code, err } = await shop.crm(command, 'ann@example.com', ...rest)
    expect(code).toBe(0)
    expect(err).toContain('crm undo')
    expect(await names(shop)).toEqual(before.filter((name) => name !== 'Ann'))
    await shop.crm('undo')
    expect(await names(shop)).toEqual(before)
  })

  test('a logged contact is dated the day it was made', async () => {
    const shop = await shopOf(year)
    // A survey is no marketing, and waits for no contact.
    await shop.crm('config', 'set', 'due.survey', 'off')
    await shop.crm('log', 'Ann', 'wants', '40', 'more', '--channel', 'phone')
    const { tables } = await shop.json('show', 'Ann')
    const contacts = (tables as { key: string; rows: object[] }[]).find(({ key }) => key === 'contacts')
    expect(contacts?.rows).toEqual([
      expect.objectContaining({ on: '2026-09-01', text: 'wants 40 more', channel: 'phone' }),
    ])
    expect(await names(shop)).not.toContain('Ann')
  })

  test('what was put off, and what was agreed, comes back on its day', async () => {
    const shop = await shopOf(year)
    await shop.crm('snooze', 'Ann', '+7d')
    await shop.crm('log', 'Bob', 'call again', '--next', '+7d')
    const namesOn = async (day: string) => {
      const { out } = await shop.crmIn({ now: `${day}T01:00:00Z` }, 'due', '--json')
      return column(JSON.parse(out), 'name')
    }
    const sixth = await namesOn('2026-09-07')
    expect(sixth).not.toContain('Ann')
    expect(sixth).not.toContain('Bob')
    const seventh = await namesOn('2026-09-08')
    expect(seventh[0]).toBe('Bob')
    expect(seventh).toContain('Ann')
  })
})

test('a day given with --on closes what is due on that day and nothing before it', async () => {
  const shop = await shopOf(2026)
  const namesOn = async (day: string) => column(await shop.json('due', '--on', day), 'name')
  expect(await namesOn('2026-08-10')).toContain('Ann')
  await shop.crm('done', 'Ann', '--on', '2026-08-10')
  expect(await namesOn('2026-08-10')).not.toContain('Ann')
  expect(await namesOn('2026-08-09')).toContain('Ann')
})

test('only the item of a rule is closed; the rule goes by its name in either language', async () => {
  const shop = await shopOf(2026)
  const asked = ['--reason', 'agreed,restock,rhythm'] as const
  const rulesOf = async () => (await shop.json('due', 'name:王芳', ...asked)).rows.map(({ rule }) => rule)
  await shop.crm('log', '王芳', '再联系', '--next', '+1d', '--on', '2026-08-25')
  expect(await rulesOf()).toEqual(['agreed'])
  expect((await shop.json('skip', '王芳', '--rule', '约定日期')).items).toEqual([
    { item: 'agreed', rule: 'agreed', dueOn: '2026-08-26' },
  ])
  expect(await rulesOf()).toEqual([])
})

test('a dry run says what it would do and changes nothing', async () => {
  const shop = await shopOf(2026)
  const before = await shop.json('due')
  const { code, err } = await shop.crm('done', 'Ann', '--dry-run')
  expect(code).toBe(0)
  expect(err).toMatch(/Done for Ann \(c\w+\): .+\nNothing was written/)
  expect(await shop.json('due')).toEqual(before)
  expect((await shop.json('imports')).rows).toHaveLength(1)
})

test.each([
  [['done', 'Ann', '--rule', 'restok'], 2, /no rule "restok"[\s\S]*restock/],
  [['snooze', 'Ann', 'yesterday'], 2, /not after 2026-09-01/],
  [['log', 'Ann', 'hi', '--next', '2026-09-01'], 2, /not after 2026-09-01/],
  [['snooze', 'Ann', 'whenever'], 2, /not a date/],
  [['done', 'Anne'], 1, /No customer is called "Anne"[\s\S]*Ann/],
  [['done', 'example'], 1, /No customer/],
])('crm %j is refused and nothing is written', async (argv, code, sentence) => {
  const shop = await shopOf(2026)
  const said = await shop.crm(...argv)
  expect(said.code).toBe(code)
  expect(said.err).toMatch(sentence)
  expect((await shop.json('imports')).rows).toHaveLength(1)
})

test('nothing due is said, and recorded all the same', async () => {
  const shop = await shopOf(2026)
  expect((await shop.crm('done', 'Old')).err).toContain('Nothing was due for Old')
  expect((await shop.crm('done', 'Old', '--lang', 'zh')).err).toContain('目前没有到期的事项')
  expect((await shop.json('imports')).rows).toHaveLength(3)
})
