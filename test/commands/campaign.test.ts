import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeWorld, type Ran } from '../support/world.js'
import { emptyShop, HEADER } from './shop.js'

/** 60 customers with an order each before 2026-08-01; the first 40 order again on 2026-09-05. */
const orders = () => {
  const rows = Array.from({ length: 60 }, (_, at) => ['2026-07-15', at]).concat(
    Array.from({ length: 40 }, (_, at) => ['2026-09-05', at]),
  )
  const line = ([day, at]: (string | number)[], row: number) =>
    `${1000 + row},${day},Buyer ${at},buyer${at}@mail-a.com,${10 + Number(at)}.00,USD,paid`
  return `Order,Date,Customer,Email,Total,Currency,Status\n${rows.map(line).join('\n')}\n`
}

interface Campaign {
  readonly contacted: number
  readonly heldOut: number
}

async function shop() {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'orders.csv'), orders())
  writeFileSync(join(world.folder, 'm.txt'), 'Dear {name}, see our news.\n')
  await world.crm('import', 'orders.csv')
  const campaign = (...argv: string[]) => world.crm('campaign', ...argv)
  const made = (...argv: string[]) =>
    campaign('new', 'News', '--occasion', 'promotion', '--filter', 'orders>=1', '--message-file', 'm.txt', ...argv)
  const rows = async (...argv: string[]): Promise<readonly Record<string, string>[]> =>
    (await campaign(...argv, '--json')).json<{ rows: Record<string, string>[] }>().rows
  const read = (file: string) => readFileSync(join(world.folder, file), 'utf8')
  return { ...world, campaign, made, rows, read }
}

const ok = (ran: Ran): Ran => {
  expect([ran.code, ran.stderr.includes('Error')]).toEqual([0, false])
  return ran
}

describe('crm campaign', () => {
  test('writes the contacted to each kind of list, and never those held out', async () => {
    const { campaign, made, rows, read } = await shop()
    expect(ok(await made('--holdout', '20%', '--json')).json<Campaign>()).toMatchObject({ contacted: 48, heldOut: 12 })
    const members = await rows('show', 'C1')
    const held = members.filter(({ group }) => group === 'held-out').map(({ email }) => email!)
    expect(held).toHaveLength(12)
    for (const file of ['list.csv', 'list.vcf']) {
      ok(await campaign('export', 'C1', '-o', file))
      const text = read(file)
      expect(text.match(/buyer\d+@/g)).toHaveLength(48)
      for (const email of held) expect(text).not.toContain(email)
    }
    expect(read('list.csv')).toContain('Dear Buyer 8, see our news.')
    ok(await campaign('export', 'C1', '-o', 'list.xlsx'))
  })

  test('leaves out who was contacted within three days, says until when, and keeps them for the result (R24)', async () => {
    const { crm, campaign, made, rows, read, setClock } = await shop()
    ok(await made('--holdout', '0'))
    ok(await crm('log', 'Buyer 8', 'hello'))
    ok(await crm('log', 'Buyer 9', 'hello', '--on', '2026-08-30'))
    ok(await crm('log', 'Buyer 10', 'hello', '--on', '2026-08-29'))
    const first = ok(await campaign('export', 'C1', '-o', 'list.csv'))
    expect(first.stderr).toContain(
      'contacted in the last 3 days: 1 customer until 2026-09-02, 1 customer until 2026-09-04',
    )
    const text = read('list.csv')
    expect([8, 9, 10].map((at) => text.includes(`buyer${at}@`))).toEqual([false, false, true])
    expect(text.match(/buyer\d+@/g)).toHaveLength(58)
    expect(await rows('show', 'C1')).toHaveLength(60)
    setClock('2026-09-04T01:00:00Z')
    ok(await campaign('export', 'C1', '-o', 'later.csv'))
    expect(read('later.csv').match(/buyer\d+@/g)).toHaveLength(60)
  })

  test('chooses for good: later orders and filters change nobody in it', async () => {
    const { crm, made, rows, folder } = await shop()
    ok(await made())
    const before = await rows('show', 'C1')
    writeFileSync(
      join(folder, 'more.csv'),
      'Order,Date,Customer,Email,Total,Currency,Status\n9,2026-08-30,New,new@mail-b.com,5,USD,paid\n',
    )
    await crm('import', 'more.csv')
    expect(await rows('show', 'C1')).toEqual(before)
  })

  test('draws the same in a dry run, which writes nothing', async () => {
    const { made, rows } = await shop()
    const dry = ok(await made('--dry-run', '--json')).json<object>()
    expect(await rows('list')).toEqual([])
    expect(ok(await made('--json')).json<object>()).toEqual({ ...dry, batch: 2, dryRun: false })
  })

  test('is taken back by undo, its list first, and put back by redo', async () => {
    const { crm, campaign, made, rows } = await shop()
    ok(await made())
    const open = [await rows('list'), await rows('show', 'C1')]
    ok(await campaign('export', 'C1', '-o', 'list.csv'))
    const written = [await rows('list'), await rows('show', 'C1')]
    expect(written).not.toEqual(open)
    expect((await crm('undo', '2')).stderr).toContain('crm undo 3')
    ok(await crm('undo'))
    expect([await rows('list'), await rows('show', 'C1')]).toEqual(open)
    ok(await crm('undo', '--redo'))
    expect([await rows('list'), await rows('show', 'C1')]).toEqual(written)
    ok(await crm('undo'))
    ok(await crm('undo'))
    expect(await rows('list')).toEqual([])
    // A number is not given twice: lists of the first may be about.
    expect(ok(await made('--json')).json<{ campaign: string }>().campaign).toBe('C2')
  })

  test('takes nobody who is in another one, until the pause is over', async () => {
    const { crm, campaign, made, setClock } = await shop()
    ok(await made('--holdout', '50%'))
    expect((await made()).stderr).toContain('60 customers left out: in another campaign just now')
    ok(await campaign('export', 'C1', '-o', 'list.csv'))
    const later = async (day: string) => {
      setClock(`${day}T01:00:00Z`)
      return (await made('--dry-run', '--json')).json<{ leftOut: object }>().leftOut
    }
    setClock('2026-09-07T01:00:00Z')
    expect((await made()).code).toBe(1)
    expect(await later('2026-09-08')).toMatchObject({ busy: 0, 'held-out': 30 })
    expect(await later('2026-10-02')).toMatchObject({ busy: 0, 'held-out': 0 })
    ok(await crm('config', 'set', 'campaign.pause', '0'))
    expect(await later('2026-09-01')).toMatchObject({ busy: 0, 'held-out': 30 })
  })

  test('leaves out whom was blocked since, but counts him where he was drawn', async () => {
    const { crm, campaign, made, rows, read } = await shop()
    ok(await made())
    const { email } = (await rows('show', 'C1')).find(({ group }) => group === 'contacted')!
    ok(await crm('block', email!))
    ok(await campaign('export', 'C1', '-o', 'list.csv'))
    expect(read('list.csv')).not.toContain(email)
    expect(await rows('result', 'C1')).toMatchObject([{ customers: 54 }, { customers: 6 }])
  })

  test('leaves two who turn out to be one out of the comparison, if one was held out', async () => {
    const { crm, campaign, made, rows } = await shop()
    ok(await made('--holdout', '50%'))
    const members = await rows('show', 'C1')
    const [one, other] = ['contacted', 'held-out'].map((wanted) => members.find(({ group }) => group === wanted)!)
    ok(await crm('merge', one!.customer!, other!.customer!))
    ok(await campaign('export', 'C1', '-o', 'list.csv'))
    expect(await rows('result', 'C1')).toMatchObject([{ customers: 29 }, { customers: 29 }])
    expect((await rows('show', 'C1')).filter(({ group }) => group === 'both')).toHaveLength(1)
  })

  test('keeps those held out free of other marketing reasons for 30 days, and of nothing else', async () => {
    const { crm, campaign, made, rows, setClock } = await shop()
    const dueOn = async (day: string) => {
      const { rows: lines } = (await crm('due', '--json', '--on', day)).json<{
        rows: { customer: string; rule: string }[]
      }>()
      return new Map(lines.map(({ customer, rule }) => [customer, rule]))
    }
    const [before, after] = [await dueOn('2026-12-01'), await dueOn('2027-01-02')]
    expect(before.size).toBeGreaterThan(30)
    setClock('2026-12-01T10:00:00Z')
    ok(await made('--holdout', '50%', '--on', '2026-12-01'))
    ok(await campaign('export', 'C1', '-o', 'list.csv', '--on', '2026-12-01'))
    const members = await rows('show', 'C1', '--on', '2026-12-01')
    const held = members.filter(({ group }) => group === 'held-out').map(({ customer }) => customer!)
    ok(await crm('log', held[0]!, 'call', '--next', '2026-12-05', '--on', '2026-12-01'))
    const within = [...(await dueOn('2026-12-31'))]
    expect(within.filter(([customer]) => held.includes(customer))).toEqual([[held[0], 'agreed']])
    expect(within.length).toBeGreaterThan(10)
    const later = await dueOn('2027-01-02')
    expect(held.filter((customer) => after.has(customer)).every((customer) => later.has(customer))).toBe(true)
  })

  test('tells what came of it, by the orders of the 30 days after the list', async () => {
    const { campaign, made } = await shop()
    ok(await made('--holdout', '50%', '--cost', '20'))
    ok(await campaign('export', 'C1', '-o', 'list.csv'))
    interface Result {
      readonly rows: readonly { buyers: number; customers: number; netMinor: number }[]
      readonly summary: { verdict: string; finished: boolean; difference: { value: number }; costMinor: number }
    }
    const result = ok(await campaign('result', 'C1', '--json', '--on', '2026-10-02')).json<Result>()
    const [contacted, heldOut] = result.rows
    expect(contacted!.buyers + heldOut!.buyers).toBe(40)
    expect(contacted!.netMinor + heldOut!.netMinor).toBe(
      100 * Array.from({ length: 40 }, (_, at) => 10 + at).reduce((a, b) => a + b),
    )
    expect(result.summary).toMatchObject({ finished: true, costMinor: 2000 })
    expect(result.summary.difference.value).toBeCloseTo((contacted!.buyers - heldOut!.buyers) / 30, 10)
    const soFar = await campaign('result', 'C1', '--on', '2026-09-04')
    expect(soFar.stdout).toContain('So far: 3 of 30 days')
    expect(soFar.stdout).toContain('cannot be told')
  })

  test('names what is missing before anything is written', async () => {
    const { campaign, made, rows, folder } = await shop()
    writeFileSync(join(folder, 'm.txt'), 'Dear {name} of {company|your house}, {shop}')
    const { code, stderr } = await made()
    expect([code, stderr.includes('{shop} of 60 customers')]).toEqual([1, true])
    expect(await rows('list')).toEqual([])
    ok(await made('--fallback', 'shop=us'))
    expect((await rows('export', 'C1')).map(({ message }) => message)).toContain('Dear Buyer 3 of your house, us')
    expect((await campaign('export', 'C1')).code).toBe(2)
  })

  test('writes in the language of the customer’s country', async () => {
    const { crm, made, rows, folder } = await shop()
    writeFileSync(join(folder, 'm.txt'), '[en]\nHello {name}\n[de]\nHallo {name}\n[zh]\n{姓名}您好')
    await crm('edit', 'buyer1@mail-a.com', '--country', 'AT')
    await crm('edit', 'buyer2@mail-a.com', '--country', 'CN')
    ok(await made('--holdout', '0'))
    const messages = (await rows('export', 'C1')).map(({ message }) => message)
    expect(messages).toEqual(expect.arrayContaining(['Hallo Buyer 1', 'Buyer 2您好', 'Hello Buyer 3']))
  })

  test('takes a filter that begins with a minus', async () => {
    const { campaign } = await shop()
    const { code, stderr } = await campaign(
      'new',
      'A',
      '--occasion',
      '节日',
      '--filter',
      '-blocked',
      '--message-file',
      'm.txt',
    )
    expect([code, stderr]).toEqual([0, expect.stringContaining('54 customers to contact, 6 held out')])
  })
})

test('who is not known to read the language of a message is counted, whatever the language of the screen', async () => {
  const shop = emptyShop()
  const order = (n: number, name: string, country: string) =>
    `${n},2026-05-0${n},${name},${name.toLowerCase()}@example.com,100.00,CNY,${country}`
  shop.write('orders.csv', [HEADER, order(1, 'Ann', 'GB'), order(2, 'Uwe', 'DE'), order(3, 'Bob', '')])
  await shop.crm('import', 'orders.csv')
  shop.write('m.txt', ['[en]', 'Hello {name}', '[zh]', '{name}您好'])
  const campaign = [
    'campaign',
    'new',
    'X',
    '--occasion',
    'restock',
    '--filter',
    'tier:A,B,C',
    '--message-file',
    'm.txt',
  ]
  const asked = async (lang: string) => shop.crm(...campaign, '--holdout', '0', '--dry-run', '--lang', lang)
  expect((await asked('en')).err).toContain('own language: 2 messages in [en].')
  // Only whose country nobody knows follows the screen.
  expect((await asked('zh')).err).toContain('1位用[zh]，1位用[en]')
})
