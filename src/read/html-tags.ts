const NAME = /[a-z][\w:-]*/iy
/** Elements whose text is no text of the page. */
const RAW = /^(?:script|style|xml)$/
/** A name is taken also without a value, so that none is looked at twice. */
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?|[\s\S]/g

/**
 * Walks the tags of a web page as browsers do: a quote counts only where a value begins, comments, scripts and styles are
 * passed over, a `<` before anything but a name is text. Each character is looked at a fixed number of times.
 */
export class HtmlTags {
  /** Name of the tag in small letters. */
  name = ''
  closes = false
  /** Text between the previous tag and this one. */
  textStart = 0
  textEnd = 0
  /** Position after the tag. */
  position: number
  private attributesStart = 0
  /** Quotes that occur no more from here on. */
  private readonly spent = new Set<string>()

  constructor(
    private readonly page: string,
    start = 0,
  ) {
    this.position = start
  }

  /** Moves to the next tag; false at the end of the page. */
  next(): boolean {
    const { page } = this
    this.textStart = this.position
    for (let open = page.indexOf('<', this.position); open >= 0; ) {
      const mark = page[open + 1]
      this.closes = mark === '/'
      NAME.lastIndex = open + (this.closes ? 2 : 1)
      const [name] = NAME.exec(page) ?? []
      if (name !== undefined) return this.stopAt(open, name)
      if (mark === '!' || mark === '?') {
        this.textEnd = open
        const [start, stop] = page.startsWith('<!--', open) ? [open + 4, '-->'] : [open + 1, '>']
        const end = page.indexOf(stop, start)
        this.position = end < 0 ? page.length : end + stop.length
        this.name = '!'
        return end >= 0
      }
      open = page.indexOf('<', open + 1)
    }
    this.textEnd = this.position = page.length
    return false
  }

  /** The attributes of the tag by their name in small letters, the first of each; '' for one without a value. */
  attributes(): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    const written = this.page.slice(this.attributesStart, this.position)
    for (const [, name, double, single, bare] of written.matchAll(ATTRIBUTE)) {
      const key = name?.toLowerCase()
      if (key !== undefined && !found.has(key)) found.set(key, double ?? single ?? bare ?? '')
    }
    return found
  }

  private stopAt(open: number, name: string): boolean {
    this.textEnd = open
    this.attributesStart = NAME.lastIndex
    this.name = name.toLowerCase()
    const end = this.endOfTag(NAME.lastIndex)
    this.position = end < 0 ? this.page.length : end + 1
    if (end >= 0 && !this.closes && RAW.test(this.name)) this.passRaw()
    return end >= 0
  }

  /** Position of the `>` of the tag, −1 when it is not there. */
  private endOfTag(from: number): number {
    const { page } = this
    let isValue = false
    for (let at = from; at < page.length; at++) {
      const char = page[at]!
      if (char === '>') return at
      if (isValue && (char === '"' || char === "'")) at = this.closingQuote(char, at)
      isValue = char === '=' || (isValue && char === ' ')
    }
    return -1
  }

  private closingQuote(quote: string, open: number): number {
    if (this.spent.has(quote)) return open
    const close = this.page.indexOf(quote, open + 1)
    if (close >= 0) return close
    this.spent.add(quote)
    return open
  }

  private passRaw(): void {
    const close = new RegExp(`</${this.name}\\b`, 'gi')
    close.lastIndex = this.position
    const found = close.exec(this.page)
    this.position = found ? found.index : this.page.length
  }
}
