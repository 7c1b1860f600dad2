import { TextDecoder } from 'node:util'
import type { Place } from './xlsx-place.js'

const DECLARED = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/

/**
 * The bytes of an XML part in UTF-8, whatever its encoding: a byte order mark, the shape of the first `<`, or the encoding
 * declaration tells. Encodings nobody knows make the part damaged.
 */
export async function* inUtf8(chunks: AsyncIterable<Buffer>, place: Place): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null | undefined
  for await (const chunk of chunks) {
    if (decoder === undefined) decoder = decoderFor(chunk, place)
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk
  }
  if (decoder) yield Buffer.from(decoder.decode())
}

/** What turns the part into text, or null where it is UTF-8 already. */
function decoderFor(first: Buffer, place: Place): TextDecoder | null {
  const [a, b] = first
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new TextDecoder('utf-16le')
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new TextDecoder('utf-16be')
  const label = DECLARED.exec(first.toString('latin1', 0, 200))?.[1]
  if (label === undefined || /^utf-?(8|16)$/i.test(label)) return null
  try {
    const decoder = new TextDecoder(label)
    return decoder.encoding === 'utf-8' ? null : decoder
  } catch (cause) {
    throw place.damaged(cause)
  }
}
