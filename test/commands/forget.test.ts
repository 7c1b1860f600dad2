import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cleanBackups, listBackups } from '../../src/backups.js'
import { openLedger } from '../../src/store/ledger.js'
import { dumpLedger } from '../support/dump.js'
import { type ImportJson, makeWorld, type World } from '../support/world.js'

const header = 'Order ID,Order Date,Customer,Email,Phone,Address,Product,Note,Currency,Total'
const person = 'Wilhelmina Quast,Quast.W@mail-q.com,+86 138 0013 8001,7 Lindenweg'
const rows = [
  `A1,2026-05-01,${person},Mug,call Wilhelmina Quast on 138-0013-8001,USD,10.00`,
  `A2,2026-06-01,${person},Tea for WILHELMINA QUAST,,USD,20.50`,
  'A3,2026-06-02,Ann Alder,ann@mail-a.com,+44 20 7946 0001,1 Road,Mug,knows Wilhelmina Quast,USD,40.00',
]
const newer = [
  ...rows.slice(1),
  `A4,2026-08-20,${person},Mug,,USD,5.00`,
  'A5,2026-08-21,Bob,bob@mail-b.com,,,Mug,,USD,6.00',
]

const csv = (list: readonly string[]) => `${[header, ...list].join('\n')}\n`

async function shop(): Promise<World & { readonly path: string }> {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'orders.csv'), csv(rows))
  writeFileSync(join(world.folder, 'newer.csv'), csv(newer))
  await world.crm('import', 'orders.csv')
  await world.crm('backup')
  await world.crm('log', 'Wilhelmina Quast', 'asked for the green one')
  await world.crm('edit', 'Wilhelmina Quast', '--wechat', 'mina-quast-77', '--note', 'sister of Ann')
  await world.crm('tag', 'Wilhelmina Quast', '+regular')
  await world.crm('feedback', 'open', 'Wilhelmina Quast', 'handle broke')
  await world.crm('log', 'Ann Alder', 'Wilhelmina Quast recommended us, 13800138001')
  await world.crm('lead', 'add', 'Wilhelmina Quast', '--need', 'fifty mugs')
  await world.crm('backup')
  return { ...world, path: join(world.folder, 'crm.db') }
}

const yes = ['--yes', '--confirm', 'wilhelmina quast']

/** Every file under a folder but the seller's own exports. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !path.endsWith('.csv'))
}

const traces = ['wilhelmina', 'quast', '13800138001', '138-0013-8001', '138 0013 8001', 'lindenweg', 'mail-q.com']

/** Where a trace of the person is found, in UTF-8 or UTF-16, whatever the letters' case. */
function found(folder: string): string[] {
  return filesUnder(folder).flatMap((path) => {
    const bytes = readFileSync(path)
    const texts = [bytes.toString('latin1'), bytes.toString('utf16le'), bytes.subarray(1).toString('utf16le')]
    return traces
      .filter((trace) => texts.some((text) => text.toLowerCase().includes(trace)))
      .map((trace) => `${path}: ${trace}`)
  })
}

const totalsOf = (path: string) => {
  const { db, close } = openLedger(path, { isReadOnly: true })
  try {
    return db
      .prepare('SELECT count(*) AS orders, sum(total_minor) AS total, sum(line_count) AS lines FROM sales_order')
      .get()
  } finally {
    close()
  }
}

/** What the lines of an order name: they stay with their own order when others go. */
const boughtBy = (path: string, number: string) => {
  const { db, close } = openLedger(path, { isReadOnly: true })
  try {
    return db
      .prepare(`SELECT p.name FROM sales_order o JOIN order_key k ON k.id = o.order_id JOIN line l ON l.id >= o.first_line AND l.id < o.first_line + o.line_count
        JOIN product p ON p.id = l.product_id WHERE k.number = ?`)
      .pluck()
      .all(number)
  } finally {
    close()
  }
}

/** Sales of June, which have room for orders of nobody. */
const salesOf = async (world: World) => {
  const { rows: indicators } = (await world.crm('kpi', '--on', '2026-06-30', '--json')).json<{
    rows: { indicator: string; value: number }[]
  }>()
  return ['netMinor', 'grossMinor', 'orders'].map(
    (name) => indicators.find(({ indicator }) => indicator === name)?.value,
  )
}

describe('forget (R35)', () => {
  test('no byte of the person is left in ledger, journal, backups or beside; totals stay', async () => {
    const world = await shop()
    expect(found(world.folder).length).toBeGreaterThan(9)
    const totals = totalsOf(world.path)
    const done = await world.crm('forget', 'Wilhelmina Quast', ...yes)
    expect(done).toMatchObject({ code: 0, stderr: expect.stringMatching(/2 orders stay[\s\S]*2 backups/) })
    expect(found(world.folder)).toEqual([])
    expect(totalsOf(world.path)).toEqual(totals)
    expect((await world.crm('list', '--json')).json<{ rows: object[] }>().rows).toMatchObject([{ name: 'Ann Alder' }])
    expect((await world.crm('show', 'Wilhelmina Quast')).code).toBe(1)
    expect((await world.crm('show', 'Ann Alder', '--sources')).stdout).toContain('***')
    expect((await world.crm('imports')).code).toBe(0)
    expect((await world.crm('check', '--json')).code).toBe(0)
  })

  test('names of files, SKUs, columns and days of the seller’s own name the person no more', async () => {
    const world = makeWorld()
    const list = [
      'Order ID,Order Date,Customer,Email,SKU,Product,Currency,Total',
      'A1,2026-05-01,Wilhelmina Quast,quast.w@mail-q.com,MUG-QUAST.W@MAIL-Q.COM,Mug,USD,1',
      'A2,2026-05-02,Ann Alder,ann@mail-a.com,MUG,Mug,USD,2',
    ]
    writeFileSync(join(world.folder, 'x.csv'), `${list.join('\n')}\n`)
    await world.crm('import', 'x.csv')
    await world.crm('config', 'set', 'care.own-days', 'Wilhelmina Quast day=06-18')
    await world.crm('contacts', '-o', 'for-wilhelmina-quast.csv')
    await world.crm('list', '-o', 'all.csv')
    expect(found(world.folder).filter((where) => where.includes('written.json')).length).toBeGreaterThan(0)
    const { stderr } = await world.crm('forget', 'Wilhelmina Quast', ...yes)
    expect(stderr).toMatch(/all\.csv\n.*for-wilhelmina-quast\.csv\n/)
    expect(found(world.folder)).toEqual([])
    expect((await world.crm('config', 'get', 'care.own-days')).stdout).toContain('*** day')
    const again = await world.crm('import', 'x.csv', '--json')
    expect(again.json<ImportJson>().orders).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 })
    expect((await world.crm('list', '-o', 'all.csv')).code).toBe(0)
  })

  test('a customer called like a word of ours takes no key of a summary along', async () => {
    const world = makeWorld()
    const list = ['Order ID,Order Date,Customer,Email,Currency,Total', 'A1,2026-05-01,Detail,d@mail-d.com,USD,1']
    writeFileSync(join(world.folder, 'x.csv'), `${list.join('\n')}\n`)
    await world.crm('import', 'x.csv')
    const before = (await world.crm('imports', '--json')).json<{ rows: object[] }>().rows
    await world.crm('forget', 'd@mail-d.com', '--yes', '--confirm', 'Detail')
    expect((await world.crm('imports', '--json')).json<{ rows: object[] }>().rows).toEqual(before)
    expect((await world.crm('undo')).code).toBe(0)
  })

  test('neither the same file nor a newer one brings the person back', async () => {
    const world = await shop()
    await world.crm('forget', 'Wilhelmina Quast', ...yes)
    const again = (await world.crm('import', 'orders.csv', '--json')).json<ImportJson & { forgotten: object }>()
    expect(again).toMatchObject({ batch: null, orders: { inserted: 0, updated: 0, unchanged: 3 } })
    expect(again.forgotten).toMatchObject({ orders: 2, dropped: 0 })
    expect(found(world.folder)).toEqual([])
    const later = await world.crm('import', 'newer.csv')
    expect(later.stderr + later.stdout).toMatch(/had forgotten[^\n]*2 orders/)
    expect(found(world.folder)).toEqual([])
    expect(totalsOf(world.path)).toMatchObject({ orders: 5, total: 8150 })
    expect(
      (await world.crm('list', '--json'))
        .json<{ rows: { name: string }[] }>()
        .rows.map(({ name }) => name)
        .sort(),
    ).toEqual(['Ann Alder', 'Bob'])
  })

  test('undo and redo of what was done about the person bring nothing back', async () => {
    const world = await shop()
    await world.crm('undo')
    await world.crm('undo')
    await world.crm('forget', 'Wilhelmina Quast', ...yes)
    const dump = dumpLedger(world.path)
    const redone = [await world.crm('undo', '--redo'), await world.crm('undo', '--redo')]
    expect(redone.map(({ code }) => code)).toEqual([0, 0])
    expect(found(world.folder)).toEqual([])
    for (let i = 0; i < 7; i++) expect((await world.crm('undo')).code).toBe(0)
    expect((await world.crm('undo')).code).toBe(1)
    for (let i = 0; i < 7; i++) expect((await world.crm('undo', '--redo')).code).toBe(0)
    expect(found(world.folder)).toEqual([])
    expect(dumpLedger(world.path).orders).toEqual(dump.orders)
    expect(dumpLedger(world.path).customers).toEqual(dump.customers)
  })

  test('a restored backup neither holds the person nor takes him back from a file', async () => {
    const world = await shop()
    await world.crm('forget', 'Wilhelmina Quast', ...yes)
    expect((await world.crm('restore', 'LATEST', '--yes', '--confirm', 'crm.db')).code).toBe(0)
    await world.crm('import', 'newer.csv')
    expect(found(world.folder)).toEqual([])
  })

  test('--all takes the orders as well, also those of later files', async () => {
    const world = await shop()
    const done = await world.crm('forget', 'Wilhelmina Quast', '--all', ...yes)
    expect(done.stderr).toContain('Erased, with 2 orders')
    expect(totalsOf(world.path)).toEqual({ orders: 1, total: 4000, lines: 1 })
    const later = (await world.crm('import', 'newer.csv', '--json')).json<ImportJson & { forgotten: object }>()
    expect(later.forgotten).toMatchObject({ orders: 0, dropped: 2 })
    expect(totalsOf(world.path)).toEqual({ orders: 2, total: 4600, lines: 2 })
    expect(boughtBy(world.path, 'A5')).toEqual(['Mug'])
    expect(found(world.folder)).toEqual([])
  })

  test('is confirmed by name; a dry run and a refusal change nothing', async () => {
    const world = await shop()
    const bytes = readFileSync(world.path)
    expect(await world.crm('forget', 'Wilhelmina Quast')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--confirm "Wilhelmina Quast"'),
    })
    expect((await world.crm('forget', 'Wilhelmina Quast', '--yes', '--confirm', 'Ann')).code).toBe(2)
    expect(await world.crm('forget', 'Wilhelmina Quast', '-n')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('2 orders would stay'),
    })
    expect(dumpLedger(world.path).customers).toHaveLength(2)
    expect(readFileSync(world.path).equals(bytes)).toBe(true)
    await world.crm('forget', 'Wilhelmina Quast', ...yes)
    expect((await world.crm('forget', 'list')).stdout).toBe('1 customer forgotten.\n')
  })

  test('a namesake and a shared phone stay with others', async () => {
    const world = makeWorld()
    const list = [
      'Order ID,Order Date,Customer,Email,Currency,Total',
      'A1,2026-05-01,Li Lei,one@mail-a.com,USD,1',
      'A2,2026-05-02,Li Lei,two@mail-b.com,USD,2',
    ]
    writeFileSync(join(world.folder, 'x.csv'), `${list.join('\n')}\n`)
    await world.crm('import', 'x.csv')
    await world.crm('forget', 'one@mail-a.com', '--yes', '--confirm', 'Li Lei')
    const { rows: left } = (await world.crm('list', '--json')).json<{ rows: object[] }>()
    expect(left).toMatchObject([{ name: 'Li Lei' }])
    await world.crm('import', 'x.csv')
    expect((await world.crm('list', '--json')).json<{ rows: object[] }>().rows).toHaveLength(1)
  })

  test('every file crm wrote is named, one a line, however many; an export of everything by its folder', async () => {
    const world = await shop()
    const names = Array.from({ length: 24 }, (_, i) => `list${String(i).padStart(2, '0')}.csv`)
    for (const name of names) await world.crm('contacts', '-o', name)
    await world.crm('export-all', 'everything')
    await world.crm('import', 'orders.csv', '--db', 'other.db')
    await world.crm('export-all', 'theirs', '--db', 'other.db')
    rmSync(join(world.folder, names[3]!))
    const { stderr } = await world.crm('forget', 'Wilhelmina Quast', ...yes)
    const told = stderr.split('\n').filter((line) => line.startsWith('  '))
    const left = [...names.filter((_, i) => i !== 3), 'everything', 'theirs'].map(
      (name) => `  ${join(world.folder, name)}`,
    )
    expect(told.filter((line) => left.includes(line)).sort()).toEqual(left.sort())
    expect(stderr).not.toContain('manifest.json')
    expect(stderr).toContain('1 further file with contacts is no longer where crm wrote it')
  })

  test('a sheet written before is one of this ledger still, also where the first batch was about the person', async () => {
    const world = makeWorld()
    await world.crm('add', 'Wilhelmina Quast', '--email', 'quast.w@mail-q.com')
    writeFileSync(join(world.folder, 'orders.csv'), csv([rows[2]!]))
    await world.crm('import', 'orders.csv')
    await world.crm('backup')
    await world.crm('due', '--on', '2026-06-20', '-o', 'today.csv')
    expect((await world.crm('forget', 'Wilhelmina Quast', ...yes)).code).toBe(0)
    expect(found(world.folder)).toEqual([])
    await world.crm('due', '--on', '2026-06-20', '-o', 'again.csv')
    const keys = (name: string) => readFileSync(join(world.folder, name), 'utf8').match(/crm1:[^:]+/g)
    expect(keys('today.csv')).not.toBeNull()
    expect(keys('again.csv')).toEqual(keys('today.csv'))
    await world.crm('restore', 'LATEST', '--yes', '--confirm', 'crm.db')
    await world.crm('due', '--on', '2026-06-20', '-o', 'third.csv')
    expect(keys('third.csv')).toEqual(keys('today.csv'))
  })

  test('figures of sales are the same before and after', async () => {
    const world = await shop()
    const before = await salesOf(world)
    expect(before).toEqual([6050, 6050, 2])
    await world.crm('forget', 'Wilhelmina Quast', ...yes)
    expect(await salesOf(world)).toEqual(before)
  })

  test('a copy kept elsewhere brings nobody back when it is restored', async () => {
    const world = await shop()
    await world.crm('backup', '-o', 'copy.csv')
    const { stderr } = await world.crm('forget', 'Wilhelmina Quast', ...yes)
    expect(stderr.split('\n')).toContain(`  ${join(world.folder, 'copy.csv')}`)
    expect((await world.crm('restore', 'copy.csv', '--yes', '--confirm', 'crm.db')).code).toBe(0)
    expect(found(world.folder)).toEqual([])
    expect(await salesOf(world)).toEqual([6050, 6050, 2])
    await world.crm('import', 'newer.csv')
    expect(found(world.folder)).toEqual([])
    expect((await world.crm('forget', 'list')).stdout).toBe('1 customer forgotten.\n')
    expect((await world.crm('check', '--json')).code).toBe(0)
  })

  test('nor does it over a damaged ledger, as far as that can be read', async () => {
    const world = await shop()
    await world.crm('backup', '-o', 'copy.csv')
    await world.crm('forget', 'Wilhelmina Quast', ...yes)
    const bytes = readFileSync(world.path)
    // The last page holds rows of one table: the others can still be read.
    writeFileSync(world.path, bytes.fill(0xff, bytes.length - 4096))
    const { code, stderr } = await world.crm('restore', 'copy.csv', '--yes', '--confirm', 'crm.db')
    expect([code, stderr]).toEqual([0, expect.stringContaining('crm.db.damaged-')])
    expect(found(world.folder)).toEqual([])
    await world.crm('import', 'newer.csv')
    expect(found(world.folder)).toEqual([])
  })

  test('what a killed import was working on goes too', async () => {
    const world = await shop()
    const left = join(world.folder, 'home', 'tmp', 'crm-work-999999999-abcDEF')
    mkdirSync(left)
    writeFileSync(join(left, 'staging.db'), 'Wilhelmina Quast')
    expect(found(world.folder).join()).toContain(left)
    await world.crm('forget', 'Wilhelmina Quast', ...yes)
    expect(found(world.folder)).toEqual([])
  })

  test('backups that are clean are left alone, one that came meanwhile is not', async () => {
    const world = await shop()
    const [newest, oldest] = listBackups(world.path)
    const touched: string[] = []
    const done = cleanBackups(world.path, (copy) => touched.push(copy.path), [oldest!.name])
    expect(done).toMatchObject({ cleaned: 1, removed: [], found: [newest!.name] })
    expect(touched).toEqual([expect.stringContaining(newest!.name)])
  })

  test('damaged copies that cannot be cleaned are removed, and named', async () => {
    const world = await shop()
    writeFileSync(join(`${world.path}.backups`, '20260801-000000000-hand.db'), 'Wilhelmina Quast')
    writeFileSync(`${world.path}.damaged-20260801-000000000`, 'Wilhelmina Quast')
    const { stderr } = await world.crm('forget', 'Wilhelmina Quast', ...yes)
    expect(stderr).toMatch(/Removed[^\n]*damaged-20260801-000000000, 20260801-000000000-hand\.db/)
    expect(found(world.folder)).toEqual([])
  })

  test('who was merged goes whole; who was split off stays, with what was said of him', async () => {
    const world = makeWorld()
    const list = [
      'Order ID,Order Date,Customer,Email,Phone,Currency,Total',
      'A1,2026-05-01,Karl Kurz,karl@mail-a.com,,USD,1',
      'A2,2026-05-02,Karl Kurz,kurz@mail-b.com,,USD,2',
      'A3,2026-05-03,Mia Lang,mia@mail-c.com,+49 30 1234567,USD,4',
      'A4,2026-05-04,Tom Lang,tom@mail-d.com,+49 30 1234567,USD,8',
    ]
    writeFileSync(join(world.folder, 'x.csv'), `${list.join('\n')}\n`)
    const path = join(world.folder, 'crm.db')
    await world.crm('import', 'x.csv')
    expect((await world.crm('merge', 'karl@mail-a.com', 'kurz@mail-b.com')).code).toBe(0)
    await world.crm('split', 'mia@mail-c.com', 'tom@mail-d.com')
    await world.crm('tag', 'tom@mail-d.com', '+brother')
    await world.crm('forget', 'karl@mail-a.com', '--yes', '--confirm', 'Karl Kurz')
    const bytes = readFileSync(path).toString('latin1')
    expect(bytes).not.toMatch(/karl|kurz/i)
    const customers = (await world.crm('list', '--json')).json<{ rows: { name: string }[] }>().rows
    expect((await world.crm('check', '--json')).code).toBe(0)
    for (const { name } of customers) expect(name).toMatch(/Lang/)
    expect((await world.crm('forget', 'mia@mail-c.com', '--yes', '--confirm', 'Mia Lang')).code).toBe(0)
    expect((await world.crm('show', 'Tom Lang')).stdout).toContain('brother')
    expect((await world.crm('check', '--json')).code).toBe(0)
    expect(totalsOf(path)).toMatchObject({ orders: 4, total: 1500 })
    await world.crm('import', 'x.csv')
    expect(totalsOf(path)).toMatchObject({ orders: 4, total: 1500 })
    for (let i = 0; i < 4; i++) expect((await world.crm('undo')).code).toBe(0)
    for (let i = 0; i < 4; i++) expect((await world.crm('undo', '--redo')).code).toBe(0)
    expect(readFileSync(path).toString('latin1')).not.toMatch(/karl|kurz|mia@/i)
  })
})
