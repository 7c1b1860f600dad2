import { cellText } from '../core/import/cells.js'
import { columnName, type Match } from '../core/import/columns/detect.js'
import type { Reading, Undecided } from '../core/import/deciders/reading.js'
import { sameReading } from '../core/import/deciders/same-reading.js'
import type { Field } from '../core/import/field.js'
import { IssueLog } from '../core/import/issue-log.js'
import type { RecordSink, Rounding } from '../core/import/order-sink.js'
import { orderOfRow } from '../core/import/orders/rows-of-orders.js'
import type { EntryRecord, OrderRecord, SkipReason } from '../core/import/record.js'
import type { Cell, RowBatch } from '../core/import/sheet.js'
import { UserError } from '../core/values/failure.js'
import { hash53 } from '../core/values/hash.js'
import { HashSet } from '../core/values/hash-set.js'
import { openGathering } from '../store/gather.js'
import { RowStager, type StagedRows } from '../store/row-stager.js'
import { checkGarbled, type GarbledCount, garbledCounter } from './import-garbled.js'
import { isHeaderWord } from './import-match.js'
import { refuseTableBelow } from './import-refusal.js'
import { quoted } from './map-command.js'
import {
  evidenceOf,
  feed,
  guess,
  headRows,
  makeMapper,
  readRows,
  rowsBelowHeader,
  type SheetView,
} from './sheet-view.js'

/** What of a reading an import tells. */
export type ToldReading = Pick<Reading, 'currency' | 'dollar' | 'yen' | 'crown' | 'levels'>

/** What reading one sheet found, besides the records it staged. */
export interface SheetFindings {
  readonly reading: ToldReading
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
  /** Orders whose currency is assumed. */
  readonly unmarked: number
  readonly rounding: Rounding
}

/** Where what is read of a sheet goes. */
export interface RowTaker {
  take(rows: StagedRows): void
  /** Forgets all that was taken: the cells are to be read otherwise. */
  again(): void
  /** Rows read so far, and up to where the file is where another thread reads it; `isLast` when the sheet is at its end. */
  progress(rows: number, isLast: boolean, reached?: number): void
  /** Lets others work; resolves when more may come. */
  breathe(): Promise<void>
}

/** One for scattered orders, one for what the whole column decides, one for levels that then read otherwise. */
const mostPasses = 4

/**
 * Maps one sheet into rows for the store. Cells are read by a first guess from the head while the evidence of all rows is
 * gathered; in the rare case that the whole column decides otherwise, the sheet is read again by what it decided.
 */
export async function mapSheet(view: SheetView, taker: RowTaker): Promise<SheetFindings> {
  let reading = (await readRows(view, guess(view), headRows)).decide().reading
  let isGathered = false
  for (let pass = 0; ; pass++) {
    const read = await readThrough(view, taker, reading, isGathered)
    if (read === 'scattered') {
      reading = { ...reading, scattered: await scatteredOrders(view, taker) }
      isGathered = true
    } else {
      if (read.undecided.length > 0) throw undecidedError(view, read.undecided[0]!)
      if (sameReading(read.next, reading) || pass === mostPasses) {
        if (!view.isForced) checkGarbled(view, read.garbled)
        return read.findings
      }
      reading = read.next
    }
    taker.again()
  }
}

/** Numbers of the orders whose rows do not stand together. */
async function scatteredOrders(view: SheetView, taker: RowTaker): Promise<ReadonlySet<string>> {
  const orderOf = orderOfRow(view.match, view.isForced)
  const seen = new HashSet()
  const scattered = new Set<string>()
  let current = ''
  let count = 0
  for await (const batch of rowsBelowHeader(view)) {
    for (const cells of batch.rows) {
      const id = orderOf(cells)
      if (id === current) continue
      current = id
      if (id !== '' && !seen.add(hash53(id))) scattered.add(id)
    }
    count += batch.rows.length
    taker.progress(count, false)
    await taker.breathe()
  }
  return scattered
}

/** Rows below the header, those of scattered orders together at the end. */
async function* gatheredRows(view: SheetView, scattered: ReadonlySet<string>): AsyncIterable<RowBatch> {
  const gathering = openGathering()
  try {
    const orderOf = orderOfRow(view.match, view.isForced)
    for await (const batch of rowsBelowHeader(view)) {
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
  } finally {
    gathering.close()
  }
}

/** What one pass found, and how the cells seen by then are to be read. */
interface Pass {
  readonly findings: SheetFindings
  readonly next: Reading
  readonly undecided: readonly Undecided[]
  readonly garbled: GarbledCount
}

/** One pass over all rows; given up as soon as an order turns out to be scattered. */
async function readThrough(
  view: SheetView,
  taker: RowTaker,
  reading: Reading,
  isGathered: boolean,
): Promise<Pass | 'scattered'> {
  const evidence = evidenceOf(view)
  const stager = new RowStager()
  const skipped = new Map<SkipReason, number>()
  const unknownStatuses = new Map<string, number>()
  const issues = new IssueLog(view.file, view.sheet.name, view.match.header.texts)
  let rejectedOrders = 0
  const garbled = garbledCounter()
  const sink: RecordSink = {
    order: (record) => {
      garbled.addBuyer(record.party)
      stager.order(record)
      if (record.rating !== null) stager.entry(ratingOf(record, record.rating))
    },
    entry: (record) => stager.entry(record),
    profile: (record) => {
      garbled.addBuyer(record.party)
      stager.profile(record)
    },
    issue: (issue) => {
      garbled.addIssue(issue)
      issues.add(issue)
    },
    rejected: (rows, issue) => {
      garbled.addBuyer(null)
      rejectedOrders++
      for (const { number, cells } of rows) stager.reject({ row: number, cells: cells.map(shownText), issue })
    },
    skipped: (reason) => skipped.set(reason, (skipped.get(reason) ?? 0) + 1),
    unknownStatus: (word) => unknownStatuses.set(word, (unknownStatuses.get(word) ?? 0) + 1),
  }
  const mapper = makeMapper(view, reading, evidence, sink)
  const rows = reading.scattered.size === 0 ? rowsBelowHeader(view) : gatheredRows(view, reading.scattered)
  let count = 0
  let hidden = 0
  const refuseTables = refuseTableBelow(view, isHeaderWord)
  for await (const batch of rows) {
    refuseTables(batch)
    feed(mapper, batch)
    if (evidence.hasScattered() && !isGathered) return 'scattered'
    count += batch.rows.length
    hidden += batch.hidden?.length ?? 0
    taker.take(stager.take())
    taker.progress(count, false)
    await taker.breathe()
  }
  taker.progress(count, true)
  const rounding = mapper.end()
  taker.take(stager.take())
  const { reading: decided, undecided, arithmetic, repeatedTotals, unmarked } = evidence.decide()
  const next = { ...decided, scattered: reading.scattered }
  const { currency, dollar, yen, crown, levels } = reading
  const findings: SheetFindings = {
    reading: { currency, dollar, yen, crown, levels },
    rows: count,
    hiddenRows: hidden,
    rejectedOrders,
    skipped,
    unknownStatuses,
    issues,
    arithmetic,
    repeatedTotals,
    unmarked,
    rounding,
  }
  return { findings, next, undecided, garbled }
}

/** What a buyer gave an order, as an entry of its own. */
function ratingOf({ row, party, shop, number, placedOn }: OrderRecord, value: number): EntryRecord {
  const about = { row, kind: 'rating', party, shop, order: number, on: placedOn } as const
  return { ...about, nextOn: null, value, text: '', details: {} }
}

/** A cell as it goes onto the sheet of rejected rows; a formula nobody calculated is a blank to be filled. */
export function shownText(cell: Cell): string {
  if (typeof cell === 'object') return cell.error === 'no-value' ? '' : cell.error
  return typeof cell === 'number' ? cellText(cell) : cell
}

/** What the seller is asked where a column can be read either way. */
export function undecidedError(view: SheetView, undecided: Undecided): UserError {
  const header = view.match.header.texts[undecided.column] ?? ''
  const params = { file: view.file, header, samples: undecided.samples.join(', ') }
  if (undecided.what === 'date-order') return new UserError('bad-data', 'import.date-order', params)
  if (undecided.what === 'date-turned') return new UserError('bad-data', 'import.date-turned', params)
  if (undecided.what === 'decimal') return new UserError('bad-data', 'import.decimal', params)
  if (undecided.what === 'crown')
    return new UserError('bad-data', 'import.crown', { ...params, command: `crm import ${quoted(view.file)}` })
  if (undecided.what === 'discount') return openDiscount(undecided, params, view)
  const twin = twinOf(undecided.column, view.match)
  if (twin !== header) return twinAmounts(undecided, twin, view)
  const field = [...view.match.columns].find(([, columns]) => columns.includes(undecided.column))?.[0] ?? ''
  return new UserError('bad-data', 'import.twins', { ...params, field, column: undecided.column + 1 })
}

/** Numbers that may be money or a rate: a command for each, and the seller picks one. */
function openDiscount({ column }: Undecided, params: Readonly<Record<string, string>>, view: SheetView): UserError {
  const name = columnName(column, view.match.header)
  const command = (field: Field) => `crm import ${quoted(view.file)} --map ${field}="${name}"`
  return new UserError('bad-data', 'import.discount', {
    ...params,
    ...{ money: command('discount'), paid: command('discountRate'), off: command('discountPercent') },
  })
}

/** What the other column of the same field is called. */
function twinOf(column: number, { header }: Match): string {
  const other = header.keys.findIndex((key, at) => at !== column && key === header.keys[column])
  return header.texts[other] ?? ''
}

/** Two columns that only their units tell apart: the command says which one counts. */
function twinAmounts({ column, samples }: Undecided, twin: string, { match, file }: SheetView): UserError {
  const [field] = [...match.columns].find(([, columns]) => columns.includes(column))!
  return new UserError('bad-data', 'import.twin-amounts', {
    ...{ file, first: match.header.texts[column]!, header: twin, samples: samples.join(', ') },
    command: `crm import ${quoted(file)} --map ${field}="${columnName(column, match.header)}"`,
  })
}
