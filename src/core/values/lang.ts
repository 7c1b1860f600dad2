import { type Language, languages } from './languages.js'

/** One of the languages the program speaks. */
export type Lang = keyof typeof languages

/** All of them, English first. */
export const LANGS = Object.keys(languages) as readonly Lang[]

/** What is the same thing in every language. */
export type ByLang<T> = Readonly<Record<Lang, T>>

/** The shape another language must fill: the same keys, the same parameters. A text or a sentence alone is one too. */
export type Words<E> = E extends string
  ? string
  : E extends (...args: infer A) => infer R
    ? (...args: A) => Words<R>
    : { readonly [K in keyof E]: Words<E[K]> }

/** Some of the words of a set; a text, a sentence or a list is there or is not. */
type Part<W> = W extends string | readonly unknown[] | ((...args: never[]) => unknown)
  ? W
  : { readonly [K in keyof W]?: Part<W[K]> }

/** What is said so far in languages for which another stands in. */
export type Further<E> = { readonly [L in Exclude<Lang, 'en' | 'zh'>]?: Part<Words<E>> }

const begun = LANGS.filter((lang) => lang !== 'en' && lang !== 'zh')

/**
 * A set of words in every language; a key missing in Chinese does not compile. Further languages may have a part of it, `{ de: { … } }`:
 * the rest is said in the language that stands in for them.
 */
export function bilingual<E>(en: E, zh: Words<E>, further: Further<E> = {}): ByLang<Words<E>> {
  const whole = { en: en as Words<E>, zh }
  // Hundreds of sets are made at start.
  return (begun.length === 0 ? whole : inBegun(whole, further)) as ByLang<Words<E>>
}

/** The same made for each language. */
export function inEach<T>(make: (lang: Lang) => T): ByLang<T> {
  return Object.fromEntries(LANGS.map((lang) => [lang, make(lang)])) as Record<Lang, T>
}

function inBegun<W>(whole: Readonly<Record<'en' | 'zh', W>>, further: Readonly<Partial<Record<string, Part<W>>>>) {
  const others = begun.map((lang) => {
    const { standIn = 'en' }: Language = languages[lang]
    return [lang, completed(further[lang], whole[standIn])]
  })
  return { ...whole, ...Object.fromEntries(others) }
}

/** What is said, with the stand-in's words for the rest. */
function completed(said: unknown, standIn: unknown): unknown {
  if (said === undefined) return standIn
  if (!isSet(said) || !isSet(standIn)) return said
  return Object.fromEntries(Object.entries(standIn).map(([key, words]) => [key, completed(said[key], words)]))
}

function isSet(words: unknown): words is Readonly<Record<string, unknown>> {
  return typeof words === 'object' && words !== null && !Array.isArray(words)
}
