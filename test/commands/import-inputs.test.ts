import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dumpLedger } from '../support/dump.js'
import { makeWorld, type Ran, type World } from '../support/world.js'

const HEADER = 'Order No,Order Date,Customer,E-mail,Order Total,Currency\n'
const order = (number: number) =>
  `Q-${number},2026-05-${10 + number},Buyer ${number % 2},b${number % 2}@example.com,${number}.50,USD\n`
const csv = (...numbers: number[]) => HEADER + numbers.map(order).join('')

/** Files of a folder, made with the folders they stand in. */
function write(world: World, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(world.folder, name, '..'), { recursive: true })
    writeFileSync(join(world.folder, name), text)
  }
}

const filesOf = ({ json }: Ran) => json<{ files: { file: string }[] }>().files.map(({ file }) => file)

const EXPORTS = {
  'exports/b.csv': csv(2),
  'exports/a.CSV': csv(1),
  'exports/notes.txt': 'Call the printer on Monday\n',
  'exports/photo.png': 'not looked at',
  'exports/~$b.csv': 'lock',
  'exports/.hidden.csv': csv(8),
  'exports/a.rejected.csv': csv(9),
  'exports/older/c.csv': csv(3),
}

test('a folder: its spreadsheets by name, not those of folders within; what is left out is named', async () => {
  const world = makeWorld()
  write(world, EXPORTS)
  const ran = await world.crm('import', 'exports', '--json')
  expect(ran.code).toBe(0)
  expect(filesOf(ran)).toEqual(['exports/a.CSV', 'exports/b.csv'])
  for (const name of ['~$b.csv', '.hidden.csv', 'a.rejected.csv', 'notes.txt'])
    expect(ran.stderr).toContain(`exports/${name}`)
  expect(ran.stderr).not.toContain('photo')
})

test.each([
  ['exports/*.csv', ['exports/a.CSV', 'exports/b.csv']],
  ['exports/?.csv', ['exports/a.CSV', 'exports/b.csv']],
  ['exports/[b-z].csv', ['exports/b.csv']],
  ['*/[!b].csv', ['exports/a.CSV']],
  ['exports/*/*.csv', ['exports/older/c.csv']],
])('the pattern %s', async (pattern, found) => {
  const world = makeWorld()
  write(world, EXPORTS)
  expect(filesOf(await world.crm('import', pattern, '--json'))).toEqual(found)
})

test('a file whose name looks like a pattern is that file; found twice it is read once', async () => {
  const world = makeWorld()
  write(world, { 'march [1].csv': csv(1), 'x/a.csv': csv(2) })
  expect(filesOf(await world.crm('import', 'march [1].csv', 'x', 'x/*.csv', '--json'))).toEqual([
    'march [1].csv',
    'x/a.csv',
  ])
})

describe('nothing found, exit 66', () => {
  test.each([
    ['empty', 'There is no spreadsheet in the folder "empty".'],
    ['exports/*.xlsx', 'No spreadsheet matches "exports/*.xlsx".'],
    ['nowhere/*.csv', 'It was looked for in the folder "nowhere".'],
  ])('%s', async (name, said) => {
    const world = makeWorld()
    write(world, { ...EXPORTS, 'empty/readme.md': '' })
    const ran = await world.crm('import', name)
    expect(ran).toMatchObject({ code: 66, stdout: '' })
    expect(ran.stderr).toContain(said)
  })
})

test('a folder of files that are no tables says why of one; a named one stops the import', async () => {
  const world = makeWorld()
  write(world, { 'x/notes.txt': 'Call the printer on Monday\n', 'a.csv': csv(1) })
  expect(await world.crm('import', 'x')).toMatchObject({ code: 65 })
  expect(await world.crm('import', 'a.csv', 'x/notes.txt')).toMatchObject({ code: 65, stdout: '' })
  expect(readdirSync(world.folder)).not.toContain('crm.db')
})

test('a file in a folder that may hold orders and cannot be read stops the import', async () => {
  const world = makeWorld()
  write(world, { 'x/a.csv': csv(1), 'x/b.xlsx': 'PK\x03\x04 damaged' })
  const ran = await world.crm('import', 'x')
  expect(ran).toMatchObject({ code: 65, stdout: '' })
  expect(ran.stderr).toContain('"x/b.xlsx" is damaged')
})

test('an export split over a folder gives the ledger of the whole file', async () => {
  const whole = makeWorld()
  write(whole, { 'all.csv': csv(1, 2, 3, 4, 5) })
  await whole.crm('import', 'all.csv')
  const split = makeWorld()
  write(split, { 'x/1.csv': csv(4, 5), 'x/2.csv': csv(1), 'x/3.csv': csv(2, 3, 4) })
  await split.crm('import', 'x')
  expect(dumpLedger(join(split.folder, 'crm.db'))).toEqual(dumpLedger(join(whole.folder, 'crm.db')))
})

test.each([
  ['orders.ods', '.~lock.orders.ods#'],
  ['orders.csv', '~$orders.csv'],
])('%s open elsewhere is told', async (file, lock) => {
  const world = makeWorld()
  write(world, { [file]: csv(1), [lock]: '' })
  const { code, stderr } = await world.crm('import', file)
  expect([code, stderr.includes('is open in Excel, WPS or LibreOffice')]).toEqual([0, true])
})

describe('standard input', () => {
  test.each(['import', 'formats'])('crm %s - reads what is handed over', async (command) => {
    const world = makeWorld({ stdin: csv(1, 2) })
    const { code, stdout } = await world.crm(command, '-')
    expect([code, stdout.includes('Plain order sheet')]).toEqual([0, true])
  })
  test.each(['import', 'formats'])('crm %s - on a terminal says how it is meant', async (command) => {
    const ran = await makeWorld().crm(command, '-')
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('crm import orders.csv')
  })
})
