import type { Decimal } from '../../values/decimal.js'
import { parseAmount } from '../../values/money.js'

/** What of a price is paid under a discount that is a rate (0.9 for 9折); `unclear` where it may as well be what is taken off. */
export type DiscountRate = { readonly paid: Decimal } | 'unclear'

/**
 * What the bare numbers of a column of discounts are: money; what is paid, of ten or a hundred (9, 95) or of one (0.9); or what
 * is taken off, in percent (10) or of one (0.1).
 */
export type DiscountMeaning = 'money' | 'paid' | 'paid-share' | 'off' | 'off-share'

const whole: Decimal = { units: 1, scale: 0 }
const half: Decimal = { units: 5, scale: 1 }

const none =
  /^(?:原价|正价|全价|不打折|没打折|未打折|不优惠|(?:无|没有)(?:折扣|优惠)|full price|no discount|kein rabatt)$/
const halved = /^(?:打?对折|半价|half(?:[ -]price|[ -]off)?|halber preis)$/

/** 9折, 8.5折, 85折, 八五折: the digits of what is paid; no other digit may stand beside them. */
const tenths = /^[^\d%]*?(\d{1,2}(?:\.\d{1,2})?|[一二三四五六七八九]点?[一二三四五六七八九]?|十)折[^\d%]*$/

/** 10%, -5%, 10% off, 优惠10%. */
const percent = /^([^\d%]*?)(\d{1,3}(?:[.,]\d{1,3})?) ?%([^\d%]*)$/

/** Words by which a percentage is what is paid, and those by which it is what is taken off. */
const isPaid = /[付收按]|\bpa(?:y|id)/
const isTakenOff = /[-减省让]|优惠|折扣|\b(?:off|less|minus|save|discount)\b|rabatt|remise|descuento/

const chineseDigits = '零一二三四五六七八九'

function tenthsOf(text: string): Decimal | null {
  if (text === '十' || text === '10') return whole
  const digits = text.replace(/[一二三四五六七八九]/g, (digit) => String(chineseDigits.indexOf(digit)))
  const bare = digits.replace(/[.点]/, '')
  return /[1-9]/.test(bare) ? { units: Number(bare), scale: bare.length } : null
}

/** Whether percents under a column's name are as often what is paid: 折扣 90% is 9折 or nearly nothing. */
const isOfPaid = (key: string): boolean => key.includes('折')

function percentOf([, before = '', number = '', after = '']: RegExpExecArray, key: string): DiscountRate | null {
  const share = parseAmount(number.replace(',', '.'), '.')
  if (share === null || share.units > 100 * 10 ** share.scale) return null
  const around = `${before} ${after}`
  const { units, scale } = share
  if (isPaid.test(around)) return { paid: { units, scale: scale + 2 } }
  if (isOfPaid(key) && !isTakenOff.test(around) && units * 2 > 100 * 10 ** scale) return 'unclear'
  return { paid: { units: 100 * 10 ** scale - units, scale: scale + 2 } }
}

/** Reads a discount that is a rate, under the normalised name of its column; null for anything else, an amount included. */
export function discountRate(text: string, key: string): DiscountRate | null {
  const word = text.normalize('NFKC').replace(/[−–—]/g, '-').trim().toLowerCase()
  if (none.test(word)) return { paid: whole }
  if (halved.test(word)) return { paid: half }
  const digits = tenths.exec(word)?.[1]
  if (digits !== undefined) {
    const paid = tenthsOf(digits)
    return paid && { paid }
  }
  const found = percent.exec(word)
  return found && percentOf(found, key)
}

const bareNumber = /^(\d+(?:[.,]\d+)?) ?(%?)$/

/** Reads a bare number, with % or without, as what its column's numbers are; null for any other text. */
export function numberRate(text: string, meaning: DiscountMeaning): DiscountRate | null {
  const [, written, percent] = bareNumber.exec(text.normalize('NFKC').trim()) ?? []
  const number = written === undefined ? null : parseAmount(written.replace(',', '.'), '.')
  if (number === null || meaning === 'money') return null
  const { units, scale } = number
  const value = units / 10 ** scale
  if (value === 0) return { paid: whole }
  const shift = percent === '%' ? 2 : shiftOf(value, meaning)
  if (shift === null || value > 10 ** shift) return 'unclear'
  const share = { units, scale: scale + shift }
  if (meaning === 'paid' || meaning === 'paid-share') return { paid: share }
  return { paid: { units: 10 ** share.scale - units, scale: share.scale } }
}

/** How many digits stand behind the point of the share a number is; null where it may be several. */
function shiftOf(value: number, meaning: DiscountMeaning): number | null {
  if (meaning === 'off') return 2
  // 1 is nothing off beside 0.9, and beside 9 it is 1折 or a slip.
  if (value <= 1) return value < 1 || meaning !== 'paid' ? 0 : null
  return meaning !== 'off-share' && value <= 10 ? 1 : 2
}
