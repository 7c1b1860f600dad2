/** A spreadsheet cell that holds an error instead of a value: `#N/A`, `#REF!` …, or `no-value` for a formula nobody calculated. */
export interface CellError {
  readonly error: string
}

/**
 * What a reader hands over for one cell. Text as written ('' for a blank cell); a number only where the file stores a
 * number; dates always as text, `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS` (time-only cells `HH:MM:SS`); booleans as TRUE/FALSE.
 */
export type Cell = string | number | CellError

/** Consecutive rows. `numbers[i]` is the row number of `rows[i]` as Excel shows it (1-based; blank rows are counted and may be left out). */
export interface RowBatch {
  readonly numbers: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
  /** Numbers of the rows that are hidden, by hand or by a filter; they are rows like any other. */
  readonly hidden?: readonly number[]
  /** For each row, the numbers that the workbook shows as money or percent; absent where it shows none so. */
  readonly shown?: readonly (readonly ShownNumber[])[]
}

/** A number cell as its format shows it: with the sign, word or code of a currency, or as percent. */
export interface ShownNumber {
  readonly column: number
  /** `%`, or the currency's mark. */
  readonly as: string
}

/** Cells merged into one over several rows; only the first holds the value. Rows as Excel shows them, columns from 0. */
export interface MergedCells {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** Gives a row what the merged cells beside it say of it. */
export type FillDown = (row: number, cells: readonly Cell[]) => readonly Cell[]

/** One table of a file. `rows()` starts from the top each time it is called and never holds more than a batch. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  rows(): AsyncIterable<RowBatch>
  /** Reads the sheet once more for its merged cells; absent where a file cannot say. */
  merged?(): Promise<readonly MergedCells[]>
}

export interface Workbook {
  /** What the file is, whatever its name says: `html` a web page with tables, `xml` a workbook of Excel 2003. */
  readonly kind: 'csv' | 'xlsx' | 'xls' | 'ods' | 'html' | 'xml'
  /** Text encoding of a csv file or web page, in the name TextDecoder knows; undefined for workbooks. */
  readonly encoding?: string
  readonly delimiter?: string
  readonly sheets: readonly Sheet[]
}

/** Bytes to read from, in any order, as often as needed. Opened read-only; the reader never learns where they live. */
export interface ByteSource {
  /** The name a seller knows the file by. */
  readonly name: string
  readonly size: number
  /** Fills `target` from `position` on and returns how many bytes there were (0 at the end). */
  read(target: Uint8Array, position: number): number
}
