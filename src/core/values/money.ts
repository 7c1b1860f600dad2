import { minorDigits } from './currency.js'
import type { Lang } from './lang.js'

export { isCurrency, minorDigits } from './currency.js'
export { type Decimal, minorOfNumber, multiply, numberToDecimal, toMinor } from './decimal.js'
export { amountCurrency, type DecimalMark, parseAmount, plainAmount } from './parse-amount.js'

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
