import type { Cell } from '../core/import/sheet.js'
import { MarkupCell } from './markup-cell.js'
import { numberOrText } from './table-rows.js'
import { DATE, type DateTexts, type FormatKind, NUMBER } from './xlsx-dates.js'
import { markupText } from './xlsx-text.js'
import { nameCode, type XmlTags } from './xlsx-xml.js'

const CELL = nameCode('Cell')
const DATA = nameCode('Data')
const COMMENT = nameCode('Comment')

/** Reads one cell after the other of an Excel 2003 XML sheet from the tags handed to it. */
export class SpreadsheetXmlCell extends MarkupCell {
  /** Column of the cell, counted from 0. */
  column = -1
  /** The column the next cell stands in when it does not say. */
  private nextColumn = 0
  private style = ''
  private hasFormula = false
  private type: string | undefined
  private text = ''
  private isInData = false
  private isInComment = false

  constructor(
    tags: XmlTags,
    private readonly formatKinds: ReadonlyMap<string, FormatKind>,
    private readonly dates: DateTexts,
  ) {
    super(tags)
  }

  /** Call at the start of a row. */
  startRow(): void {
    this.nextColumn = 0
  }

  /** Takes the tag the scanner stands at; true when a cell has come to its end with it. */
  take(): boolean {
    const { tags } = this
    if (tags.code === CELL) return this.takeCell()
    if (!this.isOpen) return false
    if (tags.code === COMMENT) this.isInComment = !tags.closes && !tags.isEmpty
    else if (!this.isInComment) this.takeData()
    return false
  }

  protected open(): void {
    const { tags } = this
    const attributes = tags.attributes()
    const index = attributes.get('Index')
    this.column = index === undefined ? this.nextColumn : Number(index) - 1
    if (!Number.isSafeInteger(this.column) || this.column < this.nextColumn) throw tags.place.damaged()
    this.nextColumn = this.column + 1 + (Number(attributes.get('MergeAcross') ?? 0) || 0)
    this.style = attributes.get('StyleID') ?? ''
    this.hasFormula = attributes.has('Formula')
    this.type = undefined
    this.text = ''
    this.isInData = false
    this.isInComment = false
  }

  /** Rich text has elements of HTML in it: all text up to the end counts. */
  private takeData(): void {
    const { tags } = this
    if (this.isInData) this.text += markupText(tags.bytes.toString('utf8', tags.textStart, tags.textEnd))
    if (tags.code !== DATA) return
    this.isInData = !tags.closes && !tags.isEmpty
    if (!tags.closes) this.type = tags.attributes().get('Type') ?? 'String'
  }

  protected valueHeld(): Cell {
    const { type, text } = this
    if (type === undefined) return this.hasFormula ? { error: 'no-value' } : ''
    if (type === 'Error') return { error: text || 'no-value' }
    if (type === 'Boolean') return text.trim() === '1' ? 'TRUE' : 'FALSE'
    if (type === 'DateTime') return this.dates.ofIso(text.trim(), DATE)
    if (type !== 'Number') return text
    const number = numberOrText(text)
    const kind = this.formatKinds.get(this.style) ?? NUMBER
    return typeof number === 'number' ? this.dates.ofSerial(number, kind) : number
  }
}
