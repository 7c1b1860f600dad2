import { type DateOrder, parseDay } from '../../values/business-date.js'
import { countryCode } from '../../values/country.js'
import { parseAmount } from '../../values/money.js'
import type { Field } from '../field.js'
import type { ValueKind } from '../words/column-words.js'
import { type JournalKind, journalKind } from '../words/document-words.js'
import { isStatusText } from '../words/status-words.js'
import { isYesNo } from '../words/yes-no.js'

/** What the values of a column look like. */
export interface ColumnLook {
  /** The cleaned text of each row looked at, '' for a blank one: equal places of two columns are one row. */
  readonly texts: readonly string[]
  /** Shares of the values, 0 to 1, that read as days, as amounts and as names. */
  readonly day: number
  readonly amount: number
  readonly name: number
  /** What nearly all values are beyond doubt, whatever the column is called; null where they could be several things. */
  readonly clear: 'email' | 'phone' | 'day' | 'money' | 'country' | 'status' | null
  /** No value at all. */
  readonly isBlank: boolean
  /** The journal its kinds of documents make; null for other words. */
  readonly journal: JournalKind | null
  /** Answers to a question, and nothing else. */
  readonly isYesNo: boolean
  /** 1, 2, 3 … down the sheet: the numbers of its rows. */
  readonly isRunning: boolean
  /** Whether a text is of the kind most of the values are: days among days, amounts among amounts. */
  isLike(text: string): boolean
  /** Whether the values bear out what a part of the column's name says. */
  fits(kind: ValueKind): boolean
}

const dateOrders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

/** Dates without a year are days here as well. */
const anyYear = { year: 2000, monthDay: false }

const isDay = (text: string): boolean => dateOrders.some((order) => parseDay(text, order, anyYear) !== null)

/** A day as a spreadsheet program counts them, believed only under a name that speaks of days. */
const isSerial = (text: string): boolean => /^[345]\d{4}(?:\.\d+)?$/.test(text)

/** An amount with a decimal comma, by one or two decimals or a dash in their place. */
const isCommaAmount = (text: string): boolean =>
  /,(?:\d\d?|[-–—−]{1,2})(?:\D|$)/.test(text) && parseAmount(text, ',') !== null

/** Long digits without decimals are order numbers, phones and cards. */
const isAmount = (text: string): boolean =>
  (parseAmount(text, '.') !== null || isCommaAmount(text)) && !/^\D*(0\d|\d{8})\d*\D*$/.test(text) && !isDay(text)

/** Decimals or a currency sign tell an amount from a quantity or a running number. */
const isMoney = (text: string): boolean => isAmount(text) && /[.,]\d|[^\d\s.,-]/.test(text)

/** Words, not sentences, codes or addresses. */
const isName = (text: string): boolean => /\p{L}/u.test(text) && !/[\d@#/_=<>{}()]/.test(text) && text.length <= 40

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

/** Seven to fifteen digits in the dress of a phone. */
const isDialled = (text: string): boolean => {
  const digits = text.replace(/\D/g, '').length
  return digits >= 7 && digits <= 15 && /^[+(]?\d[\d\s()+./-]*(?:(?:x|ext\.?|转)\s*\d+)?$/i.test(text) && !isDay(text)
}

/** Also of days the calendar does not have. */
const dateShape = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:\D|$)/

/** A phone also without its column's name: a Chinese mobile, or one written with +, a leading zero or gaps. */
const isPhone = (text: string): boolean =>
  isDialled(text) &&
  !dateShape.test(text) &&
  /^(?:\+|00|1[3-9]\d{9}$|0\d+[\s-]|\(\d+\))|\d[\s-]\d+[\s-]\d/.test(text) &&
  !isMoney(text)

/** Looks at the values of a column, row by row; blank ones say nothing. */
export function lookOf(texts: readonly string[]): ColumnLook {
  const values = texts.filter((text) => text !== '')
  const share = (of: (text: string) => boolean) => (values.length === 0 ? 0 : values.filter(of).length / values.length)
  const [day, amount] = [share(isDay), share(isAmount)]
  const distinct = new Set(values).size / Math.max(1, values.length)
  const isAlone = values.length === 0
  const fits: Readonly<Record<ValueKind, () => boolean>> = {
    email: () => share(isEmail) > MOST,
    phone: () => share((text) => text.split(/[,，/、;；\n]+/).some((part) => isDialled(part.trim()))) > MOST,
    day: () => share((text) => isDay(text) || isSerial(text)) > NEARLY_ALL,
    amount: () => amount > NEARLY_ALL,
    number: () => share((text) => /^\d{1,6}(?:[.,]\d+)?$/.test(text)) > NEARLY_ALL,
    id: () => share((text) => /\d/.test(text) && text.length <= 40 && !isMoney(text) && !isDay(text)) > NEARLY_ALL,
    name: () => share(isName) > MOST,
    text: () => share((text) => /\p{L}/u.test(text)) > MOST,
  }
  return {
    texts,
    day,
    amount: amount > MOST ? amount + share(isMoney) : amount,
    // States and products repeat more than customers do.
    name: share(isName) > MOST ? share(isName) + distinct : 0,
    clear: values.length < FEW ? null : clearKind(share),
    isBlank: isAlone,
    journal: journalKind(values),
    isYesNo: isYesNo(values),
    isRunning: values.length > 1 && values.every((text, at) => text === String(at + 1)),
    isLike: (text) => ((isAlone || day > MOST) && isDay(text)) || ((isAlone || amount > MOST) && isAmount(text)),
    fits: (kind) => !isAlone && fits[kind](),
  }
}

function clearKind(share: (of: (text: string) => boolean) => number): ColumnLook['clear'] {
  if (share(isEmail) > 0.6) return 'email'
  if (share(isPhone) > NEARLY_ALL) return 'phone'
  if (share(isDay) > NEARLY_ALL) return 'day'
  if (share(isMoney) > NEARLY_ALL) return 'money'
  if (share((text) => isStatusText(text)) > NEARLY_ALL) return 'status'
  return share((text) => countryCode(text) !== null) > NEARLY_ALL ? 'country' : null
}

/** One value may be a slip. */
const FEW = 2

/** More than this share of the values must agree. */
const MOST = 0.5
const NEARLY_ALL = 0.8

const kinds: Readonly<Partial<Record<Field, 'day' | 'amount' | 'name'>>> = {
  placedAt: 'day',
  orderTotal: 'amount',
  buyerName: 'name',
}

/** For each field the free column whose values look most like it; of equals the first, for amounts the last, where totals stand. */
export function bestColumns(
  looks: readonly ColumnLook[],
  fields: readonly Field[],
  taken: ReadonlySet<number> = new Set(),
): ReadonlyMap<Field, number> {
  const found = new Map<Field, number>()
  for (const field of fields) {
    const kind = kinds[field] ?? 'name'
    const free = looks.flatMap((look, at) => (taken.has(at) || [...found.values()].includes(at) ? [] : [{ look, at }]))
    const fitting = free.filter(({ look }) => look[kind] > MOST)
    fitting.sort((a, b) => b.look[kind] - a.look[kind] || (kind === 'amount' ? b.at - a.at : a.at - b.at))
    if (fitting[0]) found.set(field, fitting[0].at)
  }
  return found
}
