import type { Format } from '../core/import/format.js'

/** Amazon's settlement reports, old and new, and the transactions of a date range: fees and payouts a row, no buyers, nothing to import. */
export const amazonSettlement: Format = {
  name: 'amazon-settlement',
  platform: 'amazon',
  kind: 'payouts',
  words: { en: { title: 'Amazon settlement report' }, zh: { title: '亚马逊结算报告' } },
  must: [
    ['settlement id'],
    [
      ...['settlement start date', 'transaction type', 'amount type', 'amount description'],
      ...['shipment fee type', 'price type', 'product sales', 'selling fees'],
    ],
  ],
  any: [
    ...['settlement start date', 'settlement end date', 'deposit date', 'total amount', 'transaction type', 'order id'],
    ...['amount type', 'amount description', 'posted date', 'price type', 'price amount', 'item related fee type'],
    ...['other transaction fees', 'fba fees', 'product sales', 'selling fees'],
  ],
  weight: 2,
  fields: { orderId: ['order id'] },
  buyerScope: 'platform',
}
