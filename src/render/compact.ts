import type { Lang } from '../core/values/lang.js'
import { languages } from '../core/values/languages.js'
import { formatMoney, minorDigits } from '../core/values/money.js'
import { finiteNumber, groupDigits, type Typed } from './value.js'

/** The same without the sign of the currency, where that stands beside. */
export function formatBare(value: number, { kind, currency }: Typed, lang: Lang): string {
  if (kind !== 'money') return formatCompact(value, { kind }, lang)
  return shortNumber(value / 10 ** (currency === undefined ? 2 : minorDigits(currency)), lang)
}

/** A figure in three digits, for places with room for no more: `$12.3k`, `¥1.23万`, `23%`; '' where there is none. */
export function formatCompact(value: number | null, { kind, currency }: Typed, lang: Lang): string {
  const number = finiteNumber(value)
  if (number === null) return ''
  if (kind === 'percent' || kind === 'bar') return shortPercent(number)
  if (kind !== 'money') return shortNumber(number, lang)
  if (currency === undefined) return shortNumber(number / 100, lang)
  const sign = formatMoney(0, currency, lang).replace(/[\d.,]+$/, '')
  const text = `${sign}${shortNumber(Math.abs(number) / 10 ** minorDigits(currency), lang)}`
  return number < 0 ? `-${text}` : text
}

function shortPercent(fraction: number): string {
  const percent = fraction * 100
  const text = Math.abs(percent) < 1 && percent !== 0 ? percent.toFixed(1) : String(Math.round(percent))
  return `${/^-0(\.0)?$/.test(text) ? '0' : text}%`
}

function shortNumber(value: number, lang: Lang): string {
  const rounded = Number(value.toPrecision(3))
  const unit = languages[lang].shortUnits.find(([size]) => Math.abs(rounded) >= size)
  return unit === undefined
    ? groupDigits(rounded)
    : `${groupDigits(Number((rounded / unit[0]).toPrecision(3)))}${unit[1]}`
}
