import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeWorld, type World } from '../support/world.js'

interface LeadsJson {
  readonly summary: Readonly<Record<string, number | null>>
  readonly rows: readonly Readonly<Record<string, string | number | null>>[]
  readonly tables: readonly { readonly key: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }[]
}

const list = async (world: World, ...more: string[]) =>
  (await world.crm('lead', 'list', '--json', ...more)).json<LeadsJson>()

const rowsOf = ({ tables }: LeadsJson, key: string) => tables.find((table) => table.key === key)!.rows

/** The clock stands at 2026-09-01. */
async function shop(): Promise<World> {
  const world = makeWorld()
  await world.crm('config', 'set', 'currency.base', 'USD')
  await world.crm(
    'lead',
    'add',
    'Anna',
    '--email',
    'anna@example.com',
    '--owner',
    'Li',
    '--source',
    'fair',
    '--on',
    '2026-08-01',
  )
  return world
}

const write = (world: World, name: string, lines: readonly string[]) =>
  writeFileSync(join(world.folder, name), `${lines.join('\n')}\n`)

const order = (day: string, email = 'anna@example.com') => [
  'Order No,Order Date,Customer Name,E-mail,Order Total,Status,Currency',
  `N-${day},${day},Anna,${email},20.00,paid,USD`,
]

describe('crm lead', () => {
  test('registers customer and lead in one batch, and takes both back together', async () => {
    const world = await shop()
    expect((await list(world)).rows).toMatchObject([
      { name: 'Anna', lead: 'L1', owner: 'Li', openedOn: '2026-08-01', level: 'C' },
    ])
    expect((await world.crm('undo')).code).toBe(0)
    expect((await world.crm('list', '--json')).json<LeadsJson>().rows).toEqual([])
    expect((await world.crm('undo', '--redo')).code).toBe(0)
    expect((await list(world)).rows).toHaveLength(1)
  })

  test('a customer who is there already is not made twice; only what is unknown of him is taken down', async () => {
    const world = makeWorld()
    await world.crm('add', 'Bert Jones', '--phone', '+49 30 901820', '--city', 'Berlin')
    await world.crm(
      'lead',
      'add',
      'B. Jones',
      '--phone',
      '+49 30 901820',
      '--city',
      'Bonn',
      '--email',
      'bert@example.com',
    )
    const { rows } = (await world.crm('list', '--json')).json<LeadsJson>()
    expect(rows).toMatchObject([{ name: 'Bert Jones' }])
    const { stdout } = await world.crm('show', 'Bert Jones')
    expect(stdout).toContain('bert@example.com')
    expect(stdout).not.toContain('Bonn')
  })

  test('an order on its day or later wins it; with the import taken back it is open again', async () => {
    const world = await shop()
    write(world, 'before.csv', order('2026-07-31'))
    write(world, 'orders.csv', order('2026-08-20'))
    await world.crm('import', 'before.csv')
    expect(await list(world)).toMatchObject({ summary: { open: 1, won: 0 } })
    await world.crm('import', 'orders.csv')
    const won = await list(world)
    expect(won).toMatchObject({ summary: { open: 0, won: 1, conversion: 1, cycleDays: 19 } })
    expect(rowsOf(won, 'closed')).toMatchObject([{ outcome: 'won', orderedOn: '2026-08-20', closedOn: '2026-08-20' }])
    expect((await world.crm('lead', 'show', 'Anna')).stdout).toContain('2026-08-20 · N-2026-08-20')
    await world.crm('undo')
    expect(await list(world)).toMatchObject({ summary: { open: 1, won: 0, conversion: null } })
  })

  test('kpi counts what the list counts', async () => {
    const world = await shop()
    await world.crm('lead', 'add', 'Bert', '--email', 'bert@example.com', '--on', '2026-08-02')
    await world.crm('lead', 'lost', 'Bert', '--reason', 'price', '--on', '2026-08-10')
    write(world, 'orders.csv', order('2026-08-20'))
    await world.crm('import', 'orders.csv')
    const { summary } = (await world.crm('kpi', '--month', '2026-08', '--json')).json<{ summary: { now: object } }>()
    expect(summary.now).toMatchObject({
      leadsOpened: 2,
      leadsWon: 1,
      leadsLost: 1,
      conversion: 0.5,
      salesCycleDays: 19,
    })
    expect((await list(world)).summary).toMatchObject({ leads: 2, won: 1, lost: 1, conversion: 0.5, cycleDays: 19 })
  })

  test('leads of a sheet: levels and stages by its words, a second owner as a conflict', async () => {
    const world = makeWorld()
    write(world, 'leads.csv', [
      '客户,邮箱,意向等级,跟进阶段,负责人,线索来源,登记日期',
      '李四,li@example.com,A,方案提供,王芳,展会,2026-08-01',
      '李四,li@example.com,A,价格协商,陈明,展会,2026-08-20',
      '赵六,zhao@example.com,D,战败,陈明,网站,2026-08-05',
    ])
    await world.crm('import', 'leads.csv')
    const leads = await list(world)
    expect(leads.rows).toMatchObject([
      { name: '李四', level: 'A', stage: 'proposal', owner: '王芳', openedOn: '2026-08-01', lead: null },
    ])
    expect(rowsOf(leads, 'conflicts')).toMatchObject([
      { first: '王芳', firstOn: '2026-08-01', second: '陈明', secondOn: '2026-08-20' },
    ])
    expect(rowsOf(leads, 'unproven')).toMatchObject([{ name: '赵六', why: 'lost-without-contact' }])
    expect((await world.crm('lead', 'level', '李四', 'B')).code).toBe(0)
    expect((await world.crm('lead', 'add', '李四', '--email', 'li@example.com', '--owner', '陈明')).code).toBe(1)
    expect((await list(world, 'level:B')).rows).toHaveLength(1)
    expect((await list(world, 'lead:lost')).summary).toMatchObject({ leads: 1, lost: 1 })
  })

  test('each command taken back gives the list of before', async () => {
    const world = await shop()
    await world.crm('lead', 'add', 'Bert', '--email', 'bert@example.com', '--owner', 'Wang')
    const commands = [
      ...[
        ['level', 'Anna', 'A', '--close', '2026-09-20'],
        ['stage', 'Anna', 'price'],
        ['note', 'Anna', '--need', 'boards'],
      ],
      ...[
        ['lock', 'Anna'],
        ['unlock', 'Anna'],
        ['release', 'Anna'],
        ['claim', 'Anna', '--owner', 'Wang'],
      ],
      ...[
        ['lost', 'Anna', '--reason', 'price'],
        ['add', 'Anna', '--email', 'anna@example.com', '--owner', 'Wang'],
      ],
      ...[
        ['won', 'Anna'],
        ['invalid', 'Bert', '--reason', 'duplicate'],
      ],
    ]
    for (const words of commands) {
      const before = await list(world)
      expect(await world.crm('lead', ...words)).toMatchObject({ code: 0 })
      const after = await list(world)
      expect(after, words.join(' ')).not.toEqual(before)
      await world.crm('undo')
      expect(await list(world), words.join(' ')).toEqual(before)
      await world.crm('undo', '--redo')
      expect(await list(world), words.join(' ')).toEqual(after)
    }
  })

  test('a dry run changes nothing, and nothing is recorded of a lead before its day', async () => {
    const world = await shop()
    const before = await list(world)
    expect((await world.crm('lead', 'level', 'Anna', 'H', '--dry-run')).code).toBe(0)
    expect((await world.crm('lead', 'add', 'Bert', '--email', 'b@example.com', '--dry-run')).code).toBe(0)
    expect(await world.crm('lead', 'stage', 'Anna', 'need', '--on', '2026-07-01')).toMatchObject({ code: 2 })
    expect(await list(world)).toEqual(before)
  })

  test('the lead of a blocked customer is in no list and stays in the figures', async () => {
    const world = await shop()
    await world.crm('block', 'Anna', '--reason', 'rumours')
    expect(await list(world)).toMatchObject({ rows: [], summary: { leads: 1, open: 1 } })
  })

  test('an H lead not contacted today is overdue today and stands first', async () => {
    const world = await shop()
    await world.crm('lead', 'add', 'Bert', '--email', 'bert@example.com', '--level', 'A', '--on', '2026-08-05')
    await world.crm('lead', 'level', 'Anna', 'H')
    const { rows, summary } = await list(world)
    expect(rows).toMatchObject([
      { name: 'Anna', dueOn: '2026-09-01', overdueDays: 0 },
      { name: 'Bert', overdueDays: 20 },
    ])
    expect(summary).toMatchObject({ overdue: 2 })
    await world.crm('log', 'Anna', 'paid the deposit')
    expect((await list(world)).rows).toMatchObject([{ name: 'Anna', dueOn: '2026-09-02' }, { name: 'Bert' }])
  })

  test('the first contact is the day told as the first, also where another is logged later', async () => {
    const world = await shop()
    await world.crm('lead', 'add', 'Neo', '--level', 'B', '--first-contact', '2026-08-01')
    await world.crm('log', 'Neo', 'spoke of prices')
    expect((await world.crm('lead', 'show', 'Neo', '--lang', 'en')).stdout).toMatch(/First contact +2026-08-01/)
    await world.crm('lead', 'won', 'Neo')
    expect((await world.crm('lead', 'show', 'Neo', '--json')).json<{ summary: object }>().summary).toMatchObject({
      cycleDays: 31,
    })
  })

  test('a day agreed on is when it is contacted next, in the list of leads as on the due list', async () => {
    const world = await shop()
    await world.crm('log', 'Anna', 'call in the new year', '--next', '2026-09-20')
    expect((await list(world)).rows).toMatchObject([{ name: 'Anna', dueOn: '2026-09-20', overdueDays: 0 }])
    const due = (await world.crm('due', '--on', '2026-09-20', '--json')).json<{ rows: object[] }>()
    expect(due.rows).toMatchObject([{ name: 'Anna', rule: 'agreed', dueOn: '2026-09-20' }])
    expect((await list(world, '--on', '2026-09-22')).rows).toMatchObject([{ dueOn: '2026-09-20', overdueDays: 2 }])
  })
})

test('where nothing was sold yet and a lead waits for its day, nobody is due: that is said, not that orders are missing', async () => {
  const world = makeWorld()
  await world.crm('lead', 'add', 'Neo', '--level', 'B')
  const { stdout } = await world.crm('due')
  expect(stdout).toContain('Nobody is due')
  expect(stdout).not.toContain('crm import')
})

test('a due list of leads alone says in both languages that their stake counts in full', async () => {
  const world = await shop()
  await world.crm('lead', 'level', 'Anna', 'H')
  const said = async (lang: string) => (await world.crm('due', '--on', '2026-09-02', '--lang', lang)).stdout
  expect(await said('en')).toContain('times the weight of the reason (lead 100 %)')
  expect(await said('zh')).toMatch(/原因权重（[^）]+100%）/)
})
