import { typedConsent } from './consent.js'
import { readContactPerson, writeContactPersons } from './contact-persons.js'
import { DETAIL_FIELDS, type OwnField, ownField, readThings } from './customer-details.js'
import { readBirthday, writeBirthday } from './follow-up/calendar/birthday.js'
import { unclearDay } from './follow-up/calendar/birthday-in-words.js'
import { readCallHours, writeCallHours } from './follow-up/call-hours.js'
import { CHANNELS, channelNamed, channelWords } from './follow-up/channels.js'
import { countryCode, normaliseEmail, normalisePhone, splitPhones } from './values/contact-point.js'
import { countryNames } from './values/country.js'
import { UserError } from './values/failure.js'
import { languageCode, nearLanguages } from './values/language.js'
import { cleanCell, isMasked, isPlaceholder, nearest, trimEdges } from './values/text.js'

/** What can be typed by hand about a customer. */
export const handFields = [
  ...(['name', 'company', 'email', 'phone', 'country', 'region', 'city', 'address', 'postcode'] as const),
  ...(['owner', 'note', 'consent'] as const),
  ...DETAIL_FIELDS,
]

export type HandField = (typeof handFields)[number]

/** Longest time between two contacts, in days: ten years. */
const MOST_DAYS = 3650

/** Reads what was typed of a field, blanks apart; `country` places national phone numbers. */
type Reader = (text: string, country: string) => string

const readers: Readonly<Partial<Record<HandField, Reader>>> = {
  name: (text) => (isMasked(text) || isPlaceholder(text) ? fail('name', text) : text),
  phone: readPhone,
  email: (text) => normaliseEmail(text) ?? fail('email', text),
  country: (text) => countryCode(text) ?? fail('country', text, nearest(text, countryNames()).slice(0, 3)),
  language: (text) => languageCode(text) ?? fail('language', text, nearLanguages(text)),
  channel: (text) => channelNamed(text) ?? fail('channel', text, nearest(text, CHANNELS.flatMap(channelWords))),
  birthday: readYearlyDay,
  anniversary: readYearlyDay,
  frequency: readDays,
  callHours: readHours,
  contacts: readPerson,
  interests: readThings,
}

/**
 * A value typed by hand in the form imports keep it: phones in E.164, e-mails in lower case, countries and languages as codes; '' where it
 * says that there is none (`-`, 无, nothing; of consent `unknown`). Of `contacts` it is one person. `country` places national phone
 * numbers. UserError `edit.bad-` with the kind of value, `edit.unclear-day`.
 */
export function readHandValue(field: HandField, typed: string, country: string): string {
  const text = cleanCell(typed)
  if (field === 'consent') return typedConsent(text) ?? fail('consent', text)
  return text === '' ? '' : (readers[field]?.(text, country) ?? text)
}

/** What cannot be taken, as its error names it: `edit.bad-phone`. */
type BadValue =
  | 'name'
  | 'phone'
  | 'email'
  | 'country'
  | 'language'
  | 'channel'
  | 'date'
  | 'frequency'
  | 'hours'
  | 'contact'
  | 'consent'
  | 'set'

function fail(kind: BadValue, value: string, near: readonly string[] = []): never {
  throw new UserError('usage', `edit.bad-${kind}`, { value, near: near.join(', ') })
}

/** One number: a customer has one that is dialled. */
function readPhone(text: string, country: string): string {
  const [first = '', second] = splitPhones(text)
  const phone = normalisePhone(first, country || undefined)
  return second !== undefined || 'problem' in phone ? fail('phone', text) : phone.e164
}

function readYearlyDay(text: string): string {
  const unclear = unclearDay(text)
  if (unclear !== null) {
    const [month, day] = unclear.map((part) => String(part).padStart(2, '0')) as [string, string]
    throw new UserError('usage', 'edit.unclear-day', { value: text, one: `${month}-${day}`, other: `${day}-${month}` })
  }
  const day = readBirthday(text)
  return day === null ? fail('date', text) : writeBirthday(day)
}

function readDays(text: string): string {
  const days = Number(/^(?:每|every )?(\d+) *(?:d|days?|天|日)?$/i.exec(text)?.[1] ?? 0)
  return days >= 1 && days <= MOST_DAYS ? String(days) : fail('frequency', text)
}

function readHours(text: string): string {
  const windows = readCallHours(text)
  return windows === null ? fail('hours', text) : writeCallHours(windows)
}

function readPerson(text: string, country: string): string {
  const person = readContactPerson(text, country)
  if (!('problem' in person)) return writeContactPersons([person])
  return person.problem === 'name' ? fail('contact', text) : fail(person.problem, person.text)
}

/** Longest name of a field of the seller's own. */
const LONGEST_NAME = 40

/**
 * A field of the seller's own with its value, as typed: `Wechat group=VIP 3`; nothing behind the sign empties it. The name holds no mark
 * that a filter uses. UserError `edit.bad-set`.
 */
export function readOwnValue(typed: string): {
  readonly field: OwnField
  readonly name: string
  readonly value: string
} {
  const at = typed.search(/[=＝]/)
  const name = trimEdges(typed.slice(0, Math.max(0, at))).replace(/\s+/g, ' ')
  if (name === '' || name.length > LONGEST_NAME || /[:：<>≥≤≠!,，、"“”]/.test(name)) return fail('set', typed)
  return { field: ownField(name), name, value: cleanCell(typed.slice(at + 1)) }
}
