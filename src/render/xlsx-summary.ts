import type { Cell, stream, Worksheet } from 'exceljs'
import { type Report, readingOrder } from '../core/report/model.js'
import type { Lang } from '../core/values/lang.js'
import { headingOf } from './heading.js'
import { displayWidth } from './text-width.js'
import { groupDigits } from './value.js'
import { renderWords } from './words.js'
import { font, numberFormat, sheetText, sheetValue } from './xlsx-cell.js'

const LABEL_WIDTH = 34
const VALUE_WIDTH = 22
const REST_WIDTH = 44
const LINE_HEIGHT = 16

/** Writes the first sheet: title, what the figures cover, key figures, the tables with their row counts, notes. */
export function writeSummary(workbook: stream.xlsx.WorkbookWriter, name: string, report: Report, lang: Lang): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: { orientation: 'portrait', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = [{ width: LABEL_WIDTH }, { width: VALUE_WIDTH }, { width: REST_WIDTH }]
  addText(sheet, report.title).font = { ...font, bold: true, size: 16 }
  addText(sheet, headingOf(report, lang).join(' · ')).font = { ...font, color: { argb: 'FF5B6675' } }
  if (report.facts.length > 0) sheet.addRow([])
  addFacts(sheet, report, lang)
  addTables(sheet, report, lang)
  addNotes(sheet, report, lang)
  sheet.commit()
}

function addFacts(sheet: Worksheet, report: Report, lang: Lang): void {
  for (const fact of report.facts) {
    const row = sheet.addRow([sheetText(fact.label), sheetValue(fact.value, fact, lang)])
    const value = row.getCell(2)
    value.numFmt = fact.kind === 'days' ? `#,##0${renderWords(lang).daysUnit}` : numberFormat(fact, lang)
    value.font = { ...font, bold: true }
    value.alignment = { horizontal: 'right' }
    for (const column of [1, 2]) row.getCell(column).border = { bottom: { style: 'hair', color: { argb: 'FFBBC4D0' } } }
  }
}

function addTables(sheet: Worksheet, report: Report, lang: Lang): void {
  const words = renderWords(lang)
  if (report.tables.length > 0) addHeading(sheet, words.contents)
  for (const { title, rows, omitted } of readingOrder(report.tables)) {
    const count = words.rows(groupDigits(rows.length))
    const row = sheet.addRow([sheetText(title), count, omitted > 0 ? words.leftOut(groupDigits(omitted)) : null])
    row.getCell(2).alignment = { horizontal: 'right' }
  }
}

function addNotes(sheet: Worksheet, report: Report, lang: Lang): void {
  if (report.notes.length > 0) addHeading(sheet, renderWords(lang).notes)
  for (const note of report.notes) {
    const cell = addText(sheet, note)
    const row = sheet.getRow(Number(cell.row))
    sheet.mergeCells(Number(cell.row), 1, Number(cell.row), 3)
    cell.alignment = { wrapText: true, vertical: 'top' }
    // Excel does not fit the height of merged cells to their text.
    row.height = LINE_HEIGHT * Math.ceil((displayWidth(note) * 1.1) / (LABEL_WIDTH + VALUE_WIDTH + REST_WIDTH))
  }
}

function addHeading(sheet: Worksheet, text: string): void {
  sheet.addRow([])
  addText(sheet, text).font = { ...font, bold: true, size: 12 }
}

function addText(sheet: Worksheet, text: string): Cell {
  const cell = sheet.addRow([sheetText(text)]).getCell(1)
  cell.numFmt = '@'
  return cell
}
