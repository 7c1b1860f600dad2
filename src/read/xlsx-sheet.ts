import type { Cell, CellError, RowBatch } from '../core/import/sheet.js'
import { type DateTexts, type FormatKind, NUMBER } from './xlsx-dates.js'
import { parseIndex, parseNumber } from './xlsx-number.js'
import { LIMITS, type Place } from './xlsx-place.js'
import { TextCache, TextRuns, trimmedText } from './xlsx-text.js'
import { nameCode, XmlTags } from './xlsx-xml.js'

const SHEET_DATA = nameCode('sheetData')
const ROW = nameCode('row')
const CELL = nameCode('c')
const VALUE = nameCode('v')
const FORMULA = nameCode('f')
const INLINE = nameCode('is')

const VALUE_OPEN = Buffer.from('<v>')
const VALUE_CLOSE = Buffer.from('</v></c>')
const INLINE_OPEN = Buffer.from('<is><t>')
const INLINE_CLOSE = Buffer.from('</t></is></c>')
const INLINE_TYPE = 'inlineStr'
/** Values of `t`, the commonest first. */
const TYPES = ['s', 'n', 'str', INLINE_TYPE, 'b', 'e', 'd'].map((name) => ({ name, bytes: Buffer.from(name) }))

const BATCH_ROWS = 1024
const BATCH_CELLS = 2 ** 17
const FREE_BLANKS = 2 ** 24

const NO_VALUE: CellError = { error: 'no-value' }
const BLANK = ''

const SPACE = 0x20
const SLASH = 0x2f
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27
const SMALL_R = 0x72
const SMALL_S = 0x73
const SMALL_T = 0x74
const ONE = 0x31

/** What the cells of a sheet refer to. */
export interface CellContext {
  /** Undefined where the workbook has no such part. */
  readonly sharedStrings: readonly string[] | undefined
  readonly formatKinds: Uint8Array
  readonly dates: DateTexts
}

/**
 * Reads the rows of one worksheet part as its bytes arrive. Every fault of the markup that could lose a cell is refused
 * (`read.damaged`); what stands outside `sheetData` is not looked at.
 */
export class SheetScanner {
  private readonly tags: XmlTags
  private readonly cache = new TextCache()
  private readonly decode = (bytes: Buffer, start: number, end: number) => this.cache.text(bytes, start, end)
  private readonly runs = new TextRuns(this.decode)

  private isInside = false
  private isComplete = false
  private rowsFound = 0
  private rowsBlank = 0
  private rowsGiven = 0

  private isInRow = false
  private rowNumber = 0
  /** Cells of the current row; only the first `width` belong to it. */
  private readonly line: Cell[] = []
  private width = 0
  private column = -1
  private blanks = 0
  private filled = 0

  private isInCell = false
  private isInline = false
  private hasFormula = false
  private style = 0
  private type = ''
  private value: Cell | undefined

  private numbers: number[] = []
  private rows: Cell[][] = []
  private cells = 0

  constructor(
    private readonly context: CellContext,
    private readonly place: Place,
  ) {
    this.tags = new XmlTags(place)
  }

  /** Adds bytes; call `fill` until it says false before the next ones. */
  feed(chunk: Buffer): void {
    if (!this.isComplete) this.tags.feed(chunk)
  }

  /** Reads on until a batch is full (true) or the bytes are used up (false). */
  fill(): boolean {
    const { tags } = this
    while (!this.isComplete && tags.next()) {
      this.takeTag()
      if (this.rows.length >= BATCH_ROWS || this.cells >= BATCH_CELLS) return true
    }
    return false
  }

  /** The rows read since the last call. */
  take(): RowBatch {
    const batch = { numbers: this.numbers, rows: this.rows }
    this.rowsGiven += batch.rows.length
    this.numbers = []
    this.rows = []
    this.cells = 0
    return batch
  }

  /** Call last: the rows must have come to their end, and as many been taken as the sheet has that are not blank. */
  finish(): void {
    if (!this.isComplete || this.rowsFound !== this.rowsGiven + this.rowsBlank) throw this.place.damaged()
  }

  private takeTag(): void {
    const { tags } = this
    const { code } = tags
    if (!this.isInside) this.isInside = this.takeStart(code)
    else if (code === VALUE) this.takeValue()
    else if (code === CELL) this.takeCell()
    else if (code === ROW) this.takeRow()
    else if (code === FORMULA) this.hasFormula = true
    else if (code === INLINE) this.takeInline()
    else if (code === SHEET_DATA) this.endData()
    else if (this.isInline) this.runs.take(tags)
  }

  private takeStart(code: number): boolean {
    if (code !== SHEET_DATA || this.tags.closes) return false
    this.isComplete = this.tags.isEmpty
    return true
  }

  private endData(): void {
    if (!this.tags.closes || this.isInRow) throw this.place.damaged()
    this.isComplete = true
  }

  private takeRow(): void {
    const { tags } = this
    if (!tags.closes) this.openRow()
    if (tags.closes || tags.isEmpty) this.closeRow()
  }

  private openRow(): void {
    if (this.isInRow) throw this.place.damaged()
    this.isInRow = true
    this.rowsFound++
    this.rowNumber++
    this.width = 0
    this.column = -1
    this.readAttributes(true)
    if (this.rowNumber > LIMITS.rows) throw this.place.tooLarge('rows')
  }

  private closeRow(): void {
    if (!this.isInRow || this.isInCell) throw this.place.damaged()
    this.isInRow = false
    if (this.width === 0) {
      this.rowsBlank++
      return
    }
    this.numbers.push(this.rowNumber)
    this.rows.push(this.line.slice(0, this.width))
    this.cells += this.width
  }

  private takeCell(): void {
    const { tags } = this
    if (!tags.closes) this.openCell()
    if (tags.closes || tags.isEmpty || this.takeSimple()) this.closeCell()
  }

  /** Takes the value of a cell that has nothing else in it, which most have; false when the cell is not as simple. */
  private takeSimple(): boolean {
    const { tags } = this
    if (this.type === INLINE_TYPE) {
      if (!tags.skipSimple(INLINE_OPEN, INLINE_CLOSE)) return false
      this.value = trimmedText(tags, this.decode)
    } else {
      if (!tags.skipSimple(VALUE_OPEN, VALUE_CLOSE)) return false
      this.value = this.valueOf(tags.bytes, tags.textStart, tags.textEnd)
    }
    return true
  }

  private openCell(): void {
    if (!this.isInRow || this.isInCell) throw this.place.damaged()
    this.isInCell = true
    this.isInline = false
    this.hasFormula = false
    this.style = 0
    this.type = ''
    this.value = undefined
    this.column++
    this.readAttributes(false)
    if (this.column >= LIMITS.columns) throw this.place.tooLarge('columns')
  }

  private closeCell(): void {
    if (!this.isInCell || this.isInline) throw this.place.damaged()
    this.isInCell = false
    const value = this.value ?? (this.hasFormula || this.type === 'e' ? NO_VALUE : BLANK)
    if (value === BLANK) return
    if (typeof value === 'string' && value.length > LIMITS.characters) throw this.place.tooLarge('characters')
    const { line, column } = this
    if (column >= this.width) this.fillTo(column)
    line[column] = value
  }

  /** Widens the row up to `column`, with blanks in between. */
  private fillTo(column: number): void {
    const { line } = this
    for (let at = this.width; at < column; at++) line[at] = BLANK
    this.filled++
    this.blanks += column - this.width
    if (this.blanks > FREE_BLANKS && this.blanks > LIMITS['blank-cells'] * this.filled)
      throw this.place.bomb('blank-cells')
    this.width = column + 1
  }

  private takeInline(): void {
    const { tags } = this
    this.isInline = !tags.closes && !tags.isEmpty
    if (!tags.closes) this.runs.start()
    if (!this.isInline) this.value = this.runs.text
  }

  private takeValue(): void {
    const { tags } = this
    if (!this.isInCell) throw this.place.damaged()
    if (tags.closes) this.value = this.valueOf(tags.bytes, tags.textStart, tags.textEnd)
    else if (tags.isEmpty) this.value = this.valueOf(tags.bytes, 0, 0)
  }

  /** The value that stands in the bytes between `<v>` and `</v>`, by the type of the cell; undefined for none. */
  private valueOf(bytes: Buffer, start: number, end: number): Cell | undefined {
    switch (this.type) {
      case '':
      case 'n':
        return start === end ? undefined : this.numberOf(bytes, start, end)
      case 's':
        return start === end ? BLANK : this.sharedString(parseIndex(bytes, start, end))
      case 'str':
      case INLINE_TYPE:
        return this.cache.text(bytes, start, end)
      case 'b':
        return start === end ? undefined : bytes[start] === ONE || bytes[start] === SMALL_T ? 'TRUE' : 'FALSE'
      case 'e':
        return start === end ? undefined : { error: this.cache.text(bytes, start, end) }
      case 'd':
        return this.context.dates.ofIso(this.cache.text(bytes, start, end), this.formatKind())
      default:
        throw this.place.damaged()
    }
  }

  private sharedString(index: number): Cell {
    const { sharedStrings } = this.context
    if (sharedStrings === undefined) throw this.place.damaged()
    return sharedStrings[index] ?? NO_VALUE
  }

  private numberOf(bytes: Buffer, start: number, end: number): Cell {
    const number = parseNumber(bytes, start, end)
    if (typeof number === 'string') return this.cache.text(bytes, start, end)
    const kind = this.formatKind()
    return kind === NUMBER ? number : this.context.dates.ofSerial(number, kind)
  }

  private formatKind(): FormatKind {
    return (this.context.formatKinds[this.style] ?? NUMBER) as FormatKind
  }

  /** Reads `r`, and for a cell `s` and `t`; others and prefixed ones are passed over. */
  private readAttributes(ofRow: boolean): void {
    const { bytes, attributesStart, attributesEnd: end } = this.tags
    let at = attributesStart
    while (at < end) {
      if ((bytes[at] as number) <= SPACE || bytes[at] === SLASH) {
        at++
        continue
      }
      const name = bytes[at]
      const next = bytes[at + 1] as number
      while (at < end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++
      const start = at + 1
      at = start
      while (at < end && bytes[at] !== bytes[start - 1]) at++
      if (next === EQUALS || next <= SPACE) this.takeAttribute(ofRow, name, start, at)
      at++
    }
  }

  private takeAttribute(ofRow: boolean, name: number | undefined, start: number, end: number): void {
    const { bytes } = this.tags
    if (name === SMALL_R) {
      if (ofRow) this.rowNumber = this.numberOfRow(start, end)
      else this.column = this.columnOf(start, end)
    } else if (ofRow) return
    else if (name === SMALL_S) this.style = parseIndex(bytes, start, end)
    else if (name === SMALL_T) this.type = cellType(bytes, start, end)
  }

  private numberOfRow(start: number, end: number): number {
    const number = parseIndex(this.tags.bytes, start, end)
    if (number < 1) throw this.place.damaged()
    return number
  }

  /** The column, counted from 0, that a cell reference such as `AB12` begins with. */
  private columnOf(start: number, end: number): number {
    const { bytes } = this.tags
    let column = 0
    let at = start
    for (; at < end && column <= LIMITS.columns; at++) {
      const letter = (bytes[at] as number) & 0xdf
      if (letter < 0x41 || letter > 0x5a) break
      column = column * 26 + letter - 0x40
    }
    if (column === 0) throw this.place.damaged()
    return column - 1
  }
}

/** The value of a `t` attribute, without a new string; '?' for one that SpreadsheetML does not have. */
function cellType(bytes: Buffer, start: number, end: number): string {
  for (const { name, bytes: known } of TYPES) {
    if (known.length !== end - start) continue
    let at = 0
    while (at < known.length && known[at] === bytes[start + at]) at++
    if (at === known.length) return name
  }
  return '?'
}
