import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import { fakeIo } from '../fake-io.js'
import { dumpLedger } from '../support/dump.js'
import { makeWorld, type World } from '../support/world.js'

const header = 'Order ID,Order Date,Customer,Currency,Total'

async function shop(): Promise<World & { readonly path: string; readonly backups: () => string[] }> {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'a.csv'), `${header}\nA1,2026-08-01,Li Lei,USD,1.00\nA2,2026-08-02,Ann,USD,2.50\n`)
  writeFileSync(join(world.folder, 'b.csv'), `${header}\nB1,2026-08-03,Bob,USD,4.00\n`)
  await world.crm('import', 'a.csv')
  const path = join(world.folder, 'crm.db')
  return { ...world, path, backups: () => (existsSync(`${path}.backups`) ? readdirSync(`${path}.backups`).sort() : []) }
}

const yes = ['--yes', '--confirm', 'crm.db']

describe('backup (R33)', () => {
  test('is private, whole, and listed with what is in it', async () => {
    const world = await shop()
    const made = await world.crm('backup')
    expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining('2 orders, 2 customers') })
    const [name] = world.backups()
    expect(statSync(`${world.path}.backups`).mode & 0o777).toBe(0o700)
    expect(statSync(join(`${world.path}.backups`, name!)).mode & 0o777).toBe(0o600)
    const listed = (await world.crm('backup', 'list', '--json')).json<{ rows: object[] }>()
    expect(listed.rows).toMatchObject([{ name, cause: 'hand', orders: 2, customers: 2 }])
    expect(dumpLedger(join(`${world.path}.backups`, name!))).toEqual(dumpLedger(world.path))
  })

  test('-o writes elsewhere, never over a file that is there nor over the ledger', async () => {
    const world = await shop()
    expect((await world.crm('backup', '-o', 'copy.db')).code).toBe(0)
    expect(statSync(join(world.folder, 'copy.db')).mode & 0o777).toBe(0o600)
    expect((await world.crm('backup', '-o', 'copy.db')).code).toBe(73)
    expect((await world.crm('backup', '-o', 'copy.db', '--force')).code).toBe(0)
    expect((await world.crm('backup', '-o', 'crm.db', '--force')).stderr).toContain('never written over')
    expect(world.backups()).toEqual([])
  })

  test('three of a day are kept, then one of each day, ten in all', async () => {
    const world = await shop()
    for (let day = 1; day <= 12; day++) {
      world.setClock(`2026-10-${String(day).padStart(2, '0')}T01:00:00Z`)
      for (let i = 0; i < 4; i++) await world.crm('backup')
    }
    const days = world.backups().map((name) => name.slice(0, 8))
    expect(days).toHaveLength(10)
    expect(days.slice(-3)).toEqual(['20261012', '20261012', '20261012'])
    expect(new Set(days).size).toBe(8)
  })

  test('status reminds until there is one of the last week', async () => {
    const world = await shop()
    expect((await world.crm('status')).stdout).toContain('There is no backup')
    await world.crm('backup')
    expect((await world.crm('status')).stdout).not.toMatch(/backup/i)
    world.setClock('2026-09-09T01:00:00Z')
    expect((await world.crm('status')).stdout).toContain('The last backup is 8 days old')
  })
})

describe('restore', () => {
  test('brings the state of the backup, and its own backup the state before', async () => {
    const world = await shop()
    await world.crm('backup')
    const first = dumpLedger(world.path)
    await world.crm('import', 'b.csv')
    const second = dumpLedger(world.path)
    const refused = await world.crm('restore', 'LATEST')
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes --confirm "crm.db"') })
    expect(dumpLedger(world.path)).toEqual(second)
    const done = await world.crm('restore', 'LATEST', ...yes)
    expect(done).toMatchObject({ code: 0, stderr: expect.stringContaining('2 orders') })
    expect(dumpLedger(world.path)).toEqual(first)
    const [, before] = /crm restore (\S+)/.exec(done.stderr)!
    expect((await world.crm('restore', before!, ...yes)).code).toBe(0)
    expect(dumpLedger(world.path)).toEqual(second)
    // The restored ledger is one to work with: undo and import go on.
    expect((await world.crm('undo')).code).toBe(0)
    expect(dumpLedger(world.path)).toEqual(first)
    expect((await world.crm('check', '--json')).code).toBe(0)
  })

  test('lists that are out stay noted, each once; another ledger knows nothing of them', async () => {
    const world = await shop()
    const noted = async (of: World) => {
      const { rows } = (await of.crm('exports', '--json')).json<{ rows: { file: string }[] }>()
      return rows.map(({ file }) => basename(file))
    }
    await world.crm('export-all', 'first.zip')
    await world.crm('backup')
    await world.crm('backup', '-o', 'copy.db')
    await world.crm('export-all', 'later.zip')
    expect((await world.crm('restore', 'LATEST', ...yes)).code).toBe(0)
    expect(await noted(world)).toEqual(['later.zip', 'copy.db', 'first.zip'])
    const other = makeWorld()
    await other.crm('add', 'Bob', '--email', 'bob@mail-b.com')
    await other.crm('export-all', 'others.zip')
    expect((await other.crm('restore', join(world.folder, 'copy.db'), ...yes)).code).toBe(0)
    expect(await noted(other)).toEqual(['first.zip'])
  })

  test('a dry run and a wrong name change nothing', async () => {
    const world = await shop()
    await world.crm('backup')
    await world.crm('import', 'b.csv')
    const bytes = readFileSync(world.path)
    expect((await world.crm('restore', 'LATEST', '-n')).stderr).toContain('would be')
    expect((await world.crm('restore', 'LATEST', '--yes', '--confirm', 'other.db')).code).toBe(2)
    expect((await world.crm('restore', 'nothing', ...yes)).code).toBe(66)
    expect((await world.crm('restore', 'crm.db', ...yes)).code).toBe(2)
    expect(readFileSync(world.path)).toEqual(bytes)
  })

  test('a folder in place of the ledger or of the backup stays where it is', async () => {
    const world = await shop()
    await world.crm('backup')
    mkdirSync(join(world.folder, 'folder'))
    const over = await world.crm('restore', 'LATEST', '--db', 'folder', '--yes', '--confirm', 'folder')
    expect(over).toMatchObject({ code: 65, stderr: expect.stringContaining('folder" is not a crm ledger') })
    expect(await world.crm('restore', 'folder', ...yes)).toMatchObject({ code: 66 })
    expect(readdirSync(join(world.folder, 'folder'))).toEqual([])
  })

  test('a damaged ledger is kept beside as it is; a damaged backup is refused', async () => {
    const world = await shop()
    await world.crm('backup')
    const dump = dumpLedger(world.path)
    for (const damage of [
      () => truncateSync(world.path, 9000),
      () => writeFileSync(world.path, 'not a database at all, and long enough '.repeat(99)),
    ]) {
      damage()
      const bytes = readFileSync(world.path)
      const done = await world.crm('restore', 'latest', ...yes)
      expect(done.code).toBe(0)
      const [, kept] = /as (crm\.db\.damaged-\S+)\./.exec(done.stderr)!
      expect(readFileSync(join(world.folder, kept!))).toEqual(bytes)
      expect(dumpLedger(world.path)).toEqual(dump)
      expect(statSync(world.path).mode & 0o777).toBe(0o600)
    }
    const backup = join(`${world.path}.backups`, world.backups()[0]!)
    truncateSync(backup, statSync(backup).size - 4096)
    expect(await world.crm('restore', 'LATEST', ...yes)).toMatchObject({
      code: 65,
      stderr: expect.stringContaining('damaged'),
    })
    expect(dumpLedger(world.path)).toEqual(dump)
  })

  test('another program’s database is left alone, also a ledger of a newer crm', async () => {
    const world = await shop()
    await world.crm('backup')
    const other = join(world.folder, 'other.db')
    const db = new Database(other)
    db.exec('CREATE TABLE t (x)')
    db.close()
    expect(
      (
        await world.crm(
          'restore',
          join('crm.db.backups', world.backups()[0]!),
          '--db',
          'other.db',
          '--yes',
          '--confirm',
          'other.db',
        )
      ).code,
    ).toBe(65)
    expect((await world.crm('restore', 'other.db', ...yes)).code).toBe(65)
    const newer = new Database(world.path)
    newer.pragma('user_version = 99')
    newer.close()
    const bytes = readFileSync(world.path)
    expect((await world.crm('restore', 'LATEST', ...yes)).code).toBe(65)
    expect(readFileSync(world.path)).toEqual(bytes)
  })

  test('where there is no ledger any more, the backup becomes it', async () => {
    const world = await shop()
    await world.crm('backup', '-o', 'copy.db')
    const dump = dumpLedger(world.path)
    expect((await world.crm('restore', 'copy.db', '--db', 'new/crm.db', ...yes)).code).toBe(0)
    expect(dumpLedger(join(world.folder, 'new', 'crm.db'))).toEqual(dump)
  })

  test('an older ledger is backed up before it is migrated', async () => {
    const world = await shop()
    const { migrations, applicationId } = await import('../../src/store/schema.js')
    vi.resetModules()
    const later = [...migrations, 'CREATE TABLE later (x INTEGER) STRICT']
    vi.doMock('../../src/store/schema.js', () => ({ applicationId, migrations: later, schemaVersion: later.length }))
    try {
      const { run } = await import('../../src/main.js')
      const io = fakeIo({ cwd: world.folder, env: { CRM_DB: 'crm.db' } })
      expect(await run(['tag', 'Ann', '+vip'], io)).toBe(0)
    } finally {
      vi.doUnmock('../../src/store/schema.js')
      vi.resetModules()
    }
    const [backup] = world.backups()
    expect(backup).toMatch(/-migration\.db$/)
    const versionOf = (path: string) => new Database(path, { readonly: true }).pragma('user_version', { simple: true })
    expect([versionOf(join(`${world.path}.backups`, backup!)), versionOf(world.path)]).toEqual([1, 2])
  })
})

test('a ledger named by a link is the ledger itself: its backups are the same, and the link stays', async () => {
  const world = await shop()
  symlinkSync('crm.db', join(world.folder, 'link.db'))
  await world.crm('backup', '--db', 'link.db')
  expect([world.backups().length, existsSync(join(world.folder, 'link.db.backups'))]).toEqual([1, false])
  const dump = dumpLedger(world.path)
  writeFileSync(world.path, 'not a database at all, and long enough '.repeat(99))
  expect((await world.crm('restore', 'LATEST', '--db', 'link.db', ...yes)).code).toBe(0)
  expect(lstatSync(join(world.folder, 'link.db')).isSymbolicLink()).toBe(true)
  expect(dumpLedger(world.path)).toEqual(dump)
  writeFileSync(join(world.folder, 'stick.db'), 'an older copy')
  symlinkSync('stick.db', join(world.folder, 'copy.db'))
  expect((await world.crm('backup', '-o', 'copy.db', '--force')).code).toBe(0)
  expect(lstatSync(join(world.folder, 'copy.db')).isSymbolicLink()).toBe(true)
  expect(dumpLedger(join(world.folder, 'stick.db'))).toEqual(dump)
})

test('where no folder for backups can be made there is none, and the ledger is as it was', async () => {
  const world = await shop()
  const bytes = readFileSync(world.path)
  writeFileSync(`${world.path}.backups`, 'something of the seller')
  const { code, stderr } = await world.crm('backup')
  expect([code, stderr]).toEqual([73, expect.stringContaining('crm.db.backups')])
  expect(readFileSync(world.path)).toEqual(bytes)
  expect(readFileSync(`${world.path}.backups`, 'utf8')).toBe('something of the seller')
})

test('a folder that cannot be written leaves everything as it was', async (context) => {
  if (process.getuid?.() === 0) context.skip('root may write anywhere')
  const world = await shop()
  mkdirSync(`${world.path}.backups`)
  chmodSync(`${world.path}.backups`, 0o500)
  expect((await world.crm('backup')).code).toBe(73)
  chmodSync(`${world.path}.backups`, 0o700)
  expect(world.backups()).toEqual([])
})
