import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { rendererFor } from '../../src/render/index.js'
import { renderXlsx } from '../../src/render/xlsx.js'
import { emptyShop } from '../commands/shop.js'
import { expectCells, readBack } from '../support/workbook-cells.js'
import { zipParts } from '../support/zip-parts.js'
import { currencies, customers, hostile, hostileNames, longList, sampleWith } from './sample.js'
import { everyChart, grid } from './sample-charts.js'

const commands = [['report', 'weekly'], ['tier'], ['rfm'], ['kpi'], ['cohorts'], ['forecast'], ['due'], ['care']]

test('every cell of every table of the demo ledger is read back, the same bytes each time', async () => {
  const shop = emptyShop()
  expect((await shop.crm('demo', '--db', 'shop.db')).code).toBe(0)
  const render = vi.spyOn(rendererFor('xlsx')!, 'render')
  for (const [at, command] of commands.entries()) {
    const lang = at % 2 === 0 ? 'zh' : 'en'
    expect((await shop.crm(...command, '--lang', lang, '-o', `${at}.xlsx`)).code).toBe(0)
    const [report] = render.mock.lastCall!
    const bytes = readFileSync(join(shop.dir, `${at}.xlsx`))
    expect(Buffer.compare(bytes, await renderXlsx(structuredClone(report), lang))).toBe(0)
    expect(expectCells(report, lang, await readBack(bytes))).toBeGreaterThan(30)
  }
})

const texts = [
  ...hostileNames,
  'x'.repeat(32_767),
  '中'.repeat(40_000),
  '👩‍👩‍👧 亲子小店',
  ' spaces ',
  'a\u2028b',
  '_x0041_',
]

test('hostile and very long texts, in every place of a report', async () => {
  const rows = texts.map((name) => ({ name, id: name, email: name }))
  const charts = everyChart.map((chart) => ({ ...chart, title: texts[0]!, alt: texts[15]!, table: { ...chart.table } }))
  const facts = texts.map((text) => ({ label: text, kind: 'text', value: text }) as const)
  const report = sampleWith([grid, customers, currencies, { ...hostile, rows }], { charts, facts, actions: texts })
  for (const lang of ['en', 'zh'] as const) expectCells(report, lang, await readBack(await renderXlsx(report, lang)))
})

test('more texts than are kept in a table of their own', async () => {
  const report = sampleWith([longList, hostile])
  const bytes = await renderXlsx(report, 'en')
  const sheet = (await zipParts(bytes)).get('xl/worksheets/sheet2.xml')!
  expect([sheet.includes(' t="s"'), sheet.includes(' t="inlineStr"')]).toEqual([true, true])
  expect(expectCells(report, 'en', await readBack(bytes))).toBeGreaterThan(33_000)
})

test('any text in any cell', async () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('_', 'x', '0', 'D', '\r', '\n', '&', '='),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (names) => {
      const report = sampleWith([{ ...hostile, rows: names.map((name) => ({ name, id: name, email: name })) }])
      expectCells(report, 'en', await readBack(await renderXlsx(report, 'en')))
    }),
    { numRuns: 30 },
  )
})
