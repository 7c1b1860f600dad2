import type { ByteSource } from '../core/import/sheet.js'
import { readAt } from './bytes.js'
import { decodeSample } from './decode.js'
import { markedEncoding } from './encoding.js'
import { oleKind } from './ole.js'

/** What a file is by its bytes, whatever its name says; what no reader takes is refused under `read.<kind>`. */
export type FileKind =
  | 'zip'
  | 'text'
  | 'empty'
  | 'encrypted'
  | 'xls'
  | 'ods'
  | 'html'
  | 'xml'
  | 'sylk'
  | 'pdf'
  | 'image'
  | 'archive'
  | 'lock-file'
  | 'not-a-workbook'
  | 'not-a-table'

const HEAD_BYTES = 4096

/** First bytes in hexadecimal. A raw BIFF workbook is its BOF record: 09 00 (Excel 2), 09 02 (3), 09 04 (4), 09 08 (5 to 8). */
const MAGIC: readonly (readonly [RegExp, FileKind])[] = [
  [/^504b(0304|0506|0708)/, 'zip'],
  [/^09(000400|020600|040600|08(08|10)00)/, 'xls'],
  [/^25504446/, 'pdf'],
  [/^(89504e47|ffd8ff|47494638|424d.{8}00000000)/, 'image'],
  [/^(1f8b08|526172211a|377abcaf|425a68|fd377a58)/, 'archive'],
]

/** First characters of texts that are no delimited text. */
const OPENINGS: readonly (readonly [RegExp, FileKind])[] = [
  [/^<(\?xml|(\w+:)?Workbook\b).*urn:schemas-microsoft-com:office:spreadsheet/s, 'xml'],
  [/^<\?xml.*urn:oasis:names:tc:opendocument/s, 'ods'],
  [/^(<\?xml.*|<!--.*)?<(!doctype\s+html|html|head|body|meta|style|table|div)\b/is, 'html'],
  [/^mime-version:.*multipart\/related/is, 'html'],
  [/^<\?xml/, 'not-a-table'],
  [/^ID;P[^\r\n]*[\r\n]+(P;|NN;|B;[XY]|C;[XYK]|F;[A-Z]|O;[A-Z])/, 'sylk'],
]

/** Tells what a file is by its first bytes, never by its name. */
export function sniff(source: ByteSource): FileKind {
  const head = readAt(source, 0, HEAD_BYTES)
  if (head.length === 0) return 'empty'
  const magic = head.toString('hex', 0, 16)
  if (magic.startsWith('d0cf11e0a1b11ae1')) return documentKind(source, head)
  const binary = MAGIC.find(([pattern]) => pattern.test(magic))
  if (binary) return binary[1]
  if (isLockFile(source, head)) return 'lock-file'
  const encoding = markedEncoding(head)
  const text = decodeSample(head, encoding ?? 'windows-1252').trimStart()
  if (text === '' && source.size <= HEAD_BYTES) return 'empty'
  return OPENINGS.find(([pattern]) => pattern.test(text))?.[1] ?? (isBinary(text) ? 'not-a-table' : 'text')
}

function documentKind(source: ByteSource, head: Buffer): FileKind {
  const kind = oleKind(source, head)
  return kind === 'other' ? 'not-a-workbook' : kind
}

/** `~$orders.xlsx`: 165 bytes with the name of who has the workbook open, first its length. */
function isLockFile(source: ByteSource, head: Buffer): boolean {
  return source.size === 165 && head[0]! > 0 && head[0]! <= 54 && head.includes(0)
}

/** More than one control character in a hundred that no text has (tab, line ends, page break, escape and Ctrl-Z are known in texts). */
function isBinary(text: string): boolean {
  const controls = text.match(/[\x00-\x08\x0e-\x19\x1c-\x1f]/g)?.length ?? 0
  return controls > text.length / 100
}
