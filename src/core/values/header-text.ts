import { trimEdges } from './cell-text.js'
import { currencyOfMark } from './currency.js'

/** A header ready to be compared, and the unit that stood in brackets behind it. */
export interface NormalHeader {
  readonly key: string
  /** As written but in capitals: `元`, `USD`, `$`, `单`; null when there is none. */
  readonly unit: string | null
}

const bracketed = /^(.*\S) ?[([{【]([^()[\]{}【】]{1,8})[)\]}】]$/
const units = new Set('单 單 品 必填 选填 required optional % 折 件 个 天 万元'.split(' '))
/** Currency codes that are also words of a header. */
const words = new Set('all try top'.split(' '))

function isUnit(text: string): boolean {
  return units.has(text) || (!words.has(text) && currencyOfMark(text) !== undefined)
}

/** A header in the form all comparisons use: half-width, lower case, one space between words, no marks, no unit in brackets. */
export function normaliseHeader(text: string): NormalHeader {
  const half = trimEdges(text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff]/g, ''))
  const lower = half
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[*#]+ ?(?=.)/, '')
  const match = bracketed.exec(lower)
  const unit = match !== null && isUnit(match[2]!) ? match[2]! : null
  const spaced = (unit === null ? lower : match![1]!)
    .replace(/[_\-./:]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return { key: spaced === '' ? lower : spaced, unit: unit === null ? null : unit.toUpperCase() }
}
