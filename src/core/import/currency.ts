import { currencyOfCountry } from '../values/country-currency.js'
import { amountCurrency, isCurrency } from '../values/money.js'
import type { Match } from './detect.js'
import { hasChinese } from './header.js'
import type { Cell } from './sheet.js'

/** The currency amounts are taken in and why; for `setting`, also what would be assumed without the seller's decision. */
export interface ReadCurrency {
  readonly code: string
  readonly origin: CurrencyOrigin
  readonly assumed?: string
}

export type CurrencyOrigin =
  | 'column'
  | 'unit'
  | 'symbol'
  | 'format'
  | 'option'
  | 'setting'
  | 'country'
  | 'base'
  | 'headers'
  | 'locale'

/** The part of a reading that is about currencies. */
export interface CurrencyReading {
  /** Currency of amounts whose row does not say. */
  readonly currency: ReadCurrency
  /** What a bare `$` means here. */
  readonly dollar: string
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
}

/** What a sheet says of its currency. */
export interface CurrencyEvidence {
  readonly match: Match
  /** Units that the headers of its sale columns name. */
  readonly units: readonly (string | null)[]
  /** Codes that its currency column names. */
  readonly codes: ReadonlySet<string>
  /** Codes that signs in its amounts name. */
  readonly symbols: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
}

/** R4, in its order. */
export function currencyOf(evidence: CurrencyEvidence, hints: CurrencyHints): ReadCurrency {
  const { match, codes, symbols } = evidence
  // A row that leaves the column blank (one that was cancelled) is in the currency of all others.
  if (codes.size === 1) return { code: [...codes][0]!, origin: 'column' }
  const unit = evidence.units.map((text) => (text ? unitCurrency(text) : null)).find((code) => code !== null)
  if (unit) return { code: unit, origin: 'unit' }
  if (symbols.size === 1) return { code: [...symbols][0]!, origin: 'symbol' }
  if (match.format.currency) return { code: match.format.currency, origin: 'format' }
  if (hints.currency) return { code: hints.currency, origin: 'option' }
  const assumed = assumedCurrency(evidence, hints)
  return hints.shopCurrency ? { code: hints.shopCurrency, origin: 'setting', assumed: assumed.code } : assumed
}

function assumedCurrency({ match, countries }: CurrencyEvidence, hints: CurrencyHints): ReadCurrency {
  const country = countries.size === 1 ? currencyOfCountry[[...countries][0]!] : undefined
  if (country) return { code: country, origin: 'country' }
  return unsaidCurrency(match, hints)
}

/** Of a sheet that tells nothing of it. */
function unsaidCurrency({ header }: Pick<Match, 'header'>, hints: CurrencyHints): ReadCurrency {
  if (hints.baseCurrency) return { code: hints.baseCurrency, origin: 'base' }
  return hasChinese(header) ? { code: 'CNY', origin: 'headers' } : { code: hints.localeCurrency, origin: 'locale' }
}

/**
 * The currency of a sheet read before, as it would be taken now that the ledger may have come to another base currency; null
 * where its amounts may come out otherwise. The other hints are those of the former reading.
 */
export function currencyAgain(match: Match, former: CurrencyReading, hints: CurrencyHints): ReadCurrency | null {
  const { currency, dollar } = former
  if (dollarOf(match, hints) !== dollar) return null
  if (statesCurrency(former) || currency.origin === 'country') return currency
  const now = unsaidCurrency(match, hints)
  if (now.code !== (currency.assumed ?? currency.code)) return null
  return currency.origin === 'setting' ? currency : now
}

/** Whether the amounts' currency is said by the file, its platform or the seller, and not merely assumed (R4). */
export function statesCurrency({ currency: { origin } }: Pick<CurrencyReading, 'currency'>): boolean {
  return origin === 'column' || origin === 'unit' || origin === 'symbol' || origin === 'format' || origin === 'option'
}

/** Currency a header's unit names: `(元)`, `(USD)`, `(￥)`. */
function unitCurrency(unit: string): string | null {
  const text = unit.trim().toUpperCase()
  if (text === '元' || text === 'RMB' || text === '人民币') return 'CNY'
  return isCurrency(text) ? text : amountCurrency(text)
}

/** Currency that signs or letters in an amount name: a code, a symbol, or the dollar in use here; null for a plain number. */
export function markedCurrency(text: string, { dollar }: Pick<CurrencyReading, 'dollar'>): string | null {
  return amountCurrency(text) ?? (/[$＄]/.test(text) ? dollar : null)
}

const dollars: ReadonlySet<string> = new Set('USD AUD CAD HKD NZD SGD TWD MXN BRL ARS CLP COP'.split(' '))

/** Currency of an amount that stands beside a sale in `own`: by its sign or letters, else its header's unit, else the same. */
export function currencyBeside(
  own: string,
  cell: Cell,
  unit: string | null,
  reading: Pick<CurrencyReading, 'dollar'>,
): string {
  const named = (text: string) => (isSignOf(own, text) ? own : (unitCurrency(text) ?? markedCurrency(text, reading)))
  return (typeof cell === 'string' ? named(cell) : null) ?? (unit === null ? null : named(unit)) ?? own
}

/** Whether the text bears a sign that several currencies share, among them `own`: `$`, and `¥` for the yen. */
function isSignOf(own: string, text: string): boolean {
  if (own === 'JPY') return /[¥￥]/.test(text) && !/\p{L}/u.test(text)
  return dollars.has(own) && /[$＄]/.test(text) && amountCurrency(text) === null
}

/** The dollar of the format, the seller's option, the ledger or the locale; the US dollar where none of these is one. */
export function dollarOf(match: Match, hints: CurrencyHints): string {
  const said = [match.format.currency, hints.currency, hints.shopCurrency, hints.baseCurrency, hints.localeCurrency]
  return said.find((code) => code !== undefined && dollars.has(code)) ?? 'USD'
}
