import CliTable3 from 'cli-table3'
import type { Column, ColumnKind, Table, TableRow } from '../core/report/model.js'
import { forTerminal } from '../core/values/text.js'
import { type ColumnWidths, fitWidths } from './fit.js'
import type { Page } from './page.js'
import { displayWidth, longestWord, shorten, wrap } from './text-width.js'
import { type CellValue, finiteNumber, formatValue, groupDigits, isNumeric } from './value.js'
import { renderWords } from './words.js'

type Paint = (text: string) => string

interface Painted {
  readonly text: string
  readonly paint: Paint
}

const GAP = '  '
const READABLE = 10
const PERCENT = 6
const SHORT_BAR = 4
const LONG_BAR = 10
/** Headings up to this width are not wrapped. */
const SHORT_HEADING = 8
// cli-table3 compares every row with all rows before it, so a long table is drawn in pieces.
const PIECE = 200
const shortenable: ReadonlySet<ColumnKind> = new Set(['text', 'company', 'email'])

/** A table as lines of text that fit the page: title, heading, rows, and what was left out. */
export function tableLines(table: Table, page: Page): string[] {
  const title = wrap(forTerminal(table.title), page.width).map((line) => page.chalk.bold(line))
  if (table.rows.length === 0) return [...title, renderWords(page.lang).none, ...omittedLines(table, page)]
  const columns = table.columns.filter(({ wide }) => wide !== true)
  const cells = table.rows.map((row) => columns.map((column) => cellText(row, column, page)))
  const widths = fitWidths(measure(columns, cells), page.width, GAP.length)
  const shown = columns.slice(0, widths.length)
  const drawn = draw(shown, table.rows, cells, widths, page)
  return [...title, ...drawn, ...hiddenLines(columns, shown, page), ...omittedLines(table, page)]
}

function measure(columns: readonly Column[], cells: readonly (readonly string[])[]): ColumnWidths[] {
  return columns.map(({ kind, label }, index) => {
    const content = cells.reduce((most, row) => Math.max(most, displayWidth(row[index]!)), 0)
    const heading = forTerminal(label)
    const full = displayWidth(heading)
    const word = full <= SHORT_HEADING ? full : Math.max(longestWord(heading), Math.ceil(full / 2))
    if (kind === 'bar') return barWidths(full, word)
    const wrapped = Math.max(content, word)
    const least = shortenable.has(kind) ? Math.min(wrapped, READABLE) : wrapped
    return { natural: Math.max(content, full), wrapped, least }
  })
}

// A bar stands before its percentage; where room is short the bar goes first.
function barWidths(heading: number, word: number): ColumnWidths {
  const withBar = (cells: number) => cells + 1 + PERCENT
  return {
    natural: Math.max(heading, withBar(LONG_BAR)),
    wrapped: Math.max(word, withBar(SHORT_BAR)),
    least: Math.max(word, PERCENT),
  }
}

function draw(
  columns: readonly Column[],
  rows: readonly TableRow[],
  cells: readonly (readonly string[])[],
  widths: readonly number[],
  page: Page,
): string[] {
  const head = headingLines(columns, widths, page)
  const body = rows.map((row, r) => columns.map((column, c) => painted(cells[r]![c]!, widths[c]!, row, column, page)))
  const lines: string[] = []
  for (let start = 0; start < body.length; start += PIECE) {
    const piece = body.slice(start, start + PIECE)
    lines.push(...layOut(columns, start === 0 ? head : null, piece, widths, page))
  }
  return lines
}

/**
 * cli-table3 measures text with an older table of widths than ours, so it is given stand-ins of the right width, and the
 * texts take their places, in reading order, in what it drew.
 */
function layOut(
  columns: readonly Column[],
  head: readonly (readonly Painted[])[] | null,
  body: readonly (readonly Painted[])[],
  widths: readonly number[],
  page: Page,
): string[] {
  const table = new CliTable3({
    ...(head ? { head: columns.map((_, c) => head.map((line) => standIn(line[c]!)).join('\n')) } : {}),
    colWidths: [...widths],
    colAligns: columns.map(({ kind }) => (isNumeric(kind) && kind !== 'bar' ? 'right' : 'left')),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    chars: ruling(page),
  })
  for (const row of body) table.push(row.map(standIn))
  const texts = [...(head ?? []), ...body].flat().filter(({ text }) => displayWidth(text) > 0)
  let next = 0
  return table
    .toString()
    .split('\n')
    .map((line) =>
      line.trimEnd().replace(/\uE000+/g, () => {
        const { text, paint } = texts[next++]!
        return paint(text)
      }),
    )
}

function standIn({ text }: Painted): string {
  return '\uE000'.repeat(displayWidth(text))
}

function ruling(page: Page) {
  const none = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '' }
  const bottom = { bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' }
  const sides = { left: '', right: '', middle: GAP, 'left-mid': '', 'right-mid': '' }
  const rule = page.lines ? { mid: page.ascii ? '-' : '─', 'mid-mid': GAP } : { mid: '', 'mid-mid': '' }
  return { ...none, ...bottom, ...sides, ...rule }
}

function headingLines(columns: readonly Column[], widths: readonly number[], page: Page): Painted[][] {
  const headings = columns.map(({ label }, c) =>
    wrap(forTerminal(label), widths[c]!).map((line) => shorten(line, widths[c]!, ellipsis(page))),
  )
  const height = Math.max(...headings.map((lines) => lines.length))
  return Array.from({ length: height }, (_, index) =>
    headings.map((lines) => ({ text: lines[index - height + lines.length] ?? '', paint: page.chalk.bold })),
  )
}

function cellText(row: TableRow, column: Column, page: Page): string {
  return forTerminal(formatValue(row[column.key], column, page.lang))
}

function painted(text: string, width: number, row: TableRow, { key, kind }: Column, page: Page): Painted {
  const share = kind === 'bar' ? finiteNumber(row[key]) : null
  const drawn = share === null ? text : barText(share, text, width, page.ascii)
  return { text: shorten(drawn, width, ellipsis(page)), paint: paintFor(row[key], kind, page) }
}

function barText(share: number, percent: string, width: number, ascii: boolean): string {
  const cells = width - 1 - PERCENT
  return cells < SHORT_BAR ? percent.padStart(PERCENT) : `${bar(share, cells, ascii)} ${percent.padStart(PERCENT)}`
}

// Colour only repeats what the text says already: the letter of a tier, the sign of an amount.
function paintFor(value: CellValue, kind: ColumnKind, { chalk }: Page): Paint {
  if (kind === 'bar') return chalk.cyan
  if (kind === 'tier') return { A: chalk.green.bold, B: chalk.cyan, U: chalk.dim }[String(value)] ?? ((text) => text)
  if (isNumeric(kind) && typeof value === 'number' && value < 0) return chalk.red
  return (text) => text
}

function bar(share: number, room: number, ascii: boolean): string {
  const cells = Math.min(1, Math.max(0, share)) * room
  if (ascii) return '#'.repeat(Math.round(cells)).padEnd(room, '.')
  const eighths = Math.round(cells * 8)
  return ('█'.repeat(eighths >> 3) + ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths & 7]).padEnd(room)
}

function hiddenLines(columns: readonly Column[], shown: readonly Column[], page: Page): string[] {
  const labels = columns.slice(shown.length).map(({ label }) => forTerminal(label))
  const words = renderWords(page.lang)
  return labels.length === 0 ? [] : remark(words.hidden(labels.join(words.list)), page)
}

function omittedLines(table: Table, page: Page): string[] {
  if (table.omitted <= 0) return []
  const line = renderWords(page.lang).more(groupDigits(table.omitted))
  return remark(page.ascii ? line.replace('…', '...') : line, page)
}

function remark(text: string, page: Page): string[] {
  return wrap(text, page.width).map((line) => page.chalk.dim(line))
}

function ellipsis(page: Page): string {
  return page.ascii ? '...' : '…'
}
