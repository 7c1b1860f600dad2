import type { Cell, RowBatch, ShownNumber } from '../core/import/sheet.js'
import { BLANK, type CellContext, CellReader } from './xlsx-cell.js'
import { parseIndex } from './xlsx-number.js'
import { LIMITS, type Place } from './xlsx-place.js'
import { nameCode, XmlTags } from './xlsx-xml.js'

const SHEET_DATA = nameCode('sheetData')
const ROW = nameCode('row')
const CELL = nameCode('c')
const VALUE = nameCode('v')
const FORMULA = nameCode('f')
const INLINE = nameCode('is')
const SMALL_R = 0x72

const BATCH_ROWS = 1024
const BATCH_CELLS = 2 ** 17
const FREE_BLANKS = 2 ** 24

/**
 * Reads the rows of one worksheet part as its bytes arrive. Every fault of the markup that could lose a cell is refused
 * (`read.damaged`); what stands outside `sheetData` is not looked at.
 */
export class SheetScanner {
  private readonly tags: XmlTags
  private readonly cell: CellReader

  private isInside = false
  private isComplete = false
  private rowsFound = 0
  private rowsBlank = 0
  private rowsGiven = 0
  private hidden: number[] = []

  private isInRow = false
  private isHidden = false
  private rowNumber = 0
  /** Cells of the current row; only the first `width` belong to it. */
  private readonly line: Cell[] = []
  private width = 0
  private blanks = 0
  private filled = 0

  private shown: (readonly ShownNumber[])[] = []
  private isShown = false
  private numbers: number[] = []
  private rows: Cell[][] = []
  private cells = 0

  constructor(
    context: CellContext,
    private readonly place: Place,
  ) {
    this.tags = new XmlTags(place)
    this.cell = new CellReader(this.tags, context)
  }

  /** Adds bytes; call `fill` until it says false before the next ones. */
  feed(chunk: Buffer): void {
    if (!this.isComplete) this.tags.feed(chunk)
  }

  /** Reads on until a batch is full (true) or the bytes are used up (false). */
  fill(): boolean {
    const { tags } = this
    while (!this.isComplete) {
      this.takePlainCells()
      if (!tags.next()) break
      this.takeTag()
      if (this.rows.length >= BATCH_ROWS || this.cells >= BATCH_CELLS) return true
    }
    return false
  }

  /** The rows read since the last call. */
  take(): RowBatch {
    const { numbers, rows, shown, hidden } = this
    const batch = { numbers, rows, hidden, ...(this.isShown ? { shown } : {}) }
    this.shown = []
    this.isShown = false
    this.hidden = []
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

  private takePlainCells(): void {
    const { cell } = this
    while (this.isInRow) {
      const value = cell.takePlain()
      if (value === undefined) return
      this.put(cell.column, value)
    }
  }

  private takeTag(): void {
    const { tags, cell } = this
    const { code } = tags
    if (!this.isInside) this.isInside = this.takeStart(code)
    else if (code === CELL) this.takeCell()
    else if (code === ROW) this.takeRow()
    else if (code === VALUE) cell.takeValue()
    else if (code === FORMULA) cell.takeFormula()
    else if (code === INLINE) cell.takeInline()
    else if (code === SHEET_DATA) this.endData()
    else cell.takeOther()
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
    const { tags } = this
    if (this.isInRow) throw this.place.damaged()
    this.isInRow = true
    this.rowsFound++
    this.rowNumber++
    this.width = 0
    this.isHidden = tags.saysHidden()
    this.cell.startRow()
    tags.shortAttributes(this.takeRowAttribute)
    if (this.rowNumber > LIMITS.rows) throw this.place.tooLarge('rows')
  }

  private readonly takeRowAttribute = (name: number, start: number, end: number): void => {
    if (name !== SMALL_R) return
    this.rowNumber = parseIndex(this.tags.bytes, start, end)
    if (this.rowNumber < 1) throw this.place.damaged()
  }

  private closeRow(): void {
    if (!this.isInRow) throw this.place.damaged()
    this.cell.endRow()
    this.isInRow = false
    if (this.width === 0) {
      this.rowsBlank++
      return
    }
    if (this.isHidden) this.hidden.push(this.rowNumber)
    this.numbers.push(this.rowNumber)
    this.rows.push(this.line.slice(0, this.width))
    this.shown.push(this.cell.shown)
    if (this.cell.shown.length > 0) this.isShown = true
    this.cells += this.width
  }

  private takeCell(): void {
    const { cell } = this
    if (!this.isInRow) throw this.place.damaged()
    if (this.tags.closes || cell.open()) this.put(cell.column, cell.close())
  }

  private put(column: number, value: Cell): void {
    if (value === BLANK) return
    if (column >= this.width) this.widen(column)
    this.line[column] = value
  }

  /** Widens the row up to `column`, with blanks in between. */
  private widen(column: number): void {
    const { line } = this
    for (let at = this.width; at < column; at++) line[at] = BLANK
    this.filled++
    this.blanks += column - this.width
    if (this.blanks > FREE_BLANKS && this.blanks > LIMITS['blank-cells'] * this.filled)
      throw this.place.bomb('blank-cells')
    this.width = column + 1
  }
}
