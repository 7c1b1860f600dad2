import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeWorld, type World } from '../support/world.js'

/** Number, day, customer, product, pieces, total, state. */
const SOLD = [
  ['a1', '2025-07-10', 'Ann', 'Tea', 1, 100, 'paid'],
  ['b0', '2026-05-20', 'Bob', 'Pot', 1, 50, 'pending'],
  ['a2', '2026-06-05', 'Ann', 'Tea', 3, 60, 'paid'],
  ['c1', '2026-06-30', 'Cy', 'Cup', 2, 30, 'paid'],
  ['a3', '2026-07-01', 'Ann', 'Tea', 2, 40, 'paid'],
  ['b1', '2026-07-09', 'Bob', 'Pot', 1, 55, 'paid'],
  ['b2', '2026-07-31', 'Bob', 'Tea', 1, 21, 'paid'],
  ['b3', '2026-07-31', 'Bob', 'Cup', 1, 15, 'pending'],
  ['a4', '2026-08-03', 'Ann', 'Cup', 4, 64, 'paid'],
] as const

async function shop(): Promise<World> {
  const world = makeWorld({ now: '2026-08-20T01:00:00Z' })
  const head = 'Order number,Date,Customer,Email,Product,Quantity,Total,Currency,Status'
  const rows = SOLD.map(([number, on, name, product, pieces, total, state]) => {
    return [number, on, name, `${name.toLowerCase()}@mail-a.com`, product, pieces, total, 'EUR', state].join(',')
  })
  writeFileSync(join(world.folder, 'orders.csv'), `${[head, ...rows].join('\n')}\n`)
  expect((await world.crm('import', 'orders.csv')).code).toBe(0)
  await world.crm('edit', 'Ann', '--owner', 'Li')
  return world
}

/** Paid orders of a month, in cents, by plain loops. */
function sold(month: string, isOf: (row: (typeof SOLD)[number]) => boolean = () => true) {
  const rows = SOLD.filter((row) => row[1].startsWith(month) && row[6] === 'paid' && isOf(row))
  return { orders: rows.length, netMinor: rows.reduce((sum, row) => sum + row[5] * 100, 0) }
}

interface Shown {
  readonly asOf: string
  readonly params: { readonly period: { readonly code: string }; readonly now: string }
  readonly rows: readonly Record<string, string | number | null>[]
  readonly actions: readonly string[]
  readonly notes: readonly string[]
  readonly tables: readonly { readonly key: string; readonly rows: readonly Record<string, string | number | null>[] }[]
}

const report = async (world: World, ...argv: string[]) => (await world.crm('report', ...argv, '--json')).json<Shown>()
const tableOf = ({ tables }: Shown, key: string) => tables.find((table) => table.key === key)!.rows

describe('crm report monthly and quarterly', () => {
  test('without a period the last one that is over, as of its last day, and that is said', async () => {
    const shown = await report(await shop(), 'monthly')
    expect([shown.asOf, shown.params.period.code, shown.params.now]).toEqual(['2026-07-31', '2026-07', '2026-08-20'])
    expect(shown.rows).toMatchObject([sold('2026-07'), sold('2026-06'), sold('2025-07')])
    expect(shown.notes.join()).toContain('crm report monthly --period 2026-08')
    expect(shown.notes.join()).toContain('as of 2026-08-20')
    expect(shown.actions[0]).toMatch(/^Contact (Ann|Bob|Cy): /)
    expect((await report(await shop(), 'quarterly')).params.period.code).toBe('2026-Q2')
  })

  test('any past period is what the same report says asked on its last day', async () => {
    const world = await shop()
    const [past, then] = [
      await report(world, 'monthly', '--period', '2026-06'),
      await report(world, 'monthly', '--on', '2026-06-30'),
    ]
    expect(past.rows).toEqual(then.rows)
    for (const key of ['indicators', 'classes', 'segments', 'movers', 'products', 'countries', 'forecast'])
      expect([key, tableOf(past, key)]).toEqual([key, tableOf(then, key)])
  })

  test('a running month is told up to today beside the same days', async () => {
    const shown = await report(await shop(), 'monthly', '--period', 'this')
    expect(shown.rows[0]).toMatchObject({ from: '2026-08-01', to: '2026-08-20', ...sold('2026-08') })
    expect(shown.rows[1]).toMatchObject({ from: '2026-07-01', to: '2026-07-20', orders: 2, netMinor: 9500 })
  })

  test('products are counted by what was bought, the best first', async () => {
    const products = tableOf(await report(await shop(), 'monthly'), 'products')
    expect(products.map(({ product, netMinor, beforeMinor }) => [product, netMinor, beforeMinor])).toEqual([
      ['Tea', 6100, 6000],
      ['Pot', 5500, 0],
    ])
  })

  test('an owner has figures of his customers alone', async () => {
    const world = await shop()
    const shown = await report(world, 'monthly', '--owner', 'Li')
    const ofAnn = (month: string) => sold(month, (row) => row[2] === 'Ann')
    expect(shown.rows).toMatchObject([ofAnn('2026-07'), ofAnn('2026-06'), ofAnn('2025-07')])
    expect(tableOf(shown, 'products').map(({ product }) => product)).toEqual(['Tea'])
    const of = (key: string) => tableOf(shown, key).reduce((sum, row) => sum + Number(row.customers), 0)
    expect([of('classes'), of('countries')]).toEqual([1, 1])
    expect(shown.notes.join()).toContain('of the 1 customer of')
  })

  test.each([
    [['monthly', '--period', 'soon'], 2, '"soon" is not a period of this report'],
    [['quarterly', '--period', '2026-Q5'], 2, 'Write it like 2026-Q2'],
    [['monthly', '--period', '2026-09'], 2, '2026-09 has not begun by 2026-08-20'],
    [['daily', '--period', '2026-07'], 2, 'crm report daily has no use for --period'],
    [['statement'], 2, 'needs a customer'],
    [['customer', 'Nobody'], 1, 'Nobody'],
    [['customer', 'Ann', '--owner', 'Li'], 2, 'has no use for --owner'],
  ])('%j is refused', async (argv, code, said) => {
    const ran = await (await shop()).crm('report', ...argv)
    expect([ran.code, ran.stdout]).toEqual([code, ''])
    expect(ran.stderr).toContain(said)
  })
})

describe('one customer', () => {
  test('the statement of a month has orders, goods, what is open before and after, and nothing of the seller', async () => {
    const world = await shop()
    await world.crm('edit', 'Bob', '--note', 'haggles')
    const ran = await world.crm('report', 'statement', 'Bob', '--period', '2026-07')
    expect(ran.stdout).toContain('Statement · Bob · 2026-07')
    expect(ran.stdout).toMatch(/Not paid yet from before +€50\.00/)
    expect(ran.stdout).toMatch(/Not paid yet at the end +€65\.00/)
    expect(ran.stdout).toMatch(/Ordered +€91\.00/)
    expect(ran.stdout).toMatch(/Paid, after refunds +€76\.00/)
    expect(ran.stdout).not.toMatch(/tier|haggles|segment|mail-a|Score/i)
    const { rows } = await report(world, 'statement', 'Bob', '--period', '2026-07')
    expect(rows.map(({ order, totalMinor, netMinor, status }) => [order, totalMinor, netMinor, status])).toEqual([
      ['b1', 5500, 5500, 'paid'],
      ['b2', 2100, 2100, 'paid'],
      ['b3', 1500, 0, 'pending'],
    ])
  })

  test('a month without an order says so', async () => {
    const ran = await (await shop()).crm('report', 'statement', 'Cy', '--period', '2026-07')
    expect(ran.stdout).toContain('No order in 2026-07.')
  })

  test('points of the month are what the points statement tells', async () => {
    const world = await shop()
    await world.crm('config', 'set', 'points.scheme', 'on')
    await world.crm('points', 'redeem', 'Bob', '20', '--for', 'gift', '--on', '2026-07-20')
    const { rows } = await report(world, 'statement', 'Bob', '--period', '2026-07')
    const points = (await world.crm('points', 'show', 'Bob', '--on', '2026-07-31', '--json')).json<Shown>().rows
    const earned = points.filter(({ what }) => what === 'order')
    expect(earned.length).toBe(2)
    for (const { order, points: told } of earned) expect(rows.find((row) => row.order === order)!.points).toBe(told)
    const { stdout } = await world.crm('report', 'statement', 'Bob', '--period', '2026-07')
    expect(stdout).toMatch(new RegExp(`Points at the end +${points[0]!.balance}\\n`))
    expect(stdout).toMatch(/Points at the beginning +0\n/)
    expect(stdout).toMatch(/taken back +-20\n/)
  })

  test('contacts of a blocked customer stay sealed in the printed file', async () => {
    const world = await shop()
    expect((await world.crm('report', 'customer', 'Bob')).stdout).toContain('bob@mail-a.com')
    await world.crm('edit', 'Bob', '--wechat', 'bobchat')
    expect((await world.crm('block', 'Bob', '--reason', 'breach')).code).toBe(0)
    for (const kind of ['customer', 'statement'])
      expect((await world.crm('report', kind, 'Bob')).stdout).not.toMatch(/bob@mail-a\.com|bobchat/)
  })

  test('the printed file begins with what to do and names no files', async () => {
    const { stdout } = await (await shop()).crm('report', 'customer', 'Ann')
    expect(stdout).toContain('Customer file · Ann')
    expect(stdout).toContain('What to do first')
    expect(stdout).not.toContain('orders.csv')
  })
})

describe('several tables as csv', () => {
  test('a folder gets one file a table, made where there is none, and again over its own', async () => {
    const world = await shop()
    const ran = await world.crm('report', 'monthly', '-o', 'july/')
    expect([ran.code, ran.stdout]).toEqual([0, ''])
    const names = readdirSync(join(world.folder, 'july')).sort()
    expect(names.slice(0, 3)).toEqual(['00-summary.csv', '01-periods.csv', '02-indicators.csv'])
    expect(ran.stderr).toContain(`Written: ${names.length} csv files in july/`)
    for (const name of names) expect(statSync(join(world.folder, 'july', name)).mode & 0o777).toBe(0o600)
    expect((await world.crm('report', 'monthly', '-o', 'july/')).code).toBe(0)
  })

  test('csv files of an earlier report in the folder are named, and stay', async () => {
    const world = await shop()
    const first = await world.crm('report', 'monthly', '-o', 'july/')
    expect(first.stderr).not.toContain('has not written')
    writeFileSync(join(world.folder, 'july', '99-old.csv'), 'old')
    writeFileSync(join(world.folder, 'july', 'notes.txt'), 'mine')
    const english = await world.crm('report', 'monthly', '-o', 'july/')
    expect(english.stderr).toContain('The folder also holds a csv file that this report has not written: 99-old.csv\n')
    const chinese = await world.crm('report', 'monthly', '-o', 'july/', '--lang', 'zh')
    expect(chinese.stderr).toContain('不是这份报告写的 csv 文件：')
    expect(readFileSync(join(world.folder, 'july', '99-old.csv'), 'utf8')).toBe('old')
  })

  test('what the seller worked on since stays, and then no file is written', async () => {
    const world = await shop()
    await world.crm('report', 'monthly', '-o', 'july/')
    const [first, last] = ['01-periods.csv', '05-classes.csv'].map((name) => join(world.folder, 'july', name))
    writeFileSync(last!, 'mine')
    const before = statSync(first!).mtimeMs
    const ran = await world.crm('report', 'monthly', '--period', '2026-06', '-o', 'july/')
    expect(ran.code).toBe(73)
    expect([readFileSync(last!, 'utf8'), statSync(first!).mtimeMs]).toEqual(['mine', before])
  })

  test('a zip holds the same; one csv holds the main table and says what is left out', async () => {
    const world = await shop()
    expect((await world.crm('report', 'monthly', '-o', 'july.zip')).code).toBe(0)
    expect(readFileSync(join(world.folder, 'july.zip')).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    const ran = await world.crm('report', 'monthly', '-o', 'july.csv')
    expect(ran.stderr).toContain('july.csv holds one table; left out: Indicators')
    expect(existsSync(join(world.folder, 'july.csv'))).toBe(true)
    const shown = await world.crm('report', 'monthly', '--format', 'zip')
    expect(shown.stdout.startsWith('PK')).toBe(true)
  })
})

describe('a ledger of leads alone', () => {
  test('status and the reports name whom to contact, and the month has its funnel', async () => {
    const world = makeWorld({ now: '2026-08-20T01:00:00Z' })
    await world.crm('lead', 'add', 'Li Lei', '--phone', '+12025550101')
    await world.crm('lead', 'level', 'Li Lei', 'H')
    const status = (await world.crm('status')).stdout
    expect(status).toMatch(/What to do first\nCall Li Lei: lead level H/)
    expect(status).toContain('The ledger holds no orders')
    expect((await world.crm('report', 'weekly')).stdout).toContain('Contact today')
    const month = await report(world, 'monthly', '--period', 'this')
    expect(month.actions[0]).toMatch(/^Call Li Lei: lead level H/)
    const read = (await world.crm('report', 'monthly', '--period', 'this')).stdout
    expect(read).toMatch(/^H +.* 1$/m)
    expect(read).not.toContain('Indicators')
  })
})

test('of a ledger younger than the last whole month, the month that has orders is named', async () => {
  const world = makeWorld({ now: '2026-08-20T01:00:00Z' })
  writeFileSync(join(world.folder, 'orders.csv'), 'Order number,Date,Customer,Total,Currency\n1,2026-08-05,Ann,9,EUR\n')
  expect((await world.crm('import', 'orders.csv')).code).toBe(0)
  const july = (await world.crm('report', 'monthly')).stdout
  expect(july).toContain('the first is of 2026-08-05. That period: crm report monthly --period 2026-08')
  expect(july).not.toContain('--on')
  const running = (await world.crm('report', 'monthly', '--period', 'this')).stdout
  expect(running).not.toContain('--period 2026-07')
})

test('whom a list named or a hand typed by then is a customer of the period, whoever came later is none', async () => {
  const world = await shop()
  await world.crm('add', 'Di', '--phone', '+12025550199', '--on', '2026-05-02')
  const customers = async (...period: string[]) =>
    tableOf(await report(world, 'monthly', ...period), 'classes').reduce((sum, row) => sum + Number(row.customers), 0)
  expect(await customers('--period', '2025-08')).toBe(1)
  expect(await customers('--period', '2026-05')).toBe(3)
  expect(await customers('--period', '2026-06')).toBe(4)
})
