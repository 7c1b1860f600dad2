import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { partsOf, zip } from '../read/xlsx-fixture.js'
import { type ImportJson, makeWorld } from '../support/world.js'

/** A cell of a damaged sheet: text, a number as a workbook keeps it, or markup of its own. */
type Given = string | number | { readonly xml: string; readonly text?: string }

const headers = ['Order No', 'Order Date', 'Customer', 'Phone', 'Total', 'Currency']

const csv = (rows: readonly (readonly Given[])[], heads: readonly string[]): string =>
  [heads, ...rows].map((row) => row.map((cell) => (typeof cell === 'object' ? cell.text : cell)).join(',')).join('\n')

function xlsx(rows: readonly (readonly Given[])[], rowAttributes = '', heads: readonly string[] = headers): Buffer {
  const cellOf = (cell: Given): string => {
    if (typeof cell === 'object') return cell.xml
    return typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`
  }
  const written = [heads, ...rows].map(
    (row, at) => `<row${at > 0 ? rowAttributes : ''}>${row.map(cellOf).join('')}</row>`,
  )
  return zip(partsOf({ sheet: written.join('') }))
}

async function imported(name: string, bytes: string | Buffer, ...options: string[]) {
  const world = makeWorld()
  writeFileSync(join(world.folder, name), bytes)
  const ran = await world.crm('import', name, '--json', ...options)
  const said =
    ran.code === 0 || ran.code === 3
      ? ran.json<ImportJson & { files: { issues: { code: string; count: number }[] }[] }>().files[0]!
      : null
  const issues: Record<string, number> = {}
  for (const { code, count } of said?.issues ?? []) issues[code] = (issues[code] ?? 0) + count
  return { code: ran.code, stderr: ran.stderr, orders: said?.orders, customers: said?.customers, issues, world }
}

const rest = ['20.00', 'USD'] as const

type Make = (
  rows: readonly (readonly Given[])[],
  heads?: readonly string[],
) => readonly [name: string, bytes: string | Buffer]

const makers: readonly (readonly [kind: string, make: Make])[] = [
  ['csv', (rows, heads = headers) => ['a.csv', csv(rows, heads)]],
  ['xlsx', (rows, heads) => ['a.xlsx', xlsx(rows, '', heads)]],
]

describe.each(makers)('damage in a %s', (_, file) => {
  test('order numbers in scientific notation are no key: each is rejected and counted', async () => {
    const { code, orders, issues } = await imported(
      ...file([
        ['1.23457E+17', '2026-05-01', 'Ann', '', ...rest],
        ['1.23457E+17', '2026-05-02', 'Bo', '', ...rest],
        ['N-1', '2026-05-03', 'Cy', '', ...rest],
      ]),
    )
    expect([code, orders, issues]).toEqual([
      3,
      expect.objectContaining({ inserted: 1, rejected: 2 }),
      { 'order-id.damaged': 2 },
    ])
  })

  test('a phone that lost digits, or is masked, joins nobody', async () => {
    const { customers, issues } = await imported(
      ...file([
        ['N-1', '2026-05-01', 'Ann', '1.38E+10', ...rest],
        ['N-2', '2026-05-02', 'Bo', '1.38E+10', ...rest],
        ['N-3', '2026-05-03', 'Cy', '138****8000', ...rest],
        ['N-4', '2026-05-04', 'Di', '138****8000', ...rest],
      ]),
    )
    expect([customers?.inserted, issues]).toEqual([4, { 'phone.digits-lost': 2, 'phone.masked': 2 }])
  })

  test('a national phone in a sheet without countries is no key; what to do is said', async () => {
    const { customers, issues, world } = await imported(
      ...file([
        ['N-1', '2026-05-01', 'Ann', '020 7946 0958', ...rest],
        ['N-2', '2026-05-02', 'Bo', '020 7946 0958', ...rest],
        ['N-3', '2026-05-03', 'Cy', '10010', ...rest],
      ]),
    )
    expect([customers?.inserted, issues]).toEqual([3, { 'phone.no-country': 2, 'phone.invalid': 1 }])
    const [name] = file([])
    const { stderr } = await world.crm('import', name)
    expect(stderr).toContain('Write it with + and the country code (+44 20 …), or add a Country column')
    // As it says: a country makes the phone one.
    const withCountry = [
      'Order No,Order Date,Customer,Phone,Total,Country',
      'A-1,2026-05-01,Ann,020 7946 0958,20.00,UK',
      'A-2,2026-05-02,Bo,020 7946 0958,20.00,UK',
    ]
    const other = await imported('b.csv', withCountry.join('\n'))
    expect([other.customers?.inserted, other.issues]).toEqual([1, {}])
  })

  test('a mainland mobile with a digit too few or too many is no key, and is told', async () => {
    const chinese = ['订单号', '下单时间', '客户姓名', '手机', '金额', '币种']
    const money = ['20.00', 'CNY'] as const
    const { customers, issues, world } = await imported(
      ...file(
        [
          ['N-1', '2026-05-01', '安娜', '1380000800', ...money],
          ['N-2', '2026-05-02', '鲍勃', 1380000800, ...money],
          ['N-3', '2026-05-03', '陈辰', '138000080001', ...money],
          ['N-4', '2026-05-04', '丁丁', '13800008001', ...money],
        ],
        chinese,
      ),
    )
    expect([customers?.inserted, issues]).toEqual([4, { 'phone.wrong-length': 3 }])
    const [name] = file([])
    expect((await world.crm('import', name, '--lang', 'zh')).stderr).toContain('手机号应为 11 位')
  })

  test('a phone kept as a number is that phone', async () => {
    const { customers, issues } = await imported(
      ...file([
        ['N-1', '2026-05-01', 'Ann', 13800008000, ...rest],
        ['N-2', '2026-05-02', 'Bo', '+86 138 0000 8000', ...rest],
      ]),
    )
    expect([customers?.inserted, issues]).toEqual([1, {}])
  })

  test('garbled names are no key; where many are, nothing is taken unless it is asked for', async () => {
    const garbled = ['1', '2', '3'].map((n): Given[] => [`N-${n}`, `2026-05-0${n}`, '锟斤拷', '', ...rest])
    const rows = [...garbled, ['N-9', '2026-05-09', 'Ann', '', ...rest]]
    expect(await imported(...file(rows))).toMatchObject({ code: 65, stderr: expect.stringContaining('import.garbled') })
    const forced = await imported(...file(rows), '--force')
    expect([forced.orders?.inserted, forced.customers?.inserted, forced.issues]).toEqual([4, 1, { 'text.mojibake': 3 }])
  })

  test('one garbled name among many is told and the file taken', async () => {
    const rows = Array.from({ length: 9 }, (_, n): Given[] => [
      `N-${n}`,
      '2026-05-01',
      n === 0 ? 'å¼ ä¸‰' : `Ann ${n}`,
      '',
      ...rest,
    ])
    expect(await imported(...file(rows))).toMatchObject({ code: 0, issues: { 'text.mojibake': 1 } })
  })

  test.each(['#N/A', '#REF!', '#DIV/0!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!'])(
    '%s in an amount, a day or an order number is an error cell: neither zero nor a key',
    async (word) => {
      const error: Given = { xml: `<c t="e"><v>${word}</v></c>`, text: word }
      const { code, orders, issues } = await imported(
        ...file([
          ['N-1', '2026-05-01', 'Ann', '', error, 'USD'],
          ['N-2', error, 'Bo', '', ...rest],
          [error, '2026-05-03', 'Cy', '', ...rest],
          [error, '2026-05-03', 'Di', '', ...rest],
          ['N-5', '2026-05-02', 'Bo', '', ...rest],
        ]),
      )
      expect([code, orders, issues]).toEqual([
        3,
        expect.objectContaining({ inserted: 1, rejected: 4 }),
        { 'cell.error': 4 },
      ])
    },
  )

  test.each(['#N/A', '#REF!', '#NAME?'])(
    '%s in a currency column is no currency: the order is rejected',
    async (word) => {
      const error: Given = { xml: `<c t="e"><v>${word}</v></c>`, text: word }
      const { code, orders, issues, world } = await imported(
        ...file([
          ['N-1', '2026-05-01', 'Ann', '', '20.00', error],
          ['N-2', '2026-05-02', 'Bo', '', '$20.00', error],
          ['N-3', '2026-05-03', 'Cy', '', '20.00', ''],
          ['N-4', '2026-05-03', 'Di', '', ...rest],
        ]),
      )
      expect([code, orders, issues]).toEqual([
        3,
        expect.objectContaining({ inserted: 2, rejected: 2 }),
        { 'cell.error': 2 },
      ])
      const [name] = file([])
      const { stderr } = await world.crm('import', name)
      expect(stderr).toMatch(new RegExp(`row 2 › Currency.*${word.replace('?', '.')}`))
    },
  )

  test.each(['#REF!', '#N/A', '#NAME?', '#VALUE!'])('%s is nobody, which is told', async (word) => {
    const error: Given = { xml: `<c t="e"><v>${word}</v></c>`, text: word }
    const { code, issues, world } = await imported(
      ...file([
        ['N-1', '2026-05-01', error, error, ...rest],
        ['N-2', '2026-05-02', error, error, ...rest],
      ]),
    )
    expect([code, issues]).toEqual([0, { 'cell.error': 4 }])
    expect((await world.crm('list', '--json')).json()).toMatchObject({ rows: [] })
    await world.crm('undo')
    const [name] = file([])
    const { stderr } = await world.crm('import', name)
    for (const header of ['Customer', 'Phone'])
      expect(stderr).toMatch(new RegExp(`${header}.*${word.replace('?', '.')}`))
  })
})

describe('an error cell beside what says the same', () => {
  const error: Given = { xml: '<c t="e"><v>#N/A</v></c>', text: '#N/A' }

  test.each(makers)('the next row of the order names the buyer (%s)', async (_, file) => {
    const { issues, world } = await imported(
      ...file([
        ['N-1', '2026-05-01', error, '', ...rest],
        ['N-1', '2026-05-01', 'Ann', '', ...rest],
      ]),
    )
    expect(issues).toEqual({ 'cell.error': 1 })
    expect((await world.crm('list', '--json')).json()).toMatchObject({ rows: [{ name: 'Ann' }] })
  })

  test('a customer without a readable phone is one by the e-mail; who has neither is told of twice', async () => {
    const rows = ['Name,E-mail,Phone', 'Ann,ann@example.com,#N/A', 'Bo,#REF!,#N/A']
    expect(await imported('a.csv', rows.join('\n'))).toMatchObject({
      customers: { inserted: 2 },
      issues: { 'cell.error': 3 },
    })
  })
})

describe.each(makers)('an error cell in one of two phone columns (%s)', (_, file) => {
  const error: Given = { xml: '<c t="e"><v>#REF!</v></c>', text: '#REF!' }
  const twoPhones = ['Order No', 'Order Date', 'Mobile', 'Phone', 'Total', 'Currency']

  test('is told, whichever of them it is; the other is the phone', async () => {
    const { issues, customers, world } = await imported(
      ...file(
        [
          ['N-1', '2026-05-01', '13800008001', error, ...rest],
          ['N-2', '2026-05-02', error, '13800008002', ...rest],
          ['N-3', '2026-05-03', error, error, ...rest],
        ],
        twoPhones,
      ),
    )
    expect([issues, customers?.inserted]).toEqual([{ 'cell.error': 4 }, 2])
    await world.crm('undo')
    const { stderr } = await world.crm('import', file([])[0])
    expect(stderr).toContain('row 2 › Phone')
    expect(stderr).toContain('row 3 › Mobile')
  })
})

describe('damage only a workbook has', () => {
  test('an order number past 15 digits kept as a number is no key; --force takes it as it stands', async () => {
    const file = xlsx([[123456789012345680, '2026-05-01', 'Ann', '', ...rest]])
    expect(await imported('a.xlsx', file)).toMatchObject({ code: 3, issues: { 'order-id.damaged': 1 } })
    expect(await imported('a.xlsx', file, '--force')).toMatchObject({ code: 0, issues: { 'order-id.forced': 1 } })
  })

  test('a formula nobody calculated is not zero', async () => {
    const rows: Given[][] = [['N-1', '2026-05-01', 'Ann', '', { xml: '<c><f>1+1</f></c>' }, 'USD']]
    const { world, ...said } = await imported('a.xlsx', xlsx(rows))
    expect(said).toMatchObject({ code: 3, issues: { 'cell.error': 1 } })
    // On the sheet of rejected rows it is a blank, and what to do is another thing than with a formula that is wrong.
    const book = read(readFileSync(join(world.folder, 'a.rejected.xlsx')))
    const [, row] = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, defval: '' })
    expect(row!.slice(0, 6)).toEqual(['N-1', '2026-05-01', 'Ann', '', '', 'USD'])
    expect(row!.slice(6, 8)).toEqual([
      'Total: the formula in the cell was never calculated',
      expect.stringContaining('save it once'),
    ])
    const chinese = await world.crm('import', 'a.xlsx', '--lang', 'zh')
    expect(chinese.stderr).toContain('保存一次')
    for (const words of [chinese.stdout, chinese.stderr, row!.join()]) expect(words).not.toContain('no-value')
  })

  test('hidden rows are read like the others, and mentioned', async () => {
    const world = makeWorld()
    const rows: Given[][] = [
      ['N-1', '2026-05-01', 'Ann', '', ...rest],
      ['N-2', '2026-05-02', 'Bo', '', ...rest],
    ]
    writeFileSync(join(world.folder, 'a.xlsx'), xlsx(rows, ' hidden="1"'))
    const { code, stdout } = await world.crm('import', 'a.xlsx')
    expect([code, stdout]).toEqual([0, expect.stringContaining('2 rows hidden in the sheet')])
    expect(stdout).toContain('orders: 2 new')
  })
})

describe('rows of one order that do not stand together', () => {
  const told = async (text: string) => (await imported('a.csv', text)).orders

  test('a row of nobody between them ends nothing for good', async () => {
    const text =
      'Order No,Order Date,Customer,Total,Product,Qty\nN-1,2026-05-01,Ann,30,Cup,1\n,2026-05-02,,,,\nN-1,2026-05-01,Ann,30,Pot,1\n'
    expect(await told(text)).toMatchObject({ inserted: 1, rejected: 1 })
  })

  test('a subtotal between them is passed over', async () => {
    const text =
      'Order No,Order Date,Customer,Total,Product,Qty\nN-1,2026-05-01,Ann,30,Cup,1\nTotal,,,30,,\nN-1,2026-05-01,Ann,30,Pot,1\n'
    expect(await told(text)).toMatchObject({ inserted: 1, rejected: 0 })
  })
})

test('very long cells and rows are refused with the row they stand in', async () => {
  const head = 'Order No,Order Date,Customer,Total\n'
  const long = await imported('a.csv', `${head}N-1,2026-05-01,${'长'.repeat(40_000)},20\n`)
  expect(long).toMatchObject({ code: 65, stderr: expect.stringContaining('"row":2') })
  const wide = await imported('a.csv', `${head}N-1,2026-05-01,Ann,20${',x'.repeat(20_000)}\n`)
  expect(wide).toMatchObject({ code: 65, stderr: expect.stringContaining('read.long-row') })
})

describe('files put under one another', () => {
  const header = 'Order No,Order Date,Customer,Total,Product,Qty'
  const told = async (text: string) => {
    const { world, ...said } = await imported('a.csv', text)
    return { world, ...said }
  }

  test('the header once more is passed over as a heading; rows of one order go on across it', async () => {
    const halves = [
      [header, 'N-1,2026-05-01,Ann,30,Cup,1'],
      [`\ufeff${header}`, 'N-1,2026-05-01,Ann,30,Pot,1', 'N-2,2026-05-02,Bo,5,Cup,1'],
      [header],
    ]
    const { world, ...said } = await told(halves.flat().join('\n'))
    expect(said).toMatchObject({ code: 0, orders: { inserted: 2, rejected: 0 }, issues: {} })
    await world.crm('undo')
    expect((await world.crm('import', 'a.csv')).stdout).toContain('rows passed over: heading 2')
    expect((await world.crm('import', 'a.csv', '--lang', 'zh')).stdout).toContain('标题行或重复的表头')
  })

  test('also among customers, and where states are counted', async () => {
    const customers = 'Name,E-mail,City\nAnn,ann@example.com,Ulm\nName,E-mail,City\nBo,bo@example.com,Ulm\n'
    expect(await told(customers)).toMatchObject({ code: 0, customers: { inserted: 2 } })
    const world = makeWorld()
    const head = 'Order No,Order Date,Customer,Total,Status'
    writeFileSync(join(world.folder, 's.csv'), [head, 'N-1,2026-05-01,Ann,30,paid', head].join('\n'))
    const { summary } = (await world.crm('formats', 's.csv', '--json')).json<{ summary: { sheets: object[] } }>()
    expect(summary.sheets[0]).toMatchObject({ statusWords: [{ word: 'paid', rows: 1 }] })
  })

  test('a row that only begins like the header is none', async () => {
    const text = [header, 'N-1,2026-05-01,Ann,30,Cup,1', 'Order No,Order Date,Customer,Total,Product,9'].join('\n')
    expect(await told(text)).toMatchObject({ code: 3, orders: { inserted: 1, rejected: 1 } })
  })
})
