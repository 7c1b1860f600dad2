import type { CalendarEntry } from './calendar.js'
import type { Chart } from './chart.js'
import type { ColumnKind, PersonField, Table, Value } from './table.js'

/** One key figure of a report, shown above its tables. */
export interface Fact {
  readonly label: string
  readonly kind: ColumnKind
  readonly value: Value
  readonly currency?: string
  readonly person?: PersonField
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * Everything a renderer needs and nothing it has to work out: words are in the reader's language already, totals were
 * taken over all rows before any limit.
 */
export interface Report {
  readonly name: string
  readonly title: string
  /** YYYY-MM-DD */
  readonly asOf: string
  /** First and last day that count, both YYYY-MM-DD; `from` null for the whole ledger; null where a window has no meaning. */
  readonly window: { readonly from: string | null; readonly to: string; readonly days: number | null } | null
  readonly currency: string | null
  /** The filter, as typed, whose customers alone everything here is of; left out where it is of all, or only a list is of the few. */
  readonly only?: string
  readonly params: { readonly [key: string]: Json }
  /** Machine-readable summary, the `summary` of `--json`. */
  readonly summary: { readonly [key: string]: Json }
  readonly facts: readonly Fact[]
  /** The things to do first, as sentences, the most pressing first. */
  readonly actions?: readonly string[]
  /** The first table is the report's main table (`columns`, `rows` of `--json`). */
  readonly tables: readonly Table[]
  /** Read after the tables that sum up. */
  readonly charts?: readonly Chart[]
  /** What a calendar can hold of it; absent where nothing of the report has a day to do it on. */
  readonly calendar?: readonly CalendarEntry[]
  /** Sentences the reader should know, in the reader's language. */
  readonly notes: readonly string[]
}

/** The tables in the order people read them on a page or in a workbook; machines always find the main table first. */
export function readingOrder(all: readonly Table[]): readonly Table[] {
  return terminalOrder(all.filter((table) => table.isForTerminal !== true))
}

/** The same on a terminal, with what it says once more for want of room. */
export function terminalOrder(all: readonly Table[]): readonly Table[] {
  const tables = all.filter((table) => table.isForMachines !== true)
  return [...tables.filter((table) => table.isDetail !== true), ...tables.filter((table) => table.isDetail === true)]
}

/** The report without what only a sheet to work in has. */
export function withoutEntries(report: Report): Report {
  const tables = report.tables.map((table) => ({ ...table, columns: table.columns.filter(({ entry }) => !entry) }))
  return { ...report, tables }
}
