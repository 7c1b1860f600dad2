import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ImportJson, makeWorld } from '../support/world.js'

/** What the import of a sheet comes to; amounts in pounds. */
async function taken(...rows: readonly string[]) {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'sales.csv'), rows.join('\n'))
  const { code, stdout } = await world.crm('import', 'sales.csv', '--currency', 'GBP', '--json')
  const [file] = (JSON.parse(stdout) as ImportJson).files
  const { inserted, rejected } = file!.orders
  const net = file!.totals.reduce((sum, { netMinor }) => sum + netMinor, 0) / 100
  return { code, inserted, rejected, net, total: file!.skipped.total ?? 0, customers: file!.customers.inserted }
}

const ordered = ['2026-03-01,Ann Lee,Tea,2,20.10', '2026-03-02,Bob Ray,Tea,1,10.20']

describe('a row that sums up the ones above without saying so', () => {
  const two = { code: 0, inserted: 2, rejected: 0, net: 30.3, total: 1 }

  test.each([
    ['under the columns', ',,,3,30.30'],
    ['without its pieces', ',,,,30.30'],
    ['with the noise of doubles', ',,,3,30.299999999999997'],
  ])('%s is no item of the last order', async (_, sum) => {
    expect(await taken('Date,Customer,Item,Qty,Total', ...ordered, sum)).toMatchObject(two)
    expect(await taken('Date,Customer,Item,Qty,Total', ...ordered, ',,,,', sum)).toMatchObject(two)
    expect(await taken('日期,客户,商品,数量,金额', ...ordered, sum)).toMatchObject(two)
    const numbered = ordered.map((row, at) => `${at + 1},${row}`)
    expect(await taken('Order No,Date,Customer,Item,Qty,Total', ...numbered, `,${sum}`)).toMatchObject(two)
  })

  test('sums of months and one of all', async () => {
    const rows = [...ordered, ',,,3,30.30', '2026-04-01,Cy,Mug,1,5.00', ',,,1,5.00', ',,,4,35.30']
    expect(await taken('Date,Customer,Item,Qty,Total', ...rows)).toMatchObject({ inserted: 3, net: 35.3, total: 3 })
  })

  test('in a sheet that names no items', async () => {
    const rows = ['2026-03-01,Ann Lee,2,20.00', '2026-03-02,Bob Ray,1,10.00', ',,3,30.00']
    expect(await taken('Date,Customer,Qty,Total', ...rows)).toMatchObject({ inserted: 2, net: 30, total: 1 })
  })

  test('what is no sum, or names an item, goes on with the order above', async () => {
    const header = 'Date,Customer,Item,Qty,Total'
    expect(await taken(header, ...ordered, ',,Mug,1,30.30')).toMatchObject({ inserted: 2, net: 60.6, total: 0 })
    expect(await taken(header, ...ordered, ',,,1,4.00')).toMatchObject({ inserted: 2, net: 34.3, total: 0 })
  })
})

describe('a row without an order number', () => {
  const header = 'Order No,Date,Customer,Item,Total'

  test('goes on with the order above when it says nothing else of day and buyer', async () => {
    const rows = ['3,2026-03-08,Cat Fox,Tea,5.00', ',2026-03-08,Cat Fox,Mug,3.00', ',,,Bag,2.00']
    expect(await taken(header, ...rows)).toMatchObject({ code: 0, inserted: 1, net: 10 })
  })

  test('with another buyer or another day is nobody else’s: it is rejected by itself', async () => {
    for (const other of [',2026-03-08,Dan Elk,Tea,3.00', ',2026-03-09,,Payout,-3.00', ',2026-03-09,Dan Elk,Tea,3.00']) {
      const found = await taken(header, '3,2026-03-08,Cat Fox,Tea,5.00', other, '4,2026-03-10,Eve Owl,Tea,4.00')
      expect(found).toMatchObject({
        inserted: 2 + (other.includes('-3') ? 1 : 0),
        net: 9 - (other.includes('-3') ? 3 : 0),
      })
      expect(found.rejected).toBe(other.includes('-3') ? 0 : 1)
    }
  })
})

describe('a sheet of returns', () => {
  test.each([
    [
      'Return No,Return Date,Customer,Item,Refund,Reason',
      'R1,2026-03-05,Ann Lee,Tea,40.00,broken',
      'R2,2026-03-06,Bob Ray,Mug,10.50,late',
    ],
    [
      '退货单号,退货日期,客户,商品,退货金额,原因',
      'R1,2026-03-05,安娜,茶,40.00,破损',
      'R2,2026-03-06,鲍勃,杯,10.50,晚到',
    ],
    ['退货日期,客户,商品,退款金额', '2026-03-05,安娜,茶,40.00', '2026-03-06,鲍勃,杯,10.50'],
  ])('gives money back on its days: %s', async (...rows) => {
    expect(await taken(...rows)).toMatchObject({ code: 0, inserted: 2, net: -50.5, customers: 2 })
  })
})

describe('what is no sale at all is not read as one', () => {
  test.each([
    ['Quote No,Quote Date,Customer,Amount,Valid until', 'Q1,2026-03-01,Ann Lee,100.00,2026-04-01'],
    ['PO Number,Date,Supplier,Item,Total', 'P1,2026-03-01,Mill Ltd,Cloth,1000.00'],
  ])('%s', async (...rows) => {
    const world = makeWorld()
    writeFileSync(join(world.folder, 'sales.csv'), rows.join('\n'))
    const { code } = await world.crm('import', 'sales.csv', '--currency', 'GBP')
    expect(code).toBe(65)
  })
})

describe('what Amazon paid out is refused by its name, with what to export instead', () => {
  const v2 =
    'settlement-id,settlement-start-date,settlement-end-date,deposit-date,total-amount,currency,transaction-type,order-id,merchant-order-id,adjustment-id,shipment-id,marketplace-name,amount-type,amount-description,amount,fulfillment-id,posted-date,posted-date-time,order-item-code,sku,quantity-purchased'
  const v1 =
    'settlement-id,settlement-start-date,settlement-end-date,deposit-date,total-amount,currency,transaction-type,order-id,shipment-fee-type,shipment-fee-amount,posted-date,order-item-code,sku,quantity-purchased,price-type,price-amount,item-related-fee-type,item-related-fee-amount'
  const range =
    'date/time,settlement id,type,order id,sku,description,quantity,marketplace,product sales,selling fees,fba fees,other,total'

  test.each([v2, v1, range])('%s', async (header) => {
    for (const mark of [',', '\t']) {
      const world = makeWorld()
      const cells = header.split(',').map((name) => {
        if (/date/.test(name)) return '2026-03-01'
        return /amount|sales|fees|total/.test(name) ? '12.50' : 'x1'
      })
      writeFileSync(join(world.folder, 'report.txt'), [header.replaceAll(',', mark), cells.join(mark)].join('\n'))
      const { code, stderr } = await world.crm('import', 'report.txt')
      expect([code, stderr]).toEqual([65, expect.stringContaining('Amazon settlement report')])
      expect(stderr).toContain('All Orders')
      expect((await world.crm('import', 'report.txt', '--lang', 'zh')).stderr).toContain('所有订单')
    }
  })
})

describe('a bill of a wallet', () => {
  test.each([
    [
      '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号',
      '2026-03-01 10:00:00,转账,安娜,茶,收入,¥95.00,零钱,已存入零钱,1000050001',
      '2026-03-02 10:00:00,商户消费,超市,牛奶,支出,¥20.00,零钱,支付成功,1000050002',
      '2026-03-03 10:00:00,零钱提现,银行,/,/,¥70.00,银行,提现已到账,1000050003',
      '2026-03-04 10:00:00,二维码收款,鲍勃,杯,收入,¥50.00,零钱,已存入零钱,1000050004',
    ],
    [
      'Date,Customer,Note,Income/Expense,Amount',
      '2026-03-01,Ann Lee,tea,Income,95.00',
      '2026-03-02,Grocer,milk,Expense,20.00',
      '2026-03-02,Bank,cash,,70.00',
      '2026-03-04,Bob Ray,mug,Income,50.00',
    ],
  ])('counts what came in, and says how many rows are no sale (%s)', async (...rows) => {
    const world = makeWorld()
    writeFileSync(join(world.folder, 'sales.csv'), rows.join('\n'))
    const { code, stdout } = await world.crm('import', 'sales.csv', '--json')
    const [file] = (JSON.parse(stdout) as ImportJson).files
    expect(code).toBe(0)
    expect(file).toMatchObject({ orders: { inserted: 2, rejected: 0 }, skipped: { 'not-a-sale': 2 } })
    expect(file!.totals.map(({ netMinor }) => netMinor)).toEqual([14500])
  })
})

describe('a sheet of money without sales is refused as what it is', () => {
  test.each([
    ['支出明细', 'tells what was spent', '日期,支出项目,金额,经手人', '2026-03-01,房租,2000,小王'],
    ['费用', 'tells what was spent', '日期,费用,金额', '2026-03-01,房租,2000'],
    ['expenses', 'tells what was spent', 'Date,Expense category,Amount', '2026-03-01,Rent,2000.00'],
    ['a shop by day', 'sums up how many orders', '店铺,日期,订单数,销售额,客单价', '淘宝,2026-03-01,10,1000,100'],
    ['days in English', 'sums up how many orders', 'Date,Orders,Net sales', '2026-03-01,10,1000.00'],
    [
      'payouts',
      'what Shopify paid out',
      'Payout Date,Status,Charges,Refunds,Fees,Total',
      '2026-03-15,paid,500,-20,-15,465',
    ],
    [
      'their transactions',
      'what Shopify paid out',
      'Transaction Date,Type,Order,Payout Status,Amount,Fee,Net',
      '2026-03-15,charge,#1001,paid,50.00,1.75,48.25',
    ],
  ])('%s', async (_, holds, ...rows) => {
    const world = makeWorld()
    writeFileSync(join(world.folder, 'money.csv'), rows.join('\n'))
    const { code, stderr } = await world.crm('import', 'money.csv')
    expect([code, stderr]).toEqual([65, expect.stringContaining(holds)])
    expect(stderr).toMatch(/instead: /)
  })

  test.each([
    ['an order with what it cost', '日期,订单号,客户,金额,费用', '2026-03-01,A1,王芳,100.00,3.00'],
    ['a bill with its expenses', '日期,收支,支出项目,客户,金额', '2026-03-01,收入,,王芳,100.00'],
    ['a customer’s orders counted beside', 'Date,Customer,Orders,Amount', '2026-03-01,Ann Lee,3,100.00'],
  ])('%s is read', async (_, ...rows) => {
    expect(await taken(...rows)).toMatchObject({ code: 0, inserted: 1, net: 100 })
  })
})
