import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { withLedger } from '../support/ledger-world.js'
import { type Answer, emptyShop, type Shop, shopOf, take } from './shop.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 120_000 })

const HEAD = '日期,客户,金额,负责人,标签,备注,公司'
const SHEET = [HEAD, '2026-06-03,张老板,1200,小李,批发,好客,张记贸易有限公司', '2026-07-03,李姐,200,小王,,,']

async function shopWith(lines: readonly string[] = SHEET): Promise<Shop> {
  const shop = emptyShop()
  await take(shop, 'book.csv', lines)
  return shop
}

/** `name owner tags` of each customer, by name. */
async function known(shop: Pick<Shop, 'json'>, ...argv: string[]): Promise<string[]> {
  const { rows } = await shop.json('list', ...argv)
  return rows.map(({ name, owner, tags }) => `${name} ${owner} ${(tags as string[]).join('+')}`).sort()
}

const BOTH = ['张老板 小李 批发', '李姐 小王 ']

const table = (answer: Answer, key: string) =>
  (answer.tables as { key: string; rows: Record<string, unknown>[] }[]).find((one) => one.key === key)!.rows

describe('owner and tags in an order sheet', () => {
  test('stand in the list and at the head of the file, with their place and day', async () => {
    const shop = await shopWith()
    expect(await known(shop)).toEqual(BOTH)
    const file = await shop.json('show', '张老板')
    expect(file.summary).toMatchObject({ owner: '小李', tags: ['批发'] })
    const place = { file: 'book.csv', row: 2, on: '2026-06-03' }
    expect(table(file, 'values')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'owner', value: '小李', ...place }),
        expect.objectContaining({ field: 'tags', value: '批发', ...place }),
      ]),
    )
    for (const [lang, lines] of [
      [
        'en',
        [
          /^Company +张记贸易有限公司$/m,
          /^Owner +小李$/m,
          /^Tags +批发$/m,
          /^Note on the order +好客 \(2026-06-03\)$/m,
        ],
      ],
      ['zh', [/^公司 +张记贸易有限公司$/m, /^负责人 +小李$/m, /^标签 +批发$/m, /^订单备注 +好客（2026-06-03）$/m]],
    ] as const)
      for (const line of lines) expect((await shop.crm('show', '张老板', '--lang', lang)).out).toMatch(line)
  })

  test.each([
    ['owner:小', BOTH],
    ['owner=小李', ['张老板 小李 批发']],
    ['负责人:小王', ['李姐 小王 ']],
    ['-业务员:小王', ['张老板 小李 批发']],
    ['标签:批发 owner:小李,小王', ['张老板 小李 批发']],
    ['owner:nobody', []],
  ])('choose customers: %s', async (filter, chosen) => {
    expect(await known(await shopWith(), ...filter.split(' '))).toEqual(chosen)
  })

  test('part the tiers', async () => {
    const shop = await shopWith()
    const per = async (name: string) =>
      table(await shop.json('tier', '--per', name), 'per').map(({ group, customers }) => [group, customers])
    expect(await per('owner')).toEqual([['小李', 1], ['小王', 1]]) // biome-ignore format: rows
    expect(await per('tag')).toEqual([['批发', 1], ['', 1]]) // biome-ignore format: rows
  })

  test('the newest order that says them counts; a blank cell of a later order says nothing new', async () => {
    const later = ['2026-08-01,张老板,10,,,,', '2026-07-20,张老板,10,小赵,零售,,', '2026-05-01,张老板,10,小孙,新客,,']
    expect(await known(await shopWith([...SHEET, ...later]))).toEqual(['张老板 小赵 零售', '李姐 小王 '])
    // What is said by an order counts from its day.
    const shop = await shopWith([...SHEET, ...later])
    expect(await known(shop, '--on', '2026-07-01')).toEqual(['张老板 小李 批发', '李姐 null '])
  })

  test.each([
    ['without order numbers', ''],
    ['with order numbers', '订单号,'],
  ])('a corrected sheet takes the place of what it said; undo brings that back: %s', async (_, column) => {
    const numbered = (lines: readonly string[]) =>
      lines.map((line, at) => (column === '' ? line : `${at === 0 ? column : `A${at},`}${line}`))
    const corrected = SHEET.map((line) => line.replace('小李', '小赵').replace('批发', '').replace('小王', ''))
    const shop = await shopWith(numbered(SHEET))
    const { out } = await take(shop, 'corrected.csv', numbered(corrected))
    expect(out).toContain('orders: 0 new, 2 updated')
    const after = ['张老板 小赵 ', '李姐 null ']
    expect(await known(shop)).toEqual(after)
    // The very files again are known.
    for (const file of ['book.csv', 'corrected.csv'])
      expect((await shop.crm('import', file)).err).toContain('Nothing new in it')
    expect(await known(shop)).toEqual(after)
    expect((await shop.crm('undo')).err).toMatch(/owner: 小赵 → 小李; tags: \(blank\) → 批发/)
    expect(await known(shop)).toEqual(BOTH)
    await shop.crm('undo', '--redo')
    expect(await known(shop)).toEqual(after)
  })

  test('an undone import takes them away; what is typed by hand wins, and is given back to the files', async () => {
    const shop = await shopWith()
    expect((await shop.crm('edit', '张老板', '--owner', '小赵')).err).toContain('owner 小李 → 小赵')
    await shop.crm('tag', '张老板', 'vip')
    const typed = ['张老板 小赵 vip+批发', '李姐 小王 ']
    expect(await known(shop)).toEqual(typed)
    await take(shop, 'later.csv', [HEAD, '2026-08-03,张老板,50,小孙,批发,,'])
    expect(await known(shop)).toEqual(typed)
    const owners = (await shop.json('show', '张老板', '--sources')).tables as { key: string; rows: Answer['rows'] }[]
    const stated = owners.find(({ key }) => key === 'values')!.rows.filter(({ field }) => field === 'owner')
    expect(stated.map(({ value, inUse }) => [value, inUse])).toEqual([
      ['小赵', 'yes'],
      ['小李', null],
      ['小孙', null],
    ])
    await shop.crm('edit', '张老板', '--imported', 'owner')
    expect(await known(shop)).toEqual(['张老板 小孙 vip+批发', '李姐 小王 '])
    await shop.crm('edit', '张老板', '--owner', '-')
    expect(await known(shop)).toEqual(['张老板 null vip+批发', '李姐 小王 '])
    await shop.crm('undo')
    await shop.crm('undo', '1')
    expect(await known(shop)).toEqual(['张老板 小孙 vip+批发'])
    await shop.crm('undo', '4')
    expect(await known(shop)).toEqual(['张老板 null vip'])
  })

  test('stay when a platform tells the same order without such columns', async () => {
    const shop = await shopWith(['订单号,日期,客户,金额,负责人', 'A1,2026-06-03,Ann,12,小李'])
    await take(shop, 'again.csv', [
      'Order ID,Order Date,Updated at,Customer,Email,Total',
      'A1,2026-06-03,2026-06-09,Ann,ann@mail-a.com,12',
    ])
    expect(await known(shop)).toEqual(['Ann 小李 '])
    expect((await shop.json('list')).rows).toMatchObject([{ orders: 1 }])
  })
})

describe('owner, tags and note in a customer list', () => {
  const LIST = [
    '客户编号,客户,电话,负责人,标签,备注',
    '1,张老板,13800138000,小李,"批发,老客",好客',
    '2,李姐,13900139000,小王,,',
  ]

  test('are kept, and told by the list imported last, also that there is none any more', async () => {
    const shop = await shopWith(LIST)
    expect(await known(shop)).toEqual(['张老板 小李 批发+老客', '李姐 小王 '])
    expect((await shop.json('show', '张老板')).summary).toMatchObject({ owner: '小李', note: '好客' })
    const corrected = LIST.map((line) => line.replace('小李', '小赵').replace('老客', '新客').replace('小王', ''))
    const { out } = await take(shop, 'corrected.csv', corrected)
    expect(out).toContain('customers: 0 new, 2 updated')
    const after = ['张老板 小赵 批发+新客', '李姐 null ']
    expect(await known(shop)).toEqual(after)
    for (const file of ['book.csv', 'corrected.csv'])
      expect((await shop.crm('import', file)).err).toContain('Nothing new in it')
    expect(await known(shop)).toEqual(after)
    await shop.crm('undo')
    expect(await known(shop)).toEqual(['张老板 小李 批发+老客', '李姐 小王 '])
  })

  test('a list whose only owner was taken out says so; one without the column says nothing', async () => {
    const shop = await shopWith(LIST.slice(0, 2))
    await take(shop, 'short.csv', ['客户编号,客户,电话', '1,张老板,13800138000'])
    expect(await known(shop)).toEqual(['张老板 小李 批发+老客'])
    await take(
      shop,
      'bare.csv',
      LIST.slice(0, 2).map((line) => line.replace('小李', '').replace('"批发,老客"', '')),
    )
    expect(await known(shop)).toEqual(['张老板 null '])
  })

  test('a list weighs more than orders, whichever comes first', async () => {
    const orders = ['日期,客户编号,客户,金额,负责人', '2026-08-03,1,张老板,50,小孙']
    for (const [first, second] of [
      [LIST, orders],
      [orders, LIST],
    ] as const) {
      // biome-ignore format: pairs
      const shop = await shopWith(first)
      await take(shop, 'second.csv', second)
      expect((await known(shop)).find((one) => one.startsWith('张'))).toBe('张老板 小李 批发+老客')
    }
  })

  test('the owner of a lead is the lead’s, and stands beside the customer’s in the list', async () => {
    const shop = await shopWith(LIST)
    await take(shop, 'leads.csv', [
      '客户名称,电话,意向等级,跟进阶段,负责人,创建时间,备注',
      '张老板,13800138000,A,报价,李娜,2026-08-03,要样品',
    ])
    expect(await known(shop)).toEqual(['张老板 小李 / 李娜 批发+老客', '李姐 小王 '])
    expect((await shop.json('show', '张老板')).summary).toMatchObject({ owner: '小李', note: '好客' })
  })
})

test('columns of which nothing is kept are named', async () => {
  const orders = emptyShop()
  expect((await take(orders, 'a.csv', ['日期,客户,金额,渠道,意向等级', '2026-06-03,张三,5,抖音,A'])).out).toContain(
    'columns not used: 渠道, 意向等级',
  )
  const { out } = await take(orders, 'c.csv', ['客户,电话,来源,状态,负责人', '李四,13800138000,展会,正常,小李'])
  expect(out).toContain('columns not used: 来源, 状态')
})

test('the newest word counts, in any order of files', async () => {
  const row = fc.record({
    day: fc.integer({ min: 1, max: 4 }),
    buyer: fc.constantFrom('Ann', 'Bob'),
    owner: fc.constantFrom('', 'Li', 'Wu', 'Xu'),
    tag: fc.constantFrom('', 'gold', 'new'),
  })
  type Row = typeof row extends fc.Arbitrary<infer R> ? R : never
  const newest = (rows: readonly Row[], field: 'owner' | 'tag') =>
    [...rows]
      .sort((a, b) => a.day - b.day || (a[field] < b[field] ? -1 : 1))
      .map((one) => one[field])
      .findLast((text) => text !== '') ?? ''
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(row, { minLength: 1, maxLength: 6 })
        .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray([0, 1, 2], { minLength: 3 }))),
      async ([rows, order]) => {
        const numbered = rows.map((one, at) => [`N${at}`, `2026-06-0${one.day}`, one.buyer, '10', one.owner, one.tag])
        await withLedger(async (world) => {
          for (const part of order) {
            const own = numbered.filter((_, at) => at % 3 === part)
            const header = ['Order ID', 'Order Date', 'Customer', 'Total', 'Owner', 'Tags']
            if (own.length > 0) await world.take({ name: `${part}.csv`, header, rows: own })
          }
          const found = (await world.crm('list', '--json')).json<{
            rows: { name: string; owner: string | null; tags: string[] }[]
          }>()
          for (const { name, owner, tags } of found.rows) {
            const own = rows.filter(({ buyer }) => buyer === name)
            expect([owner ?? '', tags.join()]).toEqual([newest(own, 'owner'), newest(own, 'tag')])
          }
        })
      },
    ),
    { numRuns: 15 },
  )
})

test('an owner in a filter who looks after nobody is answered with the owners there are', async () => {
  const shop = await shopOf(2026)
  expect((await shop.crm('list', 'owner:zzz')).out).toContain('No customer has an owner yet')
  await shop.crm('edit', 'Bob', '--owner', 'Li')
  expect((await shop.crm('list', 'owner:zzz')).out).toContain('Nobody is looked after by "zzz". Owners here: Li.')
  expect((await shop.crm('list', '负责人:zzz', '--lang', 'zh')).out).toContain('现有的负责人：Li。')
  expect((await shop.crm('list', 'owner:li')).out).not.toContain('looked after')
})
