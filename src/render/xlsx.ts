import { Writable } from 'node:stream'
import type { HeatChart } from '../core/report/chart.js'
import { type Report, readingOrder } from '../core/report/model.js'
import type { Table } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { sheetNames } from './sheet-names.js'
import { groupDigits } from './value.js'
import { renderWords } from './words.js'
import { formOf } from './xlsx-charts/index.js'
import { type ContentsLine, writeCover } from './xlsx-cover.js'
import { placeCharts } from './xlsx-drawing.js'
import { isToWorkIn } from './xlsx-entry.js'
import { writeFigures } from './xlsx-figures.js'
import type { Writer } from './xlsx-parts.js'
import { heatColumns } from './xlsx-rules.js'
import { type OfReport, writeTable } from './xlsx-table.js'
import { shareTexts } from './xlsx-texts.js'
import { stampZip } from './zip-stamp.js'

const MOST_ROWS = 1_048_575

/** A table with the sheets it takes and the heat charts whose fields are to be shaded in it. */
interface TablePlan {
  readonly table: Table
  readonly parts: readonly Table[]
  readonly heats: readonly HeatChart[]
}

/**
 * The report as an Excel workbook: a cover with the charts (unless it is to be bare), then a sheet a table with typed cells,
 * then the figures of the charts. Equal reports give equal bytes; the document properties name nobody.
 */
export async function renderXlsx(report: Report, lang: Lang, isBare = false): Promise<Uint8Array> {
  const { default: WorkbookWriter } = await import('exceljs/lib/stream/xlsx/workbook-writer.js')
  const sink = collector()
  const workbook = new WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: true })
  shareTexts(workbook)
  const [year, month, day] = report.asOf.split('-').map(Number) as [number, number, number]
  workbook.creator = workbook.lastModifiedBy = 'crm'
  workbook.created = workbook.modified = new Date(Date.UTC(year, month - 1, day))
  const plans = tablePlans(report, lang, isBare)
  // A workbook to work in opens where the work is.
  const work = plans.flatMap(({ parts }) => parts).findIndex(isToWorkIn)
  const activeTab = work === -1 ? 0 : work + (isBare ? 0 : 1)
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab, visibility: 'visible' }]
  await (isBare
    ? writeTables(workbook, plans, namesOf(plans), { ...report, lang })
    : writeWhole(workbook, plans, report, lang))
  await workbook.commit()
  return stampZip(sink.bytes(), report.asOf)
}

async function writeWhole(workbook: Writer, plans: readonly TablePlan[], report: Report, lang: Lang): Promise<void> {
  const { summary, chartFigures } = renderWords(lang)
  const [cover, ...names] = namesOf(plans, summary, chartFigures)
  const figuresSheet = names.pop()!
  const placed = placeCharts(report.charts ?? [], figuresSheet, lang)
  const contents = contentsOf(plans, names, lang)
  if (placed.length > 0) contents.push({ sheet: figuresSheet, title: chartFigures })
  writeCover(workbook, { name: cover!, contents, charts: placed.map(({ drawn }) => drawn) }, report, lang)
  const ofReport = { ...report, lang }
  await writeTables(workbook, plans, names, ofReport)
  const figures = placed.map((each) => each.figures)
  if (figures.length > 0) writeFigures(workbook, figuresSheet, figures, ofReport)
}

async function writeTables(
  workbook: Writer,
  plans: readonly TablePlan[],
  names: readonly string[],
  report: OfReport,
): Promise<void> {
  let sheet = 0
  for (const { parts, heats } of plans)
    for (const part of parts) await writeTable(workbook, names[sheet++]!, part, report, heats)
}

/** The report's tables in reading order, then the charts' own where the report has no such table. */
function tablePlans(report: Report, lang: Lang, isBare: boolean): readonly TablePlan[] {
  const charts = isBare ? [] : (report.charts ?? [])
  const known = new Set(report.tables.map(({ key }) => key))
  const own = charts.map(({ table }) => table).filter(({ key }) => !known.has(key))
  const heats = charts.filter((chart) => chart.kind === 'heat')
  const plans = [...readingOrder(report.tables), ...own].map((table) => {
    const held = heats.filter((heat) => heat.table.key === table.key && heatColumns(table, heat) !== null)
    return { table, parts: sheetParts(table), heats: held }
  })
  const held = new Set(plans.flatMap((plan) => plan.heats))
  const grids = heats.filter((heat) => !held.has(heat)).map((heat) => gridPlan(heat, lang))
  return [...plans, ...grids]
}

/** A sheet of the chart's fields alone, where no table has them as they are drawn. */
function gridPlan(heat: HeatChart, lang: Lang): TablePlan {
  const table = formOf(heat).figures(heat, lang)
  return { table, parts: [table], heats: [heat] }
}

function namesOf(plans: readonly TablePlan[], before?: string, after?: string): string[] {
  const titles = plans.flatMap(({ parts }) => parts.map(({ title }) => title))
  return sheetNames([...(before === undefined ? [] : [before]), ...titles, ...(after === undefined ? [] : [after])])
}

/** Where each table begins, its rows, and what there is to say: how many more there are, why there are none, what its colours show. */
function contentsOf(plans: readonly TablePlan[], names: readonly string[], lang: Lang): ContentsLine[] {
  let sheet = 0
  return plans.map(({ table: { title, rows, omitted, reason }, parts, heats }) => {
    const more = omitted > 0 ? renderWords(lang).leftOut(groupDigits(omitted)) : (reason ?? heats[0]?.title)
    const line = { sheet: names[sheet]!, title, rows: rows.length }
    sheet += parts.length
    return more === undefined ? line : { ...line, told: more }
  })
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
