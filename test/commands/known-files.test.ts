import { appendFileSync, copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
// @ts-expect-error the generator has no types
import { workbookBytes } from '../../fixtures/generator/workbook.js'
import type { FakeWorld } from '../fake-io.js'
import { dumpLedger } from '../support/dump.js'
import { makeWorld, type World } from '../support/world.js'

const long = 'left with the neighbours and wrapped twice and sent with a card '.repeat(500)
const header = 'order id,date,buyer,email,item,quantity,price,status,leaflet'

/** Files are known again from 8 MB on: few orders, and a long text nobody asks for beside the last of them. */
const orders = 1_400
const written = 290

function rowsOf(cells: (at: number) => readonly (string | number)[]): string[] {
  return Array.from({ length: orders }, (_, at) =>
    [...cells(at), at < orders - written ? '' : `${at} ${long}`].join(','),
  )
}

const order = (at: number) => [
  ...[`B-${1000 + at}`, `2025-0${1 + (at % 9)}-1${at % 10}`, `Buyer ${at % 90}`, `buyer${at % 90}@shop.example`],
  ...[`Ware ${at % 7}`, 1 + (at % 3), '2.50', at % 40 === 0 ? 'cancelled' : 'paid'],
]
const plain = [header, ...rowsOf(order)].join('\n')

const folder = mkdtempSync(join(tmpdir(), 'crm-known-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A world with a large file in it. */
function worldWith(text: string | Uint8Array, name = 'all.csv', world: Partial<FakeWorld> = {}): World {
  const made = makeWorld(world)
  writeFileSync(join(made.folder, name), text)
  expect(statSync(join(made.folder, name)).size).toBeGreaterThan(8 << 20)
  return made
}

const ledgerOf = (world: World): string => join(world.folder, 'crm.db')

function inLedger<T>(world: World, work: (db: Database.Database) => T): T {
  const db = new Database(ledgerOf(world))
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Whether the ledger kept how each sheet was read. */
const kept = (world: World) =>
  inLedger(world, (db) => db.prepare('SELECT reading IS NOT NULL FROM source ORDER BY id').pluck().all())

/** Has the ledger tell of 77 rows of each sheet it knows: whoever says so has not read the file. */
const mark = (world: World) =>
  inLedger(world, (db) =>
    db.exec("UPDATE source SET reading = json_set(reading, '$.rows', 77) WHERE reading IS NOT NULL"),
  )

async function isKnown(world: World, ...args: string[]): Promise<boolean> {
  const { code, stdout, stderr } = await world.crm('import', ...args)
  expect([code, stderr]).toEqual([0, expect.anything()])
  return stdout.includes('  77 rows')
}

/** Says what is known and what a reading says, one after the other. */
async function saidTwice(world: World, ...args: string[]) {
  const known = await world.crm('import', ...args)
  const readings = inLedger(world, (db) => {
    const all = db.prepare('SELECT id, reading FROM source').all() as { id: number; reading: string | null }[]
    db.exec('UPDATE source SET reading = NULL')
    return all
  })
  const read = await world.crm('import', ...args)
  inLedger(world, (db) => {
    for (const { id, reading } of readings) db.prepare('UPDATE source SET reading = ? WHERE id = ?').run(reading, id)
  })
  return { known, read }
}

const both = (said: Awaited<ReturnType<World['crm']>>) => [said.code, said.stdout, said.stderr]

describe('a large file that is imported again', () => {
  test('is known without being read, and told of in the same words as if it were', async () => {
    const world = worldWith(plain)
    await world.crm('import', 'all.csv')
    const before = dumpLedger(ledgerOf(world))
    for (const options of [[], ['--json'], ['--lang', 'zh'], ['--dry-run'], ['--strict']]) {
      const { known, read } = await saidTwice(world, 'all.csv', ...options)
      expect(both(known)).toEqual(both(read))
      expect(known.stdout).toMatch(/1,?400/)
    }
    expect((await world.crm('import', 'all.csv')).stdout).toContain('this very file was imported as batch 1')
    expect(dumpLedger(ledgerOf(world))).toEqual(before)
    expect(inLedger(world, (db) => db.prepare('SELECT count(*) FROM batch').pluck().get())).toBe(1)
    mark(world)
    expect(await isKnown(world, 'all.csv')).toBe(true)
    expect(await isKnown(world, 'all.csv', '--dry-run')).toBe(true)
  })

  test('is known under another name and after other imports and decisions, but not on an earlier day', async () => {
    const world = worldWith(plain)
    await world.crm('import', 'all.csv')
    mark(world)
    copyFileSync(join(world.folder, 'all.csv'), join(world.folder, 'copy (1).csv'))
    writeFileSync(join(world.folder, 'more.csv'), `${header}\nB-1001,2025-02-11,Buyer 1,,Ware 1,9,2.50,refunded,\n`)
    await world.crm('import', 'more.csv')
    await world.crm('tag', 'buyer2@shop.example', 'friend')
    expect(await isKnown(world, 'copy (1).csv')).toBe(true)
    await world.crm('undo')
    await world.crm('undo')
    expect(await isKnown(world, 'all.csv')).toBe(true)
    const early = makeWorld({ now: '2026-08-01T01:00:00Z', cwd: world.folder })
    expect(await isKnown(early, 'all.csv')).toBe(false)
  })

  test('is read when it is a byte longer or would be read otherwise', async () => {
    const world = worldWith(plain)
    await world.crm('import', 'all.csv')
    mark(world)
    const otherwise = [
      ['--shop', 'Other'],
      ['--currency', 'EUR'],
      ['--date-order', 'dmy'],
      ['--decimal', 'point'],
      ['--encoding', 'utf-8'],
      ['--header-row', '1'],
      ['--force'],
      ['--map', 'note=leaflet'],
    ]
    for (const options of otherwise)
      expect([options, await isKnown(world, 'all.csv', ...options, '--dry-run')]).toEqual([options, false])
    expect(await isKnown(world, 'all.csv')).toBe(true)
    copyFileSync(join(world.folder, 'all.csv'), join(world.folder, 'orders 2025.csv'))
    expect(await isKnown(world, 'orders 2025.csv')).toBe(false)
    appendFileSync(join(world.folder, 'all.csv'), '\n')
    expect(await isKnown(world, 'all.csv')).toBe(false)
  })

  test('is read when a setting or a mapping changed, and known when it is taken back', async () => {
    const world = worldWith(plain)
    await world.crm('import', 'all.csv')
    mark(world)
    for (const [name, value] of [
      ['count.pending', 'yes'],
      ['zone', 'Asia/Tokyo'],
      ['currency.base', 'EUR'],
      ['shop.currency', 'EUR'],
    ] as const) {
      await world.crm('config', 'set', name, value)
      expect([name, await isKnown(world, 'all.csv')]).toEqual([name, false])
      await world.crm('undo')
      expect([name, await isKnown(world, 'all.csv')]).toEqual([name, true])
    }
    writeFileSync(join(world.folder, 'own.csv'), 'no,when,who,worth\n1,2025-01-05,Ann,5\n')
    const map = ['--map', 'orderId=no', '--map', 'placedAt=when', '--map', 'buyerName=who', '--map', 'orderTotal=worth']
    expect((await world.crm('import', 'own.csv', ...map)).code).toBe(0)
    expect(await isKnown(world, 'all.csv')).toBe(false)
  })

  test('is known under the same named columns while they are kept', async () => {
    const world = worldWith(plain.replace('order id,date', 'a,b'))
    const named = ['all.csv', '--map', 'orderId=a', '--map', 'placedAt=b']
    await world.crm('import', ...named)
    const { known, read } = await saidTwice(world, ...named)
    expect(both(known)).toEqual(both(read))
    mark(world)
    expect(await isKnown(world, ...named)).toBe(true)
    await world.crm('formats', '--forget', '1')
    expect((await world.crm('import', ...named)).stderr).toContain('Imported as batch 3')
  })

  test('is read and inserted again once its import was taken back, and known when that is redone', async () => {
    const world = worldWith(plain)
    await world.crm('import', 'all.csv')
    mark(world)
    await world.crm('undo')
    expect((await world.crm('import', 'all.csv', '--dry-run')).stdout).toContain('orders: 1,400 new')
    await world.crm('undo', '--redo', '1')
    expect(await isKnown(world, 'all.csv')).toBe(true)
    await world.crm('undo')
    expect((await world.crm('import', 'all.csv')).stdout).toContain('orders: 1,400 new')
    mark(world)
    expect(await isKnown(world, 'all.csv')).toBe(true)
  })

  test('is read beside a file that is new, and known beside one that is known', async () => {
    const world = worldWith(plain)
    writeFileSync(join(world.folder, 'next.csv'), plain.replaceAll('B-', 'C-').replaceAll('2025-', '2024-'))
    await world.crm('import', 'all.csv')
    mark(world)
    const { stdout } = await world.crm('import', 'all.csv', 'next.csv')
    expect(stdout).not.toContain('77 rows')
    expect(stdout).toContain('orders: 1,400 new, 0 updated, 1,400 unchanged')
    const said = await saidTwice(world, 'all.csv', 'next.csv')
    expect(both(said.known)).toEqual([
      0,
      said.read.stdout.replace('  1,400 rows', '  77 rows').replace('2,800 rows', '1,477 rows'),
      said.read.stderr,
    ])
    mark(world)
    expect(await isKnown(world, 'next.csv')).toBe(true)
  })

  test.each([
    ['a row was rejected', [...plain.split('\n'), 'B-1,2025-13-45,Ann,,Ware,1,2.50,paid,']],
    ['a row was remarked on', [...plain.split('\n'), 'B-1,2026-09-10,Ann,,Ware,1,2.50,paid,']],
    ['a word of state is not known', [...plain.split('\n'), 'B-1,2025-03-04,Ann,,Ware,1,2.50,hovering,']],
    ['orders bear no number', [header.replace('order id', 'x'), ...rowsOf((at) => ['', ...order(at).slice(1)])]],
  ])('is read again where %s', async (_, lines) => {
    const world = worldWith(lines.join('\n'))
    const first = await world.crm('import', 'all.csv')
    expect(kept(world)).toEqual([0])
    const second = await world.crm('import', 'all.csv')
    expect([second.code, second.stderr]).toEqual([first.code, expect.stringContaining('Nothing new')])
  })

  test('is read again where another import told its orders first', async () => {
    const world = worldWith(plain)
    writeFileSync(join(world.folder, 'first.csv'), plain.split('\n').slice(0, 3).join('\n'))
    await world.crm('import', 'first.csv')
    await world.crm('import', 'all.csv')
    // In a currency assumed, which need not be the one assumed of this file.
    expect(kept(world)).toEqual([0, 0])
  })

  test('is read where the ledger has come to another currency', async () => {
    const world = worldWith(plain)
    await world.crm('import', 'all.csv')
    mark(world)
    // Assumed from the region first, now the only one of the ledger: the same.
    expect((await world.crm('import', 'all.csv')).stdout).toContain('USD')
    expect(await isKnown(world, 'all.csv')).toBe(true)
    writeFileSync(join(world.folder, 'euro.csv'), 'order id,date,total,currency\nE-1,2025-01-05,5,EUR\n')
    await world.crm('import', 'euro.csv')
    expect(await isKnown(world, 'all.csv')).toBe(true)
    await world.crm('config', 'set', 'currency.base', 'EUR')
    expect(await isKnown(world, 'all.csv')).toBe(false)
  })

  test('is read where its shop has got a name since', async () => {
    const world = worldWith(plain)
    await world.crm('import', 'all.csv')
    mark(world)
    writeFileSync(join(world.folder, 'named.csv'), `${header},shop\n${order(1).join(',')},,Corner\n`)
    await world.crm('import', 'named.csv')
    expect(await isKnown(world, 'all.csv')).toBe(false)
  })

  test('may be a workbook of which some sheets are left out, with customers and ratings in it', async () => {
    const cells = rowsOf(order).map((row) => row.split(','))
    const world = worldWith(
      workbookBytes([
        { name: 'Orders', rows: [[...header.split(','), 'rating'], ...cells.map((row, at) => [...row, 1 + (at % 5)])] },
        {
          name: 'Customers',
          rows: [
            ['name', 'email', 'tags'],
            ['Ann', 'ann@shop.example', 'friend'],
          ],
        },
        { name: 'Thoughts', rows: [['nothing'], ['to see']] },
      ]),
      'all.xlsx',
    )
    await world.crm('import', 'all.xlsx')
    expect(kept(world)).toEqual([1, 1])
    for (const options of [[], ['--json']]) {
      const { known, read } = await saidTwice(world, 'all.xlsx', ...options)
      expect(both(known)).toEqual(both(read))
    }
    mark(world)
    expect(await isKnown(world, 'all.xlsx')).toBe(true)
    expect(await isKnown(world, 'all.xlsx', '--sheet', 'Orders')).toBe(false)
  })

  test('is kept in mind only where it is large', async () => {
    const world = makeWorld()
    writeFileSync(join(world.folder, 'small.csv'), plain.split('\n').slice(0, 3).join('\n'))
    await world.crm('import', 'small.csv')
    expect(kept(world)).toEqual([0])
  })
})
