import type { Day } from '../values/business-date.js'

/** What a row says, by the names of its columns: codes of words, days, texts; blank cells are absent. */
export type Filled = Readonly<Record<string, string | number>>

/** Codes of the row's column of choice that it fills; '' where blank. */
export function word(filled: Filled, name: string): string {
  return String(filled[name] ?? '')
}

/** The day a row's column holds; null where blank. */
export function day(filled: Filled, name: string): Day | null {
  const value = filled[name]
  return typeof value === 'number' ? value : null
}

/** The minor units a row's column of amounts holds; null where blank. */
export function amount(filled: Filled, name: string): number | null {
  const value = filled[name]
  return typeof value === 'number' ? value : null
}
