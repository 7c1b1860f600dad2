import { minorDigits } from './currency.js'

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

/**
 * The decimal of digits before and behind the mark; null from a trillion on. Decimals that no safe integer can hold (the
 * noise of a double written in full) are rounded at fifteen digits.
 */
export function decimalOf(sign: number, whole: string, fraction: string): Decimal | null {
  const integer = whole.charCodeAt(0) === 48 ? whole.replace(/^0+/, '') : whole
  if (integer.length > 12) return null
  if (integer.length + fraction.length <= 15) return shortest(sign * Number(integer + fraction), fraction.length)
  const kept = fraction.slice(0, 15 - integer.length)
  const round = fraction.charCodeAt(kept.length) >= 53 ? 1 : 0
  return shortest(sign * (Number(integer + kept) + round), kept.length)
}

/** The same number without trailing zeros after the mark, and without a negative zero. */
export function shortest(units: number, scale: number): Decimal {
  if (units === 0) return { units: 0, scale: 0 }
  let left = units
  let places = scale
  while (places > 0 && left % 10 === 0) {
    left /= 10
    places--
  }
  return { units: left, scale: places }
}

/** The decimal a number cell stands for, by its shortest decimal text; null when it is not finite or too large for money. */
export function numberToDecimal(n: number): Decimal | null {
  if (!Number.isFinite(n) || Math.abs(n) >= limit) return null
  if (Number.isInteger(n)) return { units: n + 0, scale: 0 }
  // A price: the quotient is the same double only if these two decimals are its shortest text.
  const hundredths = Math.round(n * 100)
  if (hundredths / 100 === n) return shortest(hundredths, 2)
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

/** The amount times a power of ten, exact; null when it is too large for money. */
export function shifted({ units, scale }: Decimal, power: number): Decimal | null {
  if (units === 0 || power === 0) return { units, scale }
  const places = scale - power
  if (places >= 0) return places > 15 ? null : shortest(units, places)
  return multiply({ units, scale: 0 }, { units: powers[-places]!, scale: 0 })
}

/** The exact sum; scales stay below 16, so that sums of amounts stay safe integers. */
export function plus(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { units: a.units + b.units, scale: a.scale }
  return a.scale > b.scale
    ? { units: a.units + b.units * powers[a.scale - b.scale]!, scale: a.scale }
    : { units: a.units * powers[b.scale - a.scale]! + b.units, scale: b.scale }
}

/** The same amount below zero. */
export function minus(d: Decimal): Decimal {
  return d.units === 0 ? d : { units: -d.units, scale: d.scale }
}

/** How far a number is from zero. */
export function magnitude(d: Decimal): Decimal {
  return d.units < 0 ? minus(d) : d
}
