import { withWholeDays } from '../core/import/columns/day-parts.js'
import type { Match } from '../core/import/columns/detect.js'
import { type Header, isHeaderAgain } from '../core/import/columns/header.js'
import { asWideAsHeader, underHeadings } from '../core/import/columns/headings.js'
import type { SheetPeriod } from '../core/import/columns/sheet-period.js'
import { asShown } from '../core/import/columns/shown-numbers.js'
import { type Reading, type ReadingHints, readingEvidence, type Undecided } from '../core/import/deciders/reading.js'
import { type RecordSink, type RowMapper, type SheetMapping, silentSink } from '../core/import/order-sink.js'
import { fillDown, mayBeMerged } from '../core/import/orders/merged-cells.js'
import { orderMapper } from '../core/import/orders/orders.js'
import { rowTexts } from '../core/import/orders/row-texts.js'
import { profileMapper } from '../core/import/profiles.js'
import type { Cell, MergedCells, RowBatch, Sheet } from '../core/import/sheet.js'
import type { Day } from '../core/values/business-date.js'
import { countryCode } from '../core/values/contact-point.js'

/** Everything the reading of a sheet's cells depends on. */
export interface SheetView {
  readonly file: string
  readonly sheet: Sheet
  readonly match: Match
  readonly isRagged: boolean
  /** Payments, shipments or invoices are taken as the sales themselves (R3). */
  readonly isSale: boolean
  readonly defaultShop: string
  readonly hints: ReadingHints
  readonly period: SheetPeriod | null
  readonly merged: readonly MergedCells[]
  /** In which days of instants begin. */
  readonly zone: string
  readonly today: Day
  /** The seller takes garbled names and damaged order numbers as they stand. */
  readonly isForced: boolean
}

/** Rows whose evidence the first guess is made from. */
export const headRows = 2_000

/** How a sheet would be read: what is decided from all its rows, what is left open, and its words of state. */
export interface Judged {
  readonly reading: Reading
  readonly undecided: readonly Undecided[]
  /** Rows with each word, most first. */
  readonly statusWords: ReadonlyMap<string, number>
}

/** Judges a sheet as the import does, without refusing what is left open. */
export async function judgeSheet(view: SheetView): Promise<Judged> {
  const first = (await readRows(view, guess(view), headRows)).decide().reading
  const words = new Map<string, number>()
  const look = rowTexts(view.match)
  const evidence = await readRows(view, first, Number.POSITIVE_INFINITY, (cells) => {
    const text = look(cells).text('status')
    if (text !== '') words.set(text, (words.get(text) ?? 0) + 1)
  })
  const { reading, undecided } = evidence.decide()
  return { reading, undecided, statusWords: new Map([...words].sort((a, b) => b[1] - a[1])) }
}

/** Gathers what decides how the cells of a sheet are read. */
export function evidenceOf(view: SheetView) {
  return readingEvidence(view.match, view.hints, countryCode)
}

/** The evidence of the first rows, their records thrown away. */
export async function readRows(
  view: SheetView,
  reading: Reading,
  most: number,
  seeRow: (cells: readonly Cell[]) => void = () => {},
) {
  const evidence = evidenceOf(view)
  const mapper = makeMapper(view, reading, evidence, silentSink)
  let seen = 0
  for await (const batch of rowsBelowHeader(view)) {
    feed(mapper, batch)
    for (const cells of batch.rows) if (!isHeaderAgain(view.match.header, cells)) seeRow(cells)
    seen += batch.rows.length
    if (seen >= most) break
  }
  mapper.end()
  return evidence
}

/** How cells are read before anything is known of them. */
export function guess(view: SheetView): Reading {
  return evidenceOf(view).decide().reading
}

/** Maps the rows of a sheet by a reading, and adds them to the evidence. */
export function makeMapper(
  view: SheetView,
  reading: Reading,
  evidence: ReturnType<typeof evidenceOf>,
  sink: RecordSink,
) {
  const mapping: SheetMapping = {
    match: view.match,
    reading,
    evidence,
    isRagged: view.isRagged,
    isSale: view.isSale,
    defaultShop: view.defaultShop,
    names: [view.sheet.name, view.file.replace(/^.*[\\/]|\.[^.]*$/g, '')],
    ...(view.period === null ? {} : { period: view.period }),
    ...(view.merged.length === 0 ? {} : { fillDown: fillDown(view.match, view.merged) }),
    zone: view.zone,
    today: view.today,
    isForced: view.isForced,
  }
  const mapper = view.match.format.kind === 'customers' ? profileMapper(mapping, sink) : orderMapper(mapping, sink)
  return withoutHeaders(mapper, view.match.header, sink)
}

/** A mapper that passes over rows that are the header once more, as where one file was put under another. */
function withoutHeaders(mapper: RowMapper, header: Header, sink: RecordSink): RowMapper {
  return {
    row: (number, cells) =>
      isHeaderAgain(header, cells) ? sink.skipped('heading', number) : mapper.row(number, cells),
    end: () => mapper.end(),
  }
}

/** Hands a mapper the rows of a batch. */
export function feed(mapper: { row(number: number, cells: readonly Cell[]): void }, batch: RowBatch): void {
  for (let index = 0; index < batch.rows.length; index++) mapper.row(batch.numbers[index]!, batch.rows[index]!)
}

/** The merged cells of a plain sheet in whose first rows some may be; platforms write none, but for their order numbers. */
export async function mergedCells(sheet: Sheet, match: Match): Promise<readonly MergedCells[]> {
  if (sheet.merged === undefined || match.format.fields !== 'aliases' || match.format.kind !== 'orders') return []
  const mayBe = mayBeMerged(match)
  let seen = 0
  for await (const { rows } of rowsBelowHeader({ sheet, match })) {
    if (rows.some(mayBe)) return sheet.merged()
    seen += rows.length
    if (seen >= headRows) break
  }
  return []
}

/** Rows below the header, each with what the heading above it says. */
export function rowsBelowHeader(view: Pick<SheetView, 'sheet' | 'match'>): AsyncIterable<RowBatch> {
  return underHeadings(view.match, asWideAsHeader(view.match, withWholeDays(view.match.dayParts, belowHeader(view))))
}

async function* belowHeader(view: Pick<SheetView, 'sheet' | 'match'>): AsyncIterable<RowBatch> {
  const headerRow = view.match.header.row
  for await (const batch of asShown(view.match, view.sheet.rows())) {
    const from = batch.numbers.findIndex((number) => number > headerRow)
    if (from < 0) continue
    yield from === 0 ? batch : { ...batch, numbers: batch.numbers.slice(from), rows: batch.rows.slice(from) }
  }
}
