import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ImportJson, makeWorld } from '../support/world.js'

const wechat = '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号'

/** What a bill comes to: sales, skipped rows, and what of them is left in fen. */
async function taken(...rows: readonly string[]) {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'bill.csv'), rows.join('\n'))
  const { code, stdout } = await world.crm('import', 'bill.csv', '--json')
  const [file] = (JSON.parse(stdout) as ImportJson).files
  const { stdout: said, stderr } = await world.crm('import', 'bill.csv', '--dry-run')
  const net = file!.totals.reduce((sum, { netMinor }) => sum + netMinor, 0)
  return {
    ...{ code, net, said: said + stderr, skipped: file!.skipped, status: file!.status },
    ...{ orders: file!.orders.inserted, waiting: file!.waitingRefunds },
  }
}

const sale = (state = '已存入零钱', number = 'T1', merchant = 'M1') =>
  `2026-03-01 10:00:00,二维码收款,安娜,茶,收入,¥50.00,零钱,${state},${number},${merchant}`
const back = (amount = '12.00', merchant = 'M1', state = '支付成功') =>
  `2026-03-04 10:00:00,二维码收款-退款,安娜,茶,支出,¥${amount},零钱,${state},T9,${merchant}`

describe('a refund inside the bill of a wallet', () => {
  test.each([
    ['已退款(￥12.00)', 3800, 'partially_refunded'],
    ['已退款（￥12.00）', 3800, 'partially_refunded'],
    ['部分退款￥0.05', 4995, 'partially_refunded'],
    ['已退款12元', 3800, 'partially_refunded'],
    ['已退款(￥50.00)', 0, 'refunded'],
    ['已全额退款', 0, 'refunded'],
    ['对方已退还', 0, 'refunded'],
    ['已存入零钱', 5000, 'paid'],
    ['退款中(￥12.00)', 5000, 'unknown'],
  ])('told by the state of the sale: %s', async (state, net, status) => {
    const found = await taken(wechat, sale(state))
    expect(found).toMatchObject({ code: 0, net, orders: 1, status: { [status]: 1 } })
  })

  test('on a row of its own that bears the number of the sale, below it or above', async () => {
    expect(await taken(wechat, sale(), back())).toMatchObject({ code: 0, net: 3800, orders: 1, waiting: 0 })
    expect(await taken(wechat, back(), sale())).toMatchObject({ code: 0, net: 3800, orders: 1, waiting: 0 })
    const others = [sale('已存入零钱', 'T2', 'M2'), sale('已存入零钱', 'T3', '/')]
    expect(await taken(wechat, back(), ...others, sale())).toMatchObject({ net: 13800, orders: 3 })
    expect(await taken(wechat, back('5.00'), back('7.01'), sale())).toMatchObject({ net: 3799, orders: 1 })
  })

  test('told by the state and by a row is taken off once', async () => {
    expect(await taken(wechat, sale('已退款(￥12.00)'), back('12.00', 'M1', '已退款(￥12.00)'))).toMatchObject({
      net: 3800,
    })
    expect(await taken(wechat, back('50.00'), sale('已全额退款'))).toMatchObject({ net: 0 })
    // The bill ends before the second refund.
    expect(await taken(wechat, sale('已退款(￥12.00)'), back('5.00'))).toMatchObject({ net: 3800 })
    expect(await taken(wechat, back('5.00'), sale('已全额退款'))).toMatchObject({ net: 0 })
  })

  test('told by a later bill, in its state or on a row, is taken off; the earlier bill again changes nothing', async () => {
    for (const later of [[sale('已退款(￥12.00)')], [back()], [back(), sale('已退款(￥12.00)')]]) {
      const world = makeWorld()
      writeFileSync(join(world.folder, 'march.csv'), [wechat, sale()].join('\n'))
      writeFileSync(join(world.folder, 'april.csv'), [wechat, ...later].join('\n'))
      for (const file of ['march.csv', 'april.csv', 'march.csv']) expect((await world.crm('import', file)).code).toBe(0)
      const { rows } = (await world.crm('list', '--json')).json<{ rows: { netMinor: number }[] }>()
      expect(rows).toMatchObject([{ netMinor: 3800 }])
    }
  })

  test('that names no sale is told with its amount', async () => {
    const found = await taken(wechat, sale(), back('12.00', '/'))
    expect(found).toMatchObject({ code: 0, net: 5000, orders: 1, skipped: { refund: 1 } })
    expect(found.said).toContain('¥12.00 was given back and the row does not say for which sale: not taken off')
  })

  test('that names a sale of another bill waits, and is told with its amount', async () => {
    const found = await taken(wechat, sale(), back('12.00', 'M7'))
    expect(found).toMatchObject({ net: 5000, orders: 1, waiting: 1 })
    expect(found.said).toContain('M7 (12.00 CNY)')
  })

  test('that failed gives nothing back', async () => {
    expect(await taken(wechat, sale(), back('12.00', 'M1', '退款失败'))).toMatchObject({ net: 5000, waiting: 0 })
  })

  test('is none of a sale where the shop’s owner bought something', async () => {
    const bought = [
      '2026-03-05 10:00:00,商户消费,超市,牛奶,支出,¥20.00,零钱,已退款(￥8.00),T5,M5',
      '2026-03-06 10:00:00,超市-退款,超市,牛奶,收入,¥8.00,零钱,已退款(￥8.00),T6,M5',
      '2026-03-07 10:00:00,转账,老王,转账备注:货款,支出,¥30.00,零钱,对方已退还,T7,/',
    ]
    expect(await taken(wechat, sale(), ...bought)).toMatchObject({
      ...{ net: 5000, orders: 1, waiting: 0 },
      skipped: { 'not-a-sale': 3 },
    })
  })
})

describe('a bill of Alipay', () => {
  const header =
    '交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注'

  test('takes off what bears the shop’s order number', async () => {
    const found = await taken(
      header,
      '2026-03-04 10:00:00,退款,安娜,an***@example.com,退款-茶,支出,20.50,余额,退款成功,A1_R1,S1,',
      '2026-03-01 10:00:00,收入,安娜,an***@example.com,茶,收入,50.00,余额,交易成功,A1,S1,',
      '2026-03-01 11:00:00,日用百货,超市,shop@example.com,牛奶,支出,9.00,余额,交易成功,A2,S2,',
      '2026-03-02 11:00:00,退款,超市,shop@example.com,退款-牛奶,不计收支,9.00,余额,退款成功,A2_R,S2,',
    )
    expect(found).toMatchObject({ code: 0, net: 2950, orders: 1, waiting: 0, skipped: { 'not-a-sale': 2 } })
  })
})

test('a bill of Alipay with a column of what was given back of each row takes it off once', async () => {
  const header = '交易号,商家订单号,付款时间,类型,交易对方,商品名称,金额（元）,收/支,交易状态,成功退款（元）'
  const sold = '2026030222001,S112,2026-03-02 10:01:00,即时到账交易,安娜,茶杯,60.00,收入,交易成功,15.00'
  const bought = '2026030322001,S113,2026-03-03 10:00:00,即时到账交易,供应商,包装,30.00,支出,交易成功,5.00'
  const back = '2026030422001,S112,2026-03-04 10:00:00,退款,安娜,退款,15.00,支出,退款成功,0.00'
  const status = { partially_refunded: 1 }
  expect(await taken(header, sold, bought)).toMatchObject({ code: 0, net: 4500, status })
  expect(await taken(header, sold, bought, back)).toMatchObject({ code: 0, net: 4500, status })
})

test('what the owner notes beside a sale leaves it a sale; beside an expense it says what that was', async () => {
  const found = await taken(
    '日期,客户,备注,收支,金额',
    '2026-03-01,安娜,退款处理中,收入,50.00',
    '2026-03-02,安娜,退款 茶,支出,12.00',
  )
  expect(found).toMatchObject({ net: 5000, orders: 1, skipped: { refund: 1 } })
})

test('a bill in English', async () => {
  const found = await taken(
    'Date,Customer,Type,Income/Expense,Amount,Order No',
    '2026-03-01,Ann Lee,Sale,Income,95.00,7',
    '2026-03-03,Ann Lee,Refund,Expense,20.00,7',
    '2026-03-04,Bob Ray,Refund,Expense,3.00,',
    '2026-03-04,Grocer,Milk,Expense,4.00,8',
  )
  expect(found).toMatchObject({ net: 7500, orders: 1, skipped: { refund: 1, 'not-a-sale': 1 } })
})
