import { currencyOfMark, isCurrency, minorDigits } from './currency.js'
import type { Lang } from './lang.js'

export { isCurrency, minorDigits }

export type DecimalMark = '.' | ','

/** An exact decimal, `units / 10 ** scale`: a safe integer, a scale from 0 to 15, an absolute value below 10 ** 12. */
export interface Decimal {
  readonly units: number
  readonly scale: number
}

/** An amount in minor units; `exact` is false when decimals beyond the minor unit were rounded away. */
export interface MinorAmount {
  readonly minor: number
  readonly exact: boolean
}

/** Amounts from a trillion on are no prices; below it every amount fits a safe integer of minor units. */
const limit = 1e12
const powers = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

/** Reads a cell as an exact decimal; null when it is not an amount under this decimal mark (see FORMATS: amounts). */
export function parseAmount(text: string, mark: DecimalMark): Decimal | null {
  return plainAmount(text, mark === '.' ? 46 : 44) ?? writtenAmount(text, mark)
}

/** The hot path: an optional minus, digits and at most one decimal mark, short enough to be exact. */
function plainAmount(text: string, mark: number): Decimal | null {
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
  const start = half.search(/[0-9]/)
  if (start < 0) return null
  let end = half.length
  while (!isDigit(half.charCodeAt(end - 1))) end--
  return { before: half.slice(0, start), digits: half.slice(start, end), after: half.slice(end) }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function writtenAmount(text: string, mark: DecimalMark): Decimal | null {
  const written = splitAtDigits(text)
  if (written === null) return null
  let { before, after } = written
  let digits = written.digits
  if (before.endsWith(mark) && !isAffix(before)) {
    before = before.slice(0, -1)
    digits = `0${mark}${digits}`
  }
  if (after.startsWith(mark)) after = after.slice(1)
  const sign = signOf(before, after)
  const factor = factorOf(after)
  if (sign === 0 || !isAffix(before) || !isAffix(after.replace(/^ *[万萬亿億]/, ''))) return null
  const [whole, fraction, ...more] = digits.split(mark)
  const ungrouped = whole === undefined ? null : withoutGroups(whole, mark)
  if (ungrouped === null || more.length > 0 || /[^0-9]/.test(fraction ?? '')) return null
  return scaled(sign, ungrouped, fraction ?? '', factor)
}

/** What stands around the digits is nothing, a sign, brackets, or a mark of a currency. */
function isAffix(text: string): boolean {
  const bare = text.replace(/[-+() ]/g, '')
  return bare === '' || currencyOfMark(bare) !== undefined
}

/** 1 or -1; 0 when the signs and brackets around the digits do not make sense. */
function signOf(before: string, after: string): number {
  const around = (before + after).replace(/[^-+()]/g, '')
  if (around === '' || (around === '+' && !after.includes('+'))) return 1
  return around === '-' || around === '()' ? -1 : 0
}

function factorOf(after: string): number {
  const unit = after.trimStart().charAt(0)
  if (unit === '万' || unit === '萬') return 4
  return unit === '亿' || unit === '億' ? 8 : 0
}

/** The digits of a whole number written plain or in groups of exactly three; null otherwise. */
function withoutGroups(whole: string, mark: DecimalMark): string | null {
  if (!/[^0-9]/.test(whole)) return whole
  const separator = whole.replace(/[0-9]/g, '').charAt(0)
  if (separator !== ' ' && separator !== "'" && separator !== (mark === '.' ? ',' : '.')) return null
  const groups = whole.split(separator)
  const fits = groups.every((group, at) => (at === 0 ? /^[0-9]{1,3}$/ : /^[0-9]{3}$/).test(group))
  return fits ? groups.join('') : null
}

function scaled(sign: number, whole: string, fraction: string, shift: number): Decimal | null {
  const moved = fraction.padEnd(shift, '0')
  return decimalOf(sign, whole + moved.slice(0, shift), moved.slice(shift))
}

/** Decimals that no safe integer can hold (the noise of a double written in full) are rounded at fifteen digits. */
function decimalOf(sign: number, whole: string, fraction: string): Decimal | null {
  const integer = whole.replace(/^0+/, '')
  if (integer.length > 12) return null
  const kept = fraction.slice(0, 15 - integer.length)
  const round = fraction.charCodeAt(kept.length) >= 53 ? 1 : 0
  const digits = integer + kept
  return shortest(sign * (Number(digits) + round), kept.length)
}

/** The same number without trailing zeros after the mark. */
function shortest(units: number, scale: number): Decimal {
  let left = units
  let places = scale
  while (places > 0 && left % 10 === 0) {
    left /= 10
    places--
  }
  return { units: left === 0 ? 0 : left, scale: left === 0 ? 0 : places }
}

/** The decimal a number cell stands for, by its shortest decimal text; null when it is not finite or too large for money. */
export function numberToDecimal(n: number): Decimal | null {
  if (!Number.isFinite(n) || Math.abs(n) >= limit) return null
  const [mantissa = '', exponent] = String(Math.abs(n)).split('e-')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const sign = n < 0 ? -1 : 1
  if (exponent === undefined) return decimalOf(sign, whole, fraction)
  return decimalOf(sign, '', '0'.repeat(Number(exponent) - 1) + whole + fraction)
}

/** The amount in minor units of the currency, rounded half away from zero. */
export function toMinor(d: Decimal, currency: string): MinorAmount {
  const surplus = d.scale - minorDigits(currency)
  if (surplus <= 0) return { minor: d.units * powers[-surplus]!, exact: true }
  const unit = powers[surplus]!
  const rest = d.units % unit
  if (rest === 0) return { minor: d.units / unit, exact: true }
  const away = Math.abs(rest) * 2 >= unit ? Math.sign(rest) : 0
  const minor = (d.units - rest) / unit + away
  return { minor: minor === 0 ? 0 : minor, exact: false }
}

/** A number cell in minor units: taken as exact within 1e-6 of a minor unit, else rounded half away from zero; null as numberToDecimal. */
export function minorOfNumber(n: number, currency: string): MinorAmount | null {
  if (!Number.isFinite(n) || Math.abs(n) >= limit) return null
  const minor = n * powers[minorDigits(currency)]!
  const nearest = Math.round(minor)
  if (Math.abs(minor - nearest) <= 1e-6) return { minor: nearest === 0 ? 0 : nearest, exact: true }
  const decimal = numberToDecimal(n)
  return decimal === null ? null : toMinor(decimal, currency)
}

/** The product (a price times a quantity), exact as far as fifteen digits hold it; null when it is too large for money. */
export function multiply(a: Decimal, b: Decimal): Decimal | null {
  const units = a.units * b.units
  const scale = a.scale + b.scale
  if (Number.isSafeInteger(units) && scale <= 15 && Math.abs(units) < limit * powers[scale]!)
    return { units: units === 0 ? 0 : units, scale }
  const digits = String(BigInt(a.units) * BigInt(b.units))
    .replace('-', '')
    .padStart(scale + 1, '0')
  const whole = digits.length - scale
  return decimalOf(units < 0 ? -1 : 1, digits.slice(0, whole), digits.slice(whole))
}

/**
 * The currency a cell's own sign or code names, with or without digits. A code beats a sign (`$12 CAD`); ¥ and ￥ are taken
 * as CNY; a bare `$` or `kr` belongs to several currencies and gives null, as does a cell without a sign.
 */
export function amountCurrency(text: string): string | null {
  if (beginsAndEndsInDigits(text)) return null
  const written = splitAtDigits(text) ?? { before: toHalfWidth(text), after: '' }
  const marks = [written.after.replace(/^ *[万萬亿億]/, ''), written.before].map((part) => part.replace(/[-+() ]/g, ''))
  const code = marks.find((mark) => isCurrency(mark.toUpperCase()))
  if (code !== undefined) return code.toUpperCase()
  const [after, before] = marks.map((mark) => currencyOfMark(mark) ?? null)
  return before ?? after ?? null
}

/** The quick no: nothing stands around the digits but a minus. */
function beginsAndEndsInDigits(text: string): boolean {
  const start = text.charCodeAt(0) === 45 ? 1 : 0
  return isDigit(text.charCodeAt(start)) && isDigit(text.charCodeAt(text.length - 1))
}

/** Minor units as a decimal number with thousands commas and a leading minus: `1,234.50`, `-5.00`, and `1,235` for JPY. */
export function formatMinor(minor: number, currency: string): string {
  const places = minorDigits(currency)
  const digits = String(Math.abs(minor)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(?:[0-9]{3})+$)/g, ',')
  const fraction = places === 0 ? '' : `.${digits.slice(-places)}`
  return `${minor < 0 ? '-' : ''}${whole}${fraction}`
}

const signs: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£' }

/** Money as a seller reads it: `¥1,234.50`, `-$5.00`, and with the code where no sign is unmistakable: `AUD 1,234.50`. */
export function formatMoney(minor: number, currency: string, _lang: Lang): string {
  const sign = signs[currency]
  if (sign === undefined) return `${currency} ${formatMinor(minor, currency)}`
  return `${minor < 0 ? '-' : ''}${sign}${formatMinor(Math.abs(minor), currency)}`
}

/**
 * Minor units of one currency in minor units of another, rounded half away from zero. `rate` is how many units of `to` one
 * unit of `from` is worth, as decimal text; throws RangeError when it is no positive decimal or the result is not safe.
 */
export function convertMinor(minor: number, from: string, to: string, rate: string): number {
  const match = /^([0-9]{1,15})(?:\.([0-9]{1,15}))?$/.exec(rate)
  const fraction = match?.[2] ?? ''
  const units = BigInt(`${match?.[1] ?? '0'}${fraction}`)
  if (units === 0n) throw new RangeError(`not a rate: ${rate}`)
  const numerator = BigInt(Math.abs(minor)) * units * 10n ** BigInt(minorDigits(to))
  const denominator = 10n ** BigInt(minorDigits(from) + fraction.length)
  const converted = Number((numerator * 2n + denominator) / (denominator * 2n))
  if (!Number.isSafeInteger(converted)) throw new RangeError(`too large: ${minor} ${from}`)
  return minor < 0 && converted !== 0 ? -converted : converted
}
