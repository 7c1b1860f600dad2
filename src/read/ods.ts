import type { ByteSource, RowBatch, Workbook } from '../core/import/sheet.js'
import { readMarkup } from './markup.js'
import { OdsCell } from './ods-cell.js'
import type { ReadOptions } from './options.js'
import { TableRows } from './table-rows.js'
import type { Container } from './xlsx-container.js'
import { Place } from './xlsx-place.js'
import { plainText } from './xlsx-text.js'
import { nameCode, XmlTags } from './xlsx-xml.js'

const CONTENT = 'content.xml'
const MANIFEST = 'meta-inf/manifest.xml'

const SPREADSHEET = nameCode('spreadsheet')
const STYLE = nameCode('style')
const TABLE_PROPERTIES = nameCode('table-properties')
const TABLE = nameCode('table')
const ROW = nameCode('table-row')
const ENDS = [nameCode('document-content'), nameCode('document')]

interface Table {
  readonly name: string
  readonly style: string
  /** Where its rows begin in the bytes. */
  readonly start: number
}

/** Whether a zip container holds an OpenDocument spreadsheet. */
export async function isOds(container: Container): Promise<boolean> {
  if (!container.has('mimetype')) return false
  const type = (await container.whole('mimetype')).toString('latin1')
  return type.startsWith('application/vnd.oasis.opendocument.spreadsheet')
}

/** Opens an OpenDocument spreadsheet. Whatever is wrong with it is a UserError of kind bad-data (`read.…`). */
export async function openOds(container: Container): Promise<Workbook> {
  if (container.has(MANIFEST) && (await container.whole(MANIFEST)).includes('encryption-data'))
    throw container.place.refuse('read.encrypted')
  return openOdsContent(await container.whole(CONTENT, 'markup-bytes'), container.place.at(CONTENT))
}

/** Opens an OpenDocument spreadsheet that is one XML file (.fods). */
export function openFlatOds(source: ByteSource, options: ReadOptions): Workbook {
  const { text, encoding } = readMarkup(source, options)
  return { ...openOdsContent(Buffer.from(text), new Place(source.name)), encoding }
}

function openOdsContent(content: Buffer, place: Place): Workbook {
  const { tables, hiddenStyles } = tablesOf(content, place)
  return {
    kind: 'ods',
    sheets: tables.map(({ name, style, start }) => ({
      name,
      hidden: hiddenStyles.has(style),
      rows: () => rowsOf(content.subarray(start), place),
    })),
  }
}

function tablesOf(content: Buffer, place: Place): { tables: Table[]; hiddenStyles: ReadonlySet<string> } {
  const tags = new XmlTags(place)
  const tables: Table[] = []
  const hiddenStyles = new Set<string>()
  let isSpreadsheet = false
  let isComplete = false
  let depth = 0
  let style = ''
  tags.feed(content)
  while (tags.next()) {
    if (tags.code === SPREADSHEET) isSpreadsheet = true
    else if (tags.closes) {
      if (tags.code === TABLE) depth--
      isComplete = ENDS.includes(tags.code)
    } else if (tags.code === STYLE) style = tags.attributes().get('name') ?? ''
    else if (tags.code === TABLE_PROPERTIES && tags.attributes().get('display') === 'false') hiddenStyles.add(style)
    else if (tags.code === TABLE && !tags.isEmpty && depth++ === 0) tables.push(tableAt(tags))
  }
  if (!isSpreadsheet) throw place.refuse('read.ods')
  if (!isComplete) throw place.damaged()
  if (tables.length === 0) throw place.refuse('read.no-sheets')
  return { tables, hiddenStyles }
}

function tableAt(tags: XmlTags): Table {
  const attributes = tags.attributes()
  return {
    name: plainText(attributes.get('name') ?? ''),
    style: attributes.get('style-name') ?? '',
    start: tags.attributesEnd + 1,
  }
}

async function* rowsOf(content: Buffer, place: Place): AsyncGenerator<RowBatch> {
  const tags = new XmlTags(place)
  const cell = new OdsCell(tags)
  const rows = new TableRows(place)
  let number = 1
  let column = 0
  let rowTimes = 1
  let isHidden = false
  tags.feed(content)
  while (tags.next()) {
    // A table within a cell is no part of the sheet's own rows; the next end at this level is the sheet's.
    if (cell.take()) {
      rows.put(column, cell.value, cell.times)
      column += cell.times
    } else if (cell.isOpen) continue
    else if (tags.code === TABLE && tags.closes) break
    else if (tags.code === ROW && !tags.closes) {
      rowTimes = timesIn(tags, 'number-rows-repeated')
      isHidden = (tags.attributes().get('visibility') ?? 'visible') !== 'visible'
      column = 0
      if (tags.isEmpty) number += rowTimes
    } else if (tags.code === ROW) {
      rows.endRow(number, rowTimes, isHidden)
      number += rowTimes
      if (rows.isFull) yield rows.take()
    }
  }
  yield rows.take()
}

function timesIn(tags: XmlTags, attribute: string): number {
  const times = Number(tags.attributes().get(attribute) ?? 1)
  if (!Number.isSafeInteger(times) || times < 1) throw tags.place.damaged()
  return times
}
