/** The languages every sentence exists in. */
export const LANGS = ['en', 'zh'] as const

/** One of them. */
export type Lang = (typeof LANGS)[number]

/** The shape a second language must fill: the same keys, the same parameters. */
export type Words<E> = {
  readonly [K in keyof E]: E[K] extends string
    ? string
    : E[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Words<E[K]>
}

/** Both languages of a set of words side by side; a key missing in Chinese does not compile. */
export function bilingual<E>(en: E, zh: Words<E>): Readonly<Record<Lang, Words<E>>> {
  return { en: en as Words<E>, zh }
}
