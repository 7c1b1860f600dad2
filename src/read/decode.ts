import { isAscii } from 'node:buffer'
import type { ByteSource } from '../core/import/sheet.js'
import { containsAny, pieces, utf8Pieces } from './bytes.js'

/** What windows-1252 has at 0x80–0x9F; five places are empty. TextDecoder of some Node versions leaves these as controls. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** The whole source as text in pieces, without byte order mark; bytes that mean nothing come as U+FFFD. */
export function* textPieces(source: ByteSource, encoding: string): Generator<string> {
  let isFirst = true
  for (const text of decoded(source, encoding)) {
    if (text === '') continue
    yield isFirst ? text.replace(/^\ufeff+/, '') : text
    isFirst = false
  }
}

function* decoded(source: ByteSource, encoding: string): Generator<string> {
  if (encoding === 'utf-8') {
    for (const piece of utf8Pieces(source)) yield utf8Text(piece)
  } else if (encoding === 'windows-1252') {
    for (const piece of pieces(source)) yield windows1252Text(piece)
  } else {
    const decoder = new TextDecoder(encoding)
    for (const piece of pieces(source)) yield decoder.decode(piece, { stream: true })
    yield decoder.decode()
  }
}

/** One piece of bytes as text, for a look at it; a character cut at its end is left out. */
export function decodeSample(bytes: Buffer, encoding: string): string {
  if (encoding === 'windows-1252') return windows1252Text(bytes)
  return new TextDecoder(encoding).decode(bytes, { stream: true }).replace(/^\ufeff+/, '')
}

/** Whether every byte of the source means something in this encoding. */
export function isValidIn(source: ByteSource, encoding: string): boolean {
  if (encoding === 'windows-1252') return !containsAny(source, [0x81, 0x8d, 0x8f, 0x90, 0x9d])
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (const piece of pieces(source)) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** ASCII goes a shorter way: its strings take one byte a character, and half the memory. */
function utf8Text(bytes: Buffer): string {
  return isAscii(bytes) ? bytes.toString('latin1') : bytes.toString('utf8')
}

function windows1252Text(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80]!)
}
