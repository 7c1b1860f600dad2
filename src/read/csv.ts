import type { ByteSource, RowBatch, Sheet } from '../core/import/sheet.js'
import { UserError } from '../core/values/failure.js'
import { containsAny } from './bytes.js'
import { readIrregular } from './csv-irregular.js'
import { CsvScanner, type IrregularRecord, type Scanned } from './csv-scanner.js'
import { textPieces } from './decode.js'
import { withoutSepLine } from './delimiter.js'
import { LIMITS } from './xlsx-place.js'

const BATCH_ROWS = 2000
/** Far above the 32,767 characters a spreadsheet cell can hold; a longer record is a quote left open, or no table at all. */
const MAX_RECORD = 1_048_576

interface CsvDialect {
  /** In the name TextDecoder knows. */
  readonly encoding: string
  /** One character. */
  readonly delimiter: string
  /** Off: every quote is text, as in tab files that leave quotes as they come. */
  readonly quoting: boolean
}

/**
 * The one table of a delimited file. Cells are text as written. Blank lines are counted and left out, cells are not
 * padded; a quote that stays open is `UserError('bad-data', 'read.quote', {file, row})` when its row is reached.
 *
 * A cell of 13 characters or more is a window on the 64 K piece of text it was cut from: who keeps single cells for long
 * should keep copies, or keeps the file in memory.
 */
export function csvSheet(source: ByteSource, dialect: CsvDialect): Sheet {
  return { name: '', hidden: false, rows: () => batches(source, dialect) }
}

/**
 * Whether a tab-separated file leaves quotes as they come (Amazon does): read by RFC 4180 some quote does not pair up, or
 * a quoted cell swallows both a tab and a line end, which no spreadsheet writes.
 */
export function hasLiteralQuotes(source: ByteSource, encoding: string): boolean {
  if (!containsAny(source, [34])) return false
  const scanner = new CsvScanner('\t', true)
  for (const records of recordsByPiece(source, encoding, scanner)) {
    if (records.some(showsLiteralQuotes)) return true
    if (scanner.pending > MAX_RECORD) return true
  }
  return false
}

function showsLiteralQuotes(record: Scanned): boolean {
  if (record === 'blank') return false
  if (record === 'broken' || 'irregular' in record) return true
  return record.some((cell) => cell.includes('\t') && /[\r\n]/.test(cell))
}

async function* batches(source: ByteSource, { encoding, delimiter, quoting }: CsvDialect): AsyncGenerator<RowBatch> {
  const scanner = new CsvScanner(delimiter, quoting)
  let batch = new Batch(delimiter)
  let row = 0
  for (const records of recordsByPiece(source, encoding, scanner)) {
    // Only a long record can be too wide or hold a long cell; the others are not looked through.
    const isLong = scanner.longest > LIMITS.columns
    scanner.longest = 0
    for (const record of records) {
      row++
      if (record === 'broken') throw new UserError('bad-data', 'read.quote', { file: source.name, row })
      if (isLong) checkSize(source.name, row, record)
      batch.add(row, record)
      if (batch.rows.length < BATCH_ROWS) continue
      yield batch.complete()
      batch = new Batch(delimiter)
    }
    if (scanner.pending > MAX_RECORD) throw tooLong(source.name, row + 1, scanner.isInsideQuotes)
  }
  if (batch.rows.length > 0) yield batch.complete()
}

/** All records in order, a piece of the file at a time. */
function* recordsByPiece(source: ByteSource, encoding: string, scanner: CsvScanner): Generator<Scanned[]> {
  let isFirst = true
  for (const text of textPieces(source, encoding)) {
    scanner.feed(isFirst ? withoutSepLine(text) : text)
    isFirst = false
    yield scanner.read()
  }
  scanner.end()
  yield scanner.read()
}

/** What no spreadsheet can hold has no place in a table: mostly a quote or a line end is missing. */
function checkSize(file: string, row: number, record: Exclude<Scanned, 'broken'>): void {
  if (record === 'blank') return
  const cells = 'irregular' in record ? [record.irregular] : record
  const { columns, characters } = LIMITS
  if (cells.length > columns) throw new UserError('bad-data', 'read.long-row', { file, row, most: columns })
  if (cells.some((cell) => cell.length > characters))
    throw new UserError('bad-data', 'read.long-cell', { file, row, most: characters })
}

function tooLong(file: string, row: number, isInsideQuotes: boolean): UserError {
  return isInsideQuotes
    ? new UserError('bad-data', 'read.quote', { file, row })
    : new UserError('bad-data', 'read.not-a-table', { file })
}

/** Rows on their way out; irregular ones keep their place until csv-parse has read them together. */
class Batch implements RowBatch {
  readonly numbers: number[] = []
  readonly rows: (readonly string[])[] = []
  private readonly places: number[] = []
  private readonly irregular: string[] = []

  constructor(private readonly delimiter: string) {}

  add(row: number, record: readonly string[] | IrregularRecord | 'blank'): void {
    if (record === 'blank') return
    this.numbers.push(row)
    if (!('irregular' in record)) {
      this.rows.push(record)
      return
    }
    this.places.push(this.rows.length)
    this.irregular.push(record.irregular)
    this.rows.push([])
  }

  complete(): RowBatch {
    if (this.irregular.length > 0) {
      for (const [i, cells] of readIrregular(this.irregular, this.delimiter).entries()) {
        this.rows[this.places[i]!] = cells
      }
    }
    return { numbers: this.numbers, rows: this.rows }
  }
}
