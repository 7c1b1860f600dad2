import { describe, expect, test } from 'vitest'
import { type Answer, emptyShop, type Shop } from './shop.js'

const HEADER = 'Order ID,Order Date,Status,Customer,Email,SKU,Product,Category,Qty,Line total,Currency'
const asOf = ['--on', '2026-08-31'] as const

/** Ann buys one large order of two categories, Bob tea in small orders of one month, Cid tableware only; Eve sends back most of her tea. */
const rows = [
  HEADER,
  '1,2026-08-02,paid,Ann,ann@example.com,CUP,Cup,Tableware,1,1000.00,USD',
  '1,2026-08-02,paid,Ann,ann@example.com,TEA,Green tea,Tea & more,2,900.00,USD',
  ...[1, 2, 3].map((n) => `2${n},2026-07-0${n},paid,Bob,bob@example.com,TEA,Green tea,Tea & more,1,1100.00,USD`),
  '3,2026-08-04,paid,Cid,cid@example.com,CUP,Cup,Tableware,1,5000.00,USD',
  '4,2026-08-05,paid,Eve,eve@example.com,TEA,Green tea,Tea & more,1,2000.00,USD',
  '5,2026-08-06,paid,Eve,eve@example.com,CUP,Cup,Tableware,1,900.00,USD',
]
const returned = [
  'Order Date,Status,Customer,Email,SKU,Product,Category,Qty,Line total,Currency',
  '2026-08-07,paid,Eve,eve@example.com,TEA,Green tea,Tea & more,-1,-600.00,USD',
]

async function shopOf(files: Record<string, readonly string[]>): Promise<Shop> {
  const shop = emptyShop()
  for (const [name, lines] of Object.entries(files)) {
    shop.write(name, lines)
    const { code, err } = await shop.crm('import', name)
    if (code !== 0) throw new Error(err)
  }
  return shop
}

const candidates = (answer: Answer) =>
  (answer.tables as { key: string; rows: Record<string, unknown>[] }[])
    .find(({ key }) => key === 'vipCandidates')!
    .rows.map(({ name, orderMinor, monthMinor }) => `${name} ${orderMinor} ${monthMinor}`)

describe('VIP counting only some categories (R12)', () => {
  test('without the setting all goods count', async () => {
    const shop = await shopOf({ 'orders.csv': rows })
    const answer = await shop.json('tier', ...asOf)
    expect(candidates(answer)).toEqual(['Cid 500000 500000', 'Bob null 330000', 'Eve 200000 null', 'Ann 190000 null'])
    expect(answer.summary).toMatchObject({ vip: { categories: null } })
  })

  test('with it, orders count as far as they are of these goods', async () => {
    const shop = await shopOf({ 'orders.csv': rows })
    expect((await shop.crm('config', 'set', 'vip.categories', 'ＴＥＡ & more')).code).toBe(0)
    const answer = await shop.json('tier', ...asOf)
    // Ann's order holds 900 of tea, Cid's none.
    expect(candidates(answer)).toEqual(['Bob null 330000', 'Eve 200000 null'])
    expect(answer.summary).toMatchObject({ vip: { candidates: 2, categories: ['ＴＥＡ & more'] } })
    await shop.crm('config', 'set', 'vip.order', '900')
    expect(candidates(await shop.json('tier', ...asOf))).toContain('Ann 90000 null')
    await shop.crm('config', 'set', 'vip.order', '900.01')
    expect(candidates(await shop.json('tier', ...asOf)).join()).not.toContain('Ann')
    expect((await shop.json('list', 'candidate', ...asOf)).rows.map(({ name }) => name)).toEqual(['Bob', 'Eve'])
  })

  test('what counted is said with the evidence, and of whom nothing met the bounds', async () => {
    const shop = await shopOf({ 'orders.csv': rows })
    await shop.crm('config', 'set', 'vip.categories', 'Tea & more')
    const said = async (name: string, ...more: string[]) =>
      (await shop.crm('why', name, ...asOf, ...more)).out.replace(/\s+/g, ' ')
    expect(await said('Eve')).toContain(
      'VIP candidate by the order of 2026-08-05 over $2,000.00 (bound $1,500.00), counting only Tea & more.',
    )
    expect(await said('Cid')).toContain('Only goods of Tea & more count towards VIP (setting vip.categories).')
    expect(await said('Eve', '--lang', 'zh')).toContain('，只算Tea & more。')
    expect((await shop.crm('tier', ...asOf)).out).toContain('VIP candidates (counting only Tea & more)')
    const { summary } = await shop.json('why', 'Eve', ...asOf)
    expect(summary).toMatchObject({ grades: { vip: { order: { netMinor: 200_000 }, categories: ['Tea & more'] } } })
  })

  test('a return takes back what it is of', async () => {
    const shop = await shopOf({ 'orders.csv': rows, 'returns.csv': returned })
    expect(candidates(await shop.json('tier', ...asOf))).toContain('Eve 200000 null')
    await shop.crm('config', 'set', 'vip.categories', 'Tea & more')
    expect(candidates(await shop.json('tier', ...asOf))).toEqual(['Bob null 330000'])
    expect((await shop.crm('why', 'Eve', ...asOf)).out.replace(/\s+/g, ' ')).toContain(
      'took back $600.00 from 2026-08-05 on, which leaves $1,400.00 of what was bought since',
    )
    await shop.crm('config', 'set', 'vip.categories', 'Tableware')
    expect(candidates(await shop.json('tier', ...asOf))).toEqual(['Cid 500000 500000'])
  })

  test('a category that no product is in is told with those that are like it', async () => {
    const shop = await shopOf({ 'orders.csv': rows })
    await shop.crm('config', 'set', 'vip.categories', 'Tablewear,Tea & more')
    const { out } = await shop.crm('tier', ...asOf)
    expect(out.replace(/\s+/g, ' ')).toContain(
      'No product is of the category "Tablewear" (setting vip.categories), so nothing of it counts towards VIP. Did you mean Tableware?',
    )
  })
})

describe('the setting', () => {
  test.each([
    ['Tea, Tableware', 'Tea,Tableware'],
    ['茶叶、茶具', '茶叶,茶具'],
    ['"Clothing, Shoes & Jewelry";Tea', '"Clothing, Shoes & Jewelry",Tea'],
    ['“女装，男装”，茶叶', '"女装，男装",茶叶'],
    ['Tea,,Tea', 'Tea'],
    ['全部', 'all'],
  ])('%s is kept as %s', async (typed, kept) => {
    const shop = await shopOf({ 'orders.csv': rows })
    expect((await shop.crm('config', 'set', 'vip.categories', typed)).code).toBe(0)
    const { rows: settings } = await shop.json('config')
    expect(settings.find(({ name }) => name === 'vip.categories')?.value).toBe(kept)
    expect((await shop.crm('config', 'set', 'vip.categories', kept)).code).toBe(0)
  })

  test.each(['', ',', '"Tea'])('%j is none', async (typed) => {
    const shop = await shopOf({ 'orders.csv': rows })
    const { code, err } = await shop.crm('config', 'set', 'vip.categories', typed)
    expect(code).toBe(2)
    expect(err).toContain('names separated by commas')
  })

  test('a file of settings gives a list, also of names with commas', async () => {
    const shop = await shopOf({ 'orders.csv': rows })
    shop.write('settings.json', [JSON.stringify({ 'vip.categories': ['Home, Garden', 'Tea & more'] })])
    expect((await shop.crm('config', 'load', 'settings.json')).code).toBe(0)
    const { rows: settings } = await shop.json('config')
    expect(settings.find(({ name }) => name === 'vip.categories')?.value).toBe('"Home, Garden",Tea & more')
  })
})
