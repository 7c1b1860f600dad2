import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { onlyRows, openBytes, rowsBySheet } from './older-sheets.js'

const uri = 'urn:schemas-microsoft-com:office:spreadsheet'
const styles = ['Short Date', 'General Date', 'Long Time', 'Fixed', 'Scientific', 'yyyy\\-mm\\-dd', '@']
const workbook = (inside: string, head = '<?xml version="1.0"?>') =>
  `${head}<Workbook xmlns="${uri}" xmlns:ss="${uri}" xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles>${styles.map((format, at) => `<Style ss:ID="s${at}"><NumberFormat ss:Format="${format}"/></Style>`).join('')}</Styles>${inside}</Workbook>`
const sheet = (rows: string, name = 'Orders') => `<Worksheet ss:Name="${name}"><Table>${rows}</Table></Worksheet>`
const data = (type: string, text: string) => `<Data ss:Type="${type}">${text}</Data>`

describe('cells', () => {
  test.each([
    ['text', `<Cell>${data('String', '0138001')}</Cell>`, '0138001'],
    ['text with line ends', `<Cell>${data('String', 'a&#10;b &amp; _x0041_')}</Cell>`, 'a\nb & _x0041_'],
    ['rich text whole', `<Cell><ss:Data ss:Type="String">ri<B>ch</B> <Font>text</Font></ss:Data></Cell>`, 'rich text'],
    ['a remark beside the value', `<Cell>${data('String', 'x')}<Comment><ss:Data>note</ss:Data></Comment></Cell>`, 'x'],
    ['a number', `<Cell>${data('Number', '12.5')}</Cell>`, 12.5],
    ['more digits than a number holds', `<Cell>${data('Number', '1234567890123456789')}</Cell>`, '1234567890123456789'],
    ['a day', `<Cell>${data('DateTime', '2024-03-05T00:00:00.000')}</Cell>`, '2024-03-05'],
    ['a day and time', `<Cell>${data('DateTime', '2024-03-05T10:20:30.000')}</Cell>`, '2024-03-05 10:20:30'],
    ['a number under a date format', `<Cell ss:StyleID="s0">${data('Number', '45356')}</Cell>`, '2024-03-05'],
    ['under one of our own', `<Cell ss:StyleID="s5">${data('Number', '45356.5')}</Cell>`, '2024-03-05 12:00:00'],
    ['under a time format', `<Cell ss:StyleID="s2">${data('Number', '0.25')}</Cell>`, '06:00:00'],
    ['under number formats with a name', `<Cell ss:StyleID="s4">${data('Number', '13800138000')}</Cell>`, 13800138000],
    ['a truth value', `<Cell>${data('Boolean', '1')}</Cell>`, 'TRUE'],
    ['an error', `<Cell ss:Formula="=1/0">${data('Error', '#DIV/0!')}</Cell>`, { error: '#DIV/0!' }],
    ['a formula nobody calculated', '<Cell ss:Formula="=A1"/>', { error: 'no-value' }],
    ['a formula with its value', `<Cell ss:Formula="=A1*2">${data('Number', '25')}</Cell>`, 25],
  ])('%s', async (_, cell, value) => {
    expect(await onlyRows(workbook(sheet(`<Row>${cell}</Row>`)))).toEqual([[1, value]])
  })
})

test('rows and cells stand where they say, and after merged and repeated ones', async () => {
  const x = data('String', 'x')
  const rows = `<Row><Cell ss:MergeAcross="2">${x}</Cell><Cell>${x}</Cell></Row><Row ss:Index="4" ss:Span="1"/><Row><Cell ss:Index="3">${x}</Cell><Cell/></Row>`
  expect(await onlyRows(workbook(sheet(rows)))).toEqual([
    [1, 'x', '', '', 'x'],
    [6, '', '', 'x'],
  ])
})

test('sheets by name, hidden ones marked, in GBK, with days from 1904', async () => {
  const hidden = '<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>'
  const row = `<Row><Cell>${data('String', '单号')}</Cell><Cell ss:StyleID="s0">${data('Number', '1')}</Cell></Row>`
  const text = workbook(
    `<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook>${sheet(row, '订单')}${sheet(row, 'B&amp;C').replace('</Worksheet>', hidden)}`,
    '<?xml version="1.0" encoding="GBK"?>\r\n<?mso-application progid="Excel.Sheet"?>',
  )
  const opened = await openBytes(iconv.encode(text, 'gbk'))
  expect([opened.kind, opened.encoding]).toEqual(['xml', 'gb18030'])
  expect(opened.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['订单', false],
    ['B&C', true],
  ])
  expect((await rowsBySheet(opened)).订单).toEqual([[1, '单号', '1904-01-02']])
})

describe('refused by name', () => {
  const whole = workbook(sheet(`<Row><Cell>${data('String', 'x')}</Cell></Row>`))
  test.each([
    ['cut short', whole.slice(0, -30), 'read.damaged'],
    ['no sheet', workbook(''), 'read.no-sheets'],
    ['no workbook', whole.replaceAll('Workbook', 'Notebook'), 'read.xml'],
    ['entities of its own', whole.replace('<Workbook', '<!DOCTYPE x [<!ENTITY a "b">]><Workbook'), 'read.xml-entities'],
  ])('%s', async (_, text, code) => {
    await expect(openBytes(text)).rejects.toMatchObject({ name: 'UserError', kind: 'bad-data', code })
  })
  test.each([
    ['a row before the last one', '<Row ss:Index="5"/><Row ss:Index="2"/>', { code: 'read.damaged' }],
    ['a cell before the last one', '<Row><Cell ss:Index="5"/><Cell ss:Index="2"/></Row>', { code: 'read.damaged' }],
    [
      'more columns',
      `<Row><Cell ss:Index="16385">${data('String', 'x')}</Cell></Row>`,
      { params: { limit: 'columns' } },
    ],
    ['more rows', `<Row ss:Index="1048577"><Cell>${data('String', 'x')}</Cell></Row>`, { params: { limit: 'rows' } }],
  ])('%s', async (_, rows, refusal) => {
    await expect(onlyRows(workbook(sheet(rows)))).rejects.toMatchObject({ name: 'UserError', ...refusal })
  })
})
