import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

/** Ann is Li's and Wang holds her lead; Ben is nobody's; Neo, who never bought, is a lead of Wang's, Cid one that Mei lost. */
async function team(): Promise<Shop> {
  const shop = emptyShop()
  shop.write('orders.csv', [
    'Order,Date,Customer,Phone,Amount',
    '1,2026-06-01,Ann,13800000001,100',
    '2,2026-08-02,Ben,13800000002,50',
    '3,2026-08-03,Cid,13800000003,20',
  ])
  for (const argv of [
    ['import', 'orders.csv'],
    ['edit', 'Ann', '--owner', 'Li'],
    ['lead', 'add', 'Ann', '--owner', 'Wang', '--level', 'A'],
    ['lead', 'add', 'Neo', '--owner', 'Wang', '--level', 'B'],
    ['lead', 'add', 'Cid', '--owner', 'Mei', '--level', 'B'],
    ['log', 'Cid', 'wants none'],
    ['lead', 'lost', 'Cid', '--reason', 'too dear'],
  ])
    expect((await shop.crm(...argv)).code, argv.join(' ')).toBe(0)
  return shop
}

const named = ({ rows }: { readonly rows: readonly Readonly<Record<string, unknown>>[] }) =>
  rows.map(({ name }) => name).sort()

test('a filter by owner knows who holds an open lead, and a closed one of a customer nobody else looks after', async () => {
  const shop = await team()
  for (const [filter, names] of [
    ['owner:Li', ['Ann']],
    ['owner:Wang', ['Ann', 'Neo']],
    ['owner:mei', ['Cid']],
    ['-owner:Wang', ['Ben', 'Cid']],
  ] as const)
    expect(named(await shop.json('list', filter)), filter).toEqual(names)
  expect(named(await shop.json('lead', 'list', 'owner:Wang'))).toEqual(['Ann', 'Neo'])
  const owners = (await shop.json('list')).rows.map(({ name, owner }) => [name, owner])
  expect(owners).toEqual(
    expect.arrayContaining([
      ['Ann', 'Li / Wang'],
      ['Neo', 'Wang'],
      ['Cid', 'Mei'],
      ['Ben', null],
    ]),
  )
})

test('a whole name is that person alone, part of one all who bear it, and none those in nobody’s hands', async () => {
  const shop = await team()
  await shop.crm('edit', 'Cid', '--owner', 'Mei')
  await shop.crm('edit', 'Ben', '--owner', 'Meiling')
  expect(named(await shop.json('list', 'owner:Mei'))).toEqual(['Cid'])
  expect(named(await shop.json('list', 'owner:ei'))).toEqual(expect.arrayContaining(['Ben', 'Cid']))
  expect(named(await shop.json('list', 'owner=ei'))).toEqual([])
  const without = named(await shop.json('list', 'owner:none'))
  expect(without).not.toContain('Ben')
  expect(without).toEqual(named(await shop.json('list', '负责人:无')))
  expect(named(await shop.json('list', '-owner:none')).length + without.length).toBe(
    (await shop.json('list')).rows.length,
  )
})

test('whoever is named by no owner and no lead is told with those there are; an owner by part of his name is another', async () => {
  const shop = await team()
  expect((await shop.crm('list', 'owner:Zoe', '--lang', 'en')).out).toContain(
    'Nobody is looked after by "Zoe". Owners here: Li, Mei, Wang.',
  )
  expect((await shop.crm('report', 'key', '--owner', 'Wan', '--lang', 'en')).out).toContain(
    'Owners here: Li, Mei, Wang',
  )
  const alone = emptyShop()
  alone.write('orders.csv', ['Order,Date,Customer,Phone,Amount', '1,2026-08-01,Ann,13800000001,100'])
  await alone.crm('import', 'orders.csv')
  const nobody = 'No customer has an owner yet, and nobody holds a lead: crm edit CUSTOMER --owner NAME'
  for (const argv of [
    ['list', 'owner:Wang'],
    ['due', '--owner', 'Wang'],
  ])
    expect((await alone.crm(...argv, '--lang', 'en')).out, argv.join(' ')).toContain(nobody)
  await alone.crm('lead', 'add', 'Neo', '--owner', 'Wang', '--level', 'D')
  for (const argv of [
    ['list', 'owner:Nobody'],
    ['due', '--owner', 'Nobody'],
  ])
    expect((await alone.crm(...argv, '--lang', 'en')).out, argv.join(' ')).toContain('Owners here: Wang')
})

test('groups by owner count each customer once, as the team’s figures do', async () => {
  const shop = await team()
  const { tables } = (await shop.json('tier', '--per', 'owner')) as unknown as {
    readonly tables: readonly { readonly key: string; readonly rows: readonly Record<string, unknown>[] }[]
  }
  const groups = tables.find(({ key }) => key === 'per')!.rows
  expect(groups.map(({ group, customers }) => [group, customers])).toEqual([
    ['Li', 1],
    ['Mei', 1],
    ['Wang', 1],
    ['', 1],
  ])
  const people = (await shop.json('kpi', '--per', 'owner')).rows.map(({ owner, customers }) => [owner, customers])
  expect(people).toEqual([
    ['Li', 1],
    ['Mei', 1],
    ['Wang', 1],
    ['', 1],
  ])
})

describe('an owner and a topic by service level (R11)', () => {
  /** Ann is of level A, having bought most; Ben of A too, by the cut; Cid of B. */
  async function levelled(): Promise<Shop> {
    const shop = await team()
    for (const argv of [
      ['config', 'set', 'service.a.owner', 'Zhao'],
      ['config', 'set', 'service.a.topic', 'the spring tea, and the new price list'],
      ['config', 'set', 'service.b.topic', '新品'],
    ])
      expect((await shop.crm(...argv)).code, argv.join(' ')).toBe(0)
    return shop
  }

  test('the owner of a level has whom nobody else has, everywhere alike', async () => {
    const shop = await levelled()
    const levels = (await shop.json('list')).rows.map(({ name, level, owner }) => [name, level, owner])
    expect(levels).toEqual(
      expect.arrayContaining([
        ['Ann', 'A', 'Li / Wang'],
        ['Ben', 'A', 'Zhao'],
        ['Cid', 'B', 'Mei'],
      ]),
    )
    expect(named(await shop.json('list', 'owner:zhao'))).toEqual(['Ben'])
    const people = (await shop.json('kpi', '--per', 'owner')).rows.map(({ owner, customers }) => [owner, customers])
    expect(people).toEqual([
      ['Li', 1],
      ['Mei', 1],
      ['Wang', 1],
      ['Zhao', 1],
    ])
    expect(named(await shop.json('due', '--owner', 'zhao', '--days', '60'))).toEqual(['Ben'])
    const { summary } = await shop.json('show', 'Ben')
    expect(summary).toMatchObject({ owner: null, inHandsOf: ['Zhao'], topic: 'the spring tea, and the new price list' })
    expect((await shop.crm('show', 'Ben', '--lang', 'en')).out).toMatch(/Owner +Zhao \(by the service level\)/)
    expect((await shop.crm('show', 'Neo', '--lang', 'zh')).out).toContain('Wang（意向跟进人）')
    await shop.crm('config', 'unset', 'service.a.owner')
    expect((await shop.json('list', 'owner:zhao')).rows).toEqual([])
  })

  test('the topic stands where a line is about keeping in touch, beside a stronger reason too', async () => {
    const shop = await levelled()
    const advice = async (name: string, ...argv: readonly string[]) => {
      const { rows } = await shop.json('due', '--days', '90', ...argv)
      return rows.find((row) => row.name === name)?.advice
    }
    const topic = 'talk about: the spring tea, and the new price list'
    expect(((await advice('Ben', '--reason', 'rhythm')) as string[])[0]).toBe(
      `introduce yourself and ask how the order was; ${topic}`,
    )
    await shop.crm('feedback', 'open', 'Ann', 'lid missing')
    expect(await advice('Ann', '--reason', 'rhythm,complaint')).toEqual([
      expect.not.stringContaining(topic),
      topic,
      expect.anything(),
    ])
    await shop.crm('log', 'Ben', 'hello', '--result', 'reached')
    expect(await advice('Ben', '--reason', 'rhythm', '--lang', 'zh')).toContain(
      '谈谈：the spring tea, and the new price list',
    )
    expect((await shop.crm('config', 'set', 'service.a.topic', 'x'.repeat(200), '--lang', 'en')).err).toContain(
      'up to 120 characters',
    )
  })
})
