import { numberToDecimal, parseAmount } from '../../values/money.js'
import type { Cell } from '../sheet.js'

/** Notes whether a cost is written above or below zero. */
export function addSign(entry: { isMinus: boolean; isPlus: boolean }, cell: Cell | undefined): void {
  // One above zero decides; asked for each row.
  if (entry.isPlus || cell === undefined || cell === '' || typeof cell === 'object') return
  const amount = typeof cell === 'number' ? numberToDecimal(cell) : (parseAmount(cell, '.') ?? parseAmount(cell, ','))
  if (amount === null) return
  if (amount.units < 0) entry.isMinus = true
  else if (amount.units > 0) entry.isPlus = true
}
