import type { Context } from '../context.js'
import { aspectBits } from '../core/import/aspects.js'
import { cellText } from '../core/import/cells.js'
import { fieldsOf, type Match } from '../core/import/detect.js'
import { underHeadings } from '../core/import/headings.js'
import { IssueLog } from '../core/import/issue-log.js'
import { fillDown, mayBeMerged } from '../core/import/merged-cells.js'
import type { RecordSink, Rounding, SheetMapping } from '../core/import/order-sink.js'
import { orderMapper } from '../core/import/orders.js'
import { profileMapper } from '../core/import/profiles.js'
import {
  type Reading,
  type ReadingHints,
  readingEvidence,
  sameReading,
  type Undecided,
} from '../core/import/reading.js'
import type { EntryRecord, OrderRecord, SkipReason } from '../core/import/record.js'
import { rowTexts } from '../core/import/row-texts.js'
import { orderOfRow } from '../core/import/rows-of-orders.js'
import type { Cell, MergedCells, RowBatch, Sheet } from '../core/import/sheet.js'
import type { SheetPeriod } from '../core/import/sheet-period.js'
import type { Day } from '../core/values/business-date.js'
import { countryCode } from '../core/values/contact-point.js'
import { UserError } from '../core/values/failure.js'
import { hash53 } from '../core/values/hash.js'
import { HashSet } from '../core/values/hash-set.js'
import { openGathering } from '../store/gather.js'
import type { Ledger } from '../store/ledger.js'
import type { StagedSource, Staging } from '../store/staging.js'
import { checkGarbled, type GarbledCount, garbledCounter } from './import-garbled.js'

/** What reading one sheet found, besides the records it staged. */
export interface SheetIntake {
  readonly source: number
  readonly match: Match
  readonly sheet: string
  readonly reading: Reading
  readonly rows: number
  /** Hidden ones among them. */
  readonly hiddenRows: number
  readonly rejectedOrders: number
  readonly skipped: ReadonlyMap<SkipReason, number>
  readonly unknownStatuses: ReadonlyMap<string, number>
  readonly issues: IssueLog
  readonly arithmetic: { readonly checked: number; readonly fitting: number }
  /** Orders of several rows that bear the same total on each: it was counted once. */
  readonly repeatedTotals: number
  readonly rounding: Rounding
}

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

/** A sheet to be staged. */
export interface SheetTask extends SheetView {
  readonly context: Context
  readonly ledger: Ledger
  readonly staging: Staging
  readonly staged: StagedSource
  /** Rows read so far; `isLast` when the sheet is at its end. */
  progress(rows: number, isLast: boolean): void
}

/** Rows whose evidence the first guess is made from. */
const headRows = 2_000

/**
 * Maps one sheet into staging. Cells are read by a first guess from the head while the evidence of all rows is gathered; in
 * the rare case that the whole column decides otherwise, the sheet is read again by what it decided.
 */
export async function takeSheet(task: SheetTask): Promise<SheetIntake> {
  let reading = (await readRows(task, guess(task), headRows)).decide().reading
  const source = task.staging.addSource(task.staged)
  let isGathered = false
  for (let pass = 0; ; pass++) {
    const read = await readThrough(task, source, reading, isGathered)
    if (read === 'scattered') {
      reading = { ...reading, scattered: await scatteredOrders(task) }
      isGathered = true
    } else {
      if (read.undecided.length > 0) throw undecidedError(task, read.undecided[0]!)
      if (sameReading(read.next, reading) || pass === mostPasses) {
        if (!task.isForced) checkGarbled(task, read.garbled)
        task.staging.replaceSource(source, {
          ...task.staged,
          aspects: aspectBits(fieldsOf(task.match), task.match.format.owns),
        })
        return read.intake
      }
      reading = read.next
    }
    task.staging.clearSource(source)
  }
}

/** One for scattered orders, one for what the whole column decides, one for levels that then read otherwise. */
const mostPasses = 4

/** Numbers of the orders whose rows do not stand together. */
async function scatteredOrders(task: SheetTask): Promise<ReadonlySet<string>> {
  const orderOf = orderOfRow(task.match, task.isForced)
  const seen = new HashSet()
  const scattered = new Set<string>()
  let current = ''
  for await (const batch of rowsBelowHeader(task)) {
    for (const cells of batch.rows) {
      const id = orderOf(cells)
      if (id === current) continue
      current = id
      if (id !== '' && !seen.add(hash53(id))) scattered.add(id)
    }
    await task.context.io.breathe()
  }
  return scattered
}

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

function evidenceOf(view: SheetView) {
  return readingEvidence(view.match, view.hints, countryCode)
}

/** The evidence of the first rows, their records thrown away. */
async function readRows(
  view: SheetView,
  reading: Reading,
  most: number,
  seeRow: (cells: readonly Cell[]) => void = () => {},
) {
  const silent: RecordSink = {
    order() {},
    profile() {},
    entry() {},
    issue() {},
    rejected() {},
    skipped() {},
    unknownStatus() {},
  }
  const evidence = evidenceOf(view)
  const mapper = makeMapper(view, reading, evidence, silent)
  let seen = 0
  for await (const batch of rowsBelowHeader(view)) {
    feed(mapper, batch)
    for (const cells of batch.rows) seeRow(cells)
    seen += batch.rows.length
    if (seen >= most) break
  }
  mapper.end()
  return evidence
}

/** How cells are read before anything is known of them. */
function guess(view: SheetView): Reading {
  return evidenceOf(view).decide().reading
}

function makeMapper(view: SheetView, reading: Reading, evidence: ReturnType<typeof evidenceOf>, sink: RecordSink) {
  const mapping: SheetMapping = {
    match: view.match,
    reading,
    evidence,
    isRagged: view.isRagged,
    isSale: view.isSale,
    defaultShop: view.defaultShop,
    ...(view.period === null ? {} : { period: view.period }),
    ...(view.merged.length === 0 ? {} : { fillDown: fillDown(view.match, view.merged) }),
    zone: view.zone,
    today: view.today,
    isForced: view.isForced,
  }
  return view.match.format.kind === 'customers' ? profileMapper(mapping, sink) : orderMapper(mapping, sink)
}

function feed(mapper: { row(number: number, cells: readonly Cell[]): void }, batch: RowBatch): void {
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
  return underHeadings(view.match, belowHeader(view))
}

async function* belowHeader(view: Pick<SheetView, 'sheet' | 'match'>): AsyncIterable<RowBatch> {
  const headerRow = view.match.header.row
  for await (const batch of view.sheet.rows()) {
    const from = batch.numbers.findIndex((number) => number > headerRow)
    if (from < 0) continue
    yield from === 0 ? batch : { ...batch, numbers: batch.numbers.slice(from), rows: batch.rows.slice(from) }
  }
}

/** Rows below the header, those of scattered orders together at the end. */
async function* gatheredRows(task: SheetTask, scattered: ReadonlySet<string>): AsyncIterable<RowBatch> {
  const gathering = openGathering(task.ledger)
  const orderOf = orderOfRow(task.match, task.isForced)
  for await (const batch of rowsBelowHeader(task)) {
    const together = batch.rows.map((cells, index) => {
      const key = orderOf(cells)
      if (!scattered.has(key)) return true
      gathering.add(batch.numbers[index]!, key, cells)
      return false
    })
    yield {
      ...batch,
      numbers: batch.numbers.filter((_, index) => together[index]),
      rows: batch.rows.filter((_, index) => together[index]),
    }
  }
  yield* gathering.rows()
}

/** What one pass found, and how the cells seen by then are to be read. */
interface Pass {
  readonly intake: SheetIntake
  readonly next: Reading
  readonly undecided: readonly Undecided[]
  readonly garbled: GarbledCount
}

/** One pass over all rows; given up as soon as an order turns out to be scattered. */
async function readThrough(
  task: SheetTask,
  source: number,
  reading: Reading,
  isGathered: boolean,
): Promise<Pass | 'scattered'> {
  const evidence = evidenceOf(task)
  const skipped = new Map<SkipReason, number>()
  const unknownStatuses = new Map<string, number>()
  const issues = new IssueLog(task.staged.file, task.staged.sheet, task.match.header.texts)
  let rejectedOrders = 0
  const garbled = garbledCounter()
  const sink: RecordSink = {
    order: (record) => {
      garbled.addBuyer(record.party)
      task.staging.order(source, record)
      if (record.rating !== null) task.staging.entry(source, ratingOf(record, record.rating))
    },
    entry: (record) => task.staging.entry(source, record),
    profile: (record) => {
      garbled.addBuyer(record.party)
      task.staging.profile(source, record)
    },
    issue: (issue) => {
      garbled.addIssue(issue)
      issues.add(issue)
    },
    rejected: (rows, issue) => {
      garbled.addBuyer(null)
      rejectedOrders++
      for (const row of rows) task.staging.reject(source, row.number, row.cells.map(shownText), issue)
    },
    skipped: (reason) => skipped.set(reason, (skipped.get(reason) ?? 0) + 1),
    unknownStatus: (word) => unknownStatuses.set(word, (unknownStatuses.get(word) ?? 0) + 1),
  }
  const mapper = makeMapper(task, reading, evidence, sink)
  const rows = reading.scattered.size === 0 ? rowsBelowHeader(task) : gatheredRows(task, reading.scattered)
  let count = 0
  let hidden = 0
  for await (const batch of rows) {
    feed(mapper, batch)
    if (evidence.hasScattered() && !isGathered) return 'scattered'
    count += batch.rows.length
    hidden += batch.hidden ?? 0
    task.progress(count, false)
    await task.context.io.breathe()
  }
  task.progress(count, true)
  const rounding = mapper.end()
  const { reading: decided, undecided, arithmetic, repeatedTotals } = evidence.decide()
  const next = { ...decided, scattered: reading.scattered }
  const intake: SheetIntake = {
    source,
    match: task.match,
    sheet: task.staged.sheet,
    reading,
    rows: count,
    hiddenRows: hidden,
    rejectedOrders,
    skipped,
    unknownStatuses,
    issues,
    arithmetic,
    repeatedTotals,
    rounding,
  }
  return { intake, next, undecided, garbled }
}

/** What a buyer gave an order, as an entry of its own. */
function ratingOf({ row, party, shop, number, placedOn }: OrderRecord, value: number): EntryRecord {
  const about = { row, kind: 'rating', party, shop, order: number, on: placedOn } as const
  return { ...about, nextOn: null, value, text: '', details: {} }
}

/** A cell as it goes onto the sheet of rejected rows. */
export function shownText(cell: Cell): string {
  return typeof cell === 'object' ? cell.error : typeof cell === 'number' ? cellText(cell) : cell
}

function undecidedError(view: SheetView, undecided: Undecided): UserError {
  const header = view.match.header.texts[undecided.column] ?? ''
  const params = { file: view.file, header, samples: undecided.samples.join(', ') }
  if (undecided.what === 'date-order') return new UserError('bad-data', 'import.date-order', params)
  if (undecided.what === 'decimal') return new UserError('bad-data', 'import.decimal', params)
  const field = [...view.match.columns].find(([, columns]) => columns.includes(undecided.column))?.[0] ?? ''
  return new UserError('bad-data', 'import.twins', { ...params, field, column: undecided.column + 1 })
}
