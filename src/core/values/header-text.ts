import { trimEdges } from './cell-text.js'
import { headerUnit, trailingUnit } from './header-unit.js'

/** A header ready to be compared, and the unit that stood in brackets behind it, or behind the name of an amount without. */
export interface NormalHeader {
  readonly key: string
  /** As written but in capitals: `元`, `USD`, `$`, `单`, `万元`; null when there is none. */
  readonly unit: string | null
}

const bracketed = /^(.*\S) ?[([{【]([^()[\]{}【】]{1,24})[)\]}】]$/
const units = new Set('单 單 品 必填 选填 required optional % 折 件 个 天'.split(' '))

function isUnit(text: string): boolean {
  return units.has(text) || headerUnit(text) !== null
}

/** Chinese has no blanks between words; some set them between two characters, so that headings are of one length: `姓　名`. */
const alignment = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu

/** A header in the form all comparisons use: half-width, lower case, one space between words but none in Chinese, no marks, no unit. */
export function normaliseHeader(text: string): NormalHeader {
  const half = trimEdges(text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff]/g, ''))
  const lower = half
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[*#]+ ?(?=.)/, '')
  const { name, unit } = splitUnit(lower)
  const spaced = name
    .replace(/[_\-./:]+/g, ' ')
    .replace(/ +/g, ' ')
    .replace(alignment, '')
    .trim()
  return { key: spaced === '' ? lower : spaced, unit: unit === null ? null : unit.toUpperCase() }
}

function splitUnit(header: string): { readonly name: string; readonly unit: string | null } {
  const match = bracketed.exec(header)
  if (match !== null && isUnit(match[2]!)) return { name: match[1]!, unit: match[2]! }
  return trailingUnit(header) ?? { name: header, unit: null }
}
