import { UserError } from '../core/values/failure.js'
import { shortened } from '../core/values/text.js'

/** How many texts are named, and how much of each. */
const MOST_TEXTS = 3
const LONGEST_TEXT = 20

/** Encodings a text file can be written in. */
export type TextEncoding = 'utf-8' | 'gbk' | 'gb18030'

/**
 * Text as bytes. A character the encoding does not have is refused, never replaced: UserError `encoding.unmappable` (of GBK `-gbk`) with
 * the encoding, the first such characters, how many there are, and the first texts they stand in.
 */
export async function encodeText(text: string, encoding: TextEncoding): Promise<Uint8Array> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  const { default: iconv } = await import('iconv-lite')
  const bytes = iconv.encode(text, encoding)
  const back = iconv.decode(bytes, encoding, { stripBOM: false })
  if (back !== text) throw unmappable(text, encoding, (char) => iconv.decode(iconv.encode(char, encoding), encoding))
  return bytes
}

function unmappable(text: string, encoding: TextEncoding, roundTrip: (char: string) => string): UserError {
  const lost = [...text].filter((char) => roundTrip(char) !== char)
  const characters = [...new Set(lost)].slice(0, 5).join(' ')
  const texts = textsWith(text, new Set(lost))
  const params = { encoding, characters, count: lost.length, texts }
  // The newer Chinese standard has every character, also those GBK lacks: emoji, rare names.
  if (encoding === 'gbk') return new UserError('cannot-write', 'encoding.unmappable-gbk', params)
  return new UserError('cannot-write', 'encoding.unmappable', params)
}

/** The first cells of delimited text in which such a character stands, so that the seller finds them. */
function textsWith(text: string, lost: ReadonlySet<string>): string {
  const found = new Set<string>()
  for (const cell of text.split(/"?[\t,]"?|"?\r?\n"?/)) {
    if (found.size === MOST_TEXTS) break
    if ([...cell].some((char) => lost.has(char))) found.add(shortened(cell.replaceAll('"', ''), LONGEST_TEXT))
  }
  return [...found].join(', ')
}
