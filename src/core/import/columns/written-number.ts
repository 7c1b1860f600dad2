import type { Decimal } from '../../values/decimal.js'
import { parseAmount } from '../../values/money.js'

/** An amount as it is written, before a column's decimal mark is decided: a comma with one or two digits behind it is one. */
export function writtenAmount(text: string): Decimal | null {
  return text === '' ? null : parseAmount(text, /,\d{1,2}\D*$/.test(text) ? ',' : '.')
}

/** The same as a number, good enough to compare sums of one row. */
export function writtenNumber(text: string): number | null {
  const amount = writtenAmount(text)
  return amount && amount.units / 10 ** amount.scale
}
