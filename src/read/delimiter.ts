import { UserError } from '../core/values/failure.js'
import { CsvScanner } from './csv-scanner.js'

/** In the order in which they win a tie. */
const DELIMITERS = [',', '\t', ';', '|', '，'] as const
const SAMPLE_RECORDS = 50
/** The line by which a file tells Excel its delimiter; Excel shows it as no row. */
const SEP_LINE = /^"?sep=([^"])"?(\r\n|\r|\n|$)/i

/** How well a text reads under one delimiter. */
interface DelimiterFit {
  readonly delimiter: string
  /** Known header words in the record that has most of them. */
  readonly headerHits: number
  /** Share of the records that have the usual number of cells; 0 when that is one cell. */
  readonly evenness: number
  readonly usualCells: number
}

/**
 * The delimiter of a text, judged on its first 50 records: the one its `sep=` line names, else the one that makes most
 * known header words in one record, then the one with the most even number of cells, then of most cells.
 */
export function findDelimiter(text: string, isHeaderWord: (cell: string) => boolean): DelimiterFit {
  const declared = SEP_LINE.exec(text)?.[1]
  const candidates = declared === undefined ? DELIMITERS : [declared]
  const fits = candidates.map((delimiter) => fitOf(withoutSepLine(text), delimiter, isHeaderWord))
  return fits.reduce((best, fit) => (compareFits(fit, best) > 0 ? fit : best))
}

/** The delimiter a seller named, one character or `tab`; else `UserError('usage', 'read.delimiter-name', {delimiter})`. */
export function delimiterNamed(name: string): string {
  if (/^(tab|\\t)$/i.test(name)) return '\t'
  if (/^[^"\r\n]$/.test(name)) return name
  throw new UserError('usage', 'read.delimiter-name', { delimiter: name })
}

/** The text without a first line `sep=;`. */
export function withoutSepLine(text: string): string {
  return text.replace(SEP_LINE, '')
}

function fitOf(text: string, delimiter: string, isHeaderWord: (cell: string) => boolean): DelimiterFit {
  const records = firstRecords(text, delimiter)
  const [usualCells, count] = mode(records.map((cells) => cells.length))
  return {
    delimiter,
    headerHits: Math.max(0, ...records.map((cells) => cells.filter(isHeaderWord).length)),
    evenness: usualCells > 1 ? count / records.length : 0,
    usualCells,
  }
}

function compareFits(a: DelimiterFit, b: DelimiterFit): number {
  return a.headerHits - b.headerHits || a.evenness - b.evenness || a.usualCells - b.usualCells
}

function firstRecords(text: string, delimiter: string): (readonly string[])[] {
  const scanner = new CsvScanner(delimiter, true)
  scanner.feed(text)
  scanner.end()
  return scanner.read(SAMPLE_RECORDS).flatMap((record) => {
    if (record === 'blank' || record === 'broken') return []
    return ['irregular' in record ? record.irregular.split(delimiter) : record]
  })
}

/** The most frequent number and how often it occurs; of equals the larger number. */
function mode(numbers: readonly number[]): [number, number] {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].reduce(
    (best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best),
    [0, 0],
  )
}
