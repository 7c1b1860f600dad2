import { describe, expect, test } from 'vitest'
import { onlyRows, openBytes, rowsBySheet } from './older-sheets.js'
import { type Parts, zip } from './xlsx-fixture.js'

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'
const spaces = ['office', 'table', 'text', 'style', 'calcext']
  .map((space) => `xmlns:${space}="urn:oasis:names:tc:opendocument:xmlns:${space}:1.0"`)
  .join(' ')
const content = (tables: string, styles = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
const table = (rows: string, name = 'Orders', style = 'ta1') =>
  `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`
const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`
const cell = (attributes: string, inside = '') => `<table:table-cell ${attributes}>${inside}</table:table-cell>`
const text = (inside: string) => cell('office:value-type="string"', `<text:p>${inside}</text:p>`)
const ods = (xml: string, parts: Parts = {}) => zip({ mimetype: MIME, 'content.xml': xml, ...parts })

describe('cells', () => {
  test.each([
    ['text', text('0138001'), '0138001'],
    ['text in pieces', text('a<text:span>b</text:span><text:s text:c="3"/>c<text:tab/>d'), 'ab   c\td'],
    [
      'paragraphs and a break',
      cell('office:value-type="string"', '<text:p>a<text:line-break/>b</text:p><text:p>c &amp; d</text:p>'),
      'a\nb\nc & d',
    ],
    ['text without a paragraph', cell('office:value-type="string" office:string-value="x &lt; y"'), 'x < y'],
    ['a number', cell('office:value-type="float" office:value="12.5"', '<text:p>12,50 €</text:p>'), 12.5],
    [
      'money',
      cell('office:value-type="currency" office:currency="CNY" office:value="1200"', '<text:p>¥1,200.00</text:p>'),
      1200,
    ],
    [
      'more digits than a number holds',
      cell('office:value-type="float" office:value="1234567890123456789"'),
      '1234567890123456789',
    ],
    ['a day', cell('office:value-type="date" office:date-value="2024-03-05"'), '2024-03-05'],
    [
      'a day and time',
      cell('office:value-type="date" office:date-value="2024-03-05T10:20:30.4"'),
      '2024-03-05 10:20:30',
    ],
    ['a time', cell('office:value-type="time" office:time-value="PT08H30M00S"'), '08:30:00'],
    ['a duration', cell('office:value-type="time" office:time-value="PT30H00M00S"'), 1.25],
    ['a truth value', cell('office:value-type="boolean" office:boolean-value="true"'), 'TRUE'],
    [
      'an error',
      cell('table:formula="of:=NA()" office:value-type="string" calcext:value-type="error"', '<text:p>#N/A</text:p>'),
      { error: '#N/A' },
    ],
    [
      'an error without the extension',
      cell('table:formula="of:=1/0" office:value-type="float" office:value="0"', '<text:p>#DIV/0!</text:p>'),
      { error: '#DIV/0!' },
    ],
    ['a formula nobody calculated', cell('table:formula="of:=[.A1]"'), { error: 'no-value' }],
    ['a formula with its value', cell('table:formula="of:=[.A1]*2" office:value-type="float" office:value="25"'), 25],
    [
      'a remark beside the value',
      cell(
        'office:value-type="string"',
        '<office:annotation><text:p>note</text:p></office:annotation><text:p>x</text:p>',
      ),
      'x',
    ],
  ])('%s', async (_, written, value) => {
    expect(await onlyRows(ods(content(table(row(written)))))).toEqual([[1, value]])
  })
})

test('repeated cells and rows stand in all their places, blank ones in none', async () => {
  const rows = [
    row(
      cell('table:number-columns-repeated="2"') +
        cell('office:value-type="float" office:value="7" table:number-columns-repeated="2"') +
        '<table:table-cell table:number-columns-repeated="16380"/>',
    ),
    row('<table:table-cell/>', ' table:number-rows-repeated="3"'),
    `<table:table-row-group>${row(text('x'), ' table:number-rows-repeated="2"')}</table:table-row-group>`,
    row('<table:covered-table-cell/>', ' table:number-rows-repeated="1048000"'),
  ]
  expect(await onlyRows(ods(content(table(rows.join('')))))).toEqual([
    [1, '', '', 7, 7],
    [5, 'x'],
    [6, 'x'],
  ])
})

test('sheets in their order with their names, hidden ones marked; a table within a cell is no sheet', async () => {
  const hidden =
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
  const inner = cell('', `<text:p>a</text:p>${table(row(text('deep')), 'Inner')}`)
  const workbook = await openBytes(ods(content(table(row(inner)) + table(row(text('h')), 'A &amp; B', 'ta2'), hidden)))
  expect(workbook.kind).toBe('ods')
  expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Orders', false],
    ['A & B', true],
  ])
  expect(await rowsBySheet(workbook)).toEqual({ Orders: [[1, 'a']], 'A & B': [[1, 'h']] })
})

test('rows hidden by hand or by a filter are read, and named', async () => {
  const hidden = (as: string) => row(text(as), ` table:visibility="${as}"`)
  const workbook = await openBytes(ods(content(table(row(text('a')) + hidden('collapse') + hidden('filter')))))
  for await (const { numbers, hidden: found } of workbook.sheets[0]!.rows())
    expect([numbers, found]).toEqual([
      [1, 2, 3],
      [2, 3],
    ])
  expect.assertions(1)
})

test('one XML file instead of a container (.fods) is read alike', async () => {
  const flat = content(table(row(text('x')))).replaceAll('document-content', 'document')
  expect(await onlyRows(flat)).toEqual([[1, 'x']])
})

describe('refused by name', () => {
  const whole = content(table(row(text('x'))))
  test.each([
    [
      'a password',
      ods(whole, { 'META-INF/manifest.xml': '<manifest><encryption-data/></manifest>' }),
      { code: 'read.encrypted' },
    ],
    ['no content', zip({ mimetype: MIME }), { code: 'read.damaged' }],
    ['content cut short', ods(whole.slice(0, -60)), { code: 'read.damaged' }],
    ['no sheet', ods(content('')), { code: 'read.no-sheets' }],
    ['a text document', ods(whole.replaceAll('office:spreadsheet', 'office:text')), { code: 'read.ods' }],
    [
      'entities of its own',
      ods(whole.replace('<office', '<!DOCTYPE x [<!ENTITY a "b">]><office')),
      { code: 'read.xml-entities' },
    ],
    [
      'a bomb',
      ods(
        content(table(row(text(' '.repeat(200_000_000))))).replace(
          '<office:automatic-styles>',
          `<office:automatic-styles>${' '.repeat(3_000_000)}`,
        ),
      ),
      { code: 'read.bomb', params: { limit: 'ratio' } },
    ],
  ])('%s', async (_, bytes, refusal) => {
    await expect(openBytes(bytes)).rejects.toMatchObject({ name: 'UserError', kind: 'bad-data', ...refusal })
  })
  test.each([
    [
      'a million equal rows',
      row(text('x') + text('y'), ' table:number-rows-repeated="1048576"'),
      'read.bomb',
      'repeated-cells',
    ],
    [
      'a row filled to its end, often',
      row(cell('table:number-columns-repeated="16384"', '<text:p>x</text:p>')).repeat(65),
      'read.bomb',
      'repeated-cells',
    ],
    [
      'more columns',
      row(`<table:table-cell table:number-columns-repeated="16384"/>${text('x')}`),
      'read.too-large',
      'columns',
    ],
    [
      'more rows',
      row('<table:table-cell/>', ' table:number-rows-repeated="1048576"') + row(text('x')),
      'read.too-large',
      'rows',
    ],
  ])('%s', async (_, rows, code, limit) => {
    await expect(onlyRows(ods(content(table(rows))))).rejects.toMatchObject({ code, params: { limit } })
  })
})
