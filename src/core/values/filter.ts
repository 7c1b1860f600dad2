import type { Day } from './calendar.js'
import { countryCode, countryNames } from './country.js'
import type { Filter, FilterError, FilterField, FilterRow, FilterTerm, Range } from './filter-field.js'
import { type Operator, type Piece, type Token, tokens } from './filter-token.js'
import { parseAmount, toMinor } from './money.js'
import { nearest } from './nearest.js'
import { parseUserSpan } from './user-date.js'

export type {
  Filter,
  FilterError,
  FilterField,
  FilterRow,
  FilterTerm,
} from './filter-field.js'

/** The text compared: half-width, lower case. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/**
 * Parses a filter such as `tier:A,B country:US last>90d orders>=3 net>=1000 tag:wholesale -blocked`. Terms are joined by
 * and, values of one term by or; a lone word is a flag field or a part of the field `name`. Durations count back from
 * `today`: `last>90d` is more than 90 days ago. The first fault is returned, never thrown.
 */
export function parseFilter(
  text: string,
  fields: readonly FilterField[],
  today: Day,
): { readonly ast: Filter } | FilterError {
  const parts = tokens(text)
  if ('expected' in parts) return parts
  const terms: FilterTerm[] = []
  for (const token of parts) {
    const term = termOf(token, fields, today)
    if ('expected' in term) return term
    terms.push(term)
  }
  return { ast: { terms } }
}

function fieldOf(word: string, fields: readonly FilterField[]): FilterField | undefined {
  const key = fold(word)
  return fields.find((field) => field.name === key || field.words?.some((other) => fold(other) === key))
}

function fault(piece: Piece, expected: FilterError['expected'], words: Iterable<string> = []): FilterError {
  return { at: piece.at, length: Math.max(1, piece.length), expected, near: nearest(piece.text, words) }
}

function termOf(token: Token, fields: readonly FilterField[], today: Day): FilterTerm | FilterError {
  const field = fieldOf(token.word.text, fields)
  if (token.operator === null) return wordTerm(token, field)
  if (field === undefined) {
    return fault(
      token.word,
      'field',
      fields.flatMap(({ name, words = [] }) => [name, ...words]),
    )
  }
  if (token.values.length === 0) return { at: endOf(token.word), length: 1, expected: 'value', near: [] }
  const negated = token.negated !== (token.operator === '!=')
  if (field.kind === 'flag') return flagTerm(field, token, negated)
  if (field.kind === 'sample') return sampleTerm(field, token, negated)
  if (field.kind === 'date' || field.kind === 'count' || field.kind === 'money') {
    return rangeTerm(field, token.operator, token.values, negated, today)
  }
  return listTerm(field, token.operator, token.values, negated, token.word)
}

function endOf(piece: Piece): number {
  return piece.at + piece.length
}

function wordTerm({ negated, word }: Token, field: FilterField | undefined): FilterTerm | FilterError {
  if (field?.kind === 'flag') return { field: field.name, negated, test: 'flag' }
  return { field: 'name', negated, test: 'contains', words: [fold(word.text)] }
}

const yes = new Set('yes true 1 y 是 有'.split(' '))
const no = new Set('no false 0 n 否 无'.split(' '))

function flagTerm(field: FilterField, { values, operator }: Token, negated: boolean): FilterTerm | FilterError {
  const [value, ...more] = values
  const word = fold(value!.text)
  if (more.length > 0) return fault(more[0]!, 'operator')
  if (isOrder(operator!) || (!yes.has(word) && !no.has(word))) return fault(value!, 'flag', ['yes', 'no'])
  return { field: field.name, negated: negated !== no.has(word), test: 'flag' }
}

/** `sample:20`: the fifth of all whose lots are the smallest. */
function sampleTerm(field: FilterField, { values, operator }: Token, negated: boolean): FilterTerm | FilterError {
  const [value, ...more] = values
  const percent = Number(/^(\d{1,3})%?$/.exec(fold(value!.text))?.[1])
  if (more.length > 0 || isOrder(operator!)) return fault(more[0] ?? value!, 'sample')
  if (!(percent >= 1 && percent <= 99)) return fault(value!, 'sample')
  return { field: field.name, negated, test: 'within', ranges: [{ low: 0, high: percent - 1 }] }
}

function isOrder(operator: Operator): boolean {
  return operator.startsWith('>') || operator.startsWith('<')
}

function listTerm(
  field: FilterField,
  operator: Operator,
  values: readonly Piece[],
  negated: boolean,
  word: Piece,
): FilterTerm | FilterError {
  if (isOrder(operator)) return { at: endOf(word), length: operator.length, expected: 'operator', near: [':', '='] }
  const words: string[] = []
  for (const value of values) {
    const known = field.kind === 'country' ? countryOf(value, field) : choiceOf(value, field)
    if (typeof known !== 'string') return known
    words.push(known)
  }
  const test = field.kind === 'text' && operator === ':' ? 'contains' : 'is'
  return { field: field.name, negated, test, words }
}

/** The code of a country, else one of the field's choices: what files call a country and ISO does not. */
function countryOf(value: Piece, { choices = [] }: FilterField): string | FilterError {
  const code = countryCode(value.text) ?? choices.find((choice) => fold(choice.value) === fold(value.text))?.value
  return code === undefined ? fault(value, 'country', countryNames()) : fold(code)
}

function choiceOf(value: Piece, field: FilterField): string | FilterError {
  const typed = fold(value.text)
  if (field.choices === undefined) return typed
  const choice = field.choices.find(
    (one) => fold(one.value) === typed || one.words.some((word) => fold(word) === typed),
  )
  if (choice !== undefined) return fold(choice.value)
  const words = field.choices.flatMap((one) => [one.value, ...one.words])
  return { ...fault(value, 'choice', words), allowed: field.choices.map((one) => one.value) }
}

function rangeTerm(
  field: FilterField,
  operator: Operator,
  values: readonly Piece[],
  negated: boolean,
  today: Day,
): FilterTerm | FilterError {
  if (isOrder(operator) && values.length > 1) return fault(values[1]!, 'operator')
  const ranges: Range[] = []
  for (const value of values) {
    const range = field.kind === 'date' ? daysOf(value, operator, today) : numberOf(value, operator, field)
    if ('expected' in range) return range
    ranges.push(range)
  }
  return { field: field.name, negated, test: 'within', ranges }
}

/** A date's days, or for an age (`90d`) those further back for `>` and nearer for `<`. */
function daysOf(value: Piece, operator: Operator, today: Day): Range | FilterError {
  const span = parseUserSpan(value.text, today)
  if (span === null) return fault(value, 'date')
  const isAge = /^\d+ *(?:d|days?|天|日)(?:前)?$/.test(fold(value.text))
  return compared(isAge ? mirrored[operator] : operator, { low: span.from, high: span.to })
}

const mirrored: Readonly<Record<Operator, Operator>> = {
  ':': ':',
  '=': '=',
  '!=': '!=',
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
}

function numberOf(value: Piece, operator: Operator, field: FilterField): Range | FilterError {
  const amount = parseAmount(value.text, '.')
  if (amount === null) return fault(value, 'number')
  const number =
    field.currency === undefined ? amount.units / 10 ** amount.scale : toMinor(amount, field.currency).minor
  return compared(operator, { low: number, high: number })
}

/** The whole numbers that stand in this relation to a range. */
function compared(operator: Operator, { low, high }: Range): Range {
  if (operator === '>') return { low: Math.floor(high) + 1, high: Number.POSITIVE_INFINITY }
  if (operator === '>=') return { low, high: Number.POSITIVE_INFINITY }
  if (operator === '<') return { low: Number.NEGATIVE_INFINITY, high: Math.ceil(low) - 1 }
  if (operator === '<=') return { low: Number.NEGATIVE_INFINITY, high }
  return { low, high }
}

/** Whether a customer's values fulfil every term; an unknown value fulfils no term, and so every negated one. */
export function matches(filter: Filter, row: FilterRow): boolean {
  return filter.terms.every((term) => holds(term, row[term.field]) !== term.negated)
}

function holds(term: FilterTerm, value: FilterRow[string]): boolean {
  if (value === null || value === undefined) return false
  if (term.test === 'flag') return value === true
  if (term.test === 'within') {
    return typeof value === 'number' && term.ranges.some(({ low, high }) => value >= low && value <= high)
  }
  const texts = (Array.isArray(value) ? value : [value]).map((text) => fold(String(text)))
  return term.words.some((word) => texts.some((text) => (term.test === 'is' ? text === word : text.includes(word))))
}
