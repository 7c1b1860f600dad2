export { cleanCell, cleanId, isScientific, spreadsheetError, trimEdges } from './cell-text.js'
export { normaliseHeader } from './header-text.js'
export { nearest } from './nearest.js'
export { isMasked, isPlaceholder, isRelayEmail } from './nobody.js'

const continuation =
  '[\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013\\u2014\\u2018-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122]'
const mojibake = new RegExp(
  `\\ufffd|锟斤拷|烫烫烫|\\?{3}|[\\u00c2\\u00c3][\\u0080-\\u00bf]|[\\u00e0-\\u00ef]${continuation}{2}|[\\u00e4-\\u00e9][\\u00bc-\\u00bf]|\\u00f0${continuation}{3}`,
)

/** Whether the text was decoded wrongly before it came to us (锟斤拷, Ã©, å¼ , ???); its characters are lost or scrambled. */
export function looksMojibake(text: string): boolean {
  return mojibake.test(text)
}

const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/
const unprintables = /\r\n|[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** Text that came from outside, safe for a terminal: controls and direction marks become visible `\u001b`, line ends ⏎. */
export function forTerminal(text: string): string {
  if (!unprintable.test(text)) return text
  return text.replace(unprintables, (found) => {
    if (found === '\n' || found === '\r' || found === '\r\n') return '⏎'
    return `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Orders texts by code point (as UTF-8 bytes, as SQLite): the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at)
    const right = b.charCodeAt(at)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** Lifts surrogates over the rest of the plane they would otherwise sort into. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** A text on one line in at most so many characters, the last one `…` where it was cut. */
export function shortened(text: string, longest: number): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim())
  return characters.length > longest
    ? `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : characters.join('')
}
