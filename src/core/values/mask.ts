import { isMasked } from './nobody.js'

const mobile = /^(?:\+?86)?(1[3-9]\d)\d{4}(\d{4})$/
// Area codes 10 and 20–29 have two digits, all others three.
const landline = /^(?:\+86|0)(10|2\d|[3-9]\d{2})\d{3,4}(\d{4})$/

/** A phone of which only whose it may be can be told: `138****8000`, `010-****5678`, `+154****00`; what is masked stays. */
export function maskPhone(phone: string): string {
  if (phone === '' || isMasked(phone)) return phone
  const digits = phone.replace(/[\s().-]/g, '')
  const own = mobile.exec(digits)
  if (own !== null) return `${own[1]}****${own[2]}`
  const fixed = landline.exec(digits)
  if (fixed !== null) return `0${fixed[1]}-****${fixed[2]}`
  return digits.length < 8 ? '****' : `${digits.slice(0, 4)}****${digits.slice(-2)}`
}

/** An e-mail address with its domain and first letter: `z***@qq.com`. */
export function maskEmail(email: string): string {
  if (email === '' || isMasked(email)) return email
  const at = email.lastIndexOf('@')
  if (at < 0) return maskId(email)
  return `${at > 1 ? firstOf(email) : ''}***${email.slice(at)}`
}

/** Whatever somebody is reached by: a phone, an e-mail address, else an id with its first letter: `w***`. */
export function maskReach(reach: string): string {
  if (reach.includes('@')) return maskEmail(reach)
  return /^[+(]?[\d\s().-]{7,}$/.test(reach) ? maskPhone(reach) : maskId(reach)
}

/** An address down to its district, `浙江省杭州市西湖区***`; nothing of it where it names none. */
export function maskAddress(address: string): string {
  if (address === '' || isMasked(address)) return address
  const district =
    /^.{0,40}?(?:(?<![小社园校厂])区|[县旗])(?=.)/u.exec(address) ?? /^.{0,20}?[市州](?=.)/u.exec(address)
  return `${district?.[0] ?? ''}***`
}

function maskId(id: string): string {
  return id === '' || isMasked(id) ? id : `${firstOf(id)}***`
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0)!)
}

const DATE = '\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?)?'
const INTERNATIONAL = '[+＋]\\d(?:[ ().-]{0,2}\\d){6,14}'
const MOBILE = '(?<![\\d.,])1[3-9]\\d(?:[ -]?\\d{4}){2}(?!\\d)'
const LANDLINE = '(?<![\\d.,])\\(?0\\d{2,3}\\)?[ -]?\\d{7,8}(?!\\d)'
/** Nine digits or more with nothing but what numbers are grouped with: no amount and no quantity is written so. */
const LONG = '(?<![\\dA-Za-z.,])\\(?\\d(?:[ ()-]?[ ()-]?\\d){8,14}(?![\\dA-Za-z])'
const numbers = new RegExp(`(${DATE})|${INTERNATIONAL}|${MOBILE}|${LANDLINE}|${LONG}`, 'g')
const latinMail = /[\p{Script=Latin}\p{N}._%+-]+@[\p{Script=Latin}\p{N}.-]+\.\p{Script=Latin}{2,}/gu
/** In other letters, which also stand before and behind an address without a blank: better too much is hidden than too little. */
const anyMail = /[^\s@]+@[^\s@]+\.[^\s@]+/gu

/** Running text with every phone and e-mail address in it masked; days stay. */
export function maskText(text: string): string {
  const withoutMail = text.includes('@') ? text.replace(latinMail, maskEmail).replace(anyMail, maskEmail) : text
  return /\d/.test(withoutMail)
    ? withoutMail.replace(numbers, (found, day?: string) => (day === undefined ? maskPhone(found) : found))
    : withoutMail
}

/** An id that is somebody's phone or e-mail address, masked; any other as it is. */
export function maskContactId(id: string): string {
  return id.includes('@') || /^\+\d{7,15}$/.test(id) || mobile.test(id) ? maskReach(id) : id
}
