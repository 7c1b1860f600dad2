import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chanceOf } from '../support/chance.js'
import { dumpLedger } from '../support/dump.js'
import { openWorld, type Ran } from '../support/world.js'
import { type Seed, seedFiles } from './mutation/seeds.js'
import { watchForHang } from './mutation/watch.js'

/** The same cases each time, so that a run says something of the change; others with `CRM_SEED=…`, one of them again with `CRM_CASE=…`. */
const seed = Number(process.env.CRM_SEED ?? 332_854_442)
const only = process.env.CRM_CASE
const cases = Number(process.env.CRM_CASES ?? 2000)
const parts = 4

const seeds = seedFiles()
/** In memory, where the machine has such a place: nothing here is about disks. */
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

interface Changed {
  readonly bytes: Buffer
  readonly from: Seed
  readonly changes: readonly string[]
}

/** The file of a case: a whole one after one to three changes. */
function changedFile(index: number): Changed {
  const chance = chanceOf(seed, index)
  const from = chance.pick(byKind[index % byKind.length]!)
  const changes = Array.from({ length: chance.pick([1, 1, 2, 3]) }, () => chance.pick(Object.keys(from.mutators)))
  const bytes = changes.reduce((file, name) => from.mutators[name]!(file, chance), from.bytes)
  return { bytes, from, changes }
}

/** Each kind gets as many cases as any other, however many files there are of it. */
const kinds = [...new Set(seeds.map(({ name }) => extname(name)))]
const byKind = kinds.map((kind) => seeds.filter(({ name }) => extname(name) === kind))

/** What a message never says: that is the language of libraries and of stacks. */
const internals =
  /Internal error|内部错误|^\s+at \S|\b(Type|Range|Syntax|Reference|Sqlite)Error\b|\[object |SQLITE_|\bZ_[A-Z]+_|yauzl|zlib|csv-parse|iconv|signature|central directory/m
/** Words of the language itself: in no message but where it quotes the file. */
const slips = ['undefined', 'NaN']

/** Bytes that steer a terminal. */
const steering = /[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069]/

/** What is wrong with how a changed file was answered; '' when nothing is. */
function complaint({ code, stderr, stdout }: Ran, isUnchanged: boolean, bytes: Buffer): string {
  if (![0, 3, 65].includes(code)) return `exit code ${code}`
  if (internals.test(stderr)) return 'internals on stderr'
  const own = stderr.replace(/"[^"]*"|“[^”]*”/g, '')
  const slip = slips.find((word) => !bytes.includes(word) && new RegExp(`\\b${word}\\b`).test(own))
  if (slip !== undefined) return `${slip} on stderr`
  // What machines read is not escaped beyond what JSON asks for.
  if ([stderr, stdout].some((text) => !/^\s*\{/m.test(text) && steering.test(text)))
    return 'bytes that steer a terminal'
  if (code === 65 && stderr.trim() === '') return 'refused without a word'
  return code === 65 && !isUnchanged ? 'refused, and the ledger was changed' : ''
}

describe(`changed files (CRM_SEED=${seed})`, () => {
  test('there are files to change, of each kind that is read', () =>
    expect(kinds).toEqual(expect.arrayContaining(['.csv', '.xlsx'])))

  for (let part = 0; part < parts; part++) {
    test(`${cases / parts} files, part ${part + 1}: a documented exit code, a sentence, and a ledger that is whole`, async () => {
      const world = openWorld({}, parent)
      const stop = watchForHang()
      try {
        const ledger = join(world.folder, 'crm.db')
        writeFileSync(
          join(world.folder, 'first.csv'),
          'Order No,Order Date,Customer,Total\nN-1,2026-05-01,Ann Reed,20.00\n',
        )
        expect((await world.crm('import', 'first.csv')).code).toBe(0)
        const before = { bytes: readFileSync(ledger), dump: dumpLedger(ledger) }
        for (let index = part; index < cases; index += parts) {
          if (only !== undefined && Number(only) !== index) continue
          const changed = changedFile(index)
          const file = `changed${extname(changed.from.name)}`
          writeFileSync(join(world.folder, file), changed.bytes)
          stop.begin(index)
          const ran = await world.crm(
            'import',
            file,
            '--lang',
            index % 2 === 0 ? 'en' : 'zh',
            ...(index % 3 === 0 ? ['--json'] : []),
          )
          const seconds = stop.end()
          const isSame = readFileSync(ledger).equals(before.bytes)
          const wrong =
            complaint(ran, isSame, changed.bytes) ||
            (seconds > 10 ? 'more than 10 s' : '') ||
            (await broken(world, file, ran.code))
          if (wrong !== '') expect.soft(wrong, describeCase(index, changed, ran)).toBe('')
          if (!isSame) writeFileSync(ledger, before.bytes)
        }
        expect(dumpLedger(ledger)).toEqual(before.dump)
      } finally {
        stop.stop()
        world.remove()
      }
    }, 600_000)
  }
})

/** What is wrong with the ledger after a changed file was taken: the same file again must add nothing. */
async function broken(world: ReturnType<typeof openWorld>, file: string, code: number): Promise<string> {
  if (code === 65) return ''
  const again = await world.crm('import', file, '--json')
  if (again.code !== code) return `exit code ${again.code} the second time`
  return again.json<{ batch: number | null }>().batch === null ? '' : 'the same file again was not the same'
}

/** How to look at a case that failed. */
function describeCase(index: number, { bytes, from, changes }: Changed, { code, stderr }: Ran): string {
  if (process.env.CRM_KEEP) writeFileSync(join(process.env.CRM_KEEP, `${seed}-${index}${extname(from.name)}`), bytes)
  return `CRM_SEED=${seed} CRM_CASE=${index}: ${from.name}, ${changes.join(', ')}\nexit code ${code}\n${stderr.slice(0, 600)}`
}
