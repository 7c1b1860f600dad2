import type { ByteSource, Cell, RowBatch, Workbook } from '../core/import/sheet.js'
import { HtmlTags } from './html-tags.js'
import { shownText } from './html-text.js'
import { type MarkupText, readMarkup } from './markup.js'
import { isWebArchive, pagesOf } from './mhtml.js'
import type { ReadOptions } from './options.js'
import { TableRows } from './table-rows.js'
import { LIMITS, Place } from './xlsx-place.js'

/** Tables deeper within tables than any page layout are left to the table around them. */
const MOST_DEPTH = 4
/** What HTML itself allows. */
const MOST_SPAN = { colspan: 1000, rowspan: 65_534 } as const
/** Characters looked at for one cell, blanks that come to nothing included. */
const MOST_TEXT = 2 ** 20
/** Places under merged cells that are passed in search of a free one. */
const MOST_PASSED = 2 ** 26
const BREAKS = /^(?:br|p|div|li)$/

/** One table of a page: where its rows begin. */
interface Table {
  readonly page: string
  readonly start: number
}

/**
 * Opens a web page with tables, as shops and ERP systems save it under .xls, or a web archive of Excel: each table that has
 * cells is a sheet. Cells are the text shown, so that ids and phones keep every digit; a value under merged cells stands in
 * the first of them. UserError `read.html` when there is no table, `read.damaged` when the file ends within one.
 */
export function openHtml(source: ByteSource, options: ReadOptions): Workbook {
  const { text, encoding } = readMarkup(source, options)
  const place = new Place(source.name)
  const tables = pagesIn(text).flatMap((page) => tablesOf(page, place))
  if (tables.length === 0) throw place.refuse('read.html')
  if (tables.length > LIMITS.tables) throw place.bomb('tables')
  return {
    kind: 'html',
    encoding,
    sheets: tables.map((table, at) => ({
      name: tables.length === 1 ? '' : `#${at + 1}`,
      hidden: false,
      rows: () => rowsOf(table, place),
    })),
  }
}

function pagesIn(text: MarkupText['text']): readonly string[] {
  return isWebArchive(text) ? pagesOf(text) : [text]
}

function tablesOf(page: string, place: Place): Table[] {
  const tags = new HtmlTags(page)
  const open: { start: number; hasCells: boolean }[] = []
  const tables: Table[] = []
  while (tags.next()) {
    if (tags.name === 'table' && !tags.closes) open.push({ start: tags.position, hasCells: false })
    else if (tags.name === 'table') {
      const table = open.pop()
      if (table?.hasCells && open.length < MOST_DEPTH) tables.push({ page, start: table.start })
    } else if (tags.name === 'td' || tags.name === 'th') markCells(open.at(-1))
  }
  // Whoever wrote the page closed its tables: what is left open was cut off.
  if (open.length > 0) throw place.damaged()
  return tables.sort((a, b) => a.start - b.start)
}

function markCells(table: { hasCells: boolean } | undefined): void {
  if (table) table.hasCells = true
}

async function* rowsOf({ page, start }: Table, place: Place): AsyncGenerator<RowBatch> {
  const tags = new HtmlTags(page, start)
  const table = new TableScanner(place)
  for (let depth = 1; depth > 0 && tags.next(); ) {
    if (depth === 1) table.addText(page, tags)
    if (tags.name === 'table') depth += tags.closes ? -1 : 1
    if (depth === 1) table.takeTag(tags)
    if (table.rows.isFull) yield table.rows.take()
  }
  table.endRow()
  yield table.rows.take()
}

/** Reads the rows of one table; tags that close cells and rows may be missing, as HTML allows. */
class TableScanner {
  readonly rows: TableRows
  private row = 0
  private isInRow = false
  private isInCell = false
  private column = 0
  private width = 0
  private text = ''
  private error: string | undefined
  private exact: string | undefined
  /** For each column the last row that a cell above reaches down to. */
  private readonly reach: number[] = []
  private passed = 0

  constructor(private readonly place: Place) {
    this.rows = new TableRows(place)
  }

  addText(page: string, { textStart, textEnd }: HtmlTags): void {
    if (!this.isInCell || textEnd <= textStart) return
    this.text += shownText(page.slice(textStart, textEnd))
    if (this.text.length > MOST_TEXT) throw this.place.tooLarge('characters')
  }

  takeTag(tags: HtmlTags): void {
    const { name, closes } = tags
    if (name === 'td' || name === 'th') {
      this.endCell()
      if (!closes) this.openCell(tags)
    } else if (name === 'tr') {
      this.endRow()
      if (!closes) this.openRow()
    } else if (this.isInCell && BREAKS.test(name) && this.text !== '' && (!closes || name === 'br')) this.text += '\n'
  }

  endRow(): void {
    this.endCell()
    if (!this.isInRow) return
    this.isInRow = false
    this.rows.endRow(this.row)
  }

  private openRow(): void {
    this.isInRow = true
    this.row++
    this.column = 0
    this.width = 0
  }

  private openCell(tags: HtmlTags): void {
    if (!this.isInRow) this.openRow()
    this.column += this.width
    this.passReached()
    const attributes = tags.attributes()
    this.width = spanOf(attributes, 'colspan')
    const down = spanOf(attributes, 'rowspan')
    if (down > 1) for (let at = 0; at < this.width; at++) this.reach[this.column + at] = this.row + down - 1
    this.isInCell = true
    this.text = ''
    this.error = attributes.get('x:err')
    this.exact = attributes.get('x:num')
  }

  /** Moves to the first column that no cell above reaches into. */
  private passReached(): void {
    const from = this.column
    while ((this.reach[this.column] ?? 0) >= this.row) this.column++
    this.passed += this.column - from
    if (this.column >= LIMITS.columns) throw this.place.tooLarge('columns')
    if (this.passed > MOST_PASSED) throw this.place.bomb('blank-cells')
  }

  private endCell(): void {
    if (!this.isInCell) return
    this.isInCell = false
    this.rows.put(this.column, this.valueOf())
  }

  private valueOf(): Cell {
    const lines = this.text.split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim())
    const text = lines.join('\n').trim()
    if (this.error !== undefined) return { error: text || this.error || 'no-value' }
    // Excel shows a long number shortened and keeps it whole beside the text.
    const isShortened = /^(?:[+-]?\d(?:[.,]\d+)?E\+?\d+|#{2,})$/i.test(text)
    return isShortened && this.exact && /^\d{1,15}$/.test(this.exact) ? this.exact : text
  }
}

function spanOf(attributes: ReadonlyMap<string, string>, attribute: keyof typeof MOST_SPAN): number {
  const span = Number.parseInt(attributes.get(attribute) ?? '1', 10)
  if (!(span >= 0)) return 1
  // A rowspan of 0 reaches to the end of the table.
  if (span === 0) return attribute === 'rowspan' ? MOST_SPAN.rowspan : 1
  return Math.min(span, MOST_SPAN[attribute])
}
