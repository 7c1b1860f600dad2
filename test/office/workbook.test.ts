import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { sheetNames } from '../../src/render/sheet-names.js'
import { renderXlsx } from '../../src/render/xlsx.js'
import { currencies, hostile, hostileNames, sampleWith } from '../render/sample.js'

describe('the workbook', () => {
  const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)

  it.skipIf(!office)(
    `LibreOffice opens it and sees the same values${office ? '' : ' (skipped: no libreoffice on PATH)'}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'crm-xlsx-'))
      try {
        writeFileSync(join(folder, 'report.xlsx'), await renderXlsx(sampleWith([currencies, hostile]), 'en'))
        const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
        const profile = `-env:UserInstallation=file://${folder}/profile`
        execFileSync(
          office!,
          [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'report.xlsx')],
          { stdio: 'ignore' },
        )
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
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})

/** What is left of a text in a workbook: no control characters, LF line ends. */
function sheetable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, '')
}
