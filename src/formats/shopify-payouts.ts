import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

const noSales = bilingual(
  {
    holds: 'tells what Shopify paid out to you, without buyers',
    instead: 'Export the orders instead: in the Shopify admin under Orders, "Export", as a CSV file.',
  },
  {
    holds: '记的是 Shopify 给你的打款，没有买家',
    instead: '请改为导出订单：在 Shopify 后台“订单”页点“导出”，选 CSV 文件。',
  },
)

/** Shopify's payouts: a row for each transfer to the shop's bank. */
export const shopifyPayouts: Format = {
  name: 'shopify-payouts',
  platform: 'shopify',
  kind: 'payouts',
  title: bilingual('Shopify payouts', 'Shopify 打款记录'),
  noSales,
  must: [['payout date'], ['charges', 'reserved funds', 'retried amount']],
  any: ['status', 'charges', 'refunds', 'adjustments', 'reserved funds', 'fees', 'retried amount', 'total', 'currency'],
  weight: 2,
  fields: {},
  buyerScope: 'shop',
}

/** The transactions behind them: a row for each charge and refund, by the order's name alone. */
export const shopifyPayoutTransactions: Format = {
  ...shopifyPayouts,
  name: 'shopify-payout-transactions',
  title: bilingual('Shopify payout transactions', 'Shopify 打款交易明细'),
  must: [['transaction date'], ['payout status', 'payout date', 'payout id'], ['net', 'fee', 'card brand']],
  any: [
    'type',
    'order',
    'card brand',
    'card source',
    'payout status',
    'payout date',
    'amount',
    'fee',
    'net',
    'checkout',
  ],
  fields: { orderId: ['order'] },
}
