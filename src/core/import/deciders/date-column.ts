import type { DateOrder } from '../../values/business-date.js'
import { withPlainDigits } from '../../values/parse-day.js'

/** The order of a column's dates, or the values that leave it open. */
export type DateDecision = { readonly order: DateOrder } | { readonly undecided: readonly string[] }

export interface DateEvidence {
  add(text: string): void
  /** `hint` (a format's own order, the seller's option) counts where the values allow it; it never overrules them. */
  decide(hint?: DateOrder): DateDecision
}

const dmy = 1
const mdy = 2
const ymd = 4
const orders: readonly (readonly [number, DateOrder])[] = [
  [dmy, 'dmy'],
  [mdy, 'mdy'],
  [ymd, 'ymd'],
]

/** Smallest and largest of some numbers. */
interface Span {
  low: number
  high: number
}

const width = (span: Span): number => span.high - span.low

function widen(span: Span, value: number): void {
  if (value < span.low) span.low = value
  if (value > span.high) span.high = value
}

/**
 * Gathers what the cells of one column say about the order of their dates (FORMATS §3): a part above 12 is no month. Cells
 * that need no evidence (a four-digit year in front, month names, Chinese dates) and cells that are no dates say nothing.
 */
export function dateEvidence(): DateEvidence {
  let possible = dmy | mdy | ymd
  let any = false
  let isDotted = true
  const samples = new Map<number, string>()
  const first: Span = { low: 100, high: -1 }
  const third: Span = { low: 100, high: -1 }

  return {
    add(text) {
      const parts = partsOf(withPlainDigits(text))
      const allowed = parts === null ? 0 : allowedOrders(parts)
      if (parts === null || allowed === 0) return
      any = true
      isDotted &&= parts.isDotted && parts.cDigits !== 1
      possible &= allowed
      if (!samples.has(allowed)) samples.set(allowed, text)
      widen(first, parts.a)
      widen(third, parts.c)
    },
    decide(hint) {
      if (!any) return { order: hint ?? 'ymd' }
      const left = possible & ~implausible(first, third)
      const fits = orders.filter(([bit]) => (left & bit) !== 0).map(([, order]) => order)
      if (fits.length === 1) return { order: fits[0]! }
      if (hint !== undefined && fits.includes(hint)) return { order: hint }
      // Points with the year behind them are written day first wherever they are written.
      if (isDotted && fits.includes('dmy') && !fits.includes('ymd')) return { order: 'dmy' }
      return { undecided: [...samples.values()].slice(0, 3) }
    },
  }
}

/**
 * With two-digit years the year may stand in front or behind (24-05-03): it is where hardly any different numbers stand
 * while the other end runs over a month's days.
 */
function implausible(first: Span, third: Span): number {
  if (third.high >= 100) return ymd
  if (width(first) >= 7 && width(third) <= 3) return ymd
  return width(third) >= 7 && width(first) <= 3 ? dmy | mdy : 0
}

/** The numbers of `a/b/c`: a and b of one or two digits, c of one, two or four. */
interface Parts {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly cDigits: number
  readonly isDotted: boolean
}

const isDay = (n: number): boolean => n >= 1 && n <= 31
const isMonth = (n: number): boolean => n >= 1 && n <= 12

/** The orders under which the numbers are a day and a month (a year of two digits may be anything). */
function allowedOrders({ a, b, c, cDigits }: Parts): number {
  if (cDigits === 1) return isMonth(b) && isDay(c) ? ymd : 0
  const yearLast = (isDay(a) && isMonth(b) ? dmy : 0) | (isMonth(a) && isDay(b) ? mdy : 0)
  return yearLast | (cDigits === 2 && isMonth(b) && isDay(c) ? ymd : 0)
}

/** The orders under which a numeric date is one; none for a text that needs no order or is no date. */
export function possibleOrders(text: string): readonly DateOrder[] {
  const parts = partsOf(text)
  const allowed = parts === null ? 0 : allowedOrders(parts)
  return orders.filter(([bit]) => (allowed & bit) !== 0).map(([, order]) => order)
}

function partsOf(text: string): Parts | null {
  const aEnd = digitsEnd(text, 0)
  if (aEnd < 1 || aEnd > 2) return null
  const bEnd = digitsEnd(text, aEnd + 1)
  const cEnd = digitsEnd(text, bEnd + 1)
  const cDigits = cEnd - bEnd - 1
  const separator = text.charCodeAt(aEnd)
  const isDate = separator >= 45 && separator <= 47 && text.charCodeAt(bEnd) === separator
  if (!isDate || bEnd - aEnd > 3 || bEnd - aEnd < 2) return null
  if (cDigits !== 1 && cDigits !== 2 && cDigits !== 4) return null
  const b = Number(text.slice(aEnd + 1, bEnd))
  return {
    a: Number(text.slice(0, aEnd)),
    b,
    c: Number(text.slice(bEnd + 1, cEnd)),
    cDigits,
    isDotted: separator === 46,
  }
}

/** Where the digits that begin at `from` end; five are enough to know. */
function digitsEnd(text: string, from: number): number {
  let at = from
  while (at < from + 5 && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++
  return at
}
