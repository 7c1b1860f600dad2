import { LIMITS, type Place } from './xlsx-place.js'

const LESS = 0x3c
const GREATER = 0x3e
const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f
const COLON = 0x3a
const QUOTE = 0x22
const APOSTROPHE = 0x27
const SPACE = 0x20
const EQUALS = 0x3d

const HIDDEN = Buffer.from(' hidden=')
const ONE = 0x31
const SMALL_T = 0x74

/** How markup that is no element starts and stops; the only other kind is a document type declaration. */
const MARKUP = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const

const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The code `XmlTags.code` has at an element of this local name. */
export function nameCode(name: string): number {
  let code = 0
  for (let i = 0; i < name.length; i++) code = nextCode(code, name.charCodeAt(i))
  return code
}

function nextCode(code: number, byte: number): number {
  return Math.imul(code ^ byte, 0x01000193)
}

/**
 * Walks the tags of an XML part in UTF-8, fed in chunks of any size; the fields describe the tag that `next` stopped at and
 * the text before it. Made for speed: nothing is copied or decoded that nobody asks for. Namespace prefixes are left off,
 * comments and instructions skipped, document type declarations refused (`read.xml-entities`).
 */
export class XmlTags {
  bytes: Buffer = Buffer.alloc(0)
  /** Text between the previous tag and this one; may hold CDATA sections and comments. */
  textStart = 0
  textEnd = 0
  /** Local name of the tag as a number, see `nameCode`. */
  code = 0
  closes = false
  /** `<a/>`: opens and closes. */
  isEmpty = false
  attributesStart = 0
  attributesEnd = 0
  /** Name, start and end of each attribute with a name of one letter. */
  private readonly shorts = new Int32Array(3 * 16)
  private shortCount = 0
  private position = 0
  private joined = Buffer.alloc(0)

  constructor(readonly place: Place) {}

  /** Adds bytes; those not walked yet stay in front of them. The fields of the last tag are void from here on. */
  feed(chunk: Buffer): void {
    const rest = this.bytes.subarray(this.position)
    if (rest.length > LIMITS.token) throw this.place.bomb('token')
    if (rest.length === 0) this.bytes = chunk
    else {
      const size = rest.length + chunk.length
      if (this.joined.length < size) this.joined = Buffer.allocUnsafeSlow(size * 2)
      this.joined.set(rest)
      this.joined.set(chunk, rest.length)
      this.bytes = this.joined.subarray(0, size)
    }
    this.position = 0
  }

  /** Moves to the next tag; false when it is not there in full yet. */
  next(): boolean {
    const bytes = this.bytes
    const end = bytes.length
    const open = this.findTag()
    if (open < 0) return false
    let at = open + 1
    const closes = bytes[at] === SLASH
    if (closes) at++
    let code = 0
    let byte = 0
    for (; at < end; at++) {
      byte = bytes[at] as number
      if (byte <= SPACE || byte === GREATER || byte === SLASH) break
      code = byte === COLON ? 0 : nextCode(code, byte)
    }
    const attributesStart = at
    this.shortCount = 0
    while (byte !== GREATER) {
      if (byte === QUOTE || byte === APOSTROPHE) {
        const start = at + 1
        while (++at < end && bytes[at] !== byte);
        this.noteShort(start, at)
      }
      if (++at >= end) return false
      byte = bytes[at] as number
    }
    if (at >= end) return false
    this.textStart = this.position
    this.textEnd = open
    this.code = code
    this.closes = closes
    this.isEmpty = bytes[at - 1] === SLASH
    this.attributesStart = attributesStart
    this.attributesEnd = at
    this.position = at + 1
    return true
  }

  /**
   * When exactly `open`, a text without markup and `close` come next, moves past them, with the text in `textStart` and
   * `textEnd`; else stays. The short way past the tags that make most of a sheet.
   */
  skipSimple(open: Buffer, close: Buffer): boolean {
    const { bytes } = this
    const start = this.position + open.length
    if (!this.standsAt(this.position, open)) return false
    let end = start
    while (end < bytes.length && bytes[end] !== LESS) end++
    if (!this.standsAt(end, close)) return false
    this.textStart = start
    this.textEnd = end
    this.position = end + close.length
    return true
  }

  /** Where the next tag is looked for; for who reads on from there by himself, and comes back with `moveTo`. */
  get at(): number {
    return this.position
  }

  moveTo(position: number): void {
    this.position = position
  }

  private standsAt(position: number, expected: Buffer): boolean {
    const { bytes } = this
    if (position + expected.length > bytes.length) return false
    for (let i = 0; i < expected.length; i++) if (bytes[position + i] !== expected[i]) return false
    return true
  }

  /** Hands over the attributes whose name is one letter and no prefix, as where their value stands. */
  shortAttributes(take: (name: number, start: number, end: number) => void): void {
    const { shorts } = this
    for (let i = 0; i < this.shortCount; i += 3)
      take(shorts[i] as number, shorts[i + 1] as number, shorts[i + 2] as number)
  }

  /** Attributes of the tag by local name, as written (entities not yet replaced). */
  attributes(): Map<string, string> {
    const found = new Map<string, string>()
    for (const [, name = '', double, single] of this.attributeText().matchAll(ATTRIBUTE)) {
      found.set(name.slice(name.indexOf(':') + 1), double ?? single ?? '')
    }
    return found
  }

  /** Whether an attribute `hidden` is set; asked for every row, so it looks at the bytes alone. */
  saysHidden(): boolean {
    const { bytes, attributesStart, attributesEnd } = this
    for (let at = attributesStart; at < attributesEnd - HIDDEN.length; at++) {
      if (bytes[at + 1] !== HIDDEN[1] || !this.standsAt(at, HIDDEN)) continue
      const value = bytes[at + HIDDEN.length + 1]
      return value === ONE || value === SMALL_T
    }
    return false
  }

  /** The attributes of the tag as they stand in the file. */
  attributeText(): string {
    return this.bytes.toString('utf8', this.attributesStart, this.attributesEnd)
  }

  /** Keeps the attribute whose value stands between `start` and `end` when its name is one letter, from a look backwards. */
  private noteShort(start: number, end: number): void {
    const { bytes, shorts, shortCount } = this
    let at = start - 2
    while ((bytes[at] as number) <= SPACE) at--
    if (bytes[at] === EQUALS) at--
    while ((bytes[at] as number) <= SPACE) at--
    if ((bytes[at - 1] as number) > SPACE || shortCount === shorts.length) return
    shorts[shortCount] = bytes[at] as number
    shorts[shortCount + 1] = start
    shorts[shortCount + 2] = end
    this.shortCount = shortCount + 3
  }

  /** Position of the next `<` that begins an element's tag, or −1. */
  private findTag(): number {
    const bytes = this.bytes
    const last = bytes.length - 1
    let at = this.position
    for (;;) {
      while (at < last && bytes[at] !== LESS) at++
      if (at >= last) return -1
      const mark = bytes[at + 1]
      if (mark !== BANG && mark !== QUESTION) return at
      at = this.skipMarkup(at)
      if (at < 0) return -1
    }
  }

  /** Position after the comment, CDATA section or instruction that starts at `from`, or −1 when it does not end here. */
  private skipMarkup(from: number): number {
    for (const [start, stop] of MARKUP) {
      const seen = this.bytes.toString('latin1', from, from + start.length)
      if (seen === start) {
        const found = this.bytes.indexOf(stop, from + start.length, 'latin1')
        return found < 0 ? -1 : found + stop.length
      }
      if (start.startsWith(seen)) return -1
    }
    throw this.place.refuse('read.xml-entities')
  }
}
