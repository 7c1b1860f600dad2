import { calledName, type Person, personReader } from '../core/report/person.js'
import type { Column, Table, TableRow } from '../core/report/table.js'
import { countryName } from '../core/values/country.js'
import type { Lang } from '../core/values/lang.js'
import { type PhoneKind, phoneKind } from '../core/values/phone-kind.js'
import { escapeValue, fold } from './content-line.js'
import { formatValue } from './value.js'
import { renderWords } from './words.js'

/**
 * A contact table as vCards 3.0 (RFC 2426) in one file: the name as written, every phone by its kind, every e-mail, company, address,
 * birthday and tags have their properties, all other columns stand in the note. CRLF line ends, folded at 75 octets.
 */
export function renderVcf(table: Table, lang: Lang): string {
  const personOf = personReader(table.columns)
  const noted = notedColumns(table.columns)
  return table.rows
    .map((row) => {
      const person = personOf(row)
      return card(person, noteText(noted(person), row, lang), lang)
    })
    .join('')
}

function card(person: Person, note: string, lang: Lang): string {
  const { company, phones, emails, birthday, tags } = person
  const name = escapeValue(calledName(person))
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${name}`,
    // Names are not taken apart: which part is the family name differs from country to country.
    `N:${name};;;;`,
    ...(company === '' ? [] : [`ORG:${escapeValue(company)}`]),
    ...phones.map((phone) => `${telProperty(phoneKind(phone))}:${escapeValue(phone)}`),
    ...emails.map((email) => `EMAIL;TYPE=INTERNET:${escapeValue(email)}`),
    ...addressLines(person, lang),
    ...(isWholeDay(birthday) ? [`BDAY:${birthday}`] : []),
    ...(tags.length === 0 ? [] : [`CATEGORIES:${tags.map(escapeValue).join(',')}`]),
    ...(note === '' ? [] : [`NOTE:${escapeValue(note)}`]),
    'END:VCARD',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('')
}

/** A landline of a customer is one to call in business hours; of what nobody can tell it is only said that one can speak there. */
function telProperty(kind: PhoneKind): string {
  if (kind === 'mobile') return 'TEL;TYPE=CELL'
  return kind === 'landline' ? 'TEL;TYPE=WORK,VOICE' : 'TEL;TYPE=VOICE'
}

/** Nothing for a country alone, which stands in the note. */
function addressLines({ street, city, region, postcode, country }: Person, lang: Lang): string[] {
  if (street === '' && city === '' && region === '' && postcode === '') return []
  const parts = ['', '', street, city, region, postcode, country === '' ? '' : countryName(country, lang)]
  return [`ADR;TYPE=WORK:${parts.map(escapeValue).join(';')}`]
}

/** A vCard has no word for a day without its year, nor for one of the Chinese calendar: those stand in the note. */
function isWholeDay(birthday: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(birthday)
}

/** The columns of a table that no property of a person's card holds. */
function notedColumns(columns: readonly Column[]): (person: Person) => readonly Column[] {
  const named = columns.find(({ person }) => person === 'name') ?? columns.find(({ kind }) => kind === 'text')
  const inCard = new Set(['phone', 'email', 'company'])
  const always = new Set(['street', 'city', 'region', 'postcode', 'tags', 'reach'])
  const rest = columns.filter((column) => {
    return column !== named && !inCard.has(column.kind) && !(column.person !== undefined && always.has(column.person))
  })
  const without = (field: Column['person'], of: readonly Column[]) => of.filter(({ person }) => person !== field)
  return (person) => {
    const withDay = isWholeDay(person.birthday) ? without('birthday', rest) : rest
    return addressLines(person, 'en').length > 0 ? without('country', withDay) : withDay
  }
}

function noteText(columns: readonly Column[], row: TableRow, lang: Lang): string {
  const words = renderWords(lang)
  return columns
    .map((column) => ({ label: column.label, value: formatValue(row[column.key], column, lang) }))
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => words.labelled(label, value))
    .join('\n')
}
