import type { Alignment, Style, Worksheet } from 'exceljs'
import type { HeatChart } from '../core/report/chart.js'
import { type Column, columnFor, type Table, type TableRow } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { displayWidth } from './text-width.js'
import { type CellValue, formatValue, isNumeric } from './value.js'
import { font, isTooLongForTextFormat, numberFormat, sheetText, sheetValue } from './xlsx-cell.js'
import { entryStyle, guideEntry, leastEntryWidth } from './xlsx-entry.js'
import { addRules, type Writer } from './xlsx-parts.js'
import { landscape, printMarks } from './xlsx-print.js'
import { type SheetCell, writeRows } from './xlsx-rows.js'
import { rulesOf } from './xlsx-rules.js'

/** What a table's sheet says of the report it is of. */
export interface OfReport {
  readonly title: string
  /** YYYY-MM-DD */
  readonly asOf: string
  readonly lang: Lang
}

const SAMPLE = 1_000
const NARROWEST = 6
const WIDEST = 60
/** A first column wider than this would leave too little of the rest beside it. */
const WIDEST_FROZEN = 40

/** Writes a table as a sheet: typed cells under a frozen, filtered heading; `heats` are the charts whose fields it may hold. */
export async function writeTable(
  workbook: Writer,
  name: string,
  table: Table,
  report: OfReport,
  heats: readonly HeatChart[],
): Promise<void> {
  const { columns, rows } = table
  const { asOf, lang } = report
  const widths = columns.map((column) => columnWidth(column, table, lang))
  const frozen = frozenColumns(columns, widths)
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: frozen, ySplit: 1 }],
    // What stays in sight on the screen stands on every page.
    pageSetup: { ...landscape(widths), printTitlesRow: '1:1', ...(frozen === 1 ? { printTitlesColumn: 'A:A' } : {}) },
    headerFooter: printMarks(table.title, report.title, asOf),
  })
  const styles = columns.map((column) => columnStyle(column, lang))
  sheet.columns = columns.map((_, at) => ({ width: widths[at]!, style: styles[at]! }))
  if (columns.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } }
  addRules(sheet, rulesOf(table, heats))
  for (const [index, column] of columns.entries())
    guideEntry(sheet, column, { at: index + 1, rows: rows.length, asOf, lang })
  writeHeading(sheet, columns)
  const cellsOf = (row: TableRow) => columns.map((column, at) => sheetCell(row, column, styles[at]!, lang))
  await writeRows(workbook, sheet, mapped(rows, cellsOf))
  sheet.commit()
}

function* mapped<T, U>(all: Iterable<T>, to: (one: T) => U): Generator<U> {
  for (const one of all) yield to(one)
}

function sheetCell(row: TableRow, column: Column, usual: Partial<Style>, lang: Lang): SheetCell {
  const own = columnFor(column, row)
  const value = sheetValue(row[column.key], own, lang)
  const style = column.kindIn === undefined ? usual : columnStyle(own, lang)
  const marked = column.kind === 'tier' ? tierStyle(style, value) : style
  return { value, style: isTooLongForTextFormat(value) ? { ...marked, numFmt: 'General' } : marked }
}

/** A name or id stays in sight while the rest is scrolled. */
function frozenColumns([first, ...rest]: readonly Column[], [width = 0]: readonly number[]): number {
  const names = first?.kind === 'text' || first?.kind === 'id' || first?.kind === 'company'
  return names && rest.length > 0 && width <= WIDEST_FROZEN && first.entry === undefined ? 1 : 0
}

function writeHeading(sheet: Worksheet, columns: readonly Column[]): void {
  const row = sheet.addRow(columns.map(({ label }) => sheetText(label)))
  for (const [at, column] of columns.entries()) markHeading(row.getCell(at + 1), column)
  row.commit()
}

/** Makes a cell look like the heading of a column. */
export function markHeading(cell: { style: Partial<Style> }, column: Column): void {
  cell.style = {
    numFmt: '@',
    font: { ...font, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } },
    border: { bottom: { style: 'thin', color: { argb: 'FF8FA6C8' } } },
    alignment: { ...alignment(column), vertical: 'middle', wrapText: true },
  }
}

/** The look of a column's cells. */
export function columnStyle(column: Column, lang: Lang): Partial<Style> {
  const style = { numFmt: numberFormat(column, lang), alignment: { ...alignment(column), vertical: 'top' as const } }
  return { ...style, ...entryStyle(column) }
}

/** Ground and words of the tiers; the letter says the same. */
const tierColors = {
  A: ['FFD9F2E3', 'FF0B6B3A'],
  B: ['FFDCEBFB', 'FF1A5A9E'],
  C: ['FFF7ECCE', 'FF6B5312'],
  U: ['FFE8EBEF', 'FF56606D'],
} as const

const tierStyles = new WeakMap<Partial<Style>, Map<CellValue, Partial<Style>>>()

// One style object a tier of a column, for the same reason.
function tierStyle(style: Partial<Style>, tier: CellValue | Date): Partial<Style> {
  if (tier !== 'A' && tier !== 'B' && tier !== 'C' && tier !== 'U') return style
  const known = tierStyles.get(style) ?? new Map<CellValue, Partial<Style>>()
  tierStyles.set(style, known)
  const [ground, words] = tierColors[tier]
  const made = known.get(tier) ?? {
    ...style,
    font: { ...font, bold: tier === 'A', color: { argb: words } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: ground } },
  }
  known.set(tier, made)
  return made
}

// The indent keeps text from touching the number on its left.
function alignment({ kind }: Column): Partial<Alignment> {
  if (kind === 'tier') return { horizontal: 'center' }
  return isNumeric(kind) ? { horizontal: 'right' } : { horizontal: 'left', indent: 1 }
}

/** Room for the texts of a column, in characters; the heading needs room for the filter's arrow beside it. */
export function columnWidth(column: Column, table: Table, lang: Lang): number {
  const least = leastEntryWidth(column)
  const texts = table.rows.slice(0, SAMPLE).map((row) => formatValue(row[column.key], columnFor(column, row), lang))
  const widest = texts.reduce((most, text) => Math.max(most, displayWidth(text)), displayWidth(column.label) + 3)
  return Math.min(WIDEST, Math.max(NARROWEST, least, widest + 3))
}
