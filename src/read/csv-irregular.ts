import { parse } from 'csv-parse/sync'

/**
 * The options under which csv-parse is the reader of record: what the scanner delivers must equal what csv-parse delivers
 * with these. Quotes it cannot pair stay in the cell as text.
 */
export function csvParseOptions(delimiter: string) {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  }
}

/**
 * Cells of records whose quoting is irregular, read by csv-parse: all in one call, since a call costs more than a record.
 * None of them may hold an open quote (the scanner calls that broken).
 */
export function readIrregular(records: readonly string[], delimiter: string): string[][] {
  const rows: string[][] = parse(records.join('\n'), csvParseOptions(delimiter))
  if (rows.length !== records.length) throw new Error('csv-parse and the scanner disagree about where records end')
  return rows
}
