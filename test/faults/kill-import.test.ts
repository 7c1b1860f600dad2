import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ImportJson } from '../support/world.js'

const project = resolve(import.meta.dirname, '..', '..')
const bin = join(project, 'bin', 'crm.js')
const isBuilt = existsSync(join(project, 'dist', 'main.js'))
const exports = ['taobao-orders.csv', 'order-book.xlsx'].map((name) => join(project, 'fixtures', 'demo', name))
/** fixtures/demo/expected.json: 549 and 248. */
const ALL_ORDERS = 797
/** Only stops what hangs. */
const HANGS = 300_000

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the program in a folder; `during` sees what it says and may kill it. */
function crm(
  dir: string,
  argv: readonly string[],
  during?: (kill: () => void, said: () => string) => void,
): Promise<Ended> {
  const env = { ...process.env, CRM_DB: join(dir, 'crm.db'), CRM_LANG: 'en', HOME: dir, TMPDIR: dir }
  const child = spawn(process.execPath, [bin, ...argv], { cwd: dir, env })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  during?.(
    () => void child.kill('SIGKILL'),
    () => stdout + stderr,
  )
  return new Promise((done) => {
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'crm-kill-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

async function ordersIn(dir: string): Promise<number> {
  const { stdout } = await crm(dir, ['status', '--json'])
  return (JSON.parse(stdout) as { summary: { orders?: number } }).summary.orders ?? 0
}

describe.skipIf(!isBuilt)('an import that is killed (needs npm run build)', () => {
  test('at any moment leaves all of it or nothing, and can be done again', { timeout: HANGS }, async () => {
    const start = performance.now()
    expect((await crm(folder(), ['import', ...exports])).code).toBe(0)
    const took = performance.now() - start
    for (const share of [0.3, 0.6, 0.8, 0.95]) {
      const dir = folder()
      await crm(dir, ['import', ...exports], (kill) => void sleep(took * share).then(kill))
      const { files } = JSON.parse((await crm(dir, ['import', ...exports, '--json'])).stdout) as ImportJson
      const sum = (count: 'inserted' | 'unchanged') => files.reduce((total, { orders }) => total + orders[count], 0)
      expect([
        [ALL_ORDERS, 0],
        [0, ALL_ORDERS],
      ]).toContainEqual([sum('inserted'), sum('unchanged')])
      expect(readdirSync(dir).filter((name) => name.endsWith('-journal'))).toEqual([])
    }
  })

  test('once it has said that it is done: all of it is there', { timeout: HANGS }, async () => {
    const dir = folder()
    const { stderr } = await crm(dir, ['import', ...exports], (kill, said) => {
      const timer = setInterval(() => {
        if (!said().includes('Imported as batch 1')) return
        clearInterval(timer)
        kill()
      }, 1)
    })
    expect(stderr).toContain('Imported as batch 1')
    expect(await ordersIn(dir)).toBe(ALL_ORDERS)
  })
})
