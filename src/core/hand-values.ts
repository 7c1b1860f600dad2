import { countryCode, normaliseEmail, normalisePhone, splitPhones } from './values/contact-point.js'
import { countryNames } from './values/country.js'
import { UserError } from './values/failure.js'
import { cleanCell, isMasked, isPlaceholder, nearest } from './values/text.js'

/** What can be typed by hand about a customer. */
export const handFields = [
  ...(['name', 'company', 'email', 'phone', 'country', 'region', 'city', 'address', 'postcode'] as const),
  ...(['owner', 'note'] as const),
]

export type HandField = (typeof handFields)[number]

/**
 * A value typed by hand in the form imports keep it: phones in E.164, e-mails in lower case, countries as codes; '' where it
 * says that there is none (`-`, 无, nothing). `country` places national phone numbers. UserError `edit.bad-phone`, `edit.bad-email`,
 * `edit.bad-country`, `edit.bad-name`.
 */
export function readHandValue(field: HandField, typed: string, country: string): string {
  const text = cleanCell(typed)
  if (text === '') return ''
  if (field === 'phone') return readPhone(text, country)
  if (field === 'email') return readEmail(text)
  if (field === 'country') return readCountry(text)
  if (field === 'name' && (isMasked(text) || isPlaceholder(text)))
    throw new UserError('usage', 'edit.bad-name', { value: typed })
  return text
}

/** One number: a customer has one that is dialled. */
function readPhone(text: string, country: string): string {
  const [first = '', second] = splitPhones(text)
  const phone = normalisePhone(first, country || undefined)
  if (second !== undefined || 'problem' in phone) throw new UserError('usage', 'edit.bad-phone', { value: text })
  return phone.e164
}

function readEmail(text: string): string {
  const email = normaliseEmail(text)
  if (email === null) throw new UserError('usage', 'edit.bad-email', { value: text })
  return email
}

function readCountry(text: string): string {
  const code = countryCode(text)
  if (code !== null) return code
  const near = nearest(text, countryNames()).slice(0, 3).join(', ')
  throw new UserError('usage', 'edit.bad-country', { value: text, near })
}
