import type { FailureParams } from '../core/values/failure.js'
import { enumerated } from '../core/values/joined.js'
import type { Lang } from '../core/values/lang.js'

/** What an error says: the fault in one sentence, then what to do. A hint whose parameter is empty is left out. */
export interface Sentence {
  readonly message: string
  readonly hints: readonly string[]
}

/** Sentences by UserError code, in both languages. */
export type Errors = Readonly<Record<string, Readonly<Record<Lang, Sentence>>>>

/** A sentence with its hints. `{name}` is a place for a parameter. */
export function said(message: string, ...hints: readonly string[]): Sentence {
  return { message, hints }
}

export type Params = FailureParams

const PARAMETER = /\{(\w+)\}/g

/** The names of the parameters a text has places for. */
export function parametersOf(text: string): readonly string[] {
  return [...text.matchAll(PARAMETER)].map((match) => match[1] ?? '')
}

/** Puts the parameters into their places, lists joined as the language does; one that is missing leaves its place empty. */
export function fill(text: string, params: Params, lang: Lang = 'en'): string {
  return text.replace(PARAMETER, (_, name: string) => {
    const value = params[name] ?? ''
    if (typeof value !== 'object') return String(value)
    return enumerated('en' in value ? value[lang] : value, lang)
  })
}

/** Fills a whole sentence; hints that have nothing to say are left out. */
export function fillSentence(sentence: Sentence, params: Params, lang: Lang = 'en'): Sentence {
  const isKnown = (name: string) => fill(`{${name}}`, params) !== ''
  return {
    message: fill(sentence.message, params, lang),
    hints: sentence.hints.filter((hint) => parametersOf(hint).every(isKnown)).map((hint) => fill(hint, params, lang)),
  }
}
