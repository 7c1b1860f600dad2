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

test('where nothing is due, what was done is a contact, and there is nothing to skip', async () => {
  const shop = await shopOf(2026)
  expect((await shop.crm('done', 'Old')).err).toContain('Nothing was due for Old')
  expect((await shop.crm('done', 'Old', '--lang', 'zh')).err).toContain('已记为一次联系')
  expect(await shop.crm('skip', 'Old')).toMatchObject({ code: 1, err: expect.stringContaining('nothing to skip') })
  expect((await shop.crm('snooze', 'Old', '+7d')).err).toContain('Nothing is due for Old')
  expect((await shop.json('imports')).rows).toHaveLength(4)
})

test('a rule that holds nothing of the customer is refused, with what is due', async () => {
  const shop = await shopOf(2026)
  const refused = await shop.crm('done', 'Ann', '--rule', 'complaint')
  expect(refused).toMatchObject({
    code: 1,
    err: expect.stringMatching(/nothing of "Complaint"[\s\S]*Due is: .*Keep in touch/),
  })
  const zh = await shop.crm('done', 'Ann', '--rule', '投诉', '--lang', 'zh')
  expect(zh.err).toMatch(/没有“投诉”的待办[\s\S]*目前到期的是：.*定期回访/)
  expect((await shop.json('imports')).rows).toHaveLength(1)
})

test.each(['en', 'zh'])('rules are listed as the reader calls them: %s', async (lang) => {
  const shop = await shopOf(2026)
  const { err } = await shop.crm('due', '--reason', 'nonsense', '--lang', lang)
  expect(err).toContain(lang === 'en' ? 'birthday, anniversary' : '生日、纪念日')
})

describe('what is still to come', () => {
  const bornOn = async (day: string) => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Ann', '--birthday', day)
    return shop
  }
  const birthdayOn = async (shop: Awaited<ReturnType<typeof bornOn>>, day: string) =>
    (await shop.json('due', 'name:Ann', '--reason', 'birthday', '--on', day)).rows

  test('can be done, put off and skipped by its rule before its day', async () => {
    const shop = await bornOn('09-20')
    const keys = async (...argv: string[]) => (await shop.json(...argv, '--rule', '生日')).items
    expect(await keys('skip', 'Ann', '--dry-run')).toEqual([
      { item: 'birthday:2026-09-20', rule: 'birthday', dueOn: '2026-09-17' },
    ])
    await shop.crm('snooze', 'Ann', '2026-09-19', '--rule', 'birthday')
    expect([await birthdayOn(shop, '2026-09-18'), (await birthdayOn(shop, '2026-09-19')).length]).toEqual([[], 1])
    expect((await shop.crm('snooze', 'Ann', '2026-09-18', '--rule', 'birthday')).err).toContain('not after 2026-09-19')
    await shop.crm('skip', 'Ann', '--rule', 'birthday')
    expect([await birthdayOn(shop, '2026-09-19'), await birthdayOn(shop, '2026-09-20')]).toEqual([[], []])
  })

  test('a birthday prepared is greeted on the day: closing what was due with it does not close that', async () => {
    const shop = await bornOn('09-03')
    expect(await birthdayOn(shop, '2026-09-01')).toMatchObject([
      { advice: expect.arrayContaining([expect.stringContaining('congratulate')]) },
    ])
    expect((await shop.crm('done', 'Ann')).err).toContain('Birthday: prepared; it is due again on 2026-09-03')
    expect([await birthdayOn(shop, '2026-09-01'), await birthdayOn(shop, '2026-09-02')]).toEqual([[], []])
    expect(await birthdayOn(shop, '2026-09-03')).toMatchObject([{ dueOn: '2026-09-03', overdueDays: 0 }])
    await shop.crmIn({ now: '2026-09-03T01:00:00Z' }, 'done', 'Ann')
    expect(await birthdayOn(shop, '2026-09-03')).toEqual([])
  })

  test('a row that is looked ahead at and put off stays away until its day', async () => {
    const shop = await shopOf(2026)
    await shop.crm('log', 'Ann', 'call again', '--next', '+2d')
    const rows = async (day: string) => (await shop.json('due', 'name:Ann', '--reason', 'agreed', '--on', day)).rows
    expect((await shop.crm('snooze', 'Ann', '+9d', '--rule', 'agreed')).code).toBe(0)
    expect([await rows('2026-09-03'), await rows('2026-09-09'), (await rows('2026-09-10')).length]).toEqual([[], [], 1])
  })
})

describe('after a contact', () => {
  test('what stays due is named, with the way to close it', async () => {
    const shop = await shopOf(2026)
    const { err } = await shop.crm('log', 'Ann', 'got it all', '--result', 'reached')
    expect(err).toMatch(/Still due: Survey \(due [\d-]+\)\. If it was about that: crm done c\w+/)
    // What the contact itself put off is not.
    expect(err).not.toContain('Keep in touch')
    expect((await shop.crm('log', 'Ann', 'hi', '--result', '已联系上', '--lang', 'zh')).err).toContain(
      '还没结清的待办：满意度调查',
    )
    expect((await shop.crm('log', 'Ann', 'hi', '--done')).err).not.toContain('Still due')
    expect((await shop.crm('log', 'Bob', 'hi', '--result', 'no answer')).err).not.toContain('Still due')
  })

  test('a day agreed with somebody no list names is told to come up nowhere', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Ann', '--consent', 'no')
    const { err } = await shop.crm('log', 'Ann', 'asked for a call', '--next', '+7d')
    expect(err).toContain('No list will name Ann')
    await shop.crm('edit', 'Ann', '--consent', 'yes')
    expect((await shop.crm('log', 'Ann', 'asked for a call', '--next', '+7d')).err).not.toContain('No list')
  })

  test.each([
    ['12月1日', '2026-12-01'],
    ['1月5日', '2027-01-05'],
    ['3天后', '2026-09-04'],
    ['in 2 days', '2026-09-03'],
    ['明天', '2026-09-02'],
  ])('the next one may be on %s', async (typed, day) => {
    const shop = await shopOf(2026)
    expect((await shop.json('log', 'Ann', 'hi', '--next', typed)).nextOn).toBe(day)
  })

  test.each(['下周', '13月1日', '2月30日'])('%s is no day to come; days to come are offered', async (typed) => {
    const shop = await shopOf(2026)
    const { code, err } = await shop.crm('log', 'Ann', 'hi', '--next', typed, '--lang', 'zh')
    expect([code, err]).toEqual([2, expect.stringContaining('+7d（七天后）')])
    expect(err).not.toContain('30d')
  })
})
