import { describe, expect, test } from 'vitest'
import { column, emptyShop } from './shop.js'

const LIST = 'Customer Name,Email,Tags,Note'

describe('what customer lists say', () => {
  test('the newest list’s tags count, hand-set tags on top; undo brings the older back', async () => {
    const shop = emptyShop()
    shop.write('may.csv', [LIST, 'Ann,ann@example.com,"old, both",', 'Bo,bo@example.com,old,'])
    shop.write('june.csv', [LIST, 'Ann,ann@example.com,"both, new",', 'Bo,bo@example.com,,'])
    await shop.crm('import', 'may.csv')
    await shop.crm('tag', 'Ann', 'mine')
    await shop.crm('import', 'june.csv')
    expect(await tags()).toEqual([
      ['Ann', ['both', 'mine', 'new']],
      ['Bo', []],
    ])
    await shop.crm('undo')
    expect(await tags()).toEqual([
      ['Ann', ['both', 'mine', 'old']],
      ['Bo', ['old']],
    ])
    async function tags() {
      return (await shop.json('list')).rows.map((row) => [row.name, row.tags]).sort()
    }
  })

  test('a list without tags says nothing of them', async () => {
    const shop = emptyShop()
    shop.write('may.csv', [LIST, 'Ann,ann@example.com,vip,'])
    shop.write('june.csv', ['Customer Name,Email,City', 'Ann,ann@example.com,Rome'])
    await shop.crm('import', 'may.csv')
    await shop.crm('import', 'june.csv')
    expect(column(await shop.json('list'), 'tags')).toEqual([['vip']])
  })

  test('notes of customers and of orders are shown with their place', async () => {
    const shop = emptyShop()
    shop.write('people.csv', [LIST, 'Ann,ann@example.com,,likes green tea'])
    shop.write('orders.csv', [
      'Order No,Order Date,Customer Name,Email,Total,Note',
      '1,2026-08-01,Ann,ann@example.com,5.00,gift wrap',
    ])
    await shop.crm('import', 'people.csv', 'orders.csv')
    const { rows, tables } = await shop.json('show', 'Ann')
    expect(rows).toMatchObject([{ order: '1', note: 'gift wrap' }])
    const values = (tables as { key: string; rows: unknown[] }[]).find(({ key }) => key === 'values')!
    expect(values.rows).toContainEqual(
      expect.objectContaining({ field: 'note', value: 'likes green tea', file: 'people.csv', row: 2 }),
    )
  })
})

describe('amounts in several currencies', () => {
  test('the import says at once which rates are missing, all in one line that works', async () => {
    const shop = emptyShop()
    shop.write('orders.csv', [
      'Order No,Order Date,Customer Name,Total,Currency',
      '1,2026-08-01,Ann,5.00,USD',
      '2,2026-08-02,Ann,5.00,USD',
      '3,2026-08-03,Bo,5.00,EUR',
      '4,2026-08-04,Cy,5.00,GBP',
    ])
    const imported = await shop.crm('import', 'orders.csv')
    expect(imported.code).toBe(0)
    expect(imported.err).toContain('crm rates set EUR=… GBP=…')
    const { code, err } = await shop.crm('tier')
    expect([code, err]).toEqual([1, expect.stringContaining('crm rates set EUR=… GBP=…')])
    expect(err).toContain('Some amounts in EUR, GBP have no rate to USD on their day (the first is of 2026-08-03)')
    await shop.crm('rates', 'set', 'EUR=1.1', 'GBP=1.3')
    expect((await shop.crm('tier')).code).toBe(0)
  })
})

test('a kind of file that cannot be written is answered with endings', async () => {
  const { err } = await emptyShop().crm('formats', '-o', 'e.pdf')
  expect(err).toContain('".pdf" is no format that can be written.')
  expect(err).not.toContain('table')
  expect(err).toContain('.xlsx')
})

test('a missing word of the command line is named in the reader’s language', async () => {
  expect((await emptyShop().crm('show', '--lang', 'zh')).err).toContain('缺少客户')
  expect((await emptyShop().crm('show')).err).toContain('needs a customer')
})

test('a value a filter does not know is answered with those there are', async () => {
  const shop = emptyShop()
  shop.write('o.csv', ['Order No,Order Date,Customer Name,Total', '1,2026-08-01,Ann,5.00'])
  await shop.crm('import', 'o.csv')
  expect((await shop.crm('list', 'tier:D')).err).toContain('A, B, C, U')
  expect(column(await shop.json('list', '等级:A'), 'name')).toEqual(['Ann'])
})

test.each([
  [
    1,
    'of the unchanged orders, 1 is written differently here, or as it was earlier: no amount, day or state changes',
    '有 1 个',
  ],
  [
    2,
    'of the unchanged orders, 2 are written differently here, or as they were earlier: no amount, day or state changes',
    '有 2 个',
  ],
])('an earlier state of %d is told in words that fit the number', async (count, english, chinese) => {
  const shop = emptyShop()
  const stated = (day: string, status: string) => [
    'Order No,Order Date,Customer,Total,Currency,Order Status,Updated At',
    ...Array.from({ length: count }, (_, n) => `A-${n},2026-05-01,Ann,5.00,USD,${status},${day}`),
  ]
  shop.write('new.csv', stated('2026-05-09', 'completed'))
  shop.write('old.csv', stated('2026-05-02', 'pending'))
  await shop.crm('import', 'new.csv')
  expect((await shop.crm('import', 'old.csv', '--dry-run')).out).toContain(english)
  expect((await shop.crm('import', 'old.csv', '--dry-run', '--lang', 'zh')).out).toContain(chinese)
})
