import type { Cell, RowBatch } from '../core/import/sheet.js'
import { LIMITS, type Place } from './xlsx-place.js'

const BATCH_ROWS = 1024
const BATCH_CELLS = 2 ** 17
const FREE_BLANKS = 2 ** 24

/** Puts the cells of a table into rows and batches, within the limits of a sheet; a row without a filled cell is left out. */
export class TableRows {
  private line: Cell[] = []
  private blanks = 0
  private filled = 0
  private repeated = 0
  private numbers: number[] = []
  private rows: Cell[][] = []
  private hidden: number[] = []
  private cells = 0

  constructor(private readonly place: Place) {}

  /** Adds a cell to the current row at `column` (from 0), and to the `times - 1` columns after it; blank ones are not kept. */
  put(column: number, value: Cell, times = 1): void {
    if (value === '') return
    if (column + times > LIMITS.columns) throw this.place.tooLarge('columns')
    if (typeof value === 'string' && value.length > LIMITS.characters) throw this.place.tooLarge('characters')
    this.countRepeated(times - 1)
    this.blanks += Math.max(0, column - this.line.length)
    this.filled += times
    if (this.blanks > FREE_BLANKS && this.blanks > LIMITS['blank-cells'] * this.filled)
      throw this.place.bomb('blank-cells')
    while (this.line.length < column) this.line.push('')
    for (let at = column; at < column + times; at++) this.line[at] = value
  }

  /** Ends the current row, which is row `number` (from 1) and the `times - 1` rows after it. */
  endRow(number: number, times = 1, isHidden = false): void {
    const { line } = this
    if (line.length === 0) return
    if (number + times - 1 > LIMITS.rows) throw this.place.tooLarge('rows')
    this.countRepeated((times - 1) * line.length)
    this.line = []
    for (let at = number; at < number + times; at++) {
      this.numbers.push(at)
      this.rows.push(line)
      if (isHidden) this.hidden.push(at)
    }
    this.cells += line.length * times
  }

  /** Whether there are rows enough for a batch. */
  get isFull(): boolean {
    return this.rows.length >= BATCH_ROWS || this.cells >= BATCH_CELLS
  }

  /** The rows ended since the last call. */
  take(): RowBatch {
    const batch = { numbers: this.numbers, rows: this.rows, hidden: this.hidden }
    this.numbers = []
    this.rows = []
    this.hidden = []
    this.cells = 0
    return batch
  }

  private countRepeated(cells: number): void {
    this.repeated += cells
    if (this.repeated > LIMITS['repeated-cells']) throw this.place.bomb('repeated-cells')
  }
}

/** The number a text stands for; the text itself where it is none, or where a number could not hold all its digits. */
export function numberOrText(text: string): number | string {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text
  const digits = text.replace(/[.e].*$/i, '').replace(/\D/g, '')
  return digits.length > 15 && !Number.isSafeInteger(number) ? text.trim() : number
}
