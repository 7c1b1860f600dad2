import type { Cell, Row, Worksheet } from 'exceljs'
import type { Report } from '../core/report/model.js'
import type { Lang } from '../core/values/lang.js'
import { headingOf } from './heading.js'
import { displayWidth } from './text-width.js'
import { groupDigits } from './value.js'
import { renderWords } from './words.js'
import { font, numberFormat, sheetText, sheetValue } from './xlsx-cell.js'
import { CHART_WIDTH_PX, type Corner, chartMarkup, type DrawnChart, drawingMarkup } from './xlsx-drawing.js'
import { addDrawing, addLinks, type Writer } from './xlsx-parts.js'
import { footer, portrait } from './xlsx-print.js'

/** A line of the contents: the sheet it leads to, and what there is to say of it. */
export interface ContentsLine {
  readonly sheet: string
  readonly title: string
  /** Left out where the sheet is no list. */
  readonly rows?: number
  readonly told?: string
}

/** What the cover holds beside the report's own words. */
export interface Cover {
  readonly name: string
  readonly contents: readonly ContentsLine[]
  readonly charts: readonly DrawnChart[]
}

/** Characters across the columns of the text. */
const WIDTHS = [30, 20, 36] as const
const WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0)
/** Between the text and the charts, in characters. */
const GAP = 3
const PX_PER_CHARACTER = 7
const CHART_WIDTH = Math.ceil(CHART_WIDTH_PX / PX_PER_CHARACTER)
const CHART_GAP_PX = 14
const LINE_PT = 16
const ROW_PT = 18
const PX_PER_PT = 96 / 72

/** The sheet as it grows, and what it is of. */
interface Page {
  readonly sheet: Worksheet
  readonly report: Report
  readonly lang: Lang
}

/**
 * Writes the first sheet: title, what the figures cover, the things to do first, key figures, the sheets with their row counts,
 * notes; the charts stand beside these.
 */
export function writeCover(workbook: Writer, cover: Cover, report: Report, lang: Lang): void {
  const hasCharts = cover.charts.length > 0
  const sheet = workbook.addWorksheet(cover.name, {
    views: [{ showGridLines: false }],
    // With its charts the cover is one page: Excel would cut one in two where the first ends.
    pageSetup: { ...portrait, fitToHeight: hasCharts ? 1 : 0 },
    headerFooter: { oddFooter: footer(report.title) },
  })
  const widths = hasCharts ? [...WIDTHS, GAP, CHART_WIDTH] : WIDTHS
  sheet.columns = widths.map((width) => ({ width }))
  const page = { sheet, report, lang }
  addTitle(page)
  addActions(page)
  const top = heightOf(sheet)
  addFacts(page)
  addContents(page, cover.contents)
  addNotes(page)
  if (hasCharts) addCharts(workbook, page, cover.charts, top)
  sheet.commit()
}

function addTitle({ sheet, report, lang }: Page): void {
  const title = addText(sheet, report.title)
  title.font = { ...font, bold: true, size: 16 }
  lineOf(sheet, title).height = 26
  addText(sheet, headingOf(report, lang).join(' · ')).font = { ...font, color: { argb: 'FF5B6675' } }
}

function addActions({ sheet, report: { actions = [] }, lang }: Page): void {
  if (actions.length === 0) return
  addHeading(sheet, renderWords(lang).actions)
  actions.forEach((action, at) => {
    addSentence(sheet, `${at + 1}. ${action}`)
  })
}

function addFacts({ sheet, report, lang }: Page): void {
  if (report.facts.length > 0) addHeading(sheet, renderWords(lang).keyFigures)
  for (const fact of report.facts) {
    const row = addRow(sheet, [sheetText(fact.label), sheetValue(fact.value, fact, lang)])
    const value = row.getCell(2)
    value.numFmt = fact.kind === 'days' ? `#,##0${renderWords(lang).daysUnit}` : numberFormat(fact, lang)
    value.font = { ...font, bold: true }
    value.alignment = { horizontal: 'right' }
    for (const column of [1, 2]) row.getCell(column).border = { bottom: { style: 'hair', color: { argb: 'FFBBC4D0' } } }
  }
}

function addContents({ sheet, lang }: Page, contents: readonly ContentsLine[]): void {
  const words = renderWords(lang)
  if (contents.length > 0) addHeading(sheet, words.contents)
  const links = contents.map(({ sheet: to, title, rows, told }) => {
    const count = rows === undefined ? [] : [words.rows(groupDigits(rows))]
    const more = [...count, ...(told === undefined ? [] : [told])].join(' · ')
    const row = addRow(sheet, [sheetText(title), null, sheetText(more)])
    sheet.mergeCells(row.number, 1, row.number, 2)
    const [link, beside] = [row.getCell(1), row.getCell(3)]
    link.numFmt = beside.numFmt = '@'
    link.font = { ...font, color: { argb: 'FF2463C4' }, underline: true }
    link.alignment = beside.alignment = { horizontal: 'left', vertical: 'top', wrapText: true }
    row.height = Math.max(heightFor(title, WIDTHS[0] + WIDTHS[1]), heightFor(more, WIDTHS[2]))
    return { cell: link.address, sheet: to }
  })
  addLinks(sheet, links)
}

function addNotes({ sheet, report, lang }: Page): void {
  if (report.notes.length > 0) addHeading(sheet, renderWords(lang).notes)
  for (const note of report.notes) addSentence(sheet, note)
}

function addCharts(workbook: Writer, { sheet, lang }: Page, charts: readonly DrawnChart[], top: number): void {
  let at = top + CHART_GAP_PX
  const corners = charts.map(({ plot }) => {
    const corner = cornerAt(sheet, at)
    at += plot.heightPx + CHART_GAP_PX
    return corner
  })
  // As the screen has it, unless the charts make it a tall page.
  sheet.pageSetup.orientation = at > (WIDTH + GAP + CHART_WIDTH) * PX_PER_CHARACTER ? 'portrait' : 'landscape'
  const markups = charts.map((chart) => chartMarkup(chart, lang))
  addDrawing(workbook, sheet, drawingMarkup(charts, corners), markups)
}

/** The place so many pixels from the top, right of the text; rows below the last are of the usual height. */
function cornerAt(sheet: Worksheet, px: number): Corner {
  let [row, left] = [0, px]
  for (let height = heightPxOf(sheet, 1); left >= height; height = heightPxOf(sheet, row + 1)) {
    left -= height
    row++
  }
  return { column: WIDTHS.length + 1, row, intoRowPx: Math.round(left) }
}

function heightOf(sheet: Worksheet): number {
  let height = 0
  for (let row = 1; row <= sheet.lastRow!.number; row++) height += heightPxOf(sheet, row)
  return height
}

function heightPxOf(sheet: Worksheet, row: number): number {
  return (row <= sheet.lastRow!.number ? sheet.getRow(row).height : 15) * PX_PER_PT
}

function addHeading(sheet: Worksheet, text: string): void {
  addRow(sheet, [])
  const heading = addText(sheet, text)
  heading.font = { ...font, bold: true, size: 12 }
  lineOf(sheet, heading).height = 20
}

/** A sentence across the columns of the text. */
function addSentence(sheet: Worksheet, text: string): void {
  const cell = addText(sheet, text)
  const row = lineOf(sheet, cell)
  sheet.mergeCells(row.number, 1, row.number, WIDTHS.length)
  cell.alignment = { wrapText: true, vertical: 'top' }
  row.height = heightFor(text, WIDTH)
}

// Excel fits the height of merged cells to their text never, and that of others only when they are edited.
function heightFor(text: string, width: number): number {
  const lines = Math.max(1, Math.ceil((displayWidth(text) * 1.1) / width))
  return Math.max(ROW_PT, LINE_PT * lines + 2)
}

function addText(sheet: Worksheet, text: string): Cell {
  const cell = addRow(sheet, [sheetText(text)]).getCell(1)
  cell.numFmt = '@'
  return cell
}

/** Every row has a height of its own, so that what stands beside the text can be placed. */
function addRow(sheet: Worksheet, values: Parameters<Worksheet['addRow']>[0]): Row {
  const row = sheet.addRow(values)
  row.height = ROW_PT
  return row
}

function lineOf(sheet: Worksheet, cell: Cell): Row {
  return sheet.getRow(Number(cell.row))
}
