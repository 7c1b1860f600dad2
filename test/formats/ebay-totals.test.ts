import { expect, test } from 'vitest'
import { emptyShop } from '../commands/shop.js'

const header =
  'Sales Record Number,Order Number,Buyer Username,Item Title,Quantity,Sold For,Shipping And Handling,eBay Collected Tax,Total Price,eBay Collected Tax and Fees Included in Total,Sale Date,Paid On Date'

/** What one eBay order of one item comes to. */
async function totalOf(cells: string) {
  const shop = emptyShop()
  shop.write('orders.csv', [header, `1,14-1,heron,Tin,${cells},Sep-27-26,Sep-27-26`])
  const { files } = (await shop.json('import', 'orders.csv')) as unknown as {
    files: { totals: { currency: string; grossMinor: number; refundMinor: number }[]; status: Record<string, number> }[]
  }
  const { totals, status } = files[0]!
  const said = Object.keys(status).filter((word) => status[word]! > 0)
  return [totals[0]!.currency, totals[0]!.grossMinor, totals[0]!.refundMinor, ...said]
}

test.each([
  ['tax in the total is taken off', '2,$10.00,$5.00,$2.00,$27.00,Yes', ['USD', 2500, 0, 'paid']],
  ['tax beside the total is not', '2,$10.00,$5.00,$2.00,$25.00,No', ['USD', 2500, 0, 'paid']],
  ['without a word the arithmetic says it is inside', '2,$10.00,$5.00,$2.00,$27.00,', ['USD', 2500, 0, 'paid']],
  ['without a word the arithmetic says it is beside', '2,$10.00,$5.00,$2.00,$25.00,', ['USD', 2500, 0, 'paid']],
  [
    'less than goods and shipping: a part went back',
    '2,$10.00,$5.00,,$18.50,',
    ['USD', 2500, 650, 'partially_refunded'],
  ],
  ['nothing left: all went back', '2,$10.00,$5.00,,$0.00,', ['USD', 2500, 2500, 'refunded']],
  ['more than goods and shipping is no matter', '2,£10.00,£5.00,,£26.00,', ['GBP', 2600, 0, 'paid']],
])('%s', async (_, cells, expected) => {
  expect(await totalOf(cells)).toEqual(expected)
})
