import type { WordsByLang } from '../values/failure.js'
import { bilingual, LANGS, type Lang } from '../values/lang.js'
import { nearest } from '../values/nearest.js'

/** Codes with what they are called in every language, and further words that mean the same. */
export interface Vocabulary<C extends string> {
  readonly words: Readonly<Record<Lang, Readonly<Record<C, string>>>>
  readonly also: Readonly<Partial<Record<C, readonly string[]>>>
}

/** The words of a language in the order of their codes. */
export function wordsOf<C extends string>({ words }: Vocabulary<C>, lang: Lang): readonly string[] {
  return Object.values(words[lang])
}

/** What can be typed, to each reader as he would: codes, as help shows them, else the words. */
export function wordsToType<C extends string>({ words }: Pick<Vocabulary<C>, 'words'>): WordsByLang {
  return bilingual(Object.keys(words.en), Object.values(words.zh))
}

/** Of what can be typed, the words that may have been meant; those of the other language where the reader's own has none. */
export function nearToType<C extends string>(vocabulary: Vocabulary<C>, typed: string): WordsByLang {
  const [codes, words] = [nearest(plain(typed), Object.keys(vocabulary.words.en)), nearWords(vocabulary, typed, 'zh')]
  return bilingual(codes.length > 0 ? codes : words, words.length > 0 ? words : codes)
}

/** The code a word means, whichever language it is in; null where it means none. */
export function codeOf<C extends string>(vocabulary: Vocabulary<C>, typed: string): C | null {
  return (codesByWord(vocabulary).get(plain(typed)) as C | undefined) ?? null
}

/** Words of a language that may have been meant. */
export function nearWords<C extends string>(vocabulary: Vocabulary<C>, typed: string, lang: Lang): readonly string[] {
  return nearest(plain(typed), wordsOf(vocabulary, lang))
}

/** Made once: a ledger has tens of thousands of contacts. */
const known = new WeakMap<object, ReadonlyMap<string, string>>()

function codesByWord<C extends string>(vocabulary: Vocabulary<C>): ReadonlyMap<string, string> {
  const found = known.get(vocabulary)
  if (found !== undefined) return found
  const { words, also } = vocabulary
  const codes = Object.keys(words.en) as C[]
  const made = new Map(
    codes.flatMap((code) =>
      [code, ...LANGS.map((lang) => words[lang][code]), ...(also[code] ?? [])].map(
        (word) => [plain(word), code as string] as const,
      ),
    ),
  )
  known.set(vocabulary, made)
  return made
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/[.!。！]+$/, '')
