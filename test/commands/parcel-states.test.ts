import { describe, expect, test } from 'vitest'
import { emptyShop } from './shop.js'

async function summary(header: string, rows: readonly string[]) {
  const shop = emptyShop()
  shop.write('orders.csv', [header, ...rows])
  const { err } = await shop.crm('import', 'orders.csv')
  const list = (await shop.json('list')).rows
  return { err, net: Object.fromEntries(list.map((row) => [row.name, row.netMinor])) }
}

const english = 'Order No,Date,Customer,Total,Payment method,Delivery status'

describe('a parcel nobody took', () => {
  test.each([
    [english, ['Refused', 'Returned to sender', 'In transit', 'Delivered', 'Not delivered', '']],
    ['订单号,日期,客户,金额,付款方式,签收状态', ['拒收', '已退回', '派送中', '已签收', '未签收', '']],
    ['訂單號,日期,客戶,金額,付款方式,物流狀態', ['拒收', '退回', '配送中', '已簽收', '未簽收', '']],
  ])('is no sale, and the row is named; one on its way is: %s', async (header, words) => {
    const rows = words.map((word, at) => `A${at},2026-03-0${at + 1},C${at},100,COD,${word}`)
    const { err, net } = await summary(header, rows)
    expect(net).toEqual({ C0: 0, C1: 0, C2: 10_000, C3: 10_000, C4: 10_000, C5: 10_000 })
    expect(err).toContain(`the parcel is "${words[0]}": not counted as a sale`)
    expect(err).toContain('row 3')
  })

  test('what was paid before is given back', async () => {
    const shop = emptyShop()
    shop.write('orders.csv', [
      'Order No,Date,Customer,Total,Paid,Delivery status',
      'A1,2026-03-01,Ann,100,yes,Refused',
      'A2,2026-03-02,Bob,50,yes,Delivered',
    ])
    expect((await shop.crm('import', 'orders.csv')).out).toMatch(/status: paid 1,? .*refunded 1/)
  })

  test('does not outweigh the state of the order, and the seller is told', async () => {
    const { err, net } = await summary(`${english},Status`, [
      'A1,2026-03-01,Ann,100,COD,Refused,Paid',
      'A2,2026-03-02,Bob,50,COD,Delivered,Cancelled',
      'A3,2026-03-03,Cid,30,COD,Refused,',
    ])
    expect(net).toEqual({ Ann: 10_000, Bob: 0, Cid: 0 })
    expect(err).toContain('row 2 › Delivery status: the parcel is "Refused", yet order A1 is counted as sold')
  })

  test('of an order in several parcels leaves the order a sale, and the seller is told', async () => {
    const { err, net } = await summary('Order No,Date,Customer,Item,Line Total,Delivery status', [
      'A1,2026-03-01,Ann,Tea,100,Delivered',
      'A1,2026-03-01,Ann,Cup,50,Refused',
    ])
    expect(net).toEqual({ Ann: 15_000 })
    expect(err).toContain('row 3 › Delivery status: the parcel is "Refused", yet order A1 is counted as sold')
  })
})
