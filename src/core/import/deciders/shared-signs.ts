import { amountCurrency } from '../../values/money.js'
import type { Match } from '../columns/detect.js'
import { hasChinese, isJapanese } from '../columns/header.js'

/** What signs that several currencies share mean in one sheet. */
export interface SharedSigns {
  /** A bare `$`. */
  readonly dollar: string
  /** A bare `¥`. */
  readonly yen: string
  /** A bare `kr`; null where nothing tells whose. */
  readonly crown: string | null
}

/** What of a sheet tells whose sign it is. */
export interface SignEvidence {
  readonly match: Match
  /** Codes that signs in its amounts name, and the signs that several currencies share. */
  readonly symbols: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
}

/** What the seller or the ledger says beforehand of currencies. */
export interface CurrencyHints {
  /** `--currency`. */
  readonly currency?: string
  /** What the seller decided for files that name none. */
  readonly shopCurrency?: string
  /** Base currency of the ledger, when it is set or only one is in use. */
  readonly baseCurrency?: string
  /** Currency of the reader's locale, the last resort. */
  readonly localeCurrency: string
  /** Of a text file. */
  readonly encoding?: string
}

/** Currencies written with a bare `$`. */
export const dollars: ReadonlySet<string> = new Set('USD AUD CAD HKD NZD SGD TWD MXN BRL ARS CLP COP'.split(' '))
const crowns: Readonly<Record<string, string>> = { SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK' }
const crownCodes: ReadonlySet<string> = new Set(Object.values(crowns))

/** The sign of several currencies in an amount that names none of them otherwise: `¥`, `$` or `KR`; null for none. */
export function bareSign(text: string): '¥' | '$' | 'KR' | null {
  if (/[¥￥]/.test(text)) return /\p{L}/u.test(text.replace(/[千万萬亿億]/g, '')) ? null : '¥'
  if (/[$＄]|dollar/i.test(text)) return amountCurrency(text) === null ? '$' : null
  return /(?:^|[^\p{L}])kr(?:$|[^\p{L}])/iu.test(text) ? 'KR' : null
}

/** What shared signs mean by all that is known of a sheet: its format, the seller's word, its countries and language, the ledger. */
export function sharedSigns(evidence: SignEvidence, hints: CurrencyHints): SharedSigns {
  return { dollar: dollarOf(evidence, hints), yen: yenOf(evidence, hints), crown: crownOf(evidence, hints) }
}

/** The US dollar where nothing says another. */
function dollarOf({ match }: SignEvidence, hints: CurrencyHints): string {
  const said = [match.format.currency, ...usual(hints)]
  return said.find((code) => code !== undefined && dollars.has(code)) ?? 'USD'
}

/** The yuan where nothing says the yen. */
function yenOf({ match, symbols, countries }: SignEvidence, hints: CurrencyHints): string {
  const isOne = (code: string | undefined) => code === 'JPY' || code === 'CNY'
  const said = [match.format.currency, hints.currency].find(isOne)
  if (said !== undefined) return said
  if (symbols.has('JPY') !== symbols.has('CNY')) return symbols.has('JPY') ? 'JPY' : 'CNY'
  const [country] = countries.size === 1 ? countries : []
  if (isJapanese(match.header) || hints.encoding === 'shift_jis') return 'JPY'
  if (hasChinese(match.header)) return 'CNY'
  return country === 'JP' ? 'JPY' : (usual(hints).find(isOne) ?? 'CNY')
}

function crownOf({ match, symbols, countries }: SignEvidence, hints: CurrencyHints): string | null {
  const isOne = (code: string | undefined) => code !== undefined && crownCodes.has(code)
  const said = [match.format.currency, hints.currency].find(isOne)
  if (said !== undefined) return said
  const named = [...symbols].filter(isOne)
  if (named.length === 1) return named[0]!
  const [country = ''] = countries.size === 1 ? countries : []
  return crowns[country] ?? usual(hints).find(isOne) ?? null
}

/** What the seller and the ledger say beforehand, the seller first. */
function usual({ currency, shopCurrency, baseCurrency, localeCurrency }: CurrencyHints): (string | undefined)[] {
  return [currency, shopCurrency, baseCurrency, localeCurrency]
}
