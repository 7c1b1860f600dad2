import type { Cell } from '../core/import/sheet.js'
import { MarkupCell } from './markup-cell.js'
import { numberOrText } from './table-rows.js'
import { DATE, DateTexts } from './xlsx-dates.js'
import { markupText } from './xlsx-text.js'
import { nameCode } from './xlsx-xml.js'

const CELL = nameCode('table-cell')
const COVERED = nameCode('covered-table-cell')
const PARAGRAPH = nameCode('p')
const SPACES = nameCode('s')
const TAB = nameCode('tab')
const LINE_BREAK = nameCode('line-break')
/** What stands in a cell and is not its value: a remark, a picture, a table of its own. */
const ASIDE = ['annotation', 'frame', 'table', 'ruby-text'].map(nameCode)

const MOST_SPACES = 32_767
const ERROR_TEXT = /^(?:#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NULL!|NUM!)|Err:\d+)$/
const DURATION = /^PT(\d+)H(\d+)M(\d+)(?:[.,](\d+))?S$/
const SECONDS = 86_400

/** Reads one cell after the other of an OpenDocument table from the tags handed to it. */
export class OdsCell extends MarkupCell {
  /** How many cells beside each other it stands for. */
  times = 1
  private attributes: ReadonlyMap<string, string> = new Map()
  private text = ''
  private paragraphs = 0
  private isInParagraph = false
  /** Open elements within one that is not part of the value, by their name. */
  private asideDepth = 0
  private aside = 0
  private readonly dates = new DateTexts(false)

  /** Takes the tag the scanner stands at; true when a cell has come to its end with it. */
  take(): boolean {
    const { tags } = this
    if (this.asideDepth > 0) this.passAside()
    else if (tags.code === CELL || tags.code === COVERED) return this.takeCell()
    else if (!this.isOpen) return false
    else if (ASIDE.includes(tags.code) && !tags.closes) this.enterAside()
    else this.takeText()
    return false
  }

  protected open(): void {
    const { tags } = this
    this.attributes = tags.attributes()
    this.times = Number(this.attributes.get('number-columns-repeated') ?? 1)
    if (!Number.isSafeInteger(this.times) || this.times < 1) throw tags.place.damaged()
    this.text = ''
    this.paragraphs = 0
    this.isInParagraph = false
  }

  private enterAside(): void {
    this.addText()
    if (this.tags.isEmpty) return
    this.aside = this.tags.code
    this.asideDepth = 1
  }

  private passAside(): void {
    const { tags } = this
    if (tags.code === this.aside && !tags.isEmpty) this.asideDepth += tags.closes ? -1 : 1
  }

  private takeText(): void {
    const { tags } = this
    this.addText()
    if (tags.code === PARAGRAPH) {
      this.isInParagraph = !tags.closes && !tags.isEmpty
      if (!tags.closes && this.paragraphs++ > 0) this.text += '\n'
    } else if (tags.closes) return
    else if (tags.code === TAB) this.text += '\t'
    else if (tags.code === LINE_BREAK) this.text += '\n'
    else if (tags.code === SPACES)
      this.text += ' '.repeat(Math.min(MOST_SPACES, Number(tags.attributes().get('c') ?? 1) || 1))
  }

  /** Adds what stands before the tag; of blanks in a row one counts, the others are written as elements. */
  private addText(): void {
    const { tags } = this
    if (!this.isInParagraph || tags.textEnd <= tags.textStart) return
    this.text += markupText(tags.bytes.toString('utf8', tags.textStart, tags.textEnd)).replace(/[ \t\r\n]+/g, ' ')
  }

  protected valueHeld(): Cell {
    const { attributes, text } = this
    const type = attributes.get('value-type')
    const isFormula = attributes.has('formula')
    if (type === 'error' || (isFormula && ERROR_TEXT.test(text))) return { error: text || 'no-value' }
    if (type === undefined) return isFormula && text === '' ? { error: 'no-value' } : text
    if (type === 'date') return this.dates.ofIso(attributes.get('date-value') ?? text, DATE)
    if (type === 'time') return timeOf(attributes.get('time-value') ?? text)
    if (type === 'boolean') return attributes.get('boolean-value') === 'true' ? 'TRUE' : 'FALSE'
    if (type === 'string') return this.paragraphs > 0 ? text : markupText(attributes.get('string-value') ?? '')
    return numberOrText(attributes.get('value') ?? text)
  }
}

/** A time of day as text; a duration of a day or more as a number of days. */
function timeOf(written: string): Cell {
  const [, hours, minutes, seconds, fraction = '0'] = DURATION.exec(written) ?? []
  if (hours === undefined) return written
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Math.round(Number(`${seconds}.${fraction}`))
  if (total >= SECONDS) return total / SECONDS
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  return `${two(total / 3600)}:${two((total / 60) % 60)}:${two(total % 60)}`
}
