import type { ByteSource } from '../core/import/sheet.js'
import { readAt } from './bytes.js'
import { decodeSample, isValidIn, textPieces } from './decode.js'
import { encodingNamed, findEncoding, markedEncoding, SAMPLE_BYTES } from './encoding.js'
import type { ReadOptions } from './options.js'
import { LIMITS, Place } from './xlsx-place.js'

/** Far enough to find a declaration in: Excel writes it among the first lines, some programs after a page of styles. */
const HEAD_BYTES = 16_384
const DECLARED = /<\?xml[^>]*?encoding\s*=\s*["']?([\w.:-]+)|<meta[^>]*?charset\s*=\s*["']?([\w.:-]+)/i

/** A web page or XML file as one text, and the encoding it is in. */
export interface MarkupText {
  readonly text: string
  readonly encoding: string
}

/**
 * Reads a file of markup whole: in the encoding the seller names, else that of its byte order mark, else the one it declares
 * where its bytes are valid in it, else found as for a csv. UserError `read.encoding`, `read.too-large`.
 */
export function readMarkup(source: ByteSource, options: ReadOptions): MarkupText {
  if (source.size > LIMITS['markup-bytes']) throw new Place(source.name).tooLarge('markup-bytes')
  const encoding = options.encoding === undefined ? encodingOf(source, options) : encodingNamed(options.encoding)
  return { text: [...textPieces(source, encoding)].join(''), encoding }
}

function encodingOf(source: ByteSource, { headerWords }: ReadOptions): string {
  const head = readAt(source, 0, HEAD_BYTES)
  const marked = markedEncoding(head)
  if (marked !== undefined) return marked
  const declared = declaredEncoding(head.toString('latin1'))
  if (declared !== undefined && isHonest(source, declared)) return declared
  return findEncoding(withoutTags(source), headerWords)
}

/** Programs write UTF-8 under a declaration of Latin-1, which any bytes fit, and UTF-16 has its mark. */
function isHonest(source: ByteSource, declared: string): boolean {
  if (declared.startsWith('utf-16')) return false
  if (declared === 'windows-1252' && isValidIn(source, 'utf-8')) return false
  return isValidIn(source, declared)
}

/** The encoding markup says it is in; undefined where it says none, or one nobody knows. GBK pages often say GB2312. */
function declaredEncoding(head: string): string | undefined {
  const [, xml, meta] = DECLARED.exec(head) ?? []
  try {
    const named = encodingNamed(xml ?? meta ?? '')
    return named === 'gbk' ? 'gb18030' : named
  } catch {
    return undefined
  }
}

/** The first cells with tabs between them instead of tags, so that header words are found; no encoding uses `<` and `>` within a character. */
function withoutTags(source: ByteSource): ByteSource {
  const head = readAt(source, 0, SAMPLE_BYTES)
    .toString('latin1')
    .replace(/<\/tr[^<>]*>/gi, '\n')
  const bytes = Buffer.from(head.replace(/<[^<>]*>/g, '\t'), 'latin1')
  return {
    name: source.name,
    size: bytes.length,
    read: (target, position) => bytes.subarray(position).copy(target),
  }
}

/** The text of bytes that declare their encoding elsewhere, as the parts of a web archive do. */
export function textOf(bytes: Buffer, charset: string): string {
  return decodeSample(bytes, declaredEncoding(`<meta charset=${charset}>`) ?? 'utf-8')
}
