import { codeOf } from '../follow-up/vocabulary.js'
import { cellText } from '../import/cells.js'
import type { Cell, RowBatch } from '../import/sheet.js'
import { columnLabels } from '../report/columns.js'
import { LANGS, type Lang } from '../values/lang.js'
import { normaliseHeader } from '../values/text.js'
import { isKeyLike, readKey } from './key.js'
import { keyWords, type ListColumn, labelsOf, type Worklist } from './list.js'

/** Where a list stands in a sheet. */
export interface ListLayout {
  readonly list: Worklist
  /** Row of the headings as the file counts; null where there are none. */
  readonly headerRow: number | null
  readonly key: number
  readonly columns: ReadonlyMap<ListColumn, number>
  /** The columns that say whose a row is; -1 where there is none. */
  readonly shown: { readonly id: number; readonly name: number }
  /** Headings of columns that were told by where they stand, by the column they were taken for. */
  readonly renamed: ReadonlyMap<ListColumn, string>
  /** The file's words. */
  readonly headings: readonly string[]
}

/**
 * The list a sheet holds, found by its keys wherever they stand among the first rows; null for a sheet without any. Columns
 * are found by their headings in either language; one that was renamed by where it stands between the others.
 */
export function listLayout(batch: RowBatch, lists: readonly Worklist[]): ListLayout | null {
  const found = firstKey(batch.rows)
  if (found === null) return null
  // A key somebody wrote into does not say which list it is of; the others do.
  const name = batch.rows.map((cells) => readKey(cellText(cells[found.column]))?.list).find((one) => one !== undefined)
  const list = lists.find((one) => one.name === name) ?? lists[0]!
  const at = headerAt(batch, found, list)
  const headings = (at === null ? [] : batch.rows[at]!).map((cell) => cellText(cell))
  const columns = knownColumns(list, headings, found.column)
  const below = batch.rows.filter((_, row) => row !== at)
  const renamed = renamedColumns(list, columns, found.column, below)
  for (const [column, position] of renamed) columns.set(column, position)
  return {
    ...{ list, headerRow: at === null ? null : batch.numbers[at]!, key: found.column, columns, headings },
    shown: { id: shownColumn('customer', headings, columns), name: shownColumn('name', headings, columns) },
    renamed: new Map([...renamed].map(([column, position]) => [column, headings[position] ?? ''])),
  }
}

/** The list that a sheet without any key was, told by its headings; null for any other sheet. */
export function keylessList({ rows }: RowBatch, lists: readonly Worklist[]): Worklist | null {
  const heads = rows.map((cells) => new Set(cells.map((cell) => keyOf(cellText(cell)))))
  const isHead = (list: Worklist) => {
    const own = [...list.columns.map(labelsOf), ...list.telltales]
    return heads.some((head) => counted(list.telltales, head) > 0 && counted(own, head) >= TELLING)
  }
  return lists.find(isHead) ?? null
}

/** So many headings of a list beside each other are no chance. */
const TELLING = 3

/** How many of some headings, in either language, stand in a row; those of two columns once. */
function counted(labels: readonly Readonly<Record<Lang, string>>[], head: ReadonlySet<string>): number {
  return new Set(labels.flatMap(({ en, zh }) => [en, zh].map(keyOf)).filter((label) => head.has(label))).size
}

/** Where a column stands by which our sheets show whose a row is: the leftmost under its heading. */
function shownColumn(
  key: 'customer' | 'name',
  headings: readonly string[],
  columns: ReadonlyMap<ListColumn, number>,
): number {
  const labels = Object.values(columnLabels(key)).map(keyOf)
  const taken = new Set(columns.values())
  return headings.findIndex((heading, at) => labels.includes(keyOf(heading)) && !taken.has(at))
}

function firstKey(rows: readonly (readonly Cell[])[]): { readonly at: number; readonly column: number } | null {
  for (const [at, cells] of rows.entries()) {
    const column = cells.findIndex((cell) => typeof cell === 'string' && isKeyLike(cell))
    if (column >= 0) return { at, column }
  }
  return null
}

const keyOf = (text: string): string => normaliseHeader(text).key

const ownLabels = (column: ListColumn): string[] => Object.values(labelsOf(column)).map(keyOf)

const allLabels = (column: ListColumn): string[] => [...ownLabels(column), ...column.also.map(keyOf)]

const keyLabels = LANGS.map((lang) => keyOf(keyWords[lang].label))

/** Columns by their headings: first all those under our own, for one column may go by a word that is another one's. */
function knownColumns(list: Worklist, headings: readonly string[], key: number): Map<ListColumn, number> {
  const keys = headings.map(keyOf)
  const columns = new Map<ListColumn, number>()
  for (const labels of [ownLabels, allLabels])
    for (const column of list.columns) {
      const position = positionOf(labels(column), keys)
      const isTaken = position === key || [...columns.values()].includes(position)
      if (position >= 0 && !isTaken && !columns.has(column)) columns.set(column, position)
    }
  return columns
}

/** The best of a column's names wins, then the rightmost: what is filled in stands behind what we wrote. */
function positionOf(labels: readonly string[], keys: readonly string[]): number {
  for (const label of labels) {
    const position = keys.lastIndexOf(label)
    if (position >= 0) return position
  }
  return -1
}

/** The row with most headings of the list, wherever it was sorted to; else the row above the first key, if it says anything. */
function headerAt({ rows }: RowBatch, first: { at: number; column: number }, list: Worklist): number | null {
  const known = new Set([...list.columns.flatMap(allLabels), ...keyLabels])
  const count = (cells: readonly Cell[]) => cells.filter((cell) => known.has(keyOf(cellText(cell)))).length
  const heads = rows.map((cells, at) =>
    isKeyLike(cellText(cells[first.column])) ? { at, known: 0 } : { at, known: count(cells) },
  )
  const best = heads.reduce((most, one) => (one.known > most.known ? one : most), { at: first.at - 1, known: 0 })
  return best.at >= 0 && rows[best.at]!.some((cell) => cellText(cell) !== '') ? best.at : null
}

/**
 * Columns whose headings nobody knows, by their places: a gap between two that are known which is as wide as the columns missing
 * there. At the left end, where anything may stand, their words must be the list's.
 */
function renamedColumns(
  list: Worklist,
  known: ReadonlyMap<ListColumn, number>,
  key: number,
  rows: readonly (readonly Cell[])[],
): Map<ListColumn, number> {
  const found = new Map<ListColumn, number>()
  const taken = new Set([...known.values(), key])
  let run: ListColumn[] = []
  let left: number | null = null
  const close = (right: number) => {
    const places = run.map((column, at) => [column, right - run.length + at] as const)
    const isFree = places.every(([, place]) => place >= 0 && !taken.has(place))
    const isGap = left === null ? hasWords(places, rows) : right - left - 1 === run.length
    if (isFree && isGap) for (const [column, place] of places) found.set(column, place)
    run = []
    left = right
  }
  for (const column of list.columns) {
    if (column.isAdded === true) continue
    const place = known.get(column)
    if (place === undefined) run.push(column)
    else close(place)
  }
  close(key)
  return found
}

/** Whether columns of choice are filled, with the words of the list more often than with others. */
function hasWords(places: readonly (readonly [ListColumn, number])[], rows: readonly (readonly Cell[])[]): boolean {
  let [ours, others] = [0, 0]
  for (const [{ vocabulary }, place] of places)
    for (const cells of rows) {
      const text = vocabulary === undefined ? '' : cellText(cells[place])
      if (text !== '') codeOf(vocabulary!, text) === null ? others++ : ours++
    }
  return ours > others
}
