import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeWorld, type World } from '../support/world.js'

async function shop(): Promise<World> {
  const world = makeWorld()
  const rows = ['Order,Date,Customer,Email,Phone,Total,Currency']
  for (let i = 0; i < 6; i++) rows.push(`${i},2026-0${i + 2}-10,Anna Smith,anna@mail-a.com,+44 20 7946 0001,100,EUR`)
  writeFileSync(join(world.folder, 'orders.csv'), `${rows.join('\n')}\n`)
  await world.crm('import', 'orders.csv')
  return world
}

const dueOf = async (world: World) =>
  (await world.crm('due', '--json')).json<{ rows: { rule: string; phone: string | null }[] }>().rows

describe('delisting step by step (R30)', () => {
  test('each step follows the one before; decided, the customer is in no list but due to be told', async () => {
    const world = await shop()
    expect((await world.crm('block', 'decide', 'Anna Smith', '--by', 'Li')).stderr).toContain('No delisting of')
    const proposed = await world.crm(
      'block',
      'propose',
      'Anna Smith',
      '--cause',
      'credit',
      '--reason',
      'three invoices open',
    )
    expect(proposed.stderr).toContain('Delisting D1 of Anna Smith')
    expect((await dueOf(world)).length).toBe(1)
    expect((await world.crm('block', 'propose', 'Anna Smith', '--reason', 'again')).code).toBe(1)
    expect((await world.crm('block', 'check', 'Anna Smith')).stderr).toContain('Nothing was written down')
    await world.crm('block', 'check', 'Anna Smith', 'two of them since March')
    expect((await world.crm('block', 'decide', 'Anna Smith')).code).toBe(2)
    await world.crm('block', 'decide', 'Anna Smith', '--by', 'Li, Wang')
    expect(await dueOf(world)).toMatchObject([{ rule: 'delisting', phone: null }])
    expect((await world.crm('contacts', '--json')).stdout).not.toContain('7946')
    await world.crm('block', 'told', 'Anna Smith', 'letter')
    expect(await dueOf(world)).toEqual([])
    expect((await world.crm('due', '--on', '2027-09-01', '--json')).json<{ rows: object[] }>().rows).toMatchObject([
      { rule: 'delisting', reason: expect.stringContaining('to be reviewed') },
    ])
  })

  test('nothing is decided before it is checked; a proposal can be dropped', async () => {
    const world = await shop()
    await world.crm('block', 'propose', 'Anna Smith', 'three invoices open')
    const early = await world.crm('block', 'decide', 'Anna Smith', '--by', 'Li')
    expect([early.code, early.stderr]).toEqual([1, expect.stringMatching(/is not checked yet[\s\S]*crm block check c/)])
    expect((await world.crm('block', 'decide', 'Anna Smith', '--drop')).stderr).toContain('is dropped')
    expect((await world.crm('block', 'check', 'Anna Smith', 'too late')).code).toBe(1)
  })

  test('blocked in one step with a reason, the customer is due to be told until told; without one there is nothing to tell', async () => {
    const world = await shop()
    const dry = await world.crm('block', 'Anna Smith', '--reason', 'abuse', '-n')
    expect(dry.stderr).toMatch(/^Anna Smith \(c\w+\) would be blocked: .*\nNothing was written/)
    const said = await world.crm('block', 'Anna Smith', '--reason', 'abuse')
    expect(said.stderr).toMatch(/is blocked: [\s\S]*crm block told c\w+ "how"/)
    const told = async (day: string) =>
      (await world.crm('due', '--on', day, '--reason', 'delisting', '--json')).json<{ rows: object[] }>().rows
    for (const day of ['2026-09-01', '2027-12-01'])
      expect(await told(day)).toMatchObject([{ reason: expect.stringContaining('to be told') }])
    await world.crm('block', 'told', 'Anna Smith', 'letter')
    expect(await told('2026-09-02')).toEqual([])
    const silent = await shop()
    expect((await silent.crm('block', 'Anna Smith')).stderr).not.toContain('block told')
    expect(await dueOf(silent)).toEqual([])
  })

  test('what a batch of a delisting was is said by its step', async () => {
    const world = await shop()
    await world.crm('block', 'propose', 'Anna Smith', 'three invoices open')
    await world.crm('block', 'decide', 'Anna Smith', '--drop')
    await world.crm('block', 'Anna Smith', '--reason', 'abuse')
    const { stdout } = await world.crm('imports', '--format', 'csv')
    for (const detail of ['D1 · proposed', 'D1 · dropped', 'D2 · decided'])
      expect(stdout).toMatch(new RegExp(`"delisting","Anna Smith \\(c\\w+\\) · ${detail}`))
  })

  test('a step is due until it is taken: done and skip do not close it, and say so where nothing else is due', async () => {
    const world = await shop()
    await world.crm('block', 'propose', 'Anna Smith', 'three invoices open')
    const rulesOf = async () => (await dueOf(world)).map(({ rule }) => rule)
    for (const argv of [
      ['done', 'Anna Smith'],
      ['log', 'Anna Smith', 'hello', '--done'],
    ]) {
      const { items } = (await world.crm(...argv, '--json')).json<{ items: readonly object[] }>()
      expect(JSON.stringify(items)).not.toContain('delisting')
      expect(await rulesOf()).toContain('delisting')
    }
    for (const argv of [
      ['skip', 'Anna Smith', '--rule', 'delisting'],
      ['done', 'Anna Smith', '--rule', '摘牌'],
    ]) {
      const { code, stderr } = await world.crm(...argv)
      expect([code, stderr]).toEqual([1, expect.stringContaining('crm block check CUSTOMER')])
    }
    expect((await world.crm('skip', 'Anna Smith')).code).toBe(1)
    await world.crm('block', 'Anna Smith')
    await world.crm('block', 'review', 'Anna Smith', 'stays')
    const later = (await world.crm('due', '--days', '400', '--json')).json<{ rows: readonly object[] }>().rows
    expect(later).toMatchObject([{ rule: 'delisting' }])
    world.setClock('2027-09-02T10:00:00Z')
    await world.crm('snooze', 'Anna Smith', '+450d', '--rule', 'delisting', '--on', '2027-09-02')
    const put = (await world.crm('due', '--on', '2027-09-03', '--json')).json<{ rows: readonly object[] }>().rows
    expect(put).toEqual([])
  })

  test('the steps stand on the list of who wants no contact too, and nothing else of him: to tell him is no marketing', async () => {
    const world = await shop()
    await world.crm('edit', 'Anna Smith', '--consent', 'no')
    await world.crm('log', 'Anna Smith', 'asked for a call', '--next', '+1d')
    const rowsOn = async (day: string) =>
      (await world.crm('due', '--on', day, '--json')).json<{ rows: Record<string, unknown>[]; notes: string[] }>()
    expect((await rowsOn('2026-09-02')).rows).toEqual([])
    await world.crm('block', 'propose', 'Anna Smith', 'three invoices open')
    const { rows, notes } = await rowsOn('2026-09-02')
    expect(rows).toMatchObject([{ rule: 'delisting', reasons: [expect.stringContaining('to be checked')] }])
    expect(rows[0]).toMatchObject({ phone: null, email: null, contact: null, channel: null })
    expect(notes.join()).toContain(
      'Left out: 1 customer who does not want to be contacted (Anna Smith). Of them the list has the steps of a delisting alone.',
    )
    await world.crm('block', 'Anna Smith', '--reason', 'abuse')
    expect((await rowsOn('2026-09-02')).rows).toMatchObject([
      { rule: 'delisting', reason: expect.stringContaining('to be told') },
    ])
    await world.crm('block', 'told', 'Anna Smith', 'letter')
    expect((await rowsOn('2026-09-02')).rows).toEqual([])
    const review = (await rowsOn('2027-09-02')).rows
    expect(review).toMatchObject([{ reason: expect.stringContaining('to be reviewed') }])
  })

  test('a step is not put back without what it is about (R36)', async () => {
    const world = await shop()
    await world.crm('block', 'propose', 'Anna Smith', 'three invoices open')
    await world.crm('block', 'check', 'Anna Smith', 'two of them since March')
    await world.crm('block', 'decide', 'Anna Smith', '--by', 'Li')
    for (let i = 0; i < 3; i++) await world.crm('undo')
    const { code, stderr } = await world.crm('undo', '--redo', '4')
    expect([code, stderr]).toEqual([1, expect.stringContaining('crm undo --redo 2')])
    for (const batch of ['2', '3', '4']) expect((await world.crm('undo', '--redo', batch)).code).toBe(0)
    expect((await world.crm('unblock', 'Anna Smith')).code).toBe(0)
  })

  test('the contacts are sealed in every output, the figures stay', async () => {
    const world = await shop()
    const tiers = async () => (await world.crm('tier', '--json')).json<{ summary: object }>().summary
    const before = await tiers()
    await world.crm('block', 'Anna', 'Smith', '--reason', 'abuse')
    expect(await tiers()).toEqual(before)
    for (const command of [
      ['list'],
      ['show', 'Anna Smith'],
      ['show', 'Anna Smith', '--sources'],
      ['why', 'Anna Smith'],
      ['contacts'],
      ['due'],
      ['dupes'],
      ['tier'],
    ])
      for (const format of ['json', 'csv', 'table']) {
        const { stdout } = await world.crm(...command, '--format', format)
        expect(stdout.replace(/\s/g, ''), `${command} ${format}`).not.toMatch(/79460001|anna@mail-a\.com/)
      }
    expect((await world.crm('show', 'Anna Smith')).stdout).toContain('sealed')
    expect(await dueOf(world)).toMatchObject([{ rule: 'delisting', phone: null }])
  })

  test('lifted, everything is in view again; each step is taken back by undo', async () => {
    const world = await shop()
    const seen = async () => (await world.crm('show', 'Anna Smith', '--json')).stdout
    const before = await seen()
    await world.crm('block', 'propose', 'Anna Smith', 'tells lies about us')
    await world.crm('block', 'check', 'Anna Smith', 'seen on the forum')
    await world.crm('block', 'decide', 'Anna Smith', '--by', 'Li')
    expect((await world.crm('undo', '2')).stderr).toContain('later decisions rest on it')
    for (let i = 0; i < 3; i++) await world.crm('undo')
    expect(await seen()).toBe(before)
    await world.crm('block', 'Anna Smith')
    expect((await world.crm('unblock', 'Anna Smith')).code).toBe(0)
    expect((await world.crm('unblock', 'Anna Smith')).stderr).toContain('is not blocked')
    expect((await world.crm('contacts', '--json')).stdout).toContain('anna@mail-a.com')
  })

  describe('two delisted customers who turn out to be one', () => {
    const blockedAlike = async () => {
      const world = await shop()
      await world.crm('add', 'Anna Schmidt', '--email', 'schmidt@mail-b.com')
      for (const who of ['Anna Smith', 'Anna Schmidt']) await world.crm('block', who, '--reason', 'spreads rumours')
      return world
    }
    const isBlocked = async (world: World, who: string) =>
      (await world.crm('show', who, '--json')).json<{ summary: { blocked: boolean } }>().summary.blocked

    test.each(['Anna Smith', 'Anna Schmidt'])(
      'stay blocked where only %s was lifted; taking the merge back parts them',
      async (lifted) => {
        const world = await blockedAlike()
        await world.crm('unblock', lifted)
        await world.crm('merge', 'Anna Smith', 'Anna Schmidt')
        expect(await isBlocked(world, 'anna@mail-a.com')).toBe(true)
        expect((await world.crm('contacts', '--json')).stdout).not.toMatch(/mail-[ab]/)
        await world.crm('undo')
        for (const who of ['Anna Smith', 'Anna Schmidt']) expect(await isBlocked(world, who)).toBe(who !== lifted)
      },
    )

    test('are free where each was lifted, and one command lifts both', async () => {
      const world = await blockedAlike()
      await world.crm('merge', 'Anna Smith', 'Anna Schmidt')
      expect(await isBlocked(world, 'anna@mail-a.com')).toBe(true)
      await world.crm('unblock', 'anna@mail-a.com')
      expect(await isBlocked(world, 'anna@mail-a.com')).toBe(false)
      await world.crm('undo')
      expect(await isBlocked(world, 'anna@mail-a.com')).toBe(true)
      const apart = await blockedAlike()
      for (const who of ['Anna Smith', 'Anna Schmidt']) await apart.crm('unblock', who)
      await apart.crm('merge', 'Anna Smith', 'Anna Schmidt')
      expect(await isBlocked(apart, 'anna@mail-a.com')).toBe(false)
    })
  })
})
