import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { isBuilt, refuseStaleBuild } from '../support/built.js'
import { dumpLedger } from '../support/dump.js'
import { makeWorld } from '../support/world.js'

/** The call of node:fs that fails, for names that hold `on`; of renames those to a name that ends in `to`. */
const fault = vi.hoisted(() => ({ name: '', code: '', on: '', to: '' }))

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const failing = (name: 'renameSync' | 'openSync', value: (...args: never[]) => unknown) => {
    return (...args: unknown[]) => {
      if (fault.name === name && String(args[0]).includes(fault.on) && String(args[1]).endsWith(fault.to))
        throw Object.assign(new Error(fault.code), { code: fault.code, syscall: name })
      return value(...(args as never[]))
    }
  }
  return {
    ...real,
    renameSync: failing('renameSync', real.renameSync),
    openSync: failing('openSync', real.openSync as never),
  }
})

afterEach(() => {
  Object.assign(fault, { name: '', to: '' })
})

const header = 'Order ID,Order Date,Customer,Phone,Currency,Total'
const good = 'A1,2026-01-01,Li,13800000001,USD,5.00'

async function worldWithOrders() {
  const world = makeWorld()
  fs.writeFileSync(join(world.folder, 'a.csv'), [header, good].join('\n'))
  expect((await world.crm('import', 'a.csv')).code).toBe(0)
  const files = () =>
    fs
      .readdirSync(world.folder)
      .filter((name) => name !== 'home')
      .sort()
  return { ...world, files, path: (name: string) => join(world.folder, name) }
}

describe('a file that cannot be put in place', () => {
  test.each([
    ['report.xlsx', ['report', 'weekly', '-o', 'report.xlsx', '--force']],
    ['report.html', ['report', 'weekly', '-o', 'report.html', '--force']],
    ['list.csv', ['contacts', '-o', 'list.csv', '--force']],
    ['list.vcf', ['contacts', '-o', 'list.vcf', '--force']],
  ])('%s: the old one stays whole, nothing is left beside it', async (name, argv) => {
    const world = await worldWithOrders()
    fs.writeFileSync(world.path(name), 'old')
    const before = world.files()
    Object.assign(fault, { name: 'renameSync', code: 'ENOSPC', on: name })
    const { code, stderr } = await world.crm(...argv)
    expect([code, stderr]).toEqual([74, expect.stringContaining(name)])
    expect(fs.readFileSync(world.path(name), 'utf8')).toBe('old')
    expect(world.files()).toEqual(before)
    fault.name = ''
    expect(await world.crm(...argv)).toMatchObject({ code: 0 })
    expect(fs.statSync(world.path(name)).size).toBeGreaterThan(50)
    expect(fs.statSync(world.path(name)).mode & 0o777).toBe(0o600)
  })

  test('rejected rows: the orders are in all the same, and the message names the file', async () => {
    const world = await worldWithOrders()
    fs.writeFileSync(world.path('b.csv'), [header, good.replace('A1', 'B1'), 'B2,2026-02-30,Li,,USD,1.00'].join('\n'))
    Object.assign(fault, { name: 'renameSync', code: 'ENOSPC', on: 'rejected' })
    const { code, stderr } = await world.crm('import', 'b.csv')
    expect([code, stderr]).toEqual([74, expect.stringContaining('b.rejected.xlsx')])
    expect(dumpLedger(world.path('crm.db')).orders).toHaveLength(2)
    expect(stderr).toMatch(/Imported as batch 2[\s\S]*The import itself is done/)
    expect(world.files()).toEqual(['a.csv', 'b.csv', 'crm.db'])
  })

  test('rejected rows of a first import: the ledger stays with what was imported', async () => {
    const world = makeWorld()
    const path = (name: string) => join(world.folder, name)
    fs.writeFileSync(path('b.csv'), [header, good, 'B2,2026-02-30,Li,,USD,1.00'].join('\n'))
    Object.assign(fault, { name: 'renameSync', code: 'EROFS', on: 'rejected' })
    const { code, stdout, stderr } = await world.crm('import', 'b.csv')
    expect([code, stdout]).toEqual([73, expect.stringContaining('1 new, 0 updated')])
    expect(stderr).toMatch(/Imported as batch 1[\s\S]*The import itself is done/)
    expect(dumpLedger(path('crm.db')).orders).toHaveLength(1)
  })

  test('a ledger that cannot be made: nothing is there afterwards', async () => {
    const world = makeWorld()
    fs.writeFileSync(join(world.folder, 'a.csv'), [header, good].join('\n'))
    Object.assign(fault, { name: 'openSync', code: 'EACCES', on: 'crm.db' })
    expect((await world.crm('import', 'a.csv')).code).toBe(73)
    expect(fs.existsSync(join(world.folder, 'crm.db'))).toBe(false)
  })
})

describe('a copy that cannot be made in place of a damaged ledger', () => {
  test.each([
    ['made', ''],
    ['put in its place', 'crm.db'],
  ])('where it cannot be %s the damaged one stays where it is, and a second try restores', async (_, to) => {
    const world = await worldWithOrders()
    await world.crm('backup')
    const whole = dumpLedger(world.path('crm.db'))
    fs.truncateSync(world.path('crm.db'), 9000)
    const [bytes, before] = [fs.readFileSync(world.path('crm.db')), world.files()]
    const restore = ['restore', 'LATEST', '--yes', '--confirm', 'crm.db']
    Object.assign(fault, { name: 'renameSync', code: 'ENOSPC', on: '.tmp-', to })
    expect((await world.crm(...restore)).code).toBe(74)
    expect(world.files()).toEqual(before)
    expect(fs.readFileSync(world.path('crm.db'))).toEqual(bytes)
    fault.name = ''
    expect((await world.crm(...restore)).code).toBe(0)
    expect(dumpLedger(world.path('crm.db'))).toEqual(whole)
  })
})

const project = resolve(import.meta.dirname, '..', '..')

describe.skipIf(!isBuilt)('what the shell does to the output of a list (needs npm run build)', () => {
  beforeAll(refuseStaleBuild)

  async function shell(line: string) {
    const world = makeWorld()
    const rows = Array.from({ length: 3000 }, (_, n) => `A${n},2026-01-01,Buyer number ${n},,USD,1.00`)
    fs.writeFileSync(join(world.folder, 'a.csv'), [header, ...rows].join('\n'))
    expect((await world.crm('import', 'a.csv')).code).toBe(0)
    const command = line.replaceAll('crm ', `"${process.execPath}" "${join(project, 'bin', 'crm.js')}" `)
    const env = { ...process.env, CRM_DB: join(world.folder, 'crm.db'), CRM_LANG: 'en', HOME: world.folder }
    return spawnSync('bash', ['-c', command], { cwd: world.folder, env, encoding: 'utf8' })
  }

  test('a reader that has seen enough is no failure', async () => {
    const { stdout, stderr, status } = await shell('set -o pipefail; crm list --format csv | head -1')
    expect([status, stdout.split('\n').length]).toEqual([0, 2])
    expect(stderr).not.toMatch(/EPIPE|Error/)
  })

  test.skipIf(!fs.existsSync('/dev/full'))(
    'a full disk behind stdout: exit 74 and one sentence (needs /dev/full)',
    async () => {
      const { status, stderr } = await shell('crm list --format csv > /dev/full')
      expect([status, stderr]).toEqual([74, expect.stringMatching(/^Error: .*disk is full/m)])
    },
  )
})
