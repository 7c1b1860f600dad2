import type { Report } from '../core/report/model.js'
import type { Lang } from '../core/values/lang.js'
import { groupDigits } from './value.js'
import { renderWords } from './words.js'

/** What the figures cover, as short phrases: as-of day, window with its first day, currency, and the filter where all is of its customers. */
export function headingOf(report: Report, lang: Lang): string[] {
  const words = renderWords(lang)
  const parts = [words.asOf(report.asOf)]
  if (report.window) parts.push(windowPhrase(report.window, lang))
  if (report.currency !== null) parts.push(words.currency(report.currency))
  if (report.only !== undefined) parts.push(words.only(report.only))
  return parts
}

function windowPhrase({ from, to, days }: NonNullable<Report['window']>, lang: Lang): string {
  const words = renderWords(lang)
  if (from === null) return words.wholeLedger(to)
  return days === null ? words.window(from, to) : words.windowDays(from, to, groupDigits(days))
}
