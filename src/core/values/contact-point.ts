import type { CountryCode } from 'libphonenumber-js/min'
import parsePhoneNumber from 'libphonenumber-js/min'
import { cleanCell, isMasked, isPlaceholder, isScientific } from './text.js'

export { countryCode } from './country.js'

const mail = /^[^\s@"(),:;<>[\]\\]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,}$/u
/** Most addresses: in normal form as they stand. */
const plainMail = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12}$/

/** The first e-mail address of a cell in lower case, without `mailto:`, name and brackets; null when it has none but masked ones and nobody's. */
export function normaliseEmail(text: string): string | null {
  if (plainMail.test(text) && !isPlaceholder(text)) return text
  if (!/[@＠]/.test(text)) return null
  for (const part of text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,;、，；<>]+/)) {
    const address = part.replace(/^mailto:/, '').replace(/[.'"]+$|^['"]+/g, '')
    if (mail.test(address) && isReachable(address)) return address
  }
  return null
}

function isReachable(address: string): boolean {
  return address.length <= 254 && !address.includes('..') && !isMasked(address) && !isPlaceholder(address)
}

/** The phone numbers of a cell that holds several, as written (extensions stay with their number). */
export function splitPhones(text: string): string[] {
  return text
    .split(/[,，/、;；|\n\r]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A phone in E.164 with its extension, or why it cannot be one. */
export type Phone =
  | { readonly e164: string; readonly extension?: string }
  | { readonly problem: 'masked' | 'digits-lost' | 'wrong-length' | 'no-country' | 'invalid' }

const memo = new Map<string, Phone>()
const memoLimit = 200_000

/**
 * One phone number in E.164. `country` (ISO alpha-2) places national numbers; without it, eleven digits from 13 to 19 are a
 * mainland mobile and everything else needs its + or 00.
 */
export function normalisePhone(cell: string | number, country?: string): Phone {
  const text = typeof cell === 'number' ? String(cell) : cell
  if ((country === undefined || country === 'CN') && isBareMobile(text)) return { e164: `+86${text}` }
  const key = `${country ?? ''} ${text}`
  const known = memo.get(key)
  if (known !== undefined) return known
  const phone = typeof cell === 'number' ? phoneOfNumber(cell, country) : phoneOfText(cleanCell(cell), country)
  if (memo.size >= memoLimit) memo.clear()
  memo.set(key, phone)
  return phone
}

/** Eleven digits from 13 to 19: what most Chinese exports hold. */
function isBareMobile(text: string): boolean {
  if (text.length !== 11 || text.charCodeAt(0) !== 49 || text.charCodeAt(1) < 51) return false
  for (let at = 1; at < 11; at++) if (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57) return false
  return true
}

function phoneOfNumber(n: number, country: string | undefined): Phone {
  if (!Number.isSafeInteger(n) || n >= 1e15) return { problem: 'digits-lost' }
  return phoneOfText(String(n), country)
}

const extension = /^(.*?[0-9)]) *(?:转|轉|分机|x|;?ext[.=]?|extension|#) *:?([0-9]{1,6})$/i
/** A mobile has no extensions: what stands behind its hyphen is a platform's passing number, which is nobody's. */
const landlineExtension = /^(\(?0[0-9]{2,3}\)?[ -]?[2-9][0-9]{6,7})-([0-9]{1,6})$/

/** Without the word for "phone" before a number and a remark in brackets behind it. */
function withoutLabel(text: string): string {
  return text
    .replace(/^(?:tel|phone|mobile|cell|手机号?码?|电话|联系电话|座机) *[:.]? *(?=[+(0-9])/i, '')
    .replace(/ *\([^()0-9]*\)$/, '')
}

function phoneOfText(text: string, country: string | undefined): Phone {
  if (isScientific(text)) return { problem: 'digits-lost' }
  if (isMasked(text)) return { problem: 'masked' }
  const half = withoutLabel(text.normalize('NFKC')).replace(/^([0-9]+)\.0+$/, '$1')
  const extended =
    extension.exec(half) ?? (country === undefined || country === 'CN' ? landlineExtension.exec(half) : null)
  const written = extended?.[1] ?? half
  if (/[a-z\p{Script=Han}]{3,}/iu.test(written) || isFiller(written)) return { problem: 'invalid' }
  if (isMobileOfWrongLength(written, country)) return { problem: 'wrong-length' }
  const e164 = mainlandMobile(written, country) ?? parsed(written, country)
  if (e164 === null) return { problem: country === undefined && isNational(written) ? 'no-country' : 'invalid' }
  return extended === null ? { e164 } : { e164, extension: extended[2]! }
}

/** Digits enough for a number within some country, and nothing else than what numbers are grouped with. */
function isNational(written: string): boolean {
  return /^[(0-9][0-9 ()./-]*$/.test(written) && /^[0-9]{7,12}$/.test(written.replace(/[^0-9]/g, ''))
}

/** What people type where a number is demanded: one digit over and over, or 1, 2, 3 … */
function isFiller(written: string): boolean {
  const digits = written.replace(/[^0-9]/g, '')
  return /^(.)\1*$/.test(digits) || '12345678901'.startsWith(digits)
}

/** A mainland mobile with a digit too few or too many; no number at home or abroad begins so and is as long. */
function isMobileOfWrongLength(written: string, country: string | undefined): boolean {
  const match = /^((?:\+86|0086|86){0,2})1[3-9](?:[0-9]{8}|[0-9]{10})$/.exec(written.replace(/[\s()-]/g, ''))
  return match !== null && (country === 'CN' || /^(?:\+|00)/.test(match[1]!))
}

/** A mainland mobile in any spacing, bare or behind +86, 0086, 86, also twice. */
function mainlandMobile(written: string, country: string | undefined): string | null {
  const compact = written.replace(/[\s()-]/g, '')
  const match = /^((?:\+86|0086|86){0,2})(1[3-9][0-9]{9})$/.exec(compact)
  if (match === null) return null
  const isMainland = country === undefined || country === 'CN' || match[1] !== ''
  return isMainland ? `+86${match[2]}` : null
}

/** A number with its country code, else one of the country, else one that lacks only its plus. */
function parsed(written: string, country: string | undefined): string | null {
  const international = written.replace(/^\s*00(?=[1-9])/, '+')
  const number = numberIn(international, country?.toUpperCase())
  return number ?? (country === undefined ? null : numberIn(`+${international.replace(/[^0-9]/g, '')}`, undefined))
}

function numberIn(written: string, region: string | undefined): string | null {
  const number = parsePhoneNumber(written, region as CountryCode | undefined)
  if (number === undefined || !number.isPossible() || !number.isValid()) return null
  const { nationalNumber, countryCallingCode } = number
  if (isFiller(nationalNumber)) return null
  const isWrongMobile = countryCallingCode === '86' && /^1[0-2][0-9]{9}$/.test(nationalNumber)
  return isWrongMobile ? null : number.number
}

/** A phone as people read it: mainland mobiles `138 0013 8000`, others international; other text as it is. */
export function formatPhone(e164: string): string {
  const mobile = /^\+86(1[3-9][0-9])([0-9]{4})([0-9]{4})$/.exec(e164)
  if (mobile !== null) return `${mobile[1]} ${mobile[2]} ${mobile[3]}`
  return (e164.startsWith('+') ? parsePhoneNumber(e164)?.formatInternational() : undefined) ?? e164
}

/** The code of its country and the rest of a phone in E.164; without a code where none is known. */
export function phoneParts(e164: string): { readonly callingCode: string; readonly national: string } {
  const parsed = parsePhoneNumber(e164)
  if (parsed === undefined) return { callingCode: '', national: e164.replace(/\D/g, '') }
  return { callingCode: parsed.countryCallingCode, national: parsed.nationalNumber }
}
