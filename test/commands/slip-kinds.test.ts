import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ImportJson, makeWorld } from '../support/world.js'
import { emptyShop } from './shop.js'

interface Told {
  readonly code: number
  readonly stderr: string
  readonly file: ImportJson['files'][number] & {
    readonly issues: readonly { readonly code: string; readonly count: number }[]
  }
}

/** A ledger that takes files one after the other, and what its customers come to. */
function shopOf() {
  const world = makeWorld()
  let files = 0
  const take = async (rows: readonly string[], name = `list${++files}.csv`, ...more: string[]): Promise<Told> => {
    writeFileSync(join(world.folder, name), rows.join('\n'))
    const { code, stdout, stderr } = await world.crm('import', name, '--currency', 'CNY', '--json', ...more)
    return { code, stderr, file: (JSON.parse(stdout) as ImportJson).files[0] as Told['file'] }
  }
  const nets = async () => {
    const { rows } = (await world.crm('list', '--json')).json<{ rows: { name: string; netMinor: number }[] }>()
    return Object.fromEntries(rows.map(({ name, netMinor }) => [name, netMinor]))
  }
  return { world, take, nets }
}

/** What customers come to after some files, also told twice and in the other order. */
async function netsOf(...files: readonly (readonly string[])[]) {
  const found: Readonly<Record<string, number>>[] = []
  for (const order of [files, [...files, ...files], files.toReversed(), [...files.toReversed(), ...files]]) {
    const { take, nets } = shopOf()
    for (const rows of order) expect((await take(rows)).code).toBe(0)
    found.push(await nets())
  }
  const [first] = found
  for (const other of found) expect(other).toEqual(first)
  return first!
}

const issuesOf = ({ file }: Told, code: string) => file.issues.filter((issue) => issue.code === code)

describe('a return that a later list shows as voided', () => {
  const header = '单据类型,单据编号,日期,客户,金额,原单号,状态'
  const sales = ['销售单,XS001,2026-03-05,安娜,200.00,,已完成', '销售单,XS002,2026-03-06,鲍勃,80.00,,已完成']
  const back = (state: string, number = 'R-7', sale = 'XS001', amount = '50.00') =>
    `退货单,${number},2026-03-10,安娜,${amount},${sale},${state}`

  test.each(['作废', '已作废', 'void', 'Voided', 'storniert', 'cancelled', '已撤销', '红冲'])(
    '%s: has not happened',
    async (state) => {
      for (const amount of state === '作废' ? ['50.00', '-50.00', '0.00', ''] : ['50.00'])
        expect(
          await netsOf([header, ...sales, back('已完成')], [header, ...sales, back(state, 'R-7', 'XS001', amount)]),
        ).toEqual({ 安娜: 20000, 鲍勃: 8000 })
    },
  )

  test('also where it names no sale, beside returns that stay, and without its sale', async () => {
    expect(
      await netsOf([header, ...sales, back('已完成', 'R-7', '')], [header, ...sales, back('作废', 'R-7', '')]),
    ).toEqual({ 安娜: 20000, 鲍勃: 8000 })
    const two = [header, ...sales, back('已完成'), back('已完成', 'R-8')]
    expect(await netsOf(two, [header, sales[1]!, back('作废')])).toEqual({ 安娜: 15000, 鲍勃: 8000 })
    expect(await netsOf([header, sales[1]!, back('已完成')], [header, back('作废'), ...sales])).toEqual({
      安娜: 20000,
      鲍勃: 8000,
    })
  })

  test('undo of the list that voids it brings it back; nothing waits for a sale but what was given back', async () => {
    const { world, take, nets } = shopOf()
    await take([header, ...sales, back('已完成')])
    expect(await nets()).toMatchObject({ 安娜: 15000 })
    const { file } = await take([header, ...sales, back('作废')])
    expect(file.orders).toMatchObject({ inserted: 0, updated: 1, unchanged: 1 })
    expect(await nets()).toMatchObject({ 安娜: 20000 })
    await world.crm('undo')
    expect(await nets()).toMatchObject({ 安娜: 15000 })
    const alone = shopOf()
    expect((await alone.take([header, sales[1]!, back('作废')])).file.waitingRefunds).toBe(0)
    expect((await alone.world.crm('status')).stdout).not.toMatch(/waiting/i)
  })

  test('a return without a number of its own, known by its sale, day and amount', async () => {
    const given = [header, sales[1]!, back('已完成', '')]
    expect(await netsOf([header, ...sales], given, [header, sales[1]!, back('作废', '')])).toEqual({
      安娜: 20000,
      鲍勃: 8000,
    })
  })

  test('told and voided in one list under its number; another row of it that was voided takes nothing off', async () => {
    expect(await netsOf([header, ...sales, back('已完成'), back('作废')])).toEqual({ 安娜: 20000, 鲍勃: 8000 })
    const rows = [back('已完成'), back('作废', 'R-7', 'XS001', '10.00')]
    expect(await netsOf([header, ...sales, ...rows])).toEqual({ 安娜: 15000, 鲍勃: 8000 })
  })

  test.each(['作废', '废单', 'Void'])(
    'a slip that is %s by its kind has not happened, be it a sale or a return',
    async (kind) => {
      const plain = ['单据类型,单据编号,日期,客户,金额', ...sales.map((row) => row.replace(/,,已完成$/, ''))]
      const slip = '退货单,R-7,2026-03-10,安娜,50.00'
      expect(await netsOf([...plain, slip], [...plain, slip.replace('退货单', kind)])).toEqual({
        安娜: 20000,
        鲍勃: 8000,
      })
      expect(
        await netsOf(
          [header, ...sales, back('已完成', 'R-7', '')],
          [...plain.slice(0, 1), slip.replace('退货单', kind)],
        ),
      ).toEqual({
        安娜: 20000,
        鲍勃: 8000,
      })
      const [, first, second] = plain
      const voided = [plain[0]!, first!, second!.replace('销售单', kind), slip]
      expect(await netsOf([...plain, slip], voided)).toEqual({ 安娜: 15000, 鲍勃: 0 })
    },
  )
})

describe('kinds of slips', () => {
  const header = '单据类型,单据编号,日期,客户,金额'
  const slips = [
    '销售单,XS001,2026-03-05,安娜,200.00',
    '销售单,XS002,2026-03-06,鲍勃,80.00',
    '退货单,TH001,2026-03-07,鲍勃,30.00',
  ]

  test.each(['换货', '换货单', '销售换货单', 'Exchange', 'exchanges', 'Umtausch', 'échange', 'cambio', '換貨'])(
    '%s counts as its sign says',
    async (kind) => {
      const with_ = async (amount: string) => {
        const { take, nets } = shopOf()
        const told = await take([header, ...slips, `${kind},HH001,2026-03-08,安娜,${amount}`])
        expect([told.code, issuesOf(told, 'kind.unknown')]).toEqual([0, []])
        return [(await nets()).安娜, told.file.skipped['not-a-sale'] ?? 0]
      }
      expect(await with_('15.00')).toEqual([21500, 0])
      expect(await with_('-15.00')).toEqual([18500, 0])
      expect(await with_('0.00')).toEqual([20000, 1])
      expect(await with_('')).toEqual([20000, 1])
    },
  )

  test('an exchange below zero that names its sale is taken off it', async () => {
    const { take, nets } = shopOf()
    const rows = [...slips.map((slip) => `${slip},`), '换货单,HH001,2026-03-08,安娜,-15.00,XS001']
    const { file } = await take([`${header},原单号`, ...rows])
    expect([file.orders.inserted, (await nets()).安娜]).toEqual([3, 18500])
  })

  test('a kind nobody knows is told, once a word, with its rows, and counts by its sign', async () => {
    const { world, take, nets } = shopOf()
    const rows = [
      ...['Layaway,L1,2026-03-08,安娜,15.00', 'Layaway,L2,2026-03-08,安娜,5.00', '内购,N1,2026-03-08,鲍勃,-10.00'],
    ]
    const told = await take([header, ...slips, ...slips.map((row) => row.replace(/00(\d)/, '10$1')), ...rows])
    expect(issuesOf(told, 'kind.unknown')).toMatchObject([{ count: 2 }])
    expect(await nets()).toEqual({ 安娜: 42000, 鲍勃: 9000 })
    const { stderr } = await world.crm('import', 'list1.csv', '--currency', 'CNY')
    expect(stderr).toContain('"Layaway" (rows 8, 9) is no kind of slip known here: counted as sales, 20.00')
    expect(stderr).toContain('"内购" (row 10) is no kind of slip known here: counted as given back, 10.00')
    const chinese = await world.crm('import', 'list1.csv', '--currency', 'CNY', '--lang', 'zh')
    expect(chinese.stderr).toContain('不认识的单据类型“Layaway”（第 8、9 行）：按销售计入，共 20.00')
  })

  test('a kind nobody knows among invoices is told as well, and not counted', async () => {
    const { world, take, nets } = shopOf()
    const told = await take([
      'Date,Type,No.,Customer,Amount',
      ...[1, 2, 3, 4, 5].map((at) => `2026-03-0${at},Invoice,100${at},Ann Lee,10.00`),
      '2026-03-08,Layaway,L1,Ann Lee,15.00',
    ])
    expect(issuesOf(told, 'kind.unknown')).toMatchObject([{ count: 1 }])
    expect(await nets()).toEqual({ 'Ann Lee': 5000 })
    const { stderr } = await world.crm('import', 'list1.csv', '--currency', 'CNY')
    expect(stderr).toContain('"Layaway" (row 7) is no kind of document known here: not counted, 15.00')
  })
})

describe('a file of returns alone', () => {
  const sales = [
    '单据类型,单据编号,日期,客户,金额',
    '销售单,XS001,2026-03-05,安娜,200.00',
    '销售单,XS002,2026-03-06,鲍勃,80.00',
  ]

  test.each([
    ['退货单', '单据类型,单据编号,日期,客户,金额'],
    ['Return', 'Type,Receipt No,Date,Customer,Total'],
    ['销售退货单', '业务类型,单号,日期,客户,金额'],
  ])('where each kind is %s, returns are returns, and taken off the sales they name', async (kind, header) => {
    const rows = [`${kind},TH001,2026-03-10,安娜,50.00`, `${kind},TH002,2026-03-11,安娜,-20.00`]
    expect(await netsOf(sales, [header, ...rows])).toEqual({ 安娜: 13000, 鲍勃: 8000 })
    const named = [`${header},原单号`, ...rows.map((row) => `${row},XS001`)]
    expect(await netsOf(sales, named)).toEqual({ 安娜: 13000, 鲍勃: 8000 })
    const { take } = shopOf()
    expect((await take(named)).file.waitingRefunds).toBe(2)
  })

  test.each(['Credit note', 'Gutschrift', '红字发票'])('%s: of the invoices', async (kind) => {
    const { take, nets } = shopOf()
    const header = 'Date,Type,No.,Customer,Amount'
    await take([header, '2026-03-01,Invoice,1001,Ann Lee,120.00', '2026-03-02,Invoice,1002,Bob Ray,80.00'])
    await take([header, `2026-03-10,${kind},CN-1,Ann Lee,20.00`])
    expect(await nets()).toEqual({ 'Ann Lee': 10000, 'Bob Ray': 8000 })
  })

  test.each([
    '退货单号,日期,客户,金额',
    '退货单号,退货日期,客户,退货金额',
    '退货编号,日期,客户,退款金额',
    'Return no.,Date,Customer,Total',
    'Return ID,Return date,Customer,Amount',
    'Credit note no.,Date,Customer,Amount',
    'Gutschriftsnummer,Datum,Kunde,Betrag',
  ])('told by its columns: %s', async (header) => {
    const rows = ['TH001,2026-03-10,安娜,50.00', 'TH002,2026-03-10,安娜,50.00']
    expect(await netsOf(sales, [header, ...rows])).toEqual({ 安娜: 10000, 鲍勃: 8000 })
    for (const column of ['原单号', '订单号']) {
      const named = [`${header},${column}`, ...rows.map((row) => `${row},XS001`)]
      expect(await netsOf(sales, named)).toEqual({ 安娜: 10000, 鲍勃: 8000 })
    }
  })

  test('told by its columns, of which one was voided', async () => {
    const returns = (state: string) => [
      '退货单号,原单号,日期,客户,金额,状态',
      `TH001,XS001,2026-03-10,安娜,50.00,${state}`,
    ]
    expect(await netsOf(sales, returns('已完成'))).toEqual({ 安娜: 15000, 鲍勃: 8000 })
    expect(await netsOf(sales, returns('已完成'), returns('作废'))).toEqual({ 安娜: 20000, 鲍勃: 8000 })
  })

  test('is none where sales say beside them whether they came back, or when what was lent did', async () => {
    for (const [name, value] of [
      ['Credit note', 'No'],
      ['Credit note', '0'],
      ['Return no', 'N'],
      ['RMA', '0.00'],
    ] as const) {
      const shop = emptyShop()
      const rows = ['1,2026-05-01,Ann,30.00', '2,2026-05-02,Bob,40.00'].map((row) => `${row},${value}`)
      shop.write('sales.csv', [`Invoice No,Invoice date,Customer,Total,${name}`, ...rows])
      await shop.crm('import', 'sales.csv')
      expect([name, (await shop.json('list')).rows.reduce((sum, row) => sum + Number(row.netMinor), 0)]).toEqual([
        name,
        7000,
      ])
    }
    const shop = emptyShop()
    shop.write('hire.csv', [
      'Order No,Return date,Customer,Item,Total',
      'H1,2026-05-03,Ann,Bike,30.00',
      'H2,2026-05-04,Bob,Bike,40.00',
    ])
    await shop.crm('import', 'hire.csv')
    expect((await shop.json('list')).rows.reduce((sum, row) => sum + Number(row.netMinor), 0)).toBe(7000)
  })

  test('by the day of the return, where there is no other', async () => {
    const rows = ['退货日期,客户,金额', '2026-03-10,安娜,50.00', '2026-03-11,安娜,20.00']
    expect(await netsOf(sales, rows)).toEqual({ 安娜: 13000, 鲍勃: 8000 })
  })

  test('a column for numbers of returns that few rows fill makes no returns of sales', async () => {
    const rows = ['A1,2026-03-05,安娜,200.00,', 'A2,2026-03-06,鲍勃,80.00,TH1', 'A3,2026-03-07,鲍勃,5.00,']
    const { take, nets } = shopOf()
    await take(['单号,日期,客户,金额,退货单号', ...rows])
    expect(await nets()).toEqual({ 安娜: 20000, 鲍勃: 8500 })
  })

  test.each(['3月退货.csv', 'returns March.csv', 'Retouren.csv', 'credit notes.csv'])(
    '%s: what only the name says is warned of, with the sum and what to type',
    async (name) => {
      const rows = ['单号,日期,客户,金额', 'TH001,2026-03-10,安娜,50.00', 'TH002,2026-03-11,安娜,20.00']
      const { world, take, nets } = shopOf()
      await take(sales)
      const told = await take(rows, name)
      expect(issuesOf(told, 'orders.returns')).toMatchObject([{ count: 1 }])
      expect(await nets()).toEqual({ 安娜: 27000, 鲍勃: 8000 })
      const { stderr } = await world.crm('import', name, '--currency', 'CNY')
      expect(stderr).toContain('all rows were counted as sales, 70.00 CNY')
      await world.crm('undo')
      await take(
        rows.map((row, at) => `${row},${at === 0 ? '单据类型' : '退货单'}`),
        name,
      )
      expect(await nets()).toEqual({ 安娜: 13000, 鲍勃: 8000 })
    },
  )

  test.each([
    ...['销售和退货.csv', 'sales and returns.csv', 'tax returns.csv', '3月.csv', '退货率.csv', '回头客.csv'],
    ...['return customers.csv', 'Returning_customers 2026.csv', 'Return rate.csv'],
  ])('%s says nothing', async (name) => {
    const { take } = shopOf()
    const told = await take(['单号,日期,客户,金额', 'A1,2026-03-10,安娜,50.00'], name)
    expect(issuesOf(told, 'orders.returns')).toEqual([])
  })
})
