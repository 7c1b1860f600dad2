import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Style, Worksheet } from 'exceljs'
import type { SheetValue } from './xlsx-cell.js'
import type { Writer } from './xlsx-parts.js'
import { type SharedTexts, textMarkup } from './xlsx-texts.js'

/** A cell's value and its look; one style object for all cells that look alike. */
export interface SheetCell {
  readonly value: SheetValue
  readonly style: Partial<Style>
}

/** What exceljs 4.4.0 keeps to itself of a sheet: the stream it writes to, which gathers what it gets and passes it on without waiting. */
interface SheetStream {
  readonly stream: { uncork(): void; readonly pipes: readonly Writable[] }
}

interface BookInside {
  readonly styles: { addStyleModel(style: Partial<Style>): number }
  readonly sharedStrings: SharedTexts
}

/** Characters of markup written at once. */
const BLOCK = 1 << 16

/**
 * Writes rows under the heading of a sheet as markup, as exceljs would: it makes several objects of every cell, which for a hundred
 * thousand rows takes most of the time. No more rows stand in memory than are being compressed.
 */
export async function writeRows(
  workbook: Writer,
  sheet: Worksheet,
  rows: Iterable<readonly SheetCell[]>,
): Promise<void> {
  const { stream } = sheet as unknown as SheetStream
  // What stands before the rows goes first; they go by it, without being copied.
  stream.uncork()
  const markup = new RowMarkup(workbook, sheet)
  let waiting = ''
  for (const row of rows) {
    waiting += markup.row(row)
    if (waiting.length < BLOCK) continue
    await passOn(waiting, stream)
    waiting = ''
  }
  await passOn(waiting, stream)
}

/** Writes markup, and waits until it is being compressed. */
async function passOn(markup: string, { pipes }: SheetStream['stream']): Promise<void> {
  for (const pipe of pipes) if (markup !== '' && !pipe.write(markup)) await once(pipe, 'drain')
}

/** Rows as SpreadsheetML, numbered from the second. */
class RowMarkup {
  private number = 1
  private readonly letters: string[] = []
  private readonly looks = new WeakMap<Partial<Style>, string>()
  private readonly book: BookInside

  constructor(
    workbook: Writer,
    private readonly sheet: Worksheet,
  ) {
    this.book = workbook as unknown as BookInside
  }

  /** A row without any value is none. */
  row(cells: readonly SheetCell[]): string {
    this.number++
    const each = cells.map((cell, at) => this.cell(cell, at)).join('')
    if (cells.every(({ value }) => value === null)) return ''
    return `<row r="${this.number}" spans="1:${cells.length}" x14ac:dyDescent="0.25">${each}</row>`
  }

  private cell({ value, style }: SheetCell, at: number): string {
    this.letters[at] ??= this.sheet.getColumn(at + 1).letter
    const head = `<c r="${this.letters[at]}${this.number}"${this.look(style)}`
    if (value === null) return `${head}/>`
    if (typeof value !== 'string') return `${head}><v>${typeof value === 'number' ? value : excelDay(value)}</v></c>`
    const place = this.book.sharedStrings.placeOf(value)
    return place === null
      ? `${head} t="inlineStr"><is>${textMarkup(value)}</is></c>`
      : `${head} t="s"><v>${place}</v></c>`
  }

  private look(style: Partial<Style>): string {
    const known = this.looks.get(style)
    if (known !== undefined) return known
    const id = this.book.styles.addStyleModel(style)
    const look = id === 0 ? '' : ` s="${id}"`
    this.looks.set(style, look)
    return look
  }
}

function excelDay(date: Date): number {
  return 25_569 + date.getTime() / 86_400_000
}
