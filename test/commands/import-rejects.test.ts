import * as fs from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { dumpLedger } from '../support/dump.js'
import { type ImportJson, makeWorld } from '../support/world.js'

const header = 'Order ID,Order Date,Customer,Phone,Currency,Total'
const good = 'A1,2026-01-01,Li,13800000001,USD,5.00'
const noDay = 'A2,,Li,13800000001,USD,6.00'
const badDay = 'A3,2026-02-30,Li,13800000001,USD,7.00'

function worldOf(files: Readonly<Record<string, readonly string[]>>) {
  const world = makeWorld()
  const path = (name: string) => join(world.folder, name)
  const put = (name: string, lines: readonly string[]) => fs.writeFileSync(path(name), lines.join('\n'))
  for (const [name, lines] of Object.entries(files)) put(name, lines)
  const sheets = (name: string) => {
    const book = read(fs.readFileSync(path(name)))
    return book.SheetNames.map((sheet) => ({
      sheet,
      rows: utils.sheet_to_json<string[]>(book.Sheets[sheet]!, { header: 1, defval: '' }),
    }))
  }
  const rejected = () => fs.readdirSync(world.folder).filter((name) => name.includes('rejected'))
  return { ...world, path, put, sheets, rejected, orders: () => dumpLedger(path('crm.db')).orders.length }
}

describe('the sheet of rejected rows', () => {
  test('beside a file whose name leaves no room for it is said to be missing; the import stands', async () => {
    const name = `${'订单'.repeat(41)}.csv`
    const world = worldOf({ [name]: [header, good, badDay] })
    const ran = await world.crm('import', name)
    expect([ran.code, world.orders(), world.rejected()]).toEqual([73, 1, []])
    expect(ran.stderr).toContain('its name is too long')
  })

  test('holds each row with the reason, what to do, and where it stood; no other sheet', async () => {
    const world = worldOf({ 'a.csv': [header, good, badDay, noDay] })
    expect((await world.crm('import', 'a.csv')).code).toBe(3)
    expect(world.sheets('a.rejected.xlsx')).toEqual([
      {
        sheet: 'Rejected rows',
        rows: [
          [...header.split(','), 'Why it was rejected', 'What to do', 'Row in the file'],
          [...badDay.split(','), 'Order Date: not a date: "2026-02-30"', expect.stringContaining('--date-order'), '3'],
          [...noDay.split(','), expect.stringContaining('the order has no date'), expect.stringMatching(/\S/), '4'],
        ],
      },
    ])
  })

  test('names the column in Chinese too', async () => {
    const world = worldOf({ 'a.csv': [header, good, badDay] })
    await world.crm('import', 'a.csv', '--lang', 'zh')
    const [{ rows } = { rows: [] }] = world.sheets('a.rejected.xlsx')
    expect(rows[0]!.slice(-3)).toEqual(['未导入原因', '怎么改', '原文件行号'])
    expect(rows[1]!.at(-3)).toBe('Order Date：不是日期：“2026-02-30”')
  })

  test.each(['xlsx', 'csv'])(
    'corrected and imported again (%s), nothing is said of the columns added',
    async (type) => {
      const world = worldOf({ 'a.csv': [header, good, badDay] })
      await world.crm('import', 'a.csv', '--rejects', `r.${type}`)
      const book = read(fs.readFileSync(world.path(`r.${type}`)), { raw: true })
      const sheet = book.Sheets[book.SheetNames[0]!]!
      utils.sheet_add_aoa(sheet, [['2026-02-28']], { origin: 'B2' })
      world.put('mended.csv', [utils.sheet_to_csv(sheet)])
      const { code, stdout, stderr } = await world.crm('import', 'mended.csv')
      expect([code, stdout + stderr]).toEqual([0, expect.not.stringMatching(/not used|not recognised/)])
      expect(stdout).toContain('orders: 1 new')
    },
  )

  test.each(['xlsx', 'csv'])('in Chinese, of an export in English (%s): read as that export is', async (type) => {
    const plain = 'Order ID,Order Date,Customer,Total'
    const lines = [plain, 'A1,2026-01-01,Li,5.00', 'A3,2026-02-30,Li,7.00']
    const world = worldOf({ 'a.csv': lines })
    await world.crm('import', 'a.csv', '--rejects', `r.${type}`, '--lang', 'zh')
    const book = read(fs.readFileSync(world.path(`r.${type}`)), { raw: true })
    const sheet = book.Sheets[book.SheetNames[0]!]!
    utils.sheet_add_aoa(sheet, [['2026-02-28']], { origin: 'B2' })
    world.put('mended.csv', [utils.sheet_to_csv(sheet)])
    const said = (await world.crm('import', 'mended.csv', '--json', '--dry-run')).json<ImportJson>()
    const original = (await world.crm('import', 'a.csv', '--json', '--dry-run')).json<ImportJson>()
    expect(said.files[0]).toMatchObject({ format: original.files[0]!.format, orders: { inserted: 1, rejected: 0 } })
    await world.crm('undo')
    const alone = (await world.crm('import', 'mended.csv', '--json')).json<ImportJson>()
    expect(alone.files[0]!.totals).toMatchObject([{ currency: original.files[0]!.totals[0]!.currency }])
    const { stdout } = await world.crm('import', 'mended.csv', '--lang', 'zh', '--dry-run')
    expect(stdout).not.toContain('表头是中文')
  })

  test('imported again as it is, it keeps its columns and its plain name', async () => {
    const world = worldOf({ 'a.csv': [header, good, badDay] })
    await world.crm('import', 'a.csv')
    const again = await world.crm('import', 'a.rejected.xlsx')
    expect([again.code, again.stdout + again.stderr]).toEqual([3, expect.not.stringMatching(/not used|not recognised/)])
    expect(world.rejected()).toEqual(['a.rejected-2.xlsx', 'a.rejected.xlsx'])
    expect(world.sheets('a.rejected-2.xlsx')[0]!.rows[0]).toEqual(world.sheets('a.rejected.xlsx')[0]!.rows[0])
  })

  test('cells beyond the header are kept', async () => {
    const world = worldOf({ 'a.csv': [header, good, `${badDay},one more`] })
    await world.crm('import', 'a.csv')
    expect(world.sheets('a.rejected.xlsx')[0]!.rows[1]).toContain('one more')
  })

  test('orders the ledger knows otherwise stand in it with all their rows', async () => {
    const lines = `${header},Product,Email`
    const world = worldOf({
      'one.csv': [lines, 'A1,2026-01-01,Li,,USD,5.00,Cup,li@mail-a.com'],
      'two.csv': [
        lines,
        'A1,2026-02-05,Anna,,USD,9.00,Cup,anna@mail-b.de',
        ',,,,,,Pot,',
        'A2,2026-02-06,Anna,,USD,9.00,Cup,anna@mail-b.de',
      ],
    })
    await world.crm('import', 'one.csv')
    expect((await world.crm('import', 'two.csv')).code).toBe(3)
    const [{ rows } = { rows: [] }] = world.sheets('two.rejected.xlsx')
    expect(rows.slice(1).map((row) => [row[0], row[6], row.at(-1)])).toEqual([
      ['A1', 'Cup', '2'],
      ['', 'Pot', '3'],
    ])
    expect(rows[1]!.at(-2)).toContain('--shop')
  })
})

describe('where rejected rows go', () => {
  const two = {
    'a.csv': [header, good, badDay],
    'b.csv': [header, 'B1,2026-01-01,Bo,,USD,5.00', 'B2,2026-02-30,Bo,,USD,1.00'],
  }

  test('one workbook holds those of several files, a sheet each', async () => {
    const world = worldOf(two)
    await world.crm('import', 'a.csv', 'b.csv', '--rejects', 'r.xlsx')
    const found = world.sheets('r.xlsx').map(({ sheet, rows }) => [sheet, rows[1]![0]])
    expect(found).toEqual([
      ['a.csv', 'A3'],
      ['b.csv', 'B2'],
    ])
  })

  test('a csv holds one table: each file has its own, and both are named', async () => {
    const world = worldOf(two)
    const { stderr } = await world.crm('import', 'a.csv', 'b.csv', '--rejects', 'r.csv')
    expect(fs.readFileSync(world.path('r.csv'), 'utf8')).toContain('A3')
    expect(fs.readFileSync(world.path('r-2.csv'), 'utf8')).toContain('B2')
    expect(stderr).toMatch(/: r\.csv\.[\s\S]*: r-2\.csv\./)
  })

  test('files of one name and two kinds do not share one', async () => {
    const tabs = two['b.csv'].map((line) => line.replaceAll(',', '\t'))
    const world = worldOf({ 'a.csv': two['a.csv'], 'a.tsv': tabs })
    await world.crm('import', 'a.csv', 'a.tsv')
    expect(world.rejected()).toEqual(['a.rejected-2.xlsx', 'a.rejected.xlsx'])
    expect(world.sheets('a.rejected-2.xlsx')[0]!.rows[1]![0]).toBe('B2')
  })

  test('ours and unchanged is replaced; what somebody works on stays, and the new name is said', async () => {
    const world = worldOf(two)
    await world.crm('import', 'a.csv')
    await world.crm('import', 'a.csv')
    expect(world.rejected()).toEqual(['a.rejected.xlsx'])
    fs.writeFileSync(world.path('a.rejected.xlsx'), 'half corrected')
    const { stderr } = await world.crm('import', 'a.csv')
    expect(fs.readFileSync(world.path('a.rejected.xlsx'), 'utf8')).toBe('half corrected')
    expect(stderr).toContain('a.rejected-2.xlsx')
  })

  test('a place where nothing can be written is said before anything is imported', async () => {
    const world = worldOf(two)
    const { code, stderr } = await world.crm('import', 'a.csv', '--rejects', 'nowhere/r.xlsx')
    expect([code, stderr]).toEqual([73, expect.stringContaining('nowhere')])
    expect(fs.existsSync(world.path('crm.db'))).toBe(false)
  })
})

describe('before anything is written', () => {
  test('--strict says which rows it refuses', async () => {
    const world = worldOf({ 'a.csv': [header, good, badDay] })
    const { code, stderr } = await world.crm('import', 'a.csv', '--strict')
    expect(code).toBe(65)
    expect(stderr).toMatch(/a\.csv › row 3 › Order Date: not a date: "2026-02-30"[\s\S]*--strict takes all or nothing/)
    expect(fs.existsSync(world.path('crm.db'))).toBe(false)
  })

  test('a dry run shows amounts in the money they are in', async () => {
    const yen = (total: string, day: string) => [
      'Order ID,Order Date,Updated,Status,Customer,Phone,Currency,Total',
      `J1,2026-01-01,${day},paid,Li,13800000001,JPY,${total}`,
    ]
    const world = worldOf({ 'a.csv': yen('3150', '2026-01-01'), 'b.csv': yen('4200', '2026-01-05') })
    await world.crm('import', 'a.csv')
    const { stdout } = await world.crm('import', 'b.csv', '--dry-run')
    expect(stdout).toMatch(/total: 3,?150 → 4,?200$/m)
  })
})

describe('order numbers that Excel has damaged', () => {
  const lost = '2.91E+18,2026-01-01,Li,13800000001,USD,7.00'

  test('are to be exported again, and nobody is told to correct them here', async () => {
    const world = worldOf({ 'a.csv': [header, good, lost] })
    const { stderr } = await world.crm('import', 'a.csv')
    expect(stderr).toContain('export the file again')
    expect(stderr).toContain('Rejected rows with their reasons: a.rejected.xlsx.')
    expect(stderr).not.toContain('Correct')
  })

  test('beside others only the others are to be corrected', async () => {
    const world = worldOf({ 'a.csv': [header, good, badDay, lost] })
    expect((await world.crm('import', 'a.csv')).stderr).toContain('delete the orders whose numbers are damaged')
  })
})
