import { describe, expect, test } from 'vitest'
import { emptyShop } from './shop.js'

const paypal =
  'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Reference Txn ID,Balance Impact'
const sale =
  '8/20/2026,10:00:00,PST,Ann,Website Payment,Completed,USD,50.00,-1.75,48.25,ann@example.com,shop@example.com,P1,,Credit'
const refund =
  '8/25/2026,10:00:00,PST,Ann,Payment Refund,Completed,USD,-20.00,0.60,-19.40,shop@example.com,ann@example.com,P2,P1,Debit'

async function listed(...files: readonly (readonly string[])[]) {
  const shop = emptyShop()
  for (const [at, rows] of files.entries()) {
    shop.write(`${at}.csv`, [paypal, ...rows])
    const { code, err } = await shop.crm('import', `${at}.csv`)
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  }
  const { rows } = await shop.json('list')
  return rows.map(({ name, orders, netMinor, lastOrderOn }) => [name, orders, netMinor, lastOrderOn])
}

describe('a refund on a row of its own', () => {
  const taken = [['Ann', 1, 3000, '2026-08-20']]

  test('is taken off the sale it names: its day and its sender are not those of the sale, above it or below', async () => {
    expect(await listed([sale, refund])).toEqual(taken)
    expect(await listed([refund, sale])).toEqual(taken)
  })

  test('is taken off when it comes in another file, before or after, or in both', async () => {
    expect(await listed([sale], [refund])).toEqual(taken)
    expect(await listed([refund], [sale])).toEqual(taken)
    expect(await listed([sale, refund], [refund])).toEqual(taken)
  })

  test('adds to those of other files, each once, in any order of months', async () => {
    const later = refund.replace('8/25', '9/05').replace('-20.00', '-10.00').replace('P2,', 'P3,')
    const months = [[sale, refund], [later], [refund, later], [sale, refund, later], [sale]]
    for (const [first, second, third] of [
      [0, 1, 0],
      [1, 0, 1],
      [2, 0, 1],
      [0, 1, 2],
      [3, 1, 2],
      [4, 1, 2],
      [1, 3, 4],
    ] as const)
      expect(await listed(months[first]!, months[second]!, months[third]!)).toEqual([['Ann', 1, 2000, '2026-08-20']])
  })

  test('lowers the net of its customer on its own day where it names no sale', async () => {
    expect(await listed([sale, refund.replace(',P1,Debit', ',,Debit')])).toEqual(taken)
  })

  test('that was asked for or turned down gives nothing back', async () => {
    expect(await listed([sale, refund.replace('Completed', 'Denied')])).toEqual([['Ann', 1, 5000, '2026-08-20']])
  })

  test('that names no sale is not counted where another export tells the orders of its days', async () => {
    const shop = emptyShop()
    const returned = refund.replace(',P1,Debit', ',,Debit')
    shop.write('paypal.csv', [paypal, sale, returned])
    shop.write('orders.csv', [
      'Order No,Order Date,Customer Name,Email,Total,Currency,Refund',
      'A,2026-08-19,Ann,ann@example.com,50.00,USD,20.00',
      'B,2026-08-30,Ann,ann@example.com,5.00,USD,',
    ])
    for (const files of [
      ['paypal.csv', 'orders.csv'],
      ['orders.csv', 'paypal.csv'],
    ]) {
      for (const file of files) expect((await shop.crm('import', file)).code).toBe(0)
      expect((await shop.json('list')).rows).toMatchObject([{ name: 'Ann', orders: 2, netMinor: 3500 }])
      for (const _ of files) await shop.crm('undo')
    }
  })

  test('does not make the fee of its sale a gain', async () => {
    const shop = emptyShop()
    shop.write('a.csv', [paypal, sale, refund])
    await shop.crm('import', 'a.csv')
    const { rows } = await shop.json('tier', '--by', 'profit')
    // 30.00 left, 1.75 of fees
    expect(rows[0]).toMatchObject({ valueMinor: 2825 })
  })
})

describe('headings name the customer of the rows below them', () => {
  const header = ',Date,Transaction Type,Num,Product/Service,Qty,Sales Price,Amount'

  test('each heading until the next, across totals, and rows that do not stand together', async () => {
    const shop = emptyShop()
    shop.write('sales.csv', [
      header,
      'Ann Example,,,,,,,',
      ',08/15/2026,Invoice,7,Tea,1,10.00,10.00',
      'Total for Ann Example,,,,,,,10.00',
      'Bob Sample,,,,,,,',
      ',08/16/2026,Invoice,8,Tea,2,10.00,20.00',
      ',08/17/2026,Invoice,9,Cup,1,4.00,4.00',
      ',08/16/2026,Invoice,8,Cup,1,4.00,4.00',
    ])
    expect((await shop.crm('import', 'sales.csv', '--currency', 'USD')).code).toBe(0)
    const { rows } = await shop.json('list')
    expect(rows.map(({ name, orders, netMinor }) => [name, orders, netMinor])).toEqual([
      ['Bob Sample', 2, 2800],
      ['Ann Example', 1, 1000],
    ])
  })

  test('rejected rows keep the name, and can be imported again once corrected', async () => {
    const shop = emptyShop()
    shop.write('sales.csv', [header, 'Ann Example,,,,,,,', ',08/15/2026,Invoice,7,Tea,1,x,ten'])
    expect((await shop.crm('import', 'sales.csv', '--currency', 'USD', '--rejects', 'wrong.csv')).code).toBe(3)
    const { readFileSync, writeFileSync } = await import('node:fs')
    const wrong = readFileSync(`${shop.dir}/wrong.csv`, 'utf8')
    writeFileSync(`${shop.dir}/wrong.csv`, wrong.replace('ten', '10.00').replace(',x,', ',10.00,'))
    expect((await shop.crm('import', 'wrong.csv', '--currency', 'USD')).code).toBe(0)
    expect((await shop.json('list')).rows[0]).toMatchObject({ name: 'Ann Example', netMinor: 1000 })
  })
})

test('a list of products is refused in words', async () => {
  const shop = emptyShop()
  shop.write('goods.csv', ['product_id,product_category_name,product_photos_qty', 'p1,tea,2'])
  const { code, err } = await shop.crm('import', 'goods.csv')
  expect(code).toBe(65)
  expect(err).toContain('is a list of products')
})

test('a fee in another currency than its charge is left out and said', async () => {
  const shop = emptyShop()
  shop.write('stripe.csv', [
    'id,Created date (UTC),Amount,Amount Refunded,Currency,Converted Currency,Fee,Status,Customer Email',
    'ch_1,2026-08-01 10:00:00,50.00,0.00,usd,eur,1.60,Paid,ann@example.com',
    'ch_2,2026-08-02 10:00:00,20.00,0.00,usd,usd,0.90,Paid,ann@example.com',
  ])
  const { out, err } = await shop.crm('import', 'stripe.csv')
  expect(out + err).toMatch(/EUR/)
  const { rows } = await shop.json('tier', '--by', 'profit')
  expect(rows[0]).toMatchObject({ valueMinor: 7000 - 90 })
})

describe('returns with a number of their own in a sheet kept by hand', () => {
  const head = 'Order No,Date,Customer,Total,Currency'
  const sheet = (number: string) => [
    head,
    '1001,2026-03-01,Ann Lee,120.00,USD',
    `${number},2026-03-05,Ann Lee,-50.00,USD`,
    ...[2, 3, 4, 5, 6].map((nth) => `RET-100${nth},2026-03-06,Ann Lee,-${nth}.00,USD`),
    '1002,2026-03-07,Ann Lee,20.00,USD',
  ]

  test('wait for the orders they name: the first are named with their amounts, and what to do', async () => {
    const shop = emptyShop()
    shop.write('orders.csv', sheet('RET-1001'))
    const { out } = await shop.crm('import', 'orders.csv')
    expect(out).toContain(
      'these refunds wait: RET-1001 (50.00 USD), RET-1002 (2.00 USD), RET-1003 (3.00 USD), RET-1004 (4.00 USD), RET-1005 (5.00 USD), and 1 more. Import the file with these orders. Where the number is the return',
    )
    expect(out).toContain('crm imports; then crm undo NUMBER), clear the number')
    const zh = await shop.crmIn({ env: { CRM_LANG: 'zh', CRM_DB: 'zh.db' } }, 'import', 'orders.csv')
    expect(zh.out).toContain('RET-1001（50.00 USD）')
    expect(zh.out).toContain('crm undo 批次')
  })

  test('count on their own day once the number is cleared, as it says', async () => {
    const shop = emptyShop()
    shop.write('orders.csv', sheet('RET-1001'))
    await shop.crm('import', 'orders.csv')
    await shop.crm('undo', '1')
    shop.write('orders.csv', sheet(''))
    const { out } = await shop.crm('import', 'orders.csv')
    expect(out).toContain('paid 140.00, refunded 50.00, net 90.00')
    expect(out).not.toContain('RET-1001')
  })

  test('of an order in another currency say which', async () => {
    const shop = emptyShop()
    shop.write('orders.csv', [head, '1001,2026-03-01,Ann Lee,120.00,USD'])
    shop.write('refunds.csv', [head, '1001,2026-03-05,Ann Lee,-50.00,EUR', '9,2026-03-05,Bo,8.00,EUR'])
    await shop.crm('import', 'orders.csv')
    const { out } = await shop.crm('import', 'refunds.csv')
    expect(out).toContain('1001 (50.00 EUR; the order is in USD)')
  })
})

describe('a row with a minus under the number of its sale', () => {
  const header = 'Order,Date,Buyer,Amount'
  const [sale, back, more] = ['1,2026-03-01,Ann,100', '1,2026-03-05,Ann,-40', '1,2026-03-10,Ann,-30']

  async function net(...files: readonly (readonly string[])[]) {
    const shop = emptyShop()
    for (const [at, rows] of files.entries()) shop.write(`${at}.csv`, [header, ...rows])
    for (const at of files.keys()) expect((await shop.crm('import', `${at}.csv`)).code).toBe(0)
    return { shop, net: (await shop.json('list')).rows.map(({ netMinor }) => netMinor) }
  }

  test('adds to those of other sheets: each month has its own, and a sheet that goes on repeats them', async () => {
    const sheets = [[sale, back], [more], [back, more], [back], [sale, back, more], [sale]]
    for (const order of ['01', '10', '02', '20', '14', '41', '012', '120', '3105', '4123', '5213', '3501'])
      expect([order, (await net(...[...order].map((at) => sheets[Number(at)]!))).net]).toEqual([order, [3000]])
    expect((await net([sale, back], [back])).net).toEqual([6000])
  })

  test('two alike in one sheet are two, told again in another they are the same', async () => {
    expect((await net([sale, back, back])).net).toEqual([2000])
    expect((await net([sale, back, back], [back], [back, back])).net).toEqual([2000])
  })

  test('that is put right in its own sheet replaces what the sheet said before', async () => {
    const { shop, net: after } = await net([sale, back], [sale, '1,2026-03-05,Ann,-50'])
    expect(after).toEqual([5000])
    await shop.crm('undo')
    expect((await shop.json('list')).rows).toMatchObject([{ netMinor: 6000 }])
  })

  test('in an assumed currency goes on adding up once the seller has said another', async () => {
    const { shop } = await net([sale, back], [more])
    await shop.crm('config', 'set', 'shop.currency', 'JPY')
    expect((await shop.json('list')).rows).toMatchObject([{ netMinor: 30 }])
  })

  test('is weighed against a column that says what came back: the larger counts', async () => {
    const shop = emptyShop()
    shop.write('sheet.csv', [`${header},Refund`, '1,2026-03-01,Ann,100,40'])
    shop.write('rows.csv', [header, back, more])
    for (const file of ['sheet.csv', 'rows.csv']) await shop.crm('import', file)
    expect((await shop.json('list')).rows).toMatchObject([{ netMinor: 3000 }])
  })

  test('and a list of refunds that tells the same on other days, or in one sum, are the same money', async () => {
    const list = 'Order No,Refund date,Refund amount'
    for (const [rows, told] of [
      [['1,2026-03-01,Ann,-10'], ['1,2026-03-20,10']],
      [['1,2026-03-20,Ann,-10', '1,2026-03-20,Ann,-15'], ['1,2026-03-20,25']],
      [['1,2026-03-20,Ann,-25'], ['1,2026-03-21,25']],
    ] as const)
      for (const order of [
        ['sheet.csv', 'list.csv'],
        ['list.csv', 'sheet.csv'],
      ]) {
        const shop = emptyShop()
        shop.write('sheet.csv', [header, sale, ...rows])
        shop.write('list.csv', [list, ...told])
        for (const file of order) expect((await shop.crm('import', file, '--currency', 'USD')).code).toBe(0)
        const back = Number(told[0].split(',')[2]) * 100
        expect((await shop.json('list')).rows).toMatchObject([{ netMinor: 10_000 - back }])
      }
  })
})
