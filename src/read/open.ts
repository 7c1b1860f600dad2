import type { ByteSource, Workbook } from '../core/import/sheet.js'
import { UserError } from '../core/values/failure.js'
import { readAt } from './bytes.js'
import { decodeSample } from './decode.js'
import { delimiterNamed, findDelimiter } from './delimiter.js'
import { encodingNamed, findEncoding, SAMPLE_BYTES } from './encoding.js'
import type { ReadOptions } from './options.js'
import { type FileKind, sniff } from './sniff.js'

/**
 * Opens a file as a workbook by what its bytes are: an xlsx or OpenDocument container, a workbook of an older Excel, a page
 * or XML file with tables, or delimited text. Everything else is `UserError('bad-data', 'read.<kind>', {file})`, the kinds of
 * sniff.ts; wrong options are `UserError('usage', …)`.
 */
export async function readWorkbook(source: ByteSource, options: ReadOptions): Promise<Workbook> {
  const kind = sniff(source)
  if (kind === 'text') return openText(source, options)
  const open = readers[kind]
  if (open === undefined) throw new UserError('bad-data', `read.${kind}`, { file: source.name })
  return open(source, options)
}

type Open = (source: ByteSource, options: ReadOptions) => Promise<Workbook>

/** Each loaded when a file asks for it. */
const readers: Readonly<Partial<Record<FileKind, Open>>> = {
  zip: openZip,
  xls: async (source) => (await import('./xls.js')).openXls(source),
  ods: async (source, options) => (await import('./ods.js')).openFlatOds(source, options),
  html: async (source, options) => (await import('./html.js')).openHtml(source, options),
  xml: async (source, options) => (await import('./spreadsheet-xml.js')).openSpreadsheetXml(source, options),
}

async function openZip(source: ByteSource): Promise<Workbook> {
  const { openContainer } = await import('./xlsx-container.js')
  const { isOds, openOds } = await import('./ods.js')
  const container = await openContainer(source)
  return (await isOds(container)) ? openOds(container) : (await import('./xlsx.js')).openXlsxIn(container)
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
