import { createHash } from 'node:crypto'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { schemaVersion } from '../../src/store/schema.js'
import { makeWorld, type World } from '../support/world.js'

const header = 'Order ID,Order Date,Customer,Phone,Currency,Total,SKU,Qty,Line total'

/** A world with a ledger of 300 customers. */
async function worldWithLedger(): Promise<World & { path: string }> {
  const world = makeWorld()
  const rows = Array.from(
    { length: 300 },
    (_, n) =>
      `A${n},2026-01-0${(n % 9) + 1},Buyer ${n},139${String(n).padStart(8, '0')},USD,${n + 1}.00,S${n % 7},1,${n + 1}.00`,
  )
  writeFileSync(join(world.folder, 'a.csv'), [header, ...rows].join('\n'))
  expect((await world.crm('import', 'a.csv')).code).toBe(0)
  writeFileSync(join(world.folder, 'b.csv'), [header, 'B1,2026-02-01,New,13800000001,USD,5.00,S1,1,5.00'].join('\n'))
  return { ...world, path: join(world.folder, 'crm.db') }
}

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

const reading = [['status'], ['list'], ['tier', '--all'], ['rfm'], ['due'], ['imports'], ['show', 'Buyer 7']]
const writing = [['import', 'b.csv'], ['undo'], ['tag', 'Buyer 7', 'vip']]

describe('files that are no ledger of this program are left as they are', () => {
  const foreign = (path: string) => {
    writeFileSync(path, '')
    const db = new Database(path)
    db.exec("CREATE TABLE photo (name TEXT); INSERT INTO photo VALUES ('cat')")
    db.close()
  }
  const newer = (path: string) => {
    const db = new Database(path)
    db.pragma(`user_version = ${schemaVersion + 1}`)
    db.close()
  }
  test.each<[string, (path: string) => void, RegExp]>([
    ['a ledger of a newer program', newer, /newer/i],
    ['another program’s SQLite file', foreign, /not a crm/i],
    [
      'a csv called .db',
      (path) => writeFileSync(path, `${header}\n${'A1,2026-01-01,Li,,USD,1.00,S,1,1.00\n'.repeat(50)}`),
      /not a crm/i,
    ],
    ['text of three letters', (path) => writeFileSync(path, 'abc'), /not a crm/i],
  ])('%s', async (_, spoil, sentence) => {
    const world = await worldWithLedger()
    spoil(world.path)
    const before = digest(world.path)
    for (const argv of [...reading, ...writing]) {
      const { code, stdout, stderr } = await world.crm(...argv)
      expect([argv[0], code, stdout]).toEqual([argv[0], 65, ''])
      expect(stderr).toMatch(sentence)
      expect(digest(world.path)).toBe(before)
    }
  })
})

/** Exit codes that tell a damaged ledger from a bug. */
const told = [65, 73, 74]

describe('damaged ledgers', () => {
  const halved = (path: string, bytes: Buffer) => truncateSync(path, bytes.length / 2)
  const zeroed = (at: number) => (path: string, bytes: Buffer) =>
    writeFileSync(path, Buffer.from(bytes).fill(0, at * 4096, (at + 1) * 4096))
  test.each<[string, (path: string, bytes: Buffer) => void]>([
    ['half of it', halved],
    ['the last byte missing', (path, bytes) => truncateSync(path, bytes.length - 1)],
    ['only the header', (path) => truncateSync(path, 100)],
    ['a header of zeros', (path, bytes) => writeFileSync(path, Buffer.from(bytes).fill(0, 0, 100))],
    ['the first page of zeros', zeroed(0)],
    ['a page of zeros', zeroed(3)],
    [
      'random bytes behind the header',
      (path, bytes) => writeFileSync(path, Buffer.concat([bytes.subarray(0, 100), noise(bytes.length - 100, 7)])),
    ],
  ])('%s: never a crash', async (_, spoil) => {
    const world = await worldWithLedger()
    spoil(world.path, readFileSync(world.path))
    for (const argv of [...reading, ...writing]) {
      const { code, stderr } = await world.crm(...argv)
      expect([0, 1, ...told], `${argv.join(' ')}: ${stderr}`).toContain(code)
      if (code !== 0) expect(stderr).not.toMatch(/SQLITE|\bat .*\.ts:/)
    }
  })

  test('an emptied ledger is not passed off as a shop without customers', async () => {
    const world = await worldWithLedger()
    truncateSync(world.path, 0)
    for (const argv of reading) {
      const { code, stdout } = await world.crm(...argv)
      expect([argv[0], code === 0, /\b0 customers/.test(stdout)]).toEqual([argv[0], false, false])
    }
  })

  test('flipped bytes anywhere: a figure, a sentence, and never a crash', async () => {
    const world = await worldWithLedger()
    const bytes = readFileSync(world.path)
    const random = randoms(11)
    for (let run = 0; run < 60; run++) {
      const spoilt = Buffer.from(bytes)
      for (let flips = 0; flips < 4; flips++) spoilt[random() % spoilt.length]! ^= 1 << (random() % 8)
      writeFileSync(world.path, spoilt)
      const argv = [...reading, ...writing][run % (reading.length + writing.length)]!
      const { code, stderr } = await world.crm(...argv)
      expect([0, 1, ...told], `run ${run}, ${argv.join(' ')}: ${stderr}`).toContain(code)
    }
  })
})

/** The same numbers each time: a linear congruential generator. */
function randoms(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 3
  }
}

function noise(length: number, seed: number): Buffer {
  const random = randoms(seed)
  return Buffer.from(Uint8Array.from({ length }, () => random()))
}
