import type { Column, ColumnKind, Table, TableRow } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { type CellValue, formatValue } from './value.js'
import { renderWords } from './words.js'

/**
 * A contact table as vCards 3.0 in one file: the first text column is the name as written, phones, e-mails and company have
 * their properties, every other column stands in the note. CRLF line ends, folded at 75 octets.
 */
export function renderVcf(table: Table, lang: Lang): string {
  return table.rows.map((row) => card(table.columns, row, lang)).join('')
}

function card(columns: readonly Column[], row: TableRow, lang: Lang): string {
  const nameColumn = columns.find(({ kind }) => kind === 'text')
  const of = (kind: ColumnKind) =>
    columns.filter((column) => column.kind === kind).flatMap(({ key }) => texts(row[key]))
  const [phones, emails, companies] = [of('phone'), of('email'), of('company')]
  const name = [...(nameColumn ? texts(row[nameColumn.key]) : []), ...companies, ...phones, ...emails][0] ?? '-'
  const note = noteText(
    columns.filter((column) => column !== nameColumn && !contact.has(column.kind)),
    row,
    lang,
  )
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escapeText(name)}`,
    // Names are not taken apart: which part is the family name differs from country to country.
    `N:${escapeText(name)};;;;`,
    ...companies.slice(0, 1).map((company) => `ORG:${escapeText(company)}`),
    ...phones.map((phone) => `TEL;TYPE=CELL:${escapeText(phone)}`),
    ...emails.map((email) => `EMAIL;TYPE=INTERNET:${escapeText(email)}`),
    ...(note === '' ? [] : [`NOTE:${escapeText(note)}`]),
    'END:VCARD',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('')
}

const contact: ReadonlySet<ColumnKind> = new Set(['phone', 'email', 'company'])

function texts(value: CellValue): string[] {
  const values = Array.isArray(value) ? value : [value]
  return values.filter((each) => each !== null && each !== undefined && each !== '').map((each) => String(each).trim())
}

function noteText(columns: readonly Column[], row: TableRow, lang: Lang): string {
  const lines = columns.map((column) => ({ label: column.label, value: formatValue(row[column.key], column, lang) }))
  const words = renderWords(lang)
  return lines
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => words.labelled(label, value))
    .join('\n')
}

// Control characters other than line ends have no place in a vCard.
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x09\x0b-\x1f\x7f-\x9f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

const encoder = new TextEncoder()

function fold(line: string): string {
  let folded = ''
  let octets = 0
  // An escape such as \\n stays whole for readers that unescape before they unfold.
  for (const char of line.match(/\\?./gsu) ?? []) {
    const size = encoder.encode(char).length
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += char
    octets += size
  }
  return folded
}
