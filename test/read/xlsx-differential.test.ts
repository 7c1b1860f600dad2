import * as SheetJS from '@e965/xlsx'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBytes } from './xlsx-fixture.js'
import { ERRORS, sheetJsRows } from './xlsx-sheetjs.js'

const FORMATS = ['yyyy-mm-dd', 'm/d/yy h:mm', 'yyyy"年"m"月"d"日"', '0.00', '#,##0', 'h:mm:ss', '[h]:mm', 'm/d/yy', '@']

const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'aZ09 _-&<>"\'\n,;中文é𠮷😀元'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  })
  .filter((value) => !/[\r\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|_x[\da-f]{4}_/i.test(value))
/** Serials with whole seconds, away from the first second of a day and the days before March 1900. */
const serial = fc
  .tuple(fc.integer({ min: 61, max: 80_000 }), fc.constantFrom(0, 1 / 4, 1 / 2, 3 / 4))
  .map(([day, part]) => day + part)

const cell: fc.Arbitrary<SheetJS.CellObject | null> = fc.oneof(
  fc.constant(null),
  text.map((v) => ({ t: 's' as const, v })),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    .map((v) => ({ t: 'n' as const, v: v + 0 })),
  fc.integer().map((v) => ({ t: 'n' as const, v })),
  fc.tuple(serial, fc.constantFrom(...FORMATS)).map(([v, z]) => ({ t: 'n' as const, v, z })),
  fc.boolean().map((v) => ({ t: 'b' as const, v })),
  fc.constantFrom(...Object.keys(ERRORS).map(Number)).map((v) => ({ t: 'e' as const, v })),
  fc.tuple(fc.integer(), fc.constantFrom('A1+1', 'SUM(A1:B2)')).map(([v, f]) => ({ t: 'n' as const, v, f })),
  text.filter((v) => v !== '').map((v) => ({ t: 's' as const, v, f: 'T(A1)' })),
)

test('property: cell for cell what SheetJS reads in workbooks that SheetJS wrote', async () => {
  const rows = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 7 })
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), fc.boolean(), async (table, bookSST, date1904) => {
      const book = SheetJS.utils.book_new()
      SheetJS.utils.book_append_sheet(book, SheetJS.utils.aoa_to_sheet(table), '订单 & more')
      book.Workbook = { ...book.Workbook, WBProps: { date1904 } }
      const bytes: Buffer = SheetJS.write(book, { type: 'buffer', bookType: 'xlsx', bookSST, compression: true })
      expect(await readBytes(bytes)).toEqual(sheetJsRows(bytes))
    }),
    { numRuns: 150 },
  )
})

test('property: cell for cell what SheetJS reads in workbooks that exceljs wrote', async () => {
  const value: fc.Arbitrary<ExcelJS.CellValue> = fc.oneof(
    fc.constant(null),
    text.filter((v) => v !== ''),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map((v) => v + 0),
    fc.boolean(),
    fc.constant<ExcelJS.CellErrorValue>({ error: '#N/A' }),
    fc.integer().map((result) => ({ formula: 'A1+1', result }) as ExcelJS.CellFormulaValue),
    fc
      .array(
        text.filter((v) => v !== ''),
        { minLength: 1, maxLength: 3 },
      )
      .map((runs) => ({ richText: runs.map((run, i) => ({ text: run, font: { bold: i % 2 === 0 } })) })),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 5 }),
      fc.array(serial, { maxLength: 5 }),
      async (table, serials) => {
        const book = new ExcelJS.Workbook()
        const orders = book.addWorksheet('orders')
        for (const [i, row] of table.entries()) orders.getRow(i * 2 + 1).values = row
        const days = book.addWorksheet('days', { state: 'hidden' })
        for (const number of serials) {
          const row = days.addRow([number, number, number, number])
          for (const [i, format] of ['yyyy-mm-dd', 'mm/dd/yyyy hh:mm', '[Red]d mmm yy', '0.0'].entries())
            row.getCell(i + 1).numFmt = format
        }
        days.mergeCells('F1:G9')
        const bytes = Buffer.from(await book.xlsx.writeBuffer())
        expect(await readBytes(bytes)).toEqual(sheetJsRows(bytes))
      },
    ),
    { numRuns: 60 },
  )
})
