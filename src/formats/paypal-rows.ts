import type { Field } from '../core/import/field.js'
import type { Format, OrderCells, RowTexts } from '../core/import/format.js'
import type { OrderRecord, StatusWord } from '../core/import/record.js'

/** Types of rows that move money without selling anything, in the languages PayPal writes them in. */
const transfers =
  /\b(hold|release|fee|withdrawal|conversion|authori[sz]ation|deposit|transfer|mass pay\w*|postage|loan|interest)\b|einbehalt|freigabe|gebühr|abbuchung|umrechnung|autorisierung|überweisung|omrekening|opname|autorisatie|virement|autorisation|conversion/i

const refunds =
  /refund|reversal|chargeback|rückzahlung|rückerstattung|rückbuchung|storn|terugbetaling|terugboeking|remboursement|annulation|reembolso|rimborso/i

const sales = /payment|donation|web accept|zahlung|spende|betaling|paiement|pago|pagamento/i

/** What a row of PayPal's ledger is: a sale brings money in, a refund takes it out again. */
function kindOfRow(row: RowTexts): 'sale' | 'refund' | 'other' {
  const type = row.text('type')
  const isOut = /^[-−(]/.test(row.text('orderTotal'))
  if (transfers.test(type)) return 'other'
  if (refunds.test(type)) return isOut ? 'refund' : 'other'
  return sales.test(type) && !isOut ? 'sale' : 'other'
}

const statuses: Readonly<Record<string, StatusWord>> = {
  completed: 'paid',
  abgeschlossen: 'paid',
  voltooid: 'paid',
  terminé: 'paid',
  pending: 'pending',
  ausstehend: 'pending',
  'en attente': 'pending',
  denied: 'cancelled',
  canceled: 'cancelled',
  cancelled: 'cancelled',
  expired: 'cancelled',
  reversed: 'refunded',
  refunded: 'refunded',
  'partially refunded': 'partially_refunded',
}

/** A refund that was asked for or turned down gave nothing back. */
const isDone = (row: RowTexts): boolean => (statuses[row.text('status').toLowerCase()] ?? 'paid') === 'paid'

/** Rules both exports of PayPal's ledger share: sales are kept, refunds belong to the sale they name, all else is no sale. */
export const paypalRows = {
  platform: 'paypal',
  kind: 'orders',
  weight: 2,
  tells: 'payments',
  levels: { orderTotal: 'line', fee: 'line', shipping: 'line', tax: 'line' },
  buyerScope: 'shop',
  statuses,
  skip(row) {
    if (/^m[ée]mo$/i.test(row.text('effect'))) return 'not-a-sale'
    const kind = kindOfRow(row)
    return kind === 'sale' || (kind === 'refund' && isDone(row)) ? null : 'not-a-sale'
  },
  isRefund: (row) => kindOfRow(row) === 'refund',
  orderOf: (row) => (kindOfRow(row) === 'refund' && row.text('reference')) || row.text('orderId'),
  buyer(text: (field: Field) => string) {
    // On a refund the seller is the sender and the buyer gets the money.
    return refunds.test(text('type')) ? { email: text('account'), account: '' } : { account: '' }
  },
  settle(order: OrderRecord, cells: OrderCells) {
    if (order.feeMinor !== null) order.feeMinor = Math.abs(order.feeMinor)
    // It names no sale: it lowers what its customer brought in on its own day.
    if (order.kind === 'refund' && cells.text('reference') === '') order.kind = 'return'
  },
} as const satisfies Partial<Format>
