import { describe, expect, it } from 'vitest'
import { renderJson, renderJsonLines } from '../../src/render/json.js'
import { currencies, customers, hostile, hostileNames, sample, sampleWith } from './sample.js'

describe('json', () => {
  it('has the documented keys in the documented order, the further tables after them', () => {
    const document = JSON.parse(renderJson(sample))
    expect(Object.keys(document)).toEqual([
      'schemaVersion',
      'report',
      'asOf',
      'window',
      'currency',
      'params',
      'summary',
      'columns',
      'rows',
      'omitted',
      'notes',
      'tables',
    ])
    expect(document).toMatchObject({ schemaVersion: 1, report: 'tier', asOf: '2024-06-30', omitted: 4318 })
    expect(document.window).toEqual({ from: '2023-07-02', to: '2024-06-30', days: 365 })
    expect(document.summary).toEqual(sample.summary)
    expect(document.tables.map((table: { key: string }) => table.key)).toEqual(['currencies', 'hostile'])
  })

  it('gives rows as stored: integers in minor units, fractions, lists, null for blanks', () => {
    const { rows, columns } = JSON.parse(renderJson(sample))
    expect(rows[0]).toMatchObject({
      name: '张三',
      netMinor: 1234567,
      share: 0.4217,
      reasons: ['补货', '维系'],
      phone: '+8613800138000',
    })
    expect(rows[4].netMinor).toBeNull()
    expect(Object.keys(rows[0])).toEqual(customers.columns.map(({ key }) => key))
    expect(columns[4]).toEqual({ key: 'netMinor', kind: 'money', label: '净销售额', currency: 'CNY' })
  })

  it('has no figure that JSON does not know', () => {
    const table = { ...currencies, rows: [{ segment: 'x', jpyMinor: Number.NaN, kwdMinor: Number.POSITIVE_INFINITY }] }
    expect(JSON.parse(renderJson(sampleWith([table]))).rows).toEqual([
      { segment: 'x', jpyMinor: null, kwdMinor: null, gbpMinor: null },
    ])
  })

  it('keeps hostile text intact without one character that steers a terminal', () => {
    const text = renderJson(sampleWith([hostile]))
    expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
    expect(JSON.parse(text).rows.map((row: { name: string }) => row.name)).toEqual(hostileNames)
  })

  it('a column named __proto__ stays data', () => {
    const columns = [{ key: '__proto__', kind: 'text' as const, label: 'x' }]
    const row = Object.fromEntries([['__proto__', 'value']])
    expect(renderJson(sampleWith([{ ...hostile, columns, rows: [row] }]))).toContain('"__proto__": "value"')
  })

  it('a report without tables still has rows', () => {
    expect(JSON.parse(renderJson(sampleWith([])))).toMatchObject({ columns: [], rows: [], omitted: 0, tables: [] })
  })
})

describe('jsonl', () => {
  it('is one object a line', () => {
    const lines = renderJsonLines(hostile).split('\n')
    expect(lines.pop()).toBe('')
    expect(lines.map((line) => JSON.parse(line).name)).toEqual(hostileNames)
  })
})
