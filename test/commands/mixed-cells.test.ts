import { describe, expect, test } from 'vitest'
import { emptyShop } from './shop.js'

/** What an import counts of a sheet, in minor units, with what it says. */
async function imported(...rows: readonly string[]) {
  const shop = emptyShop()
  shop.write('o.csv', rows)
  const { out, err } = await shop.crm('import', 'o.csv', '--currency', 'CNY', '--dry-run')
  const { out: json } = await shop.crm('import', 'o.csv', '--currency', 'CNY', '--json')
  const [file] = (JSON.parse(json) as { files: FileJson[] }).files
  const { totals, status, orders, issues } = file!
  return {
    gross: totals[0]?.grossMinor ?? 0,
    refund: totals[0]?.refundMinor ?? 0,
    states: Object.fromEntries(Object.entries(status).filter(([, count]) => count > 0)),
    rejected: orders.rejected,
    codes: issues.map(({ code }) => code).sort(),
    said: out + err,
    shop,
  }
}

interface FileJson {
  totals: { grossMinor: number; refundMinor: number }[]
  status: Record<string, number>
  orders: { rejected: number }
  issues: { code: string }[]
}

describe('a discount that is a rate', () => {
  test('rejects no order whose amount stands on its own, and is said once', async () => {
    const found = await imported(
      '日期,客户,金额,折扣',
      '2026-02-01,张三,90.00,9折',
      '2026-02-02,李四,85.00,八五折',
      '2026-02-03,王五,50.00,10',
      '2026-02-04,赵六,40.00,',
    )
    expect(found).toMatchObject({ gross: 26500, rejected: 0, codes: ['discount.beside'] })
    expect(found.said).toContain('o.csv › row 2 › 折扣')
    expect(found.said).not.toContain('row 3')
  })

  test.each([
    ['9折', 90],
    ['九折', 90],
    ['8.5折', 85],
    ['85折', 85],
    ['八五折', 85],
    ['八折', 80],
    ['打9折', 90],
    ['会员9.5折', 95],
    ['9折（老客户）', 90],
    ['对折', 50],
    ['半价', 50],
    ['10%', 90],
    ['-5%', 95],
    ['12.5 %', 87.5],
    ['10% off', 90],
    ['优惠10%', 90],
    ['１０％', 90],
  ])('%s leaves %d of 100', async (rate, left) => {
    const found = await imported('日期,客户,商品,单价,数量,优惠', `2026-02-01,张三,茶,100.00,1,${rate}`)
    expect(found).toMatchObject({ gross: left * 100, rejected: 0, codes: ['discount.rate'] })
  })

  test('is taken off price times quantity, rounded once, beside discounts in money', async () => {
    const found = await imported(
      'Date,Customer,Item,Price,Qty,Discount,Shipping',
      '2026-02-01,Ann,Tea,33.33,3,10%,5.00',
      '2026-02-02,Bob,Tea,20.00,2,5,5.00',
      '2026-02-03,Cid,Tea,20.00,1,-5,',
      '2026-02-04,Dan,Tea,20.00,1,¥5,',
      '2026-02-05,Eve,Tea,20.00,1,none,',
    )
    expect(found).toMatchObject({
      gross: 8999 + 500 + 4000 + 1500 + 1500 + 2000,
      rejected: 0,
      codes: ['discount.rate'],
    })
  })

  test('may have its unit in the header', async () => {
    for (const [header, rate] of [
      ['折扣(折)', '9'],
      ['Discount (%)', '10'],
      ['优惠（%）', '10'],
    ] as const) {
      const found = await imported(`日期,客户,商品,单价,数量,${header}`, `2026-02-01,张三,茶,100.00,1,${rate}`)
      expect(found).toMatchObject({ gross: 9000, codes: ['discount.rate'] })
    }
  })

  test('is taken off what came back', async () => {
    const shop = emptyShop()
    shop.write('o.csv', ['日期,客户,商品,单价,数量,折扣,退回', '2026-02-01,张三,茶,100.00,2,9折,1'])
    const { out } = await shop.crm('import', 'o.csv', '--currency', 'CNY', '--map', 'returnedQuantity=退回')
    expect(out).toContain('paid 180.00, refunded 90.00')
  })

  test('is of its own row; where others of the order have none, that is told', async () => {
    const found = await imported(
      '单号,日期,客户,商品,单价,数量,折扣',
      'A1,2026-02-01,张三,茶,100.00,1,9折',
      'A1,2026-02-01,张三,杯,50.00,1,',
      'A2,2026-02-02,李四,茶,100.00,1,8折',
      'A2,2026-02-02,李四,杯,50.00,1,8折',
    )
    expect(found).toMatchObject({ gross: 9000 + 5000 + 12000, codes: ['discount.rate', 'discount.row'] })
    expect(found.said).toContain('A1')
  })

  test('is not taken off once more where the sum of the row has it off', async () => {
    const found = await imported(
      '日期,客户,商品,单价,数量,折扣,小计',
      '2026-02-01,张三,茶,100.00,2,9折,180.00',
      '2026-02-02,李四,茶,100.00,1,9折,100.00',
    )
    expect(found).toMatchObject({ gross: 18000 + 9000, rejected: 0 })
  })

  test('that is not understood rejects only an order whose amount depends on it', async () => {
    const stated = await imported('日期,客户,金额,折扣', '2026-02-01,张三,90.00,会员价', '2026-02-02,李四,80.00,#N/A')
    expect(stated).toMatchObject({ gross: 17000, rejected: 0, codes: ['discount.ignored'] })
    expect(stated.said).toContain('o.csv › row 2 › 折扣')
    expect(stated.said).toContain('“会员价”'.slice(1, -1))
    const priced = await imported(
      '日期,客户,商品,单价,数量,折扣',
      '2026-02-01,张三,茶,100.00,1,会员价',
      '2026-02-02,李四,茶,100.00,1,原价',
    )
    expect(priced).toMatchObject({ gross: 10000, rejected: 1, codes: ['discount.unclear'] })
  })

  test('90% under 折扣 may be what is paid or what is taken off', async () => {
    const found = await imported('日期,客户,商品,单价,数量,折扣', '2026-02-01,张三,茶,100.00,1,90%')
    expect(found).toMatchObject({ gross: 0, rejected: 1, codes: ['discount.unclear'] })
    const stated = await imported('日期,客户,金额,折扣', '2026-02-01,张三,100.00,90%')
    expect(stated).toMatchObject({ gross: 10000, rejected: 0 })
  })

  test('that a spreadsheet keeps as a fraction is told under names of money, a small amount is not', async () => {
    const header = '日期,客户,商品,单价,数量,优惠'
    const fraction = await imported(header, '2026-02-01,张三,茶,100.00,1,0.9', '2026-02-02,李四,茶,100.00,1,0.85')
    expect(fraction).toMatchObject({ gross: 19825, codes: ['discount.fraction'] })
    expect(await imported(header, '2026-02-01,张三,茶,5.00,1,0.5')).toMatchObject({ gross: 450, codes: [] })
  })

  test('of a row that was cancelled says nothing of the order', async () => {
    const found = await imported(
      '单号,日期,客户,商品,单价,数量,折扣,状态',
      'A1,2026-02-01,张三,茶,100.00,1,9折,已付款',
      'A1,2026-02-01,张三,杯,50.00,1,会员价,已取消',
    )
    expect(found).toMatchObject({ gross: 9000, rejected: 0 })
  })
})

describe('one column of amounts and answers', () => {
  test.each([
    ['Refunded', 'Full', 'no'],
    ['Refunded', 'yes', ''],
    ['是否退款', '是', '否'],
    ['退款', '全额', '无'],
    ['退款金额', '全部退款', '没有'],
    ['Refund', 'fully refunded', '-'],
  ])('%s: amounts, %s or %s', async (header, whole, none) => {
    const found = await imported(
      `日期,客户,金额,${header}`,
      '2026-02-01,张三,50.00,15.00',
      `2026-02-02,李四,30.00,${whole}`,
      `2026-02-03,王五,40.00,${none}`,
      '2026-02-04,赵六,20.00,',
      '2026-02-05,孙七,20.00,0',
      '2026-02-06,周八,20.00,1',
    )
    expect(found).toMatchObject({ gross: 18000, refund: 1500 + 3000 + 100, rejected: 0, codes: [] })
    expect(found.states).toEqual({ paid: 3, refunded: 1, partially_refunded: 2 })
  })

  test('whichever of them prevails', async () => {
    const answers = ['是', '否', '否', '是'].map((word, at) => `2026-02-0${at + 1},客${at},10.00,${word}`)
    expect(await imported('日期,客户,金额,是否退款', ...answers, '2026-02-05,张三,50.00,20')).toMatchObject({
      ...{ gross: 9000, refund: 4000 },
    })
    const amounts = [2, 3, 4, 5].map((back, at) => `2026-02-0${at + 1},客${at},10.00,${back}.00`)
    expect(await imported('日期,客户,金额,退款', ...amounts, '2026-02-05,张三,50.00,全额')).toMatchObject({
      ...{ gross: 9000, refund: 6400 },
    })
  })

  test('a part without its amount is told', async () => {
    for (const word of ['部分', '部分退款', 'partial', 'Partly']) {
      const found = await imported(
        '日期,客户,金额,退款',
        '2026-02-01,张三,50.00,15.00',
        `2026-02-02,李四,30.00,${word}`,
        '2026-02-03,王五,20.00,全额',
      )
      expect(found).toMatchObject({ gross: 10000, refund: 3500, rejected: 0, codes: ['refund.part'] })
      expect(found.said).toContain('row 3')
    }
  })

  test('with decimal commas, and what is neither is told', async () => {
    const shop = emptyShop()
    const rows = ['03.02.2026;Ann;1.000,00;100,50', '04.02.2026;Bob;30,00;ja', '05.02.2026;Cid;40,00;Gutschein']
    shop.write('o.csv', ['Datum;Kunde;Betrag;Erstattet', ...rows])
    const { out } = await shop.crm('import', 'o.csv', '--currency', 'EUR')
    expect(out).toContain('paid 1,070.00, refunded 130.50')
    expect(out).toContain('status words not known here: Gutschein 1')
  })

  test('on rows of one order', async () => {
    const found = await imported(
      '单号,日期,客户,商品,金额,退款',
      'A1,2026-02-01,张三,茶,20.00,全额',
      'A1,2026-02-01,张三,杯,30.00,5.00',
      'A1,2026-02-01,张三,壶,40.00,',
    )
    expect(found).toMatchObject({ gross: 9000, refund: 2500, rejected: 0 })
  })

  test('of what was paid: a part is told, words are answers', async () => {
    for (const header of ['Paid', '已付']) {
      const found = await imported(
        `日期,客户,金额,${header}`,
        '2026-02-01,张三,100.00,50',
        '2026-02-02,李四,30.00,yes',
        '2026-02-03,王五,40.00,全款',
        '2026-02-04,赵六,20.00,',
        '2026-02-05,孙七,60.00,60',
      )
      expect(found).toMatchObject({ gross: 23000, states: { paid: 4, pending: 1 }, codes: ['order.part-paid'] })
    }
  })
})

describe('a column that asks whether an order was paid and says how', () => {
  test.each([
    ['付款', '微信', '支付宝'],
    ['Paid', 'cash', 'PayPal'],
    ['Bezahlt', 'Karte', 'Überweisung'],
    ['是否付款', '微信+支付宝', '现金（店里）'],
  ])('%s: a way of paying is a yes, a blank is none and told', async (header, one, other) => {
    const rows = [`2026-02-01,张三,20.00,${one}`, '2026-02-02,李四,30.00,', `2026-02-03,王五,40.00,${other}`]
    const found = await imported(`日期,客户,金额,${header}`, ...rows)
    expect(found).toMatchObject({ gross: 6000, states: { paid: 2, pending: 1 }, codes: ['orders.paid-how'] })
    expect(found.said).toContain(header)
  })

  test('but not under the name of the way itself, and not beside a state', async () => {
    const rows = ['2026-02-01,张三,20.00,微信', '2026-02-02,李四,30.00,', '2026-02-03,王五,40.00,支付宝']
    for (const header of ['支付方式', '付款方式', 'Payment method', 'Zahlungsart', 'Paid by', 'Paid with', 'Payment'])
      expect(await imported(`日期,客户,金额,${header}`, ...rows)).toMatchObject({ gross: 9000, codes: [] })
    const shipped = rows.map((row) => `${row},已发货`)
    expect(await imported('日期,客户,金额,付款,状态', ...shipped)).toMatchObject({ gross: 9000, codes: [] })
  })

  test('and nothing is told where every order has one', async () => {
    const rows = ['2026-02-01,张三,20.00,微信', '2026-02-02,李四,30.00,现金']
    expect(await imported('日期,客户,金额,付款', ...rows)).toMatchObject({ gross: 5000, codes: [] })
  })
})

describe('a sheet without one amount of an order', () => {
  test('of deposits and balances adds them up', async () => {
    for (const header of [
      '定金,尾款',
      '订金,余款',
      '预付款,尾款金额',
      'Deposit,Final payment',
      'Anzahlung,Restzahlung',
    ]) {
      const found = await imported(
        `日期,客户,${header}`,
        '2026-02-01,张三,100.00,400.00',
        '2026-02-02,李四,200.00,',
        '2026-02-03,王五,50.00,未付',
      )
      expect(found).toMatchObject({ gross: 75000, rejected: 0, codes: ['order.deposit', 'order.deposit-only'] })
      expect(found.said).toContain('row 3')
    }
  })

  test('whose balance comes in later is the same order', async () => {
    const { shop } = await imported('日期,客户,定金,尾款', '2026-02-02,李四,200.00,')
    shop.write('o.csv', ['日期,客户,定金,尾款', '2026-02-02,李四,200.00,300.00'])
    const { out } = await shop.crm('import', 'o.csv', '--currency', 'CNY')
    expect(out).toContain('0 new, 1 updated')
    expect(out).toContain('paid 500.00')
  })

  test('but a total counts where there is one', async () => {
    const rows = ['2026-02-01,张三,100.00,400.00,450.00', '2026-02-02,李四,200.00,,600.00']
    const found = await imported('日期,客户,定金,尾款,金额', ...rows)
    expect(found).toMatchObject({ gross: 105000, codes: ['order.part-paid', 'order.parts-differ'] })
    expect(found.said).toContain('row 2')
  })

  test.each([
    ['日期,客户,收入,支出', 'orderTotal="收入"', ''],
    ['Date,Customer,Debit,Credit', 'orderTotal="Credit"', 'name that one instead: Debit'],
    ['Date,Customer,Money in,Money out', 'orderTotal="Money in"', ''],
    ['Date,Customer,Deposit,Withdrawal,Balance', 'orderTotal="Deposit"', ''],
  ])('%s: what came in is not what was sold, and the line to type says so', async (header, pair, debit) => {
    const shop = emptyShop()
    const blank = header.includes('Balance') ? ',100.00' : ''
    shop.write('o.csv', [header, `2026-02-01,张三,100.00,${blank}`, `2026-02-02,李四,,50.00${blank}`])
    const { code, err } = await shop.crm('import', 'o.csv')
    expect(code).toBe(65)
    expect(err).toContain('what came in')
    expect(err).toContain(`crm import o.csv --map ${pair}`)
    expect(err.includes('accounts')).toBe(debit !== '')
    expect(err).toContain(debit)
  })
})

test('a discount of more than the order comes to is not understood, and no refund', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', [
    '日期,客户,商品,数量,单价,折扣',
    '2026-03-05,王芳,茶,2,50,10',
    '2026-03-16,李雷,茶,1,80,100',
  ])
  const { code, err } = await shop.crm('import', 'orders.csv')
  expect([code, err]).toEqual([
    3,
    expect.stringMatching(/rejected: .*row 3 › 折扣: how much "100" takes off is not clear/),
  ])
  expect((await shop.json('list')).rows).toMatchObject([{ name: '王芳', netMinor: 9000 }])
})
