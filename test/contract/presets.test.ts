import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { type Preset, presetTable } from '../../src/core/report/preset.js'
import type { Column, Table } from '../../src/core/report/table.js'
import { presets } from '../../src/presets/index.js'
import { renderCsv } from '../../src/render/csv.js'
import { hostileNames } from '../render/sample.js'

/** The headings each program documents or writes itself; a change here is a change there. */
const headings: Readonly<Record<string, readonly string[]>> = {
  mailchimp: ['Email Address', 'First Name', 'Last Name', 'Address', 'Phone Number', 'Birthday', 'Company', 'Tags'],
  klaviyo: [
    ...['Email', 'Phone Number', 'First Name', 'Last Name', 'Organization', 'Address', 'City', 'State/Region'],
    ...['Zip Code', 'Country', 'Birthday'],
  ],
  google: [
    ...['First Name', 'Last Name', 'Organization Name', 'Birthday', 'Notes', 'Labels'],
    ...['E-mail 1 - Value', 'E-mail 2 - Value', 'E-mail 3 - Value'],
    ...['Phone 1 - Value', 'Phone 2 - Value', 'Phone 3 - Value'],
    ...[
      'Address 1 - Street',
      'Address 1 - City',
      'Address 1 - Region',
      'Address 1 - Postal Code',
      'Address 1 - Country',
    ],
  ],
  outlook: [
    ...['First Name', 'Last Name', 'Company', 'E-mail Address', 'E-mail 2 Address', 'E-mail 3 Address'],
    ...['Mobile Phone', 'Primary Phone', 'Other Phone', 'Business Street', 'Business City', 'Business State'],
    ...['Business Postal Code', 'Business Country/Region', 'Birthday', 'Notes', 'Categories'],
  ],
}

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

function rowsOf(preset: Preset, rows: Table['rows']): Record<string, string>[] {
  const { table } = presetTable(tableOf(rows), preset)
  const text = renderCsv(table, { raw: false, bom: preset.hasMark, delimiter: ',' })
  return parse(text, { columns: true, bom: true })
}

test('names are unique, and each has its headings here', () => {
  expect(presets.map(({ name }) => name).sort()).toEqual(Object.keys(headings).sort())
})

describe.each(presets.map((preset) => [preset.name, preset] as const))('%s', (name, preset) => {
  test('has the headings its program knows, each once, and says where that is written', () => {
    expect(preset.columns.map(({ heading }) => heading)).toEqual(headings[name])
    expect(new Set(headings[name]).size).toBe(headings[name]!.length)
    expect(readFileSync(guide, 'utf8')).toContain(`| \`${name}\` |`)
    expect(readFileSync(guide, 'utf8')).toContain(`| <${preset.source}> |`)
    expect(preset.words.en.purpose).not.toBe(preset.words.zh.purpose)
  })

  test('gives the name whole, phones to dial and the e-mail bare', () => {
    const [row] = rowsOf(preset, [ann])
    expect(row!['First Name']).toBe('王 芳')
    expect(row!['Last Name']).toBe('')
    const cells = Object.values(row!)
    expect(cells).toContain('fang@example.com')
    expect(cells).toContain('+8613800138000')
    expect(cells.some((cell) => cell.includes('1 Main St'))).toBe(true)
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
    const [row] = rowsOf(preset, [lunar])
    expect(row!.Birthday).toBe('')
  })
})

test('each writes what its program wants of days, addresses and labels', () => {
  const of = (name: string) => rowsOf(presets.find((preset) => preset.name === name)!, [ann])[0]!
  expect(of('mailchimp')).toMatchObject({ Birthday: '05/03', Address: '1 Main St  Boston  US', Tags: 'vip, tea' })
  expect(of('klaviyo')).toMatchObject({ Birthday: '1990-05-03', Organization: 'Fang & Co', Country: 'US' })
  expect(of('google')).toMatchObject({
    Labels: 'vip ::: tea',
    'Phone 2 - Value': '+15417543000',
    Notes: 'WeChat: wxid_fang',
  })
  expect(of('outlook')).toMatchObject({ 'E-mail 2 Address': 'office@example.com', Categories: 'vip;tea' })
})
