import { contactPersons, withPerson, writeContactPersons } from '../core/contact-persons.js'
import { handFieldWords } from '../core/hand-field-words.js'
import { type HandField, handFields, readHandValue, readOwnValue } from '../core/hand-values.js'
import { countryCode } from '../core/values/contact-point.js'
import { UserError } from '../core/values/failure.js'
import { LANGS } from '../core/values/lang.js'
import { trimEdges } from '../core/values/text.js'
import type { KnownValues, NewValue } from '../store/hand-values.js'

/** Values about a customer as options hold them. */
export type HandOptions = { readonly [K in Exclude<HandField, 'contacts'>]?: string | undefined } & {
  /** One person each; `-` alone takes all of them out. */
  readonly contact?: readonly string[] | undefined
  /** Fields of the seller's own, `NAME=VALUE` each. */
  readonly set?: readonly string[] | undefined
}

/**
 * The values that were typed, in the form they are kept in; national phone numbers are those of the country typed beside
 * them, else of the country known, else of the shop's own (`home`). A contact person comes to those known. UserError as `readHandValue` and `readOwnValue`, `edit.set-taken`.
 */
export function readHandOptions(
  typed: HandOptions,
  { values: known }: Pick<KnownValues, 'values'>,
  home: string | null,
): NewValue[] {
  const country = countryCode(trimEdges(typed.country ?? '')) || known.country || home || ''
  const simple = handFields.flatMap((field) => {
    const text = field === 'contacts' ? undefined : typed[field]
    return text === undefined ? [] : [{ field, value: readHandValue(field, text, country) }]
  })
  const persons = typed.contact ?? []
  const contacts = persons.reduce((kept, person) => withTyped(kept, person, country), known.contacts ?? '')
  return [
    ...simple,
    ...(persons.length === 0 ? [] : [{ field: 'contacts', value: contacts } as const]),
    ...(typed.set ?? []).map(ownValue),
  ]
}

/** The contact persons kept with the one typed; none with `-`. */
function withTyped(kept: string, typed: string, country: string): string {
  const value = readHandValue('contacts', typed, country)
  return value === '' ? '' : writeContactPersons(contactPersons(value).reduce(withPerson, contactPersons(kept)))
}

function ownValue(typed: string): NewValue {
  const { field, name, value } = readOwnValue(typed)
  const taken = handFieldNamed(name)
  if (taken !== null) throw new UserError('usage', 'edit.set-taken', { name, option: optionOf(taken) })
  return { field, value }
}

/** A field by its name or by the word for it in any language; null for none of ours. */
export function handFieldNamed(typed: string): HandField | null {
  const word = typed.toLowerCase()
  const namesOf = (field: HandField) => [field, ...LANGS.map((lang) => handFieldWords[lang][field])]
  return handFields.find((field) => namesOf(field).some((name) => name.toLowerCase() === word)) ?? null
}

/** The option that fills a field. */
function optionOf(field: HandField): string {
  if (field === 'contacts') return '--contact'
  return `--${field.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`
}
