import { normaliseHeader } from '../values/text.js'
import type { Cell, RowBatch } from './sheet.js'

/** A header row as found: the seller's words, our normal form of them, and units that stood in parentheses. */
export interface Header {
  /** Row number as Excel shows it. */
  readonly row: number
  readonly texts: readonly string[]
  readonly keys: readonly string[]
  readonly units: readonly (string | null)[]
}

/** Whether there is Chinese in it. */
export function isChineseText(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

/** Whether the seller writes Chinese headers. */
export function hasChinese({ texts }: Header): boolean {
  return texts.some(isChineseText)
}

/** Rows in which a header is looked for; public Chinese exports have it as deep as row 17 (FORMATS §3). */
export const headerDepth = 50

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '')

export function headerOf(row: number, cells: readonly Cell[]): Header {
  const normal = cells.map((cell) => normaliseHeader(textOf(cell)))
  return {
    row,
    texts: cells.map((cell) => textOf(cell).trim()),
    keys: normal.map((header) => header.key),
    units: normal.map((header) => header.unit),
  }
}

/** First text row with at least two cells, for sheets no word of which is known. */
function firstTable(batch: RowBatch): Header | null {
  const index = batch.rows.findIndex((cells) => cells.filter((cell) => textOf(cell).trim() !== '').length >= 2)
  return index < 0 ? null : headerOf(batch.numbers[index]!, batch.rows[index]!)
}

/**
 * The header row among the first rows of a sheet: most dictionary words, at least three (or two of two or three cells) and
 * 40 % of the filled cells, the earlier on ties. Without one, the first row with two cells, so that it can be shown.
 */
export function findHeader(
  batch: RowBatch,
  isKnown: (key: string) => boolean,
): { header: Header; known: number } | null {
  let best: { header: Header; known: number } | null = null
  const depth = Math.min(batch.rows.length, headerDepth)
  for (let index = 0; index < depth; index++) {
    const header = headerOf(batch.numbers[index]!, batch.rows[index]!)
    const filled = new Set(header.keys.filter((key) => key !== ''))
    const known = [...filled].filter(isKnown).length
    const enough = known >= Math.min(3, Math.max(2, filled.size)) && known >= filled.size * 0.4
    if (enough && known > (best?.known ?? 0)) best = { header, known }
  }
  if (best) return best
  const first = firstTable(batch)
  return first && { header: first, known: 0 }
}
