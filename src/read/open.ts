import type { ByteSource, Workbook } from '../core/import/sheet.js'
import { UserError } from '../core/values/failure.js'
import { readAt } from './bytes.js'
import { decodeSample } from './decode.js'
import { delimiterNamed, findDelimiter } from './delimiter.js'
import { encodingNamed, findEncoding, SAMPLE_BYTES } from './encoding.js'
import { sniff } from './sniff.js'

export interface ReadOptions {
  /** The encoding a seller named; it is taken even where bytes do not fit it. */
  readonly encoding?: string
  /** The delimiter a seller named: one character, or `tab`. */
  readonly delimiter?: string
  /** Whether a cell is a known header word; by it encoding and delimiter are chosen. */
  readonly headerWords: (cell: string) => boolean
}

/**
 * Opens a file as a workbook by what its bytes are: an xlsx container or delimited text. Everything else is
 * `UserError('bad-data', 'read.<kind>', {file})`, the kinds of sniff.ts; wrong options are `UserError('usage', …)`.
 */
export async function readWorkbook(source: ByteSource, options: ReadOptions): Promise<Workbook> {
  const kind = sniff(source)
  if (kind === 'zip') return (await import('./xlsx.js')).openXlsx(source)
  if (kind !== 'text') throw new UserError('bad-data', `read.${kind}`, { file: source.name })
  return openText(source, options)
}

async function openText(source: ByteSource, options: ReadOptions): Promise<Workbook> {
  const isHeaderWord = options.headerWords
  const encoding = options.encoding === undefined ? findEncoding(source, isHeaderWord) : encodingNamed(options.encoding)
  const sample = decodeSample(readAt(source, 0, SAMPLE_BYTES), encoding)
  const delimiter =
    options.delimiter === undefined ? findDelimiter(sample, isHeaderWord).delimiter : delimiterNamed(options.delimiter)
  const { csvSheet, hasLiteralQuotes } = await import('./csv.js')
  const quoting = delimiter !== '\t' || !hasLiteralQuotes(source, encoding)
  return { kind: 'csv', encoding, delimiter, sheets: [csvSheet(source, { encoding, delimiter, quoting })] }
}
