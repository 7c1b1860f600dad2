import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../src/read/open.js'
import { sharedFolder, sourceOf, tableOf } from './byte-source.js'

const chinese = ['订单编号', '买家会员名', '收货人姓名', '总金额']
const traditional = ['訂單編號', '買家帳號', '收件人姓名', '總金額']
const japanese = ['注文番号', '購入者', '商品名', '合計']
const english = ['order-id', 'buyer-name', 'product-name', 'item-price']
const words = new Set([...chinese, ...traditional, ...japanese, ...english])
const headerWords = (cell: string) => words.has(cell)

const open = (bytes: Uint8Array, options = {}) => readWorkbook(sourceOf(bytes), { headerWords, ...options })

const scripts: Record<string, { header: string[]; letters: string }> = {
  gb18030: { header: chinese, letters: '张王李赵刘陈杨联通鑫淼喆𠮷陶瓷杯蓝色—（）€' },
  cp950: { header: traditional, letters: '張王李趙劉陳楊臺灣許功蓋陶瓷杯藍色（）' },
  cp932: { header: japanese, letters: '髙橋﨑①東京都マグカップ大きいひらがなｱｲｳソ表能' },
  win1252: { header: english, letters: 'äöüßéèñçÅØ€’–Š' },
}
const nameOf: Record<string, string> = { cp950: 'big5', cp932: 'shift_jis', win1252: 'windows-1252' }

const tableIn = (encoding: string) => {
  const { letters, header } = scripts[encoding]!
  const cell = fc.string({ unit: fc.constantFrom(...letters, 'a', '1', ' '), maxLength: 6 })
  const row = fc.tuple(cell, cell, cell, cell).map((cells) => ['1', ...cells.slice(1)])
  return fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => [header, ...rows])
}
const textOf = (rows: string[][]) => rows.map((cells) => cells.join(',')).join('\r\n')
const isWide = (text: string) => /[^\0-\x7f]/.test(text)

describe('legacy encodings are told apart by their header words', () => {
  test.each(['gb18030', 'cp950', 'cp932'])('%s', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(tableIn(encoding), async (rows) => {
        const workbook = await open(iconv.encode(textOf(rows), encoding))
        expect(workbook.encoding).toBe(nameOf[encoding] ?? encoding)
        expect((await tableOf(workbook)).rows).toEqual(rows)
      }),
    )
  })
  test('under English header words the letters decide', async () => {
    const rowsOf = (name: string) =>
      textOf([english, ...Array.from({ length: 5 }, (_, i) => [`${i}`, name, 'x', '1.00'])])
    const names = {
      gb18030: '张伟 陶瓷杯',
      cp950: '臺灣張先生',
      cp932: 'ひらがなマグカップ',
      win1252: 'Jürgen Müller, café',
    }
    for (const [encoding, name] of Object.entries(names)) {
      const workbook = await open(iconv.encode(rowsOf(name.replace(',', '')), encoding))
      expect(workbook.encoding).toBe(nameOf[encoding] ?? encoding)
      expect((await tableOf(workbook)).rows[1]![1]).toBe(name.replace(',', ''))
    }
  })
  test('windows-1252 by its lone letters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...scripts.win1252!.letters), async (letter) => {
        const rows = [english, ['1', `Na${letter}m`, 'x', '2']]
        const workbook = await open(iconv.encode(textOf(rows), 'win1252'))
        expect(workbook.encoding).toBe('windows-1252')
        expect((await tableOf(workbook)).rows).toEqual(rows)
      }),
    )
  })
  test('bytes that come only after megabytes of ASCII still count', async () => {
    const text = `${english.join(',')}\n${'1,buyer,plate,2.00\n'.repeat(120_000)}9,张伟,陶瓷杯,3.00\n`
    const workbook = await open(iconv.encode(text, 'gb18030'))
    expect(workbook.encoding).toBe('gb18030')
    expect((await tableOf(workbook)).rows.at(-1)).toEqual(['9', '张伟', '陶瓷杯', '3.00'])
  })
  test('联通, which careless guessers take for UTF-8, is GB18030 even without a header', async () => {
    const workbook = await open(iconv.encode('联通,10010\n移动,10086', 'gb18030'))
    expect(workbook.encoding).toBe('gb18030')
    expect((await tableOf(workbook)).rows[0]).toEqual(['联通', '10010'])
  })
})

describe('Unicode', () => {
  const table = fc.array(tableIn('gb18030'), { minLength: 1, maxLength: 2 }).map((tables) => tables.flat())

  test.each([
    ['utf-8', 'utf-8', false],
    ['utf-8 with mark', 'utf-8', true],
    ['utf-16le with mark', 'utf-16le', true],
    ['utf-16be with mark', 'utf-16be', true],
    ['utf-16le without mark', 'utf-16le', false],
    ['utf-16be without mark', 'utf-16be', false],
  ])('%s', async (_, encoding, addBOM) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const bytes = iconv.encode(textOf(rows.map((cells) => [...cells, '2024-05-03'])), encoding, { addBOM })
        const workbook = await open(bytes)
        expect(workbook.encoding).toBe(encoding)
        expect((await tableOf(workbook)).rows).toEqual(rows.map((cells) => [...cells, '2024-05-03']))
      }),
    )
  })
  test('a character across two pieces of the file stays whole, whatever a read gives', async () => {
    for (const encoding of ['utf-8', 'utf-16le', 'gb18030', 'cp950']) {
      for (let shift = 0; shift < 4; shift++) {
        const cells = ['x'.repeat(shift) + '杯'.repeat(30_000), '杯'.repeat(30_000)]
        const bytes = iconv.encode(`${traditional.join(',')}\n1,${cells.join(',')}`, encoding, {
          addBOM: encoding === 'utf-16le',
        })
        const workbook = await readWorkbook(sourceOf(bytes, 'a.csv', 1000), { headerWords })
        expect((await tableOf(workbook)).rows[1]!.slice(1).join() === cells.join()).toBe(true)
      }
    }
  })
  test('a file cut within its last character is still UTF-8; the cut shows', async () => {
    const workbook = await open(Buffer.from(`${chinese.join(',')}\n1,张伟`).subarray(0, -1))
    expect(workbook.encoding).toBe('utf-8')
    expect((await tableOf(workbook)).rows[1]).toEqual(['1', '张\ufffd'])
  })
})

describe('not guessed', () => {
  const refusal = (bytes: Uint8Array) =>
    expect(open(bytes)).rejects.toMatchObject({
      kind: 'bad-data',
      code: 'read.encoding',
      params: { file: 'orders.csv' },
    })

  test('Big5 without a known header word', () => refusal(iconv.encode('臺灣,許功蓋\n張先生,藍色陶瓷杯', 'cp950')))
  test('UTF-8 with a broken character inside', async () => {
    const bytes = Buffer.from(`${chinese.join(',')}\n1,张伟,李娜,3\n2,王芳,刘洋,4\n`)
    bytes[bytes.indexOf('伟') + 1] = 0x2c
    await refusal(bytes)
  })
  test('a UTF-8 mark before other bytes', () =>
    refusal(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), iconv.encode('张伟,1', 'gbk')])))
  test('GBK with a broken character', async () => {
    const bytes = iconv.encode(`${chinese.join(',')}\n1,张伟,李娜,3\n`, 'gbk')
    await refusal(Buffer.concat([bytes, Buffer.from([0xff, 0xff, 0x0a])]))
  })
})

describe('--encoding', () => {
  test.each(['GBK', 'gb2312', 'cp936', 'GB18030'])('%s', async (encoding) => {
    const workbook = await open(iconv.encode('联通,1', 'gbk'), { encoding })
    expect(workbook.encoding).toBe('gb18030')
    expect((await tableOf(workbook)).rows).toEqual([['联通', '1']])
  })
  test('overrides what would be found', async () => {
    const bytes = iconv.encode('臺灣,許功蓋', 'cp950')
    expect((await tableOf(await open(bytes, { encoding: 'big5' }))).rows).toEqual([['臺灣', '許功蓋']])
    expect(isWide(String((await tableOf(await open(bytes, { encoding: 'latin1' }))).rows[0]![0]))).toBe(true)
  })
  test('an unknown name is a usage error', async () => {
    const refused = open(Buffer.from('a,b'), { encoding: 'klingon' })
    await expect(refused).rejects.toMatchObject({
      kind: 'usage',
      code: 'read.encoding-name',
      params: { encoding: 'klingon' },
    })
  })
})

const formats = sharedFolder('../formats/made-up')
const exports: [string, string, string, string][] = [
  ['taobao/ExportOrderList_gbk.csv', 'gb18030', ',', '订单编号'],
  ['amazon/AllOrders_jp_cp932.txt', 'shift_jis', '\t', 'amazon-order-id'],
  ['amazon/AllOrders_us.txt', 'utf-8', '\t', 'amazon-order-id'],
  ['handkept/unicode_text.csv', 'utf-16le', '\t', '客户姓名'],
  ['pdd/orders_export.csv', 'utf-8', ',', '商品'],
]
describe.skipIf(formats.absent)(`made-up exports${formats.note}`, () => {
  test.each(exports)('%s', async (file, encoding, delimiter, first) => {
    const known = new Set([
      '订单编号',
      '总金额',
      'amazon-order-id',
      'purchase-date',
      'order-status',
      '日期',
      '数量',
      '订单号',
    ])
    const source = sourceOf(readFileSync(`${formats.path}/${file}`), file)
    const workbook = await readWorkbook(source, { headerWords: (cell) => known.has(cell) })
    const { rows } = await tableOf(workbook)
    expect([workbook.encoding, workbook.delimiter, rows[0]![0]]).toEqual([encoding, delimiter, first])
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
  })
})
