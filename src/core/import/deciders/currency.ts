import { currencyOfCountry } from '../../values/country-currency.js'
import { headerUnit } from '../../values/header-unit.js'
import { amountCurrency, isCurrency } from '../../values/money.js'
import type { Match } from '../columns/detect.js'
import { hasChinese } from '../columns/header.js'
import type { Cell } from '../sheet.js'
import {
  bareSign,
  type CurrencyHints,
  dollars,
  type SharedSigns,
  type SignEvidence,
  sharedSigns,
} from './shared-signs.js'

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
  | 'yen'
  | 'format'
  | 'option'
  | 'setting'
  | 'country'
  | 'base'
  | 'headers'
  | 'locale'

/** The part of a reading that is about currencies. */
export interface CurrencyReading extends SharedSigns {
  /** Currency of amounts whose row does not say. */
  readonly currency: ReadCurrency
}

/** What a sheet says of its currency. */
export interface CurrencyEvidence extends SignEvidence {
  /** Units that the headers of its sale columns name. */
  readonly units: readonly (string | null)[]
  /** Codes that its currency column names. */
  readonly codes: ReadonlySet<string>
}

/** R4, in its order. */
export function currencyOf(evidence: CurrencyEvidence, hints: CurrencyHints): ReadCurrency {
  const { match } = evidence
  const signs = sharedSigns(evidence, hints)
  const [codes, symbols] = [meantBy(evidence.codes, signs), meantBy(evidence.symbols, signs)]
  // A row that leaves the column blank (one that was cancelled) is in the currency of all others.
  if (codes.size === 1) return { code: [...codes][0]!, origin: 'column' }
  const unit = evidence.units.map((text) => (text ? unitCurrency(text, signs) : null)).find((code) => code !== null)
  if (unit) return { code: unit, origin: 'unit' }
  if (symbols.size === 1) {
    const isAssumedYen = symbols.has('JPY') && evidence.symbols.has('¥') && hints.currency !== 'JPY'
    return { code: [...symbols][0]!, origin: isAssumedYen ? 'yen' : 'symbol' }
  }
  if (match.format.currency) return { code: match.format.currency, origin: 'format' }
  if (hints.currency) return { code: hints.currency, origin: 'option' }
  const assumed = assumedCurrency(evidence, hints)
  return hints.shopCurrency ? { code: hints.shopCurrency, origin: 'setting', assumed: assumed.code } : assumed
}

/** Currencies that signs mean here; a sign that may be any of several means none. */
function meantBy(found: ReadonlySet<string>, signs: SharedSigns): ReadonlySet<string> {
  return new Set([...found].flatMap((one) => (isCurrency(one) ? one : (markedCurrency(one, signs) ?? []))))
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
  const { currency } = former
  const signs = sharedSigns({ match, symbols: new Set(), countries: new Set() }, hints)
  if (signs.dollar !== former.dollar || signs.yen !== former.yen || signs.crown !== former.crown) return null
  if (statesCurrency(former) || currency.origin === 'country') return currency
  const now = unsaidCurrency(match, hints)
  if (now.code !== (currency.assumed ?? currency.code)) return null
  return currency.origin === 'setting' ? currency : now
}

/** Whether the amounts' currency is said by the file, its platform or the seller, and not merely assumed (R4). */
export function statesCurrency({ currency: { origin } }: Pick<CurrencyReading, 'currency'>): boolean {
  return stated.has(origin)
}

const stated: ReadonlySet<CurrencyOrigin> = new Set(['column', 'unit', 'symbol', 'yen', 'format', 'option'])

/** Currency a header's unit names: `(元)`, `(USD)`, `(￥)`, `(万元)`. */
function unitCurrency(unit: string, signs: SharedSigns): string | null {
  const text = unit.trim()
  const mark = isCurrency(text) ? text : (headerUnit(text.toLowerCase())?.mark ?? '')
  return mark === '' ? null : markedCurrency(mark.toUpperCase(), signs)
}

/** Currency that signs or letters in an amount name: a code, a symbol, or what a shared sign means here; null for a plain number. */
export function markedCurrency(text: string, signs: SharedSigns): string | null {
  const sign = bareSign(text)
  if (sign === '¥') return signs.yen
  const currency = amountCurrency(text)
  if (currency !== null || sign === null) return currency
  return sign === '$' ? signs.dollar : signs.crown
}

/** Currency a cell of a column of currencies names: `USD`, 美金, `US Dollar`, `美元(USD)`; null where it names none. */
export function namedCurrency(text: string, signs: SharedSigns): string | null {
  const upper = text.toUpperCase()
  if (isCurrency(upper)) return upper
  return markedCurrency(upper, signs) ?? upper.match(/\b[A-Z]{3}\b/g)?.find(isCurrency) ?? null
}

/** Currency of an amount that stands beside a sale in `own`: by its sign or letters, else its header's unit, else the same. */
export function currencyBeside(own: string, cell: Cell, unit: string | null, signs: SharedSigns): string {
  const inCell = (text: string) => (isSignOf(own, text) ? own : markedCurrency(text, signs))
  const inUnit = (text: string) => (isSignOf(own, text) ? own : unitCurrency(text, signs))
  return (typeof cell === 'string' ? inCell(cell) : null) ?? (unit === null ? null : inUnit(unit)) ?? own
}

/** Whether the text bears a sign that several currencies share, among them `own`: `$`, and `¥` for the yen. */
function isSignOf(own: string, text: string): boolean {
  if (own === 'JPY') return /[¥￥]/.test(text) && !/\p{L}/u.test(text)
  return dollars.has(own) && /[$＄]/.test(text) && amountCurrency(text) === null
}
