import type { Column, ColumnKind } from '../core/report/table.js'
import { forTerminal } from '../core/values/text.js'
import type { Page } from './page.js'
import { sparkline } from './sparkline.js'
import { displayWidth, shorten, wrapWithin } from './text-width.js'
import { type CellValue, finiteNumber, formatValue, isNumeric } from './value.js'

/** A cell before it is known how wide its column may be. */
export interface TtyCell {
  readonly value: CellValue
  /** What begins a line of its own; one text but for stacked lists. */
  readonly texts: readonly string[]
  /** Terminal cells of the longest text. */
  readonly width: number
}

/** Cells of a percentage, `100.0%`. */
export const PERCENT = 6
/** Cells of a bar as it likes, and of the shortest that still says something. */
export const LONG_BAR = 10
export const SHORT_BAR = 4

/** Lines of a text beyond which it is cut. */
export const MOST_LINES = 8

/** The cell of a value, safe for a terminal. */
export function ttyCell(value: CellValue, column: Column, page: Page): TtyCell {
  const texts = textsOf(value, column, page).map(forTerminal)
  return { value, texts, width: Math.max(...texts.map(displayWidth)) }
}

function textsOf(value: CellValue, column: Column, { lang, ascii }: Page): readonly string[] {
  if (column.kind === 'trend' && Array.isArray(value)) return [sparkline(value, column.most, ascii)]
  if (column.isStacked !== true || !Array.isArray(value) || value.length < 2) return [formatValue(value, column, lang)]
  return value.map((entry: string, at) => (at === 0 ? '' : '+ ') + formatValue(entry, column, lang))
}

/** True for columns of texts that may go on below; the rest, and what must stay whole, is never broken. */
export function mayWrap({ kind, isWhole }: Column): boolean {
  return isWhole !== true && (kind === 'text' || kind === 'company' || kind === 'email')
}

/** The lines of a cell, each as wide as its column: wrapped, padded, numbers to the right, with colour. */
export function drawCell(cell: TtyCell, column: Column, width: number, page: Page): string[] {
  const right = isRightAligned(column.kind)
  const paint = paintFor(cell.value, column.kind, page)
  return linesOf(cell, column, width, page).map((line) => padded(line, width, right, page, paint))
}

function linesOf({ value, texts, width: own }: TtyCell, column: Column, width: number, page: Page): readonly string[] {
  const share = column.kind === 'bar' ? finiteNumber(value) : null
  if (share !== null) return [barText(share, texts[0]!, width, page.ascii)]
  if (own <= width || !mayWrap(column)) return texts
  return texts.flatMap((text) => wrapWithin(text, width, MOST_LINES, page.ascii ? '...' : '…'))
}

/** Text as wide as its column: shortened or padded, painted without the padding. */
export function padded(
  text: string,
  width: number,
  right: boolean,
  page: Page,
  paint: (text: string) => string,
): string {
  const fitting = shorten(text, width, page.ascii ? '...' : '…')
  const padding = ' '.repeat(Math.max(0, width - displayWidth(fitting)))
  if (fitting === '') return padding
  return right ? padding + paint(fitting) : paint(fitting) + padding
}

/** True for kinds whose headings and values stand at the right of their column; a bar starts at the left. */
export function isRightAligned(kind: ColumnKind): boolean {
  return isNumeric(kind) && kind !== 'bar'
}

// Colour only repeats what the text says already: the letter of a tier, the sign of an amount. A change is in no colour:
// whether a fall is good or bad depends on what fell.
function paintFor(value: CellValue, kind: ColumnKind, page: Page): (text: string) => string {
  if (kind === 'bar') return page.chalk.cyan
  if (kind === 'tier') return tierPaint(value, page)
  return kind === 'money' && typeof value === 'number' && value < 0 ? page.chalk.red : asIs
}

/** The colour of a tier. */
export function tierPaint(tier: CellValue, { chalk }: Page): (text: string) => string {
  return tier === 'A' ? chalk.green.bold : tier === 'B' ? chalk.cyan : tier === 'U' ? chalk.dim : asIs
}

function asIs(text: string): string {
  return text
}

function barText(share: number, percent: string, width: number, ascii: boolean): string {
  const room = width - 1 - PERCENT
  return room < SHORT_BAR ? percent.padStart(PERCENT) : `${bar(share, room, ascii)} ${percent.padStart(PERCENT)}`
}

function bar(share: number, room: number, ascii: boolean): string {
  const cells = Math.min(1, Math.max(0, share)) * room
  if (ascii) return '#'.repeat(Math.round(cells)).padEnd(room, '.')
  const eighths = Math.round(cells * 8)
  return ('█'.repeat(eighths >> 3) + ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths & 7]).padEnd(room)
}
