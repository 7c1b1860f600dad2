import { expect } from 'vitest'
import type { Cell } from '../../src/core/import/sheet.js'
import { type Report, readingOrder } from '../../src/core/report/model.js'
import { type Column, columnFor, type Table, type TableRow } from '../../src/core/report/table.js'
import type { Lang } from '../../src/core/values/lang.js'
import { minorDigits } from '../../src/core/values/money.js'
import { readWorkbook } from '../../src/read/open.js'
import { sheetNames } from '../../src/render/sheet-names.js'
import { formatValue } from '../../src/render/value.js'
import { sourceOf } from '../read/byte-source.js'
import { type Read, readAll } from '../read/xlsx-fixture.js'

/** Every row of every sheet of a workbook, by our own reader. */
export async function readBack(bytes: Uint8Array, file = 'report.xlsx'): Promise<Read> {
  return readAll(await readWorkbook(sourceOf(bytes, file), { headerWords: () => false }))
}

/** Compares every cell of every table of a report with what was read; how many there were. */
export function expectCells(report: Report, lang: Lang, read: Read): number {
  const tables = readingOrder(report.tables)
  const [, ...names] = sheetNames(['cover', ...tables.map(({ title }) => title)])
  let cells = 0
  for (const [at, table] of tables.entries()) {
    const rows = new Map(read[names[at]!]?.map(([number, ...row]) => [number, row]))
    expect([names[at], rows.get(1)]).toEqual([names[at], table.columns.map(({ label }) => plain(label))])
    const wrong = table.rows.flatMap((row, index) => differences(table, row, rows.get(index + 2) ?? [], lang))
    expect([names[at], wrong]).toEqual([names[at], []])
    cells += table.rows.length * table.columns.length
  }
  return cells
}

function differences({ columns }: Table, row: TableRow, cells: readonly Cell[], lang: Lang): unknown[] {
  return columns.flatMap((column, at) => {
    const [wanted, found] = [wantedCell(columnFor(column, row), row[column.key], lang), cells[at] ?? '']
    const isSame =
      typeof wanted === 'number' && typeof found === 'number'
        ? Math.abs(wanted - found) <= 1e-12 * Math.abs(wanted)
        : wanted === found
    return isSame ? [] : [{ row, column: column.key, wanted, found }]
  })
}

/** What a cell says, worked out without the renderer: amounts in major units, differences of shares in points. */
function wantedCell(column: Column, value: TableRow[string] | undefined, lang: Lang): Cell {
  if (typeof value !== 'number') return plain(formatValue(value, column, lang))
  if (column.kind === 'money') return Number(`${value}e-${minorDigits(column.currency ?? '')}`)
  return column.kind === 'points' ? Number((value * 100).toFixed(6)) + 0 : value
}

/** What is left of a text in a workbook: no control characters, LF line ends, 32,767 UTF-16 units. */
function plain(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, '')
  return clean.length <= 32_767 ? clean : `${clean.slice(0, 32_766)}…`
}
