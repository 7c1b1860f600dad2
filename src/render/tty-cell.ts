import type { Column, ColumnKind } from '../core/report/model.js'
import { forTerminal } from '../core/values/text.js'
import type { Page } from './page.js'
import { displayWidth, shorten } from './text-width.js'
import { type CellValue, finiteNumber, formatValue, isNumeric } from './value.js'

/** A cell before it is known how wide its column may be. */
export interface TtyCell {
  readonly value: CellValue
  readonly text: string
  /** Terminal cells of the text. */
  readonly width: number
}

/** Cells of a percentage, `100.0%`. */
export const PERCENT = 6
/** Cells of a bar as it likes, and of the shortest that still says something. */
export const LONG_BAR = 10
export const SHORT_BAR = 4

/** The cell of a value, safe for a terminal. */
export function ttyCell(value: CellValue, column: Column, page: Page): TtyCell {
  const text = forTerminal(formatValue(value, column, page.lang))
  return { value, text, width: displayWidth(text) }
}

/** The cell as wide as its column: shortened or padded, numbers to the right, with colour. */
export function drawCell(cell: TtyCell, { kind }: Column, width: number, page: Page): string {
  const share = kind === 'bar' ? finiteNumber(cell.value) : null
  const text = share === null ? cell.text : barText(share, cell.text, width, page.ascii)
  return padded(text, width, isRightAligned(kind), page, paintFor(cell.value, kind, page))
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

// Colour only repeats what the text says already: the letter of a tier, the sign of an amount.
function paintFor(value: CellValue, kind: ColumnKind, page: Page): (text: string) => string {
  if (kind === 'bar') return page.chalk.cyan
  if (kind === 'tier') return tierPaint(value, page)
  return isNumeric(kind) && typeof value === 'number' && value < 0 ? page.chalk.red : asIs
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
