import { Writable } from 'node:stream'
import type { Alignment, stream, Worksheet } from 'exceljs'
import { type Report, readingOrder } from '../core/report/model.js'
import { type Column, columnFor, type Table } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { sheetNames } from './sheet-names.js'
import { displayWidth } from './text-width.js'
import { formatValue, holdsShares, isNumeric } from './value.js'
import { renderWords } from './words.js'
import { font, isTooLongForTextFormat, numberFormat, sheetText, sheetValue } from './xlsx-cell.js'
import { entryStyle, guideEntry, isToWorkIn, leastEntryWidth } from './xlsx-entry.js'
import { writeSummary } from './xlsx-summary.js'
import { stampZip } from './zip-stamp.js'

/** A workbook being written row by row. */
type Writer = stream.xlsx.WorkbookWriter

const MOST_ROWS = 1_048_575
const SAMPLE = 1_000
const NARROWEST = 6
const WIDEST = 60
// After so many rows the writer is given a turn to compress them, so that they do not pile up.
const TURN = 2_000

/**
 * The report as an Excel workbook: a summary sheet (unless it is to be bare), then a sheet a table with typed cells. Equal
 * reports give equal bytes; the document properties name nobody.
 */
export async function renderXlsx(report: Report, lang: Lang, isBare = false): Promise<Uint8Array> {
  const { default: WorkbookWriter } = await import('exceljs/lib/stream/xlsx/workbook-writer.js')
  const sink = collector()
  const workbook = new WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: true })
  const [year, month, day] = report.asOf.split('-').map(Number) as [number, number, number]
  workbook.creator = workbook.lastModifiedBy = 'crm'
  workbook.created = workbook.modified = new Date(Date.UTC(year, month - 1, day))
  const tables = readingOrder(report.tables).flatMap((table) => sheetParts(table))
  // A workbook to work in opens where the work is.
  const first = Math.max(0, tables.findIndex(isToWorkIn) + (isBare ? 0 : 1))
  const activeTab = tables.some(isToWorkIn) ? first : 0
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab, visibility: 'visible' }]
  const titles = tables.map(({ title }) => title)
  const names = sheetNames(isBare ? titles : [renderWords(lang).summary, ...titles])
  if (!isBare) writeSummary(workbook, names.shift()!, report, lang)
  for (const [index, table] of tables.entries()) await writeTable(workbook, names[index]!, table, report.asOf, lang)
  await workbook.commit()
  return stampZip(sink.bytes(), report.asOf)
}

function collector(): Writable & { bytes(): Uint8Array } {
  const chunks: Uint8Array[] = []
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  return Object.assign(sink, { bytes: () => new Uint8Array(Buffer.concat(chunks)) })
}

/** A table in parts of at most `most` rows, which is what one sheet holds under its heading; a longer one goes on in the next. */
export function sheetParts(table: Table, most = MOST_ROWS): Table[] {
  const parts = Math.max(1, Math.ceil(table.rows.length / most))
  if (parts === 1) return [table]
  return Array.from({ length: parts }, (_, part) => ({
    ...table,
    rows: table.rows.slice(part * most, (part + 1) * most),
  }))
}

async function writeTable(workbook: Writer, name: string, table: Table, asOf: string, lang: Lang): Promise<void> {
  const { columns, rows } = table
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  })
  const styles = columns.map((column) => columnStyle(column, lang))
  sheet.columns = columns.map((column, at) => {
    return { width: columnWidth(column, table, lang), style: styles[at]! }
  })
  if (columns.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } }
  for (const [index, column] of columns.entries()) {
    addBars(sheet, table, column, index + 1)
    guideEntry(sheet, column, { at: index + 1, rows: rows.length, asOf, lang })
  }
  writeHeading(sheet, columns)
  for (const [index, row] of rows.entries()) {
    const cells = columns.map((column) => sheetValue(row[column.key], columnFor(column, row), lang))
    const written = sheet.addRow(cells)
    // One style object a column: exceljs knows it again and does not render it anew for each cell.
    cells.forEach((cell, at) => {
      const column = columns[at]!
      const style = column.kindIn === undefined ? styles[at]! : columnStyle(columnFor(column, row), lang)
      written.getCell(at + 1).style = isTooLongForTextFormat(cell) ? { ...style, numFmt: 'General' } : style
    })
    written.commit()
    if (index % TURN === TURN - 1) await new Promise((resolve) => setImmediate(resolve))
  }
  sheet.commit()
}

function writeHeading(sheet: Worksheet, columns: readonly Column[]): void {
  const row = sheet.addRow(columns.map(({ label }) => sheetText(label)))
  columns.forEach((column, index) => {
    const cell = row.getCell(index + 1)
    cell.numFmt = '@'
    cell.font = { ...font, bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } }
    cell.border = { bottom: { style: 'thin', color: { argb: 'FF8FA6C8' } } }
    cell.alignment = { ...alignment(column), vertical: 'middle', wrapText: true }
  })
  row.commit()
}

function columnStyle(column: Column, lang: Lang) {
  const style = { numFmt: numberFormat(column, lang), alignment: { ...alignment(column), vertical: 'top' as const } }
  return { ...style, ...entryStyle(column) }
}

// The indent keeps text from touching the number on its left.
function alignment({ kind }: Column): Partial<Alignment> {
  if (kind === 'tier') return { horizontal: 'center' }
  return isNumeric(kind) ? { horizontal: 'right' } : { horizontal: 'left', indent: 1 }
}

// The heading needs room for the filter's arrow beside it.
function columnWidth(column: Column, table: Table, lang: Lang): number {
  const least = leastEntryWidth(column)
  const texts = table.rows.slice(0, SAMPLE).map((row) => formatValue(row[column.key], columnFor(column, row), lang))
  const widest = texts.reduce((most, text) => Math.max(most, displayWidth(text)), displayWidth(column.label) + 3)
  return Math.min(WIDEST, Math.max(NARROWEST, least, widest + 3))
}

function addBars(sheet: Worksheet, { rows }: Table, { key, kind }: Column, at: number): void {
  if ((kind !== 'bar' && kind !== 'percent') || !holdsShares(rows.map((row) => row[key]))) return
  const letter = sheet.getColumn(at).letter
  sheet.addConditionalFormatting({
    ref: `${letter}2:${letter}${rows.length + 1}`,
    rules: [dataBar(at)],
  })
}

function dataBar(priority: number) {
  return {
    type: 'dataBar' as const,
    priority,
    // One scale for all bars, from nothing to the whole.
    cfvo: [
      { type: 'num' as const, value: 0 },
      { type: 'num' as const, value: 1 },
    ],
    color: { argb: 'FF8FB6EE' },
    gradient: true,
  }
}
