import { codeOf, nearWords } from '../follow-up/vocabulary.js'
import { cellText } from '../import/cells.js'
import { dateEvidence, possibleOrders } from '../import/deciders/date-column.js'
import type { Cell } from '../import/sheet.js'
import { type DateOrder, type Day, dateOf } from '../values/business-date.js'
import type { Issue } from '../values/issue.js'
import { enumerated } from '../values/joined.js'
import type { Lang } from '../values/lang.js'
import { amountCurrency, parseAmount, toMinor } from '../values/money.js'
import type { Filled } from './filled.js'
import { isKeyLike, type RowKey, readKey } from './key.js'
import type { ListLayout } from './layout.js'
import type { ListColumn } from './list.js'
import { type DayReading, type WrittenDay, writtenDay } from './written-day.js'

/** A row of a list that came back, as its cells have it. */
export interface ListRow {
  readonly row: number
  readonly key: string
  /** Whose row it is by its own words: the customer's id and name as the sheet shows them; '' where it does not. */
  readonly shown: { readonly id: string; readonly name: string }
  readonly cells: ReadonlyMap<ListColumn, Cell>
}

/** Why a row is not taken; `column` for the one that says it. */
export interface RowProblem extends Pick<Issue, 'code' | 'params'> {
  readonly column: ListColumn | null
  /** Of a row whose key can be read. */
  readonly key?: RowKey
}

/** A row in which something was filled in. */
export interface FilledRow {
  readonly key: RowKey
  readonly filled: Filled
  /** Days that were written by their distance, and counted from the day of the list. */
  readonly counted: readonly CountedDay[]
}

/** A day like `tomorrow`, and which day that is. */
export interface CountedDay {
  readonly column: ListColumn
  readonly typed: string
  readonly day: Day
}

/** A row as it is to be taken, or why it is not. */
export type ReadRow = FilledRow | { readonly problem: RowProblem } | 'blank'

/** The row's cells of a list's columns; null for one that says nothing and is about nothing. */
export function listRow(
  row: number,
  cells: readonly Cell[],
  { key, columns, shown }: Pick<ListLayout, 'key' | 'columns' | 'shown'>,
): ListRow | null {
  const own = new Map([...columns].map(([column, place]) => [column, cells[place] ?? '']))
  const text = cellText(cells[key])
  const isFilled = [...own.values()].some((cell) => cellText(cell) !== '')
  if (!isFilled && !isKeyLike(text)) return null
  return { row, key: text, cells: own, shown: { id: cellText(cells[shown.id]), name: cellText(cells[shown.name]) } }
}

/** How the dates of a list are written: by the columns themselves, else by all other dates of the sheet. */
export interface DateWriting {
  add(cells: readonly Cell[], places: ReadonlySet<number>): void
  order(): DateOrder | null
}

/** Gathers how dates are written; a spreadsheet program writes all of a sheet alike. */
export function dateWriting(): DateWriting {
  const [own, all] = [dateEvidence(), dateEvidence()]
  return {
    add(cells, places) {
      for (const [place, cell] of cells.entries()) {
        if (typeof cell !== 'string' || possibleOrders(cell).length === 0) continue
        all.add(cell)
        if (places.has(place)) own.add(cell)
      }
    },
    order() {
      for (const evidence of [own, all]) {
        const decided = evidence.decide()
        if ('order' in decided) return decided.order
      }
      return null
    },
  }
}

/** What reading a row takes besides the row. */
export interface RowReading {
  readonly today: Day
  /** Null where the sheet's dates may be read either way. */
  readonly order: DateOrder | null
  /** The base currency, which amounts are in; null where the ledger has none yet. */
  readonly currency: string | null
  readonly lang: Lang
}

/** Reads what was filled into a row; the first cell that cannot be read decides. */
export function readRow({ key: text, cells }: ListRow, reading: RowReading): ReadRow {
  const key = readKey(text)
  const told = [...cells].filter(([, cell]) => cellText(cell) !== '')
  if (key === null) {
    if (text === '' && told.length === 0) return 'blank'
    const code = text === '' ? 'list.no-key' : 'list.bad-key'
    return { problem: { code, params: { value: text }, column: null } }
  }
  const filled: Record<string, string | number> = {}
  const counted: CountedDay[] = []
  for (const [column, cell] of told) {
    const value = cellValue(column, cell, { ...reading, listedOn: key.on })
    if (typeof value === 'object' && 'code' in value) return { problem: { ...value, column, key } }
    filled[column.name] = typeof value === 'object' ? value.day : value
    if (typeof value === 'object' && value.isCounted) counted.push({ column, typed: cellText(cell), day: value.day })
  }
  if (told.length === 0) return 'blank'
  const late = lateDate(cells, filled, reading.today)
  return late === null ? { key, filled, counted } : { problem: { ...late, key } }
}

type Problem = Omit<RowProblem, 'column'>

type CellReading = RowReading & Pick<DayReading, 'listedOn'>

function cellValue(column: ListColumn, cell: Cell, reading: CellReading): string | number | WrittenDay | Problem {
  const { kind, vocabulary } = column
  const text = cellText(cell)
  if (kind === 'text') return text
  if (kind === 'date') return dayValue(text, column, reading)
  if (kind === 'amount') return minorValue(text, typeof cell === 'number', reading)
  const code = vocabulary === undefined ? null : codeOf(vocabulary, text)
  if (code !== null) return code
  const allowed = Object.values(vocabulary!.words[reading.lang])
  const near = enumerated(nearWords(vocabulary!, text, reading.lang), reading.lang)
  return { code: 'list.word', params: { value: text, near, allowed: enumerated(allowed, reading.lang) } }
}

/** Marked by a point, as our own sheets are; where that cannot be, by a comma. A text like 1.500 may be either. */
function minorValue(text: string, isNumber: boolean, { currency }: RowReading): number | Problem {
  if (!isNumber && /^\D*\d{1,3}\.\d{3}\D*$/.test(text)) return { code: 'list.amount-open', params: { value: text } }
  const found = parseAmount(text, '.') ?? parseAmount(text, ',')
  if (found === null || found.units < 0) return { code: 'list.amount', params: { value: text } }
  const written = amountCurrency(text)
  if (currency === null || (written !== null && written !== currency))
    return { code: 'list.currency', params: { value: text, own: currency ?? '' } }
  return toMinor(found, currency).minor
}

function dayValue(text: string, { isPast = false }: ListColumn, reading: CellReading): WrittenDay | Problem {
  const day = writtenDay(text, { ...reading, isPast })
  if (day === 'open') return { code: 'list.date-open', params: { value: text } }
  return day ?? { code: 'list.date', params: { value: text } }
}

/** A day for the next time that is over, or one of a contact still to come. */
function lateDate(cells: ListRow['cells'], filled: Filled, today: Day): RowProblem | null {
  for (const column of cells.keys()) {
    const value = filled[column.name]
    if (column.kind !== 'date' || typeof value !== 'number') continue
    const params = { value: dateOf(value), day: dateOf(today) }
    if (column.isAnyDay === true) continue
    if (column.isPast === true) {
      if (value > today) return { code: 'list.date-ahead', params, column }
    } else if (value < today || value <= (dayOr(filled.on) ?? today)) return { code: 'list.date-over', params, column }
  }
  return null
}

const dayOr = (value: string | number | undefined): Day | null => (typeof value === 'number' ? value : null)
