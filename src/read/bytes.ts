import type { ByteSource } from '../core/import/sheet.js'

/** Small enough to stay in the processor's cache, large enough that a read costs nothing: measured fastest of 64 K to 1 M. */
const PIECE = 65_536

/** Up to `length` bytes from `position` on; fewer only at the end of the source. */
export function readAt(source: ByteSource, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, Math.min(length, source.size - position)))
  return bytes.subarray(0, fill(source, bytes, 0, position))
}

/** The whole source from `position` on, piece by piece; a piece is valid until the next one is asked for. */
export function* pieces(source: ByteSource, position = 0): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(PIECE)
  for (let at = position; ; ) {
    const length = fill(source, buffer, 0, at)
    if (length === 0) return
    yield buffer.subarray(0, length)
    at += length
  }
}

/**
 * As `pieces`, but a UTF-8 character is never cut in two: its first bytes wait for the next piece. Only the last piece
 * can end in half a character, when the file does.
 */
export function* utf8Pieces(source: ByteSource): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(PIECE)
  for (let at = 0, kept = 0; ; ) {
    const length = kept + fill(source, buffer, kept, at)
    at += length - kept
    if (length === 0) return
    const isLast = at >= source.size || length < PIECE
    const end = isLast ? length : length - halfCharacter(buffer.subarray(0, length))
    yield buffer.subarray(0, end)
    if (isLast) return
    kept = buffer.copy(buffer, 0, end, length)
  }
}

/** Whether any of these byte values occurs in the source. */
export function containsAny(source: ByteSource, values: readonly number[]): boolean {
  for (const piece of pieces(source)) if (values.some((value) => piece.includes(value))) return true
  return false
}

/** How many bytes at the end are the beginning of a UTF-8 character that is not all there. */
export function halfCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

function fill(source: ByteSource, buffer: Buffer, from: number, position: number): number {
  let length = from
  while (length < buffer.length) {
    const got = source.read(buffer.subarray(length), position + length - from)
    if (got === 0) break
    length += got
  }
  return length - from
}
