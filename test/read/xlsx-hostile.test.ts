import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/values/failure.js'
import { openXlsx } from '../../src/read/xlsx.js'
import { sourceOf } from './byte-source.js'
import {
  drain,
  type Made,
  type Parts,
  partsOf,
  readBytes,
  relations,
  workbookPart,
  worksheet,
  zip,
} from './xlsx-fixture.js'

const ONE_CELL = '<row><c><v>1</v></c></row>'
const made = (sheet: string | Buffer, more: Partial<Made> = {}) => zip(partsOf({ sheet, ...more }))
const withPart = (path: string, content: string | Buffer) => made(ONE_CELL, { parts: { [path]: content } })
const without = (path: string) =>
  zip(Object.fromEntries(Object.entries(partsOf({ sheet: ONE_CELL })).filter(([name]) => name !== path)))

/** What the refusal of these bytes says. */
async function refusal(bytes: Buffer): Promise<{ code: string; params: Readonly<Record<string, unknown>> }> {
  const error = await drain(bytes).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(UserError)
  const { kind, code, params } = error as UserError
  expect(kind).toBe('bad-data')
  expect(params.file).toBe('orders.xlsx')
  return { code, params }
}

describe('bombs', () => {
  const blanks = Buffer.alloc(40 * 2 ** 20, ' ')
  const shared = { sharedStrings: '' }

  test.each([
    ['blanks in the sheet', () => made(`<?xml version="1.0"?>${blanks}`), 'xl/worksheets/sheet1.xml', 'ratio', 100],
    ['blanks after the rows', () => made(`${worksheet(ONE_CELL)}${blanks}`), 'xl/worksheets/sheet1.xml', 'ratio', 100],
    ['blank rows', () => made('<row r="1"></row>'.repeat(2 ** 20)), 'xl/worksheets/sheet1.xml', 'ratio', 100],
    [
      'blanks in the shared strings',
      () => made(ONE_CELL, { ...shared, parts: { 'xl/sharedStrings.xml': blanks } }),
      'xl/sharedStrings.xml',
      'ratio',
      100,
    ],
    ['blanks in the workbook part', () => withPart('xl/workbook.xml', blanks), 'xl/workbook.xml', 'ratio', 100],
    ['blanks in the relations', () => withPart('_rels/.rels', blanks), '_rels/.rels', 'ratio', 100],
    [
      '10,000 parts',
      () => made(ONE_CELL, { parts: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`a/${i}`, ''])) }),
      '',
      'entries',
      1000,
    ],
    [
      'a comment of 6 MB',
      () => made(`<!--${randomBytes(3 * 2 ** 20).toString('hex')}-->${ONE_CELL}`),
      'xl/worksheets/sheet1.xml',
      'token',
      4 * 2 ** 20,
    ],
    ['a name that climbs out', () => withPart('xl/../../evil.xml', ''), 'xl/../../evil.xml', 'entry-name', 0],
    ['a name that climbs out by backslashes', () => withPart('..\\evil.xml', ''), '../evil.xml', 'entry-name', 0],
    ['an absolute name', () => withPart('/etc/passwd', ''), '/etc/passwd', 'entry-name', 0],
    ['a name with a drive', () => withPart('C:\\evil.xml', ''), 'C:/evil.xml', 'entry-name', 0],
    [
      'one cell at the far end of each row',
      () => made(Array.from({ length: 2000 }, () => `<row><c r="XFD1"><v>${Math.random()}</v></c></row>`).join('')),
      'xl/worksheets/sheet1.xml',
      'blank-cells',
      256,
    ],
  ])('%s', async (_, bytes, part, limit, most) => {
    expect(await refusal(bytes())).toEqual({ code: 'read.bomb', params: { file: 'orders.xlsx', part, limit, most } })
  })

  test.each([
    ['rows', '<row r="1048577"><c><v>1</v></c></row>', 1_048_576],
    ['columns', '<row><c r="XFE1"><v>1</v></c></row>', 16_384],
    ['columns', '<row><c r="ZZZZZZZZZZZZ1"><v>1</v></c></row>', 16_384],
    ['columns', '<row><c r="XFD1"/><c><v>1</v></c></row>', 16_384],
    ['characters', `<row><c t="str"><v>${randomBytes(16_384).toString('hex')}</v></c></row>`, 32_767],
  ])('more %s than a workbook has', async (limit, sheet, most) => {
    expect(await refusal(made(sheet))).toEqual({
      code: 'read.too-large',
      params: { file: 'orders.xlsx', part: 'xl/worksheets/sheet1.xml', limit, most },
    })
  })

  test('a file beyond 500 MB is not even opened', async () => {
    const source = { ...sourceOf(Buffer.alloc(0), 'orders.xlsx'), size: 500 * 2 ** 20 + 1 }
    await expect(openXlsx(source)).rejects.toMatchObject({ code: 'read.too-large', params: { limit: 'file-bytes' } })
  })

  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
  const parts = partsOf({ sheet: ONE_CELL, sharedStrings: '', formats: [0] })
  test.each(Object.keys(parts))('entities declared in %s', async (path) => {
    const bytes = zip({ ...parts, [path]: `<?xml version="1.0"?>${bomb}${parts[path]}` })
    expect(await refusal(bytes)).toEqual({ code: 'read.xml-entities', params: { file: 'orders.xlsx', part: path } })
  })

  test('a large honest sheet that packs well is read', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, i) => `<row><c><v>${i}</v></c><c t="str"><v>United Kingdom</v></c></row>`,
    )
    expect((await readBytes(made(rows.join('')))).orders).toHaveLength(60_000)
  })
})

describe('what is no workbook, or one of another kind', () => {
  const ods = 'application/vnd.oasis.opendocument.spreadsheet'
  const root = { '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]) }
  const sheets = (list: string) =>
    zip({ ...root, 'xl/workbook.xml': workbookPart([]).replace('<sheets></sheets>', list) })
  test.each<[string, () => Buffer, string, string]>([
    ['an empty zip', () => zip({}), 'read.not-a-workbook', ''],
    ['a zip of pictures', () => zip({ 'a.png': 'x' }), 'read.not-a-workbook', ''],
    ['a workbook in a zip', () => zip({ 'orders.xlsx': made(ONE_CELL) }), 'read.not-a-workbook', ''],
    [
      'a text document',
      () =>
        zip({
          '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
          'word/document.xml': '<w:document></w:document>',
        }),
      'read.not-a-workbook',
      'word/document.xml',
    ],
    ['ods', () => zip({ mimetype: ods, 'content.xml': '<x/>' }), 'read.ods', ''],
    ['numbers', () => zip({ 'Index/Document.iwa': 'x' }), 'read.numbers', ''],
    [
      'xlsb',
      () => zip({ '_rels/.rels': relations([['officeDocument', 'xl/workbook.bin']]), 'xl/workbook.bin': 'x' }),
      'read.xlsb',
      'xl/workbook.bin',
    ],
    ['encrypted parts', () => zip(partsOf({ sheet: ONE_CELL }), { flags: 1 }), 'read.encrypted', '_rels/.rels'],
    ['no sheets', () => sheets('<sheets/>'), 'read.no-sheets', 'xl/workbook.xml'],
  ])('%s', async (_, bytes, code, part) => {
    expect(await refusal(bytes())).toEqual({ code, params: { file: 'orders.xlsx', part } })
  })
})

describe('damage', () => {
  const sheetPart = 'xl/worksheets/sheet1.xml'
  const twice: [string, string | Buffer][] = [
    ...Object.entries(partsOf({ sheet: ONE_CELL })),
    [sheetPart, worksheet('')],
  ]
  test.each<[string, () => Buffer, string]>([
    ['no root relations', () => without('_rels/.rels'), ''],
    ['no workbook part', () => without('xl/workbook.xml'), 'xl/workbook.xml'],
    ['a declared sheet without its part', () => without(sheetPart), sheetPart],
    ['a declared sheet without a relation', () => without('xl/_rels/workbook.xml.rels'), 'orders'],
    ['a part that is there twice', () => zip(twice), sheetPart],
    ['texts without a table of shared strings', () => made('<row><c t="s"><v>0</v></c></row>'), sheetPart],
    [
      'shared strings that break off',
      () => made(ONE_CELL, { sharedStrings: '', parts: { 'xl/sharedStrings.xml': '<sst><si><t>a</t></si>' } }),
      'xl/sharedStrings.xml',
    ],
    [
      'a workbook part that breaks off',
      () => withPart('xl/workbook.xml', workbookPart([['orders', 'rId1']]).replace('</workbook>', '')),
      'xl/workbook.xml',
    ],
    [
      'rows that break off',
      () => made('<?xml version="1.0"?><worksheet><sheetData><row><c><v>1</v></c></row>'),
      sheetPart,
    ],
    [
      'a tag that breaks off',
      () => made('<?xml version="1.0"?><worksheet><sheetData><row><c><v>1</v></c></row></sheetDa'),
      sheetPart,
    ],
    ['a sheet without rows or their place', () => made('<?xml version="1.0"?><worksheet></worksheet>'), sheetPart],
    ['a row in a row', () => made('<row><c><v>1</v></c><row></row></row>'), sheetPart],
    ['a row that never ends', () => made('<row><c><v>1</v></c>'), sheetPart],
    ['a cell that never ends', () => made('<row><c><v>1</v></row>'), sheetPart],
    ['a cell in a cell', () => made('<row><c><c><v>1</v></c></c></row>'), sheetPart],
    ['a cell outside a row', () => made('<c><v>1</v></c>'), sheetPart],
    ['a value outside a cell', () => made('<row><v>1</v></row>'), sheetPart],
    ['an inline text that never ends', () => made('<row><c t="inlineStr"><is><t>a</t></c></row>'), sheetPart],
    ['a cell of no known type', () => made('<row><c t="x"><v>1</v></c></row>'), sheetPart],
    ['row 0', () => made('<row r="0"><c><v>1</v></c></row>'), sheetPart],
    ['a row number that is none', () => made('<row r="a"><c><v>1</v></c></row>'), sheetPart],
    ['a cell reference that is none', () => made('<row><c r="12"><v>1</v></c></row>'), sheetPart],
    ['an encoding nobody knows', () => made('<?xml version="1.0" encoding="klingon"?><worksheet/>'), sheetPart],
  ])('%s', async (_, bytes, part) => {
    expect(await refusal(bytes())).toEqual({ code: 'read.damaged', params: { file: 'orders.xlsx', part } })
  })

  test('a changed byte that the zip itself can bear is found by its CRC, after the rows', async () => {
    const bytes = zip(partsOf({ sheet: ONE_CELL }), { stored: true })
    bytes[bytes.indexOf('<v>1</v>') + 3]! += 1
    const [orders] = (await openXlsx(sourceOf(bytes, 'orders.xlsx'))).sheets
    const reading = async () => {
      for await (const _ of orders!.rows());
    }
    await expect(reading()).rejects.toMatchObject({ code: 'read.damaged', params: { part: sheetPart } })
  })

  test('what the source throws is not taken for damage', async () => {
    const trouble = new Error('EIO')
    const bytes = made(ONE_CELL)
    for (const from of [0, bytes.length - 22]) {
      const source = sourceOf(bytes, 'orders.xlsx')
      const read = (target: Uint8Array, position: number) => {
        if (position < from || from === 0) throw trouble
        return source.read(target, position)
      }
      await expect(openXlsx({ ...source, read })).rejects.toBe(trouble)
    }
  })
})

describe('bytes lost and bits flipped', () => {
  const cells =
    '<row><c t="s"><v>0</v></c><c s="1"><v>45415</v></c><c><v>12.5</v></c><c t="inlineStr"><is><t>中文</t></is></c></row>'
  const parts: Parts = partsOf({
    sheet: cells.repeat(20),
    sharedStrings: '<si><t>张三</t></si>',
    formats: [0, 14],
    parts: { 'docProps/app.xml': '<a/>' },
  })
  const whole = zip(parts)

  /** Either the rows as they are or a UserError; returns which. */
  async function outcome(bytes: Buffer): Promise<'read' | 'refused'> {
    const right = await readBytes(whole)
    try {
      expect(await readBytes(bytes)).toEqual(right)
      return 'read'
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return 'refused'
    }
  }

  test('cut off anywhere: refused', async () => {
    for (let length = 0; length < whole.length; length += 13)
      expect(await outcome(whole.subarray(0, length))).toBe('refused')
  })

  test('any bit flipped at every 97th byte: read right or refused', async () => {
    const seen = new Set<string>()
    for (let at = 0; at < whole.length; at += 97) {
      for (let bit = 0; bit < 8; bit++) seen.add(await outcome(flipped(whole, at, bit)))
    }
    expect(seen).toContain('refused')
  })

  test('property: any bit flipped, any byte: read right or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        await outcome(flipped(whole, at, bit))
      }),
      { numRuns: 300 },
    )
  })

  function flipped(bytes: Buffer, at: number, bit: number): Buffer {
    const copy = Buffer.from(bytes)
    copy[at]! ^= 1 << bit
    return copy
  }
})
