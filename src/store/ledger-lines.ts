import { readNumbers } from './bulk-read.js'
import type { Ledger } from './ledger.js'

/** Every line of the ledger by its id: the id of its product (0 without one), pieces and minor units; NaN where it names none. */
export interface LedgerLines {
  readonly product: Int32Array
  readonly quantity: Float64Array
  readonly amountMinor: Float64Array
}

/** A whole REAL crosses as an integer: twice as fast to take apart as 6.0. */
export const pieces = 'iif(l.quantity = CAST(l.quantity AS INTEGER), CAST(l.quantity AS INTEGER), l.quantity)'

/** Reads the lines of all orders with their amounts. */
export function ledgerLines(ledger: Ledger): LedgerLines {
  const size = ((ledger.db.prepare('SELECT max(id) FROM line').pluck().get() as number | null) ?? 0) + 1
  const lines = {
    product: new Int32Array(size),
    quantity: new Float64Array(size),
    amountMinor: new Float64Array(size),
  }
  const values = ['l.id', 'l.product_id', pieces, 'l.amount_minor']
  readNumbers(ledger, { values, table: 'line l', id: 'l.id' }, (row) => {
    lines.product[row[0]!] = Number.isNaN(row[1]) ? 0 : row[1]!
    lines.quantity[row[0]!] = row[2]!
    lines.amountMinor[row[0]!] = row[3]!
  })
  return lines
}
