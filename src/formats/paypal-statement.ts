import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { paypalRows } from './paypal-rows.js'

/** PayPal's monthly statement: the same ledger with fewer columns, the type of a row in its description. */
export const paypalStatement: Format = {
  ...paypalRows,
  name: 'paypal-statement',
  title: bilingual('PayPal statement', 'PayPal 对账单'),
  must: [['transaction id'], ['description'], ['from email address'], ['gross']],
  any: ['reference txn id', 'bank account', 'bank name', 'balance', 'invoice id', 'net'],
  not: ['balance impact', 'type'],
  fields: {
    orderId: ['transaction id'],
    lineId: ['transaction id'],
    reference: ['reference txn id'],
    placedAt: ['date'],
    time: ['time'],
    type: ['description'],
    currency: ['currency'],
    buyerName: ['name'],
    email: ['from email address'],
    orderTotal: ['gross'],
    shipping: ['shipping and handling amount'],
    tax: ['sales tax'],
    fee: ['fee'],
  },
  dateOrder: 'mdy',
}
