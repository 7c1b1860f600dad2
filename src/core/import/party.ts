import { countryCode, normaliseEmail, normalisePhone, splitPhones } from '../values/contact-point.js'
import { cleanId, isMasked, isPlaceholder, looksMojibake } from '../values/text.js'
import type { Field } from './field.js'
import type { Format } from './format.js'
import type { Party } from './record.js'

/** What went wrong with a contact value while it was read; the value is kept out of the keys. */
export type PartyProblem = {
  readonly code:
    | 'phone.masked'
    | 'phone.digits-lost'
    | 'phone.wrong-length'
    | 'phone.no-country'
    | 'phone.invalid'
    | 'phone.second'
    | 'id.damaged'
    | 'text.mojibake'
  readonly field: Field
  readonly text: string
}

const onlyHan = /^\p{Script=Han}*$/u
const formulaError = /^#[A-Z0-9/]+[!?]$/

function usable(text: string): string {
  return text === '' || isMasked(text) || isPlaceholder(text) || formulaError.test(text) ? '' : text
}

/** The first number of a cell that can be dialled, E.164; the others and those that cannot be dialled are told. */
function phoneOf(text: string, country: string | undefined, report: (problem: PartyProblem) => void): string {
  let first = ''
  for (const part of splitPhones(text)) {
    const phone = normalisePhone(part, country)
    if ('problem' in phone) report({ code: `phone.${phone.problem}`, field: 'phone', text: part })
    else if (first === '') first = phone.e164
    else if (phone.e164 !== first) report({ code: 'phone.second', field: 'phone', text: part })
  }
  return first
}

function nameOf(text: (field: Field) => string): string {
  const whole = text('buyerName')
  if (whole !== '') return whole
  const [first, last] = [text('firstName'), text('lastName')]
  // Chinese names are written family name first and without a space.
  const joined = onlyHan.test(first + last) ? last + first : `${first} ${last}`.trim()
  return joined || text('recipientName')
}

/**
 * The party of one order or customer row, from cleaned cell texts. Null when nothing names a buyer. Masked values,
 * placeholders and garbled texts name nobody (R7).
 */
export function readParty(
  text: (field: Field) => string,
  format: Format,
  shop: string,
  report: (problem: PartyProblem) => void,
): Party | null {
  const account = text('account')
  const idField = text('buyerId') === '' ? 'nickname' : 'buyerId'
  const id = cleanId(text(idField))
  if (id.damaged) report({ code: 'id.damaged', field: idField, text: text(idField) })
  const name = usable(nameOf(text)) || usable(text('nickname'))
  const isGarbled = looksMojibake(name)
  if (isGarbled) report({ code: 'text.mojibake', field: 'buyerName', text: name })
  const isGarbledId = looksMojibake(id.id)
  if (isGarbledId) report({ code: 'text.mojibake', field: idField, text: id.id })
  const country = countryCode(text('country')) ?? ''
  const dialling = country || format.country
  const party: Party = {
    platform: format.platform,
    shop,
    buyerScope: format.buyerScope,
    buyerId: id.damaged || isGarbledId ? '' : usable(id.id),
    accountId: usable(cleanId(text('accountId')).id),
    name,
    email: normaliseEmail(text('email')) ?? normaliseEmail(account) ?? '',
    phone: phoneOf(text('phone') || (account.includes('@') ? '' : account), dialling, report),
    company: usable(text('company')),
    country: country || text('country'),
    region: text('region'),
    city: text('city'),
    address: text('address'),
    postcode: text('postcode'),
  }
  const isKnown = party.buyerId || party.accountId || (party.name && !isGarbled) || party.email || party.phone
  return isKnown ? party : null
}
