import { read } from '@e965/xlsx'
import { expect, test } from 'vitest'
import type { Table } from '../../src/core/report/table.js'
import { renderCsv } from '../../src/render/csv.js'
import { renderHtml } from '../../src/render/html.js'
import { renderJson } from '../../src/render/json.js'
import { renderMarkdown } from '../../src/render/markdown.js'
import { renderTty } from '../../src/render/tty.js'
import { renderXlsx } from '../../src/render/xlsx.js'
import { sampleWith } from './sample.js'

/** Figures of different kinds in one column: each row says which. */
const mixed: Table = {
  key: 'indicators',
  title: 'Indicators',
  columns: [
    { key: 'name', kind: 'text', label: 'Name' },
    { key: 'unit', kind: 'text', label: 'Kind', wide: true },
    { key: 'value', kind: 'number', kindIn: 'unit', label: 'Value', currency: 'GBP' },
  ],
  rows: [
    { name: 'net', unit: 'money', value: 123450 },
    { name: 'rate', unit: 'percent', value: 0.256 },
    { name: 'orders', unit: 'count', value: 1234 },
    { name: 'score', unit: 'number', value: null },
    { name: 'up', unit: 'points', value: 0.1 },
    { name: 'down', unit: 'points', value: -0.0154 },
    { name: 'same', unit: 'points', value: -0.0001 },
  ],
  omitted: 0,
}
const report = sampleWith([mixed], { facts: [], notes: [] })
const page = { lang: 'en', width: 80, color: false, ascii: false, lines: true } as const

test('every cell is written by the kind its row names', async () => {
  const tty = renderTty(report, page)
  expect(tty).toMatch(/up +\+10.0 pp\ndown +-1.5 pp\nsame +0.0 pp/)
  expect(renderTty(report, { ...page, lang: 'zh' })).toMatch(
    /up +\+10.0个百分点\ndown +-1.5个百分点\nsame +0.0个百分点/,
  )
  expect(renderHtml(report, 'zh')).toContain('+10.0个百分点</td>')
  expect(renderMarkdown(report, 'en')).toContain('| up | points | +10.0 pp |')
  expect(tty).toMatch(/net +£1,234.50\nrate +25.6%\norders +1,234\nscore/)
  expect(renderMarkdown(report, 'en')).toContain('| rate | percent | 25.6% |')
  expect(renderHtml(report, 'en')).toContain('<td class="number">£1,234.50</td>')
  const csv = renderCsv(mixed, { raw: false, bom: false, delimiter: ',' })
  expect(csv).toContain('"net","money",1234.50\n"rate","percent",0.256\n"orders","count",1234\n"score","number",\n')
  // Delimited text is for other programs: differences stay fractions, as shares do.
  expect(csv).toContain('"up","points",0.1\n"down","points",-0.0154\n')
  const sheet = read(await renderXlsx(report, 'en', true), { cellNF: true }).Sheets.Indicators!
  expect([sheet.C2?.v, sheet.C2?.z, sheet.C3?.v, sheet.C3?.z, sheet.C4?.z]).toEqual([
    ...[1234.5, '"£"#,##0.00;[Red]-"£"#,##0.00', 0.256, '0.0%', '#,##0'],
  ])
  expect([sheet.C6?.v, sheet.C6?.z, sheet.C7?.v]).toEqual([10, '+0.0" pp";-0.0" pp";0.0" pp"', -1.54])
})

test('a code means what its row says it means, and stays a code for machines', () => {
  const values: Table = {
    key: 'values',
    title: 'Values',
    columns: [
      { key: 'field', kind: 'text', label: 'Field' },
      { key: 'value', kind: 'text', label: 'Value', wordsIn: { cell: 'field', by: { consent: { yes: 'agrees' } } } },
    ],
    rows: [
      { field: 'consent', value: 'yes' },
      { field: 'kosher', value: 'yes' },
    ],
    omitted: 0,
  }
  const told = sampleWith([values], { facts: [], notes: [] })
  expect(renderTty(told, page)).toMatch(/consent +agrees\nkosher +yes/)
  expect(renderMarkdown(told, 'en')).toContain('| consent | agrees |\n| kosher | yes |')
  expect(JSON.parse(renderJson(told)).rows).toEqual(values.rows)
})
