import type { Lang } from './lang.js'
import { languages } from './languages.js'

/** Several things in one sentence: `a, b and c`, in Chinese `a、b和c`; one alone stands as it is, none are ''. */
export function joined(parts: readonly string[], lang: Lang): string {
  const { comma, and } = languages[lang].signs
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(comma)}${and}${parts.at(-1)}`
}

/** Several things one after the other: `a, b, c`, in Chinese `a、b、c`. */
export function enumerated(parts: readonly string[], lang: Lang): string {
  return parts.join(languages[lang].signs.comma)
}

/** Several things that may have commas of their own: `a; b`, in Chinese `a；b`. */
export function setApart(parts: readonly string[], lang: Lang): string {
  return parts.join(languages[lang].signs.semicolon)
}
