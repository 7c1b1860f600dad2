import { contactPersons, readContactPerson, withPerson, writeContactPersons } from '../contact-persons.js'
import { type DetailField, readThings, type ToldDetails } from '../customer-details.js'
import { readBirthday, writeBirthday } from '../follow-up/calendar/birthday.js'
import { channelNamed } from '../follow-up/channels.js'
import { languageCode } from '../values/language.js'
import type { Field } from './field.js'

/** What is kept of a cell; '' where nobody can read it. `country` places national phone numbers. */
type Reader = (text: string, country: string) => string

/** The columns of a customer list that say something of the person, with the detail each fills. */
const readers: Readonly<Partial<Record<Field, readonly [DetailField, Reader]>>> = {
  contactPerson: ['contacts', readPersons],
  wechat: ['wechat', (text) => text],
  preferredChannel: ['channel', (text) => channelNamed(text) ?? ''],
  language: ['language', (text) => languageCode(text) ?? ''],
  birthday: ['birthday', readYearlyDay],
  anniversary: ['anniversary', readYearlyDay],
  interests: ['interests', readThings],
  needs: ['needs', (text) => text],
  background: ['background', (text) => text],
}

/** The fields a customer list keeps as details. */
export const toldFields = Object.keys(readers) as readonly Field[]

/** What a row says of the person, in the form it is kept in; a cell nobody can read is reported and left out. */
export function toldDetails(
  text: (field: Field) => string,
  country: string,
  report: (problem: { readonly field: Field; readonly value: string }) => void,
): ToldDetails {
  const told: Partial<Record<DetailField, string>> = {}
  for (const field of toldFields) {
    const said = text(field)
    if (said === '') continue
    const [detail, read] = readers[field]!
    const value = read(said, country)
    if (value === '') report({ field, value: said })
    else told[detail] = value
  }
  return told
}

/** A moment, as workbooks and platforms have it, is its day. */
function readYearlyDay(text: string): string {
  const day = readBirthday(text.replace(/[ T]\d{1,2}:\d{2}(?::\d{2})?$/, ''))
  return day === null ? '' : writeBirthday(day)
}

/** Several persons stand with a semicolon or a line end between them. */
function readPersons(text: string, country: string): string {
  const persons = text.split(/[;；\n]+/).map((one) => readContactPerson(one, country))
  const read = persons.flatMap((person) => ('problem' in person ? [] : [person]))
  return read.length < persons.length ? '' : writeContactPersons(read.reduce(withPerson, contactPersons('')))
}
