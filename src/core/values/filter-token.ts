import type { FilterError } from './filter-field.js'

/** A word of the filter and where it stands in the text. */
export interface Piece {
  readonly text: string
  readonly at: number
  readonly length: number
}

export type Operator = ':' | '=' | '!=' | '>' | '>=' | '<' | '<='

/** One blank-separated part of a filter, taken apart: `-` field operator values, or a lone word. */
export interface Token {
  readonly negated: boolean
  readonly word: Piece
  readonly operator: Operator | null
  readonly values: readonly Piece[]
}

/** One character stands for one, so that positions stay those of the typed text. */
const halfWidth: Readonly<Record<string, string>> = {
  '：': ':',
  '＝': '=',
  '＞': '>',
  '＜': '<',
  '！': '!',
  '，': ',',
  '、': ',',
  '－': '-',
  '−': '-',
  '“': '"',
  '”': '"',
  '≥': '≥',
  '≤': '≤',
  '\u3000': ' ',
}

const operatorText = /[:=<>≥≤≠]|!=/
const operators: readonly (readonly [string, Operator])[] = [
  ['>=', '>='],
  ['<=', '<='],
  ['!=', '!='],
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
  ['==', '='],
  [':', ':'],
  ['=', '='],
  ['>', '>'],
  ['<', '<'],
]

/** Splits a filter into its parts; quotes keep blanks, commas and operators together. */
export function tokens(typed: string): readonly Token[] | FilterError {
  const text = typed.replace(/[^\x20-\x7e]/g, (char) => halfWidth[char] ?? char)
  const found: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at]!)) {
      at++
      continue
    }
    const end = partEnd(text, at)
    if (end < 0) return { at: text.indexOf('"', at), length: 1, expected: 'quote', near: [] }
    found.push(tokenOf(text, at, end))
    at = end
  }
  return found
}

/** Where a part ends: the next blank outside quotes; -1 when a quote is not closed. */
function partEnd(text: string, from: number): number {
  let isQuoted = false
  let at = from
  for (; at < text.length && (isQuoted || !/\s/.test(text[at]!)); at++) if (text[at] === '"') isQuoted = !isQuoted
  return isQuoted ? -1 : at
}

function tokenOf(text: string, from: number, end: number): Token {
  const negated = text[from] === '-' && end > from + 1
  const start = negated ? from + 1 : from
  const part = text.slice(start, end)
  const split = part.startsWith('"') ? -1 : part.search(operatorText)
  if (split <= 0) return { negated, word: pieceOf(part, start), operator: null, values: [] }
  const [sign, operator] = operators.find(([written]) => part.startsWith(written, split))!
  const valuesAt = split + sign.length
  return {
    negated,
    word: pieceOf(part.slice(0, split), start),
    operator,
    values: listOf(part.slice(valuesAt), start + valuesAt),
  }
}

function pieceOf(text: string, at: number): Piece {
  return { text: text.replaceAll('"', ''), at, length: text.length }
}

/** The values between commas that stand outside quotes. */
function listOf(text: string, at: number): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of `${text},`.matchAll(/"[^"]*"|,/g)) {
    if (match[0] !== ',') continue
    if (match.index > from) pieces.push(pieceOf(text.slice(from, match.index), at + from))
    from = match.index + 1
  }
  return pieces
}
