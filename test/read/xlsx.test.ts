import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openXlsx } from '../../src/read/xlsx.js'
import { DateTexts } from '../../src/read/xlsx-dates.js'
import { Place } from '../../src/read/xlsx-place.js'
import { SheetScanner } from '../../src/read/xlsx-sheet.js'
import { sourceOf } from './byte-source.js'
import {
  escaped,
  partsOf,
  readAll,
  readBytes,
  relations,
  rowsOf,
  workbookPart,
  worksheet,
  zip,
} from './xlsx-fixture.js'

const inline = (text: string) => `<c t="inlineStr"><is>${text}</is></c>`
const row = (cells: string) => rowsOf({ sheet: `<row r="1">${cells}</row>` }).then(([first]) => first?.slice(1))

describe('cells', () => {
  test.each([
    ['number', '<c><v>12.5</v></c>', 12.5],
    ['number, said so', '<c t="n"><v>-3</v></c>', -3],
    ['scientific', '<c><v>1.23456789e+22</v></c>', 1.23456789e22],
    ['not a number', '<c><v>NaN</v></c>', 'NaN'],
    ['decimal comma', '<c><v>1,5</v></c>', '1,5'],
    ['beyond a double', '<c><v>1e999</v></c>', '1e999'],
    ['true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['false', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['error', '<c t="e"><v>#N/A</v></c>', { error: '#N/A' }],
    ['formula with text', '<c t="str"><f>A1&amp;B1</f><v>ab &lt;c&gt;</v></c>', 'ab <c>'],
    ['formula with number', '<c><f>SUM(A1:A9)</f><v>7</v></c>', 7],
    ['formula with error', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', { error: '#DIV/0!' }],
    ['formula never calculated', '<c><f>1+1</f></c>', { error: 'no-value' }],
    ['formula with an empty value', '<c><f>1+1</f><v></v></c>', { error: 'no-value' }],
    ['shared formula', '<c><f t="shared" si="0"/><v>4</v></c>', 4],
    ['ISO date', '<c t="d"><v>2024-05-03T00:00:00.000Z</v></c>', '2024-05-03'],
    ['ISO moment', '<c t="d"><v>2024-05-03T08:09:10.6</v></c>', '2024-05-03 08:09:11'],
    ['ISO moment that rounds to the next day', '<c t="d"><v>2023-12-31T23:59:59.7</v></c>', '2024-01-01'],
    ['ISO time', '<c t="d"><v>10:10:10</v></c>', '10:10:10'],
    ['impossible ISO date', '<c t="d"><v>2024-02-30</v></c>', '2024-02-30'],
    ['inline', inline('<t>a</t>'), 'a'],
    ['inline, value in v', '<c t="inlineStr"><v>a</v></c>', 'a'],
    ['inline in runs', inline('<r><rPr><b/></rPr><t>a</t></r><r><t xml:space="preserve"> b</t></r>'), 'a b'],
    ['inline with phonetic guide', inline('<t>漢字</t><rPh sb="0" eb="2"><t>カンジ</t></rPh>'), '漢字'],
    ['CDATA', inline('<t>x<![CDATA[<&amp;>]]>y</t>'), 'x<&amp;>y'],
    ['comment in text', inline('<t>a<!-- </t> -->b</t>'), 'ab'],
    ['entities', inline('<t>&lt;&#20013;&#x4e2d;&quot;&apos;&amp;lt;&nbsp;</t>'), '<中中"\'&lt;&nbsp;'],
    ['escapes', inline('<t>a_x000D_b_x005F_x000D_c_x4E2D_</t>'), 'a\rb_x000D_c中'],
    ['line ends', inline('<t>a\r\nb\rc&#13;d</t>'), 'a\nb\nc\rd'],
    ['blanks that do not count', inline('<t> \n a b \t</t>'), 'a b'],
    ['blanks that count', inline('<t xml:space="preserve"> a </t>'), ' a '],
    ['text beyond the BMP', inline('<t>𠮷😀</t>'), '𠮷😀'],
    ['attributes in any order and quotes', "<c t='str'\n cm=\"1\"  r = 'A1'><v>a</v></c>", 'a'],
    ['greater-than in an attribute', '<c x="a>b" t="str"><v>a</v></c>', 'a'],
  ])('%s', async (_, xml, expected) => {
    expect(await row(xml)).toEqual([expected])
  })

  test('empty shared strings, blank and styled cells are blank, and end no row', async () => {
    expect(
      await row('<c t="s"><v></v></c><c t="str"><f>""</f><v></v></c><c s="3"/><c r="D1"><v>1</v></c><c r="Z1" s="1"/>'),
    ).toEqual(['', '', '', 1])
  })

  test('shared strings: plain, in runs, phonetic, empty, escaped, dangling', async () => {
    const sharedStrings =
      '<si><t>张三</t></si><si><r><t>a</t></r><r><t xml:space="preserve"> b </t></r></si><si><t>東京</t><rPh><t>トウキョウ</t></rPh></si><si/><si><t/></si><si><t>_x4E2D_</t></si>'
    const sheet = `<row>${[0, 1, 2, 3, 4, 5, 6].map((i) => `<c t="s"><v>${i}</v></c>`).join('')}</row>`
    expect(await rowsOf({ sheet, sharedStrings })).toEqual([
      [1, '张三', 'a b ', '東京', '', '', '中', { error: 'no-value' }],
    ])
  })
})

describe('places', () => {
  test('cells and rows without r, with r, and mixed', async () => {
    const cell = '<c><v>1</v></c>'
    const sheet = `<row>${cell}${cell}</row><row r="5">${cell}<c r="D5"><v>2</v></c>${cell}</row><row>${cell}</row><row/><row><c r="AA8"><v>3</v></c></row>`
    const rows = await rowsOf({ sheet })
    expect(rows.slice(0, 3)).toEqual([
      [1, 1, 1],
      [5, 1, '', '', 2, 1],
      [6, 1],
    ])
    expect(rows[3]).toEqual([8, ...new Array(26).fill(''), 3])
  })

  test('prefixed namespaces', async () => {
    const sheet =
      '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1:XFD1048576"/><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="C2"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(await rowsOf({ sheet })).toEqual([[2, '', 'a', 1]])
  })

  test('what stands around the rows is not read', async () => {
    const sheet = `${worksheet('<row><c><v>1</v></c></row>').replace('</worksheet>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations><row><c><v>9</v></c></row></worksheet>')}`
    expect(await rowsOf({ sheet })).toEqual([[1, 1]])
  })

  test('the last cell of a sheet', async () => {
    const [only] = await rowsOf({ sheet: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' })
    expect([only?.[0], only?.length, only?.at(-1)]).toEqual([1_048_576, 16_385, 1])
  })

  test.each([
    ['utf-16le with mark', (xml: string) => Buffer.from(`\uFEFF${xml}`, 'utf16le')],
    ['utf-16le without', (xml: string) => Buffer.from(xml, 'utf16le')],
    ['utf-16be', (xml: string) => Buffer.from(`\uFEFF${xml}`, 'utf16le').swap16()],
    ['utf-8 with mark', (xml: string) => Buffer.from(`\uFEFF${xml}`)],
    [
      'declared as windows-1252',
      (xml: string) => Buffer.from(xml.replace('UTF-8', 'windows-1252').replace('中', 'é'), 'latin1'),
    ],
  ])('%s', async (name, encode) => {
    const rows = await rowsOf({ sheet: encode(worksheet(`<row>${inline('<t>中</t>')}</row>`)) })
    expect(rows).toEqual([[1, name.includes('1252') ? 'é' : '中']])
  })
})

describe('parts', () => {
  test('any name, absolute and relative targets, percent escapes, letters of either case, stored without compression', async () => {
    const parts = {
      '_rels/.rels': relations([['officeDocument', '/book/my%20book.xml']]),
      'book/my book.xml': workbookPart([
        ['一', 'rId1'],
        ['two &amp; three', 'rId2'],
      ]),
      'book/_rels/my book.xml.rels': relations([
        ['worksheet', '../sheets/订单.xml'],
        ['worksheet', '/Sheets/TWO.xml'],
      ]),
      'sheets/订单.xml': worksheet('<row><c><v>1</v></c></row>'),
      'sheets/two.xml': worksheet('<row><c><v>2</v></c></row>'),
    }
    for (const stored of [false, true]) {
      expect(await readBytes(zip(parts, { stored }))).toEqual({ 一: [[1, 1]], 'two & three': [[1, 2]] })
    }
  })

  test('strict relationships; hidden sheets are flagged, chart sheets left out', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const workbook = await openXlsx(
      sourceOf(
        zip({
          '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']], strict),
          'xl/workbook.xml': workbookPart([
            ['a', 'rId1', 'state="veryHidden"'],
            ['chart', 'rId2'],
            ['b', 'rId3', 'state="visible"'],
            ['c', 'rId4', 'state="hidden"'],
          ]),
          'xl/_rels/workbook.xml.rels': relations(
            [
              ['worksheet', 'a.xml'],
              ['chartsheet', 'chart.xml'],
              ['worksheet', 'b.xml'],
              ['worksheet', 'c.xml'],
            ],
            strict,
          ),
          'xl/a.xml': worksheet('<row><c><v>1</v></c></row>'),
          'xl/b.xml': worksheet(''),
          'xl/c.xml': worksheet(''),
        }),
      ),
    )
    expect(workbook.kind).toBe('xlsx')
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ])
    expect(await readAll(workbook)).toEqual({ a: [[1, 1]], b: [], c: [] })
  })

  test('rows() starts from the top each time and can be left early', async () => {
    const sheet = Array.from({ length: 3000 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('')
    const [orders] = (await openXlsx(sourceOf(zip(partsOf({ sheet }))))).sheets
    for await (const batch of orders!.rows()) {
      expect(batch.rows[0]).toEqual([0])
      break
    }
    let rows = 0
    for await (const batch of orders!.rows()) {
      expect(batch.numbers).toEqual(batch.rows.map(([value]) => Number(value) + 1))
      rows += batch.rows.length
    }
    expect(rows).toBe(3000)
  })

  test('a source that gives few bytes at a time is read all the same', async () => {
    const bytes = zip(partsOf({ sheet: '<row><c><v>1</v></c></row>' }))
    expect(await readAll(await openXlsx(sourceOf(bytes, 'orders.xlsx', 7)))).toEqual({ orders: [[1, 1]] })
  })
})

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  fc.integer(),
  fc
    .string({ unit: 'grapheme' })
    .filter((text) => !/[\r\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_x[\da-f]{4}_/i.test(text)),
)
const table = fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { maxLength: 8 })

function rowXml(cells: readonly (string | number)[]): string {
  const xml = cells.map((cell) =>
    typeof cell === 'number' ? `<c><v>${cell}</v></c>` : inline(`<t xml:space="preserve">${escaped(cell)}</t>`),
  )
  return `<row>${xml.join('')}</row>`
}

const context = { sharedStrings: [], formats: { kinds: new Uint16Array(0), marks: [] }, dates: new DateTexts(false) }

/** What the reader owes for these rows: blank ends cut off, blank rows left out. */
function owed(rows: readonly (readonly (string | number)[])[]) {
  return rows.flatMap((cells, i) => {
    const width = cells.findLastIndex((cell) => cell !== '') + 1
    return width > 0 ? [[i + 1, ...cells.slice(0, width)]] : []
  })
}

test('property: numbers, texts and gaps come back as they were put in', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      expect(await rowsOf({ sheet: rows.map(rowXml).join('') })).toEqual(owed(rows))
    }),
  )
})

test('rows that were found and not handed over do not go unnoticed', () => {
  const scanner = new SheetScanner(context, new Place('orders.xlsx', 'sheet1.xml'))
  scanner.feed(Buffer.from(worksheet(rowXml([1]))))
  scanner.fill()
  expect(() => scanner.finish()).toThrow('read.damaged')
  scanner.take()
  scanner.finish()
})

test('property: where the chunks end makes no difference', () => {
  fc.assert(
    fc.property(table, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (rows, sizes) => {
      const noise = '<!-- <row> --><?note <row> ?>'
      const bytes = Buffer.from(worksheet(rows.map(rowXml).join(noise)))
      const scanner = new SheetScanner(context, new Place('orders.xlsx', 'sheet1.xml'))
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const size = sizes[i % sizes.length] as number
        scanner.feed(Buffer.from(bytes.subarray(at, at + size)))
        expect(scanner.fill()).toBe(false)
        at += size
      }
      const batch = scanner.take()
      scanner.finish()
      expect(batch.rows.map((row, i) => [batch.numbers[i], ...row])).toEqual(owed(rows))
    }),
  )
})
