const QUOTE = '"'
const QUOTE_CODE = 34
const CR_CODE = 13
/** Position of something that does not occur again in the text at hand; a small integer, which Infinity is not, keeps the scan fast. */
const NOWHERE = 0x3fffffff

/** A record with text after a closing quote: its text, without its line end. */
export interface IrregularRecord {
  readonly irregular: string
}

/** What one record is; `broken` is a quote that opens and is not closed as it should be, and ends the reading. */
export type Scanned = readonly string[] | IrregularRecord | 'blank' | 'broken'

/**
 * Splits fed text into records by RFC 4180: cells between delimiters, quoted cells with doubled quotes and line ends
 * inside; CR, LF and CRLF end a record; a quote inside an unquoted cell is text. With `quoting` off every quote is text.
 * Works by jumping from mark to mark, each looked up once, so that its time is linear whatever the text.
 */
export class CsvScanner {
  /** Whether the record that is not complete yet waits for a closing quote rather than for a line end. */
  isInsideQuotes = false
  /** Characters of the longest record read since somebody set this to 0. */
  longest = 0
  private text = ''
  private at = 0
  private isEnded = false
  private lineFeed = -1
  private carriageReturn = -1
  private quote = -1
  private delimiterAt = -1
  /** Cells of the record above: what they repeat is the same string, which costs almost nothing to compare with. */
  private above: readonly string[] = []

  constructor(
    private readonly delimiter: string,
    private readonly quoting: boolean,
  ) {}

  /** Appends text; what was not consumed yet is kept. */
  feed(text: string): void {
    this.text = this.text.slice(this.at) + text
    this.at = 0
    this.lineFeed = -1
    this.carriageReturn = -1
    this.quote = -1
    this.delimiterAt = -1
    this.isInsideQuotes = false
  }

  /** Says that no more text comes: the last record needs no line end. */
  end(): void {
    this.isEnded = true
    this.feed('')
  }

  /** Characters of the record that is not complete yet. */
  get pending(): number {
    return this.text.length - this.at
  }

  /** The complete records of the text fed so far, at most `limit`; an incomplete one waits for more text. */
  read(limit = NOWHERE): Scanned[] {
    const found: Scanned[] = []
    while (found.length < limit) {
      const start = this.at
      const record = this.next()
      if (record === undefined) break
      if (this.at - start > this.longest) this.longest = this.at - start
      found.push(record)
      if (record === 'broken') break
    }
    return found
  }

  private next(): Scanned | undefined {
    const start = this.at
    const length = this.text.length
    if (start >= length) return undefined
    const end = this.findLineEnd(start)
    if (this.quoting && this.findQuote(start) < end) return this.quoted(start)
    if (end === NOWHERE && !this.isEnded) return undefined
    const last = end === NOWHERE ? length : end
    this.at = this.afterLineEnd(last)
    return last === start ? 'blank' : this.plain(start, last)
  }

  private plain(start: number, end: number): string[] {
    const { text } = this
    const cells: string[] = []
    let from = start
    for (let stop = this.findDelimiter(from); stop < end; stop = this.findDelimiter(from)) {
      cells.push(cut(text, from, stop, this.above[cells.length]))
      from = stop + 1
    }
    cells.push(cut(text, from, end, this.above[cells.length]))
    this.above = cells
    return cells
  }

  /** A record with a quote in its first line. Long because it is one walk along the cells, with one way out per outcome. */
  private quoted(start: number): Scanned | undefined {
    const { text } = this
    const cells: string[] = []
    let isIrregular = false
    for (let from = start; ; ) {
      let stop = from
      if (text.charCodeAt(from) === QUOTE_CODE) {
        const close = this.closingQuote(from)
        this.isInsideQuotes = close < 0
        if (close < 0) return this.isEnded ? 'broken' : undefined
        stop = close + 1
        if (stop >= text.length && !this.isEnded) return undefined
      }
      const end = Math.min(this.findLineEnd(stop), text.length)
      const next = Math.min(this.findDelimiter(stop), end)
      if (end === text.length && next === end && !this.isEnded) return undefined
      if (stop > from && next > stop) {
        if (/[\r\n]/.test(text.slice(from, stop))) return 'broken'
        isIrregular = true
      }
      cells.push(stop > from ? unquoted(text, from, stop) : cut(text, from, next, this.above[cells.length]))
      from = next + 1
      if (next < end) continue
      this.at = this.afterLineEnd(end)
      this.above = cells
      return isIrregular ? { irregular: text.slice(start, end) } : cells
    }
  }

  private closingQuote(open: number): number {
    const { text } = this
    let close = text.indexOf(QUOTE, open + 1)
    while (close >= 0 && text.charCodeAt(close + 1) === QUOTE_CODE) close = text.indexOf(QUOTE, close + 2)
    return close
  }

  /** A CR that ends the text at hand may be half of a CRLF: until more text is there it ends nothing. */
  private findLineEnd(from: number): number {
    if (this.lineFeed < from) this.lineFeed = this.find('\n', from)
    if (this.carriageReturn < from) this.carriageReturn = this.find('\r', from)
    const end = Math.min(this.lineFeed, this.carriageReturn)
    return end === this.text.length - 1 && end === this.carriageReturn && !this.isEnded ? NOWHERE : end
  }

  private findDelimiter(from: number): number {
    if (this.delimiterAt < from) this.delimiterAt = this.find(this.delimiter, from)
    return this.delimiterAt
  }

  private findQuote(from: number): number {
    if (this.quote < from) this.quote = this.find(QUOTE, from)
    return this.quote
  }

  private find(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from)
    return found < 0 ? NOWHERE : found
  }

  private afterLineEnd(end: number): number {
    const isPair = this.text.charCodeAt(end) === CR_CODE && this.text.charCodeAt(end + 1) === 10
    return end + (isPair ? 2 : 1)
  }
}

/** The text from `start` to `end`, as the string `same` where it is that. */
function cut(text: string, start: number, end: number, same: string | undefined): string {
  return same !== undefined && isAt(text, start, end, same) ? same : text.slice(start, end)
}

/** Longer cells are texts, which seldom repeat and take long to compare. */
const LONGEST_COMPARED = 256

/** From the end, where numbers and times in a row differ first. */
function isAt(text: string, start: number, end: number, same: string): boolean {
  if (same.length !== end - start || same.length > LONGEST_COMPARED) return false
  for (let at = same.length - 1; at >= 0; at--) if (text.charCodeAt(start + at) !== same.charCodeAt(at)) return false
  return true
}

function unquoted(text: string, open: number, after: number): string {
  const inner = text.slice(open + 1, after - 1)
  return inner.includes(QUOTE) ? inner.replaceAll('""', QUOTE) : inner
}
