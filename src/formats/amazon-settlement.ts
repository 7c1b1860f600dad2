import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/** Amazon's settlement reports, old and new, and the transactions of a date range: fees and payouts a row, no buyers, nothing to import. */
export const amazonSettlement: Format = {
  name: 'amazon-settlement',
  platform: 'amazon',
  kind: 'payouts',
  title: bilingual('Amazon settlement report', '亚马逊结算报告'),
  noSales: bilingual(
    {
      holds: 'tells what was paid out to you and which fees were kept, without buyers',
      instead:
        'Export the orders instead: in Seller Central under Reports, Fulfillment or Orders, the report "All Orders" (or "Order Report" for what you ship yourself).',
    },
    {
      holds: '记的是平台打款和扣费，没有买家',
      instead: '请改为导出订单：在卖家平台的“报告”里下载“所有订单”报告（自发货的下载“订单报告”）。',
    },
  ),
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
