import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/main.js'
import { fakeIo } from '../fake-io.js'
import { dumpLedger } from '../support/dump.js'
import { type ImportJson, makeWorld } from '../support/world.js'

const header = 'Order No,Date,Customer,Phone,Total'
const orders = 8_000
const rows = (total: string) =>
  Array.from({ length: orders }, (_, at) => `A${at},2026-03-01,Buyer ${at % 50},${13800000000 + (at % 50)},${total}`)
const text = (total: string) => [header, ...rows(total)].join('\n')

/** Imports while `change` is done to the folder once reading has begun. */
async function importWhile(folder: string, change: () => void, file = 'all.csv', stdin?: string) {
  let breaths = 0
  const world = { cwd: folder, env: { CRM_DB: 'crm.db', CRM_LANG: 'en' }, ...(stdin === undefined ? {} : { stdin }) }
  const io = {
    ...fakeIo(world),
    breathe: async () => {
      if (++breaths === 2) change()
    },
  }
  const code = await run(['import', file], io)
  expect(breaths).toBeGreaterThan(1)
  return { code, stdout: io.stdoutText(), stderr: io.stderrText() }
}

async function worldWithLedger() {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'first.csv'), `${header}\nB1,2026-02-01,Ann,13900000000,5.00`)
  expect((await world.crm('import', 'first.csv')).code).toBe(0)
  const path = join(world.folder, 'all.csv')
  writeFileSync(path, text('9.00'))
  return { ...world, path, ledger: () => dumpLedger(join(world.folder, 'crm.db')) }
}

describe('a file that is written to while it is read', () => {
  const ways: readonly (readonly [string, (path: string) => void])[] = [
    ['overwritten with as many bytes', (path) => writeFileSync(path, text('7.00'))],
    ['cut off', (path) => writeFileSync(path, header)],
    ['made longer', (path) => writeFileSync(path, `${text('9.00')}\nZ1,2026-03-02,Bo,13700000000,1.00`)],
    ['ended within quotes', (path) => writeFileSync(path, `${text('9.00').slice(0, -200)}"${'x'.repeat(198)}`)],
  ]

  test.each(ways)('is refused by name, and nothing of it is imported: %s', async (_, change) => {
    const { folder, path, ledger } = await worldWithLedger()
    const before = ledger()
    const { code, stdout, stderr } = await importWhile(folder, () => change(path))
    expect([code, stdout]).toEqual([66, ''])
    expect(stderr).toContain('"all.csv" was changed by another program while it was read. Nothing was imported.')
    expect(ledger()).toEqual(before)
  })

  test('makes no ledger where there is none', async () => {
    const { folder } = makeWorld()
    const path = join(folder, 'all.csv')
    writeFileSync(path, text('9.00'))
    expect((await importWhile(folder, () => writeFileSync(path, text('7.00')))).code).toBe(66)
    expect(existsSync(join(folder, 'crm.db'))).toBe(false)
  })

  test('refuses the folder it is in', async () => {
    const { folder, path, ledger } = await worldWithLedger()
    mkdirSync(join(folder, 'in'))
    copyFileSync(join(folder, 'first.csv'), join(folder, 'in', 'b.csv'))
    renameSync(path, join(folder, 'in', 'a.csv'))
    const before = ledger()
    const change = () => writeFileSync(join(folder, 'in', 'a.csv'), text('7.00'))
    const { code, stderr } = await importWhile(folder, change, 'in')
    expect([code, stderr]).toEqual([66, expect.stringMatching(/a\.csv" was changed/)])
    expect(ledger()).toEqual(before)
  })

  test.skipIf(process.platform === 'win32')(
    'is taken as it was where another took its place: that one is read the next time',
    async () => {
      const { folder, path, crm } = await worldWithLedger()
      const change = () => {
        writeFileSync(`${path}.new`, text('7.00'))
        renameSync(`${path}.new`, path)
      }
      expect((await importWhile(folder, change)).code).toBe(0)
      const again = (await crm('import', 'all.csv', '--json')).json<ImportJson>()
      expect(again.orders).toMatchObject({ inserted: 0, updated: orders })
    },
  )

  test('is no matter for what comes on standard input', async () => {
    const { folder, path } = await worldWithLedger()
    const { code } = await importWhile(folder, () => writeFileSync(path, header), '-', text('9.00'))
    expect(code).toBe(0)
  })
})
