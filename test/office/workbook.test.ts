import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Report } from '../../src/core/report/model.js'
import type { Lang } from '../../src/core/values/lang.js'
import { rendererFor } from '../../src/render/index.js'
import { sheetNames } from '../../src/render/sheet-names.js'
import { renderXlsx } from '../../src/render/xlsx.js'
import { emptyShop } from '../commands/shop.js'
import { currencies, customers, hostile, hostileNames, longList, sampleWith } from '../render/sample.js'
import { everyChart, grid } from '../render/sample-charts.js'
import { office, officeMissing, saveByOffice } from '../support/office.js'
import { expectCells, readBack } from '../support/workbook-cells.js'
import { zipParts } from '../support/zip-parts.js'

const every = sampleWith([grid, customers, currencies, hostile], { charts: everyChart, actions: ['=1+1', '打电话'] })
const pageReader = ['pdftotext'].find((name) => spawnSync(name, ['-v']).status === 0)

/** A folder with the workbook of a report; gone when the test ends. */
async function folderWith(report: Report, lang: Lang): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'crm-xlsx-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'report.xlsx'), await renderXlsx(report, lang))
  return folder
}

/** LibreOffice opens the workbook of a report and saves it anew; what is in it then. */
async function savedAs(kind: 'xlsx' | 'ods', report: Report, lang: Lang): Promise<Uint8Array> {
  const folder = await folderWith(report, lang)
  saveByOffice(folder, 'report.xlsx', kind, join(folder, 'saved'))
  return readFileSync(join(folder, 'saved', `report.${kind}`))
}

describe('the workbook opened by LibreOffice', () => {
  it.skipIf(!office)(`has the same cells, saved as xlsx and as ods${officeMissing}`, async () => {
    for (const kind of ['xlsx', 'ods'] as const) {
      const saved = await savedAs(kind, every, 'zh')
      expect(expectCells(every, 'zh', await readBack(saved, `report.${kind}`))).toBeGreaterThan(150)
    }
  })

  it.skipIf(!office)(`has the cells of a list with texts in the cells themselves${officeMissing}`, async () => {
    const long = sampleWith([longList])
    expect(expectCells(long, 'en', await readBack(await savedAs('xlsx', long, 'en')))).toBeGreaterThan(33_000)
  })

  it.skipIf(!office)(`has the cells of every table of the demo's reports${officeMissing}`, async () => {
    const shop = emptyShop()
    expect((await shop.crm('demo', '--db', 'shop.db')).code).toBe(0)
    const render = vi.spyOn(rendererFor('xlsx')!, 'render')
    for (const [at, command] of [['report', 'weekly'], ['tier'], ['kpi']].entries()) {
      const lang = at === 1 ? 'zh' : 'en'
      expect((await shop.crm(...command, '--lang', lang, '-o', `${at}.xlsx`)).code).toBe(0)
      saveByOffice(shop.dir, `${at}.xlsx`, 'xlsx', join(shop.dir, 'saved'))
      const [report] = render.mock.lastCall!
      const saved = readFileSync(join(shop.dir, 'saved', `${at}.xlsx`))
      expect(expectCells(report, lang, await readBack(saved))).toBeGreaterThan(100)
    }
  })

  it.skipIf(!office)(
    `keeps its charts with their series, its links, shades and headings on every page${officeMissing}`,
    async () => {
      const parts = await zipParts(await savedAs('xlsx', every, 'en'))
      const charts = [...parts].filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name)).map(([, text]) => text)
      const series = charts.map((text) => text.match(/<c:ser>/g)?.length ?? 0)
      expect(series.toSorted()).toEqual([1, 2, 2, 3, 5])
      const [cover, table] = ['sheet1', 'sheet2'].map((name) => parts.get(`xl/worksheets/${name}.xml`)!)
      expect(cover!.match(/<hyperlink /g)).toHaveLength(4 + everyChart.length - 1 + 2)
      expect(table!.match(/<colorScale>/g)).toHaveLength(2)
      expect(parts.get('xl/workbook.xml')).toMatch(/客户明细 A B 2024(?:'|&apos;)!\$A:\$A,/)
    },
  )

  it.skipIf(!office || !pageReader)(
    `shows the charts on paper, one page of them${officeMissing}${pageReader ? '' : ' (skipped: no pdftotext on PATH)'}`,
    async () => {
      const folder = await folderWith(every, 'en')
      const profile = `-env:UserInstallation=file://${folder}/profile`
      const argv = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.xlsx')]
      execFileSync(office!, argv, { stdio: 'ignore' })
      const first = execFileSync(pageReader!, ['-f', '1', '-l', '1', '-layout', join(folder, 'report.pdf'), '-'], {
        encoding: 'utf8',
      })
      for (const words of ['24.3% → 75.1%', 'Net revenue <by', '32.3%', '28–61', 'days after the last order'])
        expect(first).toContain(words)
    },
  )

  it.skipIf(!office)(`says the same as text, sheet by sheet${officeMissing}`, async () => {
    const folder = await folderWith(sampleWith([currencies, hostile]), 'en')
    saveByOffice(folder, 'report.xlsx', 'csv', folder)
    const sheet = (name: string): string[][] =>
      parse(readFileSync(join(folder, `report-${name}.csv`), 'utf8'), { relax_column_count: true })
    expect(sheet('Net revenue by currency').slice(1)).toEqual([
      ['champions', '1234567', '1.005', '8911407.9'],
      ['at risk', '-980', '-0.005', '-13229.14'],
      ['lost', '0', '', '0.07'],
    ])
    const names = sheet(sheetNames(['Summary', 'x', hostile.title])[2]!)
      .slice(1)
      .map(([name]) => name)
    expect(names).toEqual(hostileNames.map(sheetable))
  })
})

/** What is left of a text in a workbook: no control characters, LF line ends. */
function sheetable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, '')
}
