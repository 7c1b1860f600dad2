import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/core/report/table.js'
import { renderCsv } from '../../src/render/csv.js'
import { escapeCsvCell, unescapeCsvCell } from '../../src/render/csv-escape.js'
import { currencies, customers, hostile, hostileNames } from './sample.js'

const plain = { raw: false, bom: false, delimiter: ',' } as const

const risky = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '\0',
      '＝',
      '＋',
      '－',
      '＠',
      '"',
      ',',
      ';',
      '\uFEFF',
      'a',
      '1',
    ),
  }),
)

describe('formula-proof text', () => {
  it('is reversible', () => {
    fc.assert(
      fc.property(risky, (text) => {
        expect(unescapeCsvCell(escapeCsvCell(text))).toBe(text)
      }),
      { numRuns: 3000 },
    )
  })

  it('never starts with what a spreadsheet program would run', () => {
    fc.assert(
      fc.property(risky, (text) => {
        expect(escapeCsvCell(text)).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ["''=1+1", "'''=1+1"],
    ["'quoted", "'quoted"],
    ["O'Brien", "O'Brien"],
    ['-', "'-"],
    ['', ''],
  ])('%j is written %j', (text, expected) => expect(escapeCsvCell(text)).toBe(expected))
})

describe('csv', () => {
  it('writes typed numbers and dates bare, blanks empty and all other fields quoted', () => {
    const [head, first, second, , fourth, last] = renderCsv(customers, plain).split('\n')
    expect(head).toBe(
      '"客户","编号","等级","订单数","净销售额","贡献度","累计占比","最近下单","距今天数","电话","邮箱","公司","平均间隔","R","原因"',
    )
    expect(first).toBe(
      '"张三","c4k7m2p9xq","A",12,12345.67,0.4217,0.4217,2024-06-28,2,"138 0013 8000","zhang@qq.com","三友贸易, 有限公司",30.456,5,"补货; 维系"',
    )
    expect(second).toContain('"\'+15417543000"')
    expect(fourth).toContain(',-500.00,')
    expect(last).toBe(',"123456789012345678",,,,,,,,,,,,5,')
  })

  it('writes money with the decimals of its currency', () => {
    expect(renderCsv(currencies, plain).split('\n').slice(1, 4)).toEqual([
      '"champions",1234567,1.005,8911407.90',
      '"at risk",-980,-0.005,-13229.14',
      '"lost",0,,0.07',
    ])
  })

  it('gives every cell back through an independent parser', () => {
    const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false })
    for (const delimiter of [',', ';', '\t'] as const) {
      const rows: string[][] = parse(renderCsv(hostile, { ...plain, delimiter }), { delimiter })
      expect(rows.slice(1).map((cells) => cells.map(unescapeCsvCell))).toEqual(
        hostileNames.map((name) => [name, name, name]),
      )
    }
    expect(read(renderCsv(hostile, { ...plain, bom: true }))[0]).toEqual(["'=1+1", '</th>', 'E-mail\u202e'])
  })

  it('gives any text back', () => {
    fc.assert(
      fc.property(fc.array(risky, { minLength: 1, maxLength: 5 }), (texts) => {
        const table: Table = { ...hostile, columns: hostile.columns.slice(0, 1), rows: texts.map((name) => ({ name })) }
        const rows: string[][] = parse(renderCsv(table, plain))
        expect(rows.slice(1).map(([cell]) => unescapeCsvCell(cell!))).toEqual(texts)
      }),
      { numRuns: 3000 },
    )
  })

  it('a text in a number or date column is quoted and escaped like any other', () => {
    const columns = [
      { key: 'x', kind: 'count' as const, label: 'x' },
      { key: 'y', kind: 'date' as const, label: 'y' },
    ]
    const table: Table = {
      ...hostile,
      columns,
      rows: [
        { x: '=1+1', y: '=2+2' },
        { x: Number.NaN, y: '2024-02-29' },
      ],
    }
    expect(renderCsv(table, plain)).toBe('"x","y"\n"\'=1+1","\'=2+2"\n,2024-02-29\n')
  })

  it('raw escapes nothing and leaves phones as stored', () => {
    const text = renderCsv(customers, { ...plain, raw: true })
    expect(text).toContain('"+8613800138000"')
    expect(text).toContain('"+15417543000"')
    expect(parse(renderCsv(hostile, { ...plain, raw: true })).slice(1)).toEqual(
      hostileNames.map((name) => [name, name, name]),
    )
  })

  it('files have a byte order mark and CRLF, pipes neither', () => {
    const file = renderCsv(currencies, { ...plain, bom: true })
    expect(file.startsWith('\uFEFF"Segment"')).toBe(true)
    expect(file.match(/\r\n/g)).toHaveLength(4)
    expect(file.match(/(?<!\r)\n/g)).toBeNull()
    const pipe = renderCsv(currencies, plain)
    expect(pipe).not.toContain('\r')
    expect(pipe.startsWith('"Segment"')).toBe(true)
  })

  it('shows a terminal no control character', () => {
    expect(renderCsv(hostile, { ...plain, visible: true })).not.toMatch(
      /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/,
    )
  })
})
