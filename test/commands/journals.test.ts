import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ImportJson, makeWorld } from '../support/world.js'

async function taken(...rows: readonly string[]) {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'journal.csv'), rows.join('\n'))
  const { code, stdout } = await world.crm('import', 'journal.csv', '--currency', 'GBP', '--json')
  const [file] = (JSON.parse(stdout) as ImportJson).files
  const net = file!.totals.reduce((sum, { netMinor }) => sum + netMinor, 0)
  return { code, net, orders: file!.orders.inserted, skipped: file!.skipped, waiting: file!.waitingRefunds }
}

describe('a journal of invoices, payments and credit notes', () => {
  const header = 'Date,Type,No.,Customer,Amount,Balance'
  const rows = [
    '2026-03-01,Invoice,1001,Ann Lee,120.00,120.00',
    '2026-03-05,Payment,77,Ann Lee,120.00,0.00',
    '2026-03-06,Invoice,1002,Bob Ray,80.10,80.10',
    '2026-03-09,Payment,78,Bob Ray,-50.00,30.10',
  ]
  const sold = { code: 0, waiting: 0, skipped: { 'not-a-sale': 2 } }

  test('invoices are the sales, payments are counted and told', async () => {
    expect(await taken(header, ...rows)).toMatchObject({ ...sold, orders: 2, net: 20010 })
  })

  test.each(['-20.05', '20.05', '(20.05)'])('a credit note of %s gives back', async (amount) => {
    const credit = `2026-03-10,Credit note,CN-1,Ann Lee,${amount},0.00`
    expect(await taken(header, ...rows, credit)).toMatchObject({ ...sold, orders: 3, net: 18005 })
  })

  test('a credit note with the number of its invoice, or with a state, gives back as well', async () => {
    expect(await taken(header, ...rows, '2026-03-10,Credit Memo,1001,Ann Lee,20.05,0.00')).toMatchObject({ net: 18005 })
    const stated = [header, ...rows].map((row, at) => `${row},${at === 0 ? 'Status' : 'Paid'}`)
    for (const [state, net] of [
      ['Applied', 18005],
      ['Open', 18005],
      ['Voided', 20010],
    ] as const) {
      const credit = `2026-03-10,Credit Memo,CN-1,Ann Lee,-20.05,0.00,${state}`
      expect(await taken(...stated, credit)).toMatchObject({ net })
    }
  })

  test('a row of a kind that is new here is no sale, and counted among what is none', async () => {
    const other = '2026-03-11,Gift card,1003,Cy Fox,5.00,0.00'
    expect(await taken(header, ...rows, ...rows.map((row) => row.replace(',10', ',20')), other)).toMatchObject({
      net: 40020,
      skipped: { 'not-a-sale': 5 },
    })
  })

  test('slips of a till alone are the sales themselves', async () => {
    const slips = [
      '单据类型,单据编号,日期,客户,金额',
      '销售单,XS001,2026-03-01,安娜,100.00',
      '销售单,XS002,2026-03-02,鲍勃,20.00',
    ]
    const world = makeWorld()
    for (const [name, lines] of [
      ['shop', ['Order No,Date,Customer,Total', 'A1,2026-03-01,Cy,5.00', 'A2,2026-03-31,Dee,5.00']],
      ['slips', slips],
    ] as const) {
      writeFileSync(join(world.folder, `${name}.csv`), lines.join('\n'))
      expect((await world.crm('import', `${name}.csv`)).code).toBe(0)
    }
    const { rows } = (await world.crm('list', '--json')).json<{ rows: { orders: number }[] }>()
    expect(rows.map(({ orders }) => orders)).toEqual([1, 1, 1, 1])
  })

  test('in other languages', async () => {
    const chinese = [
      '日期,单据类型,单号,客户,金额,余额',
      '2026-03-01,销售发票,1,安娜,120.00,120.00',
      '2026-03-05,收款单,2,安娜,120.00,0.00',
      '2026-03-06,红字发票,3,安娜,20.00,0.00',
    ]
    expect(await taken(...chinese)).toMatchObject({ net: 10000, skipped: { 'not-a-sale': 1 } })
    const german = [
      'Datum,Typ,Rechnung Nr.,Kunde,Betrag,Saldo',
      '2026-03-01,Rechnung,1,Ann Lee,120.00,120.00',
      '2026-03-05,Zahlung,2,Ann Lee,120.00,0.00',
      '2026-03-06,Gutschrift,3,Ann Lee,20.00,0.00',
    ]
    expect(await taken(...german)).toMatchObject({ net: 10000, skipped: { 'not-a-sale': 1 } })
  })
})

describe('a column of types with other words is read as before', () => {
  const header = 'Date,Type,No.,Customer,Amount'
  test.each([
    ['of customers', ['2026-03-01,Retail,1,Ann Lee,10.00', '2026-03-02,Wholesale,2,Bob Ray,20.00'], 3000],
    ['of payments alone', ['2026-03-01,Payment,1,Ann Lee,10.00', '2026-03-02,Payment,2,Bob Ray,20.00'], 3000],
    ['of which one is unknown', ['2026-03-01,Invoice,1,Ann Lee,10.00', '2026-03-02,Gift card,2,Bob Ray,20.00'], 3000],
  ])('%s', async (_, rows, net) => {
    expect(await taken(header, ...rows)).toMatchObject({ code: 0, orders: 2, net, skipped: {} })
  })
})

describe('a journal with the books beside the documents', () => {
  const header = 'Date,Transaction Type,Num,Name,Memo/Description,Account,Debit,Credit'
  const rows = [
    '03/02/2026,Invoice,1001,Bob Lee,Green tea,Accounts Receivable,120.00,',
    ',,,,Green tea,Sales,,100.00',
    ',,,,Shipping,Shipping income,,20.00',
    '03/15/2026,Invoice,1002,Ann Ray,Green tea,Accounts Receivable,80.00,',
  ]

  test.each([
    ['in the credit column', '03/19/2026,Credit Memo,1003,Bob Lee,return,Accounts Receivable,,30.00'],
    ['in the debit column', '03/19/2026,Credit Memo,1003,Bob Lee,return,Sales,30.00,'],
  ])('a credit memo gives back, its amount %s; nobody is called by a ledger', async (_, credit) => {
    const world = makeWorld()
    writeFileSync(join(world.folder, 'journal.csv'), [header, ...rows, credit].join('\n'))
    const { code, stdout } = await world.crm('import', 'journal.csv', '--date-order', 'mdy')
    expect([code, stdout]).toEqual([0, expect.stringContaining('paid 200.00, refunded 30.00, net 170.00')])
    const { rows: found } = (await world.crm('list', '--json')).json<{ rows: readonly object[] }>()
    expect(found).toMatchObject([
      { name: 'Bob Lee', netMinor: 9000 },
      { name: 'Ann Ray', netMinor: 8000 },
    ])
  })
})

describe('a column "Account" in a sheet of sales', () => {
  const names = async (header: string, ...rows: readonly string[]) => {
    const world = makeWorld()
    writeFileSync(join(world.folder, 'sales.csv'), [header, ...rows].join('\n'))
    await world.crm('import', 'sales.csv')
    return (await world.crm('list', '--json')).json<{ rows: readonly unknown[] }>().rows.length
  }
  const header = 'Date,Customer,Account,Amount'

  test('is of the books: names of ledgers, or one for several people', async () => {
    expect(await names(header, '2026-03-02,Bob Lee,Sales,120.00', '2026-03-15,Ann Ray,Sales,80.00')).toBe(2)
    expect(await names(header, '2026-03-02,Bob Lee,4000 Sales,120.00')).toBe(1)
    expect(await names(header, '2026-03-02,Bob Lee,Etsy,120.00', '2026-03-15,Ann Ray,Etsy,80.00')).toBe(2)
  })

  test('is the buyer’s where each is one person’s, whose name may change', async () => {
    const rows = ['2026-03-02,Bob Lee,blee,120.00', '2026-03-15,Ann Ray,aray,80.00', '2026-03-16,Bob Lee,blee,1.00']
    expect(await names(header, ...rows, '2026-03-17,B. Lee,aray2,2.00')).toBe(3)
    const renamed = ['2026-03-02,Bob Lee,C7,120.00', '2026-03-15,Robert Lee,C7,80.00']
    expect(await names('Date,Customer,Customer ID,Amount', ...renamed)).toBe(1)
  })

  test('no word for an id makes one of what many people share', async () => {
    const rows = ['2026-03-02,Bob Lee,A,1.00', '2026-03-03,Ann Ray,A,2.00', '2026-03-04,Cy Doe,A,3.00']
    expect(await names('Date,Customer,Customer ID,Amount', ...rows)).toBe(3)
  })
})
