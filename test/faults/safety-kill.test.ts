import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLedger } from '../../src/store/ledger.js'
import { isBuilt, refuseStaleBuild } from '../support/built.js'

const program = resolve(import.meta.dirname, '..', '..', 'bin', 'crm.js')
let folder = ''
let path = ''

beforeAll(() => {
  if (isBuilt) refuseStaleBuild()
  folder = mkdtempSync(join(tmpdir(), 'crm-safety-'))
  path = join(folder, 'crm.db')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the built program; after some milliseconds it is killed, null lets it end. */
function crm(args: readonly string[], killAfter: number | null = null): Promise<number | null> {
  return new Promise((done) => {
    const env = { ...process.env, CRM_DB: path, CRM_LANG: 'en', HOME: folder, XDG_DATA_HOME: join(folder, 'data') }
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, env, stdio: 'ignore' })
    const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.on('exit', (code) => {
      if (timer !== null) clearTimeout(timer)
      done(code)
    })
  })
}

const ordersIn = (file: string) => {
  const { db, close } = openLedger(file, { isReadOnly: true })
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    return {
      orders: db.prepare('SELECT count(*) FROM sales_order').pluck().get() as number,
      named: db.prepare("SELECT count(*) FROM customer WHERE name = 'Buyer 1'").pluck().get() as number,
    }
  } finally {
    close()
  }
}

const backupsOf = () => {
  const kept = `${path}.backups`
  return existsSync(kept) ? readdirSync(kept).filter((name) => name.endsWith('.db')) : []
}

describe.skipIf(!isBuilt)('safety commands of the built program (needs npm run build)', () => {
  test('killed in the middle: backups are whole or absent, the ledger is before or after', async () => {
    const rows = Array.from(
      { length: 8_000 },
      (_, i) => `O${i},2026-05-0${(i % 9) + 1},Buyer ${i % 2000},b${i % 2000}@mail-b.com,USD,1.00`,
    )
    const header = 'Order ID,Order Date,Customer,Email,Currency,Total'
    writeFileSync(join(folder, 'a.csv'), `${[header, ...rows.slice(0, 4_000)].join('\n')}\n`)
    writeFileSync(join(folder, 'b.csv'), `${[header, ...rows].join('\n')}\n`)
    expect(await crm(['import', 'a.csv'])).toBe(0)
    expect(await crm(['backup', '-o', 'small.db'])).toBe(0)
    expect(await crm(['import', 'b.csv'])).toBe(0)
    const yes = ['--yes', '--confirm', 'crm.db']
    for (let i = 0; i < 5; i++) {
      await crm(['backup'], 120 + 40 * i)
      for (const name of backupsOf()) ordersIn(join(`${path}.backups`, name))
    }
    for (let i = 0; i < 5; i++) {
      await crm(['restore', 'small.db', ...yes], 150 + 60 * i)
      expect([4_000, 8_000]).toContain(ordersIn(path).orders)
      expect(await crm(['import', 'b.csv'])).toBe(0)
    }
    for (let i = 0; i < 5; i++) {
      await crm(['forget', 'b1@mail-b.com', '--yes', '--confirm', 'Buyer 1'], 150 + 80 * i)
      expect(ordersIn(path).orders).toBe(8_000)
      for (const name of backupsOf()) ordersIn(join(`${path}.backups`, name))
    }
    if (ordersIn(path).named > 0)
      expect(await crm(['forget', 'b1@mail-b.com', '--yes', '--confirm', 'Buyer 1'])).toBe(0)
    expect(
      [ordersIn(path), ...backupsOf().map((name) => ordersIn(join(`${path}.backups`, name)))].map(({ named }) => named),
    ).not.toContain(1)
  }, 120_000)

  test('while another program writes: exit 75, nothing changed', async () => {
    const holder = new Database(path)
    holder.exec('BEGIN IMMEDIATE')
    try {
      const before = ordersIn(path)
      expect(await crm(['restore', 'small.db', '--yes', '--confirm', 'crm.db'])).toBe(75)
      expect(ordersIn(path)).toEqual(before)
    } finally {
      holder.exec('ROLLBACK')
      holder.close()
    }
  }, 30_000)
})
