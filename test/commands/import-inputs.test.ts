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
  'exports/March.PDF': '%PDF-1.7',
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
  for (const name of ['~$b.csv', '.hidden.csv', 'a.rejected.csv', 'notes.txt', 'March.PDF'])
    expect(ran.stderr).toContain(`exports/${name}`)
  expect(ran.stderr).not.toContain('photo')
  expect(ran.stderr).toContain('not read (a PDF is no spreadsheet; export the orders as Excel or csv instead)')
})

test.each([
  [
    'en',
    '1 file not read (a format of Apple’s Numbers; open it there and choose File, Export To, Excel): e/may.numbers',
  ],
  ['en', '3 files not read (packed; unpack it, then import what is inside): e/april.zip, e/july.csv.gz, e/june.RAR'],
  ['zh', '有 1 个文件没有读取（苹果 Numbers 的格式；请在 Numbers 里打开，选“文件”“导出为”“Excel”）：e/may.numbers'],
  ['zh', '有 3 个文件没有读取（压缩包；请先解压，再导入里面的表格）：e/april.zip、e/july.csv.gz、e/june.RAR'],
])('orders packed or in Numbers’ own format are counted and named, with what to do (%s: %s)', async (lang, said) => {
  const world = makeWorld()
  write(world, { 'e/a.csv': csv(1), 'e/may.numbers': 'PK', 'e/june.RAR': 'Rar!', 'e/april.zip': 'PK' })
  write(world, { 'e/july.csv.gz': '..', 'e/photo.png': 'not looked at' })
  const ran = await world.crm('import', 'e', '--lang', lang)
  expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining(said)])
  expect(ran.stderr).not.toContain('photo')
})

test('of a file of a folder that is left out for what stands at its end, no row is taken', async () => {
  const world = makeWorld()
  const rows = Array.from({ length: 5000 }, (_, at) => `R-${at},2026-05-01,Buyer ${at},,1.00,USD\n`)
  write(world, { 'exports/a.csv': csv(1), 'exports/b.csv': `${HEADER}${rows.join('')}${'x'.repeat(1_200_000)}` })
  write(world, { 'exports/c.csv': csv(2) })
  const ran = await world.crm('import', 'exports', '--json')
  expect(ran.stderr).toContain('exports/b.csv')
  expect(filesOf(ran)).toEqual(['exports/a.csv', 'exports/c.csv'])
  expect(dumpLedger(join(world.folder, 'crm.db')).orders).toHaveLength(2)
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

describe('what another program hands over', () => {
  const CASES = [
    ['read', csv(1, 2)],
    ['rejected', `${HEADER}Q-1,2026-05-11,Ann,a@example.com,soon,USD\n`],
    ['refused', 'hello\n'],
    ['broken', `${HEADER}"Q-1,2026-05-11\n`],
    ['empty', ''],
  ] as const

  test.each([
    ['en', 'standard input'],
    ['zh', '标准输入'],
  ] as const)('is called the same in every sentence (%s)', async (lang, name) => {
    for (const [what, stdin] of CASES) {
      const world = makeWorld({ stdin, env: { CRM_DB: 'crm.db', CRM_LANG: lang } })
      const { stdout, stderr } = await world.crm('import', '-')
      const said = `${stdout}${stderr}`
      expect([what, said.includes(name)]).toEqual([what, true])
      expect([what, said.replace(/stdin\.rejected\.xlsx/g, '')]).not.toEqual([
        what,
        expect.stringMatching(/stdin|["“]-["”]|^-$/m),
      ])
    }
  })

  test('is called so later as well; machines read a dash', async () => {
    const world = makeWorld({ stdin: csv(1) })
    const ran = await world.crm('import', '-', '--json')
    expect(filesOf(ran)).toEqual(['-'])
    expect((await world.crm('imports')).stdout).toContain('standard input: 1 order new')
    expect((await world.crm('show', 'b1@example.com')).stdout).toMatch(/standard input +2/)
    expect((await world.crm('show', 'b1@example.com', '--lang', 'zh')).stdout).toMatch(/标准输入 +2/)
  })
})

describe('places that are not in the file', () => {
  test.each([
    [['--header-row', '9'], 'has no row 9: it ends with row 4', '没有第 9 行：一共只有 4 行'],
    [['--header-row', '2'], 'Row 2 of "a.csv" is blank', '第 2 行是空行'],
    [['--sheet', 'Orders'], 'is a csv file and has no sheets', '是 csv 文件，没有工作表'],
  ])('%j', async (options, english, chinese) => {
    const world = makeWorld()
    write(world, { 'a.csv': `${HEADER}\n${csv(1, 2).slice(HEADER.length)}` })
    const ran = await world.crm('import', 'a.csv', ...options)
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(english) })
    expect((await world.crm('import', 'a.csv', ...options, '--lang', 'zh')).stderr).toContain(chinese)
    expect(await world.crm('import', 'a.csv')).toMatchObject({ code: 0 })
  })
})

describe('a file that was imported before', () => {
  const unnumbered = [
    'Date,Client,Contact,Total',
    '2026-03-01,Ann,Ann Office,20.00',
    '2026-03-02,Bo,Bo Office,15.00',
    '',
  ]
  const again = (ran: Ran) => ran.json<{ files: { sameFile: object | null }[] }>().files[0]!.sameFile

  test('says which import it matched, under any name; one taken back does not count', async () => {
    const world = makeWorld()
    write(world, { 'a.csv': csv(1, 2), 'renamed.csv': csv(1, 2), 'longer.csv': csv(1, 2, 3) })
    expect((await world.crm('import', 'a.csv')).stdout).not.toContain('this very file')
    expect((await world.crm('import', 'renamed.csv')).stdout).toContain(
      'this very file was imported as batch 1 on 2026-09-01',
    )
    expect((await world.crm('import', 'renamed.csv', '--lang', 'zh')).stdout).toContain(
      '这个文件 2026-09-01 已经导入过（批次 1）',
    )
    expect(again(await world.crm('import', 'longer.csv', '--dry-run', '--json'))).toBeNull()
    await world.crm('undo')
    expect(again(await world.crm('import', 'a.csv', '--dry-run', '--json'))).toBeNull()
  })

  test('read otherwise it makes second orders of the same rows: that is warned of, and nothing refused', async () => {
    const world = makeWorld()
    write(world, { 'a.csv': unnumbered.join('\n') })
    await world.crm('import', 'a.csv')
    const mapped = ['import', 'a.csv', '--map', 'buyerName=Contact']
    const ran = await world.crm(...mapped)
    expect(ran.code).toBe(0)
    expect(ran.stderr).toContain(
      '"a.csv" was imported as batch 1 on 2026-09-01 already, and is read otherwise now: 2 of its orders are there twice. If this reading is to replace the earlier one, take that one back: crm undo 1',
    )
    await world.crm('undo', '2')
    expect(again(await world.crm(...mapped, '--dry-run', '--json'))).toMatchObject({ batch: 1, secondOrders: 2 })
    // As it says.
    await world.crm(...mapped)
    await world.crm('undo', '1')
    const names = (await world.crm('list', '--json')).json<{ rows: { name: string }[] }>().rows.map(({ name }) => name)
    expect(names).toEqual(['Ann Office', 'Bo Office'])
    expect(await world.crm(...mapped)).toMatchObject({ stderr: expect.not.stringContaining('twice') })
  })

  test('rows that were not orders before are no second ones', async () => {
    const world = makeWorld()
    write(world, { 'a.csv': `${HEADER}1.23457E+17,2026-05-01,Ann,a@example.com,5.00,USD\n${order(1)}` })
    expect(await world.crm('import', 'a.csv')).toMatchObject({ code: 3 })
    const ran = await world.crm('import', 'a.csv', '--force', '--json')
    expect(again(ran)).toMatchObject({ batch: 1, secondOrders: 0 })
    expect(ran.json<{ files: { orders: object }[] }>().files[0]!.orders).toMatchObject({ inserted: 1, unchanged: 1 })
  })
})
