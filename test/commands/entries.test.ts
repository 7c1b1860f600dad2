import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ImportJson, makeWorld, type World } from '../support/world.js'

function write(world: World, name: string, ...rows: readonly string[]): string {
  writeFileSync(join(world.folder, name), rows.join('\n'))
  return name
}

const orders = (world: World) =>
  write(
    world,
    'orders.csv',
    'Order ID,Order date,Customer name,Email,Total',
    'A1,2026-07-01,Ada Winter,ada@mail-example.net,40',
    'A2,2026-07-02,Ben Frost,ben@mail-example.net,20',
  )

interface Shown {
  readonly tables: readonly { readonly key: string; readonly rows: readonly Record<string, unknown>[] }[]
}

const entriesOf = async (world: World, who: string) =>
  (await world.crm('show', who, '--json')).json<Shown>().tables?.find(({ key }) => key === 'entries')?.rows ?? []

test('a rating of an order is that of its buyer, in whichever order the two files come', async () => {
  for (const first of ['orders', 'ratings']) {
    const world = makeWorld()
    const ratings = write(world, 'ratings.csv', 'Order ID,Review date,Rating,Review', 'A1,2026-07-05,4,Nice')
    const files = first === 'orders' ? [orders(world), ratings] : [ratings, orders(world)]
    for (const file of files) expect((await world.crm('import', file)).code).toBe(0)
    expect(await entriesOf(world, 'ada@mail-example.net')).toMatchObject([
      { kind: 'rating', value: 4, text: 'Nice', order: 'A1', file: 'ratings.csv', row: 2 },
    ])
    expect((await world.crm('show', 'ada@mail-example.net')).stdout).toContain('4.0 of 5, from 1 rating')
    expect(await entriesOf(world, 'ben@mail-example.net')).toEqual([])
  }
})

test('the same sheet again adds nothing, and undo takes its entries back', async () => {
  const world = makeWorld()
  await world.crm('import', orders(world))
  const points = write(world, 'points.csv', 'Email,Points,As of', 'ada@mail-example.net,120,2026-08-01')
  const imported = (await world.crm('import', points, '--json')).json<ImportJson>()
  expect(imported.files[0]!.entries).toEqual([{ kind: 'points', inserted: 1, unchanged: 0 }])
  const again = (await world.crm('import', points, '--json')).json<ImportJson>()
  expect(again).toMatchObject({ batch: null, files: [{ entries: [{ kind: 'points', inserted: 0, unchanged: 1 }] }] })
  // A newer balance stands beside the older one and counts.
  const later = write(world, 'later.csv', 'Email,Points,As of', 'ada@mail-example.net,150,2026-08-20')
  await world.crm('import', later)
  expect((await entriesOf(world, 'ada@mail-example.net')).map(({ value }) => value)).toEqual([150, 120])
  expect((await world.crm('show', 'ada@mail-example.net')).stdout).toMatch(/Points +150/)
  await world.crm('undo')
  expect((await world.crm('show', 'ada@mail-example.net')).stdout).toMatch(/Points +120/)
  await world.crm('undo')
  expect(await entriesOf(world, 'ada@mail-example.net')).toEqual([])
})

test('an entry two imports tell stays when one of them is taken back', async () => {
  const world = makeWorld()
  const log = [
    'Customer,Email,Contact date,Contact notes',
    'Ada Winter,ada@mail-example.net,2026-08-01,Asked for prices',
  ]
  await world.crm('import', write(world, 'one.csv', ...log))
  await world.crm('import', write(world, 'two.csv', ...log, 'Ben Frost,ben@mail-example.net,2026-08-02,Called back'))
  await world.crm('undo', '1')
  const shown = (await world.crm('show', 'ada@mail-example.net', '--json')).json<Shown>()
  expect(shown.tables?.find(({ key }) => key === 'contacts')?.rows).toMatchObject([
    { on: '2026-08-01', kind: 'contact', text: 'Asked for prices' },
  ])
})

test('an imported contact counts for the rhythm, like one that was logged', async () => {
  const world = makeWorld({ now: '2026-09-20T01:00:00Z' })
  await world.crm('import', orders(world))
  const before = (await world.crm('due', '--json', '--days', '400')).json<{ rows: { customer: string }[] }>().rows
    .length
  expect(before).toBeGreaterThan(0)
  const log = write(
    world,
    'log.csv',
    'Customer,Email,Contact date,Contact notes,Next contact',
    'Ada Winter,ada@mail-example.net,2026-09-19,Will call in October,2026-10-02',
  )
  await world.crm('import', log)
  const due = (await world.crm('due', '--json', '--days', '30', '--reason', 'agreed')).json<{
    rows: { reason: string; dueOn: string }[]
  }>()
  expect(due.rows.map(({ dueOn }) => dueOn)).toContain('2026-10-02')
})

test('a rating nobody can read is told and left out, the customer is taken', async () => {
  const world = makeWorld()
  const file = write(
    world,
    'r.csv',
    'Customer name,Email,Rating',
    'Ada,ada@mail-example.net,7',
    'Ben,ben@mail-example.net,5 stars',
  )
  const ran = await world.crm('import', file)
  expect(ran.code).toBe(0)
  expect(ran.stderr).toContain('row 2 › Rating: not understood, left out: "7"')
  expect(ran.stdout).toContain('ratings: 1 new')
})

test('a rating stays with its buyer when another export knows more of him', async () => {
  for (const first of ['rated.csv', 'mailed.csv']) {
    const world = makeWorld()
    write(world, 'rated.csv', 'Order No,Date,Customer,Total,Currency,Rating', '1,2026-03-01,Cy Moor,100.00,USD,5')
    write(
      world,
      'mailed.csv',
      'Order No,Date,Customer,Email,Total,Currency',
      '1,2026-03-01,Cy Moor,cy@mail-example.net,100.00,USD',
    )
    for (const file of [first, first === 'rated.csv' ? 'mailed.csv' : 'rated.csv'])
      expect((await world.crm('import', file)).code).toBe(0)
    expect(await entriesOf(world, 'Cy Moor'), first).toMatchObject([{ kind: 'rating', value: 5, order: '1' }])
  }
})

test('of one order the newest rating counts, and telling an older one again makes it no newer', async () => {
  const world = makeWorld()
  const review = 'review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date'
  const ordered =
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date'
  write(
    world,
    'orders.csv',
    `${ordered},order_delivered_customer_date,order_estimated_delivery_date`,
    'a001,c101,delivered,2017-10-02 10:56:33,2017-10-02 11:07:15,2017-10-04 19:55:00,2017-10-10 21:25:13,2017-10-18 00:00:00',
  )
  write(
    world,
    'customers.csv',
    'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state',
    'c101,u101,01151,sao paulo,SP',
  )
  const reviewed = (file: string, ...rows: readonly string[]) =>
    write(world, file, `${review},review_answer_timestamp`, ...rows)
  reviewed('first.csv', 'r1,a001,5,,good,2017-10-11 00:00:00,2017-10-12 03:43:48')
  reviewed('second.csv', 'r2,a001,2,,broke,2017-11-11 00:00:00,2017-11-12 03:43:48')
  reviewed('other.csv', 'r3,a002,4,,fine,2017-11-11 00:00:00,2017-11-12 03:43:48')
  for (const file of ['orders.csv', 'customers.csv', 'first.csv', 'second.csv'])
    expect((await world.crm('import', file)).code, file).toBe(0)
  const { rows } = (await world.crm('list', '--json')).json<{ rows: { customer: string }[] }>()
  const scores = async () => (await entriesOf(world, rows[0]!.customer)).map(({ value }) => value)
  expect(await scores()).toEqual([2])
  await world.crm('import', 'first.csv', 'other.csv')
  expect(await scores()).toEqual([2])
})
