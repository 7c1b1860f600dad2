import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeWorld, type World } from '../support/world.js'

const HEAD = 'Order,Date,Customer,Email,Total,Currency'

/** Ann, Bob and Cat ordered; the newest order is of `newest`. */
async function shop(newest: string, now = '2026-11-23T02:00:00Z'): Promise<World> {
  const world = makeWorld({ now })
  const rows = ['1,2024-05-01,Ann,a@mail-a.com,500,USD', `2,${newest},Bob,b@mail-a.com,600,USD`]
  writeFileSync(join(world.folder, 'orders.csv'), `${[HEAD, ...rows].join('\n')}\n`)
  await world.crm('import', 'orders.csv')
  return world
}

type Row = Record<string, number | string | null>
interface Report {
  readonly asOf: string
  readonly summary: Record<string, number>
  readonly rows: readonly Row[]
}
const report = async (world: World, ...argv: string[]) => (await world.crm(...argv, '--json')).json<Report>()
const ok = async (world: World, ...argv: string[]) => {
  const ran = await world.crm(...argv)
  expect([ran.code, ran.stderr.includes('Error')], ran.stderr).toEqual([0, false])
  return ran
}

describe('a shop without an order for a year', () => {
  async function quietShop() {
    const world = await shop('2024-11-17')
    await ok(world, 'feedback', 'open', 'Ann', 'broken', '--on', '2026-11-10')
    await ok(world, 'feedback', 'open', 'Bob', 'late', '--on', '2026-11-10')
    await ok(world, 'lead', 'add', 'Neo', '--level', 'A', '--on', '2026-10-01')
    return world
  }
  const due = async (world: World) =>
    Object.fromEntries(
      (await report(world, 'due', '--reason', 'complaint,lead')).rows.map(({ name, dueOn, overdueDays }) => [
        name,
        [dueOn, overdueDays],
      ]),
    )

  test('is followed up by days of the calendar, in due as in the lists', async () => {
    const world = await quietShop()
    const late = ['2026-11-12', 11]
    expect(await due(world)).toEqual({ Ann: late, Bob: late, Neo: ['2026-10-08', 46] })
    const feedback = await report(world, 'feedback', 'list')
    expect(feedback).toMatchObject({ asOf: '2026-11-23', summary: { open: 2, overdue: 2, escalated: 2 } })
    expect((await report(world, 'lead', 'list')).summary).toMatchObject({ overdue: 1 })
  })

  test('what is closed today rests, and comes back by the calendar', async () => {
    const world = await quietShop()
    await ok(world, 'done', 'Ann', '--rule', 'complaint')
    await ok(world, 'log', 'Neo', 'called')
    expect(Object.keys(await due(world))).toEqual(['Bob'])
    world.setClock('2026-12-01T02:00:00Z')
    expect(await due(world)).toMatchObject({ Ann: ['2026-11-25', 6], Neo: ['2026-11-30', 1] })
  })
})

describe('numbers of due rules', () => {
  test('due.lead counts for the list, the pool and who claims a lead', async () => {
    const world = await shop('2026-11-01')
    await ok(world, 'lead', 'add', 'Neo', '--level', 'C', '--owner', 'li', '--on', '2026-09-20')
    await ok(world, 'lead', 'add', 'Mia', '--level', 'B', '--owner', 'wu')
    const lead = async () =>
      (await report(world, 'lead', 'list', '--sort', 'name')).rows.find(({ name }) => name === 'Neo')!
    expect((await lead()).pool).not.toBeNull()
    await ok(world, 'config', 'set', 'due.lead', '0,7,14,60')
    expect(await lead()).toMatchObject({ pool: null, dueOn: '2026-11-19' })
    expect((await world.crm('lead', 'claim', 'Neo', '--owner', 'wu')).code).toBe(1)
    expect((await world.crm('lead', 'list')).stdout).toContain('C within 60 days')
    expect((await report(world, 'due', '--reason', 'lead')).rows).toContainEqual(
      expect.objectContaining({ name: 'Neo', dueOn: '2026-11-19' }),
    )
  })

  test('due.complaint counts for the list of feedback', async () => {
    const world = await shop('2026-11-01')
    await ok(world, 'feedback', 'open', 'Ann', 'broken', '--on', '2026-11-22')
    expect((await report(world, 'feedback', 'list')).summary).toMatchObject({ escalated: 0 })
    await ok(world, 'config', 'set', 'due.complaint', '1,2,3')
    expect((await report(world, 'feedback', 'list')).summary).toMatchObject({ escalated: 1 })
    expect((await world.crm('feedback', 'list')).stdout).toContain('Open for 1 day or more')
  })
})

test('the amount of a lead stays what it was when the base currency changes', async () => {
  const world = await shop('2026-11-01')
  await ok(world, 'lead', 'add', 'Kim', '--amount', '5000')
  const kim = async () => (await report(world, 'lead', 'list')).rows.find(({ name }) => name === 'Kim')!.amountMinor
  expect(await kim()).toBe(500_000)
  await ok(world, 'config', 'set', 'currency.base', 'JPY')
  await ok(world, 'rates', 'set', 'USD=150')
  expect(await kim()).toBe(750_000)
})

test('a campaign speaks the language a customer list tells, else the one typed', async () => {
  const world = await shop('2026-11-01')
  writeFileSync(join(world.folder, 'lang.csv'), 'Customer,Email,Language\nBob,b@mail-a.com,Chinese\n')
  writeFileSync(join(world.folder, 'm.txt'), '[en]\nHello {name}\n[zh]\n您好 {name}\n')
  await ok(world, 'import', 'lang.csv')
  const about = ['--occasion', 'promotion', '--filter', 'orders>=1', '--message-file', 'm.txt', '--holdout', '0']
  await ok(world, 'campaign', 'new', 'News', ...about)
  const said = async (file: string) => {
    await ok(world, 'campaign', 'export', 'C1', '-o', file)
    return readFileSync(join(world.folder, file), 'utf8')
  }
  expect(await said('listed.csv')).toContain('您好 Bob')
  await ok(world, 'edit', 'Bob', '--language', 'en')
  expect(await said('typed.csv')).toContain('Hello Bob')
})

describe('days to come and days gone', () => {
  test.each([
    ['log', 'Ann', 'called'],
    ['done', 'Ann'],
    ['block', 'Ann', '--reason', 'abuse'],
    ['rate', 'Ann', '4'],
    ['feedback', 'open', 'Ann', 'broken'],
    ['lead', 'add', 'Neo'],
    ['care', 'gift', 'Ann', 'tea'],
    ['tag', 'Ann', 'wholesale'],
    ['edit', 'Ann', '--owner', 'li'],
    ['edit', 'Ann', '--vip'],
    ['add', 'Neo'],
    ['campaign', 'new', 'News', '--occasion', 'promotion', '--filter', 'orders>=1', '--message-file', 'm.txt'],
  ])('%s %s is refused for a day to come', async (...argv) => {
    const world = await shop('2026-11-01')
    writeFileSync(join(world.folder, 'm.txt'), 'Hello {name}\n')
    const { code, stderr } = await world.crm(...argv, '--on', '2026-11-24')
    expect([code, stderr]).toEqual([2, expect.stringContaining('2026-11-24 has not come yet (today is 2026-11-23)')])
    expect((await report(world, 'imports')).rows).toHaveLength(1)
  })

  test('the list of a campaign is not written for a day to come, and its file not made', async () => {
    const world = await shop('2026-11-01')
    writeFileSync(join(world.folder, 'm.txt'), 'Hello {name}\n')
    const about = ['--occasion', 'promotion', '--filter', 'orders>=1', '--message-file', 'm.txt', '--holdout', '0']
    await ok(world, 'campaign', 'new', 'News', ...about)
    const { code, stderr } = await world.crm('campaign', 'export', 'C1', '-o', 'news.csv', '--on', '2026-11-24')
    expect([code, stderr]).toEqual([2, expect.stringContaining('2026-11-24 has not come yet')])
    expect(existsSync(join(world.folder, 'news.csv'))).toBe(false)
    expect((await report(world, 'imports')).rows).toHaveLength(2)
    // To look at what will be is no record.
    await ok(world, 'campaign', 'list', '--on', '2026-11-24')
  })

  test('a step of a lead is never before the last one', async () => {
    const world = await shop('2026-11-01')
    await ok(world, 'lead', 'add', 'Neo', '--level', 'B', '--owner', 'li', '--on', '2026-11-01')
    await ok(world, 'lead', 'release', 'Neo', '--on', '2026-11-22')
    const { code, stderr } = await world.crm('lead', 'claim', 'Neo', '--owner', 'wu', '--on', '2026-11-12')
    expect([code, stderr]).toEqual([2, expect.stringContaining('was on 2026-11-22; this would be before it')])
    await ok(world, 'lead', 'claim', 'Neo', '--owner', 'wu', '--on', '2026-11-22')
  })

  test('an expected close that is over is taken and told', async () => {
    const world = await shop('2026-11-01')
    const added = await ok(world, 'lead', 'add', 'Neo', '--close', '2026-11-20')
    expect(added.stderr).toContain('The expected close, 2026-11-20, is over already')
    const levelled = await ok(world, 'lead', 'level', 'Neo', 'A', '--close', '2026-01-01')
    expect(levelled.stderr).toContain('2026-01-01, is over already')
    expect((await ok(world, 'lead', 'level', 'Neo', 'B', '--close', '2026-11-23')).stderr).not.toContain('is over')
  })
})

test('after a merge nobody is in conflict with himself', async () => {
  const world = await shop('2026-11-01')
  await ok(world, 'lead', 'add', 'Ann', '--owner', 'li', '--on', '2026-11-10')
  await ok(world, 'lead', 'add', 'Bob', '--owner', 'li', '--on', '2026-11-12')
  await ok(world, 'merge', 'Ann', 'Bob')
  expect((await world.crm('lead', 'list')).stdout).not.toContain('Registered twice')
})
