import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { etsyBuyer } from './etsy.js'

/** Etsy's payments: the sale once more, with fees and what was given back; it enriches the order it names. */
export const etsyPayments: Format = {
  name: 'etsy-payments',
  platform: 'etsy',
  kind: 'orders',
  title: bilingual('Etsy payments', 'Etsy 付款记录'),
  must: [['payment id'], ['posted gross']],
  any: ['buyer username', 'order id', 'gross amount', 'fees', 'net amount', 'listing amount', 'funds available'],
  weight: 2,
  tells: 'payments',
  fields: {
    orderId: ['order id'],
    placedAt: ['order date'],
    status: ['status'],
    channel: ['order type'],
    currency: ['currency'],
    buyerId: ['buyer username'],
    account: ['buyer'],
    buyerName: ['buyer name'],
    orderTotal: ['gross amount'],
    refundAmount: ['refund amount'],
    fee: ['fees'],
  },
  buyerScope: 'platform',
  dateOrder: 'mdy',
  statuses: { settled: 'paid', paid: 'paid' },
  buyer: etsyBuyer,
}
