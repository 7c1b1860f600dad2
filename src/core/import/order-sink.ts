import type { Day } from '../values/business-date.js'
import type { Issue, Severity } from '../values/issue.js'
import type { Match } from './columns/detect.js'
import type { SheetPeriod } from './columns/sheet-period.js'
import type { Reading, ReadingEvidence } from './deciders/reading.js'
import type { EntryRecord, OrderRecord, ProfileRecord, SkipReason } from './record.js'
import type { Cell, FillDown } from './sheet.js'

export interface SourceRow {
  readonly number: number
  readonly cells: readonly Cell[]
}

/** A finding in a row; the column is its position, -1 for the whole row. */
export type RowIssue = Omit<Issue, 'source'> & { readonly row: number; readonly column: number }

/** Reports a finding; an error rejects the order at hand. */
export type ReportIssue = (
  severity: Severity,
  code: string,
  row: number,
  column: number,
  params?: Issue['params'],
) => void

/** Where a mapper hands over what it finds; it keeps nothing in memory beyond the order at hand. */
export interface RecordSink {
  order(record: OrderRecord): void
  /** A row that names a customer and no purchase. */
  profile(record: ProfileRecord): void
  /** A rating, points balance, lead, contact or complaint. */
  entry(record: EntryRecord): void
  issue(issue: RowIssue): void
  /** Rows of an order that cannot be taken, with the issue that decided it. */
  rejected(rows: readonly SourceRow[], issue: RowIssue): void
  skipped(reason: SkipReason, row: number): void
  unknownStatus(word: string): void
}

/** Takes everything and keeps nothing, for a look beforehand. */
export const silentSink: RecordSink = {
  order() {},
  profile() {},
  entry() {},
  issue() {},
  rejected() {},
  skipped() {},
  unknownStatus() {},
}

/** How a sheet is to be mapped. */
export interface SheetMapping {
  readonly match: Match
  readonly reading: Reading
  readonly evidence: ReadingEvidence
  /** Rows of a workbook are ragged by nature; those of a csv must be as long as their header. */
  readonly isRagged: boolean
  readonly defaultShop: string
  /** What the sheet and its file are called. */
  readonly names?: readonly string[]
  /** `--as orders`: payments, shipments or invoices are taken as the sales themselves (R3). */
  readonly isSale?: boolean
  /** Year, and in month sheets the month, of dates that leave them out. */
  readonly period?: SheetPeriod
  /** Gives rows what the merged cells beside them say. */
  readonly fillDown?: FillDown
  /** Orders lie on it or before. */
  readonly today: Day
  /** Zone that instants with an offset are turned into. */
  readonly zone?: string
  /** Order numbers that lost digits are taken as they stand. */
  readonly isForced?: boolean
}

/** Maps rows one after another. */
export interface RowMapper {
  row(number: number, cells: readonly Cell[]): void
  /** Hands over what is left, and tells how line amounts were rounded. */
  end(): Rounding
}

/** Line amounts with more decimals than their currency has. */
export interface Rounding {
  readonly lines: number
  /** Σ of the exact amounts less Σ of the rounded ones, in minor units. */
  readonly differenceMinor: number
}

/** Whether a csv row is as long as its header; blank cells beyond it do not count. */
export function hasHeaderLength(
  mapping: SheetMapping,
  number: number,
  cells: readonly Cell[],
  report: ReportIssue,
): boolean {
  const expected = mapping.match.header.keys.length
  if (mapping.isRagged || cells.length === expected) return true
  if (cells.length > expected && cells.slice(expected).every((extra) => extra === '')) return true
  report('error', cells.length > expected ? 'row.long' : 'row.short', number, -1, { cells: cells.length, expected })
  return false
}
