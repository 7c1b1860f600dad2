import { nameCode, type XmlTags } from './xlsx-xml.js'

const AMPERSAND = 0x26
const LESS = 0x3c
const CARRIAGE_RETURN = 0x0d
const UNDERSCORE = 0x5f
const SMALL_X = 0x78
const SPACE = 0x20

const TEXT = nameCode('t')
const PHONETIC = nameCode('rPh')

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const SPECIAL = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|&(\w+|#\d+|#x[\da-f]+);|\r\n?/gi
const ESCAPED_UNIT = /_x([\da-f]{4})_/gi

/**
 * Text of a part as its author meant it: entities, CDATA, line ends, and the `_x000D_` escapes of SpreadsheetML. An entity
 * that XML does not know stays as written.
 */
export function plainText(written: string): string {
  const text = markupText(written)
  if (!text.includes('_x')) return text
  return text.replace(ESCAPED_UNIT, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** As `plainText`, without the escapes that only xlsx has. */
export function markupText(written: string): string {
  return written.replace(SPECIAL, (match, section: string | undefined, entity: string | undefined) => {
    if (section !== undefined) return section.replace(/\r\n?/g, '\n')
    if (entity !== undefined) return entityText(entity) ?? match
    return match.startsWith('<') ? '' : '\n'
  })
}

function entityText(entity: string): string | undefined {
  if (!entity.startsWith('#')) return NAMED[entity]
  const point = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10)
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined
}

/** Decodes the bytes of a text from `start` to before `end`. */
export function decodeText(bytes: Buffer, start: number, end: number): string {
  let all = 0
  let isPlain = true
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    all |= byte
    if (byte === AMPERSAND || byte === LESS || byte === CARRIAGE_RETURN) isPlain = false
    else if (byte === UNDERSCORE && bytes[at + 1] === SMALL_X) isPlain = false
  }
  const text = bytes.toString(all < 0x80 ? 'latin1' : 'utf8', start, end)
  return isPlain ? text : plainText(text)
}

const SLOTS = 16_384
const LONGEST = 48

/**
 * Decodes texts and remembers recent short ones by their bytes, so that a column of ten countries makes ten strings and not
 * a million.
 */
export class TextCache {
  private readonly texts: string[] = new Array<string>(SLOTS).fill('')
  private readonly lengths = new Uint8Array(SLOTS)
  private readonly kept = Buffer.alloc(SLOTS * LONGEST)

  text(bytes: Buffer, start: number, end: number): string {
    const length = end - start
    if (length > LONGEST) return decodeText(bytes, start, end)
    let hash = length
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
    const slot = ((hash >>> 16) ^ hash) & (SLOTS - 1)
    const place = slot * LONGEST
    if (this.lengths[slot] === length && this.isKept(place, bytes, start, end)) return this.texts[slot] as string
    const text = decodeText(bytes, start, end)
    this.texts[slot] = text
    this.lengths[slot] = length
    for (let at = start, i = place; at < end; at++, i++) this.kept[i] = bytes[at] as number
    return text
  }

  private isKept(place: number, bytes: Buffer, start: number, end: number): boolean {
    const { kept } = this
    for (let at = start, i = place; at < end; at++, i++) if (bytes[at] !== kept[i]) return false
    return true
  }
}

/** Turns the bytes of a text into the text: `decodeText`, or a cache in front of it. */
export type Decode = (bytes: Buffer, start: number, end: number) => string

/** The text before the tag without the blanks around it, which do not count unless `xml:space` says so, as in Excel. */
export function trimmedText(tags: XmlTags, decode: Decode): string {
  const { bytes } = tags
  let { textStart: start, textEnd: end } = tags
  while (start < end && (bytes[start] as number) <= SPACE) start++
  while (end > start && (bytes[end - 1] as number) <= SPACE) end--
  return decode(bytes, start, end)
}

/** Collects the text of a shared (`si`) or inline (`is`) string from its runs; phonetic guides are left out. */
export class TextRuns {
  text = ''
  private isPhonetic = false
  private keepsSpace = false

  constructor(private readonly decode: Decode) {}

  start(): void {
    this.text = ''
    this.isPhonetic = false
  }

  take(tags: XmlTags): void {
    if (tags.code === PHONETIC) this.isPhonetic = !tags.closes && !tags.isEmpty
    else if (tags.code === TEXT && !this.isPhonetic) {
      if (!tags.closes) this.keepsSpace = keepsSpace(tags)
      else
        this.add(
          this.keepsSpace ? this.decode(tags.bytes, tags.textStart, tags.textEnd) : trimmedText(tags, this.decode),
        )
    }
  }

  private add(run: string): void {
    this.text = this.text === '' ? run : this.text + run
  }
}

function keepsSpace(tags: XmlTags): boolean {
  return tags.attributesEnd > tags.attributesStart && /space\s*=\s*["']preserve/.test(tags.attributeText())
}
