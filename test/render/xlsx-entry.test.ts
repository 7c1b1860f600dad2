import { read } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { withoutEntries } from '../../src/core/report/model.js'
import type { Column, Table } from '../../src/core/report/table.js'
import { renderers } from '../../src/render/index.js'
import { renderXlsx } from '../../src/render/xlsx.js'
import { customers, sampleWith } from './sample.js'

const columns: readonly Column[] = [
  { key: 'name', kind: 'text', label: 'Name' },
  {
    key: 'result',
    kind: 'text',
    label: 'Result',
    entry: { kind: 'choice', hint: 'What came of it.', choices: ['yes', 'no'] },
  },
  { key: 'next', kind: 'date', label: 'Next date', entry: { kind: 'date', hint: 'When.' } },
  { key: 'note', kind: 'text', label: 'Note', entry: { kind: 'text', hint: 'What was said.' } },
  { key: 'mark', kind: 'text', label: 'Key', entry: { kind: 'key', hint: 'Leave it.' } },
]

const list = (count: number, changes: Partial<Table> = {}): Table => ({
  key: 'list',
  title: 'List',
  columns,
  rows: Array.from({ length: count }, (_, at) => ({ name: `N${at}`, mark: `crm1:${at}` })),
  omitted: 0,
  ...changes,
})

const written = async (table: Table) => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await renderXlsx(sampleWith([table]), 'en')).slice().buffer)
  return workbook
}

/** The sheet as the file has it. */
async function xmlOf(table: Table): Promise<string> {
  const { files } = read(await renderXlsx(sampleWith([table]), 'en'), { bookFiles: true }) as unknown as {
    files: Record<string, { content: Uint8Array }>
  }
  return Buffer.from(files['xl/worksheets/sheet2.xml']!.content).toString('utf8')
}

test('cells to fill in have a ground, a hint, and a drop-down or a date that only warn', async () => {
  const workbook = await written(list(3))
  const sheet = workbook.getWorksheet('List')!
  const cell = (address: string) => sheet.getCell(address)
  expect(cell('B2').dataValidation).toMatchObject({
    ...{ type: 'list', formulae: ['"yes,no"'], errorStyle: 'warning', showErrorMessage: true, allowBlank: true },
    ...{ promptTitle: 'Result', prompt: 'What came of it.' },
  })
  expect(cell('C4').dataValidation).toMatchObject({ type: 'date', operator: 'greaterThan', errorStyle: 'warning' })
  expect(cell('C4').dataValidation.formulae).toEqual([new Date('2024-06-30T00:00:00Z')])
  expect(cell('D2').dataValidation).toMatchObject({ type: 'any', prompt: 'What was said.' })
  expect([cell('A2').fill, cell('B2').fill, cell('D4').fill, cell('C2').numFmt]).toMatchObject([
    ...[{ pattern: 'none' }, { pattern: 'solid' }, { pattern: 'solid' }, 'yyyy-mm-dd'],
  ])
  expect([cell('B5').dataValidation, cell('E2').value]).toEqual([undefined, 'crm1:0'])
  expect(workbook.views[0]!.activeTab).toBe(1)
})

test('one validation a column, on the rows alone, however many there are', async () => {
  const many = await xmlOf(list(20_000))
  expect([...many.matchAll(/<dataValidation [^>]*sqref="([^"]*)"/g)].map(([, place]) => place)).toEqual([
    ...['B2:B20001', 'C2:C20001', 'D2:D20001', 'E2:E20001'],
  ])
  expect([...(await xmlOf(list(1))).matchAll(/sqref="([^"]*)"/g)].map(([, place]) => place)).toEqual([
    'B2',
    'C2',
    'D2',
    'E2',
  ])
  expect(await xmlOf(list(0))).not.toContain('dataValidation ')
})

test('words that a validation cannot hold are not offered, and may be written', async () => {
  for (const choices of [['a, b', 'c'], ['say "x"'], Array.from({ length: 60 }, (_, at) => `word${at}`)]) {
    const entry = { kind: 'choice', hint: 'Any.', choices } as const
    const sheet = (await written(list(2, { columns: [{ key: 'w', kind: 'text', label: 'W', entry }] }))).getWorksheet(
      'List',
    )!
    expect(sheet.getCell('A2').dataValidation).toMatchObject({ type: 'any', prompt: 'Any.' })
  }
})

test('only workbooks and delimited text have columns to fill in', async () => {
  const report = sampleWith([list(2), customers])
  expect(withoutEntries(report).tables[0]!.columns.map(({ key }) => key)).toEqual(['name'])
  for (const renderer of renderers) {
    const options = {
      lang: 'en',
      destination: 'file',
      width: 200,
      color: false,
      ascii: true,
      raw: false,
      encoding: 'utf-8',
    } as const
    const content = Buffer.from(await renderer.render(report, options)).toString('latin1')
    if (renderer.name !== 'xlsx')
      expect([renderer.name, content.includes('crm1:1')]).toEqual([renderer.name, renderer.isToWorkIn === true])
  }
})
