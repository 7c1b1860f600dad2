import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { isBuilt, refuseStaleBuild } from '../support/built.js'

const bin = resolve(import.meta.dirname, '..', '..', 'bin', 'crm.js')
/** Kills of each test; CRM_KILLS=200 for a night. */
const kills = Number(process.env.CRM_KILLS ?? 6)
const orders = 10_000

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'crm-kills-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** Two lines an order, a buyer for every ten. */
function sheet(prefix: string): string {
  const lines = ['Order ID,Order Date,Customer,Phone,Currency,Total,SKU,Qty,Line total']
  for (let n = 0; n < orders; n++) {
    const own = `${prefix}${n},2026-01-${String((n % 28) + 1).padStart(2, '0')},Buyer ${n % 1000},139${String(n % 1000).padStart(8, '0')},USD,3.00`
    lines.push(`${own},S${n % 90},1,1.00`, `${own},T${n % 70},2,2.00`)
  }
  return lines.join('\n')
}

/** Runs an import, killed after some milliseconds; says whether it got to tell that it was done. */
function importing(
  dir: string,
  file: string,
  killAfter?: number,
): Promise<{ code: number | null; isSaid: boolean; took: number }> {
  const env = { ...process.env, CRM_DB: join(dir, 'crm.db'), CRM_LANG: 'en', HOME: dir, TMPDIR: dir }
  const start = performance.now()
  const child = spawn(process.execPath, [bin, 'import', file], { cwd: dir, env })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  return new Promise((done) =>
    child.on('close', (code) => {
      clearTimeout(timer)
      done({ code, isSaid: said.includes('Imported as batch'), took: performance.now() - start })
    }),
  )
}

/** Rows of the tables an import writes, after checking that the file is sound. */
function rowsIn(dir: string): Record<'batch' | 'order_version' | 'line' | 'sales_order' | 'customer', number> {
  const path = join(dir, 'crm.db')
  const none = { batch: 0, order_version: 0, line: 0, sales_order: 0, customer: 0 }
  if (!existsSync(path) || statSync(path).size === 0) return none
  const db = new Database(path)
  expect([db.pragma('integrity_check', { simple: true }), db.pragma('foreign_key_check')]).toEqual(['ok', []])
  const isMade = db.pragma('user_version', { simple: true }) !== 0
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
  const found = isMade ? Object.fromEntries(Object.keys(none).map((table) => [table, count(table)])) : none
  db.close()
  return found as typeof none
}

const whole = (imports: number) => ({
  ...{ batch: imports, order_version: imports * orders, line: imports * orders * 2, sales_order: imports * orders },
  customer: imports === 0 ? 0 : 1000,
})

describe.skipIf(!isBuilt)('an import of 20,000 lines killed at random moments (needs npm run build)', () => {
  beforeAll(refuseStaleBuild)

  test.each([
    ['into a new ledger', 0],
    ['into a ledger that holds orders', 1],
  ])(
    '%s: all or nothing, what was said is there, and the next run completes it',
    { timeout: 300_000 },
    async (_, held) => {
      const base = folder()
      writeFileSync(join(base, 'first.csv'), sheet('A'))
      writeFileSync(join(base, 'next.csv'), sheet('B'))
      if (held > 0) expect((await importing(base, 'first.csv')).code).toBe(0)
      const timed = folder()
      const prepare = (dir: string) => {
        copyFileSync(join(base, 'next.csv'), join(dir, 'next.csv'))
        if (held > 0) copyFileSync(join(base, 'crm.db'), join(dir, 'crm.db'))
      }
      prepare(timed)
      const { took } = await importing(timed, 'next.csv')
      expect(rowsIn(timed)).toEqual(whole(held + 1))
      for (let kill = 0; kill < kills; kill++) {
        const dir = folder()
        prepare(dir)
        // Spread over the whole of it, the moment within each share left to chance.
        const { isSaid } = await importing(dir, 'next.csv', (took * 1.05 * (kill + Math.random())) / kills)
        const rows = rowsIn(dir)
        expect([whole(held), whole(held + 1)]).toContainEqual(rows)
        if (isSaid) expect(rows).toEqual(whole(held + 1))
        if (kill % 3 !== 0) continue
        expect((await importing(dir, 'next.csv')).code).toBe(0)
        expect(rowsIn(dir)).toEqual(whole(held + 1))
      }
    },
  )
})
