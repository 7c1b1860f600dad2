import { codeOf, nearWords } from '../follow-up/vocabulary.js'
import { cellText } from '../import/cells.js'
import { dateEvidence, possibleOrders } from '../import/deciders/date-column.js'
import type { Cell } from '../import/sheet.js'
import { type DateOrder, type Day, dateOf, parseDay, parseUserDate } from '../values/business-date.js'
import type { Issue } from '../values/issue.js'
import type { Lang } from '../values/lang.js'
import { amountCurrency, parseAmount, toMinor } from '../values/money.js'
import { isKeyLike, type RowKey, readKey } from './key.js'
import type { ListLayout } from './layout.js'
import type { Filled, ListColumn } from './list.js'

/** A row of a list that came back, as its cells have it. */
export interface ListRow {
  readonly row: number
  readonly key: string
  readonly cells: ReadonlyMap<ListColumn, Cell>
}

/** Why a row is not taken; `column` for the one that says it. */
export interface RowProblem extends Pick<Issue, 'code' | 'params'> {
  readonly column: ListColumn | null
}

/** A row in which something was filled in. */
export interface FilledRow {
  readonly key: RowKey
  readonly filled: Filled
}

/** A row as it is to be taken, or why it is not. */
export type ReadRow = FilledRow | { readonly problem: RowProblem } | 'blank'

/** The row's cells of a list's columns; null for one that says nothing and is about nothing. */
export function listRow(
  row: number,
  cells: readonly Cell[],
  { key, columns }: Pick<ListLayout, 'key' | 'columns'>,
): ListRow | null {
  const own = new Map([...columns].map(([column, place]) => [column, cells[place] ?? '']))
  const text = cellText(cells[key])
  const isFilled = [...own.values()].some((cell) => cellText(cell) !== '')
  return isFilled || isKeyLike(text) ? { row, key: text, cells: own } : null
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
  const filled: Record<string, string | number> = {}
  for (const [column, cell] of cells) {
    const text = cellText(cell)
    if (text === '') continue
    const value = cellValue(column, cell, reading)
    if (typeof value === 'object') return { problem: { ...value, column } }
    filled[column.name] = value
  }
  const isBlank = Object.keys(filled).length === 0
  const key = readKey(text)
  if (key === null && text === '')
    return isBlank ? 'blank' : { problem: { code: 'list.no-key', params: {}, column: null } }
  if (key === null) return { problem: { code: 'list.bad-key', params: { value: text }, column: null } }
  if (isBlank) return 'blank'
  const late = lateDate(cells, filled, reading.today)
  return late === null ? { key, filled } : { problem: late }
}

type Problem = Omit<RowProblem, 'column'>

function cellValue({ kind, vocabulary }: ListColumn, cell: Cell, reading: RowReading): string | number | Problem {
  const text = cellText(cell)
  if (kind === 'text') return text
  if (kind === 'date') return dayValue(text, reading)
  if (kind === 'amount') return minorValue(text, typeof cell === 'number', reading)
  const code = vocabulary === undefined ? null : codeOf(vocabulary, text)
  if (code !== null) return code
  const allowed = Object.values(vocabulary!.words[reading.lang])
  const comma = reading.lang === 'zh' ? '、' : ', '
  const near = nearWords(vocabulary!, text, reading.lang).join(comma)
  return { code: 'list.word', params: { value: text, near, allowed: allowed.join(comma) } }
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

function dayValue(text: string, { today, order }: RowReading): number | Problem {
  const typed = parseUserDate(text, today)
  if (typed !== null) return typed
  if (order === null && possibleOrders(text).length > 1) return { code: 'list.date-open', params: { value: text } }
  const year = Number(dateOf(today).slice(0, 4))
  const read = (of: number) =>
    parseDay(text, order ?? possibleOrders(text)[0] ?? 'ymd', { serial: true, year: of })?.day ?? null
  const day = read(year)
  // Written without its year, a day that is over is next year's.
  const next = day !== null && day <= today && read(year + 1) !== day ? read(year + 1) : day
  return next ?? { code: 'list.date', params: { value: text } }
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
