import { currencyOfMark, isCurrency } from './currency.js'
import { type Decimal, decimalOf } from './decimal.js'

export type DecimalMark = '.' | ','

/** Reads a cell as an exact decimal; null when it is not an amount under this decimal mark (see FORMATS: amounts). */
export function parseAmount(text: string, mark: DecimalMark): Decimal | null {
  return plainAmount(text, mark) ?? writtenAmount(text, mark)
}

/** The hot path of `parseAmount`: an optional minus, digits and at most one decimal mark, short enough to be exact; else null. */
export function plainAmount(text: string, decimalMark: DecimalMark): Decimal | null {
  const mark = decimalMark === '.' ? 46 : 44
  const length = text.length
  const start = text.charCodeAt(0) === 45 ? 1 : 0
  if (length === start || length > 12) return null
  let units = 0
  let scale = -1
  for (let at = start; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      units = units * 10 + code - 48
      if (scale >= 0) scale++
    } else if (code === mark && scale < 0 && at > start) scale = 0
    else return null
  }
  if (scale < 0) scale = 0
  return { units: start === 1 && units !== 0 ? -units : units, scale }
}

const halfWidth: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '﹣': '-',
  '￥': '¥',
  '。': '.',
  '’': "'",
}

/** One character stands for one: full-width forms, minus signs, the yen sign and the spaces of number formats. */
function toHalfWidth(text: string): string {
  return needsFolding.test(text) ? folded(text) : text
}

const needsFolding = /[\t\u00a0\u2007\u2009\u2013\u2014\u2019\u202f\u2212\u3000\u3002\ufe63\uff01-\uff5e\uffe5]/

function folded(text: string): string {
  return text.replace(/[\uff01-\uff5e\uffe5−–—﹣。’\u00a0\u2007\u2009\u202f\u3000\t]/g, (char) => {
    const code = char.charCodeAt(0)
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
    return halfWidth[char] ?? ' '
  })
}

interface Written {
  readonly before: string
  readonly digits: string
  readonly after: string
}

/** Splits a cell at its first and last digit; null when it has none. */
function splitAtDigits(text: string): Written | null {
  const half = toHalfWidth(text)
  let start = 0
  let end = half.length
  while (start < end && !isDigit(half.charCodeAt(start))) start++
  if (start === end) return null
  while (!isDigit(half.charCodeAt(end - 1))) end--
  return { before: half.slice(0, start), digits: half.slice(start, end), after: half.slice(end) }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** What the signs, currency marks and units around the digits make of them. */
interface Affixes {
  readonly sign: 1 | -1
  /** Power of ten: 4 for 万. */
  readonly shift: number
  /** The decimal mark stands before the first digit: `.5`. */
  readonly isFraction: boolean
}

/** A column knows few kinds of affixes: `¥`, ` €`, `(` and `)`. */
const affixMemo = new Map<string, Affixes | null>()

function affixesOf(before: string, after: string, mark: DecimalMark): Affixes | null {
  const key = `${before}0${after}${mark}`
  const known = affixMemo.get(key)
  if (known !== undefined) return known
  const affixes = readAffixes(before, after, mark)
  if (affixMemo.size < 1000) affixMemo.set(key, affixes)
  return affixes
}

function readAffixes(before: string, after: string, mark: DecimalMark): Affixes | null {
  const isFraction = before.endsWith(mark) && !isAffix(before)
  const ahead = isFraction ? before.slice(0, -1) : before
  const behind = withoutDash(after, mark)
  const sign = signOf(ahead, behind)
  if (sign === 0 || !isAffix(ahead) || !isAffix(behind.replace(/^ *[千万萬亿億]/, ''))) return null
  return { sign, shift: shiftOf(behind), isFraction }
}

/** A dash in place of the decimals makes no refund: `99.-`, `1.200,--`; nor do the strokes that close an amount in India, `2,500/-`. */
function withoutDash(after: string, mark: DecimalMark): string {
  if (after.startsWith(mark)) return after.replace(/^.-{0,2}/, '')
  return after.replace(/^\/[-=]/, '')
}

function writtenAmount(text: string, mark: DecimalMark): Decimal | null {
  const written = splitAtDigits(text)
  const affixes = written === null ? null : affixesOf(written.before, written.after, mark)
  if (written === null || affixes === null) return null
  const digits = affixes.isFraction ? `0${mark}${written.digits}` : written.digits
  const at = digits.indexOf(mark)
  const whole = withoutGroups(at < 0 ? digits : digits.slice(0, at), mark)
  const fraction = at < 0 ? '' : digits.slice(at + 1)
  return whole === null || !isDigits(fraction) ? null : scaled(affixes, whole, fraction)
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

/** What stands around the digits is nothing, a sign, brackets, or a mark of a currency. */
function isAffix(text: string): boolean {
  const bare = text.replace(/[-+() ]/g, '')
  return bare === '' || currencyOfMark(bare) !== undefined
}

/** 1 or -1; 0 when the signs and brackets around the digits do not make sense. */
function signOf(before: string, after: string): 1 | -1 | 0 {
  const around = (before + after).replace(/[^-+()]/g, '')
  if (around === '' || (around === '+' && !after.includes('+'))) return 1
  return around === '-' || around === '()' ? -1 : 0
}

function shiftOf(after: string): number {
  const unit = after.trimStart().charAt(0)
  if (unit === '千') return 3
  if (unit === '万' || unit === '萬') return 4
  return unit === '亿' || unit === '億' ? 8 : 0
}

const groupsOf = new Map([
  // In India groups of two stand before the last one of three: 1,23,456.
  [',', /^(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3})$/],
  ['.', /^[0-9]{1,3}(?:\.[0-9]{3})+$/],
  [' ', /^[0-9]{1,3}(?: [0-9]{3})+$/],
  ["'", /^[0-9]{1,3}(?:'[0-9]{3})+$/],
])

/** The digits of a whole number written plain, in groups of exactly three or as in India; null otherwise. */
function withoutGroups(whole: string, mark: DecimalMark): string | null {
  if (isDigits(whole)) return whole
  const separator = whole.charAt(whole.length - 4)
  return separator !== mark && groupsOf.get(separator)?.test(whole) ? whole.replaceAll(separator, '') : null
}

function scaled({ sign, shift }: Affixes, whole: string, fraction: string): Decimal | null {
  if (shift === 0) return decimalOf(sign, whole, fraction)
  const moved = fraction.padEnd(shift, '0')
  return decimalOf(sign, whole + moved.slice(0, shift), moved.slice(shift))
}

/**
 * The currency a cell's own sign or code names, with or without digits. A code beats a sign (`$12 CAD`); ¥ and ￥ are taken
 * as CNY; a bare `$` or `kr` belongs to several currencies and gives null, as does a cell without a sign.
 */
export function amountCurrency(text: string): string | null {
  if (beginsAndEndsInDigits(text)) return null
  const { before, after } = splitAtDigits(text) ?? { before: toHalfWidth(text), after: '' }
  const key = `${before}0${after}`
  const known = currencyMemo.get(key)
  if (known !== undefined) return known
  const currency = currencyAround(before, after)
  if (currencyMemo.size < 1000) currencyMemo.set(key, currency)
  return currency
}

const currencyMemo = new Map<string, string | null>()

function currencyAround(before: string, after: string): string | null {
  const marks = [before, after.replace(/^(?:[.,]-{0,2}|\/[-=]| *[千万萬亿億])/, '')].map((part) =>
    part.replace(/[-+() ]/g, '').toUpperCase(),
  )
  const code = marks.find(isCurrency)
  return code ?? marks.map(currencyOfMark).find((currency) => typeof currency === 'string') ?? null
}

/** The quick no: nothing stands around the digits but a minus. */
function beginsAndEndsInDigits(text: string): boolean {
  const start = text.charCodeAt(0) === 45 ? 1 : 0
  return isDigit(text.charCodeAt(start)) && isDigit(text.charCodeAt(text.length - 1))
}
