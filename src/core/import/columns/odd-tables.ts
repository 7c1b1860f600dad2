import { monthOfWord } from '../../values/month-names.js'
import { isBlankRow } from '../cells.js'
import { dateFields, type Field, saleFields } from '../field.js'
import type { Cell, RowBatch } from '../sheet.js'
import type { ColumnLook } from './column-look.js'
import { columnsByAlias, type Match } from './detect.js'
import { type Header, headerOf, isHeaderAgain, isHeaderRow } from './header.js'
import { understand } from './understand.js'

const month = '(?:0?[1-9]|1[0-2])'
const monthForms = [
  new RegExp(`^(?:19|20)\\d\\d ?[-/.年] ?${month} ?月?(?:份)?$`),
  new RegExp(`^${month} ?[-/.] ?20\\d\\d$`),
  new RegExp(`^(?:${month}|十?[一二三四五六七八九十]) ?月(?:份)?$`),
  /^(?:19|20)\d\d-\d\d-\d\d(?: 00:00:00)?$/,
]

/** What a month's column holds, said after the month: 1月销售额, Jan sales. */
const ofMonth = / ?(?:销售额|销售|销量|金额|营业额|成交额|业绩|收入|订单数|订单|sales|revenue|amount|total|orders)$/i

/** Whether a column is called after a month, or after a day as a spreadsheet keeps a month: 2026-01, 1月, Jan 26, 1月销售额. */
function isMonth(name: string): boolean {
  const text = name.replace(ofMonth, '')
  const [, word = ''] = /^(\p{L}{3,9})\.?(?:[ '’/-]*(?:20)?\d\d)?$/u.exec(text) ?? []
  return monthForms.some((form) => form.test(text)) || monthOfWord(word) !== null
}

/** A column that holds amounts or counts. */
const MOST = 0.5

/**
 * The columns of a sheet that sums up months beside each other: at least three, and amounts in two of them; none in any other
 * sheet, as one of orders that are paid month by month.
 */
export function monthColumns({ texts, keys }: Header, looks: readonly ColumnLook[]): readonly number[] {
  const named = texts.flatMap((text, at) => (isMonth(text) ? [at] : []))
  const summed = named.filter((at) => looks[at]!.amount > MOST)
  // A month to come has no sales yet.
  const isPivot =
    named.length >= 3 && summed.length >= 2 && named.every((at) => summed.includes(at) || looks[at]!.isBlank)
  const besides = columnsByAlias(keys.map((key, at) => (named.includes(at) ? '' : key)))
  return isPivot && !isSale(besides) ? named : []
}

/** Where two tables stand beside each other: the names of their columns. */
export interface SideBySide {
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/**
 * Two tables of one sheet beside each other; null where there is one. What is right of a blank column is a table of its own where
 * it names again what the left one has and says otherwise, tells sales as well, or goes on below its end; without one, where the header words repeat in their order.
 */
export function tablesBeside(header: Header, head: RowBatch): SideBySide | null {
  const { texts, keys } = header
  const rows = head.rows.filter((row, at) => head.numbers[at]! > header.row && !isBlankRow(row))
  const next = repeatFrom(keys)
  // Where both say the same in each row it is one table, its columns pasted twice.
  if (next > 0 && rows.some((row) => keys.some((key, at) => at >= next && row[at] !== row[keys.indexOf(key)])))
    return { left: texts.slice(0, next).filter(Boolean), right: texts.slice(next).filter(Boolean) }
  const isBlank = (at: number) => texts[at] === '' && rows.every((row) => (row[at] ?? '') === '')
  const gap = texts.findIndex((_, at) => texts.slice(0, at).filter(Boolean).length >= 2 && isBlank(at))
  if (gap < 0) return null
  const right = texts.flatMap((text, at) => (at > gap && text !== '' ? [at] : []))
  if (right.length < 2) return null
  const ofLeft = columnsByAlias(keys.slice(0, gap))
  // The name of the buyer once more, beside where the parcel goes, is the same on each row.
  const isOtherUnder = (key: string, at: number) => {
    const left = key === '' ? -1 : keys.slice(0, gap).indexOf(key)
    return at > gap && left >= 0 && rows.some((row) => row[at] !== row[left])
  }
  const ofRight = columnsByAlias(keys.map((key, at) => (at > gap ? key : '')))
  const goesOn = isSale(ofLeft) && linesBelow(rows, gap) >= 2
  const isTwice = (keys.some(isOtherUnder) && ofRight.size > 0) || (isSale(ofLeft) && isSale(ofRight)) || goesOn
  return isTwice ? { left: texts.slice(0, gap).filter(Boolean), right: right.map((at) => texts[at]!) } : null
}

/** Where the names of the first columns begin again in the same order, each time those of sales; 0 where they do not. */
function repeatFrom(keys: readonly string[]): number {
  const starts = keys.flatMap((key, at) => (key !== '' && key === keys[0] ? [at] : []))
  const parts = starts.map((start, at) => keys.slice(start, starts[at + 1]).filter(Boolean))
  const [first = [], ...others] = parts
  const repeats = others.length > 0 && others.every((part) => isInOrder(part, first))
  return repeats && parts.every((part) => isSale(columnsByAlias(part))) ? starts[1]! : 0
}

/** Whether all words of a list stand in another one in the same order. */
function isInOrder(words: readonly string[], all: readonly string[]): boolean {
  const places = words.map((word) => all.indexOf(word))
  return places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1))
}

function isSale(columns: ReadonlyMap<Field, unknown>): boolean {
  return columns.has('placedAt') && columns.has('orderTotal')
}

/** Rows at the end of which only the right part is filled. */
function linesBelow(rows: RowBatch['rows'], gap: number): number {
  const last = rows.findLastIndex((row) => !isBlankRow(row.slice(0, gap)))
  return rows.slice(last + 1).filter((row) => row.slice(gap).filter((cell) => cell !== '').length >= 2).length
}

/** Finds the header of another table below the first rows: its row where a row is one, with what it says. */
export type SecondHeader = (cells: readonly Cell[], row: number) => readonly string[] | null

/**
 * Whether a row is the header of another table that stands below the first: words only, header words among them, over columns
 * that held days and amounts, and others than the first header has there. The very same header once more is none.
 */
export function secondHeader({ columns, header }: Pick<Match, 'columns' | 'header'>): SecondHeader {
  const of = (fields: readonly Field[]) => fields.flatMap((field) => columns.get(field) ?? [])
  const [dayColumns, amountColumns] = [of(dateFields), of(saleFields)]
  const valueColumns = [...dayColumns, ...amountColumns]
  return (cells) => {
    // Asked of each row of a file: nearly all have a value there.
    if (!valueColumns.some((at) => isWord(cells[at]))) return null
    if (isHeaderAgain(header, cells)) return null
    const { texts, keys } = headerOf(0, cells)
    const filled = keys.flatMap((key, at) => (key === '' ? [] : [at]))
    if (filled.length < 2 || !filled.every((at) => isWord(cells[at]))) return null
    const { columns: found, rivals } = understand(keys, [])
    const meansSame = (at: number) =>
      [...found].some(([field, places]) => places.includes(at) && columns.get(field)?.includes(at))
    // Names in a second language below the first ones say the same.
    if (filled.every((at) => header.keys[at]?.includes(keys[at]!) || meansSame(at))) return null
    const known = new Set([...[...found.values()].flat(), ...rivals.map(({ column }) => column)])
    const isNamed = valueColumns.some((at) => known.has(at))
    const isBoth = [dayColumns, amountColumns].every((group) => group.some((at) => isWord(cells[at])))
    return isNamed && (known.size >= 2 || isBoth) ? texts.filter(Boolean) : null
  }
}

/**
 * The same below a platform's export, whose columns may hold words: a row with header words enough. What stands right under
 * the header explains it.
 */
export function secondExport(
  { columns, header }: Pick<Match, 'columns' | 'header'>,
  isKnown: (key: string) => boolean,
): SecondHeader {
  const valueColumns = [...dateFields, ...saleFields].flatMap((field) => columns.get(field) ?? [])
  return (cells, row) => {
    if (row <= header.row + 1 || !valueColumns.some((at) => isWord(cells[at]))) return null
    return isHeaderRow(cells, isKnown) && !isHeaderAgain(header, cells)
      ? headerOf(row, cells).texts.filter(Boolean)
      : null
  }
}

/** Text without any digit. */
function isWord(cell: Cell | undefined): boolean {
  if (typeof cell !== 'string' || cell === '') return false
  const first = cell.charCodeAt(0)
  return !(first >= 48 && first <= 57) && !/\p{N}/u.test(cell)
}
