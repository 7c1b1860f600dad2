import type { Context } from '../context.js'
import type { UserError } from '../core/values/failure.js'
import { textPieces } from '../read/decode.js'
import { findEncoding } from '../read/encoding.js'

/** The text of a file in whatever encoding it is; throws `tooLong` for one of more bytes than `most`. */
export async function textOfFile(file: string, most: number, tooLong: UserError, context: Context): Promise<string> {
  const source = await context.open(file)
  if (source.size > most) throw tooLong
  const encoding = findEncoding(source, () => false)
  return [...textPieces(source, encoding)].join('')
}
