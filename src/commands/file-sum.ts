import { createHash } from 'node:crypto'
import type { ByteSource } from '../core/import/sheet.js'

/** SHA-256 of a file's bytes, in hexadecimal. */
export function sumOf(file: ByteSource): string {
  const hash = createHash('sha256')
  for (const bytes of piecesOf(file)) hash.update(bytes)
  return hash.digest('hex')
}

/** The same, for who has nothing else to do meanwhile: it can be stopped. */
export async function sumInBreaths(file: ByteSource, breathe: () => Promise<void>): Promise<string> {
  const hash = createHash('sha256')
  for (const bytes of piecesOf(file)) {
    hash.update(bytes)
    await breathe()
  }
  return hash.digest('hex')
}

function* piecesOf(file: ByteSource): Iterable<Uint8Array> {
  const piece = new Uint8Array(1 << 20)
  for (let position = 0; ; ) {
    const length = file.read(piece, position)
    if (length === 0) return
    yield piece.subarray(0, length)
    position += length
  }
}
