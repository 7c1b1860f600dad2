import { columnFor } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { font, sheetText, sheetValue } from './xlsx-cell.js'
import type { PlacedFigures } from './xlsx-charts/form.js'
import type { Writer } from './xlsx-parts.js'
import { landscape, printMarks } from './xlsx-print.js'
import { columnStyle, columnWidth, markHeading, type OfReport } from './xlsx-table.js'

/** Writes the sheet that the drawn charts refer to: their figures one under the other, each under its title. */
export function writeFigures(workbook: Writer, name: string, placed: readonly PlacedFigures[], report: OfReport): void {
  const columnWidths = widths(placed, report.lang)
  const sheet = workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: landscape(columnWidths),
    headerFooter: printMarks(name, report.title, report.asOf),
  })
  sheet.columns = columnWidths.map((width) => ({ width }))
  for (const { table, headingRow } of placed) {
    const title = sheet.getRow(headingRow - 1).getCell(1)
    title.value = sheetText(table.title)
    title.style = { numFmt: '@', font: { ...font, bold: true, size: 12 } }
    const heading = sheet.getRow(headingRow)
    table.columns.forEach((column, at) => {
      heading.getCell(at + 1).value = sheetText(column.label)
      markHeading(heading.getCell(at + 1), column)
    })
    const styles = table.columns.map((column) => columnStyle(column, report.lang))
    table.rows.forEach((row, index) => {
      table.columns.forEach((column, at) => {
        const cell = sheet.getRow(headingRow + 1 + index).getCell(at + 1)
        cell.value = sheetValue(row[column.key], columnFor(column, row), report.lang)
        cell.style = styles[at]!
      })
    })
  }
  sheet.commit()
}

function widths(placed: readonly PlacedFigures[], lang: Lang): number[] {
  const all: number[] = []
  for (const { table } of placed)
    for (const [at, column] of table.columns.entries())
      all[at] = Math.max(all[at] ?? 0, columnWidth(column, table, lang))
  return all
}
