import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { column, emptyShop, HEADER, shopOf } from './shop.js'

describe('filters', () => {
  test.each([
    ['country:US', ['Ann', 'Bob', 'Old']],
    ['-country:US', ['王芳', '=1+1\u001b[31m\u202e Eve']],
    ['orders>=2', ['Ann', '王芳']],
    ['net>=60 net<100', ['王芳']],
    ['last>90d', ['Bob', 'Old']],
    ['tier:U', ['Old']],
    ['name:王', ['王芳']],
    ['blocked', []],
    ['platform:sheet orders=1', ['Bob', '=1+1\u001b[31m\u202e Eve']],
  ])('list %s', async (filter, names) => {
    const shop = await shopOf(2026)
    expect(column(await shop.json('list', ...filter.split(' ')), 'name')).toEqual(names)
  })

  test.each(['list', 'tier', 'rfm', 'due', 'contacts'])(
    '%s takes a filter and says where one is wrong',
    async (name) => {
      const shop = await shopOf(2026)
      expect((await shop.json(name, 'name:Bob')).params).toMatchObject({ filter: 'name:Bob' })
      const { code, err } = await shop.crm(name, 'teir:A')
      expect(code).toBe(2)
      expect(err).toMatch(/teir:A\n {2}\^{4}\n[\s\S]*tier/)
    },
  )

  test('the tier filter goes by the tiers of the report it stands in', async () => {
    const shop = await shopOf(2026)
    expect(column(await shop.json('tier', 'tier:A'), 'name')).toEqual(['Ann', '王芳'])
    expect(column(await shop.json('tier', '--all', 'tier:A'), 'name')).toEqual(['Old', 'Ann'])
  })
})

describe('marks', () => {
  test('tags can be asked for, taken off, and never hold a comma', async () => {
    const shop = await shopOf(2026)
    await shop.crm('tag', 'Ann', 'wholesale，vip')
    await shop.crm('tag', 'Bob', 'vip')
    expect(column(await shop.json('list', 'tag:vip'), 'name')).toEqual(['Ann', 'Bob'])
    expect((await shop.json('list', 'name:Ann')).rows[0]?.tags).toEqual(['vip', 'wholesale'])
    await shop.crm('tag', 'Ann', 'vip', '--remove')
    expect(column(await shop.json('list', 'tag:vip'), 'name')).toEqual(['Bob'])
    expect((await shop.crm('tag', 'Ann', ',')).code).toBe(2)
  })

  test('a tag nobody has is said, with the tags there are and how to write one of several words', async () => {
    const shop = await shopOf(2026)
    expect((await shop.crm('list', 'tag:likes')).out).toContain('Nobody has the tag "likes". There are no tags yet.')
    await shop.crm('tag', 'Ann', 'likes pu-erh')
    await shop.crm('tag', 'Bob', 'vip')
    for (const command of ['list', 'tier', 'due', 'contacts']) {
      const { out, err } = await shop.crm(command, 'tag:likes', 'pu-erh')
      expect(out + err).toContain('Nobody has the tag "likes". Tags here: likes pu-erh, vip.')
    }
    const found = await shop.crm('list', 'tag:"likes pu-erh"')
    expect(found.out).toContain('Ann')
    expect(found.out).not.toContain('Nobody has')
  })

  test('a blocked customer, once told why, is in no contact or due list and still in the figures', async () => {
    const shop = await shopOf(2026)
    const before = await shop.json('tier')
    await shop.crm('block', 'Ann', '--reason', 'does not pay')
    expect(column(await shop.json('list', 'blocked'), 'name')).toEqual(['Ann'])
    expect(column(await shop.json('contacts'), 'name')).not.toContain('Ann')
    const told = (await shop.json('due')).rows.filter(({ name }) => name === 'Ann')
    expect(told.map(({ rule }) => rule)).toEqual(['delisting'])
    await shop.crm('block', 'told', 'Ann')
    expect(column(await shop.json('due'), 'name')).not.toContain('Ann')
    expect((await shop.json('tier')).summary).toEqual(before.summary)
    await shop.crm('unblock', 'Ann')
    expect(column(await shop.json('contacts'), 'name')).toContain('Ann')
  })
})

describe('one customer', () => {
  test('is found by id, name, part of a name, e-mail', async () => {
    const shop = await shopOf(2026)
    const { customer } = (await shop.json('list', 'name:Ann')).rows[0]!
    for (const name of [String(customer), 'ann', 'An', 'ANN@example.com']) {
      expect((await shop.json('show', name)).params).toMatchObject({ customer })
      expect((await shop.json('why', name)).params).toMatchObject({ customer })
    }
  })

  test('is not found by nothing, though there be only one', async () => {
    const shop = emptyShop()
    shop.write('one.csv', [HEADER, '1,2026-08-01,Ann,ann@example.com,5,USD,US'])
    await shop.crm('import', 'one.csv')
    for (const name of ['', ' ']) expect((await shop.crm('done', name)).err).toContain('No customer is called')
  })

  test('orders stand with their file and row', async () => {
    const { rows } = await (await shopOf(2026)).json('show', 'Ann')
    expect(rows.map(({ order, on, file, row }) => [order, on, file, row])).toEqual([
      ['4', '2026-06-30', 'orders.csv', 5],
      ['3', '2026-05-31', 'orders.csv', 4],
      ['2', '2026-05-01', 'orders.csv', 3],
      ['1', '2026-04-01', 'orders.csv', 2],
    ])
  })

  test('several of one name are listed with their ids and what tells them apart', async () => {
    const shop = emptyShop()
    const twins = ['1,2026-08-01,Li Wei,a@example.com,5,USD,CN', '2,2026-08-02,Li Wei,b@example.com,5,USD,CN']
    shop.write('twins.csv', [HEADER, ...twins])
    await shop.crm('import', 'twins.csv')
    const { code, err } = await shop.crm('show', 'li wei')
    expect(code).toBe(1)
    expect(err).toMatch(/fits several customers: (c\w{9}) Li Wei \S+, (c\w{9}) Li Wei \S+\n.*for example \1\./)
    const id = /for example (c\w+)/.exec(err)?.[1]
    expect((await shop.crm('show', id!)).code).toBe(0)
  })
})

test('contacts are written as csv, xlsx and vcf; a name that looks like a formula stays text', async () => {
  const shop = await shopOf(2026)
  for (const file of ['list.csv', 'list.xlsx', 'list.vcf'])
    expect((await shop.crm('contacts', '-o', file)).code).toBe(0)
  const csv = readFileSync(join(shop.dir, 'list.csv'), 'utf8')
  expect(csv).toContain('ann@example.com')
  expect(csv).not.toMatch(/(^|,)"?=1/m)
  expect(readFileSync(join(shop.dir, 'list.xlsx')).subarray(0, 2).toString()).toBe('PK')
  expect(readFileSync(join(shop.dir, 'list.vcf'), 'utf8').match(/BEGIN:VCARD/g)).toHaveLength(5)
})

describe('rows', () => {
  const many = async () => {
    const shop = emptyShop()
    const rows = Array.from({ length: 25 }, (_, i) => `${i},2026-08-01,C${i},c${i}@example.com,${i + 1}.00,USD,US`)
    shop.write('many.csv', [HEADER, ...rows])
    await shop.crm('import', 'many.csv')
    return shop
  }
  const listed = (text: string) => text.match(/ C\d+ /g)?.length

  test('a terminal gets 20 and the number of the others; a pipe, a file and JSON get all', async () => {
    const shop = await many()
    const terminal = await shop.crmIn({ tty: 120 }, 'list')
    expect(listed(terminal.out)).toBe(20)
    expect(terminal.out).toContain('and 5 more rows')
    expect(listed((await shop.crm('list')).out)).toBe(25)
    expect((await shop.json('list')).rows).toHaveLength(25)
    await shop.crmIn({ tty: 120 }, 'list', '-o', 'all.csv')
    expect(readFileSync(join(shop.dir, 'all.csv'), 'utf8').trim().split('\n')).toHaveLength(26)
    const json = await shop.crmIn({ tty: 120 }, 'list', '--json')
    expect(JSON.parse(json.out)).toMatchObject({ omitted: 0 })
  })

  test('--limit, --sort and --columns decide; totals stay those of all rows', async () => {
    const shop = await many()
    const answer = await shop.json('list', '--limit', '2', '--sort', 'net', '--columns', 'name,net')
    expect(answer.rows).toEqual([
      { name: 'C0', netMinor: 100 },
      { name: 'C1', netMinor: 200 },
    ])
    expect(answer).toMatchObject({ omitted: 23, summary: { customers: 25 } })
    expect((await shop.crm('list', '--columns', 'nme')).code).toBe(2)
  })
})
