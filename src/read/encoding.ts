import { isAscii, isUtf8 } from 'node:buffer'
import type { ByteSource } from '../core/import/sheet.js'
import { UserError } from '../core/values/failure.js'
import { halfCharacter, readAt, utf8Pieces } from './bytes.js'
import { decodeSample, isValidIn } from './decode.js'
import { findDelimiter } from './delimiter.js'
import { plausibility } from './plausibility.js'

/** Enough for 50 records with long cells. */
export const SAMPLE_BYTES = 262_144
/** UTF-16 without a mark shows within a page of text. */
const MARK_BYTES = 4096

/** Legacy encodings in the order in which they win a tie; GB18030 holds GBK and GB2312, shift_jis is cp932. */
const LEGACY = ['gb18030', 'windows-1252', 'big5', 'shift_jis'] as const

/** Names sellers and Windows use that TextDecoder does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  cp936: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp932: 'shift_jis',
  cp950: 'big5',
  utf16: 'utf-16le',
}

/** The encoding a seller named, in the name TextDecoder knows; `UserError('usage', 'read.encoding-name', {encoding})`. */
export function encodingNamed(name: string): string {
  const label = name.trim().toLowerCase()
  try {
    return new TextDecoder(ALIASES[label] ?? label).encoding
  } catch {
    throw new UserError('usage', 'read.encoding-name', { encoding: name })
  }
}

/** The encoding a byte order mark names, or that NULs in every second byte betray; else undefined. */
export function markedEncoding(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, MARK_BYTES)
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const nuls = [0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nuls[i & 1]!++
  const [even, odd] = nuls as [number, number]
  if (Math.max(even, odd) < head.length * 0.05 || Math.max(even, odd) < 8 * Math.min(even, odd)) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/**
 * The encoding of a text file: its byte order mark; UTF-16 by its NULs; UTF-8 when the whole file is; else the legacy
 * encoding under which the first records hold most known header words, and of equals the one whose usual characters the
 * bytes look like. Without any header word only GB18030 is taken. The file must be valid in what is chosen, else
 * `UserError('bad-data', 'read.encoding', {file, candidates})`.
 */
export function findEncoding(source: ByteSource, isHeaderWord: (cell: string) => boolean): string {
  const head = readAt(source, 0, SAMPLE_BYTES)
  const marked = markedEncoding(head)
  if (marked?.startsWith('utf-16')) return marked
  const invalidAt = firstInvalidUtf8(source)
  if (invalidAt < 0 && (marked || isAscii(head))) return 'utf-8'
  if (marked) throw undecided(source, ['utf-8'])

  const hits = (encoding: string) => findDelimiter(decodeSample(head, encoding), isHeaderWord).headerHits
  if (invalidAt < 0) {
    // A GBK file of a few characters can pass for UTF-8 by chance; only its header words tell.
    return hits('gb18030') > hits('utf-8') && isValidIn(source, 'gb18030') ? 'gb18030' : 'utf-8'
  }
  return legacyEncoding(source, readAt(source, invalidAt, SAMPLE_BYTES), hits)
}

function legacyEncoding(source: ByteSource, sample: Buffer, hits: (encoding: string) => number): string {
  const judge = (encoding: string) => ({ encoding, hits: hits(encoding), plausibility: plausibility(sample, encoding) })
  const usual = ['utf-8', ...LEGACY].map(judge)
  // Any bytes are Mac Roman, and look like windows-1252: only a header that makes sense in it alone tells.
  const mac = judge('macintosh')
  const judged = (usual.some((one) => one.hits >= mac.hits) ? usual : [mac]).sort(
    (a, b) => b.hits - a.hits || b.plausibility - a.plausibility,
  )
  const best = judged.filter((one) => one.hits === judged[0]!.hits)
  // UTF-8 with a few broken characters: no other encoding may turn it all into nonsense.
  if (best[0]!.encoding === 'utf-8') throw undecided(source, ['utf-8'])
  const chosen = best.find((one) => one.encoding !== 'utf-8' && isValidIn(source, one.encoding))
  if (chosen && (chosen.hits > 0 || chosen.encoding === 'gb18030')) return chosen.encoding
  throw undecided(source, best.map((one) => one.encoding).slice(0, 3))
}

function undecided(source: ByteSource, candidates: readonly string[]): UserError {
  const preview = candidates.map((encoding) => `${encoding}: ${firstWideLine(source, encoding)}`).join(' · ')
  return new UserError('bad-data', 'read.encoding', { file: source.name, candidates: candidates.join(', '), preview })
}

const PREVIEW = 40

/** The first line with characters beyond ASCII, by which a reader tells whether an encoding is right. */
function firstWideLine(source: ByteSource, encoding: string): string {
  const lines = decodeSample(readAt(source, 0, SAMPLE_BYTES), encoding).split(/[\r\n]+/)
  const at = lines.findIndex((line) => /[^\x00-\x7f]/.test(line))
  return [...(lines[at] ?? '')].slice(0, PREVIEW).join('')
}

/**
 * Position of the first piece with bytes that are not UTF-8, or -1. Half a character at the very end is a file cut short,
 * not another encoding, when other characters before it were whole.
 */
function firstInvalidUtf8(source: ByteSource): number {
  let position = 0
  let hasWide = false
  for (const piece of utf8Pieces(source)) {
    if (!isUtf8(piece)) {
      const whole = wholeCharacters(piece)
      const isCutShort = position + piece.length >= source.size && isUtf8(whole) && (hasWide || !isAscii(whole))
      return isCutShort ? -1 : position
    }
    hasWide ||= !isAscii(piece)
    position += piece.length
  }
  return -1
}

function wholeCharacters(piece: Buffer): Buffer {
  return piece.subarray(0, piece.length - halfCharacter(piece))
}
