import { read, type WorkBook } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, fromBuffer } from 'yauzl'
import { sheetNames } from '../../src/render/sheet-names.js'
import { renderXlsx, sheetParts } from '../../src/render/xlsx.js'
import { sheetText, sheetValue } from '../../src/render/xlsx-cell.js'
import { stampZip } from '../../src/render/zip-stamp.js'
import { zipParts } from '../support/zip-parts.js'
import { currencies, customers, hostile, hostileNames, sample, sampleWith } from './sample.js'

async function bySheetJs(bytes: Uint8Array): Promise<WorkBook> {
  return read(bytes, { cellNF: true, cellDates: false, cellStyles: true })
}

async function byExcelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  return workbook
}

describe('the workbook', () => {
  it('has a summary, then a sheet a table', async () => {
    const { SheetNames, Sheets } = await bySheetJs(await renderXlsx(sampleWith([customers, currencies]), 'zh'))
    expect(SheetNames).toEqual(['概览', '客户明细 A B 2024', 'Net revenue by currency'])
    const summary = Sheets.概览!
    expect(summary.A1?.v).toBe('客户分层报告（ABC）')
    expect(summary.A2?.v).toBe('截至 2024-06-30 · 2023-07-02 至 2024-06-30（365天） · 金额单位 CNY')
    expect([summary.A6?.v, summary.B6?.v, summary.B6?.w]).toEqual(['净销售额', 8911407.9, '¥8,911,407.90'])
    expect([summary.A9?.v, summary.B9?.v, summary.B9?.w]).toEqual(['购买周期', 44, '44天'])
    expect([summary.A15?.v, summary.C15?.v]).toEqual(['客户明细: A/B [2024]', '5 行 · 另有 4,318 行未列出。'])
  })

  it('types every cell', async () => {
    const sheet = (await bySheetJs(await renderXlsx(sampleWith([customers]), 'zh'))).Sheets['客户明细 A B 2024']!
    const cell = (address: string) => [sheet[address]?.t, sheet[address]?.v, sheet[address]?.z]
    expect(cell('A2')).toEqual(['s', '张三', '@'])
    expect(cell('B6')).toEqual(['s', '123456789012345678', '@'])
    expect(cell('D2')).toEqual(['n', 12, '#,##0'])
    expect(cell('E2')).toEqual(['n', 12345.67, '"¥"#,##0.00;[Red]-"¥"#,##0.00'])
    expect(cell('E5')).toEqual(['n', -500, '"¥"#,##0.00;[Red]-"¥"#,##0.00'])
    expect(cell('F2')).toEqual(['n', 0.4217, '0.0%'])
    expect(cell('H2')).toEqual(['n', 45471, 'yyyy-mm-dd'])
    expect(cell('J2')).toEqual(['s', '138 0013 8000', '@'])
    expect(cell('J3')).toEqual(['s', '+15417543000', '@'])
    expect(sheet.E6?.v).toBeUndefined()
    expect(cell('O2')).toEqual(['s', '补货、维系', '@'])
  })

  it('writes currencies with their own decimals', async () => {
    const sheet = (await bySheetJs(await renderXlsx(sampleWith([currencies]), 'en'))).Sheets['Net revenue by currency']!
    expect([sheet.B2?.v, sheet.B2?.w]).toEqual([1234567, 'JPY 1,234,567'])
    expect([sheet.C2?.v, sheet.C2?.w]).toEqual([1.005, 'KWD 1.005'])
    expect([sheet.D3?.v, sheet.D3?.w]).toEqual([-13229.14, '-£13,229.14'])
  })

  it('opens ready to work in: frozen heading, filter, widths for Chinese, bars on one scale, print set-up', async () => {
    const workbook = await byExcelJs(await renderXlsx(sampleWith([customers]), 'zh'))
    const sheet = workbook.getWorksheet('客户明细 A B 2024')!
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 })
    expect(sheet.autoFilter).toBe('A1:O6')
    expect(sheet.getColumn(1).width).toBeGreaterThanOrEqual('Emma Brown & Söhne'.length)
    expect(sheet.getColumn(12).width).toBeGreaterThanOrEqual(2 * '三友贸易有限公司'.length)
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToHeight: 0 })
    const { conditionalFormattings } = sheet as unknown as {
      conditionalFormattings: { ref: string; rules: { type: string }[] }[]
    }
    expect(conditionalFormattings.map(({ ref, rules }) => [ref, rules[0]?.type])).toEqual([
      ['F2:F6', 'dataBar'],
      ['G2:G6', 'dataBar'],
      ['N2:N6', 'colorScale'],
    ])
  })

  it('opens with what to do, and leads to its sheets', async () => {
    const tables = [
      { ...customers, title: 'a & b <c> "d"' },
      { ...currencies, title: "O'Brien's", rows: [], reason: 'No orders.' },
    ]
    const report = sampleWith(tables, { actions: ['Call Emma today: an agreed date.', '=2 complaints'], facts: [] })
    const workbook = await bySheetJs(await renderXlsx(report, 'en'))
    const { Summary: cover } = workbook.Sheets
    expect(['A4', 'A5', 'A6', 'A8'].map((at) => cover![at]?.v)).toEqual([
      ...['What to do first', '1. Call Emma today: an agreed date.', '2. =2 complaints', 'Contents'],
    ])
    expect(['A9', 'A10'].map((at) => cover![at]?.l?.Target)).toEqual(['#\'a & b <c> "d"\'!A1', "#'O’Brien’s'!A1"])
    expect(workbook.SheetNames.slice(1)).toEqual(['a & b <c> "d"', 'O’Brien’s'])
    expect(cover!.C10?.v).toBe('0 rows · No orders.')
  })

  it('colours tiers, whose letters say the same, and keeps wide sheets readable on paper', async () => {
    const workbook = await byExcelJs(await renderXlsx(sampleWith([customers]), 'en'))
    const sheet = workbook.worksheets[1]!
    const fills = [2, 3, 4, 5, 6].map((row) => sheet.getCell(row, 3).fill)
    expect(new Set(fills.slice(0, 4).map((fill) => JSON.stringify(fill))).size).toBe(4)
    expect(fills[4]).toMatchObject({ pattern: 'none' })
    expect(sheet.pageSetup).toMatchObject({ fitToWidth: 2, printTitlesRow: '1:1', printTitlesColumn: 'A:A' })
    expect(sheet.headerFooter.oddHeader).toBe('&L&"-,Bold" 客户明细: A/B [2024]&R2024-06-30')
    const columns = Array.from(
      { length: 30 },
      (_, at) => ({ key: `c${at}`, kind: 'text', label: 'x'.repeat(20) }) as const,
    )
    const wide = await byExcelJs(await renderXlsx(sampleWith([{ ...customers, title: 'A&B', columns }]), 'en'))
    expect(wide.worksheets[1]!.pageSetup.fitToWidth).toBe(4)
    expect(wide.worksheets[1]!.headerFooter.oddHeader).toContain(' A&&B')
  })

  it('draws no bar for nothing', async () => {
    const parts = await zipParts(await renderXlsx(sampleWith([customers]), 'en'))
    const sheet = parts.get('xl/worksheets/sheet2.xml')!
    expect(sheet.match(/<dataBar[^>]*>/g)).toEqual(Array(2).fill('<dataBar minLength="0" maxLength="100">'))
  })

  it('stores hostile text as text: no formula, no link, no control character', async () => {
    const bytes = await renderXlsx(
      sampleWith([hostile], { facts: [{ label: '=1+1', kind: 'text', value: '=2+2' }], notes: ['=3+3'] }),
      'en',
    )
    const { Sheets, SheetNames } = await bySheetJs(bytes)
    const [, name] = SheetNames
    const sheet = Sheets[name!]!
    hostileNames.forEach((text, index) => {
      const cell = sheet[`A${index + 2}`]
      expect(cell.t).toBe('s')
      expect(cell.f).toBeUndefined()
      expect(cell.l).toBeUndefined()
      expect(cell.v).toBe(text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, ''))
    })
    const other = await byExcelJs(bytes)
    other.eachSheet((each) =>
      each.eachRow((row) =>
        row.eachCell((cell) => {
          expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Number, ExcelJS.ValueType.Merge]).toContain(cell.type)
        }),
      ),
    )
  })

  it('gives equal bytes for equal reports, and names nobody', async () => {
    const [once, again] = [await renderXlsx(sample, 'zh'), await renderXlsx(structuredClone(sample), 'zh')]
    expect(Buffer.compare(once, again)).toBe(0)
    expect(new Set(await entryTimes(once))).toEqual(new Set(['2024-06-30 00:00 2024-06-30 00:00']))
    const { creator, lastModifiedBy, created, modified, company } = await byExcelJs(once)
    expect({ creator, lastModifiedBy, company }).toEqual({ creator: 'crm', lastModifiedBy: 'crm', company: '' })
    expect([created, modified].map((date) => date.toISOString())).toEqual(Array(2).fill('2024-06-30T00:00:00.000Z'))
  })

  it('holds more texts than cells share', async () => {
    const rows = Array.from({ length: 10_050 }, (_, at) => ({ segment: ` ${at} <&"'> `, gbpMinor: at }))
    const columns = currencies.columns.filter(({ key }) => key === 'segment' || key === 'gbpMinor')
    const bytes = await renderXlsx(sampleWith([{ ...currencies, columns, rows }]), 'en')
    const sheet = (await bySheetJs(bytes)).Sheets['Net revenue by currency']!
    for (const at of [0, 1, 9_000, 10_000, 10_049]) {
      expect(sheet[`A${at + 2}`]).toMatchObject({ t: 's', v: ` ${at} <&"'> ` })
      expect(sheet[`B${at + 2}`]?.v).toBe(at / 100)
    }
  })

  it('gives every amount, date and text back', async () => {
    const row = fc.record({
      segment: fc.string({ unit: 'grapheme', maxLength: 40 }),
      jpyMinor: fc.integer({ min: -1e12, max: 1e12 }),
      kwdMinor: fc.integer({ min: -1e12, max: 1e12 }),
      gbpMinor: fc.option(fc.integer({ min: -1e12, max: 1e12 })),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const sheet = (await bySheetJs(await renderXlsx(sampleWith([{ ...currencies, rows }]), 'en'))).Sheets[
          'Net revenue by currency'
        ]!
        rows.forEach((each, index) => {
          const at = index + 2
          expect(sheet[`A${at}`]?.v ?? '').toBe(sheetable(each.segment))
          expect(sheet[`B${at}`]?.v).toBe(each.jpyMinor)
          expect(Math.round(sheet[`C${at}`]?.v * 1000)).toBe(each.kwdMinor)
          expect(sheet[`D${at}`]?.v).toBe(each.gbpMinor === null ? undefined : Number(decimalText(each.gbpMinor)))
        })
      }),
      { numRuns: 40 },
    )
  })
})

/** The times of a zip's entries, in the directory and in front of the entry itself. */
function entryTimes(bytes: Uint8Array): Promise<string[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const times: string[] = []
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', ({ lastModFileDate, lastModFileTime, relativeOffsetOfLocalHeader: at }: Entry) => {
        const local = dosTime(view.getUint16(at + 12, true), view.getUint16(at + 10, true))
        times.push(`${dosTime(lastModFileDate, lastModFileTime)} ${local}`)
      })
      zip.on('end', () => resolve(times))
    })
  })
}

function dosTime(date: number, time: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)}`
  return `${day} ${two(time >> 11)}:${two((time >> 5) & 63)}`
}

/** What is left of a text in a workbook: no control characters, LF line ends. */
function sheetable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, '')
}

function decimalText(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

describe('a cell', () => {
  it('is never NaN, an infinity or an object', () => {
    expect(sheetValue(Number.NaN, { kind: 'number' }, 'en')).toBeNull()
    expect(sheetValue(Number.POSITIVE_INFINITY, { kind: 'money', currency: 'CNY' }, 'en')).toBeNull()
    expect(sheetValue(['=1', '=2'], { kind: 'text' }, 'en')).toBe('=1, =2')
    expect(sheetValue('=1+1', { kind: 'count' }, 'en')).toBe('=1+1')
    expect(sheetValue('lost', { kind: 'text', words: { lost: '流失' } }, 'zh')).toBe('流失')
  })

  it('is a date only where Excel can hold it', () => {
    expect(sheetValue('2024-02-29', { kind: 'date' }, 'en')).toEqual(new Date(Date.UTC(2024, 1, 29)))
    expect(sheetValue('2024-02-30', { kind: 'date' }, 'en')).toBe('2024-02-30')
    expect(sheetValue('1900-02-28', { kind: 'date' }, 'en')).toBe('1900-02-28')
    expect(sheetValue('1900-03-01', { kind: 'date' }, 'en')).toEqual(new Date(Date.UTC(1900, 2, 1)))
  })

  it('holds at most 32,767 UTF-16 units and never half a character', () => {
    expect(sheetText('a'.repeat(32_767))).toHaveLength(32_767)
    expect(sheetText('a'.repeat(32_768))).toBe(`${'a'.repeat(32_766)}…`)
    expect(sheetText(`${'a'.repeat(32_765)}😀😀`)).toBe(`${'a'.repeat(32_765)}…`)
    expect(sheetText('_x000D_')).toBe('_x005F_x000D_')
    expect(sheetText('a_x0041_x')).toBe('a_x005F_x0041_x')
  })

  it('longer than 255 characters is not formatted as text, which Excel would show as #####', async () => {
    const rows = [{ segment: 'x'.repeat(256) }, { segment: 'x'.repeat(255) }]
    const sheet = (await bySheetJs(await renderXlsx(sampleWith([{ ...currencies, rows }]), 'en'))).Sheets[
      'Net revenue by currency'
    ]!
    expect([sheet.A2?.z, sheet.A3?.z]).toEqual(['General', '@'])
  })
})

describe('sheet names', () => {
  it('are what Excel takes', () => {
    expect(sheetNames(['Tiers', 'TIERS', 'a/b:c?d*e[f]\\g', "O'Brien's", 'History', '', '\u0007'])).toEqual([
      'Tiers',
      'TIERS (2)',
      'a b c d e f g',
      'O’Brien’s',
      'History (2)',
      'Sheet',
      'Sheet (2)',
    ])
    expect(sheetNames(['x'.repeat(40), 'x'.repeat(40)])).toEqual(['x'.repeat(31), `${'x'.repeat(27)} (2)`])
  })

  it('stay so for any titles', () => {
    const title = fc.string({
      unit: fc.oneof(fc.constantFrom('a', 'A', ':', "'", ' ', '[', '😀'), fc.string({ maxLength: 1 })),
      maxLength: 40,
    })
    fc.assert(
      fc.property(fc.array(title, { maxLength: 12 }), (titles) => {
        const names = sheetNames(titles)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length)
        for (const name of names) expect(name).toMatch(/^(?! )[^*?:\\/[\]'\0-\x1f]{1,31}(?<! )$/)
      }),
    )
  })
})

it('a table too long for one sheet goes on in the next', () => {
  const parts = sheetParts(customers, 2)
  expect(parts.map(({ rows }) => rows.length)).toEqual([2, 2, 1])
  expect(parts.flatMap(({ rows }) => rows)).toEqual(customers.rows)
  expect(sheetNames(parts.map(({ title }) => title))[2]).toBe('客户明细 A B 2024 (3)')
  expect(sheetParts(customers, 5)).toEqual([customers])
  expect(sheetParts({ ...customers, rows: [] })).toHaveLength(1)
})

it('what is no zip file is not stamped', () => {
  const bytes = new Uint8Array(40).fill(7)
  expect(stampZip(bytes.slice(), '2024-06-30')).toEqual(bytes)
  expect(stampZip(new Uint8Array(3), '2024-06-30')).toEqual(new Uint8Array(3))
})
