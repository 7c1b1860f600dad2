import stringWidth from 'string-width'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const words = new Intl.Segmenter('zh', { granularity: 'word' })

// Thai and Lao AM count as part of the letter before them, but terminals give them a cell of their own.
const am = /(?<=.)[\u0e33\u0eb3]/gu

/** Terminal cells a text takes: Chinese characters take two, combining marks none. */
export function displayWidth(text: string): number {
  return plainWidth(text) ?? measuredWidth(text)
}

/** Measuring takes time by the square of the length; a text of this many characters fits no screen, so the seams may be off. */
const PIECE = 1_000

function measuredWidth(text: string): number {
  let width = text.match(am)?.length ?? 0
  for (let at = 0; at < text.length; at += PIECE) width += stringWidth(text.slice(at, at + PIECE))
  return width
}

// Most texts hold only characters of one width on their own: ASCII, Latin letters, currency signs, the pieces of bars and
// boxes take one cell; ideographs, Hangul, full-width forms two.
function plainWidth(text: string): number | null {
  let width = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code >= 0x20 && code <= 0x7e) || isNarrow(code)) width += 1
    else if (isWide(code)) width += 2
    else return null
  }
  return width
}

function isNarrow(code: number): boolean {
  return (
    (code >= 0xa1 && code <= 0x17f && code !== 0xad && code !== 0xa9 && code !== 0xae) ||
    (code >= 0x2500 && code <= 0x259f) ||
    code === 0x2026
  )
}

function isWide(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3000 && code <= 0x3020) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xac00 && code <= 0xd7a3)
  )
}

/** The text cut to `width` cells, ending in `ellipsis` where something was cut; a grapheme is never broken. */
export function shorten(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text
  const room = width - displayWidth(ellipsis)
  let kept = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    used += displayWidth(segment)
    if (used > room) break
    kept += segment
  }
  return room < 0 ? ellipsis.slice(0, width) : kept.trimEnd() + ellipsis
}

/** The text in lines of at most `width` cells, broken between words (Chinese ones too); a longer word has its own line. */
export function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const piece of pieces(text)) {
    const line = lines.at(-1) ?? ''
    if (line === '' || displayWidth((line + piece).trimEnd()) <= width) lines[lines.length - 1] = line + piece
    else lines.push(piece.trimStart())
  }
  return lines.map((line) => line.trimEnd())
}

/** The same in at most `most` lines, the last one ending in `ellipsis` where something was cut; words wider than a line are broken. */
export function wrapWithin(text: string, width: number, most: number, ellipsis: string): string[] {
  const lines = wrap(text, width).flatMap((line) => broken(line, width))
  if (lines.length <= most) return lines
  const last = shorten(lines[most - 1]!, width - displayWidth(ellipsis), '')
  return [...lines.slice(0, most - 1), last + ellipsis]
}

/** The fewest cells, from `from` to `limit`, in which the text takes at most `most` lines and no word is broken; else `limit`. */
export function widthWithin(text: string, most: number, from: number, limit: number): number {
  let width = Math.max(from, Math.ceil(displayWidth(text) / most))
  while (width < limit && !wrapsWithin(text, width, most)) width += 1
  return Math.max(from, Math.min(width, limit))
}

function wrapsWithin(text: string, width: number, most: number): boolean {
  const lines = wrap(text, width)
  return lines.length <= most && lines.every((line) => displayWidth(line) <= width)
}

function broken(line: string, width: number): string[] {
  if (displayWidth(line) <= width) return [line]
  const lines = ['']
  for (const { segment } of graphemes.segment(line)) {
    const begun = lines.at(-1)!
    if (begun === '' || displayWidth(begun + segment) <= width) lines[lines.length - 1] = begun + segment
    else lines.push(segment)
  }
  return lines
}

/** The parts on lines of at most `width` cells, joined by `separator`; only a part that is too long itself is broken. */
export function flow(parts: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const joined = lines.length === 0 ? null : `${lines.at(-1)}${separator}${part}`
    if (joined !== null && displayWidth(joined) <= width) lines[lines.length - 1] = joined
    else lines.push(...wrap(part, width))
  }
  return lines
}

/** Cells of the longest word: what `wrap` needs at least. */
export function longestWord(text: string): number {
  return Math.max(0, ...pieces(text).map((piece) => displayWidth(piece.trim())))
}

// Words with what must not be parted from them: closing punctuation and hyphens stay behind, opening punctuation and signs
// stay before, a date stays in one. A list without spaces may go on below after its commas.
function pieces(text: string): string[] {
  const result: string[] = []
  let glued = false
  for (const { segment, isWordLike } of words.segment(text)) {
    const last = result.at(-1) ?? ''
    const isHyphen = segment === '-' && /[\p{L}\d]$/u.test(last)
    const opens = !isHyphen && /^[[({（【《「“‘$¥€£+-]$/.test(segment)
    if (last !== '' && (glued || !(isWordLike || opens))) result[result.length - 1] += segment
    else result.push(segment)
    glued = isHyphen ? !/[\p{L}\d]\p{L}$/u.test(last) : opens || /^[\x21-\x2b\x2d-\x7e]$/.test(segment)
  }
  return result
}
