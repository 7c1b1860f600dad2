import { type Decimal, isCurrency, parseAmount } from '../values/money.js'
import { markedCurrency, namedCurrency, statesCurrency } from './deciders/currency.js'
import type { Reading } from './deciders/reading.js'
import type { Cell } from './sheet.js'

/** A currency, and whether nothing says it: it was assumed, and the seller may say another one later (R4). */
export interface TakenCurrency {
  readonly currency: string
  readonly isAssumed: boolean
}

/** What a sale may bring, as a file tells it, exact. */
export interface ExpectedAmount extends TakenCurrency {
  readonly amount: Decimal
}

/** An expected amount as an entry keeps it: `5000.5 USD`, and `5000.5 USD?` where the currency is assumed. */
export function writeExpected({ amount: { units, scale }, currency, isAssumed }: ExpectedAmount): string {
  const digits = String(units).padStart(scale + 1, '0')
  const at = digits.length - scale
  return `${digits.slice(0, at)}${scale === 0 ? '' : `.${digits.slice(at)}`} ${currency}${isAssumed ? '?' : ''}`
}

/** The amount an entry keeps; null for any other text. */
export function readExpected(text: string): ExpectedAmount | null {
  const [, number = '', currency = '', mark = ''] = /^([\d.]+) ([A-Z]{3})(\??)$/.exec(text) ?? []
  const amount = parseAmount(number, '.')
  return amount === null || !isCurrency(currency) ? null : { amount, currency, isAssumed: mark !== '' }
}

/** The currency of an expected amount (R4): of its row's column, of a sign in its cell, else the sheet's; null where the column names one nobody knows. */
export function currencyOfExpected(said: string, cell: Cell, reading: Reading): TakenCurrency | null {
  const { origin, code, assumed = code } = reading.currency
  const marked = typeof cell === 'string' && origin !== 'unit' ? markedCurrency(cell, reading) : null
  const own = said === '' ? marked : namedCurrency(said, reading)
  if (own) return { currency: own, isAssumed: false }
  if (said !== '') return null
  const isAssumed = !statesCurrency(reading)
  return { currency: isAssumed ? assumed : code, isAssumed }
}
