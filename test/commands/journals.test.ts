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

  test('credit notes of one invoice add up, and are not counted beside orders of the same days', async () => {
    const rows2 = [...rows, ...['CN-1', 'CN-2'].map((number) => `2026-03-10,Credit note,${number},Ann Lee,20.05,0.00`)]
    const named = [`${header},Related invoice`, ...rows2.map((row) => `${row},${row.includes('CN') ? 1001 : ''}`)]
    expect(await taken(...named)).toMatchObject({ ...sold, orders: 2, net: 16000 })
    const world = makeWorld()
    const shop = ['Order No,Date,Customer,Total', 'A1,2026-03-01,Cy,5.00', 'A2,2026-03-31,Dee,5.00']
    for (const [name, lines] of [
      ['shop', shop],
      ['journal', named],
    ] as const)
      writeFileSync(join(world.folder, `${name}.csv`), lines.join('\n'))
    await world.crm('import', 'shop.csv', '--currency', 'GBP')
    const { stdout } = await world.crm('import', 'journal.csv', '--currency', 'GBP', '--json')
    expect((JSON.parse(stdout) as ImportJson).files[0]!.orders).toMatchObject({ inserted: 0, updated: 0, unchanged: 0 })
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

describe('slips of a till: sales and returns', () => {
  const header = '单据类型,单据编号,日期,客户,金额'
  const slips = (sale: string, back: string, amount: string) => [
    `${sale},XS001,2026-03-05,安娜,100.00`,
    `${sale},XS002,2026-03-06,鲍勃,200.00`,
    `${back},TH001,2026-03-07,鲍勃,${amount}`,
    `${sale},XS003,2026-03-08,陈晨,300.00`,
  ]
  const sold = { code: 0, orders: 4, net: 55000, skipped: {}, waiting: 0 }

  test.each([
    ['销售单', '退货单'],
    ['销售', '退货'],
    ['零售单', '零售退货单'],
    ['销售出库单', '销售退货单'],
    ['Sale', 'Return'],
    ['sale', 'Refund'],
  ])('%s and %s: what came back is taken off, with a minus or without', async (sale, back) => {
    for (const amount of ['50.00', '-50.00', '(50.00)'])
      expect(await taken(header, ...slips(sale, back, amount))).toMatchObject(sold)
  })

  test('a return that names its sale is a refund of it, in one file or two', async () => {
    const named = `${header},原单号`
    const [first, second, back, last] = slips('销售单', '退货单', '50.00').map((slip) => `${slip},`)
    const return2 = `${back}XS002`
    const sales = [first!, second!, last!]
    expect(await taken(named, ...sales, return2)).toMatchObject({ ...sold, orders: 3 })
    const world = makeWorld()
    for (const [name, rows] of [
      ['returns', [return2, sales[0]!]],
      ['sales', sales],
    ] as const) {
      writeFileSync(join(world.folder, `${name}.csv`), [named, ...rows].join('\n'))
      expect((await world.crm('import', `${name}.csv`)).code).toBe(0)
    }
    const { rows } = (await world.crm('list', '--json')).json<{ rows: { name: string; netMinor: number }[] }>()
    expect(rows.map(({ name, netMinor }) => [name, netMinor])).toEqual([
      ['陈晨', 30000],
      ['鲍勃', 15000],
      ['安娜', 10000],
    ])
  })

  describe('returns of one sale with numbers of their own add up', () => {
    const named = `${header},原单号`
    const sales = ['销售单,XS001,2026-03-05,安娜,200.00,', '销售单,XS002,2026-03-06,鲍勃,80.00,']
    const back = (number: string, day: number, amount: string) =>
      `退货单,${number},2026-03-1${day},安娜,${amount},XS001`

    /** Imports the files one after the other; what the last one says of orders, and what the customers come to. */
    async function inTurn(...files: readonly (readonly string[])[]) {
      const world = makeWorld()
      const said: ImportJson['files'][number][] = []
      for (const [at, rows] of files.entries()) {
        writeFileSync(join(world.folder, `week${at}.csv`), [named, ...rows].join('\n'))
        const { code, stdout } = await world.crm('import', `week${at}.csv`, '--currency', 'CNY', '--json')
        expect(code).toBe(0)
        said.push(...(JSON.parse(stdout) as ImportJson).files)
      }
      const listed = async () => {
        const { rows } = (await world.crm('list', '--json')).json<{
          rows: { name: string; orders: number; netMinor: number }[]
        }>()
        return Object.fromEntries(rows.map(({ name, orders, netMinor }) => [name, [orders, netMinor]]))
      }
      return { world, said, listed, net: await listed() }
    }

    test('two equal ones in one file, also of one day', async () => {
      for (const day of [2, 1]) {
        const { said, net } = await inTurn([...sales, back('TH001', 1, '50.00'), back('TH002', day, '50.00')])
        expect(said[0]).toMatchObject({
          orders: { inserted: 2, updated: 0 },
          totals: [{ grossMinor: 28000, refundMinor: 10000, netMinor: 18000 }],
        })
        expect(net).toEqual({ 安娜: [1, 10000], 鲍勃: [1, 8000] })
      }
    })

    test('one in a file of the next week, which undo takes back', async () => {
      const { world, said, listed, net } = await inTurn(
        [...sales, back('TH001', 1, '40.00')],
        [back('TH002', 8, '30.00'), '销售单,XS003,2026-03-19,鲍勃,70.00,'],
      )
      expect(said[1]).toMatchObject({ orders: { inserted: 1, updated: 1, unchanged: 0 }, totals: [{ netMinor: 4000 }] })
      expect(net).toEqual({ 安娜: [1, 13000], 鲍勃: [2, 15000] })
      await world.crm('undo')
      expect(await listed()).toEqual({ 安娜: [1, 16000], 鲍勃: [1, 8000] })
    })

    test('each once, however often it is told; what a later file says of it counts', async () => {
      const first = [...sales, back('TH001', 1, '50.00')]
      const again = await inTurn(first, [...first, back('TH002', 8, '50.00')], [...first, back('TH002', 8, '50.00')])
      expect(again.said.map(({ orders }) => [orders.inserted, orders.updated, orders.unchanged])).toEqual([
        [2, 0, 0],
        [0, 1, 1],
        [0, 0, 2],
      ])
      expect(again.net).toEqual({ 安娜: [1, 10000], 鲍勃: [1, 8000] })
      expect((await inTurn(first, [...sales, back('TH001', 1, '60.00')])).net).toMatchObject({ 安娜: [1, 14000] })
    })

    test('a sale that was given back whole is no order any more; a return before its sale waits', async () => {
      const whole = [back('TH001', 1, '150.00'), back('TH002', 2, '50.00')]
      expect((await inTurn([...sales, ...whole])).net).toMatchObject({ 安娜: [0, 0] })
      const { said, net } = await inTurn([...whole, sales[1]!], sales)
      expect([said[0]!.waitingRefunds, said[0]!.orders.inserted, net.安娜]).toEqual([2, 1, [0, 0]])
    })

    test('one that came to nothing takes nothing off', async () => {
      const { said } = await inTurn([...sales, back('TH001', 1, '0.00'), back('TH002', 1, '10.00')])
      expect(said[0]).toMatchObject({ orders: { inserted: 2 }, totals: [{ netMinor: 27000 }] })
    })

    test('of several rows with the total on each, and with numbers that sales have too', async () => {
      const rows = [
        ...['销售单,1,2026-03-05,安娜,200.00,,茶', '销售单,2,2026-03-05,安娜,80.00,,壶'],
        ...[
          '退货单,1,2026-03-11,安娜,30.00,2,壶',
          '退货单,2,2026-03-12,安娜,40.00,1,茶',
          '退货单,3,2026-03-12,安娜,30.00,2,盖',
        ],
      ]
      expect(await taken(`${named},商品`, ...rows)).toMatchObject({ orders: 2, net: 18000, waiting: 0 })
    })

    test('without numbers of their own, on two days', async () => {
      expect((await inTurn([...sales, back('', 1, '50.00'), back('', 2, '50.00')])).net).toMatchObject({
        安娜: [1, 10000],
      })
    })
  })

  test('slips whose number lost digits, or is an error, are rejected', async () => {
    const lost = ['销售单,1.23457E+17,2026-03-05,安娜,100.00', '退货单,1.23457E+17,2026-03-06,安娜,10.00']
    const errors = ['销售单,#N/A,2026-03-05,安娜,100.00', '退货单,#N/A,2026-03-06,安娜,10.00']
    const rows = [...slips('销售单', '退货单', '50.00'), ...lost, ...errors]
    expect(await taken(header, ...rows)).toMatchObject({ ...sold, code: 3 })
  })

  test('a sale below zero is a return of its own, whatever its other numbers are', async () => {
    const rows = ['销售单,XS001,2026-03-05,安娜,100.00,', '销售单,XS002,2026-03-06,安娜,-30.00,XS999']
    const back = '退货单,TH001,2026-03-07,安娜,5.00,XS001'
    expect(await taken(`${header},关联单号`, ...rows, back)).toMatchObject({ orders: 2, net: 6500, waiting: 0 })
  })

  test('a return lowers the net of its customer on its own day', async () => {
    const world = makeWorld()
    writeFileSync(join(world.folder, 'till.csv'), [header, ...slips('销售单', '退货单', '50.00')].join('\n'))
    await world.crm('import', 'till.csv')
    const netOn = async (day: string) => {
      const { rows } = (await world.crm('tier', '--on', day, '--json')).json<{
        rows: { name: string; valueMinor: number }[]
      }>()
      return rows.find(({ name }) => name === '鲍勃')?.valueMinor
    }
    expect(await netOn('2026-03-06')).toBe(20000)
    expect(await netOn('2026-03-07')).toBe(15000)
  })

  test('of several rows, and without buyers or numbers, are taken off whole', async () => {
    const items = [
      '单据类型,单据编号,日期,商品,数量,金额',
      '销售单,XS001,2026-03-05,茶,1,100.00',
      '销售单,XS002,2026-03-06,壶,2,200.00',
      '退货单,TH001,2026-03-07,壶,1,50.00',
      '退货单,TH001,2026-03-07,盖,1,10.00',
    ]
    expect(await taken(...items)).toMatchObject({ code: 0, orders: 3, net: 24000 })
    const plain = slips('销售', '退货', '50.00').map((slip) => slip.replace(/[XT][SH]00\d,/, ''))
    expect(await taken('单据类型,日期,客户,金额', ...plain)).toMatchObject(sold)
  })

  test('that come after many sales are returns as well', async () => {
    const many = Array.from({ length: 400 }, (_, at) => `销售单,A${at},2026-03-01,安娜,1.00`)
    expect(await taken(header, ...many, '退货单,TH1,2026-03-02,安娜,1.00')).toMatchObject({ orders: 401, net: 39900 })
  })

  test('a return that was voided gives nothing back; payments and purchases among them are no sales', async () => {
    const stated = [`${header},状态`, ...slips('销售单', '退货单', '50.00').map((slip) => `${slip},已审核`)]
    const voided = stated.map((row) => row.replace('50.00,已审核', '50.00,已作废'))
    expect(await taken(...voided)).toMatchObject({ orders: 4, net: 60000, skipped: {}, waiting: 0 })
    const mixed = [...slips('销售单', '退货单', '50.00'), '采购单,CG1,2026-03-08,茶厂,500.00']
    expect(await taken(header, ...mixed)).toMatchObject({ ...sold, skipped: { 'not-a-sale': 1 } })
  })

  test.each([
    ['状态', '废单', '已完成'],
    ['状态', '无效', '已完成'],
    ['状态', '已作废', '已完成'],
    ['是否作废', '是', '否'],
    ['Voided', 'Yes', 'No'],
  ])('%s %s: a return that was voided gives nothing back', async (column, voided, valid) => {
    const rows = slips('销售单', '退货单', '50.00').map((slip) => `${slip},${valid}`)
    const twice = `退货单,TH002,2026-03-08,鲍勃,80.00,${voided}`
    expect(await taken(`${header},${column}`, ...rows, twice)).toMatchObject({ ...sold, orders: 5 })
  })

  test.each([
    ['充值', '销售', '退货'],
    ['会员储值', '销售单', '退货单'],
    ['Gift card', 'Sale', 'Return'],
  ])('%s among a few slips is passed over', async (aside, sale, back) => {
    const other = `${aside},CZ001,2026-03-07,鲍勃,500.00`
    const rows = slips(sale, back, '50.00')
    expect(await taken(header, ...rows, other)).toMatchObject({ ...sold, skipped: { 'not-a-sale': 1 } })
    expect(await taken(header, rows[0]!, rows[2]!, other)).toMatchObject({ orders: 2, net: 5000 })
  })

  test('slips that are void by their kind are cancelled, and counted so', async () => {
    const other = 'Void,CZ001,2026-03-07,鲍勃,500.00'
    const rows = slips('Sale', 'Refund', '50.00')
    expect(await taken(header, ...rows, other)).toMatchObject({ ...sold, orders: 5 })
    expect(await taken(header, ...rows, other.replace('CZ001', ''))).toMatchObject({
      ...sold,
      skipped: { 'not-a-sale': 1 },
    })
  })

  test('a kind that is not known stays a sale among a few slips, and returns are returns', async () => {
    const other = '内购,HH001,2026-03-07,鲍勃,5.00'
    expect(await taken(header, ...slips('销售', '退货', '50.00'), other)).toMatchObject({ orders: 5, net: 55500 })
  })

  test('are the sales themselves also beside orders of the same days', async () => {
    const world = makeWorld()
    for (const [name, lines] of [
      ['shop', ['Order No,Date,Customer,Total', 'A1,2026-03-01,Cy,5.00', 'A2,2026-03-31,Dee,5.00']],
      ['slips', [header, ...slips('销售单', '退货单', '50.00')]],
    ] as const) {
      writeFileSync(join(world.folder, `${name}.csv`), lines.join('\n'))
      expect((await world.crm('import', `${name}.csv`, '--currency', 'CNY')).code).toBe(0)
    }
    const { rows } = (await world.crm('list', '--json')).json<{ rows: { netMinor: number }[] }>()
    expect(rows.map(({ netMinor }) => netMinor)).toEqual([30000, 15000, 10000, 500, 500])
  })

  test('phones of a Chinese till are Chinese', async () => {
    const world = makeWorld()
    const rows = [`${header},电话`, ...slips('销售单', '退货单', '50.00').map((slip) => `${slip},13800000001`)]
    writeFileSync(join(world.folder, 'till.csv'), rows.slice(0, 2).join('\n'))
    await world.crm('import', 'till.csv')
    expect((await world.crm('show', '安娜')).stdout).toContain('+8613800000001')
  })

  test.each([
    ['a column of states', '状态', ['已完成', '已完成', '退货']],
    ['a column called types that holds states', '类型', ['已完成', '已完成', '退货']],
    ['states in English', 'Status', ['sale', 'sale', 'refund']],
  ])('%s stays one', async (_, name, words) => {
    const rows = words.map((word, at) => `X${at},2026-03-0${at + 1},客户${at},${(at + 1) * 10}.00,${word}`)
    expect(await taken(`单号,日期,客户,金额,${name}`, ...rows)).toMatchObject({ code: 0, orders: 3, net: 3000 })
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
