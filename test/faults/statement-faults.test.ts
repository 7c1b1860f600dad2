import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { isBuilt, refuseStaleBuild } from '../support/built.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 240_000 })

const project = resolve(import.meta.dirname, '..', '..')
const bin = join(project, 'bin', 'crm.js')
const preload = join(import.meta.dirname, 'at-statement.js')
/** Every statement with CRM_ALL_FAULTS=1, else every seventh and the last two. */
const stride = process.env.CRM_ALL_FAULTS ? 1 : 7

const header = 'Order ID,Order Date,Updated at,Status,Customer,Phone,Currency,Total,SKU,Qty,Line total'
const march = [
  'A1,2026-01-01,2026-01-02,paid,Li,13800000001,USD,3.00,S1,1,3.00',
  'A2,2026-01-02,2026-01-02,paid,Anna,,USD,2.00,S2,1,2.00',
]
const april = [
  'A1,2026-01-01,2026-01-09,refunded,Li,13800000001,USD,3.00,S1,1,3.00',
  'A3,2026-02-01,2026-02-01,paid,Eva,13800000003,USD,7.00,S3,1,7.00',
]

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'crm-statements-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  writeFileSync(join(made, 'march.csv'), [header, ...march].join('\n'))
  writeFileSync(join(made, 'april.csv'), [header, ...april].join('\n'))
  return made
}

function crm(dir: string, argv: readonly string[], faults: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, CRM_DB: join(dir, 'crm.db'), CRM_LANG: 'en', HOME: dir, TMPDIR: dir, ...faults }
  return spawnSync(process.execPath, ['--import', preload, bin, ...argv], { cwd: dir, env, encoding: 'utf8' })
}

/** All rows of all tables, after SQLite has put right what a killed program left. */
function stateOf(dir: string): Record<string, unknown[]> {
  const db = new Database(join(dir, 'crm.db'))
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").pluck().all() as string[]
  const state = Object.fromEntries(
    tables.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all().map(withoutTime)]),
  )
  expect([db.pragma('integrity_check', { simple: true }), db.pragma('foreign_key_check')]).toEqual(['ok', []])
  db.close()
  return state
}

function withoutTime(row: unknown): unknown {
  const { made_at: _, ...rest } = row as Record<string, unknown>
  return rest
}

/** Runs an import with one fault in a ledger that holds March already. */
function importAprilWith(base: string, faults: Readonly<Record<string, string>>) {
  const dir = folder()
  copyFileSync(join(base, 'crm.db'), join(dir, 'crm.db'))
  return { dir, ...crm(dir, ['import', 'april.csv'], faults) }
}

describe.skipIf(!isBuilt)('a write that ends at its Nth statement (needs npm run build)', () => {
  beforeAll(refuseStaleBuild)

  let base = ''
  let statements = 0
  let before: Record<string, unknown[]> = {}
  let after: Record<string, unknown[]> = {}

  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), 'crm-statements-base-'))
    writeFileSync(join(base, 'march.csv'), [header, ...march].join('\n'))
    expect(crm(base, ['import', 'march.csv']).status).toBe(0)
    before = stateOf(base)
    const whole = mkdtempSync(join(tmpdir(), 'crm-statements-whole-'))
    copyFileSync(join(base, 'crm.db'), join(whole, 'crm.db'))
    writeFileSync(join(whole, 'april.csv'), [header, ...april].join('\n'))
    const { stderr } = crm(whole, ['import', 'april.csv'], { COUNT: '1' })
    statements = Number(/statements: (\d+)/.exec(stderr)![1])
    after = stateOf(whole)
    rmSync(whole, { recursive: true })
    return () => rmSync(base, { recursive: true, force: true })
  })

  const points = () =>
    Array.from({ length: statements }, (_, at) => at + 1).filter((at) => at % stride === 0 || at > statements - 2)

  test('there is something to interrupt', () => {
    expect(statements).toBeGreaterThan(20)
    expect(after).not.toEqual(before)
  })

  test('killed: the ledger is as before or as after, and the import can be done again', () => {
    for (const at of points()) {
      const { dir, signal } = importAprilWith(base, { KILL_AT: String(at) })
      expect([at, signal]).toEqual([at, 'SIGKILL'])
      // Who only reads is not in the way of it, and is told nothing special.
      const status = crm(dir, ['status', '--json'])
      expect([at, status.status, status.stderr]).toEqual([at, 0, ''])
      expect(stateOf(dir)).toEqual(before)
      if (at % 2 === 0) {
        expect(crm(dir, ['import', 'april.csv']).status).toBe(0)
        expect(stateOf(dir)).toEqual(after)
      }
    }
  })

  test('failed as by a full disk: exit 74, nothing changed, nothing left behind', () => {
    for (const at of points()) {
      const { dir, status, stderr } = importAprilWith(base, { FAIL_AT: String(at) })
      expect([at, status]).toEqual([at, 74])
      expect(stderr).toMatch(/full; nothing was changed/)
      expect(stateOf(dir)).toEqual(before)
      expect(readdirSync(dir).sort()).toEqual(['april.csv', 'crm.db', 'march.csv'])
    }
  })

  test('control: without the transaction a half-done write is seen', () => {
    const halves = points().map((at) => {
      const { dir } = importAprilWith(base, { KILL_AT: String(at), WITHOUT_TRANSACTION: '1' })
      const state = JSON.stringify(stateOf(dir))
      return state !== JSON.stringify(before) && state !== JSON.stringify(after)
    })
    expect(halves.filter(Boolean).length).toBeGreaterThan(3)
  })

  test('killed while a new ledger is made: the import can be done again', () => {
    for (const at of [1, 3, 6, 10, 20]) {
      const dir = folder()
      expect(crm(dir, ['import', 'march.csv'], { KILL_AT: String(at) }).signal).toBe('SIGKILL')
      expect(crm(dir, ['import', 'march.csv']).status).toBe(0)
      expect(stateOf(dir)).toEqual(before)
    }
  })
})
