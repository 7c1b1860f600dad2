import { type Column, type ColumnKind, columnFor, type Table } from '../core/report/model.js'
import { forTerminal } from '../core/values/text.js'
import { type ColumnWidths, fitWidths } from './fit.js'
import type { Page } from './page.js'
import { displayWidth, longestWord, wrap } from './text-width.js'
import { drawCell, isRightAligned, LONG_BAR, PERCENT, padded, SHORT_BAR, type TtyCell, ttyCell } from './tty-cell.js'
import { drawFrame, fillLine, GAP, type LineFrame } from './tty-frame.js'
import { groupDigits } from './value.js'
import { renderWords } from './words.js'

/** A text is not shortened below so many cells. */
const READABLE = 10
/** Headings up to this width are not wrapped. */
const SHORT_HEADING = 8
const shortenable: ReadonlySet<ColumnKind> = new Set(['text', 'company', 'email'])

/** A table as lines of text that fit the page: title, heading, rows, and what was left out. */
export function tableLines(table: Table, page: Page): string[] {
  const title =
    table.title === '' ? [] : wrap(forTerminal(table.title), page.width).map((line) => page.chalk.bold(line))
  if (table.rows.length === 0 || table.columns.length === 0)
    return [...title, ...emptyLines(table, page), ...omittedLines(table, page)]
  const columns = narrowColumns(table.columns)
  const cells = table.rows.map((row) => columns.map((column) => ttyCell(row[column.key], columnFor(column, row), page)))
  const widths = fitWidths(measure(columns, cells), page.width, GAP)
  const shown = columns.slice(0, widths.length)
  const drawn = draw(shown, cells, widths, page)
  return [...title, ...drawn, ...hiddenLines(columns, shown, page), ...omittedLines(table, page)]
}

// A table of nothing but wide columns is better shown than left empty.
function narrowColumns(columns: readonly Column[]): readonly Column[] {
  const narrow = columns.filter(({ wide }) => wide !== true)
  return narrow.length > 0 ? narrow : columns
}

function measure(columns: readonly Column[], cells: readonly (readonly TtyCell[])[]): ColumnWidths[] {
  return columns.map(({ kind, label, isWhole }, index) => {
    const content = cells.reduce((most, row) => Math.max(most, row[index]!.width), 0)
    const heading = forTerminal(label)
    const full = displayWidth(heading)
    const word = full <= SHORT_HEADING ? full : Math.max(longestWord(heading), Math.ceil(full / 2))
    if (kind === 'bar') return barWidths(full, word)
    const wrapped = Math.max(content, word)
    const least = shortenable.has(kind) && isWhole !== true ? Math.min(wrapped, READABLE) : wrapped
    return { natural: Math.max(content, full), wrapped, least }
  })
}

// A bar stands before its percentage; where room is short the bar goes first.
function barWidths(heading: number, word: number): ColumnWidths {
  return {
    natural: Math.max(heading, LONG_BAR + 1 + PERCENT),
    wrapped: Math.max(word, SHORT_BAR + 1 + PERCENT),
    least: Math.max(word, PERCENT),
  }
}

function draw(
  columns: readonly Column[],
  cells: readonly (readonly TtyCell[])[],
  widths: readonly number[],
  page: Page,
): string[] {
  const { line, rule } = drawFrame(widths, page)
  const rows = cells.map((row) => {
    return fillLine(
      line,
      columns.map((column, at) => drawCell(row[at]!, column, widths[at]!, page)),
    )
  })
  return [...headingLines(columns, widths, line, page), ...(rule === null ? [] : [rule]), ...rows]
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
  const labels = columns.slice(shown.length).map(({ label }) => forTerminal(label))
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
