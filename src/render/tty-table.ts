import { type Column, columnFor, type Table, type TableRow } from '../core/report/table.js'
import { forTerminal } from '../core/values/text.js'
import { type ColumnWidths, fitWidths } from './fit.js'
import type { Page } from './page.js'
import { displayWidth, longestWord, widthWithin, wrap } from './text-width.js'
import {
  drawCell,
  isRightAligned,
  LONG_BAR,
  MOST_LINES,
  mayWrap,
  PERCENT,
  padded,
  SHORT_BAR,
  type TtyCell,
  ttyCell,
} from './tty-cell.js'
import { drawFrame, fillLine, GAP, type LineFrame } from './tty-frame.js'
import { groupDigits } from './value.js'
import { renderWords } from './words.js'

/** A text is not wrapped below so many cells, */
const READABLE = 10
/** nor has it a right to more than so many, however long it is or its words are; */
const BROAD = 24
/** a person's name to no more than so many, even on few lines: who it is must leave room for why; */
const BROAD_NAME = 16
/** it takes more lines than these only where there is no other room. */
const FEW_LINES = 4
/** Headings up to this width are not wrapped. */
const SHORT_HEADING = 8

/**
 * A table as lines of text that fit the page: title, heading, rows, and what was left out. The rows are gone through for
 * the widths, once more where texts must wrap, and to be drawn: the cells of a hundred thousand customers are never held together.
 */
export function* tableLines(table: Table, page: Page): Generator<string> {
  if (table.title !== '') for (const line of wrap(forTerminal(table.title), page.width)) yield page.chalk.bold(line)
  if (table.rows.length === 0 || table.columns.length === 0) yield* emptyLines(table, page)
  else yield* filledLines(table, page)
  yield* omittedLines(table, page)
}

/** The rows alone, in the same columns. */
export function* bareRows(table: Table, page: Page): Generator<string> {
  const { shown, widths } = fitted(table, page)
  const { line } = drawFrame(widths, page)
  for (const row of table.rows) yield* rowLines(row, shown, widths, line, page)
}

function* filledLines(table: Table, page: Page): Generator<string> {
  const { columns, shown, widths } = fitted(table, page)
  yield* draw(shown, table.rows, widths, page)
  yield* hiddenLines(columns, shown, page)
}

/** The columns for a terminal, those of them for which there is room, and their widths. */
function fitted(
  table: Table,
  page: Page,
): Readonly<Record<'columns' | 'shown', readonly Column[]>> & { widths: number[] } {
  const columns = narrowColumns(table.columns)
  const measured = measure(columns, table.rows, page)
  const order = stayingOrder(columns)
  const kept = fitWidths(picked(measured, order), page.width, GAP).length
  const shown = order.slice(0, kept).sort((a, b) => a - b)
  return { columns, shown: picked(columns, shown), widths: fitWidths(picked(measured, shown), page.width, GAP) }
}

/** Positions of the columns, the one that is left out first at the end: from the right, but who gives way to another goes before it. */
function stayingOrder(columns: readonly Column[]): number[] {
  const leaving: number[] = []
  for (const at of [...columns.keys()].reverse()) {
    const before = [...columns.keys()].reverse().filter((other) => columns[other]!.givesWayTo === columns[at]!.key)
    for (const each of [...before, at]) if (!leaving.includes(each)) leaving.push(each)
  }
  return leaving.reverse()
}

function picked<T>(all: readonly T[], places: readonly number[]): T[] {
  return places.map((at) => all[at]!)
}

// A table of nothing but wide columns is better shown than left empty.
function narrowColumns(columns: readonly Column[]): readonly Column[] {
  const narrow = columns.filter(({ wide }) => wide !== true)
  return narrow.length > 0 ? narrow : columns
}

function measure(columns: readonly Column[], rows: Table['rows'], page: Page): ColumnWidths[] {
  const contents = columns.map(() => 0)
  for (const row of rows)
    for (const [at, column] of columns.entries())
      contents[at] = Math.max(contents[at]!, cellOf(row, column, page).width)
  const widths = columns.map((column, at) => widthsOf(column, contents[at]!))
  const total = widths.reduce((sum, { wrapped }) => sum + GAP + wrapped, -GAP)
  return total <= page.width ? widths : columns.map((column, at) => wrapping(column, widths[at]!, rows, page))
}

function widthsOf({ kind, label }: Column, content: number): ColumnWidths {
  const heading = forTerminal(label)
  const full = displayWidth(heading)
  const longest = longestWord(heading)
  const word = full <= SHORT_HEADING ? full : Math.max(longest, Math.ceil(full / 2))
  if (kind === 'bar') return barWidths(full, word)
  const tight = Math.max(content, longest)
  return { natural: Math.max(content, full), wrapped: Math.max(content, word), fair: tight, least: tight }
}

// Widths in which no text of the column is cut: on few lines, and on as many as it may take. An e-mail is broken last.
function wrapping(column: Column, widths: ColumnWidths, rows: Table['rows'], page: Page): ColumnWidths {
  if (!mayWrap(column)) return widths
  const start = Math.max(READABLE, longestWord(forTerminal(column.label)))
  const [broadest, broad] = column.person === 'name' ? [BROAD_NAME, BROAD_NAME] : [Infinity, BROAD]
  let [fair, least] = [start, start]
  for (const row of rows) {
    const { texts, width } = cellOf(row, column, page)
    for (const text of texts) {
      if (width > fair) fair = widthWithin(text, FEW_LINES, fair, Math.max(fair, Math.min(width, broadest)))
      if (width > least) least = widthWithin(text, MOST_LINES, least, Math.max(least, Math.min(width, broad)))
    }
  }
  const kept = column.kind === 'email' ? widths.wrapped : Math.min(widths.wrapped, fair)
  return { ...widths, fair: kept, least: Math.min(kept, least) }
}

function cellOf(row: TableRow, column: Column, page: Page): TtyCell {
  return ttyCell(row[column.key], columnFor(column, row), page)
}

// A bar stands before its percentage; where room is short the bar goes first.
function barWidths(heading: number, word: number): ColumnWidths {
  const least = Math.max(word, PERCENT)
  return {
    natural: Math.max(heading, LONG_BAR + 1 + PERCENT),
    wrapped: Math.max(word, SHORT_BAR + 1 + PERCENT),
    fair: least,
    least,
  }
}

function* draw(
  columns: readonly Column[],
  rows: Table['rows'],
  widths: readonly number[],
  page: Page,
): Generator<string> {
  const { line, rule } = drawFrame(widths, page)
  yield* headingLines(columns, widths, line, page)
  if (rule !== null) yield rule
  for (const row of rows) yield* rowLines(row, columns, widths, line, page)
}

// A text goes on below; the other cells of its row stay at the top.
function* rowLines(
  row: TableRow,
  columns: readonly Column[],
  widths: readonly number[],
  frame: LineFrame,
  page: Page,
): Generator<string> {
  const cells = columns.map((column, at) => drawCell(cellOf(row, column, page), column, widths[at]!, page))
  const height = Math.max(...cells.map((lines) => lines.length))
  for (let at = 0; at < height; at++) {
    yield fillLine(
      frame,
      cells.map((lines, index) => lines[at] ?? ' '.repeat(widths[index]!)),
    )
  }
}

// Headings of several lines stand on the rule.
function headingLines(columns: readonly Column[], widths: readonly number[], frame: LineFrame, page: Page): string[] {
  const headings = columns.map(({ label }, at) => wrap(forTerminal(label), widths[at]!))
  const height = Math.max(...headings.map((lines) => lines.length))
  return Array.from({ length: height }, (_, index) => {
    const cells = columns.map(({ kind }, at) => {
      const text = headings[at]![index - height + headings[at]!.length] ?? ''
      return padded(text, widths[at]!, isRightAligned(kind), page, page.chalk.bold)
    })
    return fillLine(frame, cells)
  })
}

function hiddenLines(columns: readonly Column[], shown: readonly Column[], page: Page): string[] {
  const labels = columns.filter((column) => !shown.includes(column)).map(({ label }) => forTerminal(label))
  const words = renderWords(page.lang)
  return labels.length === 0 ? [] : remark(words.hidden(labels.join(words.list)), page)
}

function emptyLines({ reason }: Table, page: Page): string[] {
  return wrap(forTerminal(reason ?? renderWords(page.lang).none), page.width)
}

function omittedLines(table: Table, page: Page): string[] {
  if (table.omitted <= 0) return []
  const line = renderWords(page.lang).more(groupDigits(table.omitted))
  return remark(page.ascii ? line.replace('…', '...') : line, page)
}

function remark(text: string, page: Page): string[] {
  return wrap(text, page.width).map((line) => page.chalk.dim(line))
}
