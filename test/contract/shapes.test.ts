import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Excel from 'exceljs'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Dump, dumpLedger } from '../support/dump.js'
import { openWorld } from '../support/world.js'

/** One order of several rows, one refunded, one cancelled, one without a buyer; values with commas, quotes and Chinese. */
const header = [
  '订单号',
  '下单时间',
  '更新时间',
  '状态',
  '客户',
  '手机',
  '店铺',
  '实付金额',
  '退款',
  '币种',
  '商品名称',
  '数量',
  '小计',
  '备注',
]
const rows = [
  [
    '1001',
    '2026-01-02 10:11:12',
    '2026-01-05 08:00:00',
    '已完成',
    '王芳',
    '13800000001',
    '旗舰店',
    '1234.50',
    '0',
    'CNY',
    '茶杯，"大"',
    '2',
    '1000.00',
    '请包好,谢谢',
  ],
  [
    '1001',
    '2026-01-02 10:11:12',
    '2026-01-05 08:00:00',
    '已完成',
    '王芳',
    '13800000001',
    '旗舰店',
    '1234.50',
    '0',
    'CNY',
    '茶壶',
    '1',
    '234.50',
    '请包好,谢谢',
  ],
  [
    '1002',
    '2026-01-13 00:00:01',
    '2026-01-14 08:00:00',
    '部分退款',
    '李雷',
    '13800000002',
    '旗舰店',
    '88.00',
    '8.00',
    'CNY',
    '茶壶',
    '1',
    '88.00',
    '',
  ],
  [
    '1003',
    '2026-02-28 23:59:59',
    '2026-03-01 08:00:00',
    '已取消',
    '李雷',
    '13800000002',
    '旗舰店',
    '15.00',
    '0',
    'CNY',
    '茶杯，"大"',
    '3',
    '15.00',
    '',
  ],
  [
    '1004',
    '2026-02-27 12:00:00',
    '2026-02-27 12:00:00',
    '已完成',
    '',
    '',
    '旗舰店',
    '9.90',
    '0',
    'CNY',
    '茶巾',
    '1',
    '9.90',
    '',
  ],
] as const

type Cells = readonly (readonly string[])[]

function csv(cells: Cells, separator = ',', lineEnd = '\n'): string {
  const quoted = (text: string) => (/[",\t;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return cells.map((row) => row.map(quoted).join(separator) + lineEnd).join('')
}

async function workbook(cells: Cells, typed: boolean): Promise<Buffer> {
  const book = new Excel.Workbook()
  const sheet = book.addWorksheet('订单')
  const numbers = new Set(['实付金额', '退款', '数量', '小计'])
  const days = new Set(['下单时间', '更新时间'])
  for (const row of cells) {
    const isHeader = row === cells[0]
    const added = sheet.addRow(
      row.map((text, at) => (isHeader || !typed ? text : numbers.has(cells[0]![at]!) ? Number(text) : text)),
    )
    if (isHeader || !typed) continue
    cells[0]!.forEach((name, at) => {
      if (!days.has(name)) return
      added.getCell(at + 1).value = new Date(`${row[at]!.replace(' ', 'T')}Z`)
      added.getCell(at + 1).numFmt = 'yyyy/m/d h:mm:ss'
    })
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

const all: Cells = [header, ...rows]
/** Columns in another order, and two that say nothing. */
const columns = [11, 3, 0, 13, 7, 5, 1, 9, 2, 4, 12, 6, 8, 10]
const reordered = all.map((row) => columns.map((at) => row[at]!))
const widened = all.map((row, at) => [
  at === 0 ? '仓库颜色' : 'x',
  ...row.slice(0, 4),
  at === 0 ? 'Zzz' : '',
  ...row.slice(4),
])
/** Rows in another order: those of the order with two rows do not stand together. */
const scattered = [header, rows[1]!, rows[4]!, rows[2]!, rows[0]!, rows[3]!]
const spaced = [header, [], rows[0]!, rows[1]!, header.map(() => ''), rows[2]!, rows[3]!, [], rows[4]!, []]
const firstOnly = [
  header,
  ...rows.map((row, at) =>
    at === 1 ? row.map((text, column) => ([0, 10, 11, 12].includes(column) ? text : '')) : row,
  ),
]
const titled = [['2026年订单'], [], ...all]

async function dumpFrom(file: string, content: string | Buffer): Promise<Dump> {
  const world = openWorld()
  try {
    writeFileSync(join(world.folder, file), content)
    const { code, stderr } = await world.crm('import', file)
    expect([code, stderr]).toEqual([0, expect.any(String)])
    return dumpLedger(join(world.folder, 'crm.db'))
  } finally {
    world.remove()
  }
}

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const utf16be = (text: string) => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])

describe('one sheet, however it is written, gives one ledger', () => {
  let plain: Dump

  beforeAll(async () => {
    plain = await dumpFrom('plain.csv', csv(all))
  })

  test('the plain one is as it should be', () => {
    const orders = plain.orders as {
      number: string
      total_minor: number
      refund_minor: number
      status: string
      lines: string
    }[]
    expect(
      orders.map(({ number, total_minor, refund_minor, status }) => [number, total_minor, refund_minor, status]),
    ).toEqual([
      ['1001', 123450, 0, 'paid'],
      ['1002', 8800, 800, 'partially_refunded'],
      ['1003', 1500, 0, 'cancelled'],
      ['1004', 990, 0, 'paid'],
    ])
    expect(orders.map(({ lines }) => (JSON.parse(lines) as unknown[]).length)).toEqual([2, 1, 1, 1])
    expect(plain.customers).toHaveLength(2)
  })

  test.each<[string, string, () => string | Buffer | Promise<Buffer>]>([
    ['UTF-8 with a byte order mark', 'a.csv', () => `\ufeff${csv(all)}`],
    ['GBK', 'a.csv', () => iconv.encode(csv(all), 'gbk')],
    ['GB18030', 'a.csv', () => iconv.encode(csv(all), 'gb18030')],
    ['UTF-16, little end first', 'a.csv', () => utf16(csv(all))],
    ['UTF-16, big end first', 'a.csv', () => utf16be(csv(all))],
    ['Excel’s "Unicode text"', 'a.txt', () => utf16(csv(all, '\t', '\r\n'))],
    ['CR LF', 'a.csv', () => csv(all, ',', '\r\n')],
    ['CR', 'a.csv', () => csv(all, ',', '\r')],
    ['no line end at the end', 'a.csv', () => csv(all).trimEnd()],
    ['semicolons', 'a.csv', () => csv(all, ';')],
    ['tabs', 'a.tsv', () => csv(all, '\t')],
    [
      'every cell quoted',
      'a.csv',
      () => `${all.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`,
    ],
    [
      'ids as formulas',
      'a.csv',
      () =>
        csv(
          all.map((row, at) =>
            at === 0 ? row : [`="${row[0]}"`, ...row.slice(1, 5), row[5] === '' ? '' : `'${row[5]}`, ...row.slice(6)],
          ),
        ),
    ],
    ['blank rows', 'a.csv', () => csv(spaced)],
    ['a title above the header', 'a.csv', () => csv(titled)],
    ['further columns', 'a.csv', () => csv(widened)],
    ['columns in another order', 'a.csv', () => csv(reordered)],
    ['rows in another order, those of one order apart', 'a.csv', () => csv(scattered)],
    ['the order’s own cells on its first row only', 'a.csv', () => csv(firstOnly)],
    ['a workbook of texts', 'a.xlsx', () => workbook(all, false)],
    ['a workbook of numbers and dates', 'a.xlsx', () => workbook(all, true)],
    ['a workbook with its rows scattered', 'a.xlsx', () => workbook(scattered, true)],
    ['a workbook called .csv', 'a.csv', () => workbook(all, true)],
  ])('%s', async (_, file, write) => {
    expect(await dumpFrom(file, await write())).toEqual(plain)
  })
})
