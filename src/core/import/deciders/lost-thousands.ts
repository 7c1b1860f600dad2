import { formatMinor, minorDigits } from '../../values/money.js'
import type { Cell } from '../sheet.js'

/** Currencies in which an order of less than a thousand, or with decimals, is hardly one. */
const inThousands: ReadonlySet<string> = new Set('IDR VND KRW CLP COP PYG UGX LAK KHR IRR UZS'.split(' '))

/** Those of them whose thousands are written with a point, which a program takes for a decimal mark: only they lose whole thousands. */
const withPoint: ReadonlySet<string> = new Set('IDR VND CLP COP PYG LAK'.split(' '))

/** Whether whole amounts of a currency lose their thousands in a spreadsheet program. */
export const losesThousands = (currency: string): boolean => withPoint.has(currency)

/** Whether a cell is a whole amount of a thousand and more without a mark. */
export function isThousands(cell: Cell | undefined): boolean {
  return typeof cell === 'number'
    ? Number.isInteger(cell) && cell >= 1000
    : typeof cell === 'string' && /^\d{4,}$/.test(cell)
}

/**
 * An amount that was probably in thousands before a program took its point for a decimal mark (`195.000` rupiah saved as 195), as
 * text; null for any other. Where its column also holds whole amounts of a thousand and more without a mark (`hasThousands`), none was lost.
 */
export function lostThousands(minor: number, currency: string, hasThousands: boolean): string | null {
  if (minor === 0 || !inThousands.has(currency)) return null
  const unit = 10 ** minorDigits(currency)
  const isWhole = minor % unit === 0
  const isUsual = isWhole && (hasThousands || !withPoint.has(currency) || Math.abs(minor) >= 1000 * unit)
  return isUsual ? null : `${currency} ${formatMinor(minor, currency)}`
}
