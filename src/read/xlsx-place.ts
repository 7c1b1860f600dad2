import { UserError } from '../core/values/failure.js'

/** Largest figures a workbook may have; the last four are those of SpreadsheetML itself. */
export const LIMITS = {
  /** Bytes of the file. */
  'file-bytes': 500 * 2 ** 20,
  /** Parts in the container. */
  entries: 1000,
  /** Absolute part names, and those that climb out of the container with `..`. */
  'entry-name': 0,
  /** Inflated bytes of one part. */
  bytes: 4 * 2 ** 30,
  /** Inflated bytes for each compressed one, once a megabyte is out. Exports stay below 30, blanks reach 1000. */
  ratio: 100,
  /** Bytes between two tags, the second tag included. */
  token: 4 * 2 ** 20,
  /** Blank cells before each filled one of a sheet, once sixteen million are out. Wide exports stay below 100. */
  'blank-cells': 256,
  /** Bytes of a part that is read whole (relations, workbook, styles). */
  'part-bytes': 64 * 2 ** 20,
  /** Bytes of the cells of an OpenDocument, of an Excel 2003 XML workbook or of a web page, in UTF-8: they are held whole. */
  'markup-bytes': 128 * 2 ** 20,
  /** Bytes of an Excel 97-2003 workbook: it is read whole, and takes ten times its size in memory. */
  'xls-bytes': 64 * 2 ** 20,
  /** Cells an OpenDocument may write once for several places; people repeat a row or two, not a million. */
  'repeated-cells': 2 ** 20,
  /** Tables in a web page. */
  tables: 1000,
  /** Texts in the table of shared strings. */
  'shared-strings': 2 ** 24,
  /** UTF-16 units in all shared strings together. */
  'shared-characters': 2 ** 28,
  rows: 1_048_576,
  columns: 16_384,
  characters: 32_767,
} as const

export type Limit = keyof typeof LIMITS

/** Where in a workbook the reader is: it makes the refusals, so that each names the file and the part ('' for the container). */
export class Place {
  constructor(
    readonly file: string,
    readonly part: string = '',
  ) {}

  at(part: string): Place {
    return new Place(this.file, part)
  }

  refuse(code: string, cause?: unknown): UserError {
    return new UserError('bad-data', code, { file: this.file, part: this.part }, { cause })
  }

  /** `read.damaged`: the bytes are not what their container or their own markup promises. */
  damaged(cause?: unknown): UserError {
    return this.refuse('read.damaged', cause)
  }

  /** `read.bomb`: more work than any honest workbook asks for. */
  bomb(limit: Limit): UserError {
    return this.beyond('read.bomb', limit)
  }

  /** `read.too-large`: beyond what a workbook may hold, or what this reader takes. */
  tooLarge(limit: Limit): UserError {
    return this.beyond('read.too-large', limit)
  }

  private beyond(code: string, limit: Limit): UserError {
    return new UserError('bad-data', code, { file: this.file, part: this.part, limit, most: LIMITS[limit] })
  }
}
