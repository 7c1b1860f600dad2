import { formatMinor, minorDigits } from '../values/money.js'

/** Currencies in which an order of less than a thousand, or with decimals, is hardly one. */
const inThousands: ReadonlySet<string> = new Set('IDR VND KRW CLP COP PYG UGX LAK KHR IRR UZS'.split(' '))

/** An amount that was probably in thousands before a program took its point for a decimal mark (`195.000` rupiah saved as 195), as text; null for any other. */
export function lostThousands(minor: number, currency: string): string | null {
  if (minor === 0 || !inThousands.has(currency)) return null
  const unit = 10 ** minorDigits(currency)
  const isUsual = minor % unit === 0 && Math.abs(minor) >= 1000 * unit
  return isUsual ? null : `${currency} ${formatMinor(minor, currency)}`
}
