/**
 * What a column holds; drives alignment, xlsx number format, csv raw form, html class and json type.
 * money: integer minor units of the column's currency · percent: a fraction, 0.25 for 25 % · date: YYYY-MM-DD ·
 * points: the difference of two fractions, 0.1 for ten percentage points · days, count, score: integers · number: any number ·
 * bar: a fraction drawn as a bar · the rest: text.
 */
export type ColumnKind =
  | 'text'
  | 'id'
  | 'tier'
  | 'count'
  | 'number'
  | 'money'
  | 'percent'
  | 'points'
  | 'date'
  | 'days'
  | 'score'
  | 'bar'
  | 'company'
  | 'phone'
  | 'email'

/**
 * What a column is for in a sheet the seller works in: one of some words, a day later than the report's (or any), an amount, or words of his
 * own, each with a hint in his language; `key` tells the row apart when the sheet comes back.
 */
export type Entry =
  | { readonly kind: 'choice'; readonly hint: string; readonly choices: readonly string[] }
  | { readonly kind: 'date'; readonly hint: string; readonly isAnyDay?: boolean }
  | { readonly kind: 'text' | 'amount' | 'key'; readonly hint: string }

export interface Column {
  /** Stable English name used in JSON; money columns end in `Minor`. */
  readonly key: string
  readonly kind: ColumnKind
  /** Heading in the reader's language. */
  readonly label: string
  /** ISO 4217 code of a money column. */
  readonly currency?: string
  /** Left out of the terminal table (kept in files and JSON). */
  readonly wide?: boolean
  /** Texts are never wrapped nor cut on a terminal; where room is short, columns to the right are left out. */
  readonly isWhole?: boolean
  /** A list of sentences: on a terminal they stand one under the other, all but the first after a plus. */
  readonly isStacked?: boolean
  /** Key of the row's cell that says the kind of this one, in a table whose rows hold figures of different kinds; `kind` then places the column. */
  readonly kindIn?: string
  /** What people read in place of a coded value (a segment, a channel), in their language; JSON keeps the code. */
  readonly words?: Readonly<Record<string, string>>
  /** The same where a code means something else in each row: the words by what stands in the row's cell `cell`. */
  readonly wordsIn?: { readonly cell: string; readonly by: Readonly<Record<string, Readonly<Record<string, string>>>> }
  /** In delimited text the code stands in place of the words: other programs read it (countries). */
  readonly isCodeInCsv?: boolean
  /** The seller fills it in, or it belongs to that: it stands in workbooks and delimited text only. */
  readonly entry?: Entry
}

export type Value = string | number | null

export type TableRow = Readonly<Record<string, Value | readonly string[]>>

/** The column as the cell of one row is written. */
export function columnFor(column: Column, row: TableRow): Column {
  const { kindIn, wordsIn } = column
  if (wordsIn !== undefined) {
    const words = wordsIn.by[String(row[wordsIn.cell])]
    return words === undefined ? column : { ...column, words }
  }
  return kindIn === undefined ? column : { ...column, kind: row[kindIn] as ColumnKind }
}

export interface Table {
  readonly key: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
  /** Rows left out by `--limit`. */
  readonly omitted: number
  /** A list of every customer: people read it after the tables that sum it up. */
  readonly isDetail?: boolean
  /** Has nothing to say to people; machines still find its columns. */
  readonly isForMachines?: boolean
  /** Why there are no rows, in the reader's language; only where there are none. */
  readonly reason?: string
}

/** A point of a curve, both parts fractions from 0 to 1. */
export interface ChartPoint {
  readonly x: number
  readonly y: number
}

/** The stretch of a curve that belongs to a tier: from the end of the one before up to `until` on the horizontal axis. */
export interface ChartStretch {
  readonly tier: string
  readonly until: number
}

/** A rising curve of shares over shares, from (0, 0) to (1, 1): who holds how much of a whole. */
export interface Chart {
  readonly key: string
  readonly kind: 'curve'
  /** What the curve shows, as a sentence. */
  readonly title: string
  /** What is shared out along the horizontal and the vertical axis. */
  readonly xLabel: string
  readonly yLabel: string
  /** Rising in both parts. */
  readonly points: readonly ChartPoint[]
  readonly stretches: readonly ChartStretch[]
  /** The same in figures, where nothing can be drawn. */
  readonly table: Table
}

/** One key figure of a report, shown above its tables. */
export interface Fact {
  readonly label: string
  readonly kind: ColumnKind
  readonly value: Value
  readonly currency?: string
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
  readonly params: { readonly [key: string]: Json }
  /** Machine-readable summary, the `summary` of `--json`. */
  readonly summary: { readonly [key: string]: Json }
  readonly facts: readonly Fact[]
  /** The first table is the report's main table (`columns`, `rows` of `--json`). */
  readonly tables: readonly Table[]
  /** Read after the tables that sum up. */
  readonly charts?: readonly Chart[]
  /** Sentences the reader should know, in the reader's language. */
  readonly notes: readonly string[]
}

/** The tables in the order people read them; machines always find the main table first. */
export function readingOrder(all: readonly Table[]): readonly Table[] {
  const tables = all.filter((table) => table.isForMachines !== true)
  return [...tables.filter((table) => table.isDetail !== true), ...tables.filter((table) => table.isDetail === true)]
}

/** The report without what only a sheet to work in has. */
export function withoutEntries(report: Report): Report {
  const tables = report.tables.map((table) => ({ ...table, columns: table.columns.filter(({ entry }) => !entry) }))
  return { ...report, tables }
}
