import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { isBuilt, refuseStaleBuild } from '../support/built.js'
import { type Ended, ends } from '../support/program.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 240_000 })

const bin = resolve(import.meta.dirname, '..', '..', 'bin', 'crm.js')

/** Customers who bought for 1,000 each in a shop with points, one point a dollar. */
async function shop() {
  const cwd = mkdtempSync(join(tmpdir(), 'crm-at-once-'))
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }))
  const env = { CRM_DB: 'crm.db', CRM_LANG: 'en', HOME: cwd, TZ: 'UTC' }
  const crm = (...argv: readonly string[]): Promise<Ended> => ends([process.execPath, bin, ...argv], { cwd, env })
  const rows = Array.from({ length: 6 }, (_, at) => `${at},2026-08-0${at + 1},Buyer ${at},b${at}@shop.com,1000,USD`)
  writeFileSync(join(cwd, 'orders.csv'), ['Order,Date,Customer,Email,Amount,Currency', ...rows].join('\n'))
  writeFileSync(join(cwd, 'm.txt'), 'Dear {name}')
  await must(crm('import', 'orders.csv'))
  const settings = [
    ['currency.base', 'USD'],
    ['points.scheme', 'on'],
    ['points.multipliers', '1,1,1'],
  ]
  for (const [name = '', value = ''] of settings) await must(crm('config', 'set', name, value))
  return {
    crm,
    /** Runs command lines at once, each a program of its own, and gives their exit codes in order of size. */
    atOnce: async (...lines: readonly (readonly string[])[]) =>
      (await Promise.all(lines.map((line) => crm(...line)))).map(({ code }) => code).sort(),
    rows: async (...argv: readonly string[]) =>
      (
        JSON.parse((await must(crm(...argv, '--json'))).stdout) as {
          rows: readonly Readonly<Record<string, unknown>>[]
        }
      ).rows,
  }
}

async function must(running: Promise<Ended>): Promise<Ended> {
  const ended = await running
  expect(ended.code, ended.stderr).toBe(0)
  return ended
}

describe.skipIf(!isBuilt)('decisions made at once (needs npm run build)', () => {
  beforeAll(refuseStaleBuild)

  test('each gets a number of its own, and none is lost', async () => {
    const { atOnce, rows } = await shop()
    const customers = [0, 1, 2, 3]
    const open = customers.map((at) => ['feedback', 'open', `b${at}@shop.com`, 'late'])
    const add = customers.map((at) => ['lead', 'add', `New ${at}`, '--email', `n${at}@shop.com`])
    const gift = customers.map((at) => ['care', 'gift', `b${at}@shop.com`, 'tea'])
    expect(await atOnce(...open)).toEqual([0, 0, 0, 0])
    expect(await atOnce(...add)).toEqual([0, 0, 0, 0])
    expect(await atOnce(...gift)).toEqual([0, 0, 0, 0])
    const feedback = (await rows('feedback', 'list')).map((row) => row.feedback)
    expect(feedback.sort()).toEqual(['F1', 'F2', 'F3', 'F4'])
    const leads = (await rows('lead', 'list')).map(({ customer }) => customer)
    expect(new Set(leads).size).toBe(4)
  })

  test('two campaigns are two, and nobody is in both (R22)', async () => {
    const { atOnce, rows } = await shop()
    const make = (name: string) => [
      ...['campaign', 'new', name, '--occasion', 'restock', '--filter', 'orders>=1'],
      ...['--message-file', 'm.txt', '--holdout', '0'],
    ]
    // All are in the pause of the first by the time the second chooses.
    expect(await atOnce(make('AA'), make('BB'))).toEqual([0, 1])
    expect((await rows('campaign')).map(({ campaign, contacted }) => [campaign, contacted])).toEqual([['C1', 6]])
  })

  test('what was checked is what is written: points are redeemed once, a complaint is resolved once', async () => {
    const { crm, atOnce, rows } = await shop()
    const redeem = ['points', 'redeem', 'b0@shop.com', '900']
    expect(await atOnce(redeem, redeem)).toEqual([0, 1])
    expect((await rows('points')).map(({ balance }) => balance)).toContain(100)
    await must(crm('feedback', 'open', 'b0@shop.com', 'late'))
    expect(await atOnce(['feedback', 'resolve', 'F1', 'sent'], ['feedback', 'resolve', 'F1', 'paid'])).toEqual([0, 1])
    expect(await atOnce(['undo', '7'], ['undo', '7'])).toEqual([0, 1])
  })
})
