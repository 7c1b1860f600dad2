import type { DecidedSettings } from '../settings/setting.js'
import type { Snapshot } from '../snapshot.js'
import type { Window } from '../value/aggregate.js'
import type { CustomerFilter } from '../value/customer-filter.js'
import { type Day, dateOf } from '../values/business-date.js'
import { bilingual, type Lang } from '../values/lang.js'
import { columnNamed, findColumn, sortNames } from './find-column.js'
import type { Report } from './model.js'
import type { Column, Table, TableRow } from './table.js'

/** What `--sort`, `--columns` and `--limit` ask of a report. */
export interface Shape {
  /** Column keys or headings separated by commas, `-` before one for downwards; `Minor` may be left off a key. */
  readonly sort?: string | undefined
  readonly columns?: readonly string[] | undefined
  readonly limit?: number | undefined
}

/** What every report is built from. */
export interface ReportInput {
  readonly snapshot: Snapshot
  readonly asOf: Day
  /** True when the as-of day is the newest order's for want of orders in the last year. */
  readonly isAsOfMoved: boolean
  /** True when the as-of day is still to come. */
  readonly isAsOfAhead?: boolean
  /** What the seller set in this ledger. */
  readonly decided: DecidedSettings
  readonly lang: Lang
  readonly shape: Shape
  /** The customers a filter chose, by index, and the filter as typed; every customer when left out. */
  readonly filter?: CustomerFilter | undefined
}

/** One report, declared; `build` is pure. Method syntax lets reports with inputs of their own share one list. */
export interface ReportDefinition<I extends ReportInput = ReportInput> {
  readonly name: string
  readonly words: Readonly<Record<Lang, { readonly title: string; readonly purpose: string }>>
  build(input: I): Report
}

/** A table whose rows are made when they are needed: what a limit leaves out is never built. */
export interface TableDraft {
  readonly key: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly count: number
  /** Rows shown where no limit is asked for; all when left out. */
  readonly most?: number
  /** Why there are no rows, where there may be none. */
  readonly reason?: string
  readonly isForTerminal?: boolean
  row(position: number): TableRow
}

/** A draft with one row for each of the `items`. */
export function draft<T>(
  key: string,
  title: string,
  columns: readonly Column[],
  items: ArrayLike<T>,
  row: (item: T, position: number) => TableRow,
): TableDraft {
  return { key, title, columns, count: items.length, row: (position) => row(items[position]!, position) }
}

/** Sorts, then limits, then picks columns; the rows left out are counted. Throws 'report.unknown-column'. */
export function finishTable(table: TableDraft, shape: Shape = {}): Table {
  const shown = Math.min(table.count, shape.limit ?? table.most ?? table.count)
  const rows = shape.sort === undefined ? rowsOf(table, shown) : sorted(table, shape.sort).slice(0, shown)
  const columns = shape.columns ? shape.columns.map((name) => chosen(table.columns, name)) : table.columns
  const reason = table.count === 0 && table.reason !== undefined ? { reason: table.reason } : {}
  const manner = table.isForTerminal === undefined ? {} : { isForTerminal: table.isForTerminal }
  return { key: table.key, title: table.title, columns, rows, omitted: table.count - shown, ...reason, ...manner }
}

/** Whether a table is to show or sort by one of these columns, whose cells take work of their own; without `--columns` it shows all. */
export function asks({ columns: shown, sort = '' }: Shape, columns: readonly Column[]): boolean {
  const named = [...(shown ?? []), ...sortNames(sort).map(({ name }) => name)]
  return shown === undefined || named.some((name) => columnNamed(columns, name) !== undefined)
}

/** A table beside the main one: it obeys the limit, not the sort or the columns. */
export function finishOther(table: TableDraft, { limit }: Shape): Table {
  return finishTable(table, { limit })
}

function rowsOf(table: TableDraft, count: number): TableRow[] {
  return Array.from({ length: count }, (_, position) => table.row(position))
}

/** A column asked for by name is shown wherever the table is. */
function chosen(columns: readonly Column[], name: string): Column {
  const { wide: _wide, ...column } = findColumn(columns, name)
  return column
}

function sorted(table: TableDraft, sort: string): TableRow[] {
  const keys = sortNames(sort).map(({ name, isDown }) => {
    return { key: findColumn(table.columns, name).key, sign: isDown ? -1 : 1 }
  })
  return rowsOf(table, table.count).sort((a, b) => {
    for (const { key, sign } of keys) {
      const order = compare(a[key] ?? null, b[key] ?? null, sign)
      if (order !== 0) return order
    }
    return 0
  })
}

/** Blanks stand last in both directions; text compares by code unit, so that the order is the same everywhere. */
function compare(a: TableRow[string], b: TableRow[string], sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  const [left, right] = [String(a), String(b)]
  return left === right ? 0 : left < right ? -sign : sign
}

const headings = bilingual(
  { moved: (title: string, day: string) => `${title} — as of the newest order, ${day}` },
  { moved: (title, day) => `${title}（按最新订单日 ${day} 计算）` },
)

/** Name, heading, as-of day, window and currency of a report; the heading says when the as-of day was moved. */
export function reportHead(
  definition: Pick<ReportDefinition, 'name' | 'words'>,
  input: ReportInput,
  window: Window | null,
): Pick<Report, 'name' | 'title' | 'asOf' | 'window' | 'currency'> {
  const { title } = definition.words[input.lang]
  const asOf = dateOf(input.asOf)
  return {
    name: definition.name,
    title: input.isAsOfMoved ? headings[input.lang].moved(title, asOf) : title,
    asOf,
    window: window && {
      // Inside, a window is open at its start; people and machines are told its first day.
      from: window.from === null ? null : dateOf(window.from + 1),
      to: dateOf(window.to),
      days: window.from === null ? null : window.to - window.from,
    },
    currency: input.snapshot.currency,
  }
}

/** What was asked, for `params`: the filter and whether the as-of day was moved. */
export function commonParams(input: ReportInput): { asOfMoved: boolean; filter: string | null } {
  return { asOfMoved: input.isAsOfMoved, filter: input.filter?.text ?? null }
}

/** For a report that tells of the customers of the filter and of nobody else: its heading says so. */
export function onlyOf({ filter }: Pick<ReportInput, 'filter'>): Pick<Report, 'only'> {
  return filter === undefined ? {} : { only: filter.text }
}

/** Machines find the table; people read of what there is. */
export function hiddenIfEmpty(table: Table): Table {
  return table.rows.length > 0 ? table : { ...table, isForMachines: true }
}

/** The customers of a ranking that the filter keeps, in its order. */
export function filtered(order: Uint32Array, input: ReportInput): Uint32Array {
  const { filter } = input
  return filter ? order.filter((customer) => filter.includes(customer)) : order
}
