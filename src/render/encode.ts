import { UserError } from '../core/values/failure.js'

/** Encodings a text file can be written in. */
export type TextEncoding = 'utf-8' | 'gbk' | 'gb18030'

/**
 * Text as bytes. A character the encoding does not have is refused, never replaced: UserError `encoding.unmappable` with
 * the encoding, the first such characters and how many there are.
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
  return new UserError('cannot-write', 'encoding.unmappable', { encoding, characters, count: lost.length })
}
