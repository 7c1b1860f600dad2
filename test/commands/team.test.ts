import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { csvText, filledIn, fillIn, readGrid, workOn } from '../support/worked-list.js'
import { makeWorld, type World } from '../support/world.js'

const ORDERS = [
  'Order,Date,Customer,Email,Total,Currency',
  ...['04-01', '05-01', '06-01', '07-01'].map((day, at) => `a${at},2026-${day},Ann,ann@mail-a.com,100,EUR`),
  'b1,2026-08-01,Bob,bob@mail-a.com,30,EUR',
  'c1,2026-08-20,Cy,cy@mail-a.com,20,EUR',
]

/** Made on 1 June, so that by September a good deal has been late; Li looks after Ann, Wang after Bob. */
async function shop(now = '2026-06-02T01:00:00Z', upTo = '2026-09-01'): Promise<World> {
  const world = makeWorld({ now })
  const rows = ORDERS.filter((row) => !row.includes('2026-') || row.split(',')[1]! <= upTo)
  writeFileSync(join(world.folder, 'orders.csv'), `${rows.join('\n')}\n`)
  await world.crm('import', 'orders.csv')
  await world.crm('edit', 'Ann', '--owner', 'Li')
  await world.crm('edit', 'Bob', '--owner', 'Wang')
  if (now < '2026-09-01') world.setClock('2026-09-01T01:00:00Z')
  return world
}

type Row = Record<string, number | string | null>

const rowsOf = async (world: World, ...argv: string[]) =>
  (await world.crm(...argv, '--json')).json<{ rows: Row[] }>().rows

const activity = async (world: World, ...more: string[]) =>
  Object.fromEntries((await rowsOf(world, 'kpi', '--per', 'owner', ...more)).map((row) => [String(row.owner), row]))

describe('activity by owner (R32)', () => {
  test('an item done after its last sensible day is late, one never done is missed, by the days the ledger kept', async () => {
    const world = await shop()
    await world.crm('config', 'set', 'due.restock', 'off')
    // Bought every month, last on 1 July: due by the rhythm of level A from 31 July until 14 August.
    const missed = (await activity(world, '--on', '2026-08-15')).Li!
    expect((await activity(world, '--on', '2026-08-14')).Li!.missed).toBe(Number(missed.missed) - 1)
    expect(missed).toMatchObject({ contacts: 0, doneLate: 0, onTimeRate: 0 })
    await world.crm('done', 'Ann', '--rule', 'rhythm', '--note', 'called', '--on', '2026-08-15')
    const late = (await activity(world, '--on', '2026-08-15')).Li!
    expect(late).toMatchObject({ contacts: 1, doneLate: 1, onTimeRate: 0 })
  })

  test('taking a contact back takes it out of the figures', async () => {
    const world = await shop()
    // The survey has been late since June.
    await world.crm('config', 'set', 'due.survey', 'off')
    const before = await activity(world, '--on', '2026-07-31')
    await world.crm('log', 'Ann', 'wants 40', '--channel', 'visit', '--done', '--on', '2026-07-31')
    const after = await activity(world, '--on', '2026-07-31')
    expect(after.Li).toMatchObject({ contacts: 1, visits: 1, onTimeRate: 1 })
    await world.crm('undo')
    expect(await activity(world, '--on', '2026-07-31')).toEqual(before)
  })

  test('who is named made the contact, whatever the case; the rest counts for the owner', async () => {
    const world = await shop()
    await world.crm('log', 'Bob', 'sent the list', '--by', 'LI', '--on', '2026-08-02')
    const { Li, Wang } = await activity(world, '--on', '2026-08-02')
    expect([Li!.contacts, Wang!.contacts]).toEqual([1, 0])
  })

  test('a sheet worked in keeps the due days of what it closes', async () => {
    const world = await shop()
    await world.crm('config', 'set', 'due.survey', 'off')
    await world.crm('due', '--on', '2026-07-31', '-o', 'today.csv')
    const path = join(world.folder, 'today.csv')
    writeFileSync(
      path,
      csvText(filledIn(readGrid(path), { Ann: { Channel: 'visit', Result: 'interested', Note: 'wants 40' } })),
    )
    await world.crm('import', 'today.csv', '--on', '2026-07-31')
    const { Li } = await activity(world, '--on', '2026-07-31')
    expect(Li).toMatchObject({ contacts: 1, visits: 1, onTimeRate: 1 })
    expect(Li!.doneOnTime).toBeGreaterThan(0)
  })

  test('of a period asked for, and of a filter', async () => {
    const world = await shop()
    await world.crm('log', 'Ann', 'in July', '--on', '2026-07-30')
    await world.crm('log', 'Ann', 'in August', '--on', '2026-08-02')
    const contacts = async (...more: string[]) => (await activity(world, '--on', '2026-08-31', ...more)).Li!.contacts
    expect(await contacts()).toBe(2)
    expect(await contacts('--month', '2026-07')).toBe(1)
    expect(await contacts('--period', 'month')).toBe(1)
    expect(Object.keys(await activity(world, 'owner:wang', '--on', '2026-08-31'))).toEqual(['Wang'])
  })

  test('contacts of an imported log count for whom it names', async () => {
    const world = await shop()
    const log = ['跟进日期,客户姓名,邮箱,跟进人,跟进方式,跟进内容', '2026-08-01,Ann,ann@mail-a.com,小李,拜访,谈了新品']
    writeFileSync(join(world.folder, 'log.csv'), `${log.join('\n')}\n`)
    await world.crm('import', 'log.csv')
    expect((await activity(world, '--on', '2026-08-31')).小李).toMatchObject({ contacts: 1, visits: 1 })
  })

  test('a target that cannot be read is answered with what is taken', async () => {
    const world = await shop()
    const refused = await world.crm('config', 'set', 'target.contacts', 'Li:2')
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('such as 1,Li=2')])
  })
})

describe('the day on one page', () => {
  test('contacts of the day, what is left of it, and what is new the next day', async () => {
    const world = await shop()
    const day = async (on: string) => (await world.crm('report', 'daily', '--on', on, '--json')).json<Daily>()
    const due = await rowsOf(world, 'due', '--on', '2026-08-14')
    const before = await day('2026-08-14')
    expect(before.summary).toMatchObject({ contacts: 0, open: due.length })
    // The call after Bob's first order: fourteen days later.
    expect(before.tables.find(({ key }) => key === 'tomorrow')!.rows).toMatchObject([{ name: 'Bob', owner: 'Wang' }])
    await world.crm('log', 'Ann', 'wants 40', '--done', '--on', '2026-08-14')
    const after = await day('2026-08-14')
    expect(after.summary).toMatchObject({ contacts: 1, open: due.length - 1 })
    expect((await day('2026-08-15')).summary).toMatchObject({ contacts: 0 })
  })
})

describe('the day of many customers', () => {
  const many = async () => {
    const world = makeWorld()
    const rows = Array.from(
      { length: 35 },
      (_, n) => `M${n},2026-08-01,Buyer ${n},buyer${n}@example.com,CNY,${100 - n}.00,${n < 15 ? 'Li' : 'Wang'}`,
    )
    writeFileSync(
      join(world.folder, 'many.csv'),
      ['Order ID,Order Date,Customer,Email,Currency,Total,Owner', ...rows].join('\n'),
    )
    await world.crm('import', 'many.csv')
    return world
  }
  const on = ['--on', '2026-08-15']

  test('to be read, ten of each person and twenty of one; the rest is counted, and files hold all', async () => {
    const world = await many()
    const due = (await rowsOf(world, 'due', ...on)).length
    expect(due).toBe(35)
    const buyers = (text: string) => new Set(text.match(/Buyer \d+/g)).size
    const team = await world.crm('report', 'daily', ...on)
    expect(buyers(team.stdout)).toBe(20)
    expect(team.stdout).toContain('Not listed here: 15 left over and 0 of the next day. All of them: crm due --days 1')
    const one = await world.crm('report', 'daily', '--owner', 'Wang', ...on, '--lang', 'zh')
    expect(buyers(one.stdout)).toBe(20)
    expect(one.stdout).not.toContain('没有列出的')
    expect(buyers((await world.crm('report', 'daily', ...on, '--limit', '35')).stdout)).toBe(35)
    expect(buyers((await world.crm('report', 'daily', ...on, '--json')).stdout)).toBe(35)
  })
})

describe('who sees to what (R32)', () => {
  const on = ['--on', '2026-08-31']
  /** A lead of Zhao's without an owner as a customer, and a complaint of Ann, Li's customer, given to Mei. */
  const team = async () => {
    const world = await shop()
    await world.crm(
      'lead',
      'add',
      'Dee',
      '--phone',
      '+4930901820',
      '--owner',
      'Zhao',
      '--level',
      'A',
      '--on',
      '2026-08-10',
    )
    await world.crm('feedback', 'open', 'Ann', 'cup broken', '--on', '2026-08-30')
    await world.crm('feedback', 'assign', 'F1', 'Mei', '--on', '2026-08-30')
    return world
  }
  const lines = async (world: World, owner: string) =>
    (await rowsOf(world, 'due', '--owner', owner, ...on)).map(({ name, rule, owner: of }) => [name, rule, of])

  test('due --owner has the items of a lead and a complaint with their own owners', async () => {
    const world = await team()
    expect(await lines(world, 'zhao')).toEqual([['Dee', 'lead', 'Zhao']])
    expect(await lines(world, 'Mei')).toEqual([['Ann', 'complaint', 'Mei']])
    const li = await rowsOf(world, 'due', '--owner', 'Li', ...on)
    expect(li).toMatchObject([{ name: 'Ann', owner: 'Li' }])
    expect(JSON.stringify(li[0]!.reasons)).not.toContain('F1')
    expect(await rowsOf(world, 'due', 'name:Ann', ...on)).toMatchObject([{ rule: 'complaint', owner: 'Mei / Li' }])
    const nobody = await world.crm('due', '--owner', 'Nina', ...on)
    expect(nobody.stdout).toContain('Nobody is looked after by "Nina"')
  })

  test('the row of one person closes what is that person’s, not the rest', async () => {
    const world = await team()
    await world.crm('due', '--owner', 'Mei', '-o', 'mei.csv', ...on)
    const path = join(world.folder, 'mei.csv')
    writeFileSync(path, csvText(filledIn(readGrid(path), { Ann: { Result: 'reached', Note: 'new cup sent' } })))
    await world.crm('import', 'mei.csv', ...on)
    expect(await lines(world, 'Mei')).toEqual([])
    const { tables } = (await world.crm('report', 'daily', '--json', ...on)).json<Daily>()
    expect(tables.find(({ key }) => key === 'contacts')!.rows).toMatchObject([{ owner: 'Mei', name: 'Ann' }])
  })

  test('the day and the figures of a team go by the same', async () => {
    const world = await team()
    await world.crm('log', 'Dee', 'wants a sample', '--on', '2026-08-31')
    const { tables } = (await world.crm('report', 'daily', '--json', ...on)).json<Daily>()
    const rows = (key: string) => tables.find((table) => table.key === key)!.rows
    expect(rows('contacts')).toMatchObject([{ owner: 'Zhao', name: 'Dee' }])
    expect(rows('open').map(({ owner, name }) => [owner, name])).toEqual([
      ['Li', 'Ann'],
      ['Mei', 'Ann'],
      ...rows('open')
        .slice(2)
        .map(({ owner, name }) => [owner, name]),
    ])
    const figures = await activity(world, ...on)
    expect(figures.Zhao).toMatchObject({ contacts: 1, customers: 1 })
    const own = (await world.crm('report', 'daily', '--owner', 'Mei', '--json', ...on)).json<Daily>()
    expect(own.tables.find(({ key }) => key === 'open')!.rows).toMatchObject([{ name: 'Ann', rule: 'complaint' }])
  })
})

interface Daily {
  readonly summary: Row
  readonly tables: readonly { readonly key: string; readonly rows: readonly Row[] }[]
}

describe('key and problem customers (R31)', () => {
  test('a workbook filled in comes back as countermeasures, due by their day, done once', async () => {
    const world = await shop()
    const on = ['--on', '2026-08-31']
    await world.crm('report', 'key', '-o', 'key.xlsx', ...on)
    const path = join(world.folder, 'key.xlsx')
    const plan = {
      Aim: 'twice the orders',
      Countermeasure: 'offer a subscription',
      Owner: 'Li',
      'By when': '2026-09-10',
    }
    await workOn(path, 'Key customers', (sheet) => fillIn(sheet, { Ann: plan }))
    const taken = await world.crm('import', 'key.xlsx', ...on)
    expect(taken.stderr).toContain('1 countermeasure;')
    expect((await world.crm('import', 'key.xlsx', ...on)).stderr).toContain('0 countermeasures; 1 recorded before')
    const due = (day: string) => rowsOf(world, 'due', '--reason', 'measure', '--on', day)
    expect(await due('2026-09-09')).toEqual([])
    expect(await due('2026-09-10')).toMatchObject([
      { name: 'Ann', dueOn: '2026-09-10', reason: 'M1, planned on 2026-08-31: offer a subscription (Li)' },
    ])
    expect((await world.crm('show', 'Ann', ...on)).stdout).toContain('twice the orders')
    world.setClock('2026-09-10T10:00:00Z')
    await world.crm('done', 'Ann', '--rule', 'measure', '--note', 'agreed', '--on', '2026-09-10')
    expect(await due('2026-09-11')).toEqual([])
    await world.crm('undo')
    await world.crm('undo')
    expect(await due('2026-09-10')).toEqual([])
    expect((await world.crm('show', 'Ann', ...on)).stdout).not.toContain('twice the orders')
  })

  test('the list of another ledger is refused, a day that is over is told with its row', async () => {
    const world = await shop()
    await world.crm('report', 'key', '-o', 'key.csv', '--on', '2026-08-31')
    const path = join(world.folder, 'key.csv')
    const written = readGrid(path)
    writeFileSync(path, csvText(filledIn(written, { Ann: { 'By when': '2026-08-01' } })))
    const late = await world.crm('import', 'key.csv', '--on', '2026-08-31')
    expect([late.code, late.stderr]).toEqual([3, expect.stringContaining('2026-08-01')])
    const other = await shop('2026-06-03T01:00:00Z')
    writeFileSync(join(other.folder, 'key.csv'), readFileSync(path))
    const refused = await other.crm('import', 'key.csv')
    expect([refused.code, refused.stderr]).toEqual([65, expect.stringContaining('another ledger')])
  })

  test('delisted customers are in neither list, and every list keeps to the owner asked for', async () => {
    const world = await shop()
    const names = async (...argv: string[]) => (await rowsOf(world, ...argv)).map(({ name }) => name)
    expect(await names('report', 'key', '--on', '2026-08-31')).toEqual(['Ann'])
    expect(await names('report', 'key', '--owner', 'wang', '--on', '2026-08-31')).toEqual([])
    await world.crm('block', 'Ann', '--reason', 'abuse', '--on', '2026-08-30')
    expect(await names('report', 'key', '--on', '2026-08-31')).not.toContain('Ann')
    expect(await names('report', 'problem', '--on', '2026-08-31')).not.toContain('Ann')
  })
})

/** Every list and report takes a filter, and with it an owner (R32); the two that do not are about no customers, or about pairs of them. */
test.each([
  ['list'],
  ['tier'],
  ['rfm'],
  ['cohorts'],
  ['kpi'],
  ['forecast'],
  ['recommend'],
  ['due'],
  ['credit'],
  ['contacts'],
  ['report', 'weekly'],
  ['report', 'daily'],
  ['report', 'key'],
  ['report', 'problem'],
])('crm %s %s can be told by owner', async (...argv) => {
  const world = await shop()
  const told = await world.crm(
    ...argv.filter((word) => word !== undefined),
    'owner:Wang',
    '--on',
    '2026-08-31',
    '--json',
  )
  expect([told.code, told.stderr]).toEqual([0, ''])
  expect(told.stdout).not.toContain('ann@mail-a.com')
})
