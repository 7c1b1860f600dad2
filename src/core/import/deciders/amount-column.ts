import type { DecimalMark } from '../../values/money.js'

/** The decimal mark of a column's amounts, or the values that leave it open. */
export type MarkDecision = { readonly mark: DecimalMark } | { readonly undecided: readonly string[] }

export interface AmountEvidence {
  add(text: string): void
  /** `separator` is the delimiter of a text file, undefined for workbooks. */
  decide(currency: string | null, separator?: string): MarkDecision
}

/** Prices in these are whole numbers in practice, so that three digits behind a mark are thousands. */
const wholeCurrencies = new Set('BIF CLP COP DJF GNF IDR ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '))

/** Written with a decimal point by whoever uses them: a comma before three digits is a thousands mark. */
const pointCurrencies = new Set('CNY USD GBP HKD TWD SGD MYR THB PHP INR'.split(' '))

/** What one cell says: nothing, a whole number below 1000 or above, the decimal mark it must have, or a mark before groups of three that may be either. */
type Finding = 'nothing' | 'plain' | 'long' | DecimalMark | 'groups.' | 'groups,'

/**
 * Gathers what the cells of one column say about their decimal mark (FORMATS §3): the last of two marks is decimal, so is
 * one before 1–2 or 4 and more digits; a repeated mark separates thousands; one mark before three digits alone proves nothing.
 */
export function amountEvidence(): AmountEvidence {
  const count: Record<Finding, number> = { nothing: 0, plain: 0, long: 0, '.': 0, ',': 0, 'groups.': 0, 'groups,': 0 }
  const samples = new Map<Finding, string[]>()

  return {
    add(text) {
      const finding = findingOf(text)
      count[finding]++
      if (finding === 'nothing' || finding === 'plain' || finding === 'long' || count[finding] > 3) return
      samples.set(finding, [...(samples.get(finding) ?? []), text])
    },
    decide(currency, separator) {
      const undecided = { undecided: [...samples.values()].flat().slice(0, 3) }
      const isPoint = count['.'] > 0
      const isComma = count[','] > 0
      if (isPoint !== isComma) return { mark: isPoint ? '.' : ',' }
      if (isPoint) return undecided
      if (count['groups.'] > 0 && count['groups,'] > 0) return undecided
      const grouping = count['groups,'] > 0 ? ',' : '.'
      if (count[`groups${grouping}`] === 0) return { mark: '.' }
      return areThousands(grouping, currency, separator) ? { mark: grouping === ',' ? '.' : ',' } : undecided
    },
  }

  /** Whether groups of three are thousands although no cell proves it: by the currency, or because the file's habits and plain numbers below 1000 agree. */
  function areThousands(grouping: DecimalMark, currency: string | null, separator: string | undefined): boolean {
    if (currency !== null && wholeCurrencies.has(currency)) return true
    if (grouping === ',' && currency !== null && pointCurrencies.has(currency)) return true
    const isHabit = grouping === '.' ? separator === ';' : separator !== ';'
    return isHabit && count.plain > 0 && count.long === 0
  }
}

/** Whether an amount is digits, a point and two digits, as nearly all are. */
function isInCents(text: string): boolean {
  const point = text.length - 3
  if (point < 1 || text.charCodeAt(point) !== 46) return false
  for (let at = 0; at < text.length; at++) if (at !== point && !isDigit(text.charCodeAt(at))) return false
  return true
}

function findingOf(text: string): Finding {
  if (isInCents(text)) return '.'
  const full = /[\uff0c\uff0e\uff10-\uff19]/.test(text) ? text.normalize('NFKC') : text
  // The point of `Rs.`, `Fr.` and `kr.` marks no decimals.
  const half = /\p{L}\./u.test(full) ? full.replace(/\p{L}\./gu, '') : full
  const point = half.lastIndexOf('.')
  const comma = half.lastIndexOf(',')
  if (point < 0 && comma < 0) return /[0-9]{4}/.test(half) ? 'long' : /[0-9]/.test(half) ? 'plain' : 'nothing'
  const last = Math.max(point, comma)
  if (isDigit(half.charCodeAt(last - 1)) && isDash(half.charCodeAt(last + 1))) return last === point ? '.' : ','
  if (point >= 0 && comma >= 0) return bothMarks(half, point, comma)
  return point >= 0 ? oneMark(half, point, '.') : oneMark(half, comma, ',')
}

/** One in place of the decimals, as in `99.-` and `1.200,–`. */
function isDash(code: number): boolean {
  return code === 45 || code === 0x2013 || code === 0x2014 || code === 0x2212
}

/** The last mark is the decimal one if it stands once; two kinds that both repeat are no amount. */
function bothMarks(text: string, point: number, comma: number): Finding {
  const last = Math.max(point, comma)
  const mark = last === point ? '.' : ','
  return digitsBehind(text, last) === 0 || text.indexOf(mark) !== last ? 'nothing' : mark
}

function oneMark(text: string, at: number, mark: DecimalMark): Finding {
  const behind = digitsBehind(text, at)
  if (behind === 0) return 'nothing'
  if (text.indexOf(mark) !== at) return behind === 3 ? (mark === '.' ? ',' : '.') : 'nothing'
  const ahead = digitsAhead(text, at)
  const isGroup = behind === 3 && ahead >= 1 && ahead <= 3 && !(ahead === 1 && text.charCodeAt(at - 1) === 48)
  return isGroup ? `groups${mark}` : mark
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function digitsBehind(text: string, at: number): number {
  let end = at + 1
  while (isDigit(text.charCodeAt(end))) end++
  return end - at - 1
}

function digitsAhead(text: string, at: number): number {
  let start = at
  while (isDigit(text.charCodeAt(start - 1))) start--
  return at - start
}
