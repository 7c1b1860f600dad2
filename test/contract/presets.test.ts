import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { type Preset, presetTable } from '../../src/core/report/preset.js'
import type { Column, Table } from '../../src/core/report/table.js'
import { presets } from '../../src/presets/index.js'
import { renderCsv } from '../../src/render/csv.js'
import { hostileNames } from '../render/sample.js'

/** What each writes of one person, so that a change is seen: its headings are those its program documents. `UPDATE=1` writes it anew. */
const goldens = resolve(import.meta.dirname, '..', '..', 'fixtures', 'presets')
const isUpdating = process.env.UPDATE !== undefined

const guide = resolve(import.meta.dirname, '..', '..', 'docs', 'contacts.md')

const columns: readonly Column[] = [
  { key: 'customer', kind: 'id', label: 'Customer' },
  { key: 'name', kind: 'text', label: 'Name', person: 'name' },
  { key: 'company', kind: 'company', label: 'Company' },
  { key: 'phone', kind: 'phone', label: 'Phone' },
  { key: 'phones', kind: 'phone', label: 'Further phones' },
  { key: 'email', kind: 'email', label: 'E-mail' },
  { key: 'emails', kind: 'email', label: 'Further e-mails' },
  { key: 'wechat', kind: 'text', label: 'WeChat', person: 'wechat' },
  { key: 'address', kind: 'text', label: 'Address', person: 'street' },
  { key: 'city', kind: 'text', label: 'City', person: 'city' },
  { key: 'country', kind: 'text', label: 'Country', person: 'country' },
  { key: 'birthday', kind: 'text', label: 'Birthday', person: 'birthday' },
  { key: 'tags', kind: 'text', label: 'Tags', person: 'tags' },
]

const tableOf = (rows: Table['rows']): Table => ({ key: 'contacts', title: 'Contacts', columns, rows, omitted: 0 })

const ann = {
  ...{ customer: 'c1', name: '王 芳', company: 'Fang & Co', phone: '+8613800138000', phones: ['+15417543000'] },
  ...{ email: 'fang@example.com', emails: ['office@example.com'], wechat: 'wxid_fang', address: '1 Main St' },
  ...{ city: 'Boston', country: 'US', birthday: '1990-05-03', tags: ['vip', 'tea'] },
}
const nobody = { customer: 'c2', name: 'Nobody' }
const lunar = { customer: 'c3', name: 'Lu', email: 'lu@example.com', birthday: 'lunar:1990-08-15' }

function textOf(preset: Preset, rows: Table['rows']): string {
  const { table } = presetTable(tableOf(rows), preset)
  return renderCsv(table, { raw: false, bom: preset.hasMark, delimiter: ',' })
}

function rowsOf(preset: Preset, rows: Table['rows']): Record<string, string>[] {
  return parse(textOf(preset, rows), { columns: true, bom: true })
}

test('names are unique, and each has its golden file', () => {
  const names = presets.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  if (!isUpdating) expect(readdirSync(goldens)).toEqual(names.map((name) => `${name}.csv`).sort())
})

describe.each(presets.map((preset) => [preset.name, preset] as const))('%s', (name, preset) => {
  test('writes one person as its golden file has it', () => {
    const path = resolve(goldens, `${name}.csv`)
    const text = textOf(preset, [ann])
    if (isUpdating) writeFileSync(path, text)
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  test('has each heading once, and says where they are written', () => {
    const headings = preset.columns.map(({ heading }) => heading)
    expect(new Set(headings).size).toBe(headings.length)
    expect(readFileSync(guide, 'utf8')).toContain(`| \`${name}\` |`)
    expect(readFileSync(guide, 'utf8')).toContain(`| <${preset.source}> |`)
    expect(preset.words.en.purpose).not.toBe(preset.words.zh.purpose)
  })

  test('gives the name whole, phones to dial and the e-mail bare', () => {
    const cells = Object.values(rowsOf(preset, [ann])[0]!)
    for (const whole of ['王 芳', 'fang@example.com', '+8613800138000']) expect(cells).toContain(whole)
    for (const part of ['王', '芳']) expect(cells).not.toContain(part)
  })

  test('leaves out and counts whom its program cannot take in', () => {
    const { table, leftOut } = presetTable(tableOf([ann, nobody]), preset)
    expect(table.rows.length + leftOut).toBe(2)
    expect(leftOut).toBe(preset.needs === 'nothing' ? 0 : 1)
  })

  test('protects everything but numbers to dial against formulas', () => {
    const rows = rowsOf(
      preset,
      hostileNames.map((hostile) => ({ ...ann, name: hostile, company: hostile })),
    )
    for (const row of rows)
      for (const cell of Object.values(row)) {
        if (!/^\+[1-9]\d{6,14}$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/)
      }
  })

  test('writes no birthday of the Chinese calendar as one of ours', () => {
    expect(Object.values(rowsOf(preset, [lunar])[0]!).join()).not.toMatch(/1990|08.?15/)
  })
})
