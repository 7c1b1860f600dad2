import type { Cell, CellError, ShownNumber } from '../core/import/sheet.js'
import { type DateTexts, type FormatKind, MARKED, NUMBER } from './xlsx-dates.js'
import { parseIndex, parseNumber } from './xlsx-number.js'
import { LIMITS } from './xlsx-place.js'
import { PlainCell } from './xlsx-plain-cell.js'
import type { FormatKinds } from './xlsx-styles.js'
import { TextCache, TextRuns, trimmedText } from './xlsx-text.js'
import type { XmlTags } from './xlsx-xml.js'

const VALUE_OPEN = Buffer.from('<v>')
const VALUE_CLOSE = Buffer.from('</v></c>')
const INLINE_OPEN = Buffer.from('<is><t>')
const INLINE_CLOSE = Buffer.from('</t></is></c>')
const INLINE_TYPE = 'inlineStr'
/** Values of `t`, the commonest first. */
const TYPES = ['s', 'n', 'str', INLINE_TYPE, 'b', 'e', 'd'].map((name) => ({ name, bytes: Buffer.from(name) }))

const NO_VALUE: CellError = { error: 'no-value' }
/** Shared by all rows without any. */
const NONE: ShownNumber[] = []
/** What a cell without a value comes to. */
export const BLANK = ''

const SMALL_R = 0x72
const SMALL_S = 0x73
const SMALL_T = 0x74
const ONE = 0x31

/** What the cells of a sheet refer to. */
export interface CellContext {
  /** Undefined where the workbook has no such part. */
  readonly sharedStrings: readonly string[] | undefined
  readonly formats: FormatKinds
  readonly dates: DateTexts
}

/** Reads one cell after the other: its column and its value, from the tags that the scanner of the sheet hands over. */
export class CellReader {
  /** Column of the cell, counted from 0. */
  column = -1
  /** Numbers of the row so far that are shown as money or percent. */
  shown: ShownNumber[] = NONE
  private readonly cache = new TextCache()
  private readonly decode = (bytes: Buffer, start: number, end: number) => this.cache.text(bytes, start, end)
  private readonly runs = new TextRuns(this.decode)
  private readonly plain = new PlainCell()
  private last: { kind: FormatKind; bytes: Uint8Array; cell: Cell } = {
    kind: NUMBER,
    bytes: new Uint8Array(0),
    cell: BLANK,
  }
  private isOpen = false
  private isInline = false
  private hasFormula = false
  private style = 0
  private type = ''
  private value: Cell | undefined

  constructor(
    private readonly tags: XmlTags,
    private readonly context: CellContext,
  ) {}

  /** Call at the start of a row; no cell may be open then. */
  startRow(): void {
    this.column = -1
    this.shown = NONE
  }

  /** Call at the end of a row. */
  endRow(): void {
    if (this.isOpen) throw this.tags.place.damaged()
  }

  /** At `<c …>`; true when the cell has come to its end with it, or with the one value right after it. */
  open(): boolean {
    if (this.isOpen) throw this.tags.place.damaged()
    this.isOpen = true
    this.isInline = false
    this.hasFormula = false
    this.style = 0
    this.type = ''
    this.value = undefined
    this.column++
    this.tags.shortAttributes(this.takeAttribute)
    if (this.column >= LIMITS.columns) throw this.tags.place.tooLarge('columns')
    return this.tags.isEmpty || this.takeSimple()
  }

  /** Takes a cell as most are written, and moves past it; undefined where the next is none, or is written otherwise. */
  takePlain(): Cell | undefined {
    const { tags, plain } = this
    if (this.isOpen) return undefined
    const after = plain.scan(tags.bytes, tags.at)
    if (after < 0) return undefined
    tags.moveTo(after)
    this.column = plain.column
    this.style = plain.style
    return this.checked(
      plain.isShared
        ? this.sharedString(parseIndex(tags.bytes, plain.start, plain.end))
        : this.numberOf(tags.bytes, plain.start, plain.end),
    )
  }

  /** At the end of the cell: what it holds. */
  close(): Cell {
    if (!this.isOpen || this.isInline) throw this.tags.place.damaged()
    this.isOpen = false
    return this.checked(this.value ?? (this.hasFormula || this.type === 'e' ? NO_VALUE : BLANK))
  }

  private checked(value: Cell): Cell {
    if (typeof value === 'string' && value.length > LIMITS.characters) throw this.tags.place.tooLarge('characters')
    return value
  }

  /** At `<v>` or `</v>`. */
  takeValue(): void {
    const { tags } = this
    if (!this.isOpen) throw tags.place.damaged()
    if (tags.closes) this.value = this.valueOf(tags.bytes, tags.textStart, tags.textEnd)
    else if (tags.isEmpty) this.value = this.valueOf(tags.bytes, 0, 0)
  }

  /** At `<f>` or `</f>`. */
  takeFormula(): void {
    this.hasFormula = true
  }

  /** At `<is>` or `</is>`. */
  takeInline(): void {
    const { tags } = this
    this.isInline = !tags.closes && !tags.isEmpty
    if (!tags.closes) this.runs.start()
    if (!this.isInline) this.value = this.runs.text
  }

  /** At any other tag: the runs of an inline text. */
  takeOther(): void {
    if (this.isInline) this.runs.take(this.tags)
  }

  /** Takes the value of a cell that has nothing else in it, which most have; false when the cell is not as simple. */
  private takeSimple(): boolean {
    const { tags } = this
    if (this.type === INLINE_TYPE) {
      if (!tags.skipSimple(INLINE_OPEN, INLINE_CLOSE)) return false
      this.value = trimmedText(tags, this.decode)
    } else {
      if (!tags.skipSimple(VALUE_OPEN, VALUE_CLOSE)) return false
      this.value = this.valueOf(tags.bytes, tags.textStart, tags.textEnd)
    }
    return true
  }

  /** The value that stands in the bytes between `<v>` and `</v>`, by the type of the cell; undefined for none. */
  private valueOf(bytes: Buffer, start: number, end: number): Cell | undefined {
    switch (this.type) {
      case '':
      case 'n':
        return start === end ? undefined : this.numberOf(bytes, start, end)
      case 's':
        return start === end ? BLANK : this.sharedString(parseIndex(bytes, start, end))
      case 'str':
      case INLINE_TYPE:
        return this.cache.text(bytes, start, end)
      case 'b':
        return start === end ? undefined : bytes[start] === ONE || bytes[start] === SMALL_T ? 'TRUE' : 'FALSE'
      case 'e':
        return start === end ? undefined : { error: this.cache.text(bytes, start, end) }
      case 'd':
        return this.context.dates.ofIso(this.cache.text(bytes, start, end), this.formatKind())
      default:
        throw this.tags.place.damaged()
    }
  }

  private sharedString(index: number): Cell {
    const { sharedStrings } = this.context
    if (sharedStrings === undefined) throw this.tags.place.damaged()
    return sharedStrings[index] ?? NO_VALUE
  }

  private numberOf(bytes: Buffer, start: number, end: number): Cell {
    const kind = this.formatKind()
    if (kind >= MARKED) this.mark(kind)
    else if (kind !== NUMBER) return this.dateOf(bytes, start, end, kind)
    const number = parseNumber(bytes, start, end)
    return typeof number === 'string' ? this.cache.text(bytes, start, end) : number
  }

  private mark(kind: FormatKind): void {
    if (this.shown === NONE) this.shown = []
    this.shown.push({ column: this.column, as: this.context.formats.marks[kind - MARKED]! })
  }

  /** Rows of one order bear one date: it is not made again, and equal ones are the same string. */
  private dateOf(bytes: Buffer, start: number, end: number, kind: FormatKind): Cell {
    const { last } = this
    if (last.kind === kind && last.bytes.length === end - start && stands(last.bytes, bytes, start)) return last.cell
    const number = parseNumber(bytes, start, end)
    const cell =
      typeof number === 'string' ? this.cache.text(bytes, start, end) : this.context.dates.ofSerial(number, kind)
    this.last = { kind, bytes: Uint8Array.prototype.slice.call(bytes, start, end), cell }
    return cell
  }

  private formatKind(): FormatKind {
    return this.context.formats.kinds[this.style] ?? NUMBER
  }

  private readonly takeAttribute = (name: number, start: number, end: number): void => {
    const { bytes } = this.tags
    if (name === SMALL_R) this.column = this.columnOf(start, end)
    else if (name === SMALL_S) this.style = parseIndex(bytes, start, end)
    else if (name === SMALL_T) this.type = cellType(bytes, start, end)
  }

  /** The column, counted from 0, that a cell reference such as `AB12` begins with. */
  private columnOf(start: number, end: number): number {
    const { bytes } = this.tags
    let column = 0
    let at = start
    for (; at < end && column <= LIMITS.columns; at++) {
      const letter = (bytes[at] as number) & 0xdf
      if (letter < 0x41 || letter > 0x5a) break
      column = column * 26 + letter - 0x40
    }
    if (column === 0) throw this.tags.place.damaged()
    return column - 1
  }
}

/** The value of a `t` attribute, without a new string; '?' for one that SpreadsheetML does not have. */
/** Whether `known` stands in the bytes from `at` on. */
function stands(known: Uint8Array, bytes: Buffer, at: number): boolean {
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[at + i]) return false
  return true
}

function cellType(bytes: Buffer, start: number, end: number): string {
  for (const { name, bytes: known } of TYPES) {
    if (known.length !== end - start) continue
    let at = 0
    while (at < known.length && known[at] === bytes[start + at]) at++
    if (at === known.length) return name
  }
  return '?'
}
