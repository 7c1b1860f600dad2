import type { ByteSource, RowBatch, Workbook } from '../core/import/sheet.js'
import { readMarkup } from './markup.js'
import type { ReadOptions } from './options.js'
import { SpreadsheetXmlCell } from './spreadsheet-xml-cell.js'
import { TableRows } from './table-rows.js'
import { DATE, DateTexts, type FormatKind, NUMBER, TIME } from './xlsx-dates.js'
import { Place } from './xlsx-place.js'
import { formatKind } from './xlsx-styles.js'
import { plainText } from './xlsx-text.js'
import { nameCode, XmlTags } from './xlsx-xml.js'

const WORKBOOK = nameCode('Workbook')
const DATE_1904 = nameCode('Date1904')
const STYLE = nameCode('Style')
const NUMBER_FORMAT = nameCode('NumberFormat')
const WORKSHEET = nameCode('Worksheet')
const VISIBLE = nameCode('Visible')
const ROW = nameCode('Row')

/** Number formats that are called by a name. */
const NAMED_FORMAT = /^(?:(?:general|short|medium|long) (date|time)|[a-z/ ]+)$/i

interface XmlSheet {
  readonly name: string
  /** Where it begins in the bytes. */
  readonly start: number
  hidden: boolean
}

interface Parts {
  readonly sheets: readonly XmlSheet[]
  readonly formatKinds: ReadonlyMap<string, FormatKind>
  readonly since1904: boolean
}

/** Opens a workbook of Excel 2003 in XML, in any encoding. Whatever is wrong with it is a UserError of kind bad-data (`read.…`). */
export function openSpreadsheetXml(source: ByteSource, options: ReadOptions): Workbook {
  const { text, encoding } = readMarkup(source, options)
  const place = new Place(source.name)
  const bytes = Buffer.from(text)
  const parts = partsOf(bytes, place)
  return {
    kind: 'xml',
    encoding,
    sheets: parts.sheets.map(({ name, hidden, start }) => ({
      name,
      hidden,
      rows: () => rowsOf(bytes.subarray(start), parts, place),
    })),
  }
}

function partsOf(bytes: Buffer, place: Place): Parts {
  const tags = new XmlTags(place)
  const sheets: XmlSheet[] = []
  const formatKinds = new Map<string, FormatKind>()
  let since1904 = false
  let isWorkbook = false
  let isComplete = false
  let style = ''
  tags.feed(bytes)
  while (tags.next()) {
    const { code } = tags
    if (code === WORKBOOK) {
      isWorkbook = true
      isComplete = tags.closes
    } else if (code === VISIBLE && tags.closes) {
      const state = bytes.toString('latin1', tags.textStart, tags.textEnd)
      const sheet = sheets.at(-1)
      if (sheet && /hidden/i.test(state)) sheet.hidden = true
    } else if (tags.closes) continue
    else if (code === DATE_1904) since1904 = true
    else if (code === STYLE) style = tags.attributes().get('ID') ?? ''
    else if (code === NUMBER_FORMAT) formatKinds.set(style, kindOf(tags.attributes().get('Format') ?? ''))
    else if (code === WORKSHEET) {
      const name = plainText(tags.attributes().get('Name') ?? '')
      sheets.push({ name, start: tags.attributesEnd + 1, hidden: false })
    }
  }
  if (!isWorkbook) throw place.refuse('read.xml')
  if (!isComplete) throw place.damaged()
  if (sheets.length === 0) throw place.refuse('read.no-sheets')
  return { sheets, formatKinds, since1904 }
}

function kindOf(format: string): FormatKind {
  const [isNamed, what] = NAMED_FORMAT.exec(format) ?? []
  if (isNamed === undefined || /^[ymdhs/ ]+$/i.test(format)) return formatKind(plainText(format))
  if (what === undefined) return NUMBER
  return what.toLowerCase() === 'date' ? DATE : TIME
}

async function* rowsOf(bytes: Buffer, { formatKinds, since1904 }: Parts, place: Place): AsyncGenerator<RowBatch> {
  const tags = new XmlTags(place)
  const cell = new SpreadsheetXmlCell(tags, formatKinds, new DateTexts(since1904))
  const rows = new TableRows(place)
  let number = 0
  let after = 0
  tags.feed(bytes)
  while (tags.next()) {
    if (cell.take()) rows.put(cell.column, cell.value)
    else if (cell.isOpen) continue
    else if (tags.code === WORKSHEET && tags.closes) break
    else if (tags.code !== ROW) continue
    else if (!tags.closes) {
      const attributes = tags.attributes()
      number = placeOf(attributes.get('Index'), number + after + 1, number + after, place)
      after = Number(attributes.get('Span') ?? 0) || 0
      cell.startRow()
    } else {
      rows.endRow(number)
      if (rows.isFull) yield rows.take()
    }
  }
  yield rows.take()
}

/** Where an element says it stands, from 1; `otherwise` where it does not say. Nothing goes backwards. */
function placeOf(index: string | undefined, otherwise: number, last: number, place: Place): number {
  const at = index === undefined ? otherwise : Number(index)
  if (!Number.isSafeInteger(at) || at <= last) throw place.damaged()
  return at
}
