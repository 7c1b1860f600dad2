import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { run } from '../../src/main.js'
import { fakeIo } from '../fake-io.js'
import { chanceOf } from '../support/chance.js'
import { nextCommand } from './commands.js'
import { expectSame } from './compare.js'
import { LedgerModel } from './ledger-model.js'
import { customersOf } from './people.js'
import type { Answer, Typed } from './typed.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 240_000 })

const COMMANDS = Number(process.env.CRM_COMMANDS ?? 500)
const COMPARED_EVERY = Number(process.env.CRM_COMPARED_EVERY ?? 25)
const COMMANDS_A_DAY = 4
const seed = Number(process.env.CRM_SEED ?? 20260301)

/** Every order earns a point for each dollar, whoever bought. */
const settings = [
  ...[
    ['config', 'set', 'currency.base', 'USD'],
    ['config', 'set', 'points.scheme', 'on'],
  ],
  ['config', 'set', 'points.multipliers', '1,1,1'],
]

/** In memory nothing waits for a disk. */
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

test(`${COMMANDS} random commands leave what a plain model of the ledger says (seed ${seed}; CRM_SEED brings it back)`, async () => {
  const folder = mkdtempSync(join(parent, 'crm-model-'))
  mkdirSync(join(folder, 'home'))
  let [today, ran] = [0, 0]
  const crm = async (...argv: readonly string[]) => {
    const now = new Date(Date.UTC(2026, 2, 1 + today, 2) + ran++ * 1000).toISOString()
    const io = fakeIo({ cwd: folder, env: { CRM_DB: 'crm.db', CRM_LANG: 'en' }, now })
    return { code: await run(argv, io), out: io.stdoutText(), err: io.stderrText() }
  }
  const model = new LedgerModel()
  const done: string[] = []
  try {
    for (const argv of settings) {
      expect((await crm(...argv)).code).toBe(0)
      model.record('config', [])
    }
    for (let at = 0; at < COMMANDS; at++) {
      today = Math.floor(at / COMMANDS_A_DAY)
      const customers = customersOf(model)
      const typed = nextCommand({ model, today, chance: chanceOf(seed, at), customers })
      done.push(`${model.batches.length + 1}: crm ${typed.argv.join(' ')}`)
      if (typed.file !== undefined) writeFileSync(join(folder, typed.file[0]), typed.file[1])
      await take(typed, model, crm)
      if ((at + 1) % COMPARED_EVERY === 0) await expectSame(model, today, crm)
    }
    await expectSame(model, today, crm)
  } catch (cause) {
    throw new Error(`seed ${seed}, after ${done.length} commands on day ${today}:\n${done.slice(-40).join('\n')}`, {
      cause,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

type Crm = (...argv: readonly string[]) => Promise<{ code: number; out: string; err: string }>

/** Runs a command, holds what it says against the model, and lets the model do the same. */
async function take({ argv, records, voids, mayRefuse }: Typed, model: LedgerModel, crm: Crm): Promise<void> {
  const isList = argv[1] === 'export'
  const dashes = argv.indexOf('--')
  const asked = isList
    ? argv
    : dashes < 0
      ? [...argv, '--json']
      : [...argv.slice(0, dashes), '--json', ...argv.slice(dashes)]
  const { code, out, err } = await crm(...asked)
  expect(code, err).not.toBe(70)
  if (code !== 0 && records !== null && mayRefuse !== undefined) {
    expect(mayRefuse).toContain((JSON.parse(err) as { error: { code: string } }).error.code)
    return
  }
  expect(code === 0 ? 'done' : 'refused', err).toBe(records === null ? 'refused' : 'done')
  if (code !== 0) return
  const answer = isList ? { batch: model.batches.length + 1 } : (JSON.parse(out) as Answer)
  if (voids !== undefined) {
    expect(answer.batch).toBe(voids[0].id)
    model.setVoided(...voids)
  } else if (typeof records === 'function') {
    expect(answer.batch).toBe(model.batches.length + 1)
    model.record(argv[0]!, records(answer))
  } else expect(answer.batch).toBeNull()
}
