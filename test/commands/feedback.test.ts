import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

const header = 'Customer,Phone,Complaint,Complaint date,Category,Status'
const complaint = (status: string, day = '2026-08-28') => `Ann,13800000001,lid missing,${day},quality,${status}`

async function shopWith(...rows: readonly string[]): Promise<Shop> {
  const shop = emptyShop()
  shop.write('orders.csv', [
    'Order,Date,Customer,Phone,Amount',
    '1,2026-08-01,Ann,13800000001,100',
    '2,2026-08-02,Ben,13800000002,50',
  ])
  shop.write('complaints.csv', [header, ...rows])
  const files = rows.length > 0 ? ['orders.csv', 'complaints.csv'] : ['orders.csv']
  expect((await shop.crm('import', ...files)).code).toBe(0)
  return shop
}

const states = async (shop: Shop) =>
  (await shop.json('feedback', 'list')).rows.map(({ feedback, state, outcome }) => [feedback, state, outcome])

describe('complaints of files', () => {
  test('imported again they are the same, with another state they stand as the newest import says', async () => {
    const shop = await shopWith(complaint('处理中'))
    const [[subject]] = (await states(shop)) as [[string]]
    shop.write('again.csv', [header, complaint('处理中'), complaint('', '2026-08-30')])
    await shop.crm('import', 'again.csv')
    expect((await states(shop)).map(([of]) => of)).toContain(subject)
    expect(await states(shop)).toHaveLength(2)
    shop.write('closed.csv', [header, complaint('resolved')])
    await shop.crm('import', 'closed.csv')
    expect(await states(shop)).toContainEqual([subject, 'resolved', null])
    expect((await shop.json('kpi', '--month', '2026-08')).summary.now).toMatchObject({ complaints: 2 })
    await shop.crm('undo')
    expect(await states(shop)).toContainEqual([subject, 'open', null])
  })

  test('what is recorded of one stays with it, and is found by its first characters', async () => {
    const shop = await shopWith(complaint(''))
    const [[subject]] = (await states(shop)) as [[string]]
    expect((await shop.crm('feedback', 'resolve', subject.slice(0, 6).toLowerCase(), 'sent', 'a', 'lid')).code).toBe(0)
    expect(await states(shop)).toEqual([[subject, 'resolved', 'sent a lid']])
    await shop.crm('import', 'complaints.csv')
    expect(await states(shop)).toEqual([[subject, 'resolved', 'sent a lid']])
    expect((await shop.crm('feedback', 'open', 'Ben', 'late')).err).toContain('F1')
  })

  test('three years of them make nothing due', async () => {
    const old = Array.from(
      { length: 40 },
      (_, at) => `Ann,13800000001,complaint ${at},2023-01-${String((at % 28) + 1).padStart(2, '0')},,`,
    )
    const { summary } = await (await shopWith(...old)).json('feedback', 'list')
    expect(summary).toEqual({ all: 40, open: 0, overdue: 0, escalated: 0, unknown: 40 })
  })
})

describe('undo', () => {
  test('brings every state back, and is held up only by what rests on it (R36)', async () => {
    const shop = await shopWith()
    await shop.crm('feedback', 'open', 'Ann', 'cracked')
    const before = await states(shop)
    await shop.crm('feedback', 'resolve', 'F1', 'replaced')
    expect(await states(shop)).toEqual([['F1', 'resolved', 'replaced']])
    expect((await shop.crm('undo', '2')).code).toBe(1)
    await shop.crm('undo')
    expect(await states(shop)).toEqual(before)
    await shop.crm('undo', '2')
    expect(await states(shop)).toEqual([])
    await shop.crm('undo', '--redo', '2')
    expect(await states(shop)).toEqual(before)
  })
})

test('a merge takes feedback along', async () => {
  const shop = await shopWith()
  await shop.crm('feedback', 'open', 'Ben', 'cracked')
  await shop.crm('merge', 'Ann', 'Ben')
  const { rows } = await shop.json('feedback', 'list')
  expect(rows.map(({ name }) => name)).toEqual([(await shop.json('list')).rows[0]!.name])
})

test('of an earlier day it stands as it stood then', async () => {
  const shop = await shopWith()
  await shop.crm('feedback', 'open', 'Ann', 'cracked', '--on', '2026-08-10')
  await shop.crm('feedback', 'resolve', 'F1', 'replaced', '--on', '2026-08-20')
  const on = async (day: string) =>
    (await shop.json('feedback', 'list', '--on', day)).rows.map(({ state, openDays }) => [state, openDays])
  expect([await on('2026-08-09'), await on('2026-08-15'), await on('2026-08-20')]).toEqual([
    [],
    [['open', 5]],
    [['resolved', null]],
  ])
})

test('scores typed count towards loyalty and satisfaction like imported ones', async () => {
  const shop = await shopWith()
  await shop.crm('rate', 'Ann', '5', '--order', '1')
  await shop.crm('rate', 'Ann', '3', '--order', '1')
  await shop.crm('rate', 'Ben', '4分')
  expect((await shop.json('kpi', '--month', '2026-09')).summary.now).toMatchObject({ ratings: 2, satisfaction: 3.5 })
  expect((await shop.crm('show', 'Ann', '--lang', 'en')).out).toContain('3.0 of 5, from 1 rating')
})

describe('the order a score or a complaint is about', () => {
  const commands = [
    ['rate', 'Ann', '4'],
    ['feedback', 'open', 'Ann', 'lid', 'missing'],
  ]

  test.each(commands)('%s: one nobody knows is refused with near numbers, and nothing is written', async (...argv) => {
    const shop = await shopWith()
    shop.write('more.csv', ['Order,Date,Customer,Phone,Amount', '#A-1001,2026-08-03,Ann,13800000001,30'])
    await shop.crm('import', 'more.csv')
    const { code, err } = await shop.crm(...argv, '--order', 'A-1010')
    expect([code, err]).toEqual([1, expect.stringContaining('No order A-1010 is in this ledger.')])
    expect(err).toMatch(/Did you mean #A-1001\?[\s\S]*Newest orders of Ann \(c\w+\): 1\n[\s\S]*crm show c/)
    expect((await shop.json('feedback', 'list')).rows).toEqual([])
    expect((await shop.crm(...argv, '--order', 'a-1001', '--dry-run', '--json')).out).toContain('"order": "#A-1001"')
  })

  test.each(commands)('%s: that of another customer is refused with who ordered it', async (...argv) => {
    const { code, err } = await (await shopWith()).crm(...argv, '--order', '2')
    expect(code).toBe(1)
    expect(err).toMatch(/Order 2 is of Ben \(c\w+\), not of Ann \(c\w+\)\.[\s\S]*crm merge c\w+ c\w+/)
  })

  test('one of nobody in particular is taken as this customer’s, in Chinese too', async () => {
    const shop = await shopWith()
    shop.write('nobody.csv', [
      'Order,Date,Customer,Phone,Amount',
      '9,2026-08-03,,,30',
      '10,2026-08-04,Cid,13800000003,1',
    ])
    await shop.crm('import', 'nobody.csv')
    expect((await shop.crm('rate', 'Ann', '4', '--order', '9')).code).toBe(0)
    expect((await shop.crm('rate', 'Ann', '4', '--order', '10', '--lang', 'zh')).err).toContain('订单 10 是 Cid')
    expect((await shop.crm('rate', 'Ann', '4', '--order', '11', '--lang', 'zh')).err).toContain('账本里没有订单 11')
  })
})
