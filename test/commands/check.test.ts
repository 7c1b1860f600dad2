import { chmodSync, copyFileSync, existsSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { CHECK_CODES } from '../../src/core/check.js'
import { syncedFolder } from '../../src/core/synced-folder.js'
import { checkWords } from '../../src/messages/check.js'
import { checkFindings } from '../../src/messages/check-findings.js'
import { dumpLedger } from '../support/dump.js'
import { makeWorld, type Ran } from '../support/world.js'

interface Row {
  readonly check: string
  readonly state: string
  readonly count: number
  readonly found: string
  readonly fix: string | null
}

const stateOf = (ran: Ran, check: string) => ran.json<{ rows: Row[] }>().rows.find((row) => row.check === check)
const faultsOf = (ran: Ran) =>
  ran
    .json<{ rows: Row[] }>()
    .rows.filter(({ state }) => state === 'fault')
    .map(({ check }) => check)

async function shop() {
  const world = makeWorld()
  writeFileSync(
    join(world.folder, 'a.csv'),
    'Order ID,Order Date,Customer,Email,Country,Currency,Total\nA1,2026-08-01,Ann Secret,ann@mail-a.com,US,USD,10.50\nA2,2026-08-02,Zoe Hidden,,,USD,300\n',
  )
  await world.crm('import', 'a.csv')
  return { ...world, path: join(world.folder, 'crm.db') }
}

/** Changes the ledger behind the program's back. */
function tamper(path: string, sql: string): void {
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}

describe('check', () => {
  test('a sound ledger: nothing broken, each lack counted, nobody named, nothing changed', async () => {
    const world = await shop()
    const before = dumpLedger(world.path)
    const ran = await world.crm('check', '--json')
    expect([ran.code, faultsOf(ran)]).toEqual([0, []])
    expect(stateOf(ran, 'reach')).toMatchObject({ state: 'note', count: 1, found: expect.stringContaining('50.0 %') })
    expect(stateOf(ran, 'country')).toMatchObject({ state: 'note', count: 1 })
    expect(stateOf(ran, 'derived')).toMatchObject({ state: 'ok' })
    expect(stateOf(ran, 'backup')).toMatchObject({ state: 'note', fix: 'crm backup' })
    const texts = [ran.stdout, (await world.crm('check')).stdout, (await world.crm('check', '--lang', 'zh')).stdout]
    expect(texts.join()).not.toMatch(/Ann|Zoe|mail-a|Secret|Hidden/)
    expect(texts[2]).toContain('没有损坏')
    expect(dumpLedger(world.path)).toEqual(before)
  })

  test('commands it names find what it counts', async () => {
    const world = await shop()
    const listed = (await world.crm('list', 'missing:phone', 'missing:email', '--json')).json<{ rows: object[] }>()
    expect(listed.rows).toHaveLength(1)
    expect((await world.crm('list', 'missing:country', '--json')).json<{ rows: object[] }>().rows).toHaveLength(1)
  })

  test('figures that are not what they are derived of, and rows about nothing, are found', async () => {
    const world = await shop()
    copyFileSync(world.path, join(world.folder, 'sound.db'))
    tamper(world.path, 'UPDATE sales_order SET total_minor = total_minor + 1 WHERE order_id = 1')
    const wrong = await world.crm('check', '--json')
    expect([wrong.code, faultsOf(wrong)]).toEqual([1, ['derived']])
    copyFileSync(join(world.folder, 'sound.db'), world.path)
    tamper(world.path, "UPDATE customer SET name = 'Other' WHERE id = 1")
    expect(faultsOf(await world.crm('check', '--json'))).toEqual(['derived'])
    copyFileSync(join(world.folder, 'sound.db'), world.path)
    tamper(world.path, 'DELETE FROM batch')
    expect(faultsOf(await world.crm('check', '--json'))).toContain('references')
  })

  test('a missing, cut, foreign or newer ledger is told with what to do, and left alone', async () => {
    const world = await shop()
    await world.crm('backup')
    const check = async () => {
      const ran = await world.crm('check', '--json')
      return { code: ran.code, ...stateOf(ran, 'ledger')! }
    }
    tamper(world.path, 'PRAGMA user_version = 99')
    expect(await check()).toMatchObject({ code: 1, state: 'fault', found: expect.stringContaining('newer') })
    writeFileSync(world.path, 'no database, no database, no database'.repeat(50))
    expect(await check()).toMatchObject({ code: 1, state: 'fault', fix: expect.stringContaining('crm restore LATEST') })
    rmSync(world.path)
    expect(await check()).toMatchObject({ code: 1, fix: 'crm restore LATEST' })
    await world.crm('restore', 'LATEST', '--yes', '--confirm', 'crm.db')
    expect(await check()).toMatchObject({ code: 0, state: 'ok' })
    truncateSync(world.path, 9000)
    expect((await check()).code).toBe(1)
    const empty = makeWorld()
    expect(await empty.crm('check')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('there is no ledger yet'),
    })
  })

  test('a ledger open to others is a fault; unfinished files of an hour ago are removed, younger ones stay', async () => {
    const world = await shop()
    const left = ['crm.db.tmp-0123456789ab', 'r.xlsx.tmp-aaaaaaaaaaaa', 'mine.tmp-x'].map((name) =>
      join(world.folder, name),
    )
    for (const path of left) writeFileSync(path, 'x')
    const hours = (n: number) => (Date.parse('2026-09-01T01:00:00Z') - n * 3_600_000) / 1000
    utimesSync(left[0]!, hours(2), hours(2))
    utimesSync(left[1]!, hours(0.5), hours(0.5))
    utimesSync(left[2]!, hours(9), hours(9))
    chmodSync(world.path, 0o644)
    const ran = await world.crm('check', '--json')
    expect([faultsOf(ran), stateOf(ran, 'left-over')?.count]).toEqual([['private'], 1])
    expect(left.map((path) => existsSync(path))).toEqual([false, true, true])
  })

  test('signs fall back to plain ones', async () => {
    const world = await shop()
    expect((await world.crm('check', '--ascii')).stdout).not.toMatch(/[✓✗]/)
    expect((await world.crm('check')).stdout).toMatch(/✓/)
  })
})

test('folders kept on several computers are known by name', () => {
  expect(
    [
      '/home/a/Dropbox/crm.db',
      'C:\\Users\\a\\OneDrive - Shop\\crm.db',
      '/Users/a/Library/Mobile Documents/x/crm.db',
      'D:\\我的坚果云\\crm.db',
      'D:\\BaiduSyncdisk\\crm.db',
      '/home/a/dropboxes/crm.db',
      '/data/crm.db',
    ].map(syncedFolder),
  ).toEqual(['Dropbox', 'OneDrive', 'iCloud', '坚果云', '百度网盘', null, null])
})

test('each thing looked at has words in both languages', () => {
  for (const { topics } of Object.values(checkWords)) expect(Object.keys(topics)).toEqual([...CHECK_CODES])
  for (const findings of Object.values(checkFindings)) expect(Object.keys(findings)).toEqual([...CHECK_CODES])
})
