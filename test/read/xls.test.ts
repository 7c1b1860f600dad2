import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openXls } from '../../src/read/xls.js'
import { sharedFolder, sourceOf } from './byte-source.js'
import { openBytes, rowsBySheet } from './older-sheets.js'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/corpus/${name}`, import.meta.url))
const words = (...numbers: number[]) => Buffer.from(Uint16Array.from(numbers).buffer)

/** A record of a BIFF stream. */
function record(id: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([words(id, body.length), body])
}

test('dates, numbers, text and hidden sheets of Excel 97', async () => {
  const workbook = await openBytes(fixture('excel-97.xls'))
  expect(workbook.kind).toBe('xls')
  expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['订单', false],
    ['备用', true],
  ])
  expect((await rowsBySheet(workbook)).订单).toEqual([
    [1, '订单编号', '下单日期', '客户名称', '电话', '实付金额'],
    [2, '0000138001', '2026-05-01', '示例客户甲', '13800001001', 1200],
    [3, '1234567890123456789', '2026-05-13', '示例客户乙', '13800001002', 350],
  ])
  // From the top again, as each pass does.
  expect((await rowsBySheet(workbook)).备用).toEqual([[1, 'x']])
  expect((await rowsBySheet(workbook)).备用).toEqual([[1, 'x']])
})

test('text in the code page the file names, and built-in dates of Chinese Excel', async () => {
  const format = (id: number) => record(0xe0, words(0, id, 0, 0, 0, 0, 0, 0))
  const number = (column: number, style: number) =>
    record(0x203, words(0, column, style), Buffer.from(Float64Array.of(45_356.25).buffer))
  const text = Buffer.from('b5a5bac5', 'hex')
  const stream = Buffer.concat([
    ...[
      record(0x809, words(0x500, 0x10, 0, 0)),
      record(0x42, words(936)),
      format(0),
      format(31),
      format(2),
      format(55),
    ],
    ...[record(0x204, words(0, 0, 0, text.length), text), number(1, 1), number(2, 2), number(3, 3), record(0x0a)],
  ])
  const read = await rowsBySheet(await openBytes(stream))
  expect(Object.values(read)).toEqual([[[1, '单号', '2024-03-05 06:00:00', 45_356.25, '2024-03-05 06:00:00']]])
})

describe('what goes wrong stays in its thread', () => {
  const bytes = fixture('excel-97.xls')
  const refusal = (read: Promise<unknown>) => expect(read).rejects
  test('time', () =>
    refusal(openXls(sourceOf(bytes, 'old.xls'), { readMs: 0 })).toMatchObject({
      kind: 'bad-data',
      code: 'read.xls-heavy',
      params: { file: 'old.xls' },
    }))
  test('memory', () =>
    refusal(openXls(sourceOf(bytes), { memory: { maxOldGenerationSizeMb: 4 } })).toMatchObject({
      code: 'read.xls-heavy',
    }))
  test('more bytes than are read', () =>
    refusal(openXls({ ...sourceOf(bytes), size: 2 ** 26 + 1 })).toMatchObject({
      code: 'read.too-large',
      params: { limit: 'xls-bytes' },
    }))
  test.each([0.2, 0.5, 0.8])('a file cut short at %s of it', (share) =>
    refusal(openXls(sourceOf(bytes.subarray(0, bytes.length * share)))).toMatchObject({ code: 'read.xls' }),
  )
  test('bytes changed: read or refused, and nothing of ours is changed', async () => {
    for (let at = 512; at < bytes.length; at += 1501) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 0x55
      await openXls(sourceOf(changed))
        .then(rowsBySheet)
        .catch((error: unknown) => expect(error).toMatchObject({ name: 'UserError', kind: 'bad-data' }))
    }
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

const odd = sharedFolder('odd_workbooks')
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** Rows each must hold, all of its sheets by name. */
const OWED: Readonly<
  Record<string, { readonly sheets: readonly string[]; readonly rows: Readonly<Record<string, unknown[]>> }>
> = {
  '01_date1904/test_files__1904.xls': {
    sheets: ['Sheet1'],
    rows: { Sheet1: [[5, 11_111, '1934-06-03', '1934-06-03', '1934-06-03']] },
  },
  '06_hidden_sheets/calamine__any_sheets.xls': {
    sheets: ['Visible', 'Hidden (hidden)', 'VeryHidden (hidden)'],
    rows: { Visible: upTo(1, 3).map((row) => [row, 2 * row - 1, 2 * row]) },
  },
  '14_xls_biff/poi__testEXCEL_3.xls': {
    sheets: ['Sheet1'],
    rows: { Sheet1: [[6, '1977/78', '', 376.2, 395.2, '', 87.4, 133, '', 463.6, 528.2]] },
  },
  '14_xls_biff/poi__testEXCEL_5.xls': {
    sheets: ['Feuil1', 'Feuil2', 'Feuil3'],
    rows: {
      Feuil1: [
        [4, '', 'Number', 'Square', '', 'Formatted'],
        [7, '', 2, 4, '', 1.55],
      ],
    },
  },
  '14_xls_biff/test_files__CRLFX5_2.XLS': {
    sheets: ['Sheet1'],
    rows: {
      Sheet1: [
        [1, 'Normal', 'abc\ndef'],
        [2, 'Formula', 'abc\r\ndef'],
      ],
    },
  },
  '14_xls_biff/test_files__text_and_numbers.xls': {
    sheets: ['Sheet1', 'Sheet2', 'Sheet3'],
    rows: {
      Sheet1: [
        [2, 'Hebrew', 'שלום', 'עולם'],
        [4, 1337, 13.37, 1337],
      ],
    },
  },
  '14_xls_biff/xlrd__biff4_no_format_no_window2.xls': {
    sheets: ['Sheet1'],
    rows: {
      Sheet1: [
        [1, 'ID', 'TOTAL', 'MAIN', 'SUB'],
        [2, 'A', 'DOG & CAT PRODUCTS', 'Dog & Cat Product'],
      ],
    },
  },
  '16_wps_google_numbers_libreoffice_writers/test_files__LONumbers.xls': {
    sheets: ['Sheet1'],
    rows: { Sheet1: [[1, 'General', 1, -1.2, 12.3, -12.34, 123.45, -123.456, 1234.567, -1234.5678, 12_345.6789]] },
  },
  '16_wps_google_numbers_libreoffice_writers/test_files__fn.et': {
    sheets: ['Sheet1'],
    rows: {
      Sheet1: [
        [2, 'EVALUATE', '=EVALUATE("1+1")', 2],
        [3, 'FIELDVALUE', '=FIELDVALUE(A2,"Result")', { error: '#VALUE!' }],
      ],
    },
  },
  '18_numbers_as_text_leading_zero_big/readxl__big-texty-numbers-xls.xls': {
    sheets: ['Sheet1'],
    rows: { Sheet1: [[3, 2_147_483_647, '2147483647', 'x = 2^31 - 1']] },
  },
  '19_other_reader_fixtures/readxl__blanks.xls': {
    sheets: ['different_rows', 'same_row_first', 'same_row_middle'],
    rows: {
      different_rows: [
        [1, 'x', 'y'],
        [2, '', 'a'],
        [3, 1],
      ],
      same_row_middle: [[4, 2, 'b']],
    },
  },
}

describe.skipIf(odd.absent)(`odd workbooks of older Excels${odd.note}`, () => {
  test.each(Object.entries(OWED))('%s', async (file, { sheets, rows }) => {
    const workbook = await openBytes(readFileSync(`${odd.path}/${file}`))
    expect(workbook.sheets.map(({ name, hidden }) => (hidden ? `${name} (hidden)` : name))).toEqual(sheets)
    const read = await rowsBySheet(workbook)
    for (const [sheet, some] of Object.entries(rows)) expect(read[sheet]).toEqual(expect.arrayContaining(some))
  })
})
